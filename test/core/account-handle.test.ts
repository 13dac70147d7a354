import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {AccountHandle} from '../../src/core/accounts/account-handle.js';
import {InstallRun} from '../../src/core/install/install-run.js';
import type {SdkCredential} from '../../src/core/sdk.js';
import {tokenOf} from '../support/scripted-sdk.js';
import {readyScene, type Scene} from '../support/scripted-session.js';
import {settled} from '../support/scripted-page.js';

const USER = 'user-1';

/** Two accounts of one integration, and one of another with the same external id. */
async function handleScene(
  first: Partial<SdkCredential> = {},
): Promise<Scene & {readonly handle: AccountHandle}> {
  const scene = await readyScene(undefined, ({backend}) => {
    backend.seed(USER, 'oauth', {id: 'a', externalId: 'team', ...first});
    backend.seed(USER, 'oauth', {id: 'b'});
    backend.seed(USER, 'other', {id: 'c', externalId: 'team'});
  });
  const handle = scene.session.account('a');
  assert.ok(handle);
  return {...scene, handle};
}

describe('the handle of an account', () => {
  test('is found by credential id', async () => {
    const {session, handle} = await handleScene();
    assert.deepEqual([handle.id, handle.integration], ['a', 'oauth']);
    assert.equal(handle.model, session.connectedAccount('a'));
    assert.equal(session.account('nobody'), undefined);
  });

  test('is found by external id, with the prefix of the SDK or without', async () => {
    const {session} = await handleScene({externalId: 'mine'});
    assert.equal(session.account('mine')?.id, 'a');
    assert.equal(session.account('ext:mine')?.id, 'a');
    assert.equal(session.account('ext:nobody'), undefined);
  });

  test('is not guessed where an external id stands for several accounts', async () => {
    const {session} = await handleScene();
    assert.throws(() => session.account('ext:team'), {code: 'bad-input'});
    assert.equal(session.account('ext:team', 'oauth')?.id, 'a');
    assert.equal(session.account('ext:team', 'other')?.id, 'c');
  });

  test('follows its account', async () => {
    const {sdk, session, handle} = await handleScene();
    sdk.backend.credentials(USER, 'oauth').splice(0, 1, {
      id: 'a',
      status: 'INVALID',
      configurations: [
        {id: 'x', isDefault: false, externalId: 'team-x', workflowSettings: {w: {enabled: true}}},
        {id: 'y', isDefault: true},
      ],
    });
    await session.refresh();
    assert.equal(handle.model?.status, 'invalid');
    assert.deepEqual(
      handle.configurations.map(({id}) => id),
      ['x', 'y'],
    );
    assert.equal(handle.configuration()?.id, 'y', 'the default one is found by `isDefault`');
    assert.equal(handle.configuration('ext:team-x')?.id, 'x');
    assert.deepEqual(handle.workflowState('w', 'x'), {enabled: true});
    assert.equal(handle.workflowState('w'), undefined);
    assert.equal(handle.workflowState('constructor', 'x'), undefined);
  });
});

