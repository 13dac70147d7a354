import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {ConnectSession} from '../../src/core/compose.js';
import {OptionList} from '../../src/core/options/option-list.js';
import {getOptionStore} from '../../src/core/options/option-store.js';
import type {SessionSnapshot} from '../../src/core/session/snapshot.js';
import {isReadingOthers, othersRead} from '../../src/core/session/sdk-link.js';
import {signIn} from '../../src/core/session/sign-in.js';
import type {ConnectInput, SdkOptionRequest, SdkUser} from '../../src/core/sdk.js';
import {writeAfterCheck} from '../../src/core/settings/checked-write.js';
import {getSettingsDrafts} from '../../src/core/settings/settings-drafts.js';
import {eventually} from '../support/eventually.js';
import {settled} from '../support/scripted-page.js';
import {tokenOf, type ScriptedSdk} from '../support/scripted-sdk.js';
import {
  enter,
  fillIn,
  install,
  readyScene,
  sceneOf,
  shown,
  type Scene,
} from '../support/scripted-session.js';

const CHANNEL: ConnectInput = {id: 'channel', type: 'DYNAMIC_ENUM', sourceType: 'channels'};

/** A session of an SDK that the host has signed user 1 in to. */
async function hostScene(prepare?: (sdk: ScriptedSdk) => void): Promise<Scene> {
  const scene = enter(sceneOf());
  scene.sdk.backend.seed('user-1', 'oauth', {id: 'private'});
  prepare?.(scene.sdk);
  await scene.sdk.signInAs('user-1');
  await scene.page.advance(2_000);
  assert.equal(scene.session.snapshot.userId, 'user-1');
  return scene;
}

/**
 * The ways in which a host can sign another user in: over the instance, over the facade, whose functions are bound to the
 * instance, or with a function that it has kept from before the kit saw the instance.
 */
const WAYS = {
  instance: (sdk: ScriptedSdk) => sdk.signInAs('user-2'),
  facade: (sdk: ScriptedSdk) => {
    const prototype = Object.getPrototypeOf(sdk) as ScriptedSdk;
    return prototype.authenticate.call(sdk, 'project', tokenOf('user-2'));
  },
} as const;

/** Signs user 2 in so that the kit cannot notice. */
async function signInUnseen(sdk: ScriptedSdk): Promise<void> {
  const seen = ['authenticate', 'logout', 'bootstrapSDKState'] as const;
  for (const name of seen) Reflect.deleteProperty(sdk, name);
  await sdk.signInAs('user-2');
}

for (const [way, signIn] of Object.entries(WAYS)) {
  describe(`another user whom the host signs in over the ${way}`, () => {
    test('sees nothing of the first from the moment of the call, and then what is theirs', async () => {
      const scene = await hostScene((sdk) => sdk.backend.seed('user-2', 'other', {id: 'theirs'}));
      const done = signIn(scene.sdk);
      assert.equal(scene.session.snapshot.status, 'loading');
      assert.equal(scene.session.connectedAccount('private'), undefined);
      await done;
      await settled();
      assert.equal(scene.session.snapshot.userId, 'user-2');
      assert.ok(scene.session.connectedAccount('theirs'));
    });

    test('is seen where the session signs in itself', async () => {
      const scene = await readyScene(undefined, (sdk) =>
        sdk.backend.seed('user-1', 'oauth', {id: 'private'}),
      );
      const done = signIn(scene.sdk);
      assert.equal(scene.session.snapshot.status, 'loading');
      await done;
      await settled();
      assert.equal(scene.session.snapshot.userId, 'user-2');
      assert.equal(scene.session.connectedAccount('private'), undefined);
    });

    test('ends the run of the first, with the key that was typed', async () => {
      const scene = await hostScene();
      const {run} = install(scene, {integration: 'api-key'});
      run.finished.catch(() => undefined);
      shown(run, 'preOptions');
      await signIn(scene.sdk);
      assert.equal(run.state.stage, 'cancelled');
      run.submit({key: 'of user 1'});
      await scene.page.advance(10_000);
      assert.deepEqual(scene.sdk.backend.credentials('user-2', 'api-key'), []);
    });

    test('gets no draft of the first', async () => {
      const scene = await hostScene();
      const target = {integration: 'oauth', credentialId: 'private'};
      const draft = getSettingsDrafts(scene.session).draft(target);
      draft.subscribe(() => undefined);
      draft.edit('name', 'of user 1');
      await signIn(scene.sdk);
      assert.equal(getSettingsDrafts(scene.session).isDirty(), false);
      assert.notEqual(getSettingsDrafts(scene.session).draft(target), draft);
    });
  });
}

