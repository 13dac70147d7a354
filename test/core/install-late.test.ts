import assert from 'node:assert/strict';
import {test} from 'node:test';
import {refusal, serverFailure} from '../support/scripted-backend.js';
import {settled} from '../support/scripted-page.js';
import {fillIn, install, readyScene, shown, type Scene} from '../support/scripted-session.js';

/** Leaves a window of `integration` open on a provider's page that cannot be closed, with its run cancelled. */
function openAndCancel(scene: Scene, integration: string): (typeof scene.page.windows)[number] {
  const {run} = install(scene, {integration, allowMultiple: true});
  if (run.state.stage === 'preOptions') fillIn(run, 'preOptions');
  const opened = scene.page.lastWindow;
  opened.isSevered = true;
  run.cancel();
  return opened;
}

test('a window of a cancelled run does not complete the run of another integration', async () => {
  const scene = await readyScene();
  const old = openAndCancel(scene, 'oauth');
  const {run} = install(scene, {integration: 'other'});
  scene.sdk.approve(old);
  await scene.page.advance(2_000);
  assert.equal(shown(run, 'oauth').phase, 'waiting');
  assert.equal(scene.session.integration('oauth')?.status, 'connected');
  const credentialId = scene.sdk.approve(scene.page.lastWindow);
  await scene.page.advance(2_000);
  assert.equal(shown(run, 'done').credentialId, credentialId);
});

test('a window of a cancelled run does not ask the questions of the run of today', async () => {
  const scene = await readyScene();
  const old = openAndCancel(scene, 'oauth');
  const {run} = install(scene, {integration: 'oauth-post'});
  scene.sdk.approve(old);
  await scene.page.advance(2_000);
  assert.equal(shown(run, 'oauth').phase, 'waiting');
  assert.equal(scene.page.lastWindow.isVisible, true);
  const credentialId = scene.sdk.approve(scene.page.lastWindow);
  await scene.page.advance(2_000);
  fillIn(run, 'postOptions');
  await settled();
  assert.equal(shown(run, 'done').credentialId, credentialId);
});

test('answers do not go to the account of a window of a cancelled run', async () => {
  const scene = await readyScene();
  const old = openAndCancel(scene, 'oauth');
  const {run, stages} = install(scene, {integration: 'oauth-pre'});
  scene.sdk.approve(old);
  await scene.page.advance(2_000);
  assert.deepEqual(stages, ['preOptions']);
  fillIn(run, 'preOptions', 'acme');
  assert.equal(shown(run, 'oauth').phase, 'waiting');
  assert.equal(scene.sdk.backend.count('create'), 0);
  scene.sdk.approve(scene.page.lastWindow);
  await scene.page.advance(2_000);
  shown(run, 'done');
});

test('an account type and an instruction open the window although an old one was approved', async () => {
  const scene = await readyScene();
  const old = openAndCancel(scene, 'oauth');
  const {run} = install(scene, {integration: 'salesforce'});
  scene.sdk.approve(old);
  await scene.page.advance(2_000);
  shown(run, 'accountType');
  run.chooseAccountType('production');
  shown(run, 'instruction');
  run.finishInstruction();
  assert.equal(shown(run, 'oauth').phase, 'waiting');
});

test('the last questions are not sent for an account that an old window brought', async () => {
  const scene = await readyScene();
  const old = openAndCancel(scene, 'oauth');
  const {run} = install(scene, {integration: 'oauth-post'});
  const credentialId = scene.sdk.approve(scene.page.lastWindow);
  await scene.page.advance(2_000);
  scene.sdk.approve(old);
  await scene.page.advance(2_000);
  assert.equal(run.state.stage, 'postOptions');
  fillIn(run, 'postOptions');
  assert.equal(scene.sdk.backend.count('complete-setup'), 0);
  assert.equal(shown(run, 'resume').account.id, credentialId);
  run.resume();
  scene.sdk.approve(scene.page.lastWindow);
  await scene.page.advance(2_000);
  assert.deepEqual(run.answersOf('postOptions'), {site: 'acme'});
  fillIn(run, 'postOptions');
  await settled();
  assert.equal(shown(run, 'done').credentialId, credentialId);
});

test('an old window for one account does not complete the renewal of another', async () => {
  const scene = await readyScene(undefined, (sdk) => {
    sdk.backend.seed('user-1', 'oauth', {id: 'a', status: 'INVALID'});
    sdk.backend.seed('user-1', 'oauth', {id: 'b', status: 'INVALID'});
  });
  const first = install(scene, {integration: 'oauth', credentialId: 'a'});
  const old = scene.page.lastWindow;
  old.isSevered = true;
  first.run.cancel();
  const second = install(scene, {integration: 'oauth', credentialId: 'b'});
  scene.sdk.approve(old);
  await scene.page.advance(2_000);
  assert.equal(shown(second.run, 'oauth').phase, 'waiting');
  assert.equal(scene.session.connectedAccount('a')?.status, 'valid');
  scene.sdk.approve(scene.page.lastWindow);
  await scene.page.advance(2_000);
  assert.equal(shown(second.run, 'done').credentialId, 'b');
});

