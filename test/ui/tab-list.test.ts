import {expect, fixture} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {css, html, LitElement, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import {baseStyles} from '../../src/ui/base-styles.js';
import {tabList, tabStyles} from '../../src/ui/tab-list.js';
import {stilled} from '../support/stilled.js';

type Id = 'overview' | 'accounts' | 'settings';

class TabHost extends LitElement {
  static override styles = [
    baseStyles,
    tabStyles,
    css`
      :host {
        background: var(--_surface);
      }
    `,
  ];

  @state() chosen: Id = 'overview';

  readonly #onChoose = (id: Id): void => {
    this.chosen = id;
  };

  override render(): TemplateResult {
    return html`${tabList<Id>({
        label: 'Slack',
        tabs: [
          {id: 'overview', label: 'Overview'},
          {id: 'accounts', label: 'Accounts', count: 3},
          {id: 'settings', label: 'Settings', mark: 'Not saved'},
        ],
        chosen: this.chosen,
        onChoose: this.#onChoose,
      })}
      <div
        role="tabpanel"
        id="panel-${this.chosen}"
        aria-labelledby="tab-${this.chosen}"
        tabindex="0"
      >
        ${this.chosen}
      </div>`;
  }
}
customElements.define('tab-host', TabHost);

async function tabs(direction = 'ltr') {
  const host = await fixture<TabHost>(html`<tab-host dir=${direction}></tab-host>`);
  const all = [...host.renderRoot.querySelectorAll<HTMLElement>('[role=tab]')];
  return {host, all, focused: () => host.shadowRoot!.activeElement?.id};
}

async function press(host: TabHost, key: string): Promise<void> {
  await sendKeys({press: key});
  await host.updateComplete;
}

describe('tabs', () => {
  it('are one tab stop, from which the arrow keys choose, round the ends', async () => {
    const {host, all, focused} = await tabs();
    expect(all.map(({tabIndex}) => tabIndex)).to.deep.equal([0, -1, -1]);
    all[0]!.focus();
    await press(host, 'ArrowRight');
    expect([host.chosen, focused()]).to.deep.equal(['accounts', 'tab-accounts']);
    await press(host, 'End');
    expect([host.chosen, focused()]).to.deep.equal(['settings', 'tab-settings']);
    await press(host, 'ArrowRight');
    expect([host.chosen, focused()]).to.deep.equal(['overview', 'tab-overview']);
    await press(host, 'ArrowLeft');
    expect([host.chosen, focused()]).to.deep.equal(['settings', 'tab-settings']);
    await press(host, 'Home');
    expect([host.chosen, focused()]).to.deep.equal(['overview', 'tab-overview']);
    expect(all.map(({tabIndex}) => tabIndex)).to.deep.equal([0, -1, -1]);
  });

  it('follow the reading direction', async () => {
    const {host, all} = await tabs('rtl');
    all[0]!.focus();
    await press(host, 'ArrowLeft');
    expect(host.chosen).to.equal('accounts');
    await press(host, 'ArrowRight');
    expect(host.chosen).to.equal('overview');
  });

  it('leave keys with modifiers to the browser', async () => {
    const {host, all} = await tabs();
    const event = new KeyboardEvent('keydown', {
      key: 'ArrowRight',
      altKey: true,
      bubbles: true,
      cancelable: true,
    });
    all[0]!.dispatchEvent(event);
    expect([event.defaultPrevented, host.chosen]).to.deep.equal([false, 'overview']);
  });

  it('are chosen by click, and name what they show', async () => {
    const {host, all} = await tabs();
    all[2]!.click();
    await host.updateComplete;
    expect(all.map((tab) => tab.ariaSelected)).to.deep.equal(['false', 'false', 'true']);
    const panel = host.renderRoot.querySelector('[role=tabpanel]')!;
    expect(all[2]!.getAttribute('aria-controls')).to.equal(panel.id);
    expect(panel.getAttribute('aria-labelledby')).to.equal(all[2]!.id);
    expect(all[1]!.innerText.replace(/\s+/g, ' ').trim()).to.equal('Accounts 3');
  });

  for (const theme of ['light', 'dark']) {
    it(`satisfy axe in the ${theme} theme`, async () => {
      const {host} = await tabs();
      host.style.colorScheme = theme;
      await stilled();
      await expect(host).to.be.accessible();
    });
  }
});
