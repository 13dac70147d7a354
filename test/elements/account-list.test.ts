import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {registerTranslation} from '../../src/i18n/translations.js';
import {ADA, BOB, EVE, mountAccounts, slackWith} from './account-list-fixture.js';
import {expectAccessible, seen, typesOf, until} from './session-fixture.js';

const TWO = [slackWith(ADA), {type: 'jira', name: 'Jira', accounts: [BOB]}];
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();

describe('pg-account-list of an account that lacks a required setting', () => {
  const config = {availableUserSettings: [{id: 'channel', type: 'TEXT_NO_VARS', title: 'Channel'}]};
  const saved = (sharedSettings: object) => ({
    ...ADA,
    configurations: [{id: 'c', isDefault: true, sharedSettings: {...sharedSettings}}],
  });

  it('says what is missing, and leads there: to the host, else to the settings themselves', async () => {
    const page = await mountAccounts([{...slackWith(saved({})), config}]);
    expect(page.seen).to.contain('Setup not finished');
    expect(page.seen).to.contain('Not filled in yet: Channel.');
    expect(page.element.matches(':state(incomplete)')).to.equal(true);
    page.element.addEventListener('pg-select', (event) => event.preventDefault(), {once: true});
    await page.click('Finish setup of ada@example.com');
    expect([...page.root.querySelectorAll('pg-user-settings')]).to.have.length(0);
    expect(page.heard.at(-1)!.detail).to.deep.equal({
      integration: 'slack',
      action: 'manage',
      credentialId: 'ada',
    });
    await page.click('Finish setup of ada@example.com');
    await until(() => page.root.querySelector('pg-user-settings')?.shadowRoot);
    expect(page.root.querySelector('pg-user-settings')!.credential).to.equal('ada');
    page.sdk.changeAccount('ada', saved({channel: 'ops'}));
    await page.settled();
    expect(page.seen).not.to.contain('Setup not finished');
    expect(page.element.matches(':state(incomplete)')).to.equal(false);
  });
});

