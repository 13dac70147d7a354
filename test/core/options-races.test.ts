import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {PgError} from '../../src/core/errors.js';
import type {ListConfig, OptionState} from '../../src/core/options/option-request.js';
import {OptionStore} from '../../src/core/options/option-store.js';
import {valueKey} from '../../src/core/util/value-key.js';
import type {ConnectSdk, SdkOptionPage, SdkOptionRequest} from '../../src/core/sdk.js';
import {KnownList, remoteSource} from './options-double.js';
import {propertyRuns} from '../support/property-runs.js';

const source = await remoteSource({supportPagination: true});
const PAGE = 2;
const NAMES = ['a', 'ab', 'b', 'abc', 'bc', 'c', 'ca'];

/** Every choice of a question, in order. */
function truth(team: unknown, search: string, epoch = 0): string[] {
  const names = NAMES.filter((name) => name.includes(search));
  return names.map((name) => `${epoch}/${String(team)}/${name}`);
}

function answer(request: SdkOptionRequest, epoch: number): SdkOptionPage {
  const all = truth(request.parameters?.[0]?.source.value, request.search ?? '', epoch);
  const start = Number(request.cursor ?? 0);
  const end = start + PAGE;
  return {
    data: all.slice(start, end).map((value) => ({value, label: value})),
    nestedData: [],
    nextPageCursor: end < all.length ? String(end) : null,
  };
}

const sdkOf = (getFieldOptions: ConnectSdk['getFieldOptions']): ConnectSdk =>
  ({getFieldOptions}) as ConnectSdk;

const valuesOf = ({entries}: OptionState): unknown[] =>
  entries.map((entry) => ('value' in entry ? entry.value : assert.fail('no sections here')));

const isStartOf = (values: readonly unknown[], all: readonly unknown[]): boolean =>
  valueKey(values) === valueKey(all.slice(0, values.length));

type Step =
  | {readonly do: 'search'; readonly text: string}
  | {readonly do: 'team'; readonly team: string}
  | {readonly do: 'more' | 'open' | 'load' | 'retry' | 'dispose'};

const text = fc.constantFrom('', 'a', 'ab', 'b', 'z');
const team = fc.constantFrom('x', 'y', '');
const step: fc.Arbitrary<Step> = fc.oneof(
  {weight: 4, arbitrary: text.map((text) => ({do: 'search' as const, text}))},
  {weight: 2, arbitrary: team.map((team) => ({do: 'team' as const, team}))},
  {weight: 4, arbitrary: fc.constant({do: 'more' as const})},
  fc.constantFrom('open', 'load', 'retry').map((name) => ({do: name as 'open'})),
);

/** One input and what its reader should see. */
class Watched {
  readonly query: KnownList;
  team = 'x';
  search = '';
  asked = false;
  disposed = false;

  constructor(store: OptionStore) {
    this.query = new KnownList(store);
    let shown: OptionState = this.query.state;
    this.query.subscribe((state) => {
      assert.equal(this.disposed, false, 'told after it was disposed');
      this.#check(state, shown);
      shown = state;
    });
    this.query.configure(this.config);
  }

  get config(): ListConfig {
    const parameters = [{key: 'team', value: this.team}];
    return {integration: 'slack', credentialId: 'one', source, parameters};
  }

  get all(): string[] {
    return truth(this.team, this.search);
  }

  run(step: Step): void {
    switch (step.do) {
      case 'search':
        if (step.text !== this.search) this.asked = true;
        this.search = step.text;
        this.query.search(step.text);
        break;
      case 'team':
        if (this.team !== step.team) this.search = '';
        this.team = step.team;
        this.query.configure(this.config);
        break;
      case 'dispose':
        this.disposed = true;
        this.query.dispose();
        break;
      default:
        this.query[step.do]();
    }
    if (step.do === 'open' || step.do === 'load') this.asked = true;
  }

  #check(state: OptionState, before: OptionState): void {
    const values = valuesOf(state);
    assert.equal(new Set(values).size, values.length, 'a value twice');
    const questions = ['x', 'y'].flatMap((team) =>
      ['', 'a', 'ab', 'b', 'z'].map((search) => truth(team, search)),
    );
    assert.ok(
      questions.some((all) => isStartOf(values, all)),
      'a list of several questions',
    );
    if (state.status === 'complete') {
      assert.equal(state.search, this.search);
      assert.ok(isStartOf(values, this.all), 'a stale list');
      if (!state.hasMore) assert.deepEqual(values, this.all);
    }
    if (state.status === 'pending') {
      assert.deepEqual(values, valuesOf(before), 'something vanished while pending');
    }
    if (state.status === 'error') assert.notEqual(state.error.code, 'aborted');
  }
}

interface Played {
  readonly inputs: readonly Watched[];
  /** How often each question was sent, and how often it failed. */
  readonly sent: Map<string, {calls: number; failures: number}>;
}

