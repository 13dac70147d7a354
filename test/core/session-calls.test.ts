import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {PgError} from '../../src/core/errors.js';
import {deferred} from '../support/deferred.js';
import {settled} from '../support/scripted-page.js';
import {enter, install, readyScene, sceneOf, type Scene} from '../support/scripted-session.js';

const withAccount = (status = 'VALID'): Promise<Scene> =>
  readyScene(undefined, (sdk) => sdk.backend.seed('user-1', 'oauth', {id: 'a', status}));

const requests = ({sdk}: Scene): number => sdk.backend.count('me');

describe('a write beside a refresh', () => {
  test('waits until the refresh is over', async () => {
    const scene = await withAccount();
    const order: string[] = [];
    const release = scene.sdk.backend.hold('me');
    const refreshing = scene.session.refresh().then(() => order.push('refreshed'));
    await settled();
    const writing = scene.session.perform('a', () => {
      order.push('written');
      return Promise.resolve();
    });
    await settled();
    assert.deepEqual(order, []);
    await release();
    await Promise.all([refreshing, writing]);
    assert.deepEqual(order, ['refreshed', 'written']);
  });

  test('waits for one that fails as well, and then goes ahead', async () => {
    const scene = await withAccount();
    scene.sdk.backend.failNext('me', new TypeError('Failed to fetch'));
    const release = scene.sdk.backend.hold('me');
    const refreshing = scene.session.refresh();
    await settled();
    let isWritten = false;
    const writing = scene.session.perform('a', () => {
      isWritten = true;
      return Promise.resolve();
    });
    await settled();
    assert.equal(isWritten, false);
    await release();
    await assert.rejects(refreshing, {code: 'network'});
    await writing;
    assert.equal(isWritten, true);
  });

  test('does not wait for ever', async () => {
    const scene = await withAccount();
    const release = scene.sdk.backend.hold('me');
    const refreshing = scene.session.refresh();
    await settled();
    let isWritten = false;
    const writing = scene.session.perform('a', () => {
      isWritten = true;
      return Promise.resolve();
    });
    await scene.page.advance(4_900);
    assert.equal(isWritten, false);
    await scene.page.advance(200);
    assert.equal(isWritten, true);
    await release();
    await Promise.all([refreshing, writing]);
    assert.equal(scene.page.clock.size, 0);
  });

  test('makes a refresh read again that began before the write ended', async () => {
    const scene = await withAccount();
    const before = requests(scene);
    const answer = deferred<undefined>();
    const writing = scene.session.perform('a', () => answer.promise);
    await settled();
    const release = scene.sdk.backend.hold('me');
    const refreshing = scene.session.refresh();
    await settled();
    answer.resolve(undefined);
    await writing;
    await release();
    await refreshing;
    assert.equal(requests(scene) - before, 2);
  });
});

describe('a refresh that is asked for while one is under way', () => {
  test('reads again what may have changed since', async () => {
    const scene = await withAccount();
    const before = requests(scene);
    const release = scene.sdk.backend.hold('me');
    const first = scene.session.refresh();
    await settled();
    const second = scene.session.refresh();
    await release();
    await Promise.all([first, second]);
    assert.equal(requests(scene) - before, 2);
  });

  test('reads once where nobody asked in between', async () => {
    const scene = await withAccount();
    const before = requests(scene);
    const release = scene.sdk.backend.hold('me');
    const refreshing = scene.session.refresh();
    await settled();
    await release();
    await refreshing;
    assert.equal(requests(scene) - before, 1);
  });
});

describe('a call that meets the sign-in of another', () => {
  /** A call that is under way while another call signs in. Returns how it failed, and what came of it. */
  async function meet(failure: Error) {
    const scene = await withAccount();
    const answer = deferred<never>();
    let attempts = 0;
    const meeting = scene.session.call(() => {
      attempts += 1;
      return attempts === 1 ? answer.promise : Promise.resolve('answered');
    });
    const outcome = meeting.catch((error: unknown) => error);
    scene.sdk.expireSession();
    const release = scene.sdk.backend.hold('integrations');
    const other = scene.session.disconnect('a');
    await settled();
    assert.equal(scene.sdk.getUser().authenticated, true);
    answer.reject(failure);
    await settled();
    await release();
    await other;
    return {outcome: await outcome, attempts: () => attempts};
  }

  test('is repeated, although the SDK has a user again', async () => {
    const {outcome, attempts} = await meet(new PgError('signed-out', 'No user was authenticated'));
    assert.equal(outcome, 'answered');
    assert.equal(attempts(), 2);
  });

  test('is not repeated where it was refused for another reason', async () => {
    const {outcome, attempts} = await meet(new PgError('refused', 'No.'));
    assert.equal((outcome as PgError).code, 'refused');
    assert.equal(attempts(), 1);
  });

  test('is not repeated where nobody signs in', async () => {
    const scene = await withAccount();
    let attempts = 0;
    const failing = scene.session.call(() => {
      attempts += 1;
      return Promise.reject(new PgError('signed-out', 'Not you.'));
    });
    await assert.rejects(failing, {code: 'signed-out'});
    assert.equal(attempts, 1);
  });
});

