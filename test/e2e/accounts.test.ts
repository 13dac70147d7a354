import assert from 'node:assert/strict';
import {after, suite, test, type TestContext} from 'node:test';
import type {Locator} from 'playwright-core';
import type {PgInstallFlow} from '../../src/index.js';
import {seededCredentialId} from '../../demo/sandbox/ids.js';
import type {Agreement} from './agreement.js';
import {startBrowser, type OpenOptions, type Session} from './support.js';

const browser = await startBrowser();
after(() => browser.close());

const USER = 'demo-user';
const [ADA, OPS] = [1, 2].map((position) => seededCredentialId('drivepool', position));
const [ADA_ID, OPS_ID] = [String(ADA), String(OPS)];
const ADA_NAME = 'ada.moreno@northwind.example';
const OPS_NAME = 'northwind-shared';
const BROKEN_NAME = 'bilal@okafor-design.example';

const LISTS = `<pg-account-list id="all"></pg-account-list>
  <pg-account-list id="one" integration="drivepool" selectable></pg-account-list>`;

const open = (t: TestContext, html: string, options: OpenOptions = {}): Promise<Session> =>
  browser.open(t, `<pg-portal>${html}</pg-portal>`, {user: USER, ...options});

const list = ({page}: Session, id: string): Locator => page.locator(`#${id}`);

/** What the backend keeps of each account, by id. */
async function backend(session: Session): Promise<ReadonlyMap<string, unknown>> {
  const {users} = await session.inspect();
  const accounts = users.find(({userId}) => userId === USER)?.accounts ?? [];
  return new Map(accounts.map(({credential, install}) => [credential.id, {credential, install}]));
}

/** The same but for one account. */
function without(accounts: ReadonlyMap<string, unknown>, id: string): ReadonlyMap<string, unknown> {
  return new Map([...accounts].filter(([other]) => other !== id));
}

/** Compares what the two lists say of Drivepool's accounts at every moment until the returned function is called. */
async function watchAgreement({page}: Session): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const [all, one] = ['all', 'one'].map((id) => document.getElementById(id));
    if (!all || !one) throw new Error('There are no two lists.');
    window.agreement = window.testPage.watchAgreement(
      all,
      one,
      (row) =>
        one.shadowRoot?.contains(row) === true ||
        row.querySelector('.more')?.textContent.startsWith('Drivepool account') === true,
    );
  });
  return async () => {
    const {looks, disagreements} = await page.evaluate(() => window.agreement());
    assert.ok(looks > 2, `${looks} looks`);
    assert.deepEqual(disagreements, []);
  };
}

declare global {
  interface Window {
    agreement: () => Agreement;
  }
}

