import {expect} from '@open-wc/testing';
import type {FakeIntegration} from '../support/fake-sdk.js';
import {mount} from './catalog-fixture.js';

const hostile = (integration: object): FakeIntegration => integration as FakeIntegration;

describe('pg-catalog with hostile integrations', () => {
  it('shows markup in names and descriptions as text', async () => {
    const name = '<img src=x onerror="alert(1)">';
    const page = await mount([{type: 'x', name, config: {shortDescription: '<b>bold</b>'}}]);
    expect(page.names).to.deep.equal([name]);
    expect(page.part('description')!.textContent).to.equal('<b>bold</b>');
    expect(page.root.querySelector('img, b')).to.be.null;
  });

  it('shows objects that look like templates as nothing', async () => {
    const forged = {_$litType$: 1, strings: ['<script>alert(1)</script>'], values: []};
    const page = await mount([
      hostile({type: 'forged', name: forged, config: {shortDescription: forged}}),
    ]);
    expect(page.names).to.deep.equal(['forged']);
    expect(page.root.querySelector('script')).to.be.null;
  });

  it('refuses icons that are not pictures, and shows a letter instead', async () => {
    const icons = ['javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'x:y'];
    const page = await mount(icons.map((icon, index) => ({type: `t${index}`, name: 'Acme', icon})));
    expect(page.root.querySelector('img')).to.be.null;
    expect(page.part('logo')!.dataset['monogram']).to.equal('A');
  });

  it('refuses colours that are not', async () => {
    const page = await mount([
      {type: 'a', brandColor: 'red; background: url(https://evil.example/)'},
      {type: 'b', brandColor: '#0f0'},
    ]);
    const colours = [...page.root.querySelectorAll<HTMLElement>('.logo')].map(({style}) =>
      style.getPropertyValue('--_brand'),
    );
    expect(colours).to.deep.equal(['', '#0f0']);
  });

  it('tells types apart that objects have as members', async () => {
    const types = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const page = await mount(types.map((type) => ({type})));
    expect([...page.names].sort()).to.deep.equal([...types].sort());
    for (const type of types) page.card(type).click();
    expect(page.selected).to.deep.equal(types);
    page.sdk.addAccount('__proto__');
    await page.element.updateComplete;
    expect(page.accessibleName(page.card('__proto__'))).to.equal('__proto__ Connected');
  });

  it('puts no type and no name into ids, classes or attributes', async () => {
    const page = await mount([{type: 'evil id" onclick', name: 'evil name'}]);
    for (const element of page.root.querySelectorAll('*')) {
      for (const {name, value} of element.attributes)
        expect(`${name}=${value}`).not.to.match(/evil/);
    }
  });

  it('takes out marks that turn the text around', async () => {
    const page = await mount([{type: 'x', name: 'safe\u202egpj.exe'}]);
    expect(page.names).to.deep.equal(['safegpj.exe']);
  });

  it('shows the type where there is no name, and cuts what is too long', async () => {
    const page = await mount([
      {type: 'nameless', name: ' '},
      {type: 'long', name: 'x'.repeat(10_000)},
    ]);
    expect(page.names.map(({length}) => length)).to.deep.equal([8, 120]);
  });

  it('works where the SDK has no configuration of an integration', async () => {
    const page = await mount([{type: 'a'}]);
    page.sdk.getIntegrationConfig = () => {
      throw new TypeError('undefined is not an object');
    };
    page.sdk.addAccount('a');
    await page.element.updateComplete;
    expect(page.cards.length).to.equal(1);
  });
});
