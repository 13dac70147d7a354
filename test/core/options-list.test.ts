import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {ListConfig, OptionState} from '../../src/core/options/option-request.js';
import {type RemoteSource, staticSource} from '../../src/core/options/option-source.js';
import {OptionStore} from '../../src/core/options/option-store.js';
import {
  answerOf,
  Clock,
  KnownList,
  loaderMembers,
  remoteSource,
  scriptedSdk,
  settled,
} from './options-double.js';

const plain = await remoteSource();
const paged = await remoteSource({supportPagination: true});

const config = (members: Partial<ListConfig> = {}): ListConfig => ({
  integration: 'slack',
  credentialId: 'one',
  source: paged,
  ...members,
});

const team = (value: unknown) => [{key: 'team', value}];

function setUp() {
  const {sdk, calls} = scriptedSdk();
  const clock = new Clock();
  const {now, after} = clock;
  const store = new OptionStore({sdk, now, after});
  const query = new KnownList(store);
  const states: OptionState[] = [];
  query.subscribe((state) => states.push(state));
  const answer = async (values: readonly unknown[], cursor?: string | null) => {
    calls.at(-1)?.answer.resolve(answerOf(values, cursor));
    await settled();
  };
  const fail = async (message = 'Slow down') => {
    calls.at(-1)?.answer.reject(new Error(message));
    await settled();
  };
  return {store, query, calls, clock, states, answer, fail};
}

type SetUp = ReturnType<typeof setUp>;

async function loaded(
  values: readonly unknown[],
  cursor: string | null = null,
  source: RemoteSource = paged,
): Promise<SetUp> {
  const context = setUp();
  context.query.configure(config({source}));
  context.query.load();
  await context.answer(values, cursor);
  return context;
}

const valuesOf = ({entries}: OptionState): unknown[] =>
  entries.flatMap((entry) =>
    'options' in entry ? entry.options.map(({value}) => value) : entry.value,
  );

describe('the first page', () => {
  it('is not asked for before somebody wants it', () => {
    const {query, calls} = setUp();
    query.configure(config());
    assert.equal(query.state.status, 'initial');
    assert.equal(calls.length, 0);
  });

  it('is asked for once, whether wanted before or after the source is known', async () => {
    const {query, calls, states, answer} = setUp();
    query.load();
    query.configure(config());
    query.configure(config());
    query.load();
    query.open();
    await answer(['a']);
    query.load();
    query.open();
    assert.equal(calls.length, 1);
    assert.deepEqual(
      states.map(({status}) => status),
      ['pending', 'complete'],
    );
    assert.deepEqual(valuesOf(query.state), ['a']);
  });

  it('is there at once if another input had it', async () => {
    const {store, query} = await loaded(['a']);
    const second = new KnownList(store);
    const statuses: string[] = [];
    second.subscribe(({status}) => statuses.push(status));
    second.configure(config());
    second.open();
    assert.deepEqual(statuses, ['initial', 'complete']);
    assert.equal(second.state.entries, query.state.entries);
  });

  it('is asked for again when the list opens after a minute', async () => {
    const {query, calls, clock, answer} = await loaded(['a']);
    clock.pass(60_000);
    query.load();
    assert.equal(calls.length, 1);
    query.open();
    assert.equal(query.state.status, 'pending');
    assert.deepEqual(valuesOf(query.state), ['a']);
    await answer(['b']);
    assert.deepEqual(valuesOf(query.state), ['b']);
  });

  it('is one request for 300 inputs with the same source', async () => {
    const {store, calls, answer} = setUp();
    const queries = Array.from({length: 300}, () => new KnownList(store));
    for (const query of queries) {
      query.configure(config());
      query.open();
    }
    await answer(Array.from({length: 5000}, (_, index) => index));
    assert.equal(calls.length, 1);
    const lists = new Set(queries.map(({state}) => state.entries));
    assert.equal(lists.size, 1);
    assert.ok(queries.every(({state}) => state.status === 'complete'));
  });

  it('is asked for another account when the account changes, with nothing of the old one in sight', async () => {
    const {query, calls} = await loaded(['a']);
    query.configure(config({credentialId: 'two'}));
    assert.equal(calls[1]?.request.selectedCredentialId, 'two');
    assert.deepEqual([query.state.status, valuesOf(query.state)], ['pending', []]);
  });
});

