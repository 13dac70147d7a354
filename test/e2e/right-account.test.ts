import assert from 'node:assert/strict';
import {after, suite, test, type TestContext} from 'node:test';
import {seededCredentialId} from '../../demo/sandbox/ids.js';
import {eventually} from '../support/eventually.js';
import {startBrowser, type OpenOptions, type Session} from './support.js';

const browser = await startBrowser();
after(() => browser.close());

const USER = 'demo-user';
const ADA = seededCredentialId('drivepool', 1);
const OPS = seededCredentialId('drivepool', 2);
const ADA_NAME = 'ada.moreno@northwind.example';
const OPS_NAME = 'northwind-shared';
const SWITCH = 'Delete here what is deleted there';

const open = (t: TestContext, html: string, options: OpenOptions = {}): Promise<Session> =>
  browser.open(t, `<pg-portal>${html}</pg-portal>`, {user: USER, ...options});

/** What the backend keeps of each account, by id. */
async function backend(session: Session): Promise<ReadonlyMap<string, unknown>> {
  const accounts = await session.stored('drivepool', USER);
  return new Map(accounts.map(({credential}) => [credential.id, credential.configurations]));
}

/** Ids of the accounts that are not as they were before. */
function changed(
  before: ReadonlyMap<string, unknown>,
  now: ReadonlyMap<string, unknown>,
): readonly string[] {
  const ids = [...new Set([...before.keys(), ...now.keys()])];
  return ids.filter((id) => JSON.stringify(before.get(id)) !== JSON.stringify(now.get(id)));
}

async function saveSwitch(session: Session): Promise<void> {
  await session.page.getByRole('switch', {name: SWITCH}).click();
  await session.button('Save').click();
  await session.page.getByText('Saved', {exact: true}).first().waitFor();
}

/** Waits until the settings are those of this account, which is chosen among several. */
const settingsOf = ({page}: Session, name: string) =>
  page
    .locator('select:visible option:checked')
    .filter({hasText: name})
    .waitFor({state: 'attached'});

const errors = ({page}: Session) =>
  page.evaluate(() =>
    window.testPage.events
      .filter(({name}) => name === 'pg-error')
      .map(({detail}) => (detail as {code: string}).code),
  );

suite('the account that is meant', () => {
  test('is found by its external id in every element, and no other is touched when it goes', async (t) => {
    const session = await open(
      t,
      `<pg-integration integration="drivepool" credential="ext:shared-drive"></pg-integration>
      <pg-install-flow integration="drivepool" credential="shared-drive"></pg-install-flow>`,
    );
    const {page} = session;
    const before = await backend(session);
    await settingsOf(session, OPS_NAME);
    await session.button('Reconnect Drivepool').waitFor();
    await saveSwitch(session);
    assert.deepEqual(changed(before, await backend(session)), [OPS]);

    await page.evaluate(async (credential) => {
      const {session} = window.testPage.portal();
      await session?.account(credential)?.uninstall();
    }, OPS);
    await session.shown('This account is no longer connected.').first().waitFor();
    assert.equal(await page.getByRole('switch').count(), 0);
    assert.equal(await page.getByRole('radio', {checked: true}).count(), 0);
    await session.button('Add another Drivepool account').first().waitFor();
    // One for each of the two elements that were told the account.
    assert.deepEqual(await errors(session), ['account-not-found', 'account-not-found']);
    const left = await backend(session);
    await page.getByRole('radio', {name: ADA_NAME}).check();
    await session.shown(`Settings of ${ADA_NAME}`).waitFor();
    await saveSwitch(session);
    assert.deepEqual(changed(left, await backend(session)), [ADA]);
  });

  test('is the one that was just added', async (t) => {
    const session = await open(t, '<pg-integration integration="drivepool"></pg-integration>');
    const {page} = session;
    await page.getByRole('tab', {name: /Settings/}).click();
    await settingsOf(session, ADA_NAME);
    await page.getByRole('textbox', {name: 'File name prefix'}).fill('ada-');
    await page.getByRole('tab', {name: /Accounts/}).click();
    const popup = await session.popup(() =>
      session.button('Add another Drivepool account').click(),
    );
    const before = await backend(session);
    await popup.getByRole('radio', {name: 'Bilal Okafor'}).check();
    await session.approve(popup);
    await page.waitForFunction((ada) => {
      const chosen = document.querySelector('pg-integration')?.credential;
      return chosen !== undefined && chosen !== ada;
    }, ADA);
    await session.button('Choose settings').click();
    await page.getByRole('switch', {name: SWITCH}).waitFor();
    await saveSwitch(session);
    const [added, ...others] = changed(before, await backend(session));
    assert.ok(added !== undefined && !before.has(added), String(added));
    assert.deepEqual(others, []);
    // What was typed for the first one is there, unsaved, and for nobody else.
    await page.getByRole('combobox', {name: 'Account', exact: true}).selectOption(ADA_NAME);
    await eventually(
      () => page.getByRole('textbox', {name: 'File name prefix'}).inputValue(),
      'ada-',
    );
  });
});

