import '../support/mistakes.js';
import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {FakeSdk, type FakeIntegration} from '../support/fake-sdk.js';
import {FlowSdk} from '../support/flow-sdk.js';
import {mountPortal, type PortalPage} from './portal-fixture.js';
import {button, controls, deep, focused, seen, turn, until} from './session-fixture.js';

const KEY = [{id: 'a', type: 'TEXT_NO_VARS', title: 'Site'}];
const SETTINGS = {availableUserSettings: [{id: 'b', type: 'TEXT_NO_VARS', title: 'Channel'}]};
const configurations = [{id: 'default', isDefault: true}];
const ADA = {id: 'ada', providerData: {email: 'ada@example.com'}, configurations};
const BOB = {id: 'bob', providerData: {email: 'bob@example.com'}, status: 'INVALID'};

const THREE = [
  {type: 'slack', name: 'Slack'},
  {type: 'jira', name: 'Jira', accounts: [ADA], config: SETTINGS},
  {type: 'notion', name: 'Notion', accounts: [BOB]},
] as unknown as readonly FakeIntegration[];

const flowSdk = (): FlowSdk => {
  const questions = {preOptions: KEY};
  return new FlowSdk({slack: questions, notion: questions, jira: questions}, THREE);
};

async function whole(
  properties: Partial<PortalPage['element']> = {},
  sdk: FakeSdk = flowSdk(),
): Promise<PortalPage> {
  const page = await mountPortal(sdk, properties, '');
  await until(() => page.seen.includes('Slack'));
  await until(() => page.element.shadowRoot!.querySelector('pg-portal-view'));
  return page;
}

const integrationOf = (page: PortalPage): Element | undefined =>
  [...deep(page.element.shadowRoot!)].find((one) => one.localName === 'pg-integration');
const isOpen = (page: PortalPage, name: string): boolean =>
  page.dialog.open && seen(page.dialog).includes(name);
const opened = async (page: PortalPage, name: string): Promise<void> => {
  await until(() => integrationOf(page));
  await until(() => isOpen(page, name));
};
const closed = (page: PortalPage): Promise<void> => until(() => !page.dialog.open);
const settled = async (page: PortalPage): Promise<void> => {
  for (let turns = 0; turns < 3; turns += 1) {
    await page.element.updateComplete;
    await turn();
  }
};
const told = (page: PortalPage, ...types: readonly string[]): readonly unknown[] =>
  page.heard.filter(({type}) => types.includes(type)).map(({type, detail}) => [type, detail]);
/** The tab that is chosen. */
const tab = (page: PortalPage): string | undefined => {
  const chosen = [...deep(page.element.shadowRoot!)].find((one) => one.ariaSelected === 'true');
  return chosen && seen(chosen);
};
/** The button in the corner of a card. */
const action = (page: PortalPage, name: string): HTMLElement =>
  [...deep(page.element.shadowRoot!)].find(
    (one): one is HTMLElement =>
      one.matches('button.action') && one.closest('li')!.textContent.includes(name),
  )!;