describe('choices at hand', () => {
  it('are complete without a request, and searched by their owner', () => {
    const {query, calls, clock} = setUp();
    query.configure(config({source: staticSource([{value: 1, label: 'One'}])}));
    assert.equal(query.state.status, 'complete');
    assert.equal(query.kind, 'static');
    assert.equal(query.searchable, false);
    query.open();
    query.search('x');
    clock.pass(1000);
    assert.equal(query.state.search, '');
    assert.equal(query.labelOf(1), 'One');
    assert.equal(calls.length, 0);
  });

  it('stay what they are if the same ones are given again', () => {
    const {query, states} = setUp();
    const values = [{value: 1, label: 'One'}];
    query.configure(config({source: staticSource(values)}));
    query.configure(config({source: staticSource(values)}));
    assert.equal(states.length, 1);
    query.configure(config({source: staticSource([{value: 1, label: 'Uno'}])}));
    assert.equal(query.labelOf(1), 'Uno');
  });
});

describe('further pages', () => {
  it('continue the list with the cursor as it came', async () => {
    const {query, calls, answer} = await loaded(['a'], 'x1');
    const {generation} = query.state;
    assert.equal(query.state.hasMore, true);
    query.more();
    assert.deepEqual([query.state.status, valuesOf(query.state)], ['pending', ['a']]);
    assert.equal(calls[1]?.request.cursor, 'x1');
    await answer(['b']);
    assert.deepEqual(valuesOf(query.state), ['a', 'b']);
    assert.deepEqual([query.state.hasMore, query.state.generation], [false, generation]);
  });

  it('are not asked for while one is on its way, nor at the end', async () => {
    const {query, calls, answer} = await loaded(['a'], 'x1');
    query.more();
    query.more();
    await answer(['b']);
    query.more();
    assert.equal(calls.length, 2);
  });

  it('bring no value twice', async () => {
    const {query, answer} = await loaded(['a', 'b'], 'x1');
    query.more();
    await answer(['b', 'c']);
    assert.deepEqual(valuesOf(query.state), ['a', 'b', 'c']);
  });

  it('continue a section that a page cut', async () => {
    const {query, calls} = await loaded([], null);
    query.configure(config({credentialId: 'two'}));
    const section = (title: string, value: string) => ({title, items: [{value, label: value}]});
    const send = async (data: unknown, nextPageCursor: string | null) => {
      calls.at(-1)?.answer.resolve({data, nestedData: [], nextPageCursor});
      await settled();
    };
    await send([section('A', '1'), section('B', '2')], 'x');
    query.more();
    await send([section('B', '3'), section('C', '4')], null);
    assert.deepEqual(
      query.state.entries.map((entry) => 'options' in entry && [entry.title, entry.options.length]),
      [
        ['A', 1],
        ['B', 2],
        ['C', 1],
      ],
    );
  });

  it('continue the list of fields', async () => {
    const {query, calls} = setUp();
    query.configure(config());
    query.load();
    const send = async (ids: readonly string[], nextPageCursor: string | null) => {
      const nestedData = ids.map((id) => ({id, type: 'string'}));
      calls.at(-1)?.answer.resolve({data: [], nestedData, nextPageCursor});
      await settled();
    };
    await send(['f1'], 'x');
    query.more();
    await send(['f1', 'f2'], null);
    assert.deepEqual(
      query.state.nested.map(({id}) => id),
      ['f1', 'f2'],
    );
  });

  it('end where the source repeats a cursor', async () => {
    const {query, calls, answer} = await loaded(['a'], 'x1');
    query.more();
    await answer(['b'], 'x2');
    query.more();
    await answer(['c'], 'x1');
    assert.deepEqual([query.state.status, query.state.hasMore], ['complete', false]);
    assert.deepEqual(valuesOf(query.state), ['a', 'b', 'c']);
    query.more();
    assert.equal(calls.length, 3);
  });

  it('end after two in a row that bring nothing new', async () => {
    const {query, calls, answer} = await loaded(['a'], 'x1');
    query.more();
    await answer(['a'], 'x2');
    assert.equal(query.state.status, 'pending');
    await answer(['a'], 'x3');
    assert.deepEqual([query.state.status, query.state.hasMore], ['complete', false]);
    assert.equal(calls.length, 3);
  });

  it('are asked for at once after an empty page, which is no end', async () => {
    const {query, calls, answer, states} = await loaded([], 'x1');
    assert.equal(calls.length, 2);
    await answer(['a']);
    assert.deepEqual(valuesOf(query.state), ['a']);
    assert.ok(states.every(({status, entries}) => status !== 'complete' || entries.length > 0));
  });

  it('of a loader with numeric cursors arrive', async () => {
    const source = await remoteSource(loaderMembers);
    const {query, calls} = setUp();
    query.configure(config({source}));
    query.load();
    calls[0]?.answer.resolve({data: [{value: 1}], nestedData: [], nextPageCursor: 2});
    await settled();
    query.more();
    assert.equal(calls[1]?.request.cursor, '2');
  });
});

