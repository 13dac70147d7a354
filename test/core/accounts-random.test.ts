import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {SdkCredential} from '../../src/core/sdk.js';
import {settled} from '../support/scripted-page.js';
import {readyScene, type Scene} from '../support/scripted-session.js';
import {propertyRuns} from '../support/property-runs.js';

const USER = 'user-1';
const TYPE = 'oauth';

/** What can happen to the accounts of an integration; `at` chooses one of those there are. */
type Step =
  | {readonly kind: 'add'}
  | {readonly kind: 'revoke' | 'reconnect' | 'disconnect' | 'save'; readonly at: number}
  | {readonly kind: 'refresh'};

const steps = fc.array(
  fc.oneof(
    fc.record({kind: fc.constant('add' as const)}),
    fc.record({kind: fc.constant('refresh' as const)}),
    fc.record({
      kind: fc.constantFrom('revoke', 'reconnect', 'disconnect', 'save'),
      at: fc.nat({max: 5}),
    }),
  ),
  {minLength: 1, maxLength: 12},
) as fc.Arbitrary<readonly Step[]>;

async function reconnect(scene: Scene, id: string): Promise<void> {
  const renewed = scene.session.account(id)?.connect();
  while (!scene.page.windows.some(({closed}) => !closed)) await settled();
  scene.sdk.approve();
  await scene.page.advance(2_000);
  await renewed;
}

async function add(scene: Scene): Promise<void> {
  const {startInstall} = await import('../../src/core/install/start-install.js');
  const run = startInstall(scene.session, {integration: TYPE, allowMultiple: true});
  scene.sdk.approve();
  await scene.page.advance(2_000);
  await run.finished;
}

test('whatever happens to one account changes nothing of the others, in any order', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const scene = await readyScene(undefined, ({backend}) => {
        for (const id of ['a', 'b', 'c']) backend.seed(USER, TYPE, {id});
      });
      const {sdk, session} = scene;
      const stored = (): readonly SdkCredential[] => [...sdk.backend.credentials(USER, TYPE)];
      for (const step of sequence) {
        const before = stored();
        const target = 'at' in step ? before[step.at % Math.max(1, before.length)] : undefined;
        const models = new Map(before.map(({id}) => [id, session.connectedAccount(id)]));
        if (step.kind === 'add') await add(scene);
        else if (step.kind === 'refresh') await session.refresh();
        else if (target) {
          const {id} = target;
          if (step.kind === 'disconnect') await session.account(id)?.uninstall();
          else if (step.kind === 'reconnect') await reconnect(scene, id);
          else if (step.kind === 'save' && target.status === 'VALID')
            await session.account(id)?.updateSettings({saved: sequence.indexOf(step)});
          else if (step.kind === 'revoke') {
            const list = sdk.backend.credentials(USER, TYPE);
            list.splice(list.indexOf(target), 1, {...target, status: 'INVALID'});
            await session.refresh();
          }
        }
        await settled();
        const after = new Map(stored().map((credential) => [credential.id, credential]));
        for (const credential of before) {
          if (credential.id === target?.id) continue;
          assert.equal(after.get(credential.id), credential, `${step.kind}: the backend`);
          const model = session.connectedAccount(credential.id);
          assert.equal(model, models.get(credential.id), `${step.kind}: the page`);
        }
        const known = session.integration(TYPE)?.accounts.map(({id}) => id);
        assert.deepEqual(known, [...after.keys()], 'the page knows what the backend has');
        if (step.kind === 'reconnect' && target) {
          assert.equal(session.connectedAccount(target.id)?.status, 'valid');
          assert.deepEqual(after.get(target.id)?.configurations, target.configurations);
        }
      }
      scene.leave();
    }),
    propertyRuns(20),
  );
});