describe('coming back to the page', () => {
  test('asks the backend once, at once, however many signs there are of it', async () => {
    const scene = await withAccount();
    await scene.page.advance(10_000);
    const before = requests(scene);
    for (let index = 0; index < 3; index += 1) scene.page.comeBack();
    await settled();
    assert.equal(requests(scene) - before, 1);
  });

  test('asks in less than two seconds where it has just asked, and no more often while the focus flickers', async () => {
    const scene = await withAccount();
    await scene.page.advance(10_000);
    await scene.session.refresh();
    const before = requests(scene);
    scene.sdk.backend.remove('user-1', 'oauth', 'a');
    scene.page.comeBack();
    await settled();
    assert.equal(requests(scene) - before, 0);
    await scene.page.advance(1_500);
    assert.equal(scene.session.connectedAccount('a'), undefined);
    for (let index = 0; index < 60; index += 1) {
      scene.page.comeBack();
      await scene.page.advance(100);
    }
    assert.ok(requests(scene) - before <= 6, String(requests(scene) - before));
    await scene.page.advance(60_000);
    assert.ok(requests(scene) - before <= 6, String(requests(scene) - before));
  });

  test('asks for nobody who does not look on any more', async () => {
    const scene = await withAccount();
    await scene.page.advance(10_000);
    await scene.session.refresh();
    const before = requests(scene);
    scene.page.comeBack();
    scene.leave();
    await scene.page.advance(5_000);
    assert.equal(requests(scene) - before, 0);
  });

  test('shows an account that was removed elsewhere no more', async () => {
    const scene = await withAccount();
    scene.sdk.backend.remove('user-1', 'oauth', 'a');
    await scene.page.advance(2_000);
    scene.page.comeBack();
    await settled();
    assert.equal(scene.session.connectedAccount('a'), undefined);
  });
});

describe('a refused call', () => {
  test('of an account makes the session look, once in two seconds', async () => {
    const scene = await withAccount();
    const before = requests(scene);
    for (let index = 0; index < 3; index += 1)
      scene.session.onRefused(new PgError('refused', 'No.'));
    await settled();
    assert.equal(requests(scene) - before, 1);
    await scene.page.advance(2_000);
    scene.session.onRefused(new PgError('account-not-valid', 'No.'));
    await settled();
    assert.equal(requests(scene) - before, 2);
  });

  test('for a reason that no account has makes it look at nothing', async () => {
    const scene = await withAccount();
    const before = requests(scene);
    scene.session.onRefused(new PgError('network', 'Gone.'));
    scene.session.onRefused(new PgError('bad-input', 'No.'));
    await settled();
    assert.equal(requests(scene), before);
  });

  test('made through the session does so too, and shows what is so', async () => {
    const scene = await withAccount();
    scene.sdk.backend.remove('user-1', 'oauth', 'a');
    const refused = (): Promise<never> => Promise.reject(new PgError('account-not-found', 'Gone.'));
    await assert.rejects(scene.session.call(refused), {code: 'account-not-found'});
    await settled();
    assert.equal(scene.session.connectedAccount('a'), undefined);
  });
});

describe('signing an account in again', () => {
  for (const status of ['VALID', 'INVALID']) {
    test(`ends with a refresh that lists take part in, for one that was ${status}`, async () => {
      const scene = await withAccount(status);
      let told = 0;
      scene.session.onRefresh(() => (told += 1));
      const renewed = scene.session.connectedAccount('a')?.reauthorize();
      while (scene.page.windows.length === 0) await settled();
      scene.sdk.approve();
      await scene.page.advance(2_000);
      await renewed;
      assert.equal(told, 1);
    });
  }
});

describe('an SDK that the host signs in', () => {
  test('is looked at soon again after every sign-out, however long the wait before was', async () => {
    const scene = enter(sceneOf());
    await scene.page.advance(20_000);
    await scene.sdk.signInAs('user-1');
    await scene.page.advance(2_000);
    assert.equal(scene.session.snapshot.status, 'ready');
    scene.sdk.logout();
    scene.page.comeBack();
    assert.equal(scene.session.snapshot.status, 'signed-out');
    await scene.sdk.signInAs('user-1');
    await scene.page.advance(60);
    assert.equal(scene.session.snapshot.status, 'ready');
  });
});

test('data sources that are registered are the SDK’s, and listeners hear of them', async () => {
  const scene = await withAccount();
  const registered: unknown[] = [];
  Object.assign(scene.sdk, {setDataSources: (sources: unknown) => registered.push(sources)});
  let heard = 0;
  const ignore = scene.session.onSourcesChange(() => (heard += 1));
  const sources = {dropdowns: {}, mappedFields: {}};
  scene.session.setDataSources(sources);
  assert.deepEqual(registered, [sources]);
  assert.equal(heard, 1);
  ignore();
  scene.session.setDataSources(sources);
  assert.equal(heard, 1);
});

test('signing out takes the user from the SDK, whose polls must not find them', async () => {
  const scene = await withAccount();
  const {run} = install(scene, {integration: 'other'});
  await scene.page.advance(1_000);
  scene.session.signOut();
  assert.equal(scene.sdk.getUser().authenticated, false);
  await scene.page.advance(2_000);
  assert.equal(run.state.stage, 'cancelled');
});
