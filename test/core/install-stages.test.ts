import assert from 'node:assert/strict';
import {test} from 'node:test';
import {refusal, serverFailure} from '../support/scripted-backend.js';
import {settled} from '../support/scripted-page.js';
import {fillIn, install, readyScene, SCHEMES, shown} from '../support/scripted-session.js';

test('connects by a sign-in in a window alone', async () => {
  const scene = await readyScene();
  const {run, stages} = install(scene, {integration: 'oauth'});
  const credentialId = scene.sdk.approve();
  await scene.page.advance(2_000);
  assert.deepEqual(stages, ['oauth', 'done']);
  assert.equal(shown(run, 'done').credentialId, credentialId);
  assert.equal(await run.finished, credentialId);
  assert.equal(scene.session.integration('oauth')?.status, 'connected');
});

test('asks before the window opens, and opens it within the submission', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'oauth-pre'});
  assert.equal(scene.page.windows.length, 0);
  fillIn(run, 'preOptions');
  assert.equal(scene.page.windows.length, 1);
  assert.equal(shown(run, 'oauth').phase, 'waiting');
});

test('asks after the sign-in, for the account that it brought', async () => {
  const scene = await readyScene();
  const {run, stages} = install(scene, {integration: 'oauth-post'});
  const credentialId = scene.sdk.approve();
  await scene.page.advance(2_000);
  const form = shown(run, 'postOptions');
  assert.equal(form.credentialId, credentialId);
  assert.equal(scene.session.connectedAccount(credentialId)?.status, 'pending');
  fillIn(run, 'postOptions');
  await settled();
  assert.equal(shown(run, 'done').credentialId, credentialId);
  assert.equal(scene.session.connectedAccount(credentialId)?.status, 'valid');
  assert.deepEqual([...new Set(stages)], ['oauth', 'postOptions', 'submitting', 'done']);
});

test('goes through account type, instruction, questions, window and more questions', async () => {
  const scene = await readyScene();
  const {run, states} = install(scene, {integration: 'everything'});
  assert.deepEqual(
    shown(run, 'accountType').accountTypes.map(({id}) => id),
    ['production', 'sandbox'],
  );
  run.chooseAccountType('production');
  assert.match(shown(run, 'instruction').content, /package for production/);
  run.finishInstruction();
  fillIn(run, 'preOptions');
  scene.sdk.approve();
  await scene.page.advance(2_000);
  fillIn(run, 'postOptions');
  await settled();
  shown(run, 'done');
  const steps = states.flatMap(({stage, progress}) =>
    stage === 'oauth' || !progress ? [] : [`${stage} ${progress.current}/${progress.total}`],
  );
  assert.deepEqual(
    [...new Set(steps)],
    [
      'accountType 1/undefined',
      'instruction 2/5',
      'preOptions 3/5',
      'submitting 3/5',
      'postOptions 5/5',
      'submitting 5/5',
    ],
  );
});

test('opens the window within the choice of an account type', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'salesforce', accountType: 'production'});
  shown(run, 'instruction');
  assert.equal(scene.page.windows.length, 0);
  run.finishInstruction();
  assert.equal(scene.page.windows.length, 1);
});

test('skips the account type that the host has chosen', async () => {
  const scene = await readyScene();
  const {run, stages} = install(scene, {integration: 'everything', accountType: 'sandbox'});
  shown(run, 'preOptions');
  assert.equal(run.state.canGoBack, false);
  assert.deepEqual(stages, ['preOptions']);
});

test('asks for the account type when the host has chosen one that does not exist', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'everything', accountType: 'gone'});
  shown(run, 'accountType');
  run.chooseAccountType('sandbox');
  fillIn(run, 'preOptions');
  shown(run, 'oauth');
});

test('connects by a key without a window', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'api-key'});
  fillIn(run, 'preOptions', 'k-1');
  assert.equal(shown(run, 'submitting').delayed, false);
  await settled();
  const [account] = scene.session.integration('api-key')?.accounts ?? [];
  assert.equal(shown(run, 'done').credentialId, account?.id);
  assert.equal(scene.page.windows.length, 0);
});

test('takes the scheme of the chosen account type', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'mixed'});
  run.chooseAccountType('key');
  fillIn(run, 'preOptions');
  await settled();
  shown(run, 'done');
  assert.equal(scene.page.windows.length, 0);
});

test('fails where the SDK is done before anything was connected', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'nothing'});
  assert.equal(shown(run, 'failed').error.code, 'nothing-installed');
});

test('says before the person types that a key with questions after it cannot be finished', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'api-key-post'});
  fillIn(run, 'preOptions', 'k-1');
  await settled();
  const failed = shown(run, 'failed');
  const [account] = scene.session.integration('api-key-post')?.accounts ?? [];
  assert.equal(failed.error.code, 'post-options-unsupported');
  assert.equal(failed.leftover, account?.id);
  assert.equal(failed.canGoBack, false);
});

