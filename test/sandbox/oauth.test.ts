import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {integrationId} from '../../demo/sandbox/ids.js';
import {decide, newUser, origin, request, type Refusal, type TestUser} from './support.js';

async function session(user: TestUser, key: string): Promise<unknown> {
  return (await user.sdk('GET', `/actions/session-id/${key}`)).body;
}

suite('OAuth', () => {
  test('is pending until it is approved, and cleared when the SDK says so', async () => {
    const user = await newUser();
    const {body} = await user.buildOAuth('chirrup', 'k');
    assert.deepEqual(await session(user, 'k'), {});
    const page = await decide(body.redirectUrl, 'approve');
    assert.match(page, /Chirrup is connected/);
    const {credentialId} = await user.connection('chirrup');
    assert.deepEqual(await session(user, 'k'), {connectCredentialId: credentialId});
    await user.sdk('DELETE', '/actions/session-id/k');
    assert.deepEqual(await session(user, 'k'), {});
  });

  test('connects the account that was chosen on the consent page', async () => {
    const user = await newUser();
    const id = await user.connectOverOAuth('chirrup', {identity: 'bilal'});
    const {status, providerData} = await user.credential(id);
    assert.equal(status, 'VALID');
    assert.equal(providerData.email, 'bilal@okafor-design.example');
    assert.equal(providerData.scope, 'channels:read chat:write users:read');
  });

  test('tells the opener about a denial, connects nothing and stays pending for the SDK', async () => {
    const user = await newUser();
    const {body} = await user.buildOAuth('chirrup', 'k');
    const page = await decide(body.redirectUrl, 'deny');
    assert.match(page, /Access to Chirrup was denied/);
    assert.ok(page.includes(`data-opener-origin="${origin}"`));
    assert.ok(page.includes(`data-integration-id="${integrationId('chirrup')}"`));
    assert.deepEqual(await session(user, 'k'), {});
    assert.equal((await user.connection('chirrup')).enabled, false);
    const {attempts} = await user.inspect();
    assert.equal(attempts[0]?.outcome.status, 'denied');
  });

  test('counts the first decision only', async () => {
    const user = await newUser();
    const {body} = await user.buildOAuth('chirrup', 'k');
    await decide(body.redirectUrl, 'deny');
    assert.match(await decide(body.redirectUrl, 'approve'), /was denied/);
  });

  test('replaces the account, unless several are allowed', async () => {
    const user = await newUser();
    const first = await user.connectOverOAuth('chirrup');
    const second = await user.connectOverOAuth('chirrup');
    const ids = async () => (await user.connection('chirrup')).allCredentials.map(({id}) => id);
    assert.notEqual(first, second);
    assert.deepEqual(await ids(), [second]);
    const installOptions = {allowMultipleCredentials: true};
    const third = await user.connectOverOAuth('chirrup', {installOptions});
    assert.deepEqual(await ids(), [second, third]);
  });

  test('authorises a selected account again in place', async () => {
    const user = await newUser();
    const id = await user.connectOverOAuth('chirrup');
    const before = await user.credential(id);
    await user.control({revokeCredential: id});
    assert.equal((await user.credential(id)).status, 'INVALID');
    const installOptions = {selectedCredentialId: id};
    assert.equal(await user.connectOverOAuth('chirrup', {installOptions}), id);
    const after = await user.credential(id);
    assert.equal(after.status, 'VALID');
    assert.ok(after.dateRefreshed > before.dateRefreshed);
    assert.equal((await user.connection('chirrup')).allCredentials.length, 1);
  });

  test('stores an external id, which is unique in its integration and not for existing accounts', async () => {
    const user = await newUser();
    const installOptions = {externalId: 'crm-7', allowMultipleCredentials: true};
    const id = await user.connectOverOAuth('chirrup', {installOptions});
    assert.equal((await user.credential(id)).externalId, 'crm-7');
    const taken = await user.buildOAuth<Refusal>('chirrup', 'k', {installOptions});
    assert.equal(taken.status, 409);
    assert.equal(taken.body.code, 'external-id-taken');
    const both = {externalId: 'crm-8', selectedCredentialId: id};
    const contradiction = await user.buildOAuth<Refusal>('chirrup', 'k', {installOptions: both});
    assert.equal(contradiction.status, 400);
    const byExternalId = {selectedCredentialId: 'ext:crm-7'};
    assert.equal(await user.connectOverOAuth('chirrup', {installOptions: byExternalId}), id);
  });

  test('fails for the second of two attempts with one external id, and tells the opener', async () => {
    const user = await newUser();
    const installOptions = {externalId: 'crm-7', allowMultipleCredentials: true};
    const first = await user.buildOAuth('chirrup', 'one', {installOptions});
    const second = await user.buildOAuth('chirrup', 'two', {installOptions});
    await decide(first.body.redirectUrl, 'approve');
    const page = await decide(second.body.redirectUrl, 'approve');
    assert.match(page, /data-message="An account with externalId &quot;crm-7&quot; is already/);
    assert.equal((await user.connection('chirrup')).allCredentials.length, 1);
  });

  test('remembers account type, scopes and what was typed, without secrets', async () => {
    const user = await newUser();
    await user.connectOverOAuth('salesforce', {
      installOptions: {accountType: 'user-configured-oauth'},
      suppliedValues: {clientId: 'abc', clientSecret: 'hush'},
    });
    await user.connectOverOAuth('calendo', {suppliedValues: {scopes: 'profile events.read'}});
    const {users} = await user.inspect();
    const [salesforce, calendo] = users[0]?.accounts ?? [];
    assert.equal(salesforce?.install.accountType, 'user-configured-oauth');
    assert.deepEqual(salesforce.install.suppliedValues, {
      clientId: 'abc',
      clientSecret: '[redacted]',
    });
    assert.deepEqual(calendo?.install.scopes, ['profile', 'events.read']);
  });

  test('leads over the redirect page of the application, if it has one', async () => {
    const user = await newUser();
    const redirectUrl = `${origin}/sandbox/host/oauth-redirect`;
    const id = await user.connectOverOAuth('chirrup', {redirectUrl});
    const {users, attempts} = await user.inspect();
    assert.equal(attempts[0]?.redirectUrl, redirectUrl);
    const account = users[0]?.accounts.find(({credential}) => credential.id === id);
    assert.equal(account?.install.overrideRedirectUrl, redirectUrl);
  });

  test('keeps an account pending until its post options are given, and the old one until then', async () => {
    const user = await newUser();
    const old = await user.connectOverOAuth('wikihaus');
    const payload = {site: 'site-handbook'};
    await user.sdk('POST', `/credentials/${old}/complete-setup`, {body: {payload}});
    const id = await user.connectOverOAuth('wikihaus');
    const {allCredentials, credentialId} = await user.connection('wikihaus');
    assert.equal(credentialId, old);
    assert.deepEqual(
      allCredentials.map(({status}) => status),
      ['VALID', 'PENDING'],
    );
    const setup = await user.sdk('POST', `/credentials/${id}/complete-setup`, {body: {payload}});
    assert.equal(setup.status, 200);
    assert.deepEqual(
      (await user.connection('wikihaus')).allCredentials.map((credential) => credential.id),
      [id],
    );
  });
});

suite('OAuth scenarios', () => {
  test('give the consent page an opener policy and another host', async () => {
    const user = await newUser();
    await user.control({oauth: {coop: 'same-origin', crossHost: true}});
    const {body} = await user.buildOAuth('chirrup', 'k');
    const consent = new URL(body.redirectUrl);
    assert.equal(consent.hostname, 'localhost');
    assert.equal(consent.port, new URL(origin).port);
    const {headers} = await request(consent.pathname.replace('/sandbox', '') + consent.search);
    assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
    assert.match(headers.get('content-security-policy') ?? '', /form-action 'self' http:/);
  });

  test('approve after a while although nobody looks at the popup any more', async () => {
    const user = await newUser();
    await user.control({oauth: {autoApprove: 30}});
    const {body} = await user.buildOAuth('chirrup', 'k');
    await fetch(body.redirectUrl);
    assert.deepEqual(await session(user, 'k'), {});
    while (!(await user.connection('chirrup')).enabled) await fetch(body.redirectUrl);
    const {credentialId} = await user.connection('chirrup');
    assert.deepEqual(await session(user, 'k'), {connectCredentialId: credentialId});
  });

  test('settle all open attempts at once', async () => {
    const user = await newUser();
    await user.buildOAuth('chirrup', 'one');
    await user.control({settleOAuth: 'deny'});
    await user.buildOAuth('chirrup', 'two');
    const {attempts} = await user.control({settleOAuth: 'approve'});
    assert.deepEqual(
      attempts.map(({outcome}) => outcome.status),
      ['denied', 'connected'],
    );
  });

  test('show people a page for an address that makes no sense', async () => {
    const headers = {accept: 'text/html'};
    const {status, body} = await request<string>('/passport/oauth?state=x', {headers});
    assert.equal(status, 404);
    assert.match(body, /This sign-in has expired/);
  });
});
