import assert from 'node:assert/strict';
import {test} from 'node:test';
import {InstallRun} from '../../src/core/install/install-run.js';
import {settled} from '../support/scripted-page.js';
import {
  enter,
  fillIn,
  install,
  readyScene,
  sceneOf,
  shown,
  watch,
  type Scene,
} from '../support/scripted-session.js';

const withAccount = (integration = 'oauth', id = 'works'): Promise<Scene> =>
  readyScene(undefined, (sdk) => sdk.backend.seed('user-1', integration, {id}));

test('refuses what cannot work before the SDK is asked', async () => {
  const scene = await withAccount();
  const attempts = [
    [{integration: 'gone'}, 'integration-unknown'],
    [{integration: '__proto__'}, 'integration-unknown'],
    [{integration: 'oauth', credentialId: 'gone'}, 'account-not-found'],
    [{integration: 'oauth', externalId: '  '}, 'bad-input'],
    [{integration: 'oauth', credentialId: 'works', externalId: 'x'}, 'bad-input'],
  ] as const;
  for (const [options, code] of attempts) {
    assert.throws(() => install(scene, options), {code});
    assert.equal(scene.session.run, undefined);
  }
  assert.equal(scene.sdk.installFlow.integrationName, null);
});

test('refuses an external id that another account has', async () => {
  const scene = await readyScene(undefined, (sdk) =>
    sdk.backend.seed('user-1', 'oauth', {externalId: 'team-7'}),
  );
  const options = {integration: 'oauth', allowMultiple: true};
  assert.throws(() => install(scene, {...options, externalId: ' team-7 '}), {
    code: 'external-id-in-use',
  });
  install(scene, {...options, externalId: ' team-8 '});
  scene.sdk.approve();
  await scene.page.advance(2_000);
  const accounts = scene.session.integration('oauth')?.accounts ?? [];
  assert.deepEqual(
    accounts.map(({externalId}) => externalId),
    ['team-7', 'team-8'],
  );
});

test('refuses while nobody is signed in', () => {
  const scene = enter(sceneOf());
  assert.throws(() => install(scene, {integration: 'oauth'}), {code: 'signed-out'});
});

test('can be made before the session is ready, and started after', async () => {
  const scene = enter(sceneOf());
  const {run} = watch(new InstallRun(scene.session, {integration: 'oauth', allowMultiple: true}));
  assert.throws(() => run.start(), {code: 'signed-out'});
  scene.sdk.backend.seed('user-1', 'oauth', {id: 'older'});
  await scene.sdk.signInAs('user-1');
  scene.page.comeBack();
  run.start();
  scene.page.comeBack();
  await settled();
  shown(run, 'oauth');
  const credentialId = scene.sdk.approve();
  await scene.page.advance(2_000);
  assert.equal(shown(run, 'done').credentialId, credentialId);
});

test('does nothing when it is started twice', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'oauth'});
  run.start();
  assert.equal(scene.page.windows.length, 1);
  run.cancel();
  run.start();
  shown(run, 'cancelled');
});

test('asks before it replaces an account, and opens nothing until then', async () => {
  const scene = await withAccount();
  const {run} = install(scene, {integration: 'oauth'});
  assert.equal(shown(run, 'replace').account.id, 'works');
  assert.equal(scene.page.windows.length, 0);
  run.confirmReplace();
  const credentialId = scene.sdk.approve();
  await scene.page.advance(2_000);
  assert.equal(shown(run, 'done').credentialId, credentialId);
  const ids = scene.session.integration('oauth')?.accounts.map(({id}) => id);
  assert.deepEqual(ids, [credentialId]);
});

test('adds an account beside the others without asking where that is wanted', async () => {
  const scene = await withAccount();
  const {run} = install(scene, {integration: 'oauth', allowMultiple: true});
  scene.sdk.approve();
  await scene.page.advance(2_000);
  shown(run, 'done');
  assert.equal(scene.session.integration('oauth')?.accounts.length, 2);
});

test('renews an account, keeps its id and shows its new state', async () => {
  const scene = await readyScene(undefined, (sdk) =>
    sdk.backend.seed('user-1', 'oauth', {id: 'broken', status: 'INVALID'}),
  );
  const {run} = install(scene, {integration: 'oauth', credentialId: 'broken'});
  assert.equal(scene.session.connectedAccount('broken')?.status, 'invalid');
  scene.sdk.approve();
  await scene.page.advance(2_000);
  assert.equal(shown(run, 'done').credentialId, 'broken');
  assert.equal(scene.session.connectedAccount('broken')?.status, 'valid');
});

test('asks the backend after it renewed an account that was valid', async () => {
  const scene = await withAccount();
  const before = scene.session.connectedAccount('works')?.refreshedAt?.getTime() ?? 0;
  install(scene, {integration: 'oauth', credentialId: 'works'});
  scene.sdk.approve();
  await scene.page.advance(2_000);
  const after = scene.session.connectedAccount('works')?.refreshedAt?.getTime() ?? 0;
  assert.ok(after > before);
});

test('never removes an account that is signed in again, not even by starting over', async () => {
  const scene = await readyScene(undefined, (sdk) =>
    sdk.backend.seed('user-1', 'oauth-post', {id: 'mine'}),
  );
  const {run} = install(scene, {integration: 'oauth-post', credentialId: 'mine'});
  await scene.page.advance(190_000);
  scene.sdk.approve();
  scene.page.comeBack();
  await scene.page.advance(1_000);
  await run.check();
  assert.equal(shown(run, 'resume').account.id, 'mine');
  run.startOver();
  assert.equal(scene.sdk.approve(), 'mine');
  await scene.page.advance(2_000);
  fillIn(run, 'postOptions');
  await settled();
  shown(run, 'done');
  assert.deepEqual(scene.sdk.uninstalled, []);
});