describe('pg-portal steered by its host', () => {
  it('opens at the start what its attribute names, and says nothing of it', async () => {
    const page = await whole({integration: 'jira'});
    await opened(page, 'ada@example.com');
    expect(told(page, 'pg-open', 'pg-close', 'pg-select')).to.deep.equal([]);
  });

  it('follows its attribute from one integration to another, and closes without one', async () => {
    const page = await whole();
    page.element.setAttribute('integration', 'jira');
    await opened(page, 'ada@example.com');
    page.element.setAttribute('integration', 'notion');
    await opened(page, 'bob@example.com');
    page.element.removeAttribute('integration');
    await closed(page);
    expect(told(page, 'pg-open', 'pg-close')).to.deep.equal([]);
  });

  for (const nothing of ['', undefined, null]) {
    it(`closes when the integration becomes ${JSON.stringify(nothing)}`, async () => {
      const page = await whole({integration: 'jira'});
      await opened(page, 'ada@example.com');
      page.element.integration = nothing as undefined;
      await closed(page);
    });
  }

  it('opens and closes by its methods', async () => {
    const page = await whole();
    page.element.open('jira', {credential: 'ada', section: 'accounts'});
    await opened(page, 'ada@example.com');
    expect(page.element.integration).to.equal('jira');
    expect((integrationOf(page) as unknown as {credential: string}).credential).to.equal('ada');
    page.element.close();
    expect([page.dialog.open, page.element.integration]).to.deep.equal([false, undefined]);
    page.element.open('notion');
    await opened(page, 'bob@example.com');
  });

  it('opens again what is closed and opened in one go', async () => {
    const page = await whole({integration: 'jira'});
    await opened(page, 'ada@example.com');
    page.element.close();
    page.element.open('jira');
    await opened(page, 'ada@example.com');
  });

  it('tells when the person opens and closes, and knows what is open', async () => {
    const page = await whole();
    button(page.element, 'Jira').click();
    await opened(page, 'ada@example.com');
    expect(page.element.integration).to.equal('jira');
    await sendKeys({press: 'Escape'});
    await closed(page);
    await settled(page);
    expect(page.element.integration).to.equal(undefined);
    expect(told(page, 'pg-select', 'pg-open', 'pg-close')).to.deep.equal([
      ['pg-select', {integration: 'jira'}],
      ['pg-open', {integration: 'jira'}],
      ['pg-close', {integration: 'jira'}],
    ]);
  });

  it('opens nothing that the host keeps closed', async () => {
    const page = await whole();
    page.element.addEventListener('pg-open', (event) => event.preventDefault(), {once: true});
    button(page.element, 'Jira').click();
    await settled(page);
    expect(page.element.integration).to.equal(undefined);
    expect(page.element.shadowRoot!.querySelector('dialog[open]')).to.equal(null);
  });

  it('opens again what the person has closed, when the attribute is set once more', async () => {
    const page = await whole();
    page.element.setAttribute('integration', 'jira');
    await opened(page, 'ada@example.com');
    await sendKeys({press: 'Escape'});
    await closed(page);
    page.element.setAttribute('integration', 'jira');
    await opened(page, 'ada@example.com');
  });
});

describe('pg-portal opened at a section', () => {
  it('shows the settings, and names what is open', async () => {
    const page = await whole();
    page.element.open('jira', {section: 'settings'});
    await opened(page, 'Settings of ada@example.com');
    expect(tab(page)).to.equal('Settings');
    expect(focused()).to.equal('Jira');
  });

  it('shows the accounts', async () => {
    const page = await whole();
    page.element.open('jira', {section: 'accounts'});
    await until(() => tab(page) === 'Accounts 1');
    page.element.open('jira', {section: 'settings'});
    await until(() => tab(page) === 'Settings');
  });

  it('shows the accounts where there are no settings', async () => {
    const page = await whole();
    page.element.open('notion', {section: 'settings'});
    await opened(page, 'bob@example.com');
  });

  it('begins with the first question where nothing is connected', async () => {
    const page = await whole();
    page.element.open('slack', {section: 'connect'});
    await until(() => page.seen.includes('Your Slack account'));
    expect(told(page, 'pg-install')).to.deep.equal([['pg-install', {integration: 'slack'}]]);
  });

  it('signs the account in again that has to be', async () => {
    const page = await whole();
    page.element.open('notion', {section: 'connect'});
    await until(() => told(page, 'pg-install').length === 1);
    expect(told(page, 'pg-install')).to.deep.equal([
      ['pg-install', {integration: 'notion', credentialId: 'bob'}],
    ]);
  });

  it('adds an account beside one that works, and replaces none', async () => {
    const sdk = flowSdk();
    const page = await whole({}, sdk);
    page.element.open('jira', {section: 'connect'});
    await until(() => sdk.starts.length === 1);
    expect(told(page, 'pg-install')).to.deep.equal([['pg-install', {integration: 'jira'}]]);
    expect(sdk.starts[0]![1].allowMultipleCredentials).to.equal(true);
  });

  for (const [name, leads] of [
    ['Slack', (page: PortalPage) => page.seen.includes('Your Slack account')],
    ['Notion', (page: PortalPage) => told(page, 'pg-install').length === 1],
    ['Jira', (page: PortalPage) => tab(page) === 'Settings'],
  ] as const) {
    it(`is led straight there by the button in the corner of the card: ${name}`, async () => {
      const page = await whole();
      action(page, name).click();
      await until(() => leads(page));
    });
  }
});

