import {expect, fixture, html} from '@open-wc/testing';
import {LitElement, type TemplateResult} from 'lit';
import {common} from '../../src/i18n/en/common.js';
import {Localizer} from '../../src/i18n/localize.js';
import {registerTranslation} from '../../src/i18n/translations.js';

class WordHost extends LitElement {
  renders = 0;
  readonly #words = new Localizer(this, 'common', common);

  protected override render(): TemplateResult {
    this.renders++;
    return html`${this.#words.term('cancel')} ${this.#words.direction}`;
  }
}
customElements.define('word-host', WordHost);

registerTranslation('cy', {common: {cancel: 'Canslo'}});
registerTranslation('eo', {common: {cancel: 'Nuligi'}});

/** The observer of attributes answers first, then the element renders. */
async function settled(element: WordHost): Promise<string> {
  await Promise.resolve();
  await element.updateComplete;
  return element.shadowRoot!.textContent.trim();
}

describe('words', () => {
  it('follow a language that is set within a shadow root of the page', async () => {
    const outer = await fixture(html`<div></div>`);
    const root = outer.attachShadow({mode: 'open'});
    root.innerHTML = '<section><word-host></word-host></section>';
    const section = root.querySelector('section')!;
    const host = root.querySelector<WordHost>('word-host')!;
    section.lang = 'cy';
    expect(await settled(host)).to.equal('Canslo ltr');
    section.removeAttribute('lang');
    expect(await settled(host)).to.equal('Cancel ltr');
    host.lang = 'eo';
    expect(await settled(host)).to.equal('Nuligi ltr');
    host.removeAttribute('lang');
    outer.setAttribute('lang', 'cy');
    outer.setAttribute('dir', 'rtl');
    expect(await settled(host)).to.equal('Canslo rtl');
  });

  it('follow a move to a place of another language', async () => {
    const page = await fixture<HTMLElement>(html`
      <div>
        <div lang="cy"><word-host></word-host></div>
        <div lang="eo"></div>
      </div>
    `);
    const host = page.querySelector<WordHost>('word-host')!;
    expect(await settled(host)).to.equal('Canslo ltr');
    page.lastElementChild!.append(host);
    expect(await settled(host)).to.equal('Nuligi ltr');
  });

  it('render nothing where the language stayed the same', async () => {
    const page = await fixture<HTMLElement>(html`
      <div>
        <p></p>
        <div lang="cy"><word-host></word-host></div>
        <word-host></word-host>
      </div>
    `);
    const [welsh, english] = page.querySelectorAll<WordHost>('word-host');
    await Promise.all([settled(welsh!), settled(english!)]);
    const before = [welsh!.renders, english!.renders];
    page.querySelector('p')!.lang = 'eo';
    page.lang = 'eo';
    expect(await settled(english!)).to.equal('Nuligi ltr');
    await settled(welsh!);
    expect([welsh!.renders, english!.renders]).to.deep.equal([before[0], before[1]! + 1]);
  });

  it('render where words of their language are added, and nowhere else', async () => {
    const page = await fixture<HTMLElement>(html`
      <div><word-host lang="gd"></word-host><word-host lang="cy"></word-host></div>
    `);
    const [gaelic, welsh] = page.querySelectorAll<WordHost>('word-host');
    await Promise.all([settled(gaelic!), settled(welsh!)]);
    const {renders} = welsh!;
    registerTranslation('gd', {common: {cancel: 'Sguir dheth'}});
    expect(await settled(gaelic!)).to.equal('Sguir dheth ltr');
    await settled(welsh!);
    expect(welsh!.renders).to.equal(renders);
  });
});