suite('several accounts of one integration', () => {
  test('are named, told apart and chosen, and edited one at a time', async (t) => {
    const session = await open(
      t,
      `${LISTS}<pg-user-settings integration="drivepool"></pg-user-settings>`,
    );
    const {page} = session;
    await page.evaluate(() => {
      document.addEventListener('pg-account-select', ({detail}) => {
        const settings = document.querySelector('pg-user-settings');
        if (settings) settings.credential = detail.credentialId;
      });
    });
    const one = list(session, 'one');
    await one.getByText(ADA_NAME).first().waitFor();
    assert.deepEqual(await one.locator('.name > span:first-child').allTextContents(), [
      BROKEN_NAME,
      ADA_NAME,
      OPS_NAME,
    ]);
    await one.getByText('ID: shared-drive').waitFor();
    const before = await backend(session);
    await one.getByRole('radio', {name: OPS_NAME}).check();
    await page.getByRole('switch', {name: 'Delete here what is deleted there'}).click();
    await session.button('Save').click();
    await page.getByText('Saved', {exact: true}).first().waitFor();
    await page.getByRole('switch', {name: 'Nightly backup'}).click();
    await page.waitForFunction(() =>
      window.testPage.events.some(({name}) => name === 'pg-workflow-toggled'),
    );
    const after = await backend(session);
    assert.deepEqual(without(after, OPS_ID), without(before, OPS_ID));
    assert.notDeepEqual(after.get(OPS_ID), before.get(OPS_ID));
    await one.getByRole('radio', {name: BROKEN_NAME}).check();
    await page
      .getByText(/Reconnect/)
      .first()
      .waitFor();
    assert.equal(await page.getByRole('switch').count(), 0, 'nothing to set until it works');
  });

  test('one is revoked while the page is open, mended in place, one is disconnected', async (t) => {
    const session = await open(
      t,
      `${LISTS}<pg-user-settings integration="drivepool" credential="${ADA_ID}"></pg-user-settings>`,
    );
    const {page} = session;
    const one = list(session, 'one');
    await one.getByText(ADA_NAME).first().waitFor();
    await list(session, 'all').getByText(ADA_NAME).first().waitFor();
    const settled = await watchAgreement(session);
    const start = await backend(session);

    // Its owner takes the access away; the first call that needs it meets that.
    await session.control({revokeCredential: ADA_ID});
    await page.getByRole('switch', {name: 'Delete here what is deleted there'}).click();
    await session.button('Save').click();
    await one
      .getByRole('listitem')
      .filter({hasText: ADA_NAME})
      .getByText('Needs attention')
      .waitFor();
    // Her accounts of other integrations work.
    await list(session, 'all')
      .getByRole('listitem')
      .filter({hasText: 'Drivepool account'})
      .filter({hasText: 'Needs attention'})
      .getByRole('button', {name: `Reconnect ${ADA_NAME}`})
      .waitFor();
    const revoked = await backend(session);
    assert.deepEqual(without(revoked, ADA_ID), without(start, ADA_ID));

    const popup = await session.popup(() =>
      one.getByRole('button', {name: `Reconnect ${ADA_NAME}`}).click(),
    );
    await session.approve(popup);
    await one
      .getByRole('listitem')
      .filter({hasText: ADA_NAME})
      .getByText('Connected', {exact: true})
      .waitFor();
    const mended = await backend(session);
    assert.deepEqual([...mended.keys()], [...start.keys()], 'the same accounts, by their ids');
    assert.deepEqual(without(mended, ADA_ID), without(start, ADA_ID));
    type Stored = {credential: {status: string; configurations: unknown}};
    const {credential} = mended.get(ADA_ID) as Stored;
    assert.equal(credential.status, 'VALID');
    assert.deepEqual(
      credential.configurations,
      (start.get(ADA_ID) as Stored).credential.configurations,
    );
    // What failed meanwhile is there by itself, and can be saved now.
    await page.getByRole('combobox', {name: /Folder/}).click();
    await page.getByRole('option', {name: /^Invoices/}).waitFor();
    await page.keyboard.press('Escape');
    await session.button('Save').click();
    await page.getByText('Saved', {exact: true}).first().waitFor();
    const saved = await backend(session);
    assert.deepEqual(without(saved, ADA_ID), without(start, ADA_ID));
    assert.match(JSON.stringify(saved.get(ADA_ID)), /"syncDeletes":true/);

    await session.chooseAction(OPS_NAME, 'Disconnect', one);
    const question = page.getByRole('alertdialog', {name: `Disconnect ${OPS_NAME}?`});
    await question.getByText('The workflow “Import new files” will stop.').waitFor();
    await session.control({failures: {uninstall: {status: 500, times: 1}}});
    await question.getByRole('button', {name: 'Disconnect'}).click();
    await question.getByRole('alert').filter({hasText: /\w/}).waitFor();
    assert.deepEqual(await backend(session), saved, 'a failure changes nothing');
    await question.getByRole('button', {name: 'Try again'}).click();
    await question.waitFor({state: 'detached'});
    await one.getByText(OPS_NAME).waitFor({state: 'detached'});
    assert.deepEqual(await backend(session), without(saved, OPS_ID));
    await settled();
  });

  test('one that was revoked elsewhere is seen when the person comes back', async (t) => {
    const session = await open(t, LISTS);
    const {page} = session;
    const one = list(session, 'one');
    await one.getByText(ADA_NAME).first().waitFor();
    const settled = await watchAgreement(session);
    await session.control({revokeCredential: ADA_ID});
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await one
      .getByRole('listitem')
      .filter({hasText: ADA_NAME})
      .getByText('Needs attention')
      .waitFor();
    await settled();
  });

  test('another is added beside them', async (t) => {
    const session = await open(t, LISTS);
    const before = await backend(session);
    const settled = await watchAgreement(session);
    const popup = await session.popup(() =>
      session.button('Add another Drivepool account').click(),
    );
    await popup.getByRole('radio', {name: 'Bilal Okafor'}).check();
    await session.approve(popup);
    await session.text(/Drivepool is connected/).waitFor();
    const after = await backend(session);
    assert.equal(after.size, before.size + 1);
    for (const [id, account] of before) assert.deepEqual(after.get(id), account);
    await settled();
  });

  test('are replaced only after a warning where there may be one', async (t) => {
    const session = await open(
      t,
      `${LISTS}<pg-install-flow integration="quietbox"></pg-install-flow>`,
    );
    const flow = session.page.locator('pg-install-flow[integration=quietbox]');
    await session.approve(await session.popup(() => session.connect('Quietbox').click()));
    await session.text(/Quietbox is connected/).waitFor();
    const before = await backend(session);
    await session.page.reload();
    await flow.getByText(/Quietbox is connected as/).waitFor();
    // The flow itself offers to renew that account; a host's own button may ask for another.
    await flow.getByRole('button', {name: 'Reconnect Quietbox'}).waitFor();
    await flow.evaluate((element: PgInstallFlow) => element.start());
    await session
      .text(/replace/i)
      .first()
      .waitFor();
    assert.deepEqual(await backend(session), before);
    assert.equal(session.page.context().pages().length, 1, 'no window yet');
    await session.button('Cancel').first().click();
    assert.deepEqual(await backend(session), before);
  });
});