describe('searching', () => {
  it('asks once the typing pauses, with the old choices in sight until the new ones are there', async () => {
    const {query, calls, clock, answer} = await loaded(['a'], 'x1');
    const {generation} = query.state;
    query.search('b');
    clock.pass(199);
    query.search(' bc ');
    clock.pass(199);
    assert.equal(calls.length, 1);
    assert.deepEqual([query.state.status, valuesOf(query.state)], ['pending', ['a']]);
    assert.equal(query.state.hasMore, false);
    clock.pass(1);
    assert.equal(calls[1]?.request.search, 'bc');
    await answer(['bcd']);
    assert.deepEqual([valuesOf(query.state), query.state.search], [['bcd'], 'bc']);
    assert.equal(query.state.generation, generation + 1);
  });

  it('shows at once what was searched for before', async () => {
    const {query, calls, clock, answer} = await loaded(['a'], 'x1');
    query.search('b');
    clock.pass(200);
    await answer(['b']);
    query.search('');
    assert.deepEqual([query.state.status, valuesOf(query.state)], ['complete', ['a']]);
    query.search('b');
    assert.deepEqual([query.state.status, valuesOf(query.state)], ['complete', ['b']]);
    assert.equal(calls.length, 2);
  });

  it('goes back to the list it left without losing its pages', async () => {
    const {query, calls, clock, answer} = await loaded(['a'], 'x1');
    query.more();
    await answer(['b'], 'x2');
    query.search('c');
    query.search('');
    clock.pass(1000);
    assert.deepEqual([query.state.status, valuesOf(query.state)], ['complete', ['a', 'b']]);
    assert.equal(query.state.hasMore, true);
    assert.equal(calls.length, 2);
  });

  it('drops the answer to a search that another one followed', async () => {
    const {query, calls, clock} = await loaded(['a']);
    query.search('b');
    clock.pass(200);
    query.search('c');
    clock.pass(200);
    calls[2]?.answer.resolve(answerOf(['c']));
    calls[1]?.answer.resolve(answerOf(['b']));
    await settled();
    assert.deepEqual([query.state.search, valuesOf(query.state)], ['c', ['c']]);
  });

  it('drops an answer that had arrived but was not read yet', async () => {
    const {query, store, calls, answer} = setUp();
    const second = new KnownList(store);
    query.subscribe(({status}) => {
      if (status === 'complete') second.search('b');
    });
    for (const one of [query, second]) {
      one.configure(config());
      one.load();
    }
    await answer(['a']);
    assert.equal(calls.length, 1);
    assert.deepEqual(
      [second.state.status, second.state.search, valuesOf(second.state)],
      ['pending', 'b', []],
    );
  });

  it('is left to the owner where the source gives everything at once', async () => {
    const {query, calls, clock} = await loaded(['a'], null, plain);
    assert.equal(query.searchable, false);
    query.search('b');
    clock.pass(200);
    assert.deepEqual([query.state.status, query.state.search], ['complete', '']);
    assert.equal(calls.length, 1);
  });

  it('begins by itself once a source turns out to have several pages', async () => {
    const {query, calls, answer} = setUp();
    query.configure(config({source: plain}));
    query.load();
    query.search('b');
    await answer(['a'], 'x1');
    assert.equal(calls[1]?.request.search, 'b');
    await answer(['b'], null);
    assert.equal(query.searchable, true);
    assert.deepEqual([query.state.status, query.state.search], ['complete', 'b']);
    assert.equal(calls.length, 2);
  });

  it('opens a list that nobody opened', () => {
    const {query, calls, clock} = setUp();
    query.configure(config());
    query.search('b');
    clock.pass(200);
    assert.equal(calls[0]?.request.search, 'b');
  });
});

