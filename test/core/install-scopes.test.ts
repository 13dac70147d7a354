import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ScriptedIntegration} from '../support/scripted-backend.js';
import {settled} from '../support/scripted-page.js';
import {fillIn, install, readyScene, shown, type Scene} from '../support/scripted-session.js';

const USER = 'user-1';
const permission = {
  id: 'scopes',
  type: 'PERMISSION',
  requiredScopes: ['profile'],
  scopes: {values: [{name: 'profile'}, {name: 'read', required: true}, {name: 'write'}]},
};
const INTEGRATIONS: readonly ScriptedIntegration[] = [
  {type: 'choosy', scheme: 'oauth', preOptions: [permission]},
  {type: 'curious', scheme: 'oauth', preOptions: [{id: 'shop', type: 'TEXT_NO_VARS'}, permission]},
  {type: 'plain', scheme: 'oauth'},
];

/** A user with one account of each integration, and the answers that are sent before the sign-in. */
async function scopeScene(): Promise<Scene & {readonly sent: object[]}> {
  const scene = await readyScene(INTEGRATIONS, ({backend}) => {
    for (const {type} of INTEGRATIONS)
      backend.seed(USER, type, {id: type, providerData: {scope: 'profile old'}});
  });
  const sent: object[] = [];
  const {installFlow} = scene.sdk;
  const setPreOptions = installFlow.setPreOptions.bind(installFlow);
  installFlow.setPreOptions = (values) => {
    sent.push(values);
    return setPreOptions(values);
  };
  scene.session.account('plain');
  await import('../../src/core/install/start-install.js');
  await settled();
  return {...scene, sent};
}

test('asks for more scopes in the very call, without giving up those there are', async () => {
  const {page, sdk, session, sent} = await scopeScene();
  const renewed = session.account('choosy')?.connect({additionalScopes: ['write', 'old']});
  assert.equal(page.windows.length, 1);
  assert.deepEqual(sent, [{scopes: 'profile read old write'}]);
  sdk.approve();
  await page.advance(2_000);
  assert.equal((await renewed)?.id, 'choosy');
});

test('fills them in where something else is asked too', async () => {
  const scene = await scopeScene();
  const {run} = install(scene, {
    integration: 'curious',
    credentialId: 'curious',
    additionalScopes: ['write'],
  });
  shown(run, 'preOptions');
  assert.deepEqual(run.answersOf('preOptions'), {scopes: 'profile read old write'});
  assert.equal(scene.page.windows.length, 0);
});

test('asks as usual for an account that has them', async () => {
  const scene = await scopeScene();
  const {run} = install(scene, {
    integration: 'choosy',
    credentialId: 'choosy',
    additionalScopes: ['old'],
  });
  shown(run, 'preOptions');
  assert.deepEqual(run.answersOf('preOptions'), {});
  fillIn(run, 'preOptions', 'profile');
  assert.deepEqual(scene.sent, [{scopes: 'profile'}]);
});

test('refuses before it opens anything where nobody can choose scopes', async () => {
  const {page, session} = await scopeScene();
  const account = session.account('plain');
  assert.ok(account);
  await assert.rejects(account.connect({additionalScopes: ['write']}), {
    code: 'scopes-unsupported',
  });
  assert.equal(page.windows.length, 0);
  assert.equal(session.run, undefined);
  account.connect({additionalScopes: ['old']}).catch(() => undefined);
  assert.equal(page.windows.length, 1, 'nothing is missing');
});

test('has no scopes to add to an account that is only to come', async () => {
  const scene = await scopeScene();
  assert.throws(() => install(scene, {integration: 'choosy', additionalScopes: ['write']}), {
    code: 'bad-input',
  });
});
