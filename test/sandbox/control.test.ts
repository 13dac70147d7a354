import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {DEMO_USER_ID} from '../../demo/sandbox/endpoints.js';
import {seededCredentialId} from '../../demo/sandbox/ids.js';
import type {LoggedRequest} from '../../demo/sandbox/request-log.js';
import {newUser, request, type Refusal, type TestUser} from './support.js';

suite('failures', () => {
  test('last for as many requests as asked', async () => {
    const user = await newUser();
    await user.control({failures: {me: {status: 503, times: 2}}});
    const statuses: number[] = [];
    for (let call = 0; call < 3; call += 1) statuses.push((await user.sdk('GET', '/me')).status);
    assert.deepEqual(statuses, [503, 503, 200]);
  });

  test('last until they are taken away, if no number is given', async () => {
    const user = await newUser();
    await user.control({failures: {me: {status: 500}, options: {status: 500}}});
    assert.equal((await user.sdk('GET', '/me')).status, 500);
    assert.equal((await user.sdk('GET', '/me')).status, 500);
    await user.control({failures: {me: null}});
    assert.equal((await user.sdk('GET', '/me')).status, 200);
    assert.equal((await user.sdk('POST', '/actions')).status, 500);
  });

  test('have the body that was asked for, JSON or not', async () => {
    const user = await newUser();
    await user.control({
      failures: {me: {status: 403, body: {message: 'No', code: '7210'}, times: 1}},
    });
    assert.deepEqual((await user.sdk('GET', '/me')).body, {message: 'No', code: '7210'});
    await user.control({failures: {me: {status: 502, body: '<h1>Bad gateway</h1>'}}});
    const {headers, body} = await user.sdk('GET', '/me');
    assert.match(headers.get('content-type') ?? '', /text\/plain/);
    assert.equal(body, '<h1>Bad gateway</h1>');
  });

  test('can be a broken connection, or no answer at all', async () => {
    const user = await newUser();
    await user.control({failures: {me: {status: 'network'}, integrations: {status: 'hang'}}});
    await assert.rejects(user.sdk('GET', '/me'), TypeError);
    const path = `/zeus/projects/${user.projectId}/sdk/integrations`;
    const headers = {authorization: `Bearer ${user.token}`};
    await assert.rejects(request(path, {headers, signal: AbortSignal.timeout(100)}), {
      name: 'TimeoutError',
    });
    const {log} = await user.inspect();
    assert.deepEqual(
      log.map(({status}) => status),
      ['network', 'hang'],
    );
  });

  test('change nothing, unless only the answer is to be lost', async () => {
    const user = await newUser();
    const isConnected = async () => (await user.connection('postwise')).enabled;
    await user.control({failures: {'credential-create': {status: 500, times: 1}}});
    await user.connectWithKey('postwise', {apiKey: 'k'});
    assert.equal(await isConnected(), false);
    await user.control({failures: {'credential-create': {status: 500, applied: true}}});
    assert.equal((await user.connectWithKey('postwise', {apiKey: 'k'})).status, 500);
    assert.equal(await isConnected(), true);
  });
});

suite('refusals', () => {
  const id = seededCredentialId('drivepool', 1);
  const saved = async (user: TestUser) => {
    const {allCredentials} = await user.connection('drivepool');
    return allCredentials[0]?.configurations[0]?.sharedSettings;
  };
  /** What is said against the settings. */
  const save = async (user: TestUser, sharedSettings: Readonly<Record<string, unknown>>) => {
    const body = {config: {sharedSettings}};
    const path = `/credentials/${id}`;
    return (await user.sdk<{errors?: readonly string[]}>('PATCH', path, {body})).body.errors;
  };

  test('leave the saved value of their field and take the others, until they are taken away', async () => {
    const user = await newUser(DEMO_USER_ID);
    await save(user, {prefix: 'a-', reportTo: 'a@acme.example'});
    const message = '"File name prefix" is taken.';
    await user.control({refusals: {drivepool: [{field: 'prefix', message}]}});
    assert.deepEqual(await save(user, {prefix: 'b-', reportTo: 'b@acme.example'}), [message]);
    assert.deepEqual(await saved(user), {prefix: 'a-', reportTo: 'b@acme.example'});
    assert.equal(await save(user, {prefix: 'a-'}), undefined, 'what is saved is not refused');
    await user.control({refusals: {drivepool: null}});
    assert.equal(await save(user, {prefix: 'b-'}), undefined);
  });

  test('of no field refuse the whole save', async () => {
    const user = await newUser(DEMO_USER_ID);
    const before = await saved(user);
    await user.control({refusals: {drivepool: [{message: 'Not today.'}]}});
    assert.deepEqual(await save(user, {prefix: 'b-'}), ['Not today.']);
    assert.deepEqual(await saved(user), before);
  });
});

suite('latency', () => {
  test('delays one endpoint and not the others, so that answers overtake each other', async () => {
    const user = await newUser();
    await user.control({latency: {me: 150}});
    const order: string[] = [];
    await Promise.all([
      user.sdk('GET', '/me').then(() => order.push('me')),
      user.sdk('GET', '/integrations').then(() => order.push('integrations')),
    ]);
    assert.deepEqual(order, ['integrations', 'me']);
  });

  test('delays answers, not effects: a late answer may be stale', async () => {
    const user = await newUser();
    await user.control({latency: {me: 100}});
    const stale = user.connection('postwise');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await user.connectWithKey('postwise', {apiKey: 'k'});
    assert.equal((await stale).enabled, false);
    await user.control({latency: 0});
    assert.equal((await user.connection('postwise')).enabled, true);
  });
});

