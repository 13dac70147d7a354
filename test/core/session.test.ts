import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {PgError} from '../../src/core/errors.js';
import {ConnectSession, sessionOf} from '../../src/core/compose.js';
import {deferred} from '../support/deferred.js';
import {networkFailure, refusal, serverFailure} from '../support/scripted-backend.js';
import {ScriptedPage, settled} from '../support/scripted-page.js';
import {ScriptedSdk, tokenOf} from '../support/scripted-sdk.js';
import {enter, readyScene, SCHEMES, sceneOf, type Scene} from '../support/scripted-session.js';

const statuses = ({snapshots}: Scene): string[] => snapshots.map(({status}) => status);
const integrations = Object.values(SCHEMES);

describe('signing in by itself', () => {
  test('goes from loading to ready', async () => {
    const scene = await readyScene();
    assert.deepEqual(statuses(scene), ['ready']);
    assert.equal(scene.session.snapshot.userId, 'user-1');
    assert.equal(scene.session.snapshot.integrations.length, integrations.length);
  });

  test('starts with the first subscriber, not before', async () => {
    const scene = sceneOf(undefined, (sdk) => sdk.signInAs('user-1'));
    await settled();
    assert.equal(scene.session.snapshot.status, 'loading');
    assert.equal(scene.sdk.backend.log.length, 0);
    enter(scene);
    await settled();
    assert.equal(scene.session.snapshot.status, 'ready');
  });

  test('does not show the user whom the SDK names before their integrations are there', async () => {
    const before = sceneOf(undefined, (sdk) => sdk.signInAs('user-1'));
    const release = before.sdk.backend.hold('integrations');
    const scene = enter(before);
    await settled();
    scene.page.comeBack();
    scene.session.reread();
    assert.equal(scene.session.snapshot.status, 'loading');
    await release();
    assert.deepEqual(statuses(scene), ['ready']);
  });

  test('is signed out when the token is refused', async () => {
    const scene = enter(
      sceneOf(undefined, () => Promise.reject(new PgError('token-expired', 'Too old.'))),
    );
    await settled();
    assert.equal(scene.session.snapshot.status, 'signed-out');
    assert.equal(scene.session.snapshot.error?.code, 'token-expired');
  });

  test('is in error when the backend cannot be reached, and recovers on return', async () => {
    const before = sceneOf(undefined, (sdk) => sdk.signInAs('user-1'));
    before.sdk.backend.failNext('me', networkFailure());
    const scene = enter(before);
    await settled();
    assert.equal(scene.session.snapshot.status, 'error');
    assert.equal(scene.session.snapshot.error?.code, 'network');
    scene.page.comeBack();
    await settled();
    assert.deepEqual(statuses(scene), ['error', 'loading', 'ready']);
  });

  test('signs in once, however many subscribe and retry', async () => {
    const scene = enter(sceneOf(undefined, (sdk) => sdk.signInAs('user-1')));
    scene.session.subscribe(() => undefined);
    void scene.session.retry();
    await settled();
    assert.equal(scene.sdk.backend.count('me'), 1);
  });

  test('loads the SDK for the first subscriber only', async () => {
    const page = new ScriptedPage();
    const sdk = new ScriptedSdk(page, integrations);
    let loads = 0;
    const load = (): Promise<ScriptedSdk> => {
      loads += 1;
      return Promise.resolve(sdk);
    };
    const session = new ConnectSession(load, {
      environment: page,
      signIn: () => sdk.signInAs('user-1'),
    });
    assert.throws(() => session.sdk, {code: 'sdk-load-failed'});
    session.reread();
    assert.equal(loads, 0);
    session.subscribe(() => undefined);
    await settled();
    assert.equal(session.snapshot.status, 'ready');
    assert.equal(loads, 1);
    assert.equal(sdk.listenerCount, 2);
  });

  test('says so when the SDK does not load, and tries again', async () => {
    const page = new ScriptedPage();
    const sdk = new ScriptedSdk(page, integrations);
    let isBroken = true;
    const load = (): Promise<ScriptedSdk> =>
      isBroken ? Promise.reject(new Error('no such module')) : Promise.resolve(sdk);
    const session = new ConnectSession(load, {
      environment: page,
      signIn: () => sdk.signInAs('user-1'),
    });
    session.subscribe(() => undefined);
    await settled();
    assert.equal(session.snapshot.error?.code, 'sdk-load-failed');
    isBroken = false;
    await session.retry();
    assert.equal(session.snapshot.status, 'ready');
  });
});

