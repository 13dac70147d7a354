import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, suite, test} from 'node:test';
import type {Page} from 'playwright-core';
import {DEMO_USER_ID} from '../../demo/sandbox/endpoints.js';
import {seededCredentialId} from '../../demo/sandbox/ids.js';
import {startSdkBrowser, type SdkSession} from './sdk-browser.js';
import type {Answers} from './sdk-page.js';
import {eventually} from '../support/eventually.js';
import {stilled} from '../support/stilled.js';

const browser = await startSdkBrowser();
after(() => browser.close());

/** Runs an install flow to its end. */
function install({page}: SdkSession, type: string, answers: Answers = {}) {
  return page.evaluate(([integration, given]) => window.sdkPage.install(integration, given), [
    type,
    answers,
  ] as const);
}

function installInPopup(session: SdkSession, type: string, answers: Answers = {}) {
  return session.popupOf(() => install(session, type, answers));
}

/** Begins an install flow of which only the popup matters. */
function startInstall({page}: SdkSession, type: string, answers: Answers = {}) {
  return page.evaluate(([integration, given]) => void window.sdkPage.install(integration, given), [
    type,
    answers,
  ] as const);
}

async function approve(popup: Page): Promise<void> {
  const closed = popup.waitForEvent('close');
  await popup.getByRole('button', {name: 'Approve'}).click();
  await closed;
}

function credentialsOf({page}: SdkSession, type: string) {
  return page.evaluate((t) => {
    const user = window.sdkPage.paragon.getUser();
    return user.authenticated ? (user.integrations[t]?.allCredentials ?? []) : [];
  }, type);
}