describe('calls of a handle', () => {
  test('are for its account', async () => {
    const {handle} = await handleScene();
    assert.deepEqual(await handle.request('/me', {method: 'POST', body: {x: 1}}), {
      integration: 'oauth',
      path: '/me',
      method: 'POST',
      body: {x: 1},
      selectedCredentialId: 'a',
    });
    assert.deepEqual(await handle.workflow('w', {body: {x: 1}}), {
      workflowId: 'w',
      body: {x: 1},
      selectedCredentialId: 'a',
    });
  });

  test('are made again, once, after a new sign-in when the session had expired', async () => {
    const {sdk, session, handle} = await handleScene();
    sdk.expireSession();
    assert.ok(await handle.request('/me'));
    assert.equal(sdk.backend.count('proxy'), 2);
    assert.equal(session.snapshot.status, 'ready');
  });

  test('wait for no other call', async () => {
    const {sdk, handle} = await handleScene();
    const release = sdk.backend.hold('proxy');
    const slow = handle.request('/slow');
    assert.ok(await handle.request('/fast'));
    await release();
    assert.ok(await slow);
  });

  test('are refused for an account that is gone, without a request', async () => {
    const {sdk, session, handle} = await handleScene();
    sdk.backend.remove(USER, 'oauth', 'a');
    await session.refresh();
    assert.equal(handle.model, undefined);
    const calls = [
      () => handle.request('/me'),
      () => handle.workflow('w'),
      () => handle.connect(),
      () => handle.uninstall(),
      () => handle.settings(),
      () => handle.updateSettings({x: 1}),
      () => handle.updateWorkflowSettings('w', {x: 1}),
      () => handle.updateWorkflowState({w: true}),
      () => handle.sources({id: 'x', type: 'ENUM'}),
      () => handle.createConfiguration(),
      () => handle.updateConfiguration('x', {}),
      () => handle.destroyConfiguration('x'),
    ];
    for (const call of calls) await assert.rejects(call, {code: 'account-not-found'}, String(call));
    assert.equal(sdk.backend.count('proxy'), 0);
  });

  test('are refused for another user, whose account has the same external id', async () => {
    const {sdk, session, handle} = await handleScene();
    sdk.backend.seed('user-2', 'oauth', {id: 'hers', externalId: 'team'});
    await sdk.authenticate('project', tokenOf('user-2'));
    session.reread();
    await assert.rejects(handle.request('/me'), {code: 'account-not-found'});
  });

  test('say so when nobody is signed in', async () => {
    const {session, handle} = await handleScene();
    session.signOut();
    await assert.rejects(handle.request('/me'), {code: 'signed-out'});
    await assert.rejects(handle.uninstall(), {code: 'signed-out'});
  });

  test('look at the accounts again when the provider refuses', async () => {
    const {sdk, handle} = await handleScene();
    sdk.backend.credentials(USER, 'oauth').splice(0, 1, {id: 'a', status: 'INVALID'});
    sdk.backend.failNext('proxy', new Error('{"message":"Access has ended.","status":400}'));
    await assert.rejects(handle.request('/me'), {code: 'refused', detail: 'Access has ended.'});
    await settled();
    assert.equal(handle.model?.status, 'invalid');
  });

  test('reject with what the SDK throws at once', async () => {
    const {sdk, handle} = await handleScene();
    sdk.workflow = () => {
      throw new Error('Workflow w is not enabled for this user.');
    };
    await assert.rejects(handle.workflow('w'), {code: 'refused'});
  });
});

describe('settings of a handle', () => {
  test('are the draft that every element of the page edits', async () => {
    const {session, handle} = await handleScene();
    const {getSettingsDrafts} = await import('../../src/core/settings/settings-drafts.js');
    const draft = await handle.settings();
    assert.equal(
      draft,
      getSettingsDrafts(session).draft({
        integration: 'oauth',
        credentialId: 'a',
        configurationId: undefined,
      }),
    );
  });

  test('are changed for its account alone', async () => {
    const {sdk, session, handle} = await handleScene();
    await handle.updateSettings({folder: 'x'});
    assert.deepEqual(handle.configuration()?.sharedSettings, {folder: 'x'});
    assert.deepEqual(session.account('b')?.configuration()?.sharedSettings, {});
    assert.equal(sdk.backend.count('settings'), 1);
  });

  test('reject with the words of the backend that refused them', async () => {
    const {sdk, handle} = await handleScene();
    sdk.updateIntegrationUserSettings = () => Promise.resolve({errors: ['No such folder.']});
    await assert.rejects(handle.updateSettings({folder: 'x'}), {
      code: 'refused',
      detail: 'No such folder.',
    });
  });

  test('reject when a workflow could not be switched, which the SDK does not', async () => {
    const {sdk, handle} = await handleScene();
    const sent: unknown[] = [];
    sdk.updateWorkflowState = ((change: unknown, selection: unknown) => {
      sent.push(change, selection);
      const message = '{"message":"Not in your plan."}';
      return Promise.resolve({errors: [{workflowId: 'w', message}]});
    }) as never;
    await assert.rejects(handle.updateWorkflowState({w: true, off: false}), {
      detail: 'Not in your plan.',
    });
    assert.deepEqual(sent, [{w: true}, {selectedCredentialId: 'a'}], 'what is off stays off');
  });

  test('are those of the configuration that is named', async () => {
    const configurations = [
      {id: 'x', isDefault: false, externalId: 'team-x'},
      {id: 'y', isDefault: true},
    ];
    const {sdk, handle} = await handleScene({configurations});
    const selections: unknown[] = [];
    sdk.updateIntegrationUserSettings = (...[, , selection]) => {
      selections.push(selection);
      return Promise.resolve({});
    };
    await handle.updateSettings({v: 1}, 'ext:team-x');
    await handle.updateSettings({v: 1}, 'y');
    assert.deepEqual(selections, [
      {selectedCredentialId: 'a', selectedConfigurationId: 'x'},
      {selectedCredentialId: 'a', selectedConfigurationId: 'y'},
    ]);
    assert.equal((await handle.settings('team-x')).target.configurationId, 'x');
    await assert.rejects(handle.updateSettings({v: 1}, 'z'), {code: 'bad-input'});
    await assert.rejects(handle.destroyConfiguration('y'), {code: 'bad-input'});
    await assert.rejects(handle.createConfiguration({externalId: 'team-x'}), {
      code: 'external-id-in-use',
    });
    await assert.rejects(handle.createConfiguration({externalId: ' '}), {code: 'bad-input'});
  });
});