describe('an SDK that the host signs in', () => {
  test('is looked at until it has a user with integrations', async () => {
    const scene = enter(sceneOf());
    assert.deepEqual(statuses(scene), ['signed-out']);
    await scene.page.advance(5_000);
    const release = scene.sdk.backend.hold('me');
    void scene.sdk.signInAs('user-1');
    await scene.page.advance(2_000);
    assert.equal(scene.session.snapshot.status, 'loading');
    await release();
    await scene.page.advance(2_000);
    assert.deepEqual(statuses(scene), ['signed-out', 'loading', 'ready']);
  });

  test('is loading from the start when the user is there before the rest', async () => {
    const scene = sceneOf();
    const release = scene.sdk.backend.hold('integrations');
    void scene.sdk.signInAs('user-1');
    await settled();
    const entered = enter(scene);
    await entered.page.advance(3_000);
    assert.equal(entered.session.snapshot.status, 'loading');
    await release();
    await entered.page.advance(2_000);
    assert.deepEqual(statuses(entered), ['ready']);
  });

  test('is ready without integrations when none come', async () => {
    const scene = enter(sceneOf([]));
    await scene.page.advance(60_000);
    await scene.sdk.signInAs('user-1');
    await scene.page.advance(5_000);
    assert.equal(scene.session.snapshot.status, 'loading');
    await scene.page.advance(10_000);
    assert.equal(scene.session.snapshot.status, 'ready');
    await scene.page.advance(60_000);
    scene.page.comeBack();
    await settled();
    assert.deepEqual(statuses(scene), ['signed-out', 'loading', 'ready']);
    assert.equal(scene.page.clock.size, 0);
  });

  test('has its time to fill anew with every sign-in', async () => {
    const scene = enter(sceneOf());
    const first = scene.sdk.backend.hold('me');
    void scene.sdk.signInAs('user-1').catch(() => undefined);
    await scene.page.advance(5_000);
    scene.sdk.logout();
    await first();
    await scene.page.advance(20_000);
    assert.equal(scene.session.snapshot.status, 'signed-out');
    const second = scene.sdk.backend.hold('me');
    void scene.sdk.signInAs('user-1');
    await scene.page.advance(5_000);
    assert.equal(scene.session.snapshot.status, 'loading');
    await second();
  });

  test('does not empty what is shown while the host signs the same user in again', async () => {
    const scene = enter(sceneOf());
    await scene.sdk.signInAs('user-1');
    await scene.page.advance(2_000);
    const release = scene.sdk.backend.hold('me');
    void scene.sdk.signInAs('user-1');
    scene.page.comeBack();
    assert.equal(scene.session.snapshot.integrations.length, integrations.length);
    await release();
    await scene.page.advance(2_000);
    assert.equal(scene.session.snapshot.status, 'ready');
  });

  test('shows nothing of the user before while the next one is being signed in', async () => {
    const scene = enter(sceneOf());
    scene.sdk.backend.seed('user-1', 'oauth', {id: 'private'});
    await scene.sdk.signInAs('user-1');
    await scene.page.advance(2_000);
    assert.ok(scene.session.connectedAccount('private'));
    const release = scene.sdk.backend.hold('me');
    void scene.sdk.signInAs('user-2');
    scene.page.comeBack();
    assert.equal(scene.session.snapshot.status, 'loading');
    assert.equal(scene.session.connectedAccount('private'), undefined);
    await release();
    await scene.page.advance(2_000);
    assert.equal(scene.session.snapshot.userId, 'user-2');
  });

  test('is signed out when the SDK forgot its user, and comes back with them', async () => {
    const scene = enter(sceneOf());
    await scene.sdk.signInAs('user-1');
    await scene.page.advance(2_000);
    scene.sdk.logout();
    scene.page.comeBack();
    assert.equal(scene.session.snapshot.status, 'signed-out');
    await scene.sdk.signInAs('user-1');
    await scene.page.advance(2_000);
    assert.equal(scene.session.snapshot.status, 'ready');
  });

  test('is followed again after it was signed out through the session', async () => {
    const scene = enter(sceneOf());
    await scene.sdk.signInAs('user-1');
    await scene.page.advance(2_000);
    scene.session.signOut();
    assert.equal(scene.sdk.getUser().authenticated, false);
    await scene.sdk.signInAs('user-1');
    await scene.page.advance(5_000);
    assert.equal(scene.session.snapshot.status, 'ready');
  });

  test('has one session, whoever asks', () => {
    const {sdk} = sceneOf();
    assert.equal(sessionOf(sdk), sessionOf(sdk));
  });
});

