import {expect, fixture} from '@open-wc/testing';
import {css, html, LitElement, render, type TemplateResult} from 'lit';
import {common} from '../../src/i18n/en/common.js';
import {errors} from '../../src/i18n/en/errors.js';
import {Localizer} from '../../src/i18n/localize.js';
import {baseStyles} from '../../src/ui/base-styles.js';
import {buttonStyles} from '../../src/ui/button-styles.js';
import {registerTranslation} from '../../src/i18n/translations.js';
import {searchIcon} from '../../src/ui/icon.js';
import {
  emptyState,
  errorWords,
  inlineError,
  note,
  signedOutState,
} from '../../src/ui/message/message.js';
import {messageStyles} from '../../src/ui/message/message-styles.js';
import {stilled} from '../support/stilled.js';

class MessageHost extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    messageStyles,
    css`
      :host {
        padding: 8px;
        background: var(--_surface);
      }
    `,
  ];
  readonly common = new Localizer(this, 'common', common);
  readonly errors = new Localizer(this, 'errors', errors);
}
customElements.define('message-host', MessageHost);

const host = (): Promise<MessageHost> => fixture<MessageHost>(html`<message-host></message-host>`);

/** Renders into the host's shadow root, where the styles of the kit are. */
async function shown(template: TemplateResult): Promise<MessageHost> {
  const element = await host();
  render(template, element.renderRoot);
  return element;
}

const find = (element: MessageHost, selector: string): HTMLElement | null =>
  element.renderRoot.querySelector(selector);

describe('errorWords', () => {
  it('says the sentence of the code', async () => {
    const {errors: localizer} = await host();
    expect(errorWords({code: 'network', detail: undefined}, localizer)).to.deep.equal({
      text: errors.network,
      detail: undefined,
    });
  });

  it('speaks the language of the page', async () => {
    registerTranslation('de', {errors: {refused: 'Abgelehnt.'}});
    const element = await fixture<MessageHost>(html`<message-host lang="de"></message-host>`);
    expect(errorWords({code: 'refused', detail: undefined}, element.errors).text).to.equal(
      'Abgelehnt.',
    );
  });

  it('adds the words of the backend, cut to 300', async () => {
    const {errors: localizer} = await host();
    const words = errorWords({code: 'refused', detail: `  ${'long '.repeat(1e5)}`}, localizer);
    expect(words.detail).to.have.length.within(250, 300);
    expect(words.detail).to.match(/^long .*…$/);
  });

  it('leaves out a detail that adds nothing', async () => {
    const {errors: localizer} = await host();
    for (const detail of ['', ' \n', errors.network]) {
      expect(errorWords({code: 'network', detail}, localizer).detail).to.equal(undefined);
    }
  });

  it('turns a forged detail into nothing', async () => {
    const {errors: localizer} = await host();
    const detail = {_$litType$: 1, strings: ['<b>x</b>'], values: []} as unknown as string;
    expect(errorWords({code: 'refused', detail}, localizer).detail).to.equal(undefined);
  });
});

describe('inlineError', () => {
  const error = {text: 'It failed.', detail: '<img src=x onerror=alert(1)>'};

  it('keeps one alert region, empty without an error', async () => {
    const element = await shown(inlineError({error: undefined}));
    const alert = find(element, '[role="alert"]');
    expect(alert?.textContent.trim()).to.equal('');
    expect(alert?.checkVisibility()).to.equal(true);
    render(inlineError({error}), element.renderRoot);
    expect(find(element, '[role="alert"]')).to.equal(alert);
    expect(alert?.textContent).to.contain('It failed.');
  });

  it('shows hostile details as text', async () => {
    const element = await shown(inlineError({error}));
    expect(find(element, 'img')).to.equal(null);
    expect(find(element, '.message-detail')?.textContent).to.equal(error.detail);
  });

  it('keeps a detail in another direction on the side where people read', async () => {
    const element = await shown(inlineError({error: {text: 'נכשל.', detail: 'No access (403).'}}));
    element.dir = 'rtl';
    const detail = find(element, '.message-detail')!;
    const words = document.createRange();
    words.selectNodeContents(detail);
    expect(words.getBoundingClientRect().right).to.be.closeTo(
      detail.getBoundingClientRect().right,
      1,
    );
    expect(getComputedStyle(detail.querySelector('bdi')!).direction).to.equal('ltr');
  });

  it('retries, but not while a retry is under way', async () => {
    let retries = 0;
    const template = (pending: boolean): TemplateResult =>
      inlineError({error, retryLabel: 'Try again', pending, onRetry: () => retries++});
    const element = await shown(template(false));
    find(element, 'button')?.click();
    render(template(true), element.renderRoot);
    const button = find(element, 'button');
    button?.click();
    expect(retries).to.equal(1);
    expect(button?.getAttribute('aria-busy')).to.equal('true');
    expect(find(element, '[role="alert"]')?.contains(button)).to.equal(false);
  });
});

describe('emptyState', () => {
  it('says what is missing and offers a way forward', async () => {
    const element = await shown(
      emptyState({
        icon: searchIcon,
        heading: 'No match',
        text: 'Check the spelling.',
        action: html`<button class="button">Clear</button>`,
      }),
    );
    expect(find(element, '.empty-heading')?.textContent).to.equal('No match');
    expect(find(element, '.empty-text')?.textContent).to.equal('Check the spelling.');
    expect(find(element, 'button')).not.to.equal(null);
  });

  it('tells signed-out people so', async () => {
    const element = await host();
    render(signedOutState(element.common), element.renderRoot);
    expect(element.renderRoot.textContent).to.contain(common.signedOutTitle);
    expect(element.renderRoot.textContent).to.contain(common.signedOutText);
  });
});

describe('messages in both themes', () => {
  for (const theme of ['light', 'dark']) {
    it(`pass axe in the ${theme} theme`, async () => {
      document.documentElement.style.setProperty('color-scheme', theme);
      const element = await shown(html`
        ${inlineError({
          error: {text: 'It failed.', detail: '502'},
          retryLabel: 'Try again',
          onRetry: () => undefined,
        })}
        ${note({tone: 'info', text: 'Good to know.'})}
        ${note({tone: 'warning', heading: 'Careful', text: 'This ends soon.'})}
        ${emptyState({icon: searchIcon, heading: 'No match', text: 'Check the spelling.'})}
        <button class="button primary">Primary</button>
        <button class="button danger">Danger</button>
        <button class="button plain">Plain</button>
        <button class="button">Quiet</button>
      `);
      await stilled();
      await expect(element).to.be.accessible();
      document.documentElement.style.removeProperty('color-scheme');
    });
  }

  it('fit 320 px, also with words that have no spaces', async () => {
    const element = await shown(
      inlineError({
        error: {text: 'It failed.', detail: 'x'.repeat(300)},
        retryLabel: 'Try again',
        onRetry: () => undefined,
      }),
    );
    element.style.setProperty('inline-size', '304px');
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
  });
});