suite('what was done elsewhere', () => {
  const LISTS = `<pg-catalog></pg-catalog><pg-account-list integration="drivepool"></pg-account-list>
    <pg-user-settings integration="drivepool"></pg-user-settings>`;

  test('is shown within two seconds of the return, for one read however many elements there are', async (t) => {
    const session = await open(t, LISTS);
    const {page} = session;
    await page.getByText(OPS_NAME).first().waitFor();
    const other = await page.context().newPage();
    t.after(() => other.close());
    const elsewhere = session.on(other);
    await elsewhere.load('<pg-portal></pg-portal>', {user: USER});
    await other.waitForFunction(
      () => window.testPage.portal().session?.snapshot.status === 'ready',
    );
    await other.evaluate(
      (credential) => window.testPage.portal().session?.account(credential)?.uninstall(),
      OPS,
    );
    await session.control({clearLog: true});
    const left = Date.now();
    await page.evaluate(() => {
      window.dispatchEvent(new Event('focus'));
      document.dispatchEvent(new Event('visibilitychange'));
      window.dispatchEvent(new Event('online'));
    });
    await page.getByText(OPS_NAME).first().waitFor({state: 'detached'});
    assert.ok(Date.now() - left < 2_000, `${Date.now() - left} ms`);
    const {log} = await session.inspect();
    assert.equal(log.filter(({endpoint}) => endpoint === 'me').length, 1);
  });

  test('is asked about before a second account is made by ignorance', async (t) => {
    const session = await open(t, '<pg-install-flow integration="quietbox"></pg-install-flow>');
    const {page} = session;
    await session.connect('Quietbox').waitFor();
    const other = await page.context().newPage();
    t.after(() => other.close());
    const elsewhere = session.on(other);
    await elsewhere.load(
      '<pg-portal><pg-install-flow integration="quietbox"></pg-install-flow></pg-portal>',
      {
        user: USER,
      },
    );
    await elsewhere.approve(await elsewhere.popup(() => elsewhere.connect('Quietbox').click()));
    await elsewhere.text(/Quietbox is connected/).waitFor();
    // The person comes to a button that was there before, without a sign of their return.
    await page.evaluate(() => {
      const now = Date.now() + 60_000;
      Date.now = () => now;
    });
    await session.connect('Quietbox').click();
    await session.text('An account is already connected').waitFor();
    await session.button('Add another account').waitFor();
    assert.equal((await session.stored('quietbox', USER)).length, 1);
  });

  test('is shown after a reload in the middle of a sign-in', async (t) => {
    const session = await open(t, '<pg-install-flow integration="quietbox"></pg-install-flow>');
    const {page} = session;
    const popup = await session.popup(() => session.connect('Quietbox').click());
    await page.reload();
    await session.connect('Quietbox').waitFor();
    await popup.getByRole('button', {name: 'Approve'}).click();
    await session.stored('quietbox', USER);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await session.text(/Quietbox is connected as/).waitFor({timeout: 5_000});
  });
});

