import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {SignInWatch} from '../../src/core/install/sign-in-watch.js';
import {chooseType, noAnswers, settle, stepsOf} from '../../src/core/install/steps.js';
import {ScriptedPage} from '../support/scripted-page.js';
import {readyScene} from '../support/scripted-session.js';

test('a sign-in window is looked after twice a second, and the session every three seconds', async () => {
  const page = new ScriptedPage();
  let looks = 0;
  const ignore = (): void => undefined;
  const watch = new SignInWatch(page, undefined, {
    onReturned: ignore,
    onCheck: ignore,
    onLook: () => (looks += 1),
    onDenied: ignore,
    onSilent: ignore,
    onAlive: ignore,
    onUnloadable: ignore,
    onSevered: ignore,
  });
  await page.advance(2_900);
  assert.equal(looks, 0);
  await page.advance(200);
  assert.equal(looks, 1);
  await page.advance(6_000);
  assert.equal(looks, 3);
  watch.stop({closeWindow: false});
  assert.equal(page.leftovers, 0);
});

describe('the steps of a connection', () => {
  test('are those that its way of signing in brings', async () => {
    const {sdk} = await readyScene();
    const ahead = (integration: string): readonly string[] =>
      stepsOf(sdk, integration, {visited: ['preOptions'], answers: noAnswers()}, 'preOptions');
    assert.deepEqual(ahead('oauth-both'), ['preOptions', 'oauth', 'postOptions']);
    assert.deepEqual(ahead('oauth-pre'), ['preOptions', 'oauth']);
    assert.deepEqual(ahead('api-key'), ['preOptions']);
    assert.deepEqual(ahead('api-key-post'), ['preOptions', 'postOptions']);
  });

  test('are none where it has ended', async () => {
    const {sdk} = await readyScene();
    const way = {visited: ['preOptions', 'oauth'], answers: noAnswers()} as const;
    for (const end of ['done', 'cancelled', 'resume', 'replace'] as const)
      assert.deepEqual(stepsOf(sdk, 'oauth-pre', way, end), []);
  });

  test('that were answered stay so when the same account type is chosen again, and only then', () => {
    const answered = settle(chooseType(noAnswers(), 'production'), 'instruction');
    assert.deepEqual(chooseType(answered, 'production').settled.includes('instruction'), true);
    assert.deepEqual(chooseType(answered, 'sandbox').settled, ['accountType']);
  });
});
