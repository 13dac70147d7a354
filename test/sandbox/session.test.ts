import assert from 'node:assert/strict';
import {request as httpRequest} from 'node:http';
import {suite, test} from 'node:test';
import {DEMO_USER_ID, sandboxEndpoints} from '../../demo/sandbox/endpoints.js';
import type {ConnectInput} from '../../demo/sandbox/protocol.js';
import type {DemoConfig} from '../../demo/sandbox/routes/own.js';
import {createSandbox} from '../../demo/sandbox/server.js';
import {newUser, origin, request, TestUser, type Refusal} from './support.js';

interface CatalogEntry {
  readonly type: string;
  readonly name: string;
  readonly isActive: boolean;
  readonly configs: readonly {
    readonly values: {readonly sharedMeta?: {readonly inputs: readonly ConnectInput[]}};
  }[];
  readonly customIntegration?: {readonly slug: string; readonly icon: string};
}

async function catalog(user: TestUser): Promise<readonly CatalogEntry[]> {
  return (await user.sdk<readonly CatalogEntry[]>('GET', '/integrations')).body;
}

suite('tokens', () => {
  test('carry the user, the issue date and the expiry', async () => {
    const {body} = await request<{projectId: string; token: string}>('/token?project=p', {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: '{"userId":"u","expiresIn":60}',
    });
    const [, payload = ''] = body.token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<
      string,
      unknown
    >;
    assert.equal(body.projectId, 'p');
    assert.equal(claims.sub, 'u');
    assert.equal(Number(claims.exp) - Number(claims.iat), 60);
  });

  test('are refused with 401 when missing, malformed, expired or for another project', async () => {
    const user = await newUser();
    const {body: expired} = await request<{token: string}>(`/token?project=${user.projectId}`, {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: '{"expiresIn":-1}',
    });
    const other = await newUser();
    const codes = await Promise.all(
      ['', 'not-a-token', expired.token, other.token].map(async (token) => {
        const {status, body} = await new TestUser(user.projectId, token).sdk<Refusal>('GET', '/me');
        assert.equal(status, 401);
        assert.equal(body.status, 401);
        return body.code;
      }),
    );
    assert.deepEqual(codes, [
      'token-missing',
      'token-malformed',
      'token-expired',
      'token-wrong-project',
    ]);
  });

  test('are revoked by the control API, and new ones work', async () => {
    const user = await newUser();
    await user.control({expireTokens: true});
    assert.equal((await user.sdk<Refusal>('GET', '/me')).body.code, 'token-revoked');
    const {body} = await request<{token: string}>(`/token?project=${user.projectId}`, {
      method: 'POST',
    });
    const again = await new TestUser(user.projectId, body.token).sdk('GET', '/me');
    assert.equal(again.status, 200);
  });
});

suite('users', () => {
  test('start without accounts', async () => {
    const user = await newUser();
    assert.deepEqual(await user.connection('drivepool'), {
      enabled: false,
      allCredentials: [],
      configuredWorkflows: {},
    });
  });

  test('start with three accounts of Drivepool if they are the demo user', async () => {
    const user = await newUser(DEMO_USER_ID);
    const {enabled, credentialId, allCredentials} = await user.connection('drivepool');
    assert.equal(enabled, true);
    assert.equal(credentialId, allCredentials[0]?.id);
    assert.deepEqual(
      allCredentials.map(({status}) => status),
      ['VALID', 'VALID', 'INVALID'],
    );
  });

  test('keep metadata, which is merged', async () => {
    const user = await newUser();
    await user.sdk('PATCH', '/me', {body: {meta: {Name: 'Ada', plan: 'team'}}});
    await user.sdk('PATCH', '/me', {body: {meta: {plan: 'enterprise'}}});
    const {body} = await user.sdk<{meta: unknown}>('GET', '/me');
    assert.deepEqual(body.meta, {Name: 'Ada', plan: 'enterprise'});
  });

  test('of different projects have nothing in common', async () => {
    const [one, two] = await Promise.all([newUser(), newUser()]);
    await one.connectWithKey('postwise', {apiKey: 'pw_1'});
    assert.equal((await one.connection('postwise')).enabled, true);
    assert.equal((await two.connection('postwise')).enabled, false);
  });
});