suite('the log', () => {
  test('names endpoint, account and configuration of each request', async () => {
    const user = await newUser();
    const id = await user.connectOverOAuth('chirrup');
    await user.control({clearLog: true});
    await user.sdk('POST', '/workflows/chirrup-mentions', {credential: id});
    const [{at, ...entry} = {at: 0}] = (await user.inspect()).log;
    assert.ok(Math.abs(Date.now() - at) < 10_000);
    const expected: Omit<LoggedRequest, 'at'> = {
      endpoint: 'workflow-enable',
      method: 'POST',
      path: `/zeus/projects/${user.projectId}/sdk/workflows/chirrup-mentions`,
      userId: 'user-1',
      credential: id,
      configuration: null,
      body: null,
      status: 200,
    };
    assert.deepEqual(entry, expected);
  });

  test('has no secrets, in paths and bodies alike', async () => {
    const user = await newUser();
    await user.connectWithKey('postwise', {apiKey: 'hush-1', senderName: 'Acme'});
    await user.buildOAuth('salesforce', 'k', {suppliedValues: {clientSecret: 'hush-2', shop: 'a'}});
    const {log} = await user.inspect();
    const text = JSON.stringify(log);
    assert.ok(!/hush/.test(text));
    assert.ok(!text.includes(user.token));
    assert.match(text, /Acme/);
    assert.match(text, /shop/);
  });
});

suite('the control API', () => {
  test('resets a world and keeps its tokens', async () => {
    const user = await newUser(DEMO_USER_ID);
    await user.connectWithKey('postwise', {apiKey: 'k'});
    await user.control({failures: {me: {status: 500}}, oauth: {slow: 5}, bulk: 3});
    const {scenario, log} = await user.control({reset: true});
    assert.deepEqual(scenario.failures, {});
    assert.equal(scenario.oauth.slow, 0);
    assert.deepEqual(log, []);
    assert.equal((await user.connection('postwise')).enabled, false);
    assert.equal((await user.connection('drivepool')).allCredentials.length, 3);
    await assert.rejects(user.connection('bulk-1'));
  });

  test('revokes an account', async () => {
    const user = await newUser(DEMO_USER_ID);
    await user.control({revokeCredential: seededCredentialId('drivepool', 1)});
    const {enabled, credentialStatus} = await user.connection('drivepool');
    assert.equal(enabled, false);
    assert.equal(credentialStatus, 'INVALID');
  });

  test('changes settings behind the back of whoever shows them', async () => {
    const user = await newUser(DEMO_USER_ID);
    const credential = seededCredentialId('drivepool', 1);
    await user.control({changeSettings: {credential, values: {prefix: 'other-'}}});
    const {allCredentials} = await user.connection('drivepool');
    const {sharedSettings} = allCredentials[0]?.configurations[0] ?? {};
    assert.equal(sharedSettings?.prefix, 'other-');
    assert.equal(sharedSettings.syncDeletes, false);
  });

  test('refuses what it does not understand', async () => {
    const user = await newUser();
    const bodies = [
      {latncy: 5},
      {latency: {everything: 5}},
      {failures: {me: {status: 'offline'}}},
      {failures: {me: {status: 500, time: 1}}},
      {oauth: {coop: 'none'}},
      {bulk: -1},
      {revokeCredential: 'unknown'},
      {settleOAuth: true},
      {refusals: {drivepool: [{messsage: 'No.'}]}},
      {refusals: {drivepool: 'No.'}},
      {changeSettings: {credential: 'unknown', values: {}}},
      [],
    ];
    for (const body of bodies) {
      const path = `/control?project=${user.projectId}`;
      const reply = await user.send<Refusal>('POST', path, {body});
      assert.equal(reply.status, 400, JSON.stringify(body));
    }
  });
});

suite('execution', () => {
  test('of requests, events and workflows is answered with what was asked', async () => {
    const user = await newUser(DEMO_USER_ID);
    const credential = seededCredentialId('drivepool', 2);
    const proxied = await user.send<{output: Record<string, unknown>}>(
      'PUT',
      `/worker/projects/${user.projectId}/sdk/proxy/drivepool/files/7?fields=id`,
      {credential, body: {name: 'a'}},
    );
    assert.deepEqual(proxied.body.output, {
      method: 'PUT',
      path: '/files/7',
      query: {fields: 'id'},
      contentType: 'application/json',
      credential,
      configuration: null,
      body: {name: 'a'},
      account: credential,
    });
    const event = await user.send<Record<string, unknown>>(
      'POST',
      `/hermes/v2/projects/${user.projectId}/sdk/events/trigger`,
      {credential, configuration: 'c', body: {name: 'deal', payload: {}}},
    );
    assert.equal(event.body.configuration, 'c');
    const workflow = await user.send<Record<string, unknown>>(
      'POST',
      `/hermes/projects/${user.projectId}/sdk/triggers/chirrup-digest?day=1`,
      {body: {}},
    );
    assert.equal(workflow.body.workflowId, 'chirrup-digest');
    assert.deepEqual(workflow.body.query, {day: '1'});
  });
});
