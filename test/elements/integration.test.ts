import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {ConnectSession} from '../../src/core/compose.js';
import type {PgIntegration} from '../../src/elements/integration/integration.js';
import '../../src/define.js';
import type {FakeIntegration} from '../support/fake-sdk.js';
import {FlowSdk} from '../support/flow-sdk.js';
import {SLACK} from './install-flow-fixture.js';
import {
  button,
  choose,
  controls,
  deep,
  expectAccessible,
  focused,
  hear,
  seen,
  turn,
  typesOf,
  until,
  type Heard,
} from './session-fixture.js';

const configurations = [{id: 'default', isDefault: true}];
const ADA = {id: 'ada', providerData: {email: 'ada@example.com'}, configurations} as const;

/** A detail view on a page. */
interface DetailPage {
  readonly element: PgIntegration;
  readonly sdk: FlowSdk;
  readonly session: ConnectSession;
  readonly heard: Heard[];
  readonly root: ShadowRoot;
  readonly part: (name: string) => HTMLElement | null;
  /** The tabs, the chosen one in brackets. */
  readonly tabs: () => readonly string[];
  readonly click: (name: string) => Promise<void>;
  readonly settled: () => Promise<void>;
}

async function mountDetail(
  integrations: readonly FakeIntegration[],
  properties: Partial<PgIntegration> = {},
): Promise<DetailPage> {
  const sdk = new FlowSdk({slack: {}, jira: {}}, integrations);
  const session = new ConnectSession(sdk, {environment: sdk.page});
  const box = await fixture<HTMLElement>(html`<div></div>`);
  const heard = hear(box);
  const element = document.createElement('pg-integration');
  Object.assign(element, {session, integration: 'slack', ...properties});
  box.append(element);
  const settled = async (): Promise<void> => {
    await element.updateComplete;
    await turn();
    for (const inner of deep(element.shadowRoot!))
      if ('updateComplete' in inner) await inner.updateComplete;
    await turn();
  };
  await settled();
  const root = element.shadowRoot!;
  return {
    element,
    sdk,
    session,
    heard,
    root,
    part: (name) => root.querySelector<HTMLElement>(`[part="${name}"]`),
    tabs: () =>
      [...root.querySelectorAll<HTMLElement>('[role=tab]')].map((tab) =>
        tab.ariaSelected === 'true' ? `[${seen(tab)}]` : seen(tab),
      ),
    click: async (name) => {
      const found = button(element, name);
      found.focus();
      found.click();
      await settled();
    },
    settled,
  };
}

const disconnect = async (page: DetailPage, name: string): Promise<void> => {
  await choose(page.element, name, 'Disconnect');
  await page.settled();
  const all = [...deep(page.root)].filter((one) => one.matches('.button.danger'));
  (all.find((one) => one.checkVisibility()) as HTMLElement).click();
  await page.settled();
};

const BOB = {id: 'bob', providerData: {email: 'bob@example.com'}, configurations} as const;
const SETTINGS = {
  availableUserSettings: [{id: 'channel', type: 'TEXT_NO_VARS', title: 'Channel', required: false}],
};

/** Whose settings are shown. */
const settingsOf = (page: DetailPage): string | undefined =>
  page.root.querySelector('pg-user-settings')?.credential;

/** The field of the one setting. */
function channel(page: DetailPage): HTMLInputElement | undefined {
  const fields = [...deep(page.root)].filter((one) => one.matches('pg-input'));
  return fields.at(-1)?.shadowRoot?.querySelector<HTMLInputElement>('#control') ?? undefined;
}

function radio(page: DetailPage, name: string): HTMLInputElement {
  const all = [...deep(page.root)].filter((one) => one.matches('input[type=radio]'));
  return all.find((one) => one.getAttribute('aria-label')?.endsWith(name)) as HTMLInputElement;
}

