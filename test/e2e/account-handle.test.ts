import assert from 'node:assert/strict';
import {after, suite, test, type TestContext} from 'node:test';
import {seededCredentialId} from '../../demo/sandbox/ids.js';
import type {AccountHandle} from '../../src/core/index.js';
import {deferred} from '../support/deferred.js';
import type {EndpointName} from '../../demo/sandbox/scenario.js';
import {startBrowser, type Session} from './support.js';

const browser = await startBrowser();
after(() => browser.close());

const USER = 'demo-user';
const [ADA, OPS, BROKEN] = [1, 2, 3].map((position) => seededCredentialId('drivepool', position));
const [OPS_ID, BROKEN_ID, ADA_ID] = [String(OPS), String(BROKEN), String(ADA)];

async function open(t: TestContext): Promise<Session> {
  const session = await browser.open(t, '<pg-portal><p>Headless</p></pg-portal>', {user: USER});
  await session.page.waitForFunction(
    () => window.testPage.portal().session?.snapshot.status === 'ready',
  );
  await session.control({clearLog: true});
  return session;
}

type Outcome =
  {readonly value: unknown} | {readonly code: string; readonly detail: string | undefined};

/** Calls a method of an account's handle, in the page. */
async function call(
  {page}: Session,
  reference: string,
  name: keyof AccountHandle,
  ...parameters: readonly unknown[]
): Promise<Outcome> {
  return page.evaluate(
    async ([id, method, given]) => {
      const handle = window.testPage.portal().session?.account(id);
      if (!handle) throw new Error(`No account ${id}.`);
      try {
        const methods = handle as unknown as Record<
          string,
          (...all: unknown[]) => Promise<unknown>
        >;
        const value = (await methods[method]?.(...given)) ?? null;
        return {value: JSON.parse(JSON.stringify(value)) as unknown};
      } catch (error) {
        const {code, detail} = error as {code: string; detail: string | undefined};
        return {code, detail};
      }
    },
    [reference, name, parameters] as const,
  );
}

const valueOf = (outcome: Outcome): unknown => {
  assert.ok('value' in outcome, JSON.stringify(outcome));
  return outcome.value;
};

/** The requests to one endpoint: of which account and configuration, and what they were answered. */
async function sent(session: Session, endpoint: string) {
  const {log} = await session.inspect();
  return log
    .filter((entry) => entry.endpoint === endpoint)
    .map(({method, credential, configuration, status}) => ({
      method,
      credential,
      configuration,
      status,
    }));
}

const stored = async (session: Session, id: string) => {
  const accounts = await session.stored('drivepool', USER);
  return accounts.find(({credential}) => credential.id === id)?.credential;
};

const defaultOf = async (session: Session, id: string) =>
  (await stored(session, id))?.configurations.find(({isDefault}) => isDefault);

const choicesOf = ({page}: Session, id: string): Promise<readonly string[]> =>
  page.evaluate(async (credential) => {
    const {session: current} = window.testPage.portal();
    const handle = current?.account(credential);
    const [input] = current?.texts('drivepool')?.settings ?? [];
    const sources = input && (await handle?.sources(input));
    if (sources?.kind !== 'single') throw new Error('The setting has no choices.');
    const page = await handle?.options(sources.source, {search: 'invoices'});
    return [...(page?.values.values() ?? [])].map(({label}) => label);
  }, id);

interface Call {
  readonly kind: string;
  readonly endpoint: EndpointName;
  readonly act: (session: Session) => Promise<unknown>;
}

/** Of each kind one that the backend refuses where the token has expired; forms are in `expired.test.ts`. */
const CALLS: readonly Call[] = [
  {
    kind: 'a read',
    endpoint: 'me',
    act: ({page}) => page.evaluate(() => window.testPage.portal().refresh()),
  },
  {kind: 'choices', endpoint: 'options', act: (session) => choicesOf(session, OPS_ID)},
  {
    kind: 'a save',
    endpoint: 'settings',
    act: async (session) =>
      valueOf(await call(session, OPS_ID, 'updateSettings', {syncDeletes: true})),
  },
  {
    kind: 'a switch',
    endpoint: 'workflow-enable',
    act: async (session) =>
      valueOf(await call(session, OPS_ID, 'updateWorkflowState', {'drivepool-backup': true})),
  },
  {
    kind: 'a configuration',
    endpoint: 'configuration-create',
    act: async (session) =>
      valueOf(await call(session, OPS_ID, 'createConfiguration', {externalId: 'team-x'})),
  },
  {
    kind: 'a disconnection',
    endpoint: 'uninstall',
    act: async (session) => valueOf(await call(session, OPS_ID, 'uninstall')),
  },
  {
    kind: 'a request of the provider',
    endpoint: 'proxy',
    act: async (session) => valueOf(await call(session, OPS_ID, 'request', '/me')),
  },
  {
    kind: 'a workflow',
    endpoint: 'workflow-trigger',
    act: async (session) => valueOf(await call(session, OPS_ID, 'workflow', 'drivepool-import')),
  },
];

