import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {WriteQueue} from '../../src/core/session/sdk-calls.js';
import {propertyRuns} from '../support/property-runs.js';

test('runs tasks of one key one after the other, whatever order they end in', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.record({key: fc.constantFrom('a', 'b'), fails: fc.boolean()}), {maxLength: 12}),
      async (scheduler, tasks) => {
        const queue = new WriteQueue();
        const running = new Map<string, number>();
        const ended = new Map<string, number[]>();
        const outcomes = tasks.map(({key, fails}, index) =>
          queue.run(key, async () => {
            assert.equal(running.get(key) ?? 0, 0);
            running.set(key, 1);
            await scheduler.schedule(Promise.resolve());
            running.set(key, 0);
            ended.set(key, [...(ended.get(key) ?? []), index]);
            if (fails) throw new Error('of the task');
            return index;
          }),
        );
        const settled = Promise.allSettled(outcomes);
        await scheduler.waitFor(settled);
        for (const order of ended.values())
          assert.deepEqual(
            order,
            order.toSorted((a, b) => a - b),
          );
        const results = await settled;
        for (const [index, result] of results.entries())
          assert.equal(result.status, tasks[index]?.fails ? 'rejected' : 'fulfilled');
      },
    ),
    propertyRuns(50),
  );
});

test('runs tasks of different keys side by side', async () => {
  const queue = new WriteQueue();
  const never = new Promise<void>(() => undefined);
  void queue.run('a', () => never);
  assert.equal(await queue.run('b', () => Promise.resolve(7)), 7);
});

test('gives a task that throws at once as a rejection', async () => {
  const queue = new WriteQueue();
  const failing = queue.run('a', () => {
    throw new Error('at once');
  });
  await assert.rejects(failing, /at once/);
  assert.equal(await queue.run('a', () => Promise.resolve(1)), 1);
});