test('does not add another unfinished account on a retry', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'api-key-post', allowMultiple: true});
  fillIn(run, 'preOptions', 'k-1');
  await settled();
  run.retry();
  await scene.page.advance(6_000);
  shown(run, 'failed');
  assert.equal(scene.session.integration('api-key-post')?.accounts.length, 1);
});

test('keeps refused answers in the form, with the reason', async () => {
  const scene = await readyScene();
  scene.sdk.backend.failNext('create', refusal('This key is not valid.'));
  const {run} = install(scene, {integration: 'api-key'});
  fillIn(run, 'preOptions', 'wrong');
  await settled();
  assert.equal(run.state.stage, 'preOptions');
  assert.equal(run.state.error?.code, 'refused');
  assert.equal(run.state.error.detail, 'This key is not valid.');
  assert.deepEqual(run.answersOf('preOptions'), {key: 'wrong'});
  fillIn(run, 'preOptions', 'right');
  await settled();
  shown(run, 'done');
});

test('shows no secret that the service repeats in its refusal', async () => {
  const scene = await readyScene();
  scene.sdk.backend.failNext('create', refusal('The key sk-live-1 is not valid.'));
  const {run} = install(scene, {integration: 'api-key'});
  fillIn(run, 'preOptions', 'sk-live-1');
  await settled();
  const {error} = run.state;
  assert.equal(error?.detail, 'The key •••• is not valid.');
  assert.doesNotMatch(`${error.message} ${String(error.cause)}`, /sk-live-1/);
});

test('takes other answers after the questions behind the sign-in were refused', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'oauth-post'});
  scene.sdk.approve();
  await scene.page.advance(2_000);
  scene.sdk.backend.failNext('complete-setup', refusal('No such site.'));
  fillIn(run, 'postOptions', 'wrong');
  await settled();
  assert.equal(run.state.stage, 'postOptions');
  assert.equal(run.state.error?.detail, 'No such site.');
  fillIn(run, 'postOptions', 'right');
  await settled();
  shown(run, 'done');
});

test('waits, visibly, before it sends the same answers again', async () => {
  const scene = await readyScene();
  scene.sdk.backend.failNext('create', serverFailure());
  const {run} = install(scene, {integration: 'api-key'});
  fillIn(run, 'preOptions', 'k-1');
  await scene.page.advance(1_000);
  fillIn(run, 'preOptions', 'k-1');
  assert.equal(shown(run, 'submitting').delayed, true);
  await scene.page.advance(4_000);
  assert.equal(scene.sdk.backend.count('create'), 1);
  await scene.page.advance(1_000);
  shown(run, 'done');
  assert.equal(scene.sdk.backend.count('create'), 2);
});

test('waits before it sends what another run has just sent', async () => {
  const scene = await readyScene();
  const first = install(scene, {integration: 'api-key', allowMultiple: true});
  fillIn(first.run, 'preOptions', 'k-1');
  await settled();
  const second = install(scene, {integration: 'api-key', allowMultiple: true});
  fillIn(second.run, 'preOptions', 'k-1');
  assert.equal(shown(second.run, 'submitting').delayed, true);
  await scene.page.advance(6_000);
  shown(second.run, 'done');
});

test('does not send delayed answers once the run is cancelled', async () => {
  const scene = await readyScene();
  scene.sdk.backend.failNext('create', serverFailure());
  const {run} = install(scene, {integration: 'api-key'});
  fillIn(run, 'preOptions', 'k-1');
  await settled();
  fillIn(run, 'preOptions', 'k-1');
  run.cancel();
  await scene.page.advance(20_000);
  assert.equal(scene.sdk.backend.count('create'), 1);
});

test('says so when the SDK swallowed the answers', async () => {
  const scene = await readyScene();
  // Sent by somebody else on the page, so that the kit knows nothing of it.
  const installed = scene.sdk.saveCredential(
    'api-key',
    {key: 'k-1', skipPostOAuthInputs: false},
    null,
    {},
  );
  await installed;
  const {run} = install(scene, {integration: 'api-key', allowMultiple: true});
  fillIn(run, 'preOptions', 'k-1');
  await settled();
  assert.equal(run.state.stage, 'preOptions');
  assert.equal(run.state.error?.code, 'nothing-installed');
});

test('ignores a second submission while the first is under way', async () => {
  const scene = await readyScene();
  const release = scene.sdk.backend.hold('create');
  const {run, stages} = install(scene, {integration: 'api-key'});
  fillIn(run, 'preOptions', 'k-1');
  run.submit({key: 'k-2'});
  await release();
  assert.deepEqual(stages, ['preOptions', 'submitting', 'done']);
  assert.equal(scene.sdk.backend.count('create'), 1);
});