test('leaves the account unfinished when a new one is cancelled at its last questions', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'oauth-post'});
  const credentialId = scene.sdk.approve();
  await scene.page.advance(2_000);
  run.cancel();
  await settled();
  assert.deepEqual(scene.sdk.uninstalled, []);
  assert.equal(scene.session.connectedAccount(credentialId)?.status, 'pending');
  const next = install(scene, {integration: 'oauth-post'});
  assert.equal(shown(next.run, 'resume').account.id, credentialId);
});

test('leaves a connected account alone when it is cancelled afterwards', async () => {
  const scene = await readyScene();
  const {run} = install(scene, {integration: 'oauth'});
  scene.sdk.approve();
  await scene.page.advance(2_000);
  run.cancel();
  run.abandon();
  shown(run, 'done');
  assert.deepEqual(scene.sdk.uninstalled, []);
});

test('refuses a second run while the first is shown', async () => {
  const scene = await readyScene();
  const first = install(scene, {integration: 'oauth'});
  assert.throws(() => install(scene, {integration: 'other'}), {code: 'flow-in-progress'});
  assert.equal(shown(first.run, 'oauth').phase, 'waiting');
  scene.sdk.approve();
  await scene.page.advance(2_000);
  shown(first.run, 'done');
  shown(install(scene, {integration: 'other'}).run, 'oauth');
});

test('gives way to a second run once no element shows it', async () => {
  const scene = await readyScene();
  const first = install(scene, {integration: 'oauth'});
  first.run.detach();
  const second = install(scene, {integration: 'other'});
  shown(first.run, 'cancelled');
  await assert.rejects(first.run.finished, {code: 'aborted'});
  const credentialId = scene.sdk.approve();
  await scene.page.advance(2_000);
  assert.equal(shown(second.run, 'done').credentialId, credentialId);
});

test('is not given up for a second run that could not start anyway', async () => {
  const scene = await readyScene();
  const first = install(scene, {integration: 'oauth'});
  first.run.detach();
  assert.throws(() => install(scene, {integration: 'gone'}), {code: 'integration-unknown'});
  shown(first.run, 'oauth');
});

test('lets a second run begin after it has failed, and does not disturb that one', async () => {
  const scene = await readyScene();
  const first = install(scene, {integration: 'oauth'});
  scene.sdk.deny();
  const second = install(scene, {integration: 'other'});
  assert.throws(() => first.run.retry(), {code: 'flow-in-progress'});
  first.run.cancel();
  assert.equal(shown(second.run, 'oauth').phase, 'waiting');
  const credentialId = scene.sdk.approve();
  await scene.page.advance(2_000);
  assert.equal(shown(second.run, 'done').credentialId, credentialId);
});

test('can be retried once the run that followed it is over', async () => {
  const scene = await readyScene();
  const first = install(scene, {integration: 'oauth'});
  scene.sdk.deny();
  install(scene, {integration: 'other'}).run.cancel();
  first.run.retry();
  scene.sdk.approve();
  await scene.page.advance(2_000);
  shown(first.run, 'done');
});

test('forgets a failed run of the user before, although another run followed it', async () => {
  const scene = await readyScene();
  const first = install(scene, {integration: 'oauth-pre'});
  fillIn(first.run, 'preOptions', 'secret');
  scene.sdk.deny();
  install(scene, {integration: 'other'}).run.cancel();
  scene.session.signOut();
  shown(first.run, 'cancelled');
  assert.deepEqual(first.run.answersOf('preOptions'), {});
});

test('tells which account it was begun for, so that an element can take it over', async () => {
  const scene = await readyScene(undefined, (sdk) => {
    sdk.backend.seed('user-1', 'oauth', {id: 'works'});
    sdk.backend.seed('user-1', 'other', {id: 'half', status: 'PENDING'});
  });
  const renewing = install(scene, {integration: 'oauth', credentialId: 'works'}).run;
  assert.equal(renewing.credentialId, 'works');
  renewing.cancel();
  const resumed = install(scene, {integration: 'other'}).run;
  resumed.resume();
  assert.equal(resumed.credentialId, undefined);
});

test('signs an account in again through the account itself', async () => {
  const scene = await readyScene(undefined, (sdk) =>
    sdk.backend.seed('user-1', 'oauth', {id: 'broken', status: 'INVALID'}),
  );
  const renewed = scene.session.connectedAccount('broken')?.reauthorize();
  while (scene.page.windows.length === 0) await settled();
  scene.sdk.approve();
  await scene.page.advance(2_000);
  const account = await renewed;
  assert.equal(account?.status, 'valid');
  assert.equal(account, scene.session.connectedAccount('broken'));
});

test('rejects a renewal that failed while no element shows it, and blocks nothing', async () => {
  const scene = await readyScene(undefined, (sdk) =>
    sdk.backend.seed('user-1', 'oauth', {id: 'broken', status: 'INVALID'}),
  );
  const renewed = scene.session.connectedAccount('broken')?.reauthorize();
  while (scene.page.windows.length === 0) await settled();
  scene.sdk.deny();
  await assert.rejects(Promise.resolve(renewed), {code: 'oauth-denied'});
  shown(install(scene, {integration: 'other'}).run, 'oauth');
});

test('gives a renewal that no element shows up for another run', async () => {
  const scene = await readyScene(undefined, (sdk) =>
    sdk.backend.seed('user-1', 'oauth', {id: 'broken', status: 'INVALID'}),
  );
  const renewed = scene.session.connectedAccount('broken')?.reauthorize();
  while (scene.page.windows.length === 0) await settled();
  shown(install(scene, {integration: 'other'}).run, 'oauth');
  await assert.rejects(Promise.resolve(renewed), {code: 'aborted'});
});