async function play(
  s: fc.Scheduler,
  steps: readonly (readonly Step[])[],
  failing: readonly boolean[],
): Promise<Played> {
  const sent: Played['sent'] = new Map();
  let calls = 0;
  const getFieldOptions = (raw: object): Promise<SdkOptionPage> => {
    const request = raw as SdkOptionRequest;
    const key = JSON.stringify([request.parameters, request.search, request.cursor]);
    const count = sent.get(key) ?? {calls: 0, failures: 0};
    sent.set(key, count);
    count.calls += 1;
    const fails = failing[calls] ?? false;
    calls += 1;
    if (fails) count.failures += 1;
    return s.schedule(
      fails ? Promise.reject(new Error('Slow down')) : Promise.resolve(answer(request, 0)),
      `answer ${key}`,
    );
  };
  const store = new OptionStore({
    sdk: sdkOf(getFieldOptions),
    now: () => 0,
    after: afterOf(s),
  });
  const inputs = steps.map((own) => {
    const input = new Watched(store);
    s.scheduleSequence(
      own.map((step) => ({
        label: JSON.stringify(step),
        builder: () => {
          input.run(step);
          return Promise.resolve();
        },
      })),
    );
    return input;
  });
  await s.waitIdle();
  return {inputs, sent};
}

/** Debounces end in any order with answers; the time limit of a call never comes. */
function afterOf(s: fc.Scheduler) {
  return (ms: number, task: () => void): (() => void) => {
    let cancelled = ms > 1000;
    if (!cancelled) {
      void s.schedule(Promise.resolve(), 'debounce').then(() => {
        if (!cancelled) task();
      });
    }
    return () => {
      cancelled = true;
    };
  };
}

const failing = fc.array(fc.boolean(), {maxLength: 8});
const steps = fc.array(step, {maxLength: 12});

describe('whatever order answers come in', () => {
  it('an input ends with what was asked last, and never shows anything stale, mixed or twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), steps, failing, async (s, steps, failing) => {
        const {inputs} = await play(s, [steps], failing);
        for (const {query, team, asked, all} of inputs) {
          const {status} = query.state;
          if (team === '') assert.equal(status, 'initial');
          else if (asked) assert.ok(status === 'complete' || status === 'error', status);
          if (status === 'complete' && all.length > 0) assert.notDeepEqual(query.state.entries, []);
        }
      }),
      propertyRuns(250),
    );
  });

  it('no page is lost: reading on reaches the end of the list', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), steps, failing, async (s, steps, failing) => {
        const {inputs} = await play(
          s,
          [[...steps, {do: 'team', team: 'x'}, {do: 'load'}]],
          failing,
        );
        for (const {query, all} of inputs) {
          for (let turn = 0; turn < 20; turn += 1) {
            query.retry();
            query.more();
            await s.waitIdle();
          }
          assert.deepEqual(valuesOf(query.state), all);
          assert.equal(query.state.hasMore, false);
        }
      }),
      propertyRuns(100),
    );
  });

  it('inputs that ask the same send one request, and one more for each that failed', async () => {
    const several = fc.array(steps, {minLength: 2, maxLength: 5});
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), several, failing, async (s, steps, failing) => {
        const {sent} = await play(s, steps, failing);
        for (const [question, {calls, failures}] of sent) {
          assert.ok(calls <= failures + 1, `${question} was sent ${calls} times`);
        }
      }),
      propertyRuns(100),
    );
  });

  it('inputs that leave are silent and disturb nobody', async () => {
    const leaving = steps.map((own) => [...own, {do: 'dispose'} as const]);
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), leaving, steps, async (s, leaving, staying) => {
        const {inputs} = await play(s, [leaving, [...staying, {do: 'load'}]], []);
        const [, stayed] = inputs;
        assert.ok(stayed);
        assert.equal(stayed.query.state.status, stayed.team === '' ? 'initial' : 'complete');
      }),
      propertyRuns(100),
    );
  });
});