suite('more scopes', () => {
  test('are offered where people can choose them, and granted in place', async (t) => {
    const session = await open(
      t,
      `<pg-install-flow integration="calendo"></pg-install-flow>
      <pg-account-list id="all"></pg-account-list>`,
    );
    const {page} = session;
    await session.button('Connect Calendo').click();
    await session.approve(await session.popup(() => session.button('Continue').click()));
    await session.text(/Calendo is connected/).waitFor();
    const before = await backend(session);
    await page.evaluate(() => {
      const list = document.querySelector('pg-account-list');
      const scopes = ['rooms.read'];
      if (list) list.additionalScopes = {calendo: scopes, drivepool: scopes};
    });
    const more = list(session, 'all').getByRole('button', {name: /^Allow more access/});
    await more.waitFor();
    assert.equal(await more.count(), 1, 'Drivepool has no way to ask');
    const popup = await session.popup(() => more.click());
    await popup.getByText('See which rooms are free').waitFor();
    await session.approve(popup);
    await more.waitFor({state: 'detached'});
    const after = await backend(session);
    assert.deepEqual([...after.keys()], [...before.keys()]);
    const [account] = await session.stored('calendo', USER);
    assert.deepEqual(account?.install.scopes, ['profile', 'events.read', 'rooms.read']);
  });
});

suite('the catalog and the portal', () => {
  test('say that an account needs attention, and switch between accounts', async (t) => {
    const session = await browser.open(t, '<pg-portal></pg-portal>', {user: USER});
    const {page} = session;
    await page.getByRole('searchbox').fill('drivepool');
    const card = page.getByRole('listitem').filter({hasText: 'Drivepool'});
    await card.getByRole('button', {name: 'Drivepool Needs attention'}).waitFor();
    await card.getByText('Sign in again').waitFor();
    await card.getByText('Drivepool', {exact: true}).click();
    const dialog = page.getByRole('dialog', {name: 'Drivepool'});
    await dialog.waitFor();
    await page.getByRole('tab', {name: 'Accounts'}).click();
    await page.getByRole('radio', {name: OPS_NAME}).check();
    const before = await backend(session);
    await page.getByRole('tab', {name: 'Settings'}).click();
    await page.getByRole('switch', {name: 'Delete here what is deleted there'}).click();
    await session.button('Save').click();
    await page.getByText('Saved', {exact: true}).first().waitFor();
    const after = await backend(session);
    assert.deepEqual(without(after, OPS_ID), without(before, OPS_ID));
    assert.notDeepEqual(after.get(OPS_ID), before.get(OPS_ID));
  });
});

