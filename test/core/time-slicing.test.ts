import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {finish, inSlices, type Steps} from '../../src/core/util/time-slicing.js';

/** Work whose steps take this long, on a clock of its own; lists what was done. */
function* work(clock: {now: number}, done: number[], steps: number, ms: number): Steps<string> {
  for (let step = 0; step < steps; step += 1) {
    clock.now += ms;
    done.push(step);
    yield;
  }
  return 'result';
}

/** A clock and tasks in the hands of the test. */
function setUp(t: TestContext) {
  const clock = {now: 0};
  t.mock.method(performance, 'now', () => clock.now);
  const tasks = new Map<number, () => void>();
  let id = 0;
  t.mock.method(globalThis, 'setTimeout', (task: () => void) => {
    tasks.set((id += 1), task);
    return id;
  });
  t.mock.method(globalThis, 'clearTimeout', (task: number) => tasks.delete(task));
  const nextTask = (): void => {
    const [[at, task] = []] = tasks;
    if (at !== undefined) tasks.delete(at);
    task?.();
  };
  return {clock, nextTask};
}

describe('work in steps', () => {
  it('is done at once where that is asked for', () => {
    const done: number[] = [];
    assert.equal(finish(work({now: 0}, done, 3, 1000)), 'result');
    assert.deepEqual(done, [0, 1, 2]);
  });

  it('is done at once where it takes little time', (t) => {
    const {clock} = setUp(t);
    const results: string[] = [];
    const stop = inSlices(work(clock, [], 7, 1), (result) => results.push(result));
    assert.equal(stop, undefined);
    assert.deepEqual(results, ['result']);
  });

  it('lets other things happen in between where it takes long', (t) => {
    const {clock, nextTask} = setUp(t);
    const done: number[] = [];
    const results: string[] = [];
    inSlices(work(clock, done, 5, 5), (result) => results.push(result));
    assert.deepEqual(done, [0, 1]);
    nextTask();
    assert.deepEqual(done, [0, 1, 2, 3]);
    assert.deepEqual(results, []);
    nextTask();
    assert.deepEqual(results, ['result']);
  });

  it('ends when it is stopped', (t) => {
    const {clock, nextTask} = setUp(t);
    const done: number[] = [];
    const results: string[] = [];
    const stop = inSlices(work(clock, done, 5, 10), (result) => results.push(result));
    stop?.();
    nextTask();
    assert.deepEqual(done, [0]);
    assert.deepEqual(results, []);
  });
});