describe('changes', () => {
  test('cost one look at the user, however many subscribe', async () => {
    const scene = await readyScene();
    for (let index = 0; index < 20; index += 1) scene.session.subscribe(() => undefined);
    scene.sdk.backend.seed('user-1', 'oauth');
    await scene.sdk.bootstrapSDKState();
    const before = scene.sdk.getUserCalls;
    scene.session.reread();
    assert.equal(scene.sdk.getUserCalls - before, 1);
    assert.equal(scene.sdk.getMetadataCalls, 1);
  });

  test('are told only when there are any', async () => {
    const scene = await readyScene();
    const before = scene.session.snapshot;
    for (let index = 0; index < 5; index += 1) scene.page.comeBack();
    await scene.session.refresh();
    assert.equal(scene.snapshots.length, 1);
    assert.equal(scene.session.snapshot, before);
  });

  test('keep every part that they do not touch', async () => {
    const scene = await readyScene(undefined, (sdk) => {
      sdk.backend.seed('user-1', 'oauth', {id: 'a'});
      sdk.backend.seed('user-1', 'other', {id: 'b'});
    });
    const {session} = scene;
    const before = {
      oauth: session.integration('oauth'),
      other: session.integration('other'),
      account: session.connectedAccount('a'),
    };
    scene.sdk.backend.seed('user-1', 'oauth', {id: 'c'});
    await session.refresh();
    assert.notEqual(session.integration('oauth'), before.oauth);
    assert.equal(session.integration('other'), before.other);
    assert.equal(session.connectedAccount('a'), before.account);
    assert.equal(session.integration('oauth')?.accounts[0], before.account);
  });

  test('of an account make a new one of it alone', async () => {
    const scene = await readyScene(undefined, (sdk) => {
      sdk.backend.seed('user-1', 'oauth', {id: 'a', status: 'PENDING'});
      sdk.backend.seed('user-1', 'oauth', {id: 'b'});
    });
    const {session} = scene;
    const a = session.connectedAccount('a');
    const b = session.connectedAccount('b');
    scene.sdk.backend.complete('user-1', 'oauth', 'a');
    await session.refresh();
    assert.equal(session.connectedAccount('a')?.status, 'valid');
    assert.notEqual(session.connectedAccount('a'), a);
    assert.equal(session.connectedAccount('b'), b);
  });

  test('by the SDK are taken over from its events, and the events go no further', async () => {
    const scene = await readyScene();
    await scene.sdk.saveCredential('api-key', {key: 'k'}, null, {});
    assert.equal(scene.session.integration('api-key')?.status, 'connected');
    const told = JSON.stringify(scene.snapshots);
    assert.ok(JSON.stringify(scene.sdk.emitted).includes('secret-signature'));
    assert.ok(!told.includes('secret-signature'));
  });

  test('reach the other listeners when one of them throws', async (t) => {
    const before = process.listeners('uncaughtException');
    const caught: unknown[] = [];
    process.removeAllListeners('uncaughtException');
    process.on('uncaughtException', (error) => caught.push(error));
    t.after(() => {
      process.removeAllListeners('uncaughtException');
      for (const listener of before) process.on('uncaughtException', listener);
    });
    const scene = sceneOf(undefined, (sdk) => sdk.signInAs('user-1'));
    scene.session.subscribe(() => {
      throw new Error('of the host');
    });
    const entered = enter(scene);
    await settled();
    assert.deepEqual(statuses(entered), ['ready']);
    assert.equal(caught.length, 1);
  });
});

describe('disconnecting', () => {
  test('an account twice removes it once, and says the second time that it is not connected', async () => {
    const scene = await readyScene(undefined, ({backend}) =>
      backend.seed('user-1', 'oauth', {id: 'a'}),
    );
    const first = scene.session.disconnect('a');
    const second = scene.session.disconnect('a');
    await first;
    await assert.rejects(second, {code: 'account-not-found'});
    assert.deepEqual(scene.sdk.uninstalled, ['a']);
  });
});

