import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {settled} from '../support/scripted-page.js';
import {fillIn, install, readyScene, shown, type Scene} from '../support/scripted-session.js';

const phaseOf = (run: Parameters<typeof shown>[0]): string => shown(run, 'oauth').phase;

describe('an SDK that looks for an integration before it lets go of the account that it holds', () => {
  test('removes nothing when a renewal is cancelled at its last questions', async () => {
    const scene = await readyScene(undefined, (sdk) =>
      sdk.backend.seed('user-1', 'oauth-post', {id: 'mine', status: 'INVALID'}),
    );
    scene.sdk.installFlow.checksFirst = true;
    const {run} = install(scene, {integration: 'oauth-post', credentialId: 'mine'});
    scene.sdk.approve();
    await scene.page.advance(2_000);
    shown(run, 'postOptions');
    run.cancel();
    await scene.page.advance(20_000);
    assert.deepEqual(scene.sdk.uninstalled, []);
    assert.equal(scene.sdk.backend.count('uninstall'), 0);
  });

  test('goes through another run afterwards', async () => {
    const scene = await readyScene();
    scene.sdk.installFlow.checksFirst = true;
    install(scene, {integration: 'oauth-post'});
    scene.sdk.approve();
    await scene.page.advance(2_000);
    (scene.session.run as ReturnType<typeof install>['run']).cancel();
    const {run} = install(scene, {integration: 'other'});
    const credentialId = scene.sdk.approve();
    await scene.page.advance(2_000);
    assert.equal(shown(run, 'done').credentialId, credentialId);
    assert.deepEqual(scene.sdk.uninstalled, []);
  });
});

describe('another user of the same SDK', () => {
  test('does not get the key that the first one has typed', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'api-key'});
    await scene.sdk.signInAs('user-2');
    run.submit({key: 'secret'});
    await settled();
    assert.equal(scene.sdk.backend.count('create'), 0);
    shown(run, 'cancelled');
    assert.deepEqual(run.answersOf('preOptions'), {});
  });

  test('does not get answers that waited for their turn', async () => {
    const scene = await readyScene();
    scene.sdk.backend.failNext('create', new Error('{}'));
    const {run} = install(scene, {integration: 'api-key'});
    fillIn(run, 'preOptions', 'secret');
    await settled();
    fillIn(run, 'preOptions', 'secret');
    assert.equal(shown(run, 'submitting').delayed, true);
    await scene.sdk.signInAs('user-2');
    await scene.page.advance(10_000);
    assert.equal(scene.sdk.backend.count('create'), 1);
    shown(run, 'cancelled');
  });

  test('does not get the last answers', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth-post'});
    scene.sdk.approve();
    await scene.page.advance(2_000);
    await scene.sdk.signInAs('user-2');
    run.submit({site: 'acme'});
    await settled();
    assert.equal(scene.sdk.backend.count('complete-setup'), 0);
    shown(run, 'cancelled');
  });

  test('does not sign in through a window that the first one has asked for', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'salesforce'});
    await scene.sdk.signInAs('user-2');
    run.chooseAccountType('production');
    assert.equal(scene.page.windows.length, 0);
    shown(run, 'cancelled');
  });
});

describe('a run that timed out', () => {
  const timedOut = async (): Promise<{scene: Scene; run: ReturnType<typeof install>['run']}> => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth', oauthTimeout: 60_000});
    scene.page.lastWindow.isSevered = true;
    await scene.page.advance(61_000);
    shown(run, 'failed');
    return {scene, run};
  };

  test('takes a success on the return of the person', async () => {
    const {scene, run} = await timedOut();
    const credentialId = scene.sdk.approve();
    scene.page.comeBack();
    await settled();
    assert.equal(shown(run, 'done').credentialId, credentialId);
    assert.equal(await run.finished, credentialId);
  });

  test('takes a success that a list has read', async () => {
    const {scene, run} = await timedOut();
    const credentialId = scene.sdk.approve();
    await scene.session.refresh();
    assert.equal(shown(run, 'done').credentialId, credentialId);
  });
});

describe('a second window that cannot be closed', () => {
  const twice = async (): Promise<{
    scene: Scene;
    run: ReturnType<typeof install>['run'];
    added: string;
  }> => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth', allowMultiple: true});
    const first = scene.page.lastWindow;
    first.isSevered = true;
    run.retry();
    scene.sdk.approve(scene.page.lastWindow);
    await scene.page.advance(2_000);
    assert.equal(shown(run, 'done').second, undefined);
    const added = scene.sdk.approve(first);
    await scene.page.advance(3_000);
    return {scene, run, added};
  };

  test('adds no account unnoticed', async () => {
    const {run, added} = await twice();
    assert.equal(shown(run, 'done').second?.id, added);
  });

  test('is forgotten when both are kept', async () => {
    const {scene, run} = await twice();
    run.keepBoth();
    await scene.session.refresh();
    assert.equal(shown(run, 'done').second, undefined);
    assert.equal(scene.session.integration('oauth')?.accounts.length, 2);
  });

  test('is forgotten when its account is removed', async () => {
    const {scene, run, added} = await twice();
    await scene.session.disconnect(added);
    assert.equal(shown(run, 'done').second, undefined);
  });
});

