import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {networkFailure, refusal, serverFailure} from '../support/scripted-backend.js';
import {settled} from '../support/scripted-page.js';
import {fillIn, install, readyScene, SCHEMES, shown} from '../support/scripted-session.js';

const phaseOf = (run: Parameters<typeof shown>[0]): string => shown(run, 'oauth').phase;

describe('1 and 2: success', () => {
  test('is shown within a second or two of the approval', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth'});
    await scene.page.advance(30_000);
    scene.sdk.approve();
    await scene.page.advance(1_500);
    shown(run, 'done');
  });

  test('closes the window that is still open', async () => {
    const scene = await readyScene();
    install(scene, {integration: 'oauth'});
    scene.sdk.approve();
    await scene.page.advance(2_000);
    assert.equal(scene.page.lastWindow.isVisible, false);
  });

  test('is never mistaken for a closed window when a COOP header makes it look closed', async () => {
    const scene = await readyScene();
    const {run, states} = install(scene, {integration: 'oauth'});
    scene.page.lastWindow.isSevered = true;
    await scene.page.advance(60_000);
    scene.sdk.approve();
    await scene.page.advance(2_000);
    shown(run, 'done');
    const phases = states.map((state) => (state.stage === 'oauth' ? state.phase : state.stage));
    assert.deepEqual([...new Set(phases)], ['waiting', 'done']);
  });
});

describe('4 and 5: the person closes the window', () => {
  test('asks whether they have finished within a second of their return', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth'});
    await scene.page.advance(3_000);
    scene.page.lastWindow.closeByHand();
    await scene.page.advance(1_000);
    assert.equal(phaseOf(run), 'returned');
  });

  test('asks as well when the window is gone and no focus event came', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth'});
    scene.page.focused = true;
    scene.page.lastWindow.close();
    await scene.page.advance(1_500);
    assert.equal(phaseOf(run), 'returned');
  });

  test('accepts a success that arrives late', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth'});
    const opened = scene.page.lastWindow;
    opened.closeByHand();
    await scene.page.advance(20_000);
    assert.equal(phaseOf(run), 'returned');
    scene.sdk.approve(opened);
    await scene.page.advance(1_500);
    shown(run, 'done');
  });

  test('does not ask a person who is back because they have succeeded', async () => {
    const scene = await readyScene();
    const {run, states} = install(scene, {integration: 'oauth'});
    await scene.page.advance(5_000);
    scene.sdk.approve();
    scene.page.lastWindow.closeByHand();
    await scene.page.advance(2_000);
    shown(run, 'done');
    assert.ok(!states.some((state) => state.stage === 'oauth' && state.phase === 'returned'));
  });
});

describe('6: the person tries again', () => {
  test('closes the first window, and opens the second in the same call', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth-pre'});
    fillIn(run, 'preOptions');
    const [first] = scene.page.windows;
    run.retry();
    assert.equal(first?.isVisible, false);
    assert.equal(scene.page.windows.length, 2);
    assert.equal(phaseOf(run), 'waiting');
  });

  test('takes the first result, of whichever window', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth', allowMultiple: true});
    const first = scene.page.lastWindow;
    first.isSevered = true;
    run.retry();
    const credentialId = scene.sdk.approve(first);
    await scene.page.advance(2_000);
    assert.equal(shown(run, 'done').credentialId, credentialId);
    assert.equal(scene.session.integration('oauth')?.accounts.length, 1);
    assert.equal(scene.page.lastWindow.isVisible, false);
  });

  test('finishes at once when the account is there already', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth', allowMultiple: true});
    scene.sdk.deny();
    scene.sdk.approve();
    await scene.session.refresh();
    run.retry();
    shown(run, 'done');
    assert.equal(scene.page.windows.length, 1);
  });
});

describe('7: the browser blocks the window', () => {
  test('says so, and opens it in the click on a button', async () => {
    const scene = await readyScene();
    scene.page.blocksWindows = true;
    const {run} = install(scene, {integration: 'everything', accountType: 'production'});
    run.finishInstruction();
    fillIn(run, 'preOptions');
    await settled();
    assert.equal(phaseOf(run), 'blocked');
    assert.equal(run.state.error?.code, 'oauth-blocked');
    scene.page.blocksWindows = false;
    run.retry();
    assert.equal(scene.page.windows.length, 1);
    assert.equal(phaseOf(run), 'waiting');
    scene.sdk.approve();
    await scene.page.advance(2_000);
    assert.equal(run.state.stage, 'postOptions');
  });

  test('stays blocked while the browser blocks', async () => {
    const scene = await readyScene();
    scene.page.blocksWindows = true;
    const {run} = install(scene, {integration: 'oauth'});
    await settled();
    run.retry();
    await settled();
    assert.equal(phaseOf(run), 'blocked');
  });
});

