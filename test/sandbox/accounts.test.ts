import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {DEMO_USER_ID} from '../../demo/sandbox/endpoints.js';
import {integrationId, seededCredentialId} from '../../demo/sandbox/ids.js';
import type {Credential} from '../../demo/sandbox/protocol.js';
import {defaultConfiguration, newUser, type Refusal, type TestUser} from './support.js';

type Saved = Credential & {readonly errors?: readonly string[]};

async function save(
  user: TestUser,
  credential: Credential,
  config: Record<string, unknown>,
): Promise<Saved> {
  const {body} = await user.sdk<Saved>('PATCH', `/credentials/${credential.id}`, {
    body: {config},
    credential: credential.id,
    configuration: defaultConfiguration(credential).id,
  });
  return body;
}

suite('keys', () => {
  test('connect an account, and are nowhere to be seen afterwards', async () => {
    const user = await newUser();
    const {status, body} = await user.connectWithKey('postwise', {apiKey: 'pw_hush'});
    assert.equal(status, 201);
    assert.equal(body.status, 'VALID');
    assert.equal((await user.connection('postwise')).credentialId, body.id);
    assert.ok(!JSON.stringify(await user.inspect()).includes('pw_hush'));
  });

  test('are refused when wrong or missing', async () => {
    const user = await newUser();
    const wrong = await user.connectWithKey<Refusal>('postwise', {apiKey: 'wrong-key'});
    assert.equal(wrong.status, 422);
    assert.equal(wrong.body.message, 'Postwise did not accept these credentials.');
    const missing = await user.connectWithKey<Refusal>('postwise', {senderName: 'Acme'});
    assert.equal(missing.status, 400);
    assert.equal(missing.body.message, 'API key is required.');
    assert.equal((await user.connection('postwise')).allCredentials.length, 0);
  });

  test('of custom integrations are refused without signing the user out', async () => {
    const user = await newUser();
    const type = 'custom.warehousehub';
    const values = {clientId: 'w', clientSecret: 'wrong-key'};
    const {status, body} = await user.connectWithKey<Refusal>(type, values);
    assert.equal(status, 403);
    assert.equal(body.code, '7003');
    const connected = await user.connectWithKey(type, {clientId: 'w', clientSecret: 's'});
    assert.equal(connected.body.status, 'VALID');
  });

  test('leave the account pending where post options follow', async () => {
    const user = await newUser();
    const {body} = await user.connectWithKey('vaultkey', {apiKey: 'k'});
    assert.equal(body.status, 'PENDING');
    assert.equal((await user.connection('vaultkey')).enabled, false);
  });

  test('can be an authorisation code from a marketplace', async () => {
    const user = await newUser();
    const {body} = await user.sdk<Credential>('POST', '/credentials', {
      body: {code: 'c', integrationId: integrationId('chirrup'), integrationOptions: {}},
    });
    assert.equal(body.status, 'VALID');
  });
});

suite('post options', () => {
  test('are refused when missing or not accepted, and may be given again', async () => {
    const user = await newUser();
    const id = await user.connectOverOAuth('wikihaus');
    const complete = (payload: Record<string, unknown>) =>
      user.sdk<Refusal>('POST', `/credentials/${id}/complete-setup`, {body: {payload}});
    assert.equal((await complete({})).body.message, 'Site is required.');
    assert.equal((await complete({site: 'refuse-me'})).body.code, 'post-options-refused');
    assert.equal((await user.credential(id)).status, 'PENDING');
    assert.equal((await complete({site: 'site-handbook'})).status, 200);
    assert.equal((await user.credential(id)).status, 'VALID');
  });
});

suite('settings', () => {
  test('are replaced as a whole', async () => {
    const user = await newUser();
    const {body: credential} = await user.connectWithKey('postwise', {apiKey: 'k'});
    await save(user, credential, {sharedSettings: {replyTo: 'a@acme.example', trackOpens: true}});
    const saved = await save(user, credential, {sharedSettings: {trackOpens: false}});
    assert.deepEqual(defaultConfiguration(saved).sharedSettings, {trackOpens: false});
    assert.ok(!('errors' in saved));
  });

  test('are saved but for a refused value, which is named and leaves the saved one', async () => {
    const user = await newUser();
    const {body: credential} = await user.connectWithKey('postwise', {apiKey: 'k'});
    await save(user, credential, {sharedSettings: {replyTo: 'a@acme.example'}});
    const saved = await save(user, credential, {
      sharedSettings: {replyTo: 'refuse-me', trackOpens: true},
    });
    assert.deepEqual(saved.errors, ['"Reply to" was not accepted.']);
    assert.deepEqual(defaultConfiguration(saved).sharedSettings, {
      replyTo: 'a@acme.example',
      trackOpens: true,
    });
  });

  test('are refused for accounts that are not valid', async () => {
    const user = await newUser(DEMO_USER_ID);
    const credential = await user.credential(seededCredentialId('drivepool', 3));
    const {status, body} = await user.sdk<Refusal>('PATCH', `/credentials/${credential.id}`, {
      body: {config: {sharedSettings: {}}},
    });
    assert.equal(status, 400);
    assert.equal(body.code, 'credential-not-valid');
  });
});