suite('catalog', () => {
  test('has every integration once, the inactive one included', async () => {
    const entries = await catalog(await newUser());
    assert.ok(entries.length >= 16);
    assert.equal(new Set(entries.map(({type}) => type)).size, entries.length);
    assert.deepEqual(
      entries.filter(({isActive}) => !isActive).map(({type}) => type),
      ['faxbridge'],
    );
  });

  test('says nothing about the integration that has nothing to say', async () => {
    const entries = await catalog(await newUser());
    assert.deepEqual(entries.find(({type}) => type === 'quietbox')?.configs[0]?.values, {});
  });

  test('has an integration with all 17 types of inputs', async () => {
    const entries = await catalog(await newUser());
    const {values} = entries.find(({type}) => type === 'swatchbook')?.configs[0] ?? {};
    const inputs = values?.sharedMeta?.inputs ?? [];
    assert.equal(new Set(inputs.map(({type}) => type)).size, 17);
  });

  test('has an icon for each integration', async () => {
    const entries = await catalog(await newUser());
    for (const {type, customIntegration} of entries) {
      const {body} = await request<string>(`/cdn/integrations/${type}.svg`);
      assert.match(body, /^<svg /);
      if (customIntegration) assert.ok(customIntegration.icon.startsWith(`${origin}/sandbox/cdn/`));
    }
  });

  test('grows by generated integrations, each with an own icon', async () => {
    const user = await newUser();
    const before = (await catalog(user)).length;
    await user.control({bulk: 5000});
    const entries = await catalog(user);
    assert.equal(entries.length, before + 5000);
    assert.equal((await user.connection('bulk-5000')).enabled, false);
    const [one, two] = await Promise.all([
      request('/cdn/integrations/bulk-1.svg'),
      request('/cdn/integrations/bulk-2.svg'),
    ]);
    assert.notEqual(one.body, two.body);
  });
});

suite('the demo configuration', () => {
  test('is for the sandbox, with a token that works', async () => {
    const {body} = await request<DemoConfig>('/config.json?project=demo-config&user=u');
    assert.equal(body.mode, 'sandbox');
    assert.deepEqual(body.endpoints, sandboxEndpoints(origin));
    const user = new TestUser(body.projectId, body.userToken);
    assert.equal((await user.sdk<{userId: string}>('GET', '/me')).body.userId, 'u');
  });

  test('is for the live service where a project and a token are given', async () => {
    const live = {projectId: 'p', userToken: 't'};
    const sandbox = await createSandbox({live}).listen();
    const response = await fetch(`${sandbox.origin}/sandbox/config.json`);
    assert.deepEqual(await response.json(), {mode: 'live', ...live});
    await sandbox.close();
  });
});

suite('access', () => {
  const me = `${sandboxEndpoints(origin).ZEUS_PUBLIC_URL}/projects/p/sdk/me`;

  test('is shared with pages of this machine, headers of the SDK included', async () => {
    const {status, headers} = await fetch(me, {
      method: 'OPTIONS',
      headers: {
        origin: 'http://localhost:5173',
        'access-control-request-method': 'PATCH',
        'access-control-request-headers': 'authorization,x-paragon-credential',
      },
    });
    assert.equal(status, 204);
    assert.equal(headers.get('access-control-allow-origin'), 'http://localhost:5173');
    assert.match(headers.get('access-control-allow-methods') ?? '', /PATCH/);
    assert.equal(headers.get('access-control-allow-headers'), 'authorization,x-paragon-credential');
  });

  test('is not shared with pages from elsewhere', async () => {
    const {headers} = await fetch(me, {headers: {origin: 'https://evil.example'}});
    assert.equal(headers.get('access-control-allow-origin'), null);
  });

  test('to the demo configuration is for pages of the same origin', async () => {
    const {status, headers} = await request('/config.json', {
      headers: {origin: 'http://localhost:5173'},
    });
    assert.equal(status, 200);
    assert.equal(headers.get('access-control-allow-origin'), null);
    assert.equal(headers.get('cache-control'), 'no-store');
  });

  test('under a foreign host name is refused', async () => {
    const status = await new Promise((resolve, reject) => {
      httpRequest(me, {headers: {host: 'evil.example'}}, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    assert.equal(status, 403);
  });

  test('with a body that is not JSON is refused', async () => {
    const {status, body} = await request<Refusal>('/token', {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: '{"userId":',
    });
    assert.equal(status, 400);
    assert.equal(body.code, 'bad-input');
  });
});