describe('8: timeout', () => {
  test('fails after the time that was given, closes the window and can be retried', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth', oauthTimeout: 60_000});
    await scene.page.advance(59_000);
    assert.equal(phaseOf(run), 'waiting');
    await scene.page.advance(2_000);
    assert.equal(shown(run, 'failed').error.code, 'oauth-timeout');
    assert.equal(scene.page.lastWindow.isVisible, false);
    run.retry();
    assert.equal(phaseOf(run), 'waiting');
  });

  test('fails after ten minutes where none was given, or none that makes sense', async () => {
    for (const oauthTimeout of [undefined, 0, -1, Number.NaN]) {
      const scene = await readyScene();
      const {run} = install(scene, {integration: 'oauth', oauthTimeout});
      await scene.page.advance(599_000);
      assert.equal(phaseOf(run), 'waiting');
      await scene.page.advance(2_000);
      assert.equal(shown(run, 'failed').error.code, 'oauth-timeout');
    }
  });

  test('is counted from the opening of this window, not of an earlier one', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth', oauthTimeout: 60_000});
    await scene.page.advance(50_000);
    run.retry();
    await scene.page.advance(30_000);
    assert.equal(phaseOf(run), 'waiting');
    await scene.page.advance(31_000);
    shown(run, 'failed');
  });

  test('accepts a success that arrives after it', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth', oauthTimeout: 60_000});
    const opened = scene.page.lastWindow;
    await scene.page.advance(61_000);
    shown(run, 'failed');
    scene.sdk.approve(opened);
    await run.check();
    shown(run, 'done');
  });
});

describe('9: longer than the SDK looks', () => {
  test('finds the account when the person is back', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth'});
    await scene.page.advance(190_000);
    scene.sdk.approve();
    scene.page.comeBack();
    await settled();
    shown(run, 'done');
  });

  test('finds the account by itself as well', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth'});
    await scene.page.advance(190_000);
    scene.sdk.approve();
    await scene.page.advance(20_000);
    shown(run, 'done');
  });

  test('goes on with an account that wants more answers', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth-post'});
    await scene.page.advance(190_000);
    const credentialId = scene.sdk.approve();
    scene.page.comeBack();
    await scene.page.advance(1_000);
    scene.page.comeBack();
    await settled();
    assert.equal(shown(run, 'resume').account.id, credentialId);
    run.resume();
    assert.equal(scene.sdk.approve(), credentialId);
    await scene.page.advance(2_000);
    fillIn(run, 'postOptions');
    await settled();
    assert.equal(shown(run, 'done').credentialId, credentialId);
    assert.equal(scene.session.integration('oauth-post')?.accounts.length, 1);
  });
});

describe('10: the provider refuses', () => {
  test('shows its words, and can be retried', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth'});
    scene.sdk.deny();
    const failed = shown(run, 'failed');
    assert.equal(failed.error.code, 'oauth-denied');
    assert.equal(failed.error.detail, 'The user denied access');
    run.retry();
    scene.sdk.approve();
    await scene.page.advance(2_000);
    shown(run, 'done');
  });

  test('reads the words of an error object', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth'});
    scene.page.lastWindow.post({
      type: 'oauth_error_callback',
      errorResponse: {message: 'Scope missing'},
    });
    assert.equal(shown(run, 'failed').error.detail, 'Scope missing');
  });

  test('ignores messages of other windows and of other kinds', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth'});
    const foreign = scene.page.open();
    foreign?.post({type: 'oauth_error_callback', error: 'forged'});
    const [own] = scene.page.windows;
    for (const data of [null, 'text', 7, {type: 'oauth-nonce-loaded'}]) own?.post(data);
    assert.equal(phaseOf(run), 'waiting');
  });
});

