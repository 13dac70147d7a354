import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {ConnectSession} from '../../src/core/compose.js';
import {signIn} from '../../src/core/session/sign-in.js';
import {deferred} from '../support/deferred.js';
import {ScriptedPage, settled} from '../support/scripted-page.js';
import {ScriptedSdk, tokenOf} from '../support/scripted-sdk.js';
import {enter, readyScene, SCHEMES, sceneOf} from '../support/scripted-session.js';

/** The longest that a person waits for words. Milliseconds. */
const LIMIT = 15_000;

describe('silence at the start', () => {
  test('of the backend is said, and what it answers late is taken', async () => {
    const before = sceneOf(undefined, (sdk) => sdk.signInAs('user-1'));
    const release = before.sdk.backend.hold('me');
    const scene = enter(before);
    await scene.page.advance(LIMIT);
    assert.equal(scene.session.snapshot.status, 'error');
    assert.equal(scene.session.snapshot.error?.code, 'network');
    await release();
    await settled();
    assert.equal(scene.session.snapshot.status, 'ready');
    assert.equal(scene.page.clock.size, 0);
  });

  test('of a token function is said, and a retry asks again', async () => {
    let asked = 0;
    const scene = enter(
      sceneOf(undefined, (sdk) => {
        asked += 1;
        return asked === 1 ? new Promise(() => undefined) : sdk.signInAs('user-1');
      }),
    );
    await scene.page.advance(LIMIT);
    assert.equal(scene.session.snapshot.error?.code, 'network');
    void scene.session.retry();
    assert.equal(scene.session.snapshot.status, 'loading');
    await settled();
    assert.equal(scene.session.snapshot.status, 'ready');
    assert.equal(asked, 2);
  });

  test('of an attempt that is over does not fail the one that worked', async () => {
    const first = deferred<undefined>();
    let asked = 0;
    const scene = enter(
      sceneOf(undefined, async (sdk) => {
        asked += 1;
        if (asked === 1) await first.promise;
        else await sdk.signInAs('user-1');
      }),
    );
    await scene.page.advance(LIMIT);
    await scene.session.retry();
    first.reject(new Error('too late'));
    await settled();
    assert.equal(scene.session.snapshot.status, 'ready');
  });

  test('of the loading SDK is said, and one that comes late is taken', async () => {
    const page = new ScriptedPage();
    const sdk = new ScriptedSdk(page, Object.values(SCHEMES));
    const loading = deferred<ScriptedSdk>();
    const session = new ConnectSession(() => loading.promise, {
      environment: page,
      signIn: () => sdk.signInAs('user-1'),
    });
    session.subscribe(() => undefined);
    await page.advance(LIMIT);
    assert.equal(session.snapshot.error?.code, 'sdk-load-failed');
    loading.resolve(sdk);
    await settled();
    assert.equal(session.snapshot.status, 'ready');
  });

  test('of the backend is said where the host signs in, and what comes late is taken', async () => {
    const scene = enter(sceneOf());
    const release = scene.sdk.backend.hold('me');
    void scene.sdk.signInAs('user-1');
    await scene.page.advance(LIMIT);
    assert.equal(scene.session.snapshot.status, 'error');
    assert.equal(scene.session.snapshot.error?.code, 'network');
    await release();
    await scene.page.advance(2_000);
    assert.equal(scene.session.snapshot.status, 'ready');
  });
});

describe('a call that hangs', () => {
  test('lets the next refresh ask again', async () => {
    const scene = await readyScene();
    const release = scene.sdk.backend.hold('me');
    const hung = assert.rejects(scene.session.refresh(), {code: 'network'});
    await scene.page.advance(LIMIT);
    await hung;
    assert.equal(scene.session.snapshot.status, 'ready');
    assert.equal(scene.session.snapshot.error?.code, 'network');
    await release();
    await scene.session.refresh();
    assert.equal(scene.session.snapshot.error, undefined);
  });

  test('lets the next write of its account go after its own time', async () => {
    const scene = await readyScene();
    const hung = assert.rejects(
      scene.session.perform('key', () => new Promise(() => undefined)),
      {code: 'network'},
    );
    const next = scene.session.perform('key', () => Promise.resolve('done'));
    await scene.page.advance(60_000);
    await hung;
    assert.equal(await next, 'done');
  });

  test('lets the next sign-in of the same SDK go', async (t) => {
    t.mock.timers.enable({apis: ['setTimeout']});
    const {sdk} = sceneOf();
    const hung = {projectId: 'p', getToken: () => new Promise<string>(() => undefined)};
    void signIn(sdk, hung, false);
    const next = signIn(sdk, {projectId: 'p', token: tokenOf('user-1')}, false);
    t.mock.timers.tick(LIMIT);
    await next;
    assert.equal(sdk.getUser().authenticated, true);
  });
});