suite('configurations of one account', () => {
  test('are added, chosen, edited apart, renamed and removed by people', async (t) => {
    const session = await open(
      t,
      `<pg-integration integration="drivepool" credential="${ADA_ID}" configurations="manage" section="settings"></pg-integration>`,
    );
    const {page} = session;
    const stored = async () => {
      const accounts = await session.stored('drivepool', USER);
      return accounts.find(({credential}) => credential.id === ADA_ID)?.credential.configurations;
    };
    const choice = page.getByRole('combobox', {name: 'Configuration'});
    const chosen = async () => (await choice.locator('option:checked').innerText()).trim();
    await session.button('Add configuration').click();
    await page.getByRole('textbox', {name: 'Name of the new configuration'}).fill('Team A');
    await page.keyboard.press('Enter');
    await choice.waitFor();
    assert.equal(await chosen(), 'Team A');
    await page.getByRole('switch', {name: 'Delete here what is deleted there'}).click();
    await page.getByRole('button', {name: 'Save', exact: true}).click();
    await page.getByText('Saved', {exact: true}).first().waitFor();
    const [first, second, ...none] = (await stored()) ?? [];
    assert.deepEqual(none, []);
    assert.deepEqual([first?.sharedSettings['syncDeletes'], second?.externalId], [false, 'Team A']);
    assert.equal(second?.sharedSettings['syncDeletes'], true);
    await page.getByRole('tab', {name: 'Workflows'}).click();
    assert.equal(await chosen(), 'Team A');
    await page.getByRole('switch', {name: 'Nightly backup'}).click();
    await page.waitForFunction(() =>
      window.testPage.events.some(({name}) => name === 'pg-workflow-toggled'),
    );
    assert.equal((await stored())?.[1]?.workflowSettings['drivepool-backup']?.enabled, true);
    await session.button('Rename Team A').click();
    await page.getByRole('textbox', {name: 'Name of Team A'}).fill('Team B');
    await session.button('Save name').click();
    await choice.waitFor();
    assert.equal(await chosen(), 'Team B');
    assert.deepEqual((await stored())?.[1]?.configMeta, {name: 'Team B'});
    await session.button('Remove Team B').click();
    const question = page.getByRole('alertdialog', {name: 'Remove the configuration “Team B”?'});
    await question.getByText('The workflow “Nightly backup” will stop').waitFor();
    await question.getByRole('button', {name: 'Remove'}).click();
    await question.waitFor({state: 'detached'});
    assert.equal(await chosen(), 'Default');
    assert.deepEqual(
      (await stored())?.map(({isDefault}) => isDefault),
      [true],
    );
  });

  test('are edited apart, by id or external id', async (t) => {
    const session = await open(t, '<p>Headless</p>');
    const {page} = session;
    await page.waitForFunction(() => window.testPage.portal().session?.snapshot.status === 'ready');
    const id = await page.evaluate(async (credential) => {
      const handle = window.testPage.portal().session?.account(credential);
      const created = await handle?.createConfiguration({externalId: 'team-a'});
      const settings = document.createElement('pg-user-settings');
      Object.assign(settings, {integration: 'drivepool', credential, configuration: 'team-a'});
      window.testPage.portal().append(settings);
      return created?.id;
    }, ADA_ID);
    await page.getByRole('switch', {name: 'Delete here what is deleted there'}).click();
    await session.button('Save').click();
    await page.getByText('Saved', {exact: true}).first().waitFor();
    const accounts = await session.stored('drivepool', USER);
    const {configurations = []} = accounts[0]?.credential ?? {};
    const own = configurations.find((configuration) => configuration.id === id);
    assert.equal(own?.sharedSettings['syncDeletes'], true);
    const byDefault = configurations.find(({isDefault}) => isDefault);
    assert.equal(byDefault?.sharedSettings['syncDeletes'], false);
    const {log} = await session.inspect();
    const saves = log.filter(({endpoint}) => endpoint === 'settings');
    assert.deepEqual(
      saves.map(({credential, configuration}) => [credential, configuration]),
      [[ADA_ID, id]],
    );
  });
});