describe('lists that depend on another value', () => {
  it('wait for it, and say for which', () => {
    const {query, calls} = setUp();
    for (const missing of [undefined, null, '']) {
      query.configure(config({parameters: team(missing)}));
      query.open();
      assert.ok(query.state.status === 'initial' && query.state.waitingFor === 'team');
    }
    assert.equal(calls.length, 0);
  });

  it('tell nobody twice that they wait', () => {
    const {query, states} = setUp();
    query.configure(config({parameters: team(undefined)}));
    const told = states.length;
    query.load();
    query.configure(config({parameters: team(undefined)}));
    query.load();
    assert.equal(states.length, told);
  });

  it('load once it is there', () => {
    const {query, calls} = setUp();
    query.configure(config({parameters: team('')}));
    query.open();
    query.configure(config({parameters: team(0)}));
    assert.deepEqual(calls[0]?.request.parameters, [
      {key: 'team', source: {type: 'VALUE', value: 0}},
    ]);
  });

  it('load without one that is not required', () => {
    const {query, calls} = setUp();
    query.configure(config({parameters: [{key: 'team', value: '', required: false}]}));
    query.open();
    assert.deepEqual(calls[0]?.request.parameters, []);
  });

  it('keep the old choices in sight until those for the new value are there', async () => {
    const {query, calls, answer} = setUp();
    query.configure(config({parameters: team(1)}));
    query.open();
    await answer(['a'], 'x1');
    query.configure(config({parameters: team(2)}));
    assert.deepEqual([query.state.status, valuesOf(query.state)], ['pending', ['a']]);
    assert.equal(query.state.hasMore, false);
    await answer(['b']);
    assert.deepEqual(valuesOf(query.state), ['b']);
    query.configure(config({parameters: team(2)}));
    assert.equal(calls.length, 2);
  });

  it('show nothing of the old value if those for the new one fail', async () => {
    const {query, answer, fail} = setUp();
    query.configure(config({parameters: team(1)}));
    query.open();
    await answer(['a']);
    query.configure(config({parameters: team(2)}));
    await fail();
    assert.deepEqual([query.state.status, valuesOf(query.state)], ['error', []]);
  });

  it('empty when the value goes', async () => {
    const {query, answer} = setUp();
    query.configure(config({parameters: team(1)}));
    query.open();
    await answer(['a']);
    query.configure(config({parameters: team(undefined)}));
    assert.deepEqual([query.state.status, valuesOf(query.state)], ['initial', []]);
  });
});