describe('another user', () => {
  test('is seen by listeners only after everything of the first is gone', async () => {
    const scene = await readyScene(undefined, (sdk) =>
      sdk.backend.seed('user-1', 'oauth', {id: 'private'}),
    );
    const order: string[] = [];
    scene.session.onForget(() => order.push(`forget ${scene.session.snapshot.userId}`));
    scene.session.subscribe(({userId}) => order.push(`show ${userId}`));
    const {generation} = scene.session;
    await scene.sdk.signInAs('user-2');
    scene.page.comeBack();
    assert.deepEqual(order, ['forget user-1', 'show undefined', 'show user-2']);
    assert.equal(scene.session.generation, generation + 1);
    assert.equal(scene.session.connectedAccount('private'), undefined);
  });

  test('takes over at once when the session is told to switch', async () => {
    let user = 'user-1';
    const scene = enter(sceneOf(undefined, (sdk) => sdk.signInAs(user)));
    scene.sdk.backend.seed('user-1', 'oauth', {id: 'private'});
    await settled();
    user = 'user-2';
    const switched = scene.session.switchUser();
    assert.equal(scene.session.snapshot.status, 'loading');
    assert.deepEqual(scene.session.snapshot.integrations, []);
    await switched;
    assert.equal(scene.session.snapshot.userId, 'user-2');
    assert.equal(scene.session.connectedAccount('private'), undefined);
  });

  test('is not shown what a sign-in of the first brought late', async () => {
    let user = 'user-1';
    const before = sceneOf(undefined, (sdk) => sdk.signInAs(user));
    const release = before.sdk.backend.hold('me');
    const scene = enter(before);
    await settled();
    user = 'user-2';
    const switched = scene.session.switchUser();
    await release();
    await switched;
    assert.ok(scene.snapshots.every(({userId}) => userId !== 'user-1'));
    assert.equal(scene.session.snapshot.userId, 'user-2');
  });

  test('does not get the call of the first repeated', async () => {
    let user = 'user-1';
    const scene = enter(sceneOf(undefined, (sdk) => sdk.signInAs(user)));
    scene.sdk.backend.seed('user-1', 'oauth', {id: 'a'});
    await settled();
    user = 'user-2';
    scene.sdk.expireSession();
    await assert.rejects(scene.session.disconnect('a'), {code: 'aborted'});
    assert.equal(scene.sdk.backend.count('uninstall'), 1);
    assert.equal(scene.session.snapshot.userId, 'user-2');
  });

  test('does not get a call that waited for the sign-in of the first', async () => {
    let user = 'user-1';
    const before = sceneOf(undefined, (sdk) => sdk.signInAs(user));
    const release = before.sdk.backend.hold('me');
    const scene = enter(before);
    await settled();
    let hasRun = false;
    const call = scene.session.perform('key', () => {
      hasRun = true;
      return Promise.resolve();
    });
    const outcome = assert.rejects(call, {code: 'aborted'});
    await settled();
    user = 'user-2';
    const switched = scene.session.switchUser();
    await release();
    await Promise.all([outcome, switched]);
    assert.equal(hasRun, false);
  });

  test('does not get an account of the first, not even one that looks the same', async () => {
    const scene = await readyScene(undefined, (sdk) => {
      const shared = sdk.backend.seed('user-1', 'oauth', {id: 'a'});
      sdk.backend.seed('user-2', 'oauth', shared);
    });
    const before = scene.session.connectedAccount('a');
    await scene.sdk.signInAs('user-2');
    scene.page.comeBack();
    assert.ok(scene.session.connectedAccount('a'));
    assert.notEqual(scene.session.connectedAccount('a'), before);
  });

  test('does not get what the first had queued', async () => {
    const scene = await readyScene();
    const gate = scene.sdk.backend.hold('patch-me');
    const first = scene.session.perform('key', () => scene.sdk.setUserMetadata({}));
    let hasRun = false;
    const second = scene.session.perform('key', () => {
      hasRun = true;
      return Promise.resolve();
    });
    scene.session.signOut();
    const outcomes = Promise.allSettled([first, second]);
    await gate();
    const [, queued] = await outcomes;
    assert.equal(queued.status, 'rejected');
    assert.equal(hasRun, false);
  });
});