/** The code that signs in has arrived, as it has by the time a person clicks. */
async function installCode(): Promise<void> {
  await import('../../src/core/install/start-install.js');
  await settled();
}

/** An account that is signed in with a key, for which a person is asked. */
async function keyScene(): Promise<Scene & {readonly handle: AccountHandle}> {
  const scene = await readyScene(undefined, ({backend}) => {
    backend.seed(USER, 'api-key', {id: 'k', status: 'INVALID'});
  });
  await installCode();
  const handle = scene.session.account('k');
  assert.ok(handle);
  return {...scene, handle};
}

describe('signing an account in again through its handle', () => {
  test('opens the window in the very call', async () => {
    const {sdk, page, handle} = await handleScene({status: 'INVALID'});
    await installCode();
    const connected = handle.connect();
    assert.equal(page.windows.length, 1, 'before anything is awaited');
    sdk.approve();
    await page.advance(2_000);
    assert.equal((await connected).status, 'valid');
    assert.equal((await connected).id, 'a');
  });

  test('also through the account itself, as soon as one needs it', async () => {
    const scene = await readyScene(undefined, ({backend}) => {
      backend.seed(USER, 'oauth', {id: 'a', status: 'INVALID'});
    });
    await installCode();
    scene.session
      .connectedAccount('a')
      ?.reauthorize()
      .catch(() => undefined);
    assert.equal(scene.page.windows.length, 1);
  });

  test('rejects when the integration asks something and nothing is there to show it', async () => {
    const {page, session, handle} = await keyScene();
    const connected = handle.connect();
    assert.equal(session.run?.isActive, true);
    await Promise.all([
      page.advance(0),
      assert.rejects(connected, {
        code: 'flow-missing',
        message: /<pg-install-flow integration="api-key" credential="k">/,
      }),
    ]);
    assert.equal(session.run.isActive, false);
  });

  test('rejects when only what follows the sign-in is asked, too', async () => {
    const scene = await readyScene(undefined, ({backend}) => {
      backend.seed(USER, 'oauth-post', {id: 'p', status: 'INVALID'});
    });
    await installCode();
    const connected = scene.session.account('p')?.connect();
    scene.sdk.approve();
    await Promise.all([
      scene.page.advance(2_000),
      assert.rejects(Promise.resolve(connected), {code: 'flow-missing'}),
    ]);
  });

  test('goes on when something that was told of the run takes it over', async () => {
    const {page, session, handle} = await keyScene();
    session.subscribe(() => {
      const {run} = session;
      // As elements do, in a task of their own.
      queueMicrotask(() => {
        if (run instanceof InstallRun && run.isActive) run.attach();
      });
    });
    const connected = handle.connect();
    await page.advance(0);
    const {run} = session;
    assert.ok(run instanceof InstallRun);
    assert.equal(run.state.stage, 'preOptions');
    run.submit({key: 'k-1'});
    await page.advance(2_000);
    assert.equal((await connected).status, 'valid');
  });

  test('rejects when the browser refuses the window and nobody sees that', async () => {
    const {page, session, handle} = await handleScene({status: 'INVALID'});
    await installCode();
    page.blocksWindows = true;
    await assert.rejects(handle.connect(), {code: 'oauth-blocked'});
    assert.equal(session.run?.isActive, false);
  });
});