test('goes back to the questions with the answers kept', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'oauth-pre'});
  fillIn(run, 'preOptions', 'acme');
  assert.equal(run.state.canGoBack, true);
  run.back();
  assert.equal(run.state.stage, 'preOptions');
  assert.deepEqual(run.answersOf('preOptions'), {subdomain: 'acme'});
  assert.equal(scene.page.lastWindow.isVisible, false);
  assert.equal(scene.page.windows.length, 1);
});

test('shows the instruction again on the way back, and again after another account type', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'salesforce'});
  run.chooseAccountType('production');
  run.finishInstruction();
  run.back();
  assert.match(shown(run, 'instruction').content, /production/);
  run.back();
  shown(run, 'accountType');
  assert.equal(run.state.canGoBack, false);
  run.chooseAccountType('sandbox');
  assert.match(shown(run, 'instruction').content, /sandbox/);
  run.finishInstruction();
  assert.equal(scene.page.windows.length, 2);
});

test('asks everything again that follows the stage one goes back to', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'everything'});
  run.chooseAccountType('sandbox');
  fillIn(run, 'preOptions', 'acme');
  run.back();
  run.back();
  shown(run, 'accountType');
  run.chooseAccountType('production');
  shown(run, 'instruction');
  run.finishInstruction();
  assert.equal(run.state.stage, 'preOptions');
  assert.deepEqual(run.answersOf('preOptions'), {subdomain: 'acme'});
});

test('shows the instruction of a second run although a first one has finished it', async () => {
  const scene = await readyScene();
  const first = install(scene, {integration: 'salesforce', accountType: 'production'});
  first.run.finishInstruction();
  first.run.cancel();
  const second = install(scene, {integration: 'salesforce', accountType: 'production'});
  shown(second.run, 'instruction');
});

test('cannot go back behind the sign-in', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'oauth-both'});
  fillIn(run, 'preOptions');
  scene.sdk.approve();
  await scene.page.advance(2_000);
  assert.equal(run.state.stage, 'postOptions');
  assert.equal(run.state.canGoBack, false);
  run.back();
  assert.equal(run.state.stage, 'postOptions');
});

test('keeps what was typed but not sent, until the run is over', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'oauth-pre'});
  run.keepAnswers('preOptions', {subdomain: 'ac'});
  assert.deepEqual(run.answersOf('preOptions'), {subdomain: 'ac'});
  run.cancel();
  run.keepAnswers('preOptions', {subdomain: 'acme'});
  assert.deepEqual(run.answersOf('preOptions'), {});
});

test('works in an SDK that its host has not made headless', async () => {
  const scene = await readyScene();
  scene.sdk.setHeadless(false);
  const {run} = install(scene, {integration: 'oauth'});
  await settled();
  shown(run, 'oauth');
});

test('has shown only frozen states', async () => {
  const scene = await readyScene();
  const {run, states} = install(scene, {integration: 'oauth-both'});
  fillIn(run, 'preOptions');
  run.cancel();
  assert.ok(states.every((state) => Object.isFrozen(state)));
});

test('goes on although a listener throws', async (t) => {
  const scene = await readyScene();
  const caught: unknown[] = [];
  const onError = (error: unknown): void => void caught.push(error);
  const before = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException').on('uncaughtException', onError);
  t.after(() => {
    process.removeAllListeners('uncaughtException');
    for (const listener of before) process.on('uncaughtException', listener);
  });
  const {run} = install(scene, {integration: 'oauth-pre'});
  run.subscribe(() => {
    throw new Error('of the host');
  });
  fillIn(run, 'preOptions');
  await settled();
  assert.equal(shown(run, 'oauth').phase, 'waiting');
  assert.ok(caught.length > 0);
});

test('stops watching the window in the moment it ends', async () => {
  const scene = await readyScene();
  scene.leave();
  const {run} = install(scene, {integration: 'oauth'});
  scene.page.comeBack();
  // The read that a return asks for has its own time limit.
  await settled();
  assert.ok(scene.page.leftovers > 0);
  run.cancel();
  assert.equal(scene.page.leftovers, 0);
});

test('leaves nothing in the flow of the SDK that a cancellation would uninstall', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'oauth'});
  scene.sdk.approve();
  await scene.page.advance(2_000);
  shown(run, 'done');
  await scene.sdk.installFlow.cancel();
  assert.deepEqual(scene.sdk.uninstalled, []);
  assert.equal(scene.sdk.installFlow.startOptions, null);
});

test('leaves no timer, listener or window behind when it ends', async () => {
  for (const {type} of Object.values(SCHEMES)) {
    const scene = await readyScene();
    scene.leave();
    const {run} = install(scene, {integration: type});
    run.cancel();
    await scene.page.advance(20_000);
    assert.equal(scene.page.leftovers, 0, type);
    assert.ok(
      scene.page.windows.every(({closed}) => closed),
      type,
    );
  }
});