describe('another user whose sign-in nobody could see', () => {
  test('does not get the key of the first', async () => {
    const scene = await hostScene();
    const {run} = install(scene, {integration: 'api-key'});
    run.finished.catch(() => undefined);
    await signInUnseen(scene.sdk);
    fillIn(run, 'preOptions', 'of user 1');
    await scene.page.advance(10_000);
    assert.deepEqual(scene.sdk.backend.credentials('user-2', 'api-key'), []);
    assert.equal(scene.sdk.backend.count('create'), 0);
    assert.equal(run.state.stage, 'cancelled');
    assert.equal(scene.session.snapshot.userId, 'user-2');
  });

  test('does not get a run of the first begun', async () => {
    const scene = await hostScene();
    await signInUnseen(scene.sdk);
    const {run} = install(scene, {integration: 'oauth', allowMultiple: true});
    run.finished.catch(() => undefined);
    assert.equal(run.state.stage, 'cancelled');
    assert.equal(scene.page.windows.length, 0);
  });

  test('does not get a write of the first, nor one that was queued', async () => {
    const scene = await hostScene();
    const {sdk, session} = scene;
    const gate = sdk.backend.hold('patch-me');
    const first = session.perform('key', () => sdk.setUserMetadata({}));
    await settled();
    let hasRun = false;
    const send = (): Promise<void> => {
      hasRun = true;
      return Promise.resolve();
    };
    const queued = session.perform('key', send);
    const outcomes = Promise.allSettled([first, queued]);
    await signInUnseen(sdk);
    await assert.rejects(session.perform('other key', send), {code: 'aborted'});
    await gate();
    const [, second] = await outcomes;
    assert.equal(second.status === 'rejected' && (second.reason as {code: string}).code, 'aborted');
    assert.equal(hasRun, false);
    assert.equal(session.snapshot.userId, 'user-2');
  });

  test('is asked no question of the first', async () => {
    const scene = await hostScene();
    let asked = 0;
    await signInUnseen(scene.sdk);
    const call = scene.session.call(() => {
      asked += 1;
      return Promise.resolve();
    });
    await assert.rejects(call, {code: 'aborted'});
    assert.equal(asked, 0);
  });

  test('has no choices loaded for an account of the first', async (t) => {
    const scene = await hostScene();
    const load = t.mock.method(scene.sdk, 'getFieldOptions');
    const store = getOptionStore(scene.session);
    await signInUnseen(scene.sdk);
    const source = {kind: 'dynamic', key: 'channels', source: {type: 'DYNAMIC', cacheKey: 'c'}};
    const question = {
      integration: 'oauth',
      credentialId: 'private',
      source: source as never,
      parameters: [],
      search: '',
      cursor: null,
    };
    const loading = store.load(question, new AbortController().signal);
    await assert.rejects(loading, {code: 'aborted'});
    assert.equal(load.mock.callCount(), 0);
  });
});

/** What can still be under way for the first user when the second one has signed in; each holds one answer. */
const UNDER_WAY: Readonly<Record<string, (scene: Scene) => () => Promise<void>>> = {
  'a save': ({sdk, session}) => {
    const gate = sdk.backend.hold('settings');
    const selection = {selectedCredentialId: 'private'};
    const saving = session.perform('private', () =>
      sdk.updateIntegrationUserSettings('oauth', {name: 'mine'}, selection),
    );
    saving.catch(() => undefined);
    return gate;
  },
  'a save that another one may follow': ({sdk, session}) => {
    const gate = sdk.backend.hold('settings');
    const selection = {selectedCredentialId: 'private'};
    const saving = writeAfterCheck(session, 'private', () =>
      sdk.updateIntegrationUserSettings('oauth', {name: 'mine'}, selection),
    );
    saving.catch(() => undefined);
    return gate;
  },
  'a removal': ({sdk, session}) => {
    const gate = sdk.backend.hold('uninstall');
    session.disconnect('private').catch(() => undefined);
    return gate;
  },
  'a refresh': ({sdk, session}) => {
    const gate = sdk.backend.hold('me');
    session.refresh().catch(() => undefined);
    return gate;
  },
  'a key': (scene) => {
    const gate = scene.sdk.backend.hold('create');
    const {run} = install(scene, {integration: 'api-key', allowMultiple: true});
    run.finished.catch(() => undefined);
    fillIn(run, 'preOptions', 'of user 1');
    return gate;
  },
  'a sign-in by the host': ({sdk}) => {
    const gate = sdk.backend.hold('me');
    sdk.authenticate('project', tokenOf('user-1')).catch(() => undefined);
    return gate;
  },
};