test('a person who went back and then signed in all the same is connected', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'oauth-pre'});
  fillIn(run, 'preOptions');
  const opened = scene.page.lastWindow;
  opened.isSevered = true;
  run.back();
  const credentialId = scene.sdk.approve(opened);
  await scene.page.advance(2_000);
  assert.equal(shown(run, 'done').credentialId, credentialId);
});

test('a person who went back goes on with an account that wants more answers', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'oauth-both'});
  fillIn(run, 'preOptions');
  const opened = scene.page.lastWindow;
  opened.isSevered = true;
  run.back();
  const credentialId = scene.sdk.approve(opened);
  await scene.page.advance(2_000);
  assert.equal(shown(run, 'resume').account.id, credentialId);
});

test('a success after a denial is accepted', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'oauth'});
  const opened = scene.page.lastWindow;
  scene.sdk.deny(opened);
  shown(run, 'failed');
  const credentialId = scene.sdk.approve(opened);
  await scene.page.advance(2_000);
  assert.equal(shown(run, 'done').credentialId, credentialId);
});

test('the questions of a sign-in that was given up as failed are still asked', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'oauth-post'});
  const opened = scene.page.lastWindow;
  scene.sdk.deny(opened);
  scene.sdk.approve(opened);
  await scene.page.advance(2_000);
  assert.equal(run.state.stage, 'postOptions');
  assert.equal(run.isActive, true);
});

test('a timeout of an older run does not end the run of today', async () => {
  const scene = await readyScene();
  const first = install(scene, {integration: 'oauth', oauthTimeout: 100_000});
  first.run.cancel();
  const second = install(scene, {integration: 'oauth-pre', oauthTimeout: 30_000});
  await scene.page.advance(90_000);
  fillIn(second.run, 'preOptions');
  await scene.page.advance(20_000);
  assert.equal(shown(second.run, 'oauth').phase, 'waiting');
  await scene.page.advance(11_000);
  assert.equal(shown(second.run, 'failed').error.code, 'oauth-timeout');
});

test('a timeout of an older attempt does not disturb a form', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'oauth-pre', oauthTimeout: 30_000});
  fillIn(run, 'preOptions');
  run.back();
  await scene.page.advance(60_000);
  assert.equal(run.state.stage, 'preOptions');
  assert.equal(run.state.error, undefined);
});

test('a failure of an older window does not close the one of today', async () => {
  const scene = await readyScene();
  const old = openAndCancel(scene, 'oauth');
  const {run} = install(scene, {integration: 'other'});
  scene.sdk.backend.failNext('credential', serverFailure());
  scene.sdk.approve(old);
  await scene.page.advance(2_000);
  shown(run, 'oauth');
  assert.equal(scene.page.lastWindow.isVisible, true);
  scene.sdk.approve(scene.page.lastWindow);
  await scene.page.advance(2_000);
  shown(run, 'done');
});

test('a refusal of an older run does not reach the form of today', async () => {
  const scene = await readyScene();
  const first = install(scene, {integration: 'api-key'});
  scene.sdk.backend.failNext('create', refusal('Of the first run.'));
  const release = scene.sdk.backend.hold('create');
  fillIn(first.run, 'preOptions', 'k-1');
  first.run.cancel();
  const second = install(scene, {integration: 'oauth-pre'});
  await release();
  assert.equal(second.run.state.stage, 'preOptions');
  assert.equal(second.run.state.error, undefined);
});

test('a refusal of an older run is not taken for the answer to the submission of today', async () => {
  const scene = await readyScene();
  const first = install(scene, {integration: 'api-key'});
  scene.sdk.backend.failNext('create', refusal('Of the first run.'));
  const releaseFirst = scene.sdk.backend.hold('create');
  fillIn(first.run, 'preOptions', 'k-1');
  first.run.cancel();
  const second = install(scene, {integration: 'api-key'});
  const releaseSecond = scene.sdk.backend.hold('create');
  fillIn(second.run, 'preOptions', 'k-2');
  await settled();
  await releaseFirst();
  shown(second.run, 'submitting');
  await releaseSecond();
  shown(second.run, 'done');
});

test('the questions of an older run are not taken for those of today', async () => {
  const scene = await readyScene();
  const first = install(scene, {integration: 'api-key-post'});
  const release = scene.sdk.backend.hold('create');
  fillIn(first.run, 'preOptions', 'k-1');
  first.run.cancel();
  const second = install(scene, {integration: 'oauth'});
  await release();
  assert.equal(shown(second.run, 'oauth').phase, 'waiting');
});

test('the questions of an older run do not end the submission of today', async () => {
  const scene = await readyScene();
  const first = install(scene, {integration: 'api-key-post'});
  const releaseFirst = scene.sdk.backend.hold('create');
  fillIn(first.run, 'preOptions', 'k-1');
  first.run.cancel();
  const second = install(scene, {integration: 'api-key'});
  const releaseSecond = scene.sdk.backend.hold('create');
  fillIn(second.run, 'preOptions', 'k-2');
  await settled();
  await releaseFirst();
  shown(second.run, 'submitting');
  await releaseSecond();
  shown(second.run, 'done');
});