describe('failures', () => {
  it('carry a retry for what failed, with the old choices in sight', async () => {
    const {query, calls, answer, fail} = await loaded(['a'], 'x1');
    query.more();
    await fail();
    const {state} = query;
    assert.ok(state.status === 'error');
    assert.deepEqual([state.step, state.error.code, valuesOf(state)], ['next', 'unknown', ['a']]);
    query.more();
    assert.equal(calls.length, 2);
    state.retry();
    assert.equal(calls[2]?.request.cursor, 'x1');
    await answer(['b']);
    assert.deepEqual(valuesOf(query.state), ['a', 'b']);
  });

  it('of the first page are retried when the list is opened again, not when it is drawn again', async () => {
    const {query, calls, fail, answer} = setUp();
    query.configure(config());
    query.load();
    await fail();
    query.load();
    query.configure(config());
    assert.equal(calls.length, 1);
    query.open();
    await answer(['a']);
    assert.deepEqual(valuesOf(query.state), ['a']);
  });

  it('of a search leave the list to go back to', async () => {
    const {query, clock, fail} = await loaded(['a']);
    query.search('b');
    clock.pass(200);
    await fail();
    assert.deepEqual([query.state.status, valuesOf(query.state)], ['error', ['a']]);
    query.search('');
    assert.deepEqual([query.state.status, valuesOf(query.state)], ['complete', ['a']]);
  });

  it('end a list that is never answered', async () => {
    const {query, clock} = setUp();
    query.configure(config());
    query.load();
    clock.pass(30_000);
    await settled();
    assert.ok(query.state.status === 'error' && query.state.error.code === 'network');
  });
});

describe('labels', () => {
  it('outlive the page they came with', async () => {
    const {query, clock, answer} = await loaded(['a']);
    query.search('b');
    clock.pass(200);
    await answer(['b']);
    assert.equal(query.labelOf('a'), 'Label of a');
    assert.equal(query.labelOf('z'), undefined);
  });

  it('of another input with the same source are known before anything is loaded', async () => {
    const {store} = await loaded(['a']);
    const second = new KnownList(store);
    assert.equal(second.labelOf('a'), undefined);
    second.configure(config());
    assert.equal(second.labelOf('a'), 'Label of a');
  });
});

describe('a clear of the store', () => {
  it('empties the list, asks nothing, and loads when configured again', async () => {
    const {query, store, calls, answer} = await loaded(['old']);
    store.clear();
    assert.deepEqual([query.state.status, valuesOf(query.state)], ['initial', []]);
    assert.equal(query.labelOf('old'), undefined);
    assert.equal(calls.length, 1);
    query.configure(config());
    await answer(['new']);
    assert.deepEqual(valuesOf(query.state), ['new']);
  });

  it('forgets that the source had several pages', async () => {
    const {query, store} = await loaded(['a'], 'x1', plain);
    assert.equal(query.searchable, true);
    store.clear();
    assert.equal(query.searchable, false);
  });

  it('may be answered by configuring at once', async () => {
    const {query, store, calls, answer} = await loaded(['old']);
    query.subscribe(({status}) => {
      if (status === 'initial') query.configure(config());
    });
    store.clear();
    assert.equal(calls.length, 2);
    await answer(['new']);
    assert.deepEqual(valuesOf(query.state), ['new']);
  });

  it('is told to owners of choices at hand as well', () => {
    const {query, store, states} = setUp();
    query.configure(config({source: staticSource(['a'])}));
    store.clear();
    assert.equal(states.length, 2);
    assert.deepEqual(valuesOf(query.state), ['a']);
  });
});

describe('disposing', () => {
  it('silences answers, timers and further calls', async () => {
    const {query, calls, clock, states, store, answer} = await loaded(['a'], 'x1');
    query.search('b');
    const told = states.length;
    query.dispose();
    clock.pass(1000);
    store.clear();
    query.configure(config());
    query.load();
    query.open();
    query.more();
    query.retry();
    query.search('c');
    await answer(['late']);
    assert.equal(states.length, told);
    assert.equal(calls.length, 1);
  });

  it('ends the wait for what was superseded, so that nothing is held for it', () => {
    const {store, query, clock} = setUp();
    const signals: AbortSignal[] = [];
    const load = store.load.bind(store);
    store.load = (request, signal) => {
      signals.push(signal);
      return load(request, signal);
    };
    query.configure(config());
    query.load();
    query.search('b');
    clock.pass(200);
    const aborted = () => signals.map((signal) => signal.aborted);
    assert.deepEqual(aborted(), [true, false]);
    query.dispose();
    assert.deepEqual(aborted(), [true, true]);
  });

  it('leaves a load to those who share it', async () => {
    const {query, store, calls, answer} = setUp();
    const second = new KnownList(store);
    for (const one of [query, second]) {
      one.configure(config());
      one.load();
    }
    query.dispose();
    await answer(['a']);
    assert.equal(calls.length, 1);
    assert.deepEqual(valuesOf(second.state), ['a']);
  });
});

