import {expect, fixture, html} from '@open-wc/testing';
import type {PgAccountList} from '../../src/elements/account-list/account-list.js';
import '../../src/elements/account-list/pg-account-list.js';
import '../../src/elements/input/pg-input.js';
import {stages} from '../../src/elements/install-flow/install-flow.js';
import '../../src/elements/install-flow/pg-install-flow.js';
import '../../src/ui/dialog/pg-confirm.js';
import {ConnectSession} from '../../src/core/compose.js';
import type {PgConfirm} from '../../src/ui/dialog/confirm.js';
import type {FakeAccount, FakeIntegration} from '../support/fake-sdk.js';
import {FlowSdk} from '../support/flow-sdk.js';
import {button, choose, controls, hear, seen, turn, type Heard} from './session-fixture.js';

export const ADA: FakeAccount = {
  id: 'ada',
  providerData: {email: 'ada@example.com', workspaceName: 'Acme'},
};
export const BOB: FakeAccount = {
  id: 'bob',
  status: 'INVALID',
  providerData: {email: 'bob@example.com'},
};
export const EVE: FakeAccount = {
  id: 'eve',
  status: 'PENDING',
  providerData: {email: 'eve@example.com'},
};

/** An account list on a page, as people and hosts meet it. */
export class AccountsPage {
  readonly element: PgAccountList;
  readonly sdk: FlowSdk;
  readonly session: ConnectSession;
  readonly heard: Heard[];

  constructor(element: PgAccountList, sdk: FlowSdk, session: ConnectSession) {
    this.element = element;
    this.sdk = sdk;
    this.session = session;
    this.heard = hear(element.parentElement!);
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  get seen(): string {
    return seen(this.element);
  }

  get rows(): readonly HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('[part="account"]')];
  }

  /** What the rows say. */
  get texts(): readonly string[] {
    return this.rows.map((row) => seen(row.querySelector('.who')!));
  }

  get buttons(): readonly string[] {
    return [...controls(this.element).keys()];
  }

  get radios(): readonly HTMLInputElement[] {
    return [...this.root.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
  }

  get confirm(): PgConfirm {
    return this.root.querySelector('pg-confirm')!;
  }

  get dialog(): HTMLDialogElement {
    return this.confirm.shadowRoot!.querySelector('dialog')!;
  }

  get uninstalls(): readonly unknown[] {
    return this.sdk.calls
      .filter(([name]) => name === 'uninstallIntegration')
      .map(([, , options]) => (options as {selectedCredentialId: string}).selectedCredentialId);
  }

  async click(name: string): Promise<void> {
    const found = button(this.element, name);
    found.focus();
    found.click();
    await this.settled();
  }

  /** Chooses something in the menu of an account. */
  async choose(account: string, item: string): Promise<void> {
    await choose(this.element, account, item);
    await this.settled();
  }

  /** Asks to disconnect, and waits for the question. */
  async ask(name: string): Promise<void> {
    await this.choose(name, 'Disconnect');
    expect(this.dialog.open).to.be.true;
  }

  async settled(): Promise<void> {
    await turn();
    await this.element.updateComplete;
    await this.confirm.updateComplete;
    await turn();
  }
}

export const slackWith = (...accounts: readonly FakeAccount[]): FakeIntegration => ({
  type: 'slack',
  name: 'Slack',
  accounts,
});

/** The list of one integration, or of all with `integration: undefined`. */
export async function mountAccounts(
  integrations: readonly FakeIntegration[],
  properties: Partial<PgAccountList> = {},
): Promise<AccountsPage> {
  const sdk = new FlowSdk({slack: {}, jira: {}}, integrations);
  const session = new ConnectSession(sdk, {environment: sdk.page});
  await stages.load();
  const box = await fixture<HTMLElement>(html`<div></div>`);
  const element = document.createElement('pg-account-list');
  Object.assign(element, {session, integration: 'slack', ...properties});
  const heard = hear(box);
  box.append(element);
  const page = new AccountsPage(element, sdk, session);
  await page.settled();
  page.heard.unshift(...heard);
  return page;
}