suite('the real SDK', () => {
  test('signs in and finds the catalog and the accounts of the demo user', async (t) => {
    const session = await browser.newSession(t, DEMO_USER_ID);
    const metadata = await session.page.evaluate(() =>
      window.sdkPage.paragon.getIntegrationMetadata(),
    );
    const types = metadata.map(({type}) => type);
    assert.ok(types.includes('custom.warehousehub'));
    assert.ok(!types.includes('faxbridge'));
    assert.equal((await credentialsOf(session, 'faxbridge')).length, 1);
    assert.equal((await credentialsOf(session, 'drivepool')).length, 3);
    const widths = await session.page.evaluate(
      (icons) =>
        Promise.all(
          icons.map(async (icon) => {
            const image = new Image();
            image.src = icon;
            await image.decode();
            return image.naturalWidth;
          }),
        ),
      metadata.map(({icon}) => icon),
    );
    assert.deepEqual(new Set(widths), new Set([48]));
  });

  test('connects over OAuth, and the popup closes itself', async (t) => {
    const session = await browser.newSession(t, 'user-1');
    const {popup, outcome} = await installInPopup(session, 'chirrup');
    await popup.getByRole('radio', {name: 'Bilal Okafor'}).check();
    await approve(popup);
    const {stages, credentialId} = await outcome;
    assert.deepEqual(stages, ['oauth']);
    const [credential] = await credentialsOf(session, 'chirrup');
    assert.equal(credential?.id, credentialId);
    assert.equal(credential?.providerData.name, 'Bilal Okafor');
  });

  test('connects although the consent page is on another site and cuts the popup off', async (t) => {
    const session = await browser.newSession(t, 'user-1');
    await session.control({oauth: {coop: 'same-origin', crossHost: true}});
    const {popup, outcome} = await installInPopup(session, 'chirrup');
    assert.equal(new URL(popup.url()).hostname, '127.0.0.1');
    assert.ok(await popup.evaluate(() => window.opener === null));
    await approve(popup);
    assert.ok((await outcome).credentialId);
  });

  test('goes through account type and instruction', async (t) => {
    const session = await browser.newSession(t, 'user-1');
    const {popup, outcome} = await installInPopup(session, 'salesforce', {
      accountType: 'sandbox',
    });
    await approve(popup);
    assert.deepEqual((await outcome).stages, ['accountType', 'instruction', 'oauth']);
    const {users} = await session.control({});
    assert.equal(users[0]?.accounts[0]?.install.accountType, 'sandbox');
  });

  test('goes through pre options', async (t) => {
    const session = await browser.newSession(t, 'user-1');
    const preOptions = {shop: 'acme-flowers', region: 'eu'};
    const {popup, outcome} = await installInPopup(session, 'marketstall', {preOptions});
    await approve(popup);
    assert.deepEqual((await outcome).stages, ['preOptions', 'oauth']);
    const {users} = await session.control({});
    assert.deepEqual(users[0]?.accounts[0]?.install.suppliedValues, preOptions);
  });

  test('goes through post options, which may be refused', async (t) => {
    const session = await browser.newSession(t, 'user-1');
    const refused = await installInPopup(session, 'wikihaus', {postOptions: {site: 'refuse-me'}});
    await approve(refused.popup);
    assert.equal((await refused.outcome).error?.stage, 'postOptions');
    assert.equal((await credentialsOf(session, 'wikihaus'))[0]?.status, 'PENDING');
    const sites = await session.page.evaluate(() => window.sdkPage.ask('wikihaus', 'sites'));
    assert.equal(sites.data.length, 3);
    await session.page.evaluate(() =>
      window.sdkPage.paragon.installFlow.setPostOptions({site: 'site-handbook'}),
    );
    assert.equal((await credentialsOf(session, 'wikihaus'))[0]?.status, 'VALID');
  });

  test('connects with a key, with client credentials, and not with a wrong key', async (t) => {
    const session = await browser.newSession(t, 'user-1');
    const wrong = await install(session, 'postwise', {preOptions: {apiKey: 'wrong-key'}});
    assert.match(wrong.error?.message ?? '', /did not accept these credentials/);
    const right = await install(session, 'postwise', {preOptions: {apiKey: 'pw_1'}});
    assert.ok(right.credentialId);
    const type = 'custom.warehousehub';
    const wrongSecret = {clientId: 'w', clientSecret: 'wrong-key'};
    const refused = await install(session, type, {preOptions: wrongSecret});
    assert.match(refused.error?.message ?? '', /7003/);
    const secret = {clientId: 'w', clientSecret: 's'};
    const connected = await install(session, type, {preOptions: secret});
    assert.ok(connected.credentialId);
  });

  test('cannot finish a key that is followed by post options', async (t) => {
    const session = await browser.newSession(t, 'user-1');
    const {stages, error} = await install(session, 'vaultkey', {
      preOptions: {apiKey: 'k'},
      postOptions: {vault: 'prod'},
    });
    assert.deepEqual(stages, ['preOptions', 'postOptions']);
    assert.equal(error?.message, 'Credential ID is not set');
  });

  test('is told about a denial by the popup, which stays to tell the person', async (t) => {
    const session = await browser.newSession(t, 'user-1');
    const {popup} = await session.popupOf(() => startInstall(session, 'chirrup'));
    await popup.getByRole('button', {name: 'Deny'}).click();
    await popup.getByText('Access to Chirrup was denied.').waitFor();
    const types = () =>
      session.page.evaluate(() =>
        window.sdkPage.messages.map((data) => (data as {type?: string}).type),
      );
    await eventually(types, ['oauth-nonce-loaded', 'oauth_error_callback']);
    const closed = popup.waitForEvent('close');
    // The window may be gone before the click that closes it is done.
    const clicked = popup.getByRole('button', {name: 'Close window'}).click();
    await Promise.all([closed, clicked.catch(() => undefined)]);
  });

  test('finishes by itself where the scenario decides', async (t) => {
    const session = await browser.newSession(t, 'user-1');
    await session.control({oauth: {autoApprove: 50}});
    const {credentialId} = await install(session, 'chirrup');
    assert.ok(credentialId);
  });

  test('saves settings, switches workflows and disconnects', async (t) => {
    const session = await browser.newSession(t, DEMO_USER_ID);
    const selectedCredentialId = seededCredentialId('drivepool', 2);
    const errors = await session.page.evaluate(
      (id) => window.sdkPage.configureDrivepool(id),
      selectedCredentialId,
    );
    assert.deepEqual(errors, {saved: [], refused: ['"Folder" was not accepted.'], toggled: []});
    const {users} = await session.control({});
    const account = users[0]?.accounts.find(
      ({credential}) => credential.id === selectedCredentialId,
    );
    const configuration = account?.credential.configurations[0];
    assert.deepEqual(configuration?.sharedSettings, {folder: 'northwind-shared/design'});
    assert.deepEqual(configuration.workflowSettings['drivepool-backup'], {
      enabled: true,
      settings: {hour: '2'},
    });

    await session.page.evaluate(
      (id) => window.sdkPage.paragon.uninstallIntegration('drivepool', {selectedCredentialId: id}),
      selectedCredentialId,
    );
    assert.equal((await credentialsOf(session, 'drivepool')).length, 2);
  });

  test('gets options in every form', async (t) => {
    const session = await browser.newSession(t, DEMO_USER_ID);
    const answers = await session.page.evaluate(async () => {
      const {sdkPage} = window;
      const config = sdkPage.paragon.getIntegrationConfig('swatchbook');
      return {
        inputs: config.availableUserSettings?.length,
        paged: await sdkPage.ask('swatchbook', 'colours'),
        whole: await sdkPage.ask('swatchbook', 'books'),
        nested: await sdkPage.ask('swatchbook', 'slots', {books: 'spring', pages: 'spring-1'}),
      };
    });
    assert.equal(answers.inputs, 20);
    assert.deepEqual([answers.paged.data.length, answers.paged.nextPageCursor], [50, '50']);
    assert.equal(answers.whole.data.length, 2);
    assert.equal(answers.nested.nestedData[0]?.id, 'ink');
  });

  test('sends requests, events and workflows', async (t) => {
    const session = await browser.newSession(t, DEMO_USER_ID);
    const selectedCredentialId = seededCredentialId('drivepool', 1);
    const echo = await session.page.evaluate(async (id) => {
      const {paragon} = window.sdkPage;
      await paragon.event('Deal won', {id: 7}, {selectedCredentialId: id});
      await paragon.workflow('drivepool-import', {selectedCredentialId: id});
      return paragon.request('drivepool', '/files', {method: 'GET', selectedCredentialId: id});
    }, selectedCredentialId);
    assert.equal((echo as {path: string}).path, '/files');
    const {log} = await session.control({});
    const sent = log.filter(({endpoint}) =>
      ['event', 'workflow-trigger', 'proxy'].includes(endpoint),
    );
    assert.deepEqual(
      sent.map(({endpoint, credential}) => [endpoint, credential]),
      ['event', 'workflow-trigger', 'proxy'].map((endpoint) => [endpoint, selectedCredentialId]),
    );
  });
});

suite('the consent page', () => {
  test('has no accessibility violations, in light and dark', async (t) => {
    const session = await browser.newSession(t, 'user-1');
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const preOptions = {scopes: 'profile events.read rooms.read'};
    const {popup} = await session.popupOf(() => startInstall(session, 'calendo', {preOptions}));
    await popup.evaluate(axe);
    for (const colorScheme of ['light', 'dark'] as const) {
      await popup.emulateMedia({colorScheme});
      await popup.evaluate(stilled);
      const violations = await popup.evaluate('axe.run().then(({violations}) => violations)');
      assert.deepEqual(violations, []);
    }
    const scopes = await popup.getByRole('listitem').allTextContents();
    assert.deepEqual(
      scopes.map((text) => text.trim().split(' ').at(-1)),
      ['profile', 'events.read', 'rooms.read'],
    );
  });
});