/** The accounts that the SDK holds. */
const heldBy = (user: SdkUser): string | undefined =>
  user.authenticated
    ? user.integrations.oauth?.allCredentials?.map(({id}) => id).join()
    : undefined;

/** The user and the accounts that are shown. */
const accountsShown = ({userId, integrations}: SessionSnapshot): readonly unknown[] => [
  userId,
  ...integrations.flatMap(({accounts}) => accounts.map(({id}) => id)),
];

/** Of these the SDK gives the second user the answer, whose own question it joins to them. */
const READS: readonly string[] = ['a refresh', 'a sign-in by the host'];

for (const [what, begin] of Object.entries(UNDER_WAY)) {
  describe(`another user who signs in while ${what} of the first is under way`, () => {
    // Some count as failed by then.
    for (const wait of [2_000, 20_000]) {
      test(`never sees anything of the first, and at last what is theirs: an answer after ${wait} ms`, async () => {
        const scene = await hostScene(({backend}) => {
          backend.seed('user-1', 'oauth', {id: 'second'});
          backend.seed('user-2', 'oauth', {id: 'theirs'});
          backend.seed('user-2', 'api-key', {id: 'their key'});
        });
        const answer = begin(scene);
        await settled();
        scene.sdk.signInAs('user-2').catch(() => undefined);
        scene.snapshots.length = 0;
        await scene.page.advance(wait);
        const theirs = ['user-2', 'theirs', 'their key'];
        if (!READS.includes(what)) assert.deepEqual(accountsShown(scene.session.snapshot), theirs);
        await answer();
        await settled();
        scene.session.reread();
        await scene.page.advance(2_000);
        for (const snapshot of [...scene.snapshots, scene.session.snapshot])
          for (const one of ['private', 'second'])
            assert.ok(!accountsShown(snapshot).includes(one), one);
        assert.deepEqual(accountsShown(scene.session.snapshot), theirs);
        assert.equal(heldBy(scene.sdk.getUser()), 'theirs');
        assert.equal(scene.session.snapshot.error, undefined);
      });
    }

    if (READS.includes(what)) return;
    test('is not kept waiting by it', async () => {
      const scene = await hostScene(({backend}) => backend.seed('user-2', 'oauth', {id: 'theirs'}));
      const answer = begin(scene);
      await settled();
      await scene.sdk.signInAs('user-2');
      await scene.page.advance(2_000);
      scene.sdk.backend.seed('user-2', 'api-key', {id: 'new'});
      await scene.session.refresh();
      assert.deepEqual(accountsShown(scene.session.snapshot), ['user-2', 'theirs', 'new']);
      await scene.page.advance(60_000);
      assert.equal(scene.session.snapshot.error, undefined);
      assert.deepEqual(accountsShown(scene.session.snapshot), ['user-2', 'theirs', 'new']);
      await answer();
    });
  });
}

test('another user whom the host signs in while the session signs the first in again sees nothing of theirs', async () => {
  const scene = await readyScene(undefined, ({backend}) => {
    backend.seed('user-1', 'oauth', {id: 'private'});
    backend.seed('user-2', 'oauth', {id: 'theirs'});
  });
  const {sdk, session, page, snapshots} = scene;
  const gate = sdk.backend.hold('me');
  sdk.logout();
  const again = session.retry();
  await settled();
  const prototype = Object.getPrototypeOf(sdk) as ScriptedSdk;
  const signingIn = prototype.authenticate.call(sdk, 'project', tokenOf('user-2'));
  await settled();
  await gate();
  await Promise.all([again, signingIn]);
  await page.advance(2_000);
  assert.deepEqual(accountsShown(session.snapshot), ['user-2', 'theirs']);
  for (const {userId, ...rest} of snapshots)
    if (userId === 'user-2') assert.ok(!accountsShown({userId, ...rest}).includes('private'));
});