describe('an expired session', () => {
  const signedIn = (scene: Scene): number => scene.sdk.backend.count('integrations');

  test('is renewed within a call, which is repeated once', async () => {
    const scene = await readyScene(undefined, (sdk) =>
      sdk.backend.seed('user-1', 'oauth', {id: 'a'}),
    );
    const {generation} = scene.session;
    scene.sdk.expireSession();
    await scene.session.disconnect('a');
    assert.equal(scene.sdk.backend.count('uninstall'), 2);
    assert.equal(scene.session.connectedAccount('a'), undefined);
    assert.equal(scene.session.generation, generation);
    assert.deepEqual([...new Set(statuses(scene))], ['ready']);
  });

  test('is renewed once for several calls at a time', async () => {
    const scene = await readyScene(undefined, (sdk) => {
      for (const id of ['a', 'b', 'c']) sdk.backend.seed('user-1', 'oauth', {id});
    });
    const before = signedIn(scene);
    scene.sdk.expireSession();
    await Promise.all(['a', 'b', 'c'].map((id) => scene.session.disconnect(id)));
    assert.deepEqual(scene.session.integration('oauth')?.accounts, []);
    assert.equal(signedIn(scene) - before, 1);
  });

  test('is renewed although a late 401 of an older call signs the SDK out in between', async () => {
    const scene = await readyScene(undefined, (sdk) => {
      sdk.backend.seed('user-1', 'oauth', {id: 'a'});
      sdk.backend.seed('user-1', 'other', {id: 'b'});
    });
    scene.sdk.expireSession();
    const early = scene.session.disconnect('a');
    const releaseLate = scene.sdk.backend.hold('settings');
    const late = scene.session.perform('b', () =>
      scene.sdk.updateIntegrationUserSettings('other', {x: 1}, {selectedCredentialId: 'b'}),
    );
    const releaseSignIn = scene.sdk.backend.hold('me');
    await settled();
    await releaseLate();
    await releaseSignIn();
    await Promise.all([early, late]);
    assert.equal(scene.session.snapshot.status, 'ready');
    assert.equal(scene.session.connectedAccount('a'), undefined);
    assert.deepEqual(scene.session.connectedAccount('b')?.defaultConfiguration?.sharedSettings, {
      x: 1,
    });
  });

  test('is renewed when nobody is calling, as soon as it is noticed', async () => {
    const scene = await readyScene();
    scene.sdk.logout();
    scene.page.comeBack();
    await settled();
    assert.equal(scene.session.snapshot.status, 'ready');
    assert.equal(scene.sdk.getUser().authenticated, true);
  });

  test('leaves everything in place when it cannot be renewed for want of a network', async () => {
    const scene = await readyScene(undefined, (sdk) =>
      sdk.backend.seed('user-1', 'oauth', {id: 'a'}),
    );
    const {generation} = scene.session;
    scene.sdk.expireSession();
    for (let index = 0; index < 3; index += 1) scene.sdk.backend.failNext('me', networkFailure());
    await assert.rejects(scene.session.disconnect('a'), {code: 'network'});
    assert.equal(scene.session.snapshot.status, 'ready');
    assert.equal(scene.session.snapshot.error?.code, 'network');
    assert.equal(scene.session.generation, generation);
    assert.ok(scene.session.connectedAccount('a'));
    await settled();
    const attempts = scene.sdk.backend.count('me');
    for (let index = 0; index < 5; index += 1) scene.session.reread();
    await settled();
    assert.equal(scene.sdk.backend.count('me'), attempts);
    for (let index = 0; index < 3; index += 1) {
      scene.page.comeBack();
      await scene.page.advance(1_500);
    }
    assert.equal(scene.session.snapshot.error, undefined);
    await scene.session.disconnect('a');
    assert.equal(scene.session.connectedAccount('a'), undefined);
  });

  test('is signed out when the person may not come back, and all that is theirs waits for them', async () => {
    let isRefused = false;
    const scene = enter(
      sceneOf(undefined, (sdk) =>
        isRefused
          ? Promise.reject(new PgError('token-expired', 'Too old.'))
          : sdk.authenticate('project', tokenOf('user-1')),
      ),
    );
    scene.sdk.backend.seed('user-1', 'oauth', {id: 'a'});
    await settled();
    isRefused = true;
    scene.sdk.expireSession();
    await assert.rejects(scene.session.disconnect('a'), {code: 'token-expired'});
    assert.equal(scene.session.snapshot.status, 'signed-out');
    assert.ok(scene.session.connectedAccount('a'));
    scene.page.comeBack();
    scene.session.reread();
    await settled();
    assert.equal(scene.session.snapshot.status, 'signed-out');
    let isForgotten = false;
    scene.session.onForget(() => (isForgotten = true));
    isRefused = false;
    scene.sdk.backend.revoked.clear();
    await scene.session.retry();
    assert.equal(scene.session.snapshot.status, 'ready');
    assert.equal(isForgotten, false);
  });

  test('is renewed with the token that has come since, while the one before is still being tried', async () => {
    let token = 'old';
    const tried: string[] = [];
    const refused = deferred<undefined>();
    const scene = enter(
      sceneOf(undefined, async (sdk) => {
        const own = token;
        tried.push(own);
        if (own === 'old' && tried.length > 1) {
          if (tried.length > 2) await refused.promise;
          throw new PgError('token-expired', 'Too old.');
        }
        await sdk.authenticate('project', tokenOf('user-1'));
      }),
    );
    scene.sdk.backend.seed('user-1', 'oauth', {id: 'a'});
    await settled();
    scene.sdk.expireSession();
    await assert.rejects(scene.session.disconnect('a'), {code: 'token-expired'});
    const other = scene.session.refresh().catch(() => undefined);
    await settled();
    assert.deepEqual(tried, ['old', 'old', 'old']);
    token = 'new';
    scene.sdk.backend.revoked.clear();
    const done = scene.session.retry();
    await settled();
    refused.resolve(undefined);
    await Promise.all([done, other]);
    assert.deepEqual(tried, ['old', 'old', 'old', 'new']);
    assert.equal(scene.session.snapshot.status, 'ready');
  });

  test('is forgotten when another one is signed in after it could not be renewed', async () => {
    let user: string | undefined = 'user-1';
    const scene = enter(
      sceneOf(undefined, (sdk) =>
        user === undefined
          ? Promise.reject(new PgError('token-expired', 'Too old.'))
          : sdk.authenticate('project', tokenOf(user)),
      ),
    );
    scene.sdk.backend.seed('user-1', 'oauth', {id: 'a'});
    await settled();
    user = undefined;
    scene.sdk.expireSession();
    await assert.rejects(scene.session.disconnect('a'), {code: 'token-expired'});
    let isForgotten = false;
    scene.session.onForget(() => (isForgotten = true));
    user = 'user-2';
    await scene.session.retry();
    assert.equal(scene.session.snapshot.userId, 'user-2');
    assert.equal(scene.session.connectedAccount('a'), undefined);
    assert.equal(isForgotten, true);
  });

  test('is an error of the call where the host signs in', async () => {
    const scene = enter(sceneOf());
    scene.sdk.backend.seed('user-1', 'oauth', {id: 'a'});
    await scene.sdk.signInAs('user-1');
    await scene.page.advance(2_000);
    scene.sdk.expireSession();
    await assert.rejects(scene.session.disconnect('a'), {code: 'signed-out'});
    assert.equal(scene.session.snapshot.status, 'signed-out');
  });
});