describe('11: an account that was begun earlier', () => {
  test('names it, and goes on with it', async () => {
    const scene = await readyScene(undefined, (sdk) =>
      sdk.backend.seed('user-1', 'oauth-post', {id: 'half', status: 'PENDING'}),
    );
    const {run} = install(scene, {integration: 'oauth-post'});
    assert.equal(shown(run, 'resume').account.id, 'half');
    assert.equal(scene.page.windows.length, 0);
    run.resume();
    assert.equal(scene.page.windows.length, 1);
    scene.sdk.approve();
    await scene.page.advance(2_000);
    fillIn(run, 'postOptions');
    await settled();
    assert.equal(shown(run, 'done').credentialId, 'half');
  });

  test('removes it only once the new one is connected', async () => {
    const scene = await readyScene(undefined, (sdk) =>
      sdk.backend.seed('user-1', 'oauth', {id: 'half', status: 'PENDING'}),
    );
    const {run} = install(scene, {integration: 'oauth', allowMultiple: true});
    run.startOver();
    await scene.page.advance(5_000);
    assert.deepEqual(scene.sdk.uninstalled, []);
    const credentialId = scene.sdk.approve();
    await scene.page.advance(2_000);
    shown(run, 'done');
    assert.deepEqual(scene.sdk.uninstalled, ['half']);
    const ids = scene.session.integration('oauth')?.accounts.map(({id}) => id);
    assert.deepEqual(ids, [credentialId]);
  });

  test('does not remove it when another tab has finished it meanwhile', async () => {
    const scene = await readyScene(undefined, (sdk) =>
      sdk.backend.seed('user-1', 'oauth-post', {id: 'half', status: 'PENDING'}),
    );
    const {run} = install(scene, {integration: 'oauth-post', allowMultiple: true});
    run.startOver();
    scene.sdk.backend.complete('user-1', 'oauth-post', 'half');
    scene.sdk.approve();
    await scene.page.advance(2_000);
    fillIn(run, 'postOptions');
    await settled();
    shown(run, 'done');
    assert.deepEqual(scene.sdk.uninstalled, []);
  });

  test('does not remove it while the backend cannot be asked', async () => {
    const scene = await readyScene(undefined, (sdk) =>
      sdk.backend.seed('user-1', 'oauth', {id: 'half', status: 'PENDING'}),
    );
    const {run} = install(scene, {integration: 'oauth', allowMultiple: true});
    run.startOver();
    scene.sdk.backend.failNext('me', networkFailure());
    scene.sdk.approve();
    await scene.page.advance(2_000);
    shown(run, 'done');
    assert.deepEqual(scene.sdk.uninstalled, []);
  });

  test('asks before starting over would replace an account that works', async () => {
    const scene = await readyScene(undefined, (sdk) => {
      sdk.backend.seed('user-1', 'oauth', {id: 'works'});
      sdk.backend.seed('user-1', 'oauth', {id: 'half', status: 'PENDING'});
    });
    const {run} = install(scene, {integration: 'oauth'});
    run.startOver();
    assert.equal(shown(run, 'replace').account.id, 'works');
    assert.equal(scene.page.windows.length, 0);
    run.confirmReplace();
    assert.equal(scene.page.windows.length, 1);
  });
});

describe('12: the element goes away', () => {
  test('goes on without it, and is as it should be when another one looks', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth'});
    run.detach();
    const credentialId = scene.sdk.approve();
    await scene.page.advance(2_000);
    run.attach();
    assert.equal(shown(run, 'done').credentialId, credentialId);
  });
});

describe('13: the user goes away', () => {
  test('ends when they sign out, and ignores what arrives late', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth-pre'});
    fillIn(run, 'preOptions', 'secret');
    const opened = scene.page.lastWindow;
    scene.session.signOut();
    shown(run, 'cancelled');
    assert.deepEqual(run.answersOf('preOptions'), {});
    assert.equal(opened.isVisible, false);
    scene.sdk.approve(opened);
    await scene.page.advance(10_000);
    shown(run, 'cancelled');
    assert.equal(scene.session.snapshot.status, 'signed-out');
    await assert.rejects(run.finished, {code: 'aborted'});
  });

  test('notices within seconds that another user has signed in', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth'});
    const opened = scene.page.lastWindow;
    await scene.sdk.signInAs('user-2');
    await scene.page.advance(4_000);
    shown(run, 'cancelled');
    assert.equal(scene.page.leftovers, 1, 'the session listens, and nothing else');
    scene.sdk.approve(opened);
    await scene.page.advance(10_000);
    shown(run, 'cancelled');
    assert.deepEqual(scene.session.integration('oauth')?.accounts, []);
  });

  test('does not show an account that arrives in the moment of the switch', async () => {
    const scene = await readyScene();
    const {run, stages} = install(scene, {integration: 'api-key'});
    const release = scene.sdk.backend.hold('create');
    fillIn(run, 'preOptions');
    await scene.sdk.signInAs('user-2');
    await release();
    assert.equal(stages.at(-1), 'cancelled');
    await assert.rejects(run.finished, {code: 'aborted'});
  });
});