describe('a list of choices', () => {
  const list = (): OptionList =>
    new OptionList(
      (sources) => (sources.kind === 'single' ? sources.source : undefined),
      () => undefined,
    );
  const place = {
    integration: 'oauth',
    credentialId: 'private',
    input: CHANNEL,
    parameters: undefined,
  };

  test('is there only where there is a session and an integration to ask', async () => {
    const {session} = await hostScene();
    const one = list();
    const status = (): string => one.state.status;
    one.follow({...place, session: undefined, isAlone: true});
    assert.equal(status(), 'none');
    one.follow({...place, session: undefined, isAlone: false});
    assert.equal(status(), 'pending');
    one.follow({...place, session, isAlone: false});
    await settled();
    one.follow({...place, session, isAlone: false, integration: undefined});
    assert.deepEqual([status(), one.source], ['none', undefined]);
    one.dispose();
  });

  test('follows a field whose source is still being looked for, with the values of the fields that it depends on', async (t) => {
    const {sdk, session} = await hostScene();
    const source = {
      type: 'DYNAMIC_DATA_SOURCE',
      cacheKey: 'channels',
      refreshDependencies: ['team'],
    } as const;
    t.mock.method(sdk, 'getSourcesForInput', () => ({kind: 'single', source}));
    const one = list();
    one.follow({...place, session, isAlone: false});
    one.follow({...place, session, isAlone: false}, new Map([['team', 'red']]));
    assert.equal(one.source, undefined);
    await settled();
    assert.deepEqual(one.parameters, [{key: 'team', value: 'red'}]);
    one.dispose();
  });
});

describe('another user, with a list of choices of the first still there', () => {
  const source = {
    type: 'DYNAMIC_DATA_SOURCE',
    cacheKey: 'channels',
  } as const;
  const field = (session: ConnectSession, credentialId: string) => ({
    session,
    isAlone: false,
    integration: 'oauth',
    credentialId,
    input: CHANNEL,
    parameters: undefined,
  });

  test('is asked for no account of the first, and for theirs once the field has it', async (t) => {
    const scene = await hostScene(({backend}) => backend.seed('user-2', 'oauth', {id: 'theirs'}));
    const {sdk, session} = scene;
    t.mock.method(sdk, 'getSourcesForInput', () => ({kind: 'single', source}));
    const askedFor: unknown[] = [];
    t.mock.method(sdk, 'getFieldOptions', ({selectedCredentialId}: SdkOptionRequest) => {
      askedFor.push(selectedCredentialId);
      return Promise.resolve({data: [], nestedData: [], nextPageCursor: null});
    });
    const list = new OptionList(
      (sources) => (sources.kind === 'single' ? sources.source : undefined),
      () => undefined,
    );
    list.follow(field(session, 'private'));
    list.load();
    await settled();
    assert.deepEqual(askedFor, ['private']);
    await sdk.signInAs('user-2');
    await scene.page.advance(2_000);
    assert.equal(session.snapshot.userId, 'user-2');
    list.open();
    list.search('a');
    list.retry();
    await scene.page.advance(1_000);
    assert.deepEqual(askedFor, ['private']);
    list.follow(field(session, 'theirs'));
    list.load();
    await settled();
    assert.deepEqual(askedFor, ['private', 'theirs']);
    list.dispose();
  });
});

describe('another user than the one whom the SDK has found in its storage', () => {
  /** A session of user 2, whose SDK still reads what belongs to user 1, and how that ends. */
  function storedScene(): readonly [Scene, () => Promise<void>] {
    const credentials = {projectId: 'project', token: tokenOf('user-2')};
    const scene = sceneOf(undefined, (sdk) => signIn(sdk, credentials, false));
    scene.sdk.backend.seed('user-1', 'oauth', {id: 'private'});
    scene.sdk.backend.seed('user-2', 'oauth', {id: 'theirs'});
    const answer = scene.sdk.backend.hold('me');
    scene.sdk.signInAs('user-1').catch(() => undefined);
    return [enter(scene), answer];
  }

  test('is given nothing of the first, whenever that has been read', async () => {
    const [{sdk, session, page, snapshots}, answer] = storedScene();
    await page.advance(1_000);
    await answer();
    await eventually(() => Promise.resolve(session.snapshot.status), 'ready');
    session.reread();
    assert.deepEqual(accountsShown(session.snapshot), ['user-2', 'theirs']);
    for (const snapshot of snapshots) assert.ok(!accountsShown(snapshot).includes('private'));
    assert.equal(heldBy(sdk.getUser()), 'theirs');
  });

  test('is not kept for ever: is told, and signed in once it ends', async (t) => {
    t.mock.timers.enable({apis: ['setTimeout']});
    const [{session, page, snapshots}, answer] = storedScene();
    const wait = async (): Promise<void> => {
      for (let waited = 0; waited < 5_000; waited += 50) {
        t.mock.timers.tick(50);
        await settled();
      }
    };
    await wait();
    await page.advance(13_000);
    assert.equal(session.snapshot.error?.code, 'network');
    await answer();
    await wait();
    assert.deepEqual(accountsShown(session.snapshot), ['user-2', 'theirs']);
    for (const snapshot of snapshots) assert.ok(!accountsShown(snapshot).includes('private'));
  });
});