describe('signing out', () => {
  test('forgets everything and does not sign in again', async () => {
    const scene = await readyScene();
    scene.session.signOut();
    scene.page.comeBack();
    await settled();
    assert.deepEqual(statuses(scene), ['ready', 'signed-out']);
    assert.equal(scene.sdk.getUser().authenticated, false);
  });

  test('wins over a sign-in that is under way', async () => {
    const before = sceneOf(undefined, (sdk) => sdk.signInAs('user-1'));
    const release = before.sdk.backend.hold('me');
    const scene = enter(before);
    await settled();
    scene.session.signOut();
    await release();
    scene.page.comeBack();
    await settled();
    assert.equal(scene.session.snapshot.status, 'signed-out');
    assert.equal(scene.sdk.getUser().authenticated, false);
  });

  test('wins over a sign-in that still waits for its token', async () => {
    let give: (token: string) => void = () => undefined;
    const token = new Promise<string>((resolve) => {
      give = resolve;
    });
    const scene = enter(
      sceneOf(undefined, async (sdk) => sdk.authenticate('project', await token)),
    );
    scene.session.signOut();
    give(tokenOf('user-1'));
    await settled();
    scene.page.comeBack();
    await settled();
    assert.equal(scene.session.snapshot.status, 'signed-out');
    assert.equal(scene.sdk.getUser().authenticated, false);
  });

  test('is undone by a retry', async () => {
    const scene = await readyScene();
    scene.session.signOut();
    await scene.session.retry();
    assert.deepEqual(statuses(scene), ['ready', 'signed-out', 'loading', 'ready']);
  });
});