suite('an account’s handle over the real SDK', () => {
  test('sends provider requests with the credential', async (t) => {
    const session = await open(t);
    const answer = valueOf(
      await call(session, OPS_ID, 'request', '/files?limit=2', {method: 'POST', body: {a: 1}}),
    ) as Record<string, unknown>;
    assert.equal(answer['account'], OPS_ID);
    assert.equal(answer['path'], '/files');
    assert.deepEqual(JSON.parse(String(answer['body'])), {a: 1});
    assert.deepEqual(await sent(session, 'proxy'), [
      {method: 'POST', credential: OPS_ID, configuration: null, status: 200},
    ]);
  });

  test('is found by external id, and sends the credential’s own', async (t) => {
    const session = await open(t);
    for (const reference of ['ext:shared-drive', 'shared-drive']) {
      const answer = valueOf(await call(session, reference, 'request', '/me'));
      assert.equal((answer as Record<string, unknown>)['credential'], OPS_ID);
    }
  });

  test('starts a workflow with the credential and its default configuration', async (t) => {
    const session = await open(t);
    const workflow = 'drivepool-import';
    valueOf(await call(session, ADA_ID, 'updateWorkflowState', {[workflow]: true}));
    const answer = valueOf(
      await call(session, ADA_ID, 'workflow', workflow, {body: {run: 1}, query: {q: 'x'}}),
    ) as Record<string, unknown>;
    assert.deepEqual(
      [answer['workflowId'], answer['body'], answer['query'], answer['credential']],
      [workflow, {run: 1}, {q: 'x'}, ADA_ID],
    );
    assert.equal(answer['configuration'], (await defaultOf(session, ADA_ID))?.id);
  });

  test('says that a workflow is off', async (t) => {
    const session = await open(t);
    const outcome = await call(session, ADA_ID, 'workflow', 'drivepool-backup');
    assert.equal('code' in outcome && outcome.code, 'refused');
    assert.deepEqual(await sent(session, 'workflow-trigger'), []);
  });

  test('changes settings and workflows of its account alone', async (t) => {
    const session = await open(t);
    const before = await stored(session, ADA_ID);
    valueOf(await call(session, OPS_ID, 'updateSettings', {syncDeletes: true}));
    valueOf(await call(session, OPS_ID, 'updateWorkflowState', {'drivepool-backup': true}));
    valueOf(await call(session, OPS_ID, 'updateWorkflowSettings', 'drivepool-backup', {hour: '2'}));
    const configuration = await defaultOf(session, OPS_ID);
    assert.deepEqual(configuration?.sharedSettings, {
      folder: 'northwind-shared/campaigns-2019',
      syncDeletes: true,
    });
    assert.deepEqual(configuration.workflowSettings['drivepool-backup'], {
      enabled: true,
      settings: {hour: '2'},
    });
    assert.deepEqual(await stored(session, ADA_ID), before);
    for (const endpoint of ['settings', 'workflow-enable']) {
      for (const {credential, configuration: id} of await sent(session, endpoint)) {
        assert.deepEqual([credential, id], [OPS_ID, configuration.id]);
      }
    }
  });

  test('rejects with the backend’s words where the SDK resolves', async (t) => {
    const session = await open(t);
    const outcome = await call(session, OPS_ID, 'updateSettings', {folder: 'refuse-me'});
    assert.deepEqual(outcome, {code: 'refused', detail: '"Folder" was not accepted.'});
    await session.control({failures: {'workflow-enable': {status: 500, times: 1}}});
    const failed = await call(session, OPS_ID, 'updateWorkflowState', {'drivepool-backup': true});
    assert.ok('code' in failed);
  });

  test('has the choices of its own account', async (t) => {
    const session = await open(t);
    const labels = await choicesOf(session, OPS_ID);
    assert.deepEqual(labels, ['Invoices (northwind-shared)']);
    const [request] = await sent(session, 'options');
    assert.equal(request?.credential, OPS_ID);
  });

  test('keeps several configurations apart, and the default one in its place', async (t) => {
    const session = await open(t);
    const created = valueOf(
      await call(session, OPS_ID, 'createConfiguration', {externalId: 'team-a'}),
    ) as {id: string; isDefault: boolean};
    assert.equal(created.isDefault, false);
    const before = await defaultOf(session, OPS_ID);
    valueOf(await call(session, OPS_ID, 'updateSettings', {syncDeletes: true}, 'ext:team-a'));
    valueOf(await call(session, OPS_ID, 'updateConfiguration', 'team-a', {owner: 'ada'}));
    const added = (await stored(session, OPS_ID))?.configurations.find(({id}) => id === created.id);
    assert.equal(added?.sharedSettings['syncDeletes'], true);
    assert.deepEqual(added.configMeta, {owner: 'ada'});
    assert.deepEqual(await defaultOf(session, OPS_ID), before);
    const seen = await session.page.evaluate((id) => {
      const handle = window.testPage.portal().session?.account(id);
      return [handle?.configurations.length, handle?.configuration()?.isDefault];
    }, OPS_ID);
    assert.deepEqual(seen, [2, true]);
    const taken = await call(session, OPS_ID, 'createConfiguration', {externalId: 'team-a'});
    assert.equal('code' in taken && taken.code, 'external-id-in-use');
    valueOf(await call(session, OPS_ID, 'destroyConfiguration', 'team-a'));
    assert.equal((await stored(session, OPS_ID))?.configurations.length, 1);
  });

  for (const {kind, endpoint, act} of CALLS) {
    test(`makes a call again, once, when the session had expired: ${kind}`, async (t) => {
      const session = await open(t);
      const tokens = await session.page.evaluate(() => window.testPage.tokensGiven);
      await session.control({expireTokens: true});
      await act(session);
      const {log} = await session.inspect();
      const refused = log.filter(({status}) => status === 401).map((entry) => entry.endpoint);
      // A read asks two at a time, and a save reads first.
      assert.ok(refused.includes(endpoint === 'settings' ? 'me' : endpoint), refused.join());
      assert.deepEqual(refused, [...new Set(refused)]);
      const done = log.filter((entry) => entry.endpoint === endpoint && entry.status !== 401);
      assert.deepEqual(
        done.map(({status}) => Number(status) < 300),
        // The refused one, and the sign-in that a refresh follows, ask the same.
        endpoint === 'me' ? [true, true] : [true],
      );
      assert.equal(await session.page.evaluate(() => window.testPage.tokensGiven), tokens + 1);
    });
  }

  test('is of no use once the user has signed out, and signs nobody in', async (t) => {
    const session = await open(t);
    const codes = await session.page.evaluate(async (id) => {
      const portal = window.testPage.portal();
      const handle = portal.session?.account(id);
      portal.signOut();
      const calls = await Promise.allSettled([handle?.request('/me'), handle?.updateSettings({})]);
      return calls.map((end) =>
        end.status === 'rejected' ? (end.reason as {code: string}).code : 'done',
      );
    }, OPS_ID);
    assert.deepEqual(codes, ['signed-out', 'signed-out']);
    assert.deepEqual((await session.inspect()).log, []);
  });

  test('finds out that its account has vanished, and so does the page', async (t) => {
    const session = await open(t);
    const other = await session.page.context().newPage();
    await other.goto(session.page.url());
    await other.waitForFunction(
      () => window.testPage.portal().session?.snapshot.status === 'ready',
    );
    await other.evaluate(
      (id) => window.testPage.portal().session?.account(id)?.uninstall(),
      OPS_ID,
    );
    const outcome = await call(session, OPS_ID, 'request', '/me');
    assert.deepEqual(outcome, {code: 'account-not-found', detail: 'There is no such account.'});
    await session.page.waitForFunction(
      (id) => window.testPage.portal().session?.account(id) === undefined,
      OPS_ID,
    );
    assert.deepEqual(
      (await session.accounts('drivepool')).map(({id}) => id),
      [ADA_ID, BROKEN_ID],
    );
  });

  for (const [event, code] of [
    ['the account is removed', 'account-not-found'],
    ['the host signs in another user', 'aborted'],
    ['the user signs out', 'aborted'],
  ] as const) {
    test(`refuses every write that waits while ${event}, and nothing is printed`, async (t) => {
      const session = await open(t);
      const {page} = session;
      const goOn = deferred<undefined>();
      await page.route('**/sdk/integrations/*', async (route) => {
        await goOn.promise;
        await route.continue();
      });
      const asked = page.waitForRequest('**/sdk/integrations/*');
      const workflow = 'drivepool-import';
      const calls: readonly (readonly [keyof AccountHandle, ...unknown[]])[] = [
        ['uninstall'],
        ['updateSettings', {folder: 'kept'}],
        ['updateWorkflowSettings', workflow, {folder: 'kept'}],
        ['updateWorkflowState', {[workflow]: true}],
        ['createConfiguration', {externalId: 'team'}],
        ['updateConfiguration', 'team', {}],
        ['destroyConfiguration', 'team'],
        ['uninstall'],
      ];
      const ends = Promise.all(
        calls.map(async ([name, ...given]) => {
          const end = await call(session, OPS_ID, name, ...given);
          return [name, 'code' in end ? end.code : 'done'];
        }),
      );
      await asked;
      if (event === 'the host signs in another user')
        await page.evaluate(() => window.testPage.hostSignsInAs('newcomer'));
      if (event === 'the user signs out')
        await page.evaluate(() => window.testPage.portal().signOut());
      goOn.resolve(undefined);
      const [[, removal] = [], ...others] = await ends;
      assert.equal(removal, 'done');
      assert.deepEqual(
        others.filter(([, end]) => end !== code),
        [],
      );
      const {log} = await session.inspect();
      const writes = log.filter(({endpoint}) =>
        /^(settings|configuration|workflow|uninstall)/.test(endpoint),
      );
      assert.equal(writes.length, 1);
    });
  }

  test('disconnects its account alone', async (t) => {
    const session = await open(t);
    valueOf(await call(session, 'ext:shared-drive', 'uninstall'));
    assert.equal((await sent(session, 'uninstall'))[0]?.credential, OPS_ID);
    const left = (await session.stored('drivepool', USER)).map(({credential}) => credential.id);
    assert.deepEqual(left, [ADA_ID, BROKEN_ID]);
  });

  test('signs a revoked account in again inside the click, in place', async (t) => {
    const session = await open(t);
    const before = await stored(session, BROKEN_ID);
    await session.page.evaluate((id) => {
      const button = document.createElement('button');
      button.textContent = 'Mend';
      button.onclick = () => {
        window.testPage.portal().session?.account(id)?.connect().catch(console.error);
        button.dataset['active'] = String(navigator.userActivation.isActive);
      };
      document.body.append(button);
    }, BROKEN_ID);
    const popup = await session.popup(() => session.button('Mend').click());
    await session.approve(popup);
    await session.page.waitForFunction(
      (id) => window.testPage.portal().session?.account(id)?.model?.status === 'valid',
      BROKEN_ID,
    );
    const after = await stored(session, BROKEN_ID);
    assert.equal(after?.id, before?.id);
    assert.deepEqual(after?.configurations, before?.configurations);
  });

  test('asks for more scopes where the integration lets people choose them', async (t) => {
    const session = await open(t);
    const offer = (type: string) =>
      session.page.evaluate((integration) => {
        const button = document.createElement('button');
        button.textContent = `More ${integration}`;
        button.onclick = () => {
          const {session: current} = window.testPage.portal();
          const [account] = current?.integration(integration)?.accounts ?? [];
          account?.reauthorize({additionalScopes: ['rooms.read']}).then(
            () => (button.dataset['end'] = 'done'),
            (error: unknown) => (button.dataset['end'] = (error as {code: string}).code),
          );
        };
        document.body.append(button);
      }, type);
    await offer('drivepool');
    await session.button('More drivepool').click();
    await session.page.waitForSelector('[data-end="scopes-unsupported"]');
    assert.equal((await session.inspect()).attempts.length, 0);
    // One that has a choice of scopes is connected first, with those that are required.
    await session.page.evaluate(() => {
      const flow = document.createElement('pg-install-flow');
      flow.integration = 'calendo';
      window.testPage.portal().append(flow);
    });
    await session.button('Connect Calendo').click();
    await session.approve(await session.popup(() => session.button('Continue').click()));
    await session.text(/Calendo is connected/).waitFor();
    await offer('calendo');
    const popup = await session.popup(() => session.button('More calendo').click());
    await session.approve(popup);
    await session.page.waitForSelector('[data-end="done"]');
    const [account] = await session.stored('calendo', USER);
    assert.deepEqual(account?.install.scopes, ['profile', 'events.read', 'rooms.read']);
    assert.deepEqual(
      await session.page.evaluate(
        () => window.testPage.portal().session?.integration('calendo')?.accounts[0]?.approvedScopes,
      ),
      ['profile', 'events.read', 'rooms.read'],
    );
  });
});