describe('pg-integration', () => {
  it('shows what the integration is, and how to connect it', async () => {
    const config = {shortDescription: 'Post messages', longDescription: 'About **Slack**'};
    const page = await mountDetail([{...SLACK, config}]);
    expect([
      page.root.querySelector('h2')!.textContent,
      page.part('status'),
      seen(page.root.querySelector('.summary')!),
      [...controls(page.element).keys()],
    ]).to.deep.equal(['Slack', null, 'Post messages', ['Connect Slack']]);
    await until(() => page.root.querySelector('strong'));
    await expectAccessible(page.element);
  });

  it('says in words how it stands', async () => {
    for (const [accounts, words] of [
      [[{}], 'Connected'],
      [[{status: 'INVALID'}], 'Needs attention'],
      [[{status: 'PENDING'}], 'Setup not finished'],
    ] as const) {
      const page = await mountDetail([{...SLACK, accounts}]);
      expect(seen(page.part('status')!)).to.equal(words);
    }
  });

  it('lists its accounts, without a second way to connect the first', async () => {
    const page = await mountDetail([{...SLACK, accounts: [ADA]}]);
    expect([...controls(page.element).keys()]).to.deep.equal([
      'Actions for ada@example.com',
      'Add another Slack account',
    ]);
    await expectAccessible(page.element);
  });

  it('lists what its workflows do, in words of the project shown as text', async () => {
    const page = await mountDetail([
      {
        ...SLACK,
        config: {
          availableWorkflows: [
            {id: 'a', description: '<b>Sync</b> contacts', infoText: 'Every <i>hour</i>'},
            {id: 'b', description: 'Greet'},
          ],
          hiddenWorkflows: [{id: 'c', description: 'Secret'}],
        },
      },
    ]);
    expect(seen(page.root.querySelector('h3')!)).to.equal('What it does');
    const items = [...page.root.querySelectorAll('.workflows > li')];
    expect(items.map((item) => seen(item))).to.deep.equal([
      '<b>Sync</b> contacts Every <i>hour</i>',
      'Greet',
    ]);
    expect(page.root.querySelector('b, i')).to.be.null;
  });

  it('shows hostile names and descriptions as text', async () => {
    const page = await mountDetail([
      {
        type: 'slack',
        name: '<img src=x onerror="alert(1)">',
        icon: 'javascript:alert(1)',
        brandColor: 'red; background: url(https://evil.example/)',
        config: {
          shortDescription: '<script>alert(1)</script>',
          longDescription:
            '# Title\n\n<iframe src="javascript:alert(1)"></iframe> [click](javascript:alert(1)) **ok**',
        },
      },
    ]);
    await until(() => page.root.querySelector('strong'));
    expect(page.root.querySelector('h2')!.textContent).to.equal('<img src=x onerror="alert(1)">');
    expect(page.root.querySelector('img, script, iframe, a')).to.be.null;
    expect(seen(page.element)).to.contain('<iframe src="javascript:alert(1)"></iframe>');
  });

  it('keeps the order of headings, below the one it stands under', async () => {
    const page = await mountDetail([
      {...SLACK, config: {longDescription: '# Deep\n\ntext\n\n## Deeper'}},
    ]);
    await until(() => page.root.querySelector('.markdown:not(.plain)'));
    const levels = [...page.root.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(
      ({localName}) => localName,
    );
    expect(levels[0]).to.equal('h2');
    for (const [index, level] of levels.entries()) {
      const before = levels[index - 1] ?? 'h1';
      expect(Number(level[1]) - Number(before[1]), levels.join()).to.be.at.most(1);
    }
  });

  it('works where the SDK has no configuration of it', async () => {
    const page = await mountDetail([]);
    page.sdk.addIntegration(SLACK);
    page.sdk.getIntegrationConfig = () => {
      throw new TypeError('undefined is not an object');
    };
    const second = await mountDetail([SLACK]);
    expect(seen(second.element)).to.contain('Slack');
    page.session.reread();
  });

  it('says so while no integration is chosen', async () => {
    const page = await mountDetail([SLACK], {integration: ''});
    expect(seen(page.element)).to.equal('No integration selected.');
    expect(typesOf(page.heard)).to.be.empty;
    page.element.integration = 'slack';
    await page.settled();
    expect(seen(page.element)).to.contain('Connect Slack');
  });

  it('has room for further actions of the host, beside the name', async () => {
    const page = await mountDetail([SLACK]);
    const help = document.createElement('button');
    help.slot = 'actions';
    help.textContent = 'Help';
    page.element.append(help);
    expect(seen(page.part('header')!)).to.contain('Help');
    expect(help.checkVisibility()).to.be.true;
  });

  it('confirms the first account, and leads from there to its settings', async () => {
    const page = await mountDetail([{...SLACK, config: SETTINGS}]);
    await page.click('Connect Slack');
    await until(() => focused() === 'Finish in the Slack window');
    page.sdk.approve();
    await page.settled();
    const words = 'Slack is connected as person-1@acme.example.';
    expect(seen(page.element)).to.contain(words);
    expect(focused()).to.equal(words);
    expect(seen(page.part('status')!)).to.equal('Connected');
    expect(page.root.querySelector('[role=tab]')?.checkVisibility()).not.to.equal(true);
    await page.click('Choose settings');
    await until(() => focused() === 'Settings');
    expect(page.tabs()).to.deep.equal(['Accounts 1', '[Settings]']);
    expect(seen(page.element)).not.to.contain('is connected as');
  });

  it('keeps the confirmation where the host does so', async () => {
    const page = await mountDetail([SLACK]);
    page.element.addEventListener('pg-install-close', (event) => event.preventDefault());
    await page.click('Connect Slack');
    page.sdk.approve();
    await page.settled();
    await page.click('Done');
    expect(seen(page.element)).to.contain('Slack is connected as');
  });

  it('says that the account that is asked for is gone, tells it once, and manages no other', async () => {
    const page = await mountDetail([{...SLACK, accounts: [ADA, BOB], config: SETTINGS}], {
      credential: 'ext:team',
    });
    expect(seen(page.element)).to.contain('This account is no longer connected.');
    expect([...page.root.querySelectorAll('pg-user-settings')]).to.have.length(0);
    await page.session.refresh();
    await page.settled();
    expect(page.heard.map(({type, detail}) => [type, detail['code']])).to.deep.equal([
      ['pg-error', 'account-not-found'],
    ]);
    await expectAccessible(page.element);
    radio(page, 'bob@example.com').click();
    await page.settled();
    expect([page.element.credential, settingsOf(page)]).to.deep.equal(['bob', 'bob']);
    expect(seen(page.element)).not.to.contain('no longer connected');
  });

  it('works with the account of an external id, written either way', async () => {
    const accounts = [ADA, {...BOB, externalId: 'team'}];
    for (const credential of ['team', 'ext:team']) {
      const page = await mountDetail([{...SLACK, accounts, config: SETTINGS}], {credential});
      expect([settingsOf(page), typesOf(page.heard)]).to.deep.equal(['bob', []]);
      await page.click('Accounts 2');
      expect(radio(page, 'bob@example.com').checked).to.equal(true);
    }
  });

  it('goes on with the account that was just added, and keeps what was typed for the other one', async () => {
    const page = await mountDetail([{...SLACK, accounts: [ADA], config: SETTINGS}]);
    await until(() => channel(page));
    expect(seen(page.element)).to.contain('Settings of ada@example.com');
    channel(page)!.focus();
    await sendKeys({type: 'ops'});
    await until(() => page.tabs().includes('[Settings Unsaved changes]'));
    await page.click('Accounts 1');
    await page.click('Add another Slack account');
    const id = page.sdk.approve();
    await page.settled();
    await until(() => seen(page.element).includes('Slack is connected as'));
    await page.click('Choose settings');
    await until(() => settingsOf(page) === id);
    expect(page.tabs()).to.deep.equal(['Accounts 2', '[Settings]']);
    expect(focused()).to.equal('Settings');
    expect(channel(page)!.value).to.equal('');
    const switcher = page.root.querySelector('select')!;
    expect(switcher.selectedOptions[0]!.text.trim()).to.equal('person-2@acme.example');
    switcher.value = 'ada';
    switcher.dispatchEvent(new Event('change'));
    await page.settled();
    await until(() => channel(page)?.value === 'ops');
    expect(settingsOf(page)).to.equal('ada');
  });

  it('gives what begins in the list all of its room, and the focus back when it is cancelled', async () => {
    const accounts = [{...ADA, status: 'INVALID' as const}, BOB];
    const page = await mountDetail([{...SLACK, accounts, config: SETTINGS}]);
    await page.click('Reconnect ada@example.com');
    await until(() => seen(page.element).includes('Finish in the Slack window'));
    expect([...controls(page.element).keys()]).to.deep.equal(['Cancel', 'Show window']);
    await until(() => focused() === 'Finish in the Slack window');
    expect(
      page.heard.filter(({type}) => type === 'pg-install').map(({detail}) => detail),
    ).to.deep.equal([{integration: 'slack', credentialId: 'ada'}]);
    await expectAccessible(page.element);
    await page.click('Cancel');
    await until(() => focused() === 'Reconnect ada@example.com');
    expect(page.tabs()[0]).to.equal('[Accounts 2]');
  });

  it('stays at the list where the page keeps a connection from starting', async () => {
    const page = await mountDetail([{...SLACK, accounts: [ADA]}]);
    page.element.parentElement!.addEventListener('pg-install', (event) => event.preventDefault());
    await page.click('Add another Slack account');
    expect([...controls(page.element).keys()]).to.deep.equal([
      'Actions for ada@example.com',
      'Add another Slack account',
    ]);
    expect(focused()).to.equal('Add another Slack account');
    expect(page.root.querySelector('pg-install-flow')).to.equal(null);
  });

  it('chooses the account above the settings, without naming it twice', async () => {
    const page = await mountDetail([{...SLACK, accounts: [ADA, BOB], config: SETTINGS}]);
    await until(() => channel(page));
    const switcher = page.root.querySelector('select')!;
    expect(switcher.labels[0]!.textContent).to.equal('Account');
    expect(switcher.closest('[role=tabpanel]')?.id).to.equal('panel-settings');
    const heading = [...deep(page.root)].find((one) => one.matches('.heading'))!;
    expect(heading.getBoundingClientRect().width).to.be.at.most(1);
    await expectAccessible(page.element);
  });

  it('says what is missing, shows it after connecting, and leads there', async () => {
    const required = [{id: 'channel', type: 'TEXT_NO_VARS', title: 'Channel'}];
    const page = await mountDetail([{...SLACK, config: {availableUserSettings: required}}]);
    await page.click('Connect Slack');
    page.sdk.approve();
    await page.settled();
    expect(seen(page.element)).to.contain('Next: fill in Channel in the settings.');
    expect(page.root.querySelector('pg-install-flow')!.matches(':state(incomplete)')).to.equal(
      true,
    );
    expect([seen(page.part('status')!), page.element.matches(':state(incomplete)')]).to.deep.equal([
      'Setup not finished',
      true,
    ]);
    await page.click('Choose settings');
    await until(() => seen(page.element).includes('Fill in Channel, then save.'));
    await page.click('Accounts 1');
    await page.click('Finish setup of person-1@acme.example');
    await until(() => focused() === 'Channel');
    expect(typesOf(page.heard)).not.to.include('pg-select');
    await expectAccessible(page.element);
  });

  it('stays with its account when another one comes, and when its own stops working', async () => {
    const page = await mountDetail([{...SLACK, accounts: [ADA], config: SETTINGS}]);
    page.sdk.addAccount('slack', BOB);
    page.sdk.changeAccount('ada', {status: 'INVALID'});
    await page.settled();
    expect(radio(page, 'ada@example.com').checked).to.equal(true);
    page.sdk.removeAccount('ada');
    await page.settled();
    expect(settingsOf(page)).to.equal(undefined);
    expect(seen(page.element)).to.contain('This account is no longer connected.');
  });

  it('goes on with what is left where the person has disconnected the account here', async () => {
    const page = await mountDetail([{...SLACK, accounts: [ADA, BOB], config: SETTINGS}], {
      credential: 'ada',
    });
    await page.click('Accounts 2');
    await disconnect(page, 'ada@example.com');
    await until(() => settingsOf(page) === 'bob');
    expect(typesOf(page.heard)).to.deep.equal(['pg-disconnect', 'pg-disconnected']);
  });

  it('hands focus to the connect button when the last account has gone', async () => {
    const page = await mountDetail([{...SLACK, accounts: [ADA]}]);
    await disconnect(page, 'ada@example.com');
    await until(() => focused() === 'Connect Slack');
    expect(page.tabs()).to.deep.equal([]);
    expect(typesOf(page.heard)).to.deep.equal(['pg-disconnect', 'pg-disconnected']);
  });

  it('offers to connect again after the account it has just connected was disconnected', async () => {
    const page = await mountDetail([SLACK]);
    await page.click('Connect Slack');
    page.sdk.approve();
    await page.settled();
    await page.click('Done');
    await disconnect(page, 'person-1@acme.example');
    await until(() => focused() === 'Connect Slack');
    expect(seen(page.element)).not.to.contain('is connected');
  });

  it('offers one way to add an account once there is one, whoever connected it', async () => {
    const page = await mountDetail([SLACK]);
    await page.click('Connect Slack');
    await page.click('Cancel');
    page.sdk.addAccount('slack', ADA);
    await page.settled();
    expect([...controls(page.element).keys()]).to.deep.equal([
      'Actions for ada@example.com',
      'Add another Slack account',
    ]);
  });

  it('shows nothing of one user’s connection to the next', async () => {
    const page = await mountDetail([SLACK]);
    await page.click('Connect Slack');
    const id = page.sdk.approve();
    await page.settled();
    page.sdk.removeAccount(id);
    page.sdk.userId = 'user-2';
    page.sdk.addAccount('slack', ADA);
    await page.settled();
    expect(seen(page.element)).not.to.contain('Connect Slack');
    expect([...controls(page.element).keys()]).to.include('Add another Slack account');
  });

  it('goes over to another integration, leaving nothing of the first', async () => {
    const page = await mountDetail([
      SLACK,
      {type: 'jira', name: 'Jira', accounts: [{providerData: {email: 'jo@example.com'}}]},
    ]);
    await page.click('Connect Slack');
    page.element.integration = 'jira';
    await page.settled();
    expect(seen(page.element)).not.to.contain('Slack');
    expect(seen(page.element)).to.contain('jo@example.com');
  });

  it('opens at what can be set, keeps each tab as it was left, and marks what is not saved', async () => {
    const config = {...SETTINGS, longDescription: 'About Slack'};
    const page = await mountDetail([{...SLACK, accounts: [ADA], config}]);
    await until(() => channel(page));
    expect(page.tabs()).to.deep.equal(['Overview', 'Accounts 1', '[Settings]']);
    channel(page)!.focus();
    await sendKeys({type: 'ops'});
    await until(() => page.tabs().includes('[Settings Unsaved changes]'));
    await page.click('Overview');
    expect(page.tabs()[0]).to.equal('[Overview]');
    expect(seen(page.element)).to.contain('About Slack').and.not.to.contain('Channel');
    await expectAccessible(page.element);
    await page.click('Settings Unsaved changes');
    expect(channel(page)!.value).to.equal('ops');
    await page.click('Discard');
    await until(() => page.tabs().includes('[Settings]'));
  });

  it('opens at the accounts where the only one has to be reconnected', async () => {
    const accounts = [{...ADA, status: 'INVALID' as const}];
    const page = await mountDetail([{...SLACK, accounts, config: {longDescription: 'About'}}]);
    expect(page.tabs()).to.deep.equal(['Overview', '[Accounts 1]']);
    expect([...controls(page.element).keys()]).to.include('Reconnect ada@example.com');
  });

  it('opens at the accounts where one of several has to be reconnected, and at the settings of one that was asked for', async () => {
    const broken = {...ADA, id: 'broken', status: 'INVALID' as const};
    const integration = {...SLACK, accounts: [ADA, broken], config: SETTINGS};
    expect((await mountDetail([integration])).tabs()).to.include('[Accounts 2]');
    const page = await mountDetail([integration], {credential: ADA.id});
    expect(page.tabs()).to.include('[Settings]');
  });

  it('stays at the settings when another account stops working meanwhile', async () => {
    const other = {...ADA, id: 'other'};
    const page = await mountDetail([{...SLACK, accounts: [ADA, other], config: SETTINGS}]);
    expect(page.tabs()).to.include('[Settings]');
    const accounts = [ADA, {...other, status: 'INVALID' as const}];
    page.sdk.addIntegration({...SLACK, accounts, config: SETTINGS});
    await page.session.refresh();
    await page.settled();
    expect(page.tabs()).to.include('[Settings]');
  });

  it('shows nothing beside the steps of a connection', async () => {
    const page = await mountDetail([{...SLACK, config: {longDescription: 'About Slack'}}]);
    await page.click('Connect Slack');
    expect(seen(page.element)).not.to.contain('About Slack');
    await page.click('Cancel');
    expect(seen(page.element)).to.contain('About Slack');
  });

  it('goes on marking what is not saved after a move in the page', async () => {
    const page = await mountDetail([{...SLACK, accounts: [ADA], config: SETTINGS}]);
    await until(() => channel(page));
    const marks = () => page.root.querySelectorAll('.tab .mark').length;
    const place = document.createElement('div');
    page.element.parentElement!.append(place);
    place.append(page.element);
    await page.settled();
    channel(page)!.focus();
    await sendKeys({type: 'ops'});
    await until(() => marks() === 1);
    await page.click('Discard');
    await until(() => marks() === 0);
  });
});