suite('an account that works', () => {
  test('is signed in again in place, and keeps its settings and workflows', async (t) => {
    const session = await open(t, '<pg-account-list integration="drivepool"></pg-account-list>');
    const {page} = session;
    const before = await backend(session);
    const popup = await session.popup(() =>
      session.chooseAction('ada.moreno@northwind.example', 'Reconnect'),
    );
    await session
      .shown(/Finish in the Drivepool window/)
      .first()
      .waitFor();
    await session.approve(popup);
    await session.text(/is reconnected. Its settings and workflows are kept./).waitFor();
    assert.deepEqual(changed(before, await backend(session)), []);
    assert.deepEqual(
      await page.evaluate(() =>
        window.testPage.events
          .filter(({name}) => name === 'pg-installed')
          .map(({detail}) => detail),
      ),
      [{integration: 'drivepool', credentialId: ADA}],
    );
  });

  test('has its key replaced in place, and keeps its settings and workflows', async (t) => {
    const session = await open(t, '<pg-account-list integration="postwise"></pg-account-list>');
    const {page} = session;
    const stored = async () => {
      const [account, ...others] = await session.stored('postwise', USER);
      assert.deepEqual(others, [], 'no second account');
      const {id, status, configurations} = account?.credential ?? {};
      return {id, status, configurations};
    };
    const key = page.getByRole('textbox', {name: /API key/});
    await session.button('Connect Postwise').click();
    await key.fill('pw_old');
    await session.button('Connect Postwise').click();
    await session.text(/Postwise is connected as northwind-mail/).waitFor();
    const before = await stored();
    await session.chooseAction('northwind-mail', 'Replace key');
    await key.fill('wrong-key');
    await session.button('Connect Postwise').click();
    await session.text(/did not accept these credentials/).waitFor();
    assert.deepEqual(await stored(), before, 'a refused key changes nothing');
    await key.fill('pw_new');
    await session.button('Connect Postwise').click();
    await session.text(/is reconnected. Its settings and workflows are kept./).waitFor();
    assert.deepEqual(await stored(), before);
    const {log} = await session.inspect();
    const sent = log.filter(({endpoint}) => endpoint === 'credential-create');
    assert.equal(sent.length, 3, JSON.stringify(log.map(({endpoint}) => endpoint)));
    assert.equal(log.filter(({endpoint}) => endpoint === 'uninstall').length, 0);
  });

  test('says since when it does not work, and what has stopped', async (t) => {
    const session = await open(t, '<pg-account-list integration="drivepool"></pg-account-list>');
    await session.button('Actions for ada.moreno@northwind.example').waitFor();
    await session.control({revokeCredential: OPS});
    await session.page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await session.text(/^Access ended .* ago\.$|^Access ended now\.$/).waitFor();
    await session.text('Stopped workflows: Import new files.').first().waitFor();
  });

  test('is told of by the portal when its flow has left the page', async (t) => {
    const session = await open(t, '<pg-install-flow integration="quietbox"></pg-install-flow>');
    const {page} = session;
    const popup = await session.popup(() => session.connect('Quietbox').click());
    await page.evaluate(() => document.querySelector('pg-install-flow')?.remove());
    await session.approve(popup);
    await page.waitForFunction(() =>
      window.testPage.events.some(({name}) => name === 'pg-installed'),
    );
    const events = await session.events();
    assert.equal(events.filter((name) => name === 'pg-installed').length, 1);
  });
});

suite('a secret that the service repeats', () => {
  test('is on the page and in events nowhere', async (t) => {
    const session = await open(t, '<pg-install-flow integration="vaultkey"></pg-install-flow>');
    const {page} = session;
    const secret = 's3cr3t-"key"/42';
    await session.connect('Vaultkey').click();
    for (const box of await page.getByRole('textbox').all()) await box.fill(secret);
    for (const box of await page.locator('input[type=password]').all()) await box.fill(secret);
    await session.control({
      failures: {
        'credential-create': {
          status: 400,
          body: {message: `The key ${secret} is wrong.`, code: 'bad_key'},
        },
      },
    });
    await session.button('Continue').click();
    await session
      .text(/The key .* is wrong/)
      .first()
      .waitFor();
    const told = await page.evaluate(() => JSON.stringify(window.testPage.events));
    assert.ok(told.includes('pg-install-error'));
    assert.ok(!told.includes('s3cr3t'), told);
    const shown = await page.locator('pg-portal').innerText();
    assert.ok(!shown.includes('s3cr3t'), shown);
  });
});