describe('a list whose answers became stale', () => {
  it('is asked for again, and stays as it is until the answer is here', async () => {
    const {query, store, calls, states, answer} = await loaded(['a', 'b']);
    const before = query.state;
    store.invalidate();
    assert.equal(calls.length, 2);
    assert.equal(query.state, before);
    await answer(['b', 'c']);
    assert.deepEqual(
      states.map(({status}) => status),
      ['initial', 'pending', 'complete', 'complete'],
    );
    assert.deepEqual(valuesOf(query.state), ['b', 'c']);
    assert.equal(query.state.generation, before.generation);
  });

  it('changes once, when all the pages that were there are here again', async () => {
    const {query, store, calls, answer} = await loaded(['a'], 'p');
    query.more();
    await answer(['b'], 'q');
    const before = query.state;
    store.invalidate();
    await answer(['a', 'new'], 'r');
    assert.equal(query.state, before);
    assert.equal(calls.at(-1)?.request.cursor, 'r');
    await answer(['b'], 's');
    assert.deepEqual(valuesOf(query.state), ['a', 'new', 'b']);
    assert.equal(query.state.hasMore, true);
    query.more();
    assert.equal(calls.at(-1)?.request.cursor, 's');
  });

  it('is no longer than its source, if that has fewer pages now', async () => {
    const {query, store, answer} = await loaded(['a'], 'p');
    query.more();
    await answer(['b']);
    store.invalidate();
    await answer(['a']);
    assert.deepEqual(valuesOf(query.state), ['a']);
    assert.equal(query.state.hasMore, false);
  });

  it('does not go on from the old pages meanwhile', async () => {
    const {query, store, calls, answer} = await loaded(['a'], 'p');
    store.invalidate();
    query.more();
    query.open();
    assert.equal(calls.length, 2);
    await answer(['x'], 'y');
    query.more();
    assert.equal(calls.at(-1)?.request.cursor, 'y');
  });

  it('drops an answer under way that may be older than the change', async () => {
    const {query, store, calls} = setUp();
    query.configure(config());
    query.load();
    store.invalidate();
    calls[0]?.answer.resolve(answerOf(['old']));
    calls[1]?.answer.resolve(answerOf(['new']));
    await settled();
    assert.deepEqual(valuesOf(query.state), ['new']);
  });

  it('stays when it cannot be loaded, and is asked for when it opens', async () => {
    const {query, store, calls, fail, answer} = await loaded(['a']);
    store.invalidate();
    await fail();
    assert.deepEqual([query.state.status, valuesOf(query.state)], ['complete', ['a']]);
    query.open();
    assert.equal(calls.length, 3);
    await answer(['b']);
    assert.deepEqual(valuesOf(query.state), ['b']);
  });

  it('says so when a page that was awaited cannot be loaded', async () => {
    const {query, store, calls, fail} = await loaded(['a'], 'p');
    query.more();
    store.invalidate();
    await fail();
    assert.equal(query.state.status, 'error');
    assert.deepEqual(valuesOf(query.state), ['a']);
    query.retry();
    assert.equal(calls.at(-1)?.request.cursor, undefined);
  });

  it('is tried again after a failure', async () => {
    const {query, store, fail, answer} = setUp();
    query.configure(config());
    query.load();
    await fail();
    store.invalidate();
    await answer(['a']);
    assert.deepEqual([query.state.status, valuesOf(query.state)], ['complete', ['a']]);
  });

  it('is not asked for if nobody wanted it', () => {
    const {query, store, calls} = setUp();
    query.configure(config());
    store.invalidate();
    assert.equal(calls.length, 0);
    assert.equal(query.state.status, 'initial');
  });

  it('is one request for all inputs that show it', async () => {
    const {store, query, calls, answer} = await loaded(['a']);
    const second = new KnownList(store);
    second.configure(config());
    second.load();
    store.invalidate();
    assert.equal(calls.length, 2);
    await answer(['b']);
    assert.equal(second.state.entries, query.state.entries);
  });
});