describe('refreshing', () => {
  test('reads the backend once for all who ask at a time', async () => {
    const scene = await readyScene();
    const before = scene.sdk.backend.count('me');
    await Promise.all([scene.session.refresh(), scene.session.refresh()]);
    assert.equal(scene.sdk.backend.count('me') - before, 1);
  });

  test('shows what was renamed, and forgets old texts', async () => {
    const scene = await readyScene([{type: 'crm', name: 'Old', scheme: 'oauth'}]);
    const texts = scene.session.texts('crm');
    assert.equal(scene.session.texts('crm'), texts);
    scene.sdk.backend.integrations.splice(0, 1, {type: 'crm', name: 'New', scheme: 'oauth'});
    await scene.session.refresh();
    assert.equal(scene.session.integration('crm')?.name, 'New');
    assert.notEqual(scene.session.texts('crm'), texts);
  });

  test('keeps what is shown when it fails, and says so until it works', async () => {
    const scene = await readyScene();
    const {integrations: shown} = scene.session.snapshot;
    scene.sdk.backend.failNext('me', serverFailure());
    await assert.rejects(scene.session.refresh(), {detail: 'Something broke'});
    assert.equal(scene.session.snapshot.status, 'ready');
    assert.equal(scene.session.snapshot.error?.detail, 'Something broke');
    assert.equal(scene.session.snapshot.integrations, shown);
    scene.session.reread();
    assert.ok(scene.session.snapshot.error);
    scene.page.comeBack();
    await settled();
    assert.equal(scene.session.snapshot.error, undefined);
  });

  test('tells once that it is done, however many asked, and not when it failed', async () => {
    const scene = await readyScene();
    let told = 0;
    const ignore = scene.session.onRefresh(() => (told += 1));
    await Promise.all([scene.session.refresh(), scene.session.refresh()]);
    assert.equal(told, 1);
    scene.sdk.backend.failNext('me', serverFailure());
    await assert.rejects(scene.session.refresh());
    assert.equal(told, 1);
    await scene.session.refresh();
    assert.equal(told, 2);
    ignore();
    await scene.session.refresh();
    assert.equal(told, 2);
  });

  test('tells of no look that nobody asked for', async () => {
    const scene = await readyScene();
    let told = 0;
    scene.session.onRefresh(() => (told += 1));
    scene.session.onRefused(new PgError('refused', 'No.'));
    await settled();
    await scene.page.advance(120_000);
    scene.page.comeBack();
    await settled();
    assert.equal(told, 0);
  });

  test('works without a member that the SDK does not publish', async () => {
    const scene = await readyScene();
    Object.defineProperty(scene.sdk, 'bootstrapSDKState', {value: undefined});
    scene.sdk.backend.seed('user-1', 'oauth', {id: 'a'});
    await scene.session.refresh();
    assert.ok(scene.session.connectedAccount('a'));
    assert.equal(scene.sdk.backend.count('patch-me'), 1);
  });

  test('is rejected before the SDK is loaded', async () => {
    const page = new ScriptedPage();
    const session = new ConnectSession(() => Promise.reject(new Error('no')), {environment: page});
    await assert.rejects(session.refresh(), {code: 'sdk-load-failed'});
  });

  test('is what a retry does where the host signs in', async () => {
    const scene = enter(sceneOf());
    await scene.sdk.signInAs('user-1');
    await scene.page.advance(2_000);
    scene.sdk.backend.seed('user-1', 'oauth', {id: 'a'});
    await scene.session.retry();
    assert.ok(scene.session.connectedAccount('a'));
  });
});

describe('calls', () => {
  test('wait for a sign-in that is under way', async () => {
    const before = sceneOf(undefined, (sdk) => sdk.signInAs('user-1'));
    const release = before.sdk.backend.hold('me');
    const scene = enter(before);
    let seen: number | undefined;
    const call = scene.session.perform('key', () => {
      const user = scene.sdk.getUser();
      seen = user.authenticated ? Object.keys(user.integrations).length : 0;
      return Promise.resolve();
    });
    await settled();
    await release();
    await call;
    assert.equal(seen, integrations.length);
  });

  test('of one account wait for each other, and see what the one before did', async () => {
    const scene = await readyScene(undefined, (sdk) =>
      sdk.backend.seed('user-1', 'oauth', {id: 'a'}),
    );
    const order: string[] = [];
    const save = (value: number): Promise<unknown> =>
      scene.session.perform('a', async () => {
        order.push(`start ${value}`);
        await scene.sdk.updateIntegrationUserSettings(
          'oauth',
          {value},
          {selectedCredentialId: 'a'},
        );
        order.push(`end ${value}`);
      });
    const release = scene.sdk.backend.hold('settings');
    const saves = Promise.all([save(1), save(2)]);
    await settled();
    await release();
    await saves;
    assert.deepEqual(order, ['start 1', 'end 1', 'start 2', 'end 2']);
    assert.deepEqual(scene.session.connectedAccount('a')?.defaultConfiguration?.sharedSettings, {
      value: 2,
    });
  });

  test('take over their change although the SDK fires no event', async () => {
    const scene = await readyScene(undefined, (sdk) =>
      sdk.backend.seed('user-1', 'oauth', {id: 'a'}),
    );
    await scene.session.perform('a', () =>
      scene.sdk.updateIntegrationUserSettings('oauth', {x: 1}, {selectedCredentialId: 'a'}),
    );
    assert.deepEqual(scene.session.connectedAccount('a')?.defaultConfiguration?.sharedSettings, {
      x: 1,
    });
  });

  test('fail with a readable error and stop nothing behind them', async () => {
    const scene = await readyScene(undefined, (sdk) =>
      sdk.backend.seed('user-1', 'oauth', {id: 'a'}),
    );
    scene.sdk.backend.failNext('uninstall', refusal('In use.'));
    const first = scene.session.disconnect('a');
    const second = scene.session.disconnect('a');
    await assert.rejects(first, {code: 'refused', detail: 'In use.'});
    await second;
    assert.equal(scene.session.connectedAccount('a'), undefined);
  });

  test('for an account that is not there are refused', async () => {
    const scene = await readyScene();
    await assert.rejects(scene.session.disconnect('gone'), {code: 'account-not-found'});
  });

  test('through an account reach the same place', async () => {
    const scene = await readyScene(undefined, (sdk) =>
      sdk.backend.seed('user-1', 'oauth', {id: 'a'}),
    );
    await scene.session.connectedAccount('a')?.destroy();
    assert.deepEqual(scene.sdk.uninstalled, ['a']);
  });
});