describe('a sign-in window that does not load', () => {
  test('is said within eight seconds, and taken back when it loads after all', async () => {
    const scene = await readyScene();
    scene.sdk.windowsLoad = false;
    const {run} = install(scene, {integration: 'oauth'});
    await scene.page.advance(5_000);
    assert.equal(phaseOf(run), 'waiting');
    await scene.page.advance(3_000);
    assert.equal(phaseOf(run), 'stuck');
    scene.page.lastWindow.post({type: 'oauth-nonce-loaded'});
    assert.equal(phaseOf(run), 'waiting');
    scene.sdk.approve();
    await scene.page.advance(2_000);
    shown(run, 'done');
  });

  test('has no address to go to: is said at once, with a way to try again', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth'});
    scene.page.failAddress(scene.page.lastWindow, new Error('{"message":"No such app"}'));
    const {error} = shown(run, 'failed');
    assert.equal(error.code, 'oauth-unreachable');
    assert.equal(error.detail, 'No such app');
    assert.equal(scene.page.lastWindow.isVisible, false);
    run.retry();
    assert.equal(phaseOf(run), 'waiting');
  });

  test('is cut off by the policy of the page', async () => {
    const scene = await readyScene();
    scene.sdk.windowsLoad = false;
    scene.page.hiddenObstacle = 'isolated';
    const {run} = install(scene, {integration: 'oauth'});
    scene.page.lastWindow.isSevered = true;
    await scene.page.advance(1_000);
    assert.equal(shown(run, 'failed').error.code, 'opener-policy');
    run.retry();
    await settled();
    assert.equal(scene.page.windows.length, 1, 'none is opened that cannot work');
    assert.equal(shown(run, 'failed').error.code, 'opener-policy');
  });

  test('is not opened where it is known that it cannot work', async () => {
    for (const [obstacle, code] of [
      ['isolated', 'opener-policy'],
      ['sandboxed', 'frame-sandbox'],
    ] as const) {
      const scene = await readyScene();
      scene.page.obstacle = obstacle;
      const {run} = install(scene, {integration: 'oauth'});
      await settled();
      assert.equal(shown(run, 'failed').error.code, code);
      assert.equal(scene.page.windows.length, 0);
    }
  });
});

describe('a connection begun on old knowledge', () => {
  const stale = async (integration: string): Promise<Scene> => {
    const scene = await readyScene();
    await scene.page.advance(30_000);
    scene.sdk.backend.seed('user-1', integration, {id: 'elsewhere'});
    return scene;
  };

  test('opens the window in the click, and asks as soon as it knows of an account', async () => {
    const scene = await stale('oauth');
    const {run} = install(scene, {integration: 'oauth'});
    assert.equal(scene.page.windows.length, 1);
    await settled();
    const {account, canReplace} = shown(run, 'replace');
    assert.equal(account.id, 'elsewhere');
    assert.equal(canReplace, true);
    assert.equal(scene.page.lastWindow.isVisible, false);
  });

  test('adds a second account only when that is wanted', async () => {
    const scene = await stale('oauth');
    const {run} = install(scene, {integration: 'oauth', allowMultiple: true});
    await settled();
    assert.equal(shown(run, 'replace').canReplace, false);
    run.addAnother();
    assert.equal(scene.page.windows.length, 2);
    scene.sdk.approve();
    await scene.page.advance(2_000);
    shown(run, 'done');
    assert.equal(scene.session.integration('oauth')?.accounts.length, 2);
  });

  test('asks over a form, and keeps what was typed', async () => {
    const scene = await stale('api-key');
    const {run} = install(scene, {integration: 'api-key'});
    run.keepAnswers('preOptions', {key: 'k-1'});
    await settled();
    shown(run, 'replace');
    run.addAnother();
    shown(run, 'preOptions');
    assert.deepEqual(run.answersOf('preOptions'), {key: 'k-1'});
  });

  test('goes on where nothing is new, or where the backend does not answer', async () => {
    const scene = await readyScene();
    await scene.page.advance(30_000);
    const release = scene.sdk.backend.hold('me');
    const {run} = install(scene, {integration: 'oauth'});
    await scene.page.advance(20_000);
    const credentialId = scene.sdk.approve();
    await scene.page.advance(2_000);
    assert.equal(shown(run, 'done').credentialId, credentialId);
    await release();
    shown(run, 'done');
  });

  test('reads nothing where the accounts have just been read', async () => {
    const scene = await readyScene();
    await scene.page.advance(30_000);
    await scene.session.refresh();
    const before = scene.sdk.backend.count('me');
    install(scene, {integration: 'oauth'});
    await settled();
    assert.equal(scene.sdk.backend.count('me'), before);
  });
});