describe('the focus after the dialog of pg-portal', () => {
  it('is on the card that was pressed, also where engines do not focus buttons', async () => {
    const page = await whole();
    const card = button(page.element, 'Jira');
    // As Safari does: the click moves no focus.
    card.click();
    expect(focused()).to.equal('nothing');
    await opened(page, 'ada@example.com');
    await sendKeys({press: 'Escape'});
    await closed(page);
    expect(focused()).to.equal('Jira');
  });

  it('is at once where the host wants it that has a modal of its own', async () => {
    const page = await whole();
    const mine = document.createElement('button');
    mine.textContent = 'Mine';
    document.body.append(mine);
    button(page.element, 'Slack').click();
    await until(() => controls(page.element).has('Connect Slack'));
    page.element.addEventListener(
      'pg-install',
      (event) => {
        event.preventDefault();
        page.element.close();
        mine.focus();
      },
      {once: true},
    );
    button(page.element, 'Connect Slack').click();
    expect([page.dialog.open, focused()]).to.deep.equal([false, 'Mine']);
    await settled(page);
    expect([focused(), page.element.integration]).to.deep.equal(['Mine', undefined]);
    mine.remove();
    page.element.open('slack');
    await until(() => controls(page.element).has('Connect Slack'));
  });
});

describe('pg-portal with sync-url', () => {
  const start = location.href;
  const query = (): string | null => new URL(location.href).searchParams.get('app');
  afterEach(() => history.replaceState(null, '', start));

  it('writes what is open into the address, and Back closes it', async () => {
    const page = await whole({syncUrl: '?app'});
    button(page.element, 'Jira').click();
    await opened(page, 'ada@example.com');
    await until(() => query() === 'jira');
    history.back();
    await closed(page);
    expect([query(), told(page, 'pg-close').length]).to.deep.equal([null, 1]);
    history.forward();
    await opened(page, 'ada@example.com');
    history.back();
    await closed(page);
  });

  it('goes back itself when the person closes, so that nothing is left in the history', async () => {
    const page = await whole({syncUrl: '?app'});
    const lengths = new Set<number>();
    for (const name of ['Jira', 'Slack']) {
      button(page.element, name).click();
      await opened(page, name);
      await until(() => query() === name.toLowerCase());
      await sendKeys({press: 'Escape'});
      await until(() => query() === null);
      lengths.add(history.length);
    }
    expect([...lengths].length).to.equal(1);
  });

  it('opens what a link names, and takes it out of the address when that is closed', async () => {
    history.replaceState(null, '', `${start}#tab=2&app=jira`);
    const page = await whole({syncUrl: '#app'});
    await opened(page, 'ada@example.com');
    page.element.close();
    await until(() => location.hash === '#tab=2');
  });

  it('follows the host, too', async () => {
    const page = await whole({syncUrl: '?app'});
    page.element.open('jira');
    await until(() => query() === 'jira');
    page.element.open('notion');
    await until(() => query() === 'notion');
    page.element.close();
    await until(() => query() === null);
  });

  it('leaves the address alone once it is gone', async () => {
    const page = await whole({syncUrl: '?app', integration: 'jira'});
    await until(() => query() === 'jira');
    page.element.remove();
    await turn();
    expect(query()).to.equal('jira');
    history.replaceState(null, '', start);
    window.dispatchEvent(new PopStateEvent('popstate'));
    expect(page.element.integration).to.equal('jira');
  });

  it('stays closed where the host keeps it so', async () => {
    history.replaceState(null, '', `${start}#app=jira`);
    const page = await mountPortal(flowSdk(), {}, '');
    page.element.addEventListener('pg-open', (event) => event.preventDefault());
    page.element.syncUrl = '#app';
    await until(() => location.hash === '');
    expect(page.element.integration).to.equal(undefined);
  });
});