describe('whatever cursors a source gives', () => {
  it('a list ends', async () => {
    const cursor = fc.constantFrom<(string | number | null)[]>('p', 'q', 1, 2, null);
    const page = fc.record({values: fc.array(fc.nat(5), {maxLength: 3}), cursor});
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(page), async (pages) => {
        let calls = 0;
        const getFieldOptions = (): Promise<SdkOptionPage> => {
          calls += 1;
          const {values, cursor} = pages.next().value as {
            values: number[];
            cursor: string | null;
          };
          const data = values.map((value) => ({value, label: 'x'}));
          return Promise.resolve({data, nestedData: [], nextPageCursor: cursor});
        };
        const query = new KnownList(new OptionStore({sdk: sdkOf(getFieldOptions)}));
        query.configure({integration: 'slack', source});
        await new Promise<void>((resolve) => {
          query.subscribe(({status, hasMore}) => {
            if (status !== 'complete') return;
            if (hasMore) query.more();
            else resolve();
          });
          query.load();
        });
        // Four cursors can each be followed once, and a fifth request finds out.
        assert.ok(calls <= 5, `${calls} calls`);
      }),
      propertyRuns(100),
    );
  });

  it('a list whose cursors never repeat ends when nothing new comes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.nat(9), {maxLength: 2}), {maxLength: 12}),
        async (pages) => {
          let calls = 0;
          const getFieldOptions = (): Promise<SdkOptionPage> => {
            const data = (pages[calls] ?? []).map((value) => ({value, label: 'x'}));
            calls += 1;
            return Promise.resolve({data, nestedData: [], nextPageCursor: `page ${calls}`});
          };
          const query = new KnownList(new OptionStore({sdk: sdkOf(getFieldOptions)}));
          query.configure({integration: 'slack', source});
          await new Promise<void>((resolve) => {
            query.subscribe(({status, hasMore}) => {
              if (status !== 'complete') return;
              if (hasMore) query.more();
              else resolve();
            });
            query.load();
          });
          assert.ok(calls <= pages.length + 2);
        },
      ),
      propertyRuns(50),
    );
  });
});

describe('whenever the source changes', () => {
  it('a list told so ends as the source is now, and never mixes old and new', async () => {
    const action = fc.constantFrom('change', 'load', 'open', 'more', 'search', 'all');
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(action, {maxLength: 12}), async (s, actions) => {
        let epoch = 0;
        const getFieldOptions = (raw: object): Promise<SdkOptionPage> =>
          s.schedule(Promise.resolve(answer(raw as SdkOptionRequest, epoch)));
        const store = new OptionStore({
          sdk: sdkOf(getFieldOptions),
          now: () => 0,
          after: afterOf(s),
        });
        const query = new KnownList(store);
        query.subscribe((state) => {
          const epochs = new Set(valuesOf(state).map((value) => String(value).split('/')[0]));
          assert.ok(epochs.size <= 1, 'a list of two times');
        });
        const parameters = [{key: 'team', value: 'x'}];
        query.configure({integration: 'slack', credentialId: 'one', source, parameters});
        let text = '';
        const search = (next: string): void => {
          text = next;
          query.search(next);
        };
        const run = {
          change: () => {
            epoch += 1;
            store.invalidate();
          },
          load: () => query.load(),
          open: () => query.open(),
          more: () => query.more(),
          search: () => search('a'),
          all: () => search(''),
        };
        s.scheduleSequence(
          [...actions, 'load' as const, 'change' as const].map((name) => () => {
            run[name]();
            return Promise.resolve();
          }),
        );
        await s.waitIdle();
        assert.equal(query.state.status, 'complete');
        const shown = valuesOf(query.state);
        assert.notEqual(shown.length, 0);
        assert.ok(isStartOf(shown, truth('x', text, epoch)), 'as it was before');
      }),
      propertyRuns(200),
    );
  });
});

describe('whenever the user changes', () => {
  it('nothing of the one before is shown, kept or labelled afterwards', async () => {
    const action = fc.constantFrom('clear', 'load', 'more', 'search', 'invalidate');
    const actions = fc.array(action, {maxLength: 12});
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), actions, async (s, actions) => {
        let epoch = 0;
        const getFieldOptions = (raw: object): Promise<SdkOptionPage> =>
          s.schedule(Promise.resolve(answer(raw as SdkOptionRequest, epoch)));
        const failures: PgError[] = [];
        const store = new OptionStore({
          sdk: sdkOf(getFieldOptions),
          now: () => 0,
          after: afterOf(s),
          onFailure: (error) => failures.push(error),
        });
        const query = new KnownList(store);
        const parameters = [{key: 'team', value: 'x'}];
        const config = {integration: 'slack', credentialId: 'one', source, parameters};
        query.subscribe((state) => {
          for (const value of valuesOf(state)) {
            assert.ok(String(value).startsWith(`${epoch}/`), 'of the user before');
          }
        });
        query.configure(config);
        const run = {
          clear: () => {
            epoch += 1;
            store.clear();
            for (const value of truth('x', '', epoch - 1)) {
              assert.equal(query.labelOf(value), undefined);
            }
            query.configure(config);
          },
          invalidate: () => store.invalidate(),
          load: () => query.load(),
          more: () => query.more(),
          search: () => query.search('a'),
        };
        s.scheduleSequence(
          [...actions, 'load' as const].map((name) => () => {
            run[name]();
            return Promise.resolve();
          }),
        );
        await s.waitIdle();
        assert.equal(query.state.status, 'complete');
        assert.deepEqual(failures, []);
      }),
      propertyRuns(100),
    );
  });
});