describe('pg-account-list', () => {
  it('lists the accounts of one integration, named for screen readers', async () => {
    const page = await mountAccounts(TWO);
    const list = page.root.querySelector('[role="list"]')!;
    expect(list.getAttribute('aria-label')).to.equal('Slack accounts');
    expect(page.texts).to.deep.equal(['ada@example.com Connected Acme']);
  });

  it('lists the accounts of all integrations, with the provider of each', async () => {
    const page = await mountAccounts(TWO, {integration: undefined});
    expect(page.root.querySelector('[role="list"]')!.getAttribute('aria-label')).to.equal(
      'Connected accounts',
    );
    expect(page.texts).to.deep.equal([
      'bob@example.com Needs attention Jira account Access has ended. Reconnect this account to use it again.',
      'ada@example.com Connected Slack account · Acme',
    ]);
  });

  it('shows nothing but the accounts where it is about all integrations', async () => {
    const page = await mountAccounts(TWO, {integration: undefined});
    expect(page.seen).not.to.contain('does not exist');
    expect(typesOf(page.heard)).to.deep.equal([]);
    expect(page.buttons).to.deep.equal([
      'Reconnect bob@example.com',
      'Actions for bob@example.com',
      'Actions for ada@example.com',
    ]);
  });

  it('says in words how each account stands, and what to do about it', async () => {
    const page = await mountAccounts([slackWith(ADA, BOB, EVE)]);
    expect(page.texts).to.deep.equal([
      'bob@example.com Needs attention Access has ended. Reconnect this account to use it again.',
      'ada@example.com Connected Acme',
      'eve@example.com Setup not finished Finish the setup to use this account.',
    ]);
    expect(page.buttons).to.deep.equal([
      'Reconnect bob@example.com',
      'Actions for bob@example.com',
      'Actions for ada@example.com',
      'Finish setup of eve@example.com',
      'Actions for eve@example.com',
      'Add another Slack account',
    ]);
    await expectAccessible(page.element);
  });

  it('has the words of its buttons in their names', async () => {
    const page = await mountAccounts([slackWith(BOB)]);
    for (const one of page.root.querySelectorAll('.actions button[aria-label]')) {
      const name = one.getAttribute('aria-label')!;
      expect(name.startsWith(one.textContent.trim()), name).to.be.true;
    }
  });

  it('says since when an account is connected, in the language around it', async () => {
    registerTranslation('de', {accounts: {connectedSince: (when: string) => `Verbunden ${when}`}});
    const day = 24 * 3_600_000;
    const page = await mountAccounts([
      slackWith(
        {...ADA, dateCreated: ago(0), dateRefreshed: ago(0)},
        {...BOB, status: 'VALID', dateCreated: ago(3 * day)},
        {id: 'zoe', dateCreated: ago(70 * day)},
      ),
    ]);
    expect(page.texts[0]).to.match(/Connected today$/);
    expect(page.texts[1]).to.contain('Connected 3 days ago');
    expect(page.texts[2]).to.contain('Connected 2 months ago');
    page.element.lang = 'de';
    await until(() => page.texts[1]!.includes('Verbunden vor 3 Tagen'));
  });

  it('says when access was renewed where nobody knows since when it is there', async () => {
    const page = await mountAccounts([slackWith({...ADA, dateRefreshed: ago(0)})]);
    expect(page.texts[0]).to.contain('Access renewed today');
  });

  it('leaves out a date that is none', async () => {
    const page = await mountAccounts([
      slackWith({...ADA, dateCreated: 'long ago', dateRefreshed: 'soon'}),
    ]);
    expect(page.texts[0]).to.equal('ada@example.com Connected Acme');
  });

  it('has accounts that need attention first, and moves no row that stands', async () => {
    const page = await mountAccounts([slackWith(ADA, EVE, BOB)]);
    const names = () => page.texts.map((text) => text.split('@')[0]);
    expect(names()).to.deep.equal(['bob', 'ada', 'eve']);
    page.sdk.changeAccount('bob', {status: 'VALID'});
    page.sdk.changeAccount('eve', {status: 'INVALID'});
    await page.settled();
    expect(page.texts[2]).to.contain('Needs attention');
    expect(names()).to.deep.equal(['bob', 'ada', 'eve']);
    page.sdk.removeAccount('ada');
    await page.settled();
    expect(names()).to.deep.equal(['eve', 'bob']);
  });

  it('shows the host’s own identifier, and not twice', async () => {
    const page = await mountAccounts([
      slackWith({...ADA, externalId: 'team-1'}, {id: 'x', providerId: '', externalId: 'team-2'}),
    ]);
    expect(page.texts).to.deep.equal([
      'ada@example.com Connected Acme ID: team-1',
      'team-2 Connected',
    ]);
  });

  it('calls an account without a name by a short form of its id', async () => {
    const id = '0123abcd-0000-4000-8000-000000000000';
    const page = await mountAccounts([slackWith({id})]);
    expect(page.texts[0]).to.equal('ID 0123abcd… Connected');
  });

  it('shows what providers write as text', async () => {
    const page = await mountAccounts([
      slackWith({
        id: 'evil" onclick="alert(1)',
        externalId: '<b>id</b>',
        providerData: {
          username: '<img src=x onerror="alert(1)">',
          workspaceName: '\u202Egpj.exe',
          email: {_$litType$: 1, strings: ['<script>'], values: []},
        },
      }),
    ]);
    expect(page.texts[0]).to.equal(
      '<img src=x onerror="alert(1)"> Connected gpj.exe ID: <b>id</b>',
    );
    expect(page.root.querySelector('img, b, script')).to.be.null;
    for (const element of page.root.querySelectorAll('*'))
      for (const {value} of element.attributes) expect(value).not.to.contain('evil');
    await page.choose('<img src=x onerror="alert(1)">', 'Disconnect');
    expect(seen(page.dialog)).to.contain('Disconnect <img src=x onerror="alert(1)">?');
    expect(page.confirm.shadowRoot!.querySelector('img')).to.be.null;
  });

  it('cuts names of enormous length', async () => {
    const page = await mountAccounts([
      slackWith({...ADA, providerData: {username: 'x'.repeat(100_000)}}),
    ]);
    expect(page.texts[0]!.length).to.be.at.most(200);
  });

  it('says that there is none, in words that a host can replace', async () => {
    const page = await mountAccounts([slackWith()]);
    expect(page.seen).to.equal(
      'No accounts yet Accounts you connect are listed here. Connect Slack',
    );
    const note = document.createElement('p');
    note.slot = 'empty';
    note.textContent = 'Nobody here';
    page.element.append(note);
    expect(page.seen).to.equal('Nobody here');
    await expectAccessible(page.element);
  });

  it('follows accounts that come, change and go, keeping the rows of the others', async () => {
    const page = await mountAccounts([slackWith(ADA)]);
    const [first] = page.rows;
    page.sdk.addAccount('slack', EVE);
    await page.settled();
    page.sdk.changeAccount('eve', {status: 'VALID'});
    await page.settled();
    expect(page.texts[1]).to.equal('eve@example.com Connected');
    expect(page.rows[0] === first).to.be.true;
    page.sdk.removeAccount('ada');
    await page.settled();
    expect(page.texts).to.deep.equal(['eve@example.com Connected']);
  });

  it('has no radio buttons unless accounts can be chosen', async () => {
    const page = await mountAccounts([slackWith(ADA, BOB)]);
    expect(page.radios.length).to.equal(0);
    page.element.selectable = true;
    page.element.credential = 'bob';
    await page.settled();
    expect(page.radios.map(({checked, ariaLabel}) => [ariaLabel, checked])).to.deep.equal([
      ['bob@example.com', true],
      ['ada@example.com', false],
    ]);
    await expectAccessible(page.element);
  });

  it('chooses accounts with the arrow keys, and tells', async () => {
    const page = await mountAccounts([slackWith(ADA, {...BOB, status: 'VALID'}, EVE)], {
      selectable: true,
      credential: 'ada',
    });
    page.radios[0]!.focus();
    await sendKeys({press: 'ArrowDown'});
    await page.settled();
    await sendKeys({press: 'ArrowDown'});
    await page.settled();
    expect(page.element.credential).to.equal('eve');
    expect(page.heard.map(({type, detail}) => [type, detail])).to.deep.equal([
      ['pg-account-select', {integration: 'slack', credentialId: 'bob'}],
      ['pg-account-select', {integration: 'slack', credentialId: 'eve'}],
    ]);
    expect(Object.isFrozen(page.heard[0]!.detail)).to.be.true;
  });

  it('shows the account that the host chooses, also when that undoes a click', async () => {
    const page = await mountAccounts([slackWith(ADA, BOB)], {selectable: true, credential: 'ada'});
    page.element.addEventListener('pg-account-select', () => (page.element.credential = 'ada'));
    page.radios[0]!.click();
    await page.settled();
    expect(page.radios.map(({checked}) => checked)).to.deep.equal([false, true]);
  });

  it('keeps two lists apart', async () => {
    const first = await mountAccounts([slackWith(ADA, BOB)], {selectable: true, credential: 'ada'});
    const second = await mountAccounts([slackWith(ADA, BOB)], {
      selectable: true,
      credential: 'bob',
    });
    second.radios[1]!.click();
    await second.settled();
    expect(first.radios.map(({checked}) => checked)).to.deep.equal([false, true]);
  });

  it('tells accounts of integrations apart that objects have as members', async () => {
    const page = await mountAccounts(
      [
        {type: '__proto__', name: 'Proto', accounts: [ADA]},
        {type: 'constructor', name: 'Constructor', accounts: [BOB]},
      ],
      {integration: '__proto__'},
    );
    expect(page.texts).to.deep.equal(['ada@example.com Connected Acme']);
    page.element.integration = 'constructor';
    await page.settled();
    expect(page.texts[0]).to.contain('bob@example.com');
  });
});