describe('leaving', () => {
  test('stops everything, and coming back starts it again', async () => {
    const scene = await readyScene();
    assert.equal(scene.sdk.listenerCount, 2);
    scene.leave();
    assert.equal(scene.page.leftovers, 0);
    assert.equal(scene.sdk.listenerCount, 0);
    scene.sdk.backend.seed('user-1', 'oauth', {id: 'a'});
    await scene.sdk.bootstrapSDKState();
    enter(scene);
    assert.ok(scene.session.connectedAccount('a'));
    assert.equal(scene.sdk.listenerCount, 2);
  });

  test('stops looking for a user', async () => {
    const scene = enter(sceneOf());
    await scene.page.advance(1_000);
    scene.leave();
    assert.equal(scene.page.leftovers, 0);
    assert.equal(scene.page.clock.size, 0);
  });

  test('one of two subscribers stops nothing, twice or not', async () => {
    const scene = await readyScene();
    const second = enter(scene);
    second.leave();
    second.leave();
    scene.page.comeBack();
    assert.equal(scene.sdk.listenerCount, 2);
    scene.leave();
    assert.equal(scene.page.leftovers, 0);
  });

  test('while the SDK loads leaves no listener on it', async () => {
    const page = new ScriptedPage();
    const sdk = new ScriptedSdk(page, integrations);
    const session = new ConnectSession(() => Promise.resolve(sdk), {environment: page});
    session.subscribe(() => undefined)();
    await settled();
    assert.equal(sdk.listenerCount, 0);
    assert.equal(page.leftovers, 0);
  });
});

describe('data that nobody would choose', () => {
  test('an integration without metadata, and metadata without an integration, are left out', async () => {
    const scene = await readyScene([
      {type: 'kept', scheme: 'oauth'},
      {type: 'removed', scheme: 'oauth'},
    ]);
    scene.sdk.backend.integrations.pop();
    scene.sdk.backend.seed('user-1', 'kept');
    await scene.session.refresh();
    assert.equal(scene.session.integration('removed'), undefined);
    assert.equal(scene.session.texts('removed'), undefined);
    assert.deepEqual(
      scene.session.snapshot.integrations.map(({type}) => type),
      ['kept'],
    );
  });

  test('types named like members of an object are types like any other', async () => {
    const types = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const scene = await readyScene(
      types.map((type) => ({type, scheme: 'oauth'})),
      (sdk) => sdk.backend.seed('user-1', 'constructor', {id: 'a'}),
    );
    const found = scene.session.snapshot.integrations.map(({type}) => type);
    for (const type of ['constructor', 'toString', 'hasOwnProperty'])
      assert.ok(found.includes(type));
    assert.equal(scene.session.integration('constructor')?.accounts.length, 1);
    assert.equal(scene.session.integration('valueOf'), undefined);
    assert.equal(scene.session.connectedAccount('__proto__'), undefined);
  });

  test('an SDK that throws is an error, and the session recovers with it', async () => {
    const scene = await readyScene();
    Object.defineProperty(scene.sdk, 'getUser', {
      configurable: true,
      value: () => {
        throw new TypeError('broken');
      },
    });
    scene.session.reread();
    assert.equal(scene.session.snapshot.status, 'error');
    Reflect.deleteProperty(scene.sdk, 'getUser');
    scene.page.comeBack();
    await settled();
    assert.equal(scene.session.snapshot.status, 'ready');
  });

  test('metadata that cannot be read is an error', async () => {
    const scene = sceneOf(undefined, (sdk) => sdk.signInAs('user-1'));
    scene.sdk.getIntegrationMetadata = () => {
      throw new TypeError("Cannot read properties of undefined (reading 'includes')");
    };
    enter(scene);
    await settled();
    assert.equal(scene.session.snapshot.status, 'error');
  });
});