suite('workflows', () => {
  test('that are on by default are on in new accounts, hidden ones too', async () => {
    const user = await newUser();
    const credential = await user.credential(await user.connectOverOAuth('chirrup'));
    assert.deepEqual(defaultConfiguration(credential).workflowSettings, {
      'chirrup-digest': {enabled: true, settings: {}},
      'chirrup-cleanup': {enabled: true, settings: {}},
    });
  });

  test('are switched on and off and keep their settings', async () => {
    const user = await newUser();
    const id = await user.connectOverOAuth('chirrup');
    const states = async () => defaultConfiguration(await user.credential(id)).workflowSettings;
    const options = {credential: id};
    await user.sdk('POST', '/workflows/chirrup-deal-won', options);
    await save(user, await user.credential(id), {
      workflowSettings: {
        'chirrup-deal-won': {enabled: false, settings: {dealChannel: 'C1000'}},
      },
    });
    await user.sdk('DELETE', '/workflows/chirrup-deal-won', options);
    await user.sdk('POST', '/workflows/chirrup-deal-won', options);
    assert.deepEqual(await states(), {
      'chirrup-deal-won': {enabled: true, settings: {dealChannel: 'C1000'}},
    });
  });

  test('that were never on take no settings', async () => {
    const user = await newUser();
    const credential = await user.credential(await user.connectOverOAuth('chirrup'));
    const {status, body} = await user.sdk<Refusal>('PATCH', `/credentials/${credential.id}`, {
      body: {config: {workflowSettings: {'chirrup-mentions': {enabled: true, settings: {}}}}},
    });
    assert.equal(status, 400);
    assert.equal(body.code, 'workflow-not-enabled');
  });

  test('that the user may not use, or that do not exist, cannot be switched on', async () => {
    const user = await newUser();
    await user.connectOverOAuth('chirrup');
    assert.equal((await user.sdk('POST', '/workflows/chirrup-audit')).status, 404);
    assert.equal((await user.sdk('POST', '/workflows/constructor')).status, 404);
  });
});

suite('configurations', () => {
  test('are added, described and removed, but for the default one', async () => {
    const user = await newUser();
    const id = await user.connectOverOAuth('chirrup');
    const path = `/credentials/${id}/configurations`;
    const created = await user.sdk<Credential>('POST', path, {body: {externalId: 'team-a'}});
    const added = created.body.configurations.find(({isDefault}) => !isDefault);
    assert.equal(added?.externalId, 'team-a');
    const taken = await user.sdk<Refusal>('POST', path, {body: {externalId: 'team-a'}});
    assert.equal(taken.status, 409);
    const selected = {credential: id, configuration: added.id};
    const updated = await user.sdk<Credential>('PATCH', path, {...selected, body: {meta: {a: 1}}});
    assert.deepEqual(updated.body.configurations[1]?.configMeta, {a: 1});
    assert.equal((await user.sdk('DELETE', path, selected)).status, 200);
    assert.equal((await user.credential(id)).configurations.length, 1);
    assert.equal((await user.sdk<Refusal>('DELETE', path)).body.code, 'configuration-is-default');
  });
});

suite('accounts', () => {
  test('are described by their provider, with a token only when asked', async () => {
    const user = await newUser(DEMO_USER_ID);
    const credential = seededCredentialId('drivepool', 2);
    const describe = async (includeAccountAuth: boolean) => {
      const query = `integration=drivepool&includeAccountAuth=${String(includeAccountAuth)}`;
      const path = `/credentials?${query}`;
      return (await user.sdk<Record<string, unknown>>('GET', path, {credential})).body;
    };
    const {type, providerData, accountAuth} = await describe(false);
    assert.equal(type, 'drivepool');
    assert.deepEqual(providerData, {username: 'northwind-shared', label: 'Shared drive'});
    assert.equal(accountAuth, undefined);
    assert.ok((await describe(true)).accountAuth);
  });
});

suite('disconnecting', () => {
  test('removes the account in the header, else the default one', async () => {
    const user = await newUser(DEMO_USER_ID);
    const path = `/integrations/${integrationId('drivepool')}`;
    const ids = [1, 2, 3].map((position) => seededCredentialId('drivepool', position));
    const left = async () => (await user.connection('drivepool')).allCredentials.map(({id}) => id);
    await user.sdk('DELETE', path, {credential: ids[1] ?? ''});
    assert.deepEqual(await left(), [ids[0], ids[2]]);
    await user.sdk('DELETE', path);
    assert.deepEqual(await left(), [ids[2]]);
  });

  test('an account of another integration is refused', async () => {
    const user = await newUser(DEMO_USER_ID);
    const {status} = await user.sdk('DELETE', `/integrations/${integrationId('chirrup')}`, {
      credential: seededCredentialId('drivepool', 1),
    });
    assert.equal(status, 404);
  });
});