describe('14: the network goes away', () => {
  test('recovers when it is back, without a reload', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth'});
    await scene.page.advance(190_000);
    scene.sdk.approve();
    scene.sdk.backend.failNext('me', networkFailure());
    scene.page.comeBack();
    await scene.page.advance(1_000);
    assert.equal(phaseOf(run), 'returned');
    assert.equal(scene.session.snapshot.error?.code, 'network');
    scene.page.comeBack();
    await settled();
    shown(run, 'done');
    assert.equal(scene.session.snapshot.error, undefined);
  });

  test('asks for the account when only the last request of the sign-in failed', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth'});
    scene.sdk.backend.failNext('credential', networkFailure());
    scene.sdk.approve();
    await scene.page.advance(2_000);
    shown(run, 'done');
  });

  test('keeps the window and says why when the account cannot be read', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'oauth'});
    scene.sdk.backend.failNext('credential', serverFailure());
    scene.sdk.backend.failNext('me', serverFailure());
    scene.sdk.approve();
    await scene.page.advance(2_000);
    assert.equal(phaseOf(run), 'returned');
    assert.equal(run.state.error?.detail, 'Something broke');
    scene.sdk.backend.failNext('me', serverFailure());
    scene.page.comeBack();
    await scene.page.advance(1_000);
    assert.equal(run.state.error.detail, 'Something broke');
    await run.check();
    shown(run, 'done');
  });

  test('keeps the answers of a form', async () => {
    const scene = await readyScene();
    const {run} = install(scene, {integration: 'api-key'});
    scene.sdk.backend.failNext('create', networkFailure());
    fillIn(run, 'preOptions', 'k-1');
    await settled();
    assert.equal(run.state.error?.code, 'network');
    fillIn(run, 'preOptions', 'k-1');
    await scene.page.advance(6_000);
    shown(run, 'done');
  });
});

test('signs in again when the session expired over there, and loses nothing', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'oauth'});
  scene.sdk.expireSession();
  await scene.page.advance(10_000);
  assert.equal(scene.session.snapshot.status, 'ready');
  scene.sdk.approve();
  await scene.page.advance(2_000);
  shown(run, 'done');
});

test('signs in again when the session expired while answers were sent, and sends them once more', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'api-key'});
  scene.sdk.expireSession();
  fillIn(run, 'preOptions', 'k-1');
  await settled();
  assert.equal(scene.session.snapshot.status, 'ready');
  // The SDK swallows the same answers for some seconds, which is said.
  assert.equal(shown(run, 'submitting').delayed, true);
  assert.deepEqual(run.answersOf('preOptions'), {key: 'k-1'});
  await scene.page.advance(6_000);
  shown(run, 'done');
});

test('brings the window to the front', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'oauth'});
  run.focusWindow();
  assert.equal(scene.page.lastWindow.focused, 1);
});

test('opens the window within the call, for every way to it', async () => {
  const scene = await readyScene(undefined, (sdk) =>
    sdk.backend.seed('user-1', 'other', {id: 'works'}),
  );
  const opens = (call: () => void): void => {
    const before = scene.page.windows.length;
    call();
    assert.equal(scene.page.windows.length, before + 1);
  };
  opens(() => install(scene, {integration: 'oauth'}).run.cancel());
  const replaced = install(scene, {integration: 'other'}).run;
  opens(() => replaced.confirmReplace());
  opens(() => replaced.retry());
  replaced.cancel();
  const form = install(scene, {integration: 'everything', accountType: 'sandbox'}).run;
  opens(() => fillIn(form, 'preOptions'));
  scene.sdk.deny();
  opens(() => form.retry());
  form.cancel();
  opens(() => install(scene, {integration: 'other', credentialId: 'works'}).run.cancel());
});

test('never uninstalls anything', async () => {
  for (const {type} of Object.values(SCHEMES)) {
    const scene = await readyScene(undefined, (sdk) =>
      sdk.backend.seed('user-1', type, {id: 'mine'}),
    );
    const {run} = install(scene, {integration: type, credentialId: 'mine'});
    if (run.state.stage === 'accountType') run.chooseAccountType('key');
    if (run.state.stage === 'accountType') run.chooseAccountType('production');
    if (run.state.stage === 'instruction') run.finishInstruction();
    if (run.state.stage === 'preOptions') fillIn(run, 'preOptions');
    if (run.state.stage === 'oauth') scene.sdk.approve();
    await scene.page.advance(2_000);
    run.cancel();
    await scene.page.advance(20_000);
    assert.deepEqual(scene.sdk.uninstalled, [], type);
    assert.ok(scene.session.connectedAccount('mine'), type);
  }
});

test('a refusal of the backend does not end the run', async () => {
  const scene = await readyScene();
  scene.sdk.backend.failNext('create', refusal('No'));
  const {run} = install(scene, {integration: 'api-key'});
  fillIn(run, 'preOptions');
  await settled();
  assert.equal(run.isActive, true);
});
