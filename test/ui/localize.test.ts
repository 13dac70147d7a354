import {expect, fixture, html} from '@open-wc/testing';
import {LitElement, type TemplateResult} from 'lit';
import {accounts} from '../../src/i18n/en/accounts.js';
import {common} from '../../src/i18n/en/common.js';
import {Localizer} from '../../src/i18n/localize.js';
import {registerTranslation} from '../../src/i18n/translations.js';

class WordHost extends LitElement {
  renders = 0;
  readonly #words = new Localizer(this, 'common', common);

  get language(): string {
    return this.#words.language;
  }

  protected override render(): TemplateResult {
    this.renders++;
    return html`${this.#words.term('cancel')}`;
  }
}
customElements.define('word-host', WordHost);

class WordFrame extends WordHost {
  protected override render(): TemplateResult {
    return html`<div>${super.render()} <word-host></word-host></div>`;
  }
}
customElements.define('word-frame', WordFrame);

class SentenceHost extends LitElement {
  static override properties = {name: {}};
  declare name: string;
  readonly #words = new Localizer(this, 'accounts', accounts);

  protected override render(): TemplateResult {
    const format = new Intl.RelativeTimeFormat(this.#words.languageOf('connectedSince'));
    return html`<p>${this.#words.term('reconnectAccount', this.name)}</p>
      <p>${this.#words.term('connectedSince', format.format(-2, 'day'))}</p>`;
  }
}
customElements.define('sentence-host', SentenceHost);

async function sentences(name: string, lang: string): Promise<readonly string[]> {
  const host = await fixture<SentenceHost>(
    html`<sentence-host lang=${lang} .name=${name}></sentence-host>`,
  );
  return [...host.shadowRoot!.querySelectorAll('p')].map(({textContent}) => textContent);
}

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
    expect(await settled(host)).to.equal('Canslo');
    section.removeAttribute('lang');
    expect(await settled(host)).to.equal('Cancel');
    host.lang = 'eo';
    expect(await settled(host)).to.equal('Nuligi');
    host.removeAttribute('lang');
    outer.setAttribute('lang', 'cy');
    expect(await settled(host)).to.equal('Canslo');
  });

  it('follow a move to a place of another language', async () => {
    const page = await fixture<HTMLElement>(html`
      <div>
        <div lang="cy"><word-host></word-host></div>
        <div lang="eo"></div>
      </div>
    `);
    const host = page.querySelector<WordHost>('word-host')!;
    expect(await settled(host)).to.equal('Canslo');
    page.lastElementChild!.append(host);
    expect(await settled(host)).to.equal('Nuligi');
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
    expect(await settled(english!)).to.equal('Nuligi');
    await settled(welsh!);
    expect([welsh!.renders, english!.renders]).to.deep.equal([before[0], before[1]! + 1]);
  });

  it('keep names of the other direction together, and leave names of their own as they are', async () => {
    registerTranslation('yi', {
      accounts: {reconnectAccount: (account) => `פֿאַרבינד ${account} נאָך אַ מאָל!`},
    });
    expect((await sentences('Acme (EU)', 'en'))[0]).to.equal('Reconnect Acme (EU)');
    expect((await sentences('שלום', 'en'))[0]).to.equal('Reconnect \u2068שלום\u2069');
    expect((await sentences('Acme (EU)', 'yi'))[0]).to.equal(
      'פֿאַרבינד \u2068Acme (EU)\u2069 נאָך אַ מאָל!',
    );
  });

  it('never mix two languages in a sentence', async () => {
    registerTranslation('sw', {accounts: {connectedSince: (when) => `Imeunganishwa ${when}`}});
    expect((await sentences('A', 'sw'))[1]).to.equal('Imeunganishwa siku 2 zilizopita');
    expect((await sentences('A', 'ga'))[1]).to.equal('Connected 2 days ago');
    registerTranslation('gl', {accounts: {valid: 'Conectada'}});
    expect((await sentences('A', 'gl'))[1]).to.equal('Connected 2 days ago');
  });

  it('say of English in a page of another language that it is English, until there are words for it', async () => {
    const host = await fixture<SentenceHost>(html`<sentence-host lang="mt"></sentence-host>`);
    const langs = (): readonly string[] =>
      [...host.shadowRoot!.children].map((child) => child.getAttribute('lang') ?? '');
    expect(langs()).to.deep.equal(['en', 'en']);
    registerTranslation('mt', {accounts: {valid: 'Imqabbad'}});
    await host.updateComplete;
    expect(langs()).to.deep.equal(['', '']);
    host.lang = 'en-US';
    await host.updateComplete;
    expect(langs()).to.deep.equal(['', '']);
  });

  it('inside an element that is marked as English are in the language of the page', async () => {
    const outer = await fixture<WordHost>(html`<word-frame lang="ga"></word-frame>`);
    await settled(outer);
    const inner = outer.shadowRoot!.querySelector<WordHost>('word-host')!;
    expect(inner.parentElement!.lang).to.equal('en');
    inner.requestUpdate();
    await settled(inner);
    expect(inner.language).to.equal('ga');
    inner.remove();
    outer.shadowRoot!.firstElementChild!.append(inner);
    await settled(inner);
    expect(inner.language).to.equal('ga');
  });

  it('render where words of their language are added, and nowhere else', async () => {
    const page = await fixture<HTMLElement>(html`
      <div><word-host lang="gd"></word-host><word-host lang="cy"></word-host></div>
    `);
    const [gaelic, welsh] = page.querySelectorAll<WordHost>('word-host');
    await Promise.all([settled(gaelic!), settled(welsh!)]);
    const {renders} = welsh!;
    registerTranslation('gd', {common: {cancel: 'Sguir dheth'}});
    expect(await settled(gaelic!)).to.equal('Sguir dheth');
    await settled(welsh!);
    expect(welsh!.renders).to.equal(renders);
  });
});