describe('what the SDK does by itself', () => {
  test('is waited for where it reads for somebody else, and not where it reads for the same user', async () => {
    const {sdk} = await hostScene();
    const answer = sdk.backend.hold('me');
    sdk.signInAs('user-2').catch(() => undefined);
    const order: string[] = [];
    const others = othersRead(sdk, 'user-1').then(() => order.push('others'));
    await othersRead(sdk, 'user-2').then(() => order.push('own'));
    assert.equal(isReadingOthers(sdk, 'user-1'), true);
    assert.equal(isReadingOthers(sdk, 'user-2'), false);
    await settled();
    assert.deepEqual(order, ['own']);
    await answer();
    await others;
    assert.equal(isReadingOthers(sdk, 'user-1'), false);
  });

  test('is no uncaught error of the page where nobody waits for its end', async () => {
    const scene = sceneOf();
    const poll = (): Promise<void> => Promise.reject(new Error('late'));
    const sdk = Object.assign(scene.sdk, {pollForCredential: poll});
    enter(scene);
    void sdk.pollForCredential();
    await settled();
  });

  test('is not listened to by a session that nobody follows', async () => {
    const {sdk, session} = sceneOf(undefined, (one) => one.signInAs('user-1'));
    await session.retry();
    assert.equal(session.snapshot.status, 'ready');
    assert.equal(sdk.listenerCount, 0);
  });

  test('is seen soon where the host signs somebody in unseen', async () => {
    const scene = enter(sceneOf());
    await scene.page.advance(60);
    await signInUnseen(scene.sdk);
    await scene.page.advance(400);
    assert.equal(scene.session.snapshot.userId, 'user-2');
  });
});

describe('the same user', () => {
  test('finds again what was typed before the token expired, where the host signs in', async () => {
    const scene = await hostScene();
    const {sdk, session} = scene;
    const {run} = install(scene, {integration: 'api-key'});
    const draft = getSettingsDrafts(session).draft({integration: 'oauth', credentialId: 'private'});
    const {generation} = session;
    sdk.expireSession();
    await assert.rejects(session.refresh());
    assert.equal(session.snapshot.status, 'signed-out');
    assert.equal(session.connectedAccount('private'), undefined);
    await sdk.authenticate('project', tokenOf('user-1', 4_100_000_000_000));
    await scene.page.advance(2_000);
    assert.equal(session.snapshot.status, 'ready');
    assert.equal(session.generation, generation);
    assert.equal(
      getSettingsDrafts(session).draft({integration: 'oauth', credentialId: 'private'}),
      draft,
    );
    fillIn(run, 'preOptions', 'of user 1');
    await settled();
    assert.equal(sdk.backend.credentials('user-1', 'api-key').length, 1);
  });

  test('is none that signs in after an expired token, for whom nothing is kept', async () => {
    const scene = await hostScene();
    const {sdk, session} = scene;
    const {run} = install(scene, {integration: 'api-key'});
    run.finished.catch(() => undefined);
    sdk.expireSession();
    await assert.rejects(session.refresh());
    await sdk.signInAs('user-2');
    await scene.page.advance(2_000);
    assert.equal(session.snapshot.userId, 'user-2');
    assert.equal(run.state.stage, 'cancelled');
  });

  test('may have a number for a name', async () => {
    const scene = enter(sceneOf());
    const part = (value: object): string =>
      Buffer.from(JSON.stringify(value)).toString('base64url');
    const numbered = `${part({})}.${part({sub: 7, exp: 4_000_000_000})}.signature`;
    await scene.sdk.authenticate('project', numbered);
    await scene.page.advance(2_000);
    assert.equal(scene.session.snapshot.userId, '7');
    assert.equal(scene.session.verifyUser(), true);
    await scene.session.call(() => Promise.resolve());
  });
});