test('a refusal of an older run is not taken for one of the last questions', async () => {
  const scene = await readyScene();
  const first = install(scene, {integration: 'api-key'});
  scene.sdk.backend.failNext('create', refusal('Of the first run.'));
  const releaseFirst = scene.sdk.backend.hold('create');
  fillIn(first.run, 'preOptions', 'k-1');
  first.run.cancel();
  const second = install(scene, {integration: 'oauth-post'});
  scene.sdk.approve();
  await scene.page.advance(2_000);
  const releaseSecond = scene.sdk.backend.hold('complete-setup');
  fillIn(second.run, 'postOptions');
  await settled();
  await releaseFirst();
  shown(second.run, 'submitting');
  await releaseSecond();
  shown(second.run, 'done');
});

test('delayed answers of a cancelled run do not reach the run of today', async () => {
  const scene = await readyScene();
  scene.sdk.backend.failNext('create', serverFailure());
  const first = install(scene, {integration: 'api-key'});
  fillIn(first.run, 'preOptions', 'k-1');
  await settled();
  fillIn(first.run, 'preOptions', 'k-1');
  first.run.cancel();
  const second = install(scene, {integration: 'oauth-pre'});
  await scene.page.advance(10_000);
  assert.deepEqual(second.stages, ['preOptions']);
  assert.equal(scene.page.windows.length, 0);
});

test('a second window that is approved does not ask the last questions anew', async () => {
  const scene = await readyScene();
  const {run, stages} = install(scene, {integration: 'oauth-post', allowMultiple: true});
  const first = scene.page.lastWindow;
  first.isSevered = true;
  run.retry();
  scene.sdk.approve(scene.page.lastWindow);
  await scene.page.advance(2_000);
  const before = stages.length;
  scene.sdk.approve(first);
  await scene.page.advance(2_000);
  assert.equal(run.state.stage, 'postOptions');
  assert.equal(stages.length, before);
});

test('a second window that is approved does not end the last questions', async () => {
  const scene = await readyScene();
  const {run, stages} = install(scene, {integration: 'oauth-post', allowMultiple: true});
  const first = scene.page.lastWindow;
  first.isSevered = true;
  run.retry();
  scene.sdk.approve(scene.page.lastWindow);
  await scene.page.advance(2_000);
  scene.sdk.backend.failNext('complete-setup', refusal('No such site.'));
  fillIn(run, 'postOptions');
  await settled();
  const before = stages.length;
  scene.sdk.approve(first);
  await scene.page.advance(2_000);
  assert.equal(stages.length, before);
  assert.equal(run.state.error?.detail, 'No such site.');
});

test('a failure that follows a denial does not take its place', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'oauth'});
  const opened = scene.page.lastWindow;
  scene.sdk.deny(opened);
  scene.sdk.backend.failNext('credential', serverFailure());
  scene.sdk.approve(opened);
  await scene.page.advance(2_000);
  assert.equal(shown(run, 'failed').error.code, 'oauth-denied');
});

test('a user who changed while nobody followed the session ends the run', async () => {
  const scene = await readyScene();
  const {run, stages} = install(scene, {integration: 'api-key'});
  const release = scene.sdk.backend.hold('create');
  fillIn(run, 'preOptions');
  scene.leave();
  await settled();
  await scene.sdk.signInAs('user-2');
  await release();
  assert.ok(!stages.includes('done'));
  shown(run, 'cancelled');
});

test('an account that a cancelled submission brought is shown, unfinished run or not', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'api-key'});
  const release = scene.sdk.backend.hold('create');
  fillIn(run, 'preOptions', 'k-1');
  run.cancel();
  await release();
  shown(run, 'cancelled');
  assert.equal(scene.session.integration('api-key')?.status, 'connected');
});

test('a refused window of a run that was cancelled in the same tick blocks no other', async () => {
  const scene = await readyScene();
  scene.page.blocksWindows = true;
  install(scene, {integration: 'oauth'}).run.cancel();
  scene.page.blocksWindows = false;
  const {run} = install(scene, {integration: 'other'});
  await settled();
  assert.equal(shown(run, 'oauth').phase, 'waiting');
});

test('a denial in a window that was given up is not heard', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'oauth'});
  const first = scene.page.lastWindow;
  run.retry();
  scene.sdk.deny(first);
  assert.equal(shown(run, 'oauth').phase, 'waiting');
});

test('works with an SDK that does not tell which account its flow holds', async () => {
  const scene = await readyScene();
  scene.sdk.installFlow.tellsAccount = false;
  const {run} = install(scene, {integration: 'oauth-both'});
  fillIn(run, 'preOptions');
  const credentialId = scene.sdk.approve();
  await scene.page.advance(2_000);
  fillIn(run, 'postOptions');
  await settled();
  assert.equal(shown(run, 'done').credentialId, credentialId);
});
