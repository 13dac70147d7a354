import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {PgError} from '../../src/core/errors.js';
import type {OptionRequest} from '../../src/core/options/option-request.js';
import {requestKey} from '../../src/core/options/option-request.js';
import {OptionStore, type OptionStoreOptions} from '../../src/core/options/option-store.js';
import {deferred} from '../support/deferred.js';
import {
  answerOf,
  Clock,
  input,
  loaderMembers,
  remoteSource,
  scriptedSdk,
  settled,
} from './options-double.js';

const source = await remoteSource();
const loader = await remoteSource(loaderMembers);

const request = (members: Partial<OptionRequest> = {}): OptionRequest => ({
  integration: 'slack',
  source,
  credentialId: 'one',
  parameters: [],
  search: '',
  cursor: null,
  ...members,
});

function setUp(options: Partial<OptionStoreOptions> = {}) {
  const {sdk, calls} = scriptedSdk();
  const clock = new Clock();
  const failures: PgError[] = [];
  const onFailure = (error: PgError) => failures.push(error);
  const {now, after} = clock;
  const store = new OptionStore({sdk, now, after, onFailure, ...options});
  const load = (asked = request(), signal = new AbortController().signal) =>
    store.load(asked, signal);
  return {store, calls, clock, failures, load};
}

describe('asking the SDK', () => {
  it('always names the account, and the parameters as the SDK wants them', () => {
    const {load, calls} = setUp();
    void load(request({parameters: [{key: 'team', value: 7}], search: 'ab', cursor: 'next'}));
    assert.deepEqual(calls[0]?.request, {
      integration: 'slack',
      source: source.source,
      action: source.cacheKey,
      parameters: [{key: 'team', source: {type: 'VALUE', value: 7}}],
      search: 'ab',
      cursor: 'next',
      selectedCredentialId: 'one',
    });
  });

  it('leaves out what is not there', () => {
    const {load, calls} = setUp();
    void load(request({credentialId: undefined}));
    assert.deepEqual(calls[0]?.request, {
      integration: 'slack',
      source: source.source,
      action: source.cacheKey,
      parameters: [],
    });
  });

  it('gives the backend its numeric cursor back, and a loader a text, which the SDK does not drop', () => {
    const {load, calls} = setUp();
    void load(request({cursor: 2}));
    void load(request({source: loader, cursor: 2, integration: 'teams'}));
    assert.deepEqual(
      calls.map((call) => call.request.cursor),
      [2, '2'],
    );
  });

  it('fails with answer-malformed where the SDK trips over an answer', async () => {
    const {load, calls, failures} = setUp();
    const loading = load();
    calls[0]?.answer.reject(
      new TypeError("Cannot read properties of undefined (reading 'records')"),
    );
    await assert.rejects(loading, {code: 'answer-malformed'});
    const again = load();
    calls[1]?.answer.resolve(undefined);
    await assert.rejects(again, {code: 'answer-malformed'});
    assert.equal(failures.length, 2);
  });

  it('knows how a choice was called that is gone from its list', async () => {
    const {store, load, calls, clock} = setUp();
    for (const [at, values] of [['a', 'b'], ['b'], ['b', 'c']].entries()) {
      const loading = load();
      calls[at]?.answer.resolve(answerOf(values));
      await loading;
      clock.pass(60_000);
    }
    assert.deepEqual(
      ['a', 'b', 'c'].map((value) => store.labelOf(request(), value)),
      ['Label of a', 'Label of b', 'Label of c'],
    );
  });

  it('fails with answer-malformed where the SDK trips over what it knows of a source', async () => {
    const {sdk} = scriptedSdk({
      getSourcesForInput: () => {
        throw new TypeError("Cannot read properties of undefined (reading 'cacheKey')");
      },
    });
    const {store} = setUp({sdk});
    await assert.rejects(store.sourceOf('slack', input), {
      code: 'answer-malformed',
      detail: undefined,
    });
  });

  it('takes a TypeError of fetch for what it is', async () => {
    const {load, calls} = setUp();
    const loading = load();
    calls[0]?.answer.reject(new TypeError('Failed to fetch'));
    await assert.rejects(loading, {code: 'network'});
  });

  it('fails where the SDK throws at once', async () => {
    const {sdk} = scriptedSdk({
      getFieldOptions: () => {
        throw new Error('no user was authenticated');
      },
    });
    const store = new OptionStore({sdk, after: new Clock().after});
    await assert.rejects(store.load(request(), new AbortController().signal), {code: 'signed-out'});
  });

  it('ends a call that is not answered in time, and has its answer for the next who asks', async () => {
    const {load, calls, clock, store, failures} = setUp();
    const loading = load();
    clock.pass(14_000);
    await assert.rejects(loading, {code: 'network'});
    calls[0]?.answer.resolve(answerOf(['late']));
    await settled();
    assert.equal(store.peek(request())?.values.size, 1);
    assert.equal(failures.length, 1);
    void load();
    assert.equal(calls.length, 1);
  });

  it('drops an answer that comes after its time where it is stale by then', async () => {
    for (const forget of ['clear', 'invalidate'] as const) {
      const {load, calls, clock, store} = setUp();
      const loading = load();
      clock.pass(14_000);
      await assert.rejects(loading, {code: 'network'});
      store[forget]();
      calls[0]?.answer.resolve(answerOf(['late']));
      await settled();
      assert.equal(store.peek(request()), undefined);
    }
  });

  it('leaves no timer behind', async () => {
    const {load, calls, clock, store} = setUp();
    const [first, second, third] = [
      load(),
      load(request({search: 'a'})),
      load(request({search: 'b'})),
    ];
    calls[0]?.answer.resolve(answerOf([]));
    calls[1]?.answer.reject(new Error('refused'));
    await first;
    await assert.rejects(second);
    store.clear();
    await assert.rejects(third, {code: 'aborted'});
    assert.equal(clock.timers, 0);
  });
});

describe('sharing answers', () => {
  it('makes one call of questions under way, and gives all the same page', async () => {
    const {load, calls} = setUp();
    const loads = Array.from({length: 50}, () => load(request()));
    calls[0]?.answer.resolve(answerOf(['a']));
    const pages = await Promise.all(loads);
    assert.equal(calls.length, 1);
    assert.equal(new Set(pages).size, 1);
  });

  it('keeps an answer for a minute', async () => {
    const {load, calls, clock, store} = setUp();
    const first = load();
    calls[0]?.answer.resolve(answerOf(['a']));
    await first;
    clock.pass(59_999);
    assert.equal(await load(), await first);
    clock.pass(1);
    assert.equal(store.peek(request()), undefined);
    void load();
    assert.equal(calls.length, 2);
  });

  it('trusts no age after the clock was set back', async () => {
    let time = 1000;
    const {load, calls, store} = setUp({now: () => time});
    const first = load();
    calls[0]?.answer.resolve(answerOf(['a']));
    await first;
    time = 500;
    assert.equal(store.peek(request()), undefined);
  });

  it('keeps the most recently used pages only', async () => {
    const {load, calls, store} = setUp({capacity: 2});
    const ask = async (search: string): Promise<void> => {
      const loading = load(request({search}));
      calls.at(-1)?.answer.resolve(answerOf([search]));
      await loading;
    };
    await ask('a');
    await ask('b');
    store.peek(request({search: 'a'}));
    await ask('c');
    const kept = ['a', 'b', 'c'].filter((search) => store.peek(request({search})));
    assert.deepEqual(kept, ['a', 'c']);
  });

  it('does not keep an error', async () => {
    const {load, calls, failures} = setUp();
    const loads = [load(), load()];
    calls[0]?.answer.reject(new Error('{"message":"Slow down","status":429}'));
    for (const loading of loads)
      await assert.rejects(loading, {code: 'refused', detail: 'Slow down'});
    assert.equal(failures.length, 1);
    void load();
    assert.equal(calls.length, 2);
  });

  it('tells questions apart that look alike', () => {
    const keys = [
      request(),
      request({credentialId: undefined}),
      request({credentialId: ''}),
      request({integration: 'slack","x'}),
      request({search: 'a'}),
      request({cursor: 'a'}),
      request({cursor: 1}),
      request({cursor: '1'}),
      request({parameters: [{key: 'a', value: 1}]}),
      request({parameters: [{key: 'a', value: '1'}]}),
      request({parameters: [{key: 'a,b', value: ['c']}]}),
      request({parameters: [{key: 'a', value: ['b', 'c']}]}),
      request({source: {...source, key: 'x'}}),
    ].map(requestKey);
    assert.equal(new Set(keys).size, keys.length);
  });

  it('asks a loader the same with a number and its text', () => {
    const asked = (cursor: string | number): string =>
      requestKey(request({source: loader, cursor}));
    assert.equal(asked(1), asked('1'));
  });
});

describe('leaving a load', () => {
  it('tells only who left', async () => {
    const {load, calls} = setUp();
    const leaving = new AbortController();
    const left = load(request(), leaving.signal);
    const stayed = load();
    leaving.abort();
    await assert.rejects(left, {code: 'aborted'});
    calls[0]?.answer.resolve(answerOf(['a']));
    assert.equal((await stayed).entries.length, 1);
  });

  it('keeps an answer nobody waits for any more', async () => {
    const {load, calls, store} = setUp();
    const leaving = new AbortController();
    const left = load(request(), leaving.signal);
    leaving.abort();
    await assert.rejects(left, {code: 'aborted'});
    calls[0]?.answer.resolve(answerOf(['a']));
    await settled();
    assert.equal(store.peek(request())?.entries.length, 1);
  });

  it('asks nothing for a signal that is aborted already', async () => {
    const {load, calls} = setUp();
    await assert.rejects(load(request(), AbortSignal.abort()), {code: 'aborted'});
    assert.equal(calls.length, 0);
  });
});

describe('forgetting', () => {
  it('drops every answer but no label when answers became stale', async () => {
    const {store, load, calls} = setUp();
    const loading = load();
    calls[0]?.answer.resolve(answerOf(['a']));
    await loading;
    store.invalidate();
    assert.equal(store.peek(request()), undefined);
    assert.equal(store.labelOf(request(), 'a'), 'Label of a');
  });

  it('delivers an invalidated answer under way, but neither keeps nor shares it', async () => {
    const {store, load, calls} = setUp();
    const old = load();
    store.invalidate();
    const fresh = load();
    assert.equal(calls.length, 2);
    calls[1]?.answer.resolve(answerOf(['new']));
    calls[0]?.answer.resolve(answerOf(['old']));
    assert.ok((await old).values.has('"old"'));
    assert.ok((await fresh).values.has('"new"'));
    assert.equal(store.peek(request()), await fresh);
  });

  it('keeps no answer that is older than its becoming stale, whichever comes first', async () => {
    const {store, load, calls} = setUp();
    const old = load();
    store.invalidate();
    const fresh = load();
    calls[0]?.answer.resolve(answerOf(['old']));
    await old;
    assert.equal(store.peek(request()), undefined);
    const joined = load();
    assert.equal(calls.length, 2);
    calls[1]?.answer.resolve(answerOf(['new']));
    assert.equal(await joined, await fresh);
    assert.ok((await fresh).values.has('"new"'));
    assert.equal(store.peek(request()), await fresh);
  });

  it('asks anew after a failure that is older than its becoming stale, once', async () => {
    const {store, load, calls} = setUp();
    const old = load();
    store.invalidate();
    const fresh = load();
    calls[0]?.answer.reject(new Error('Too late.'));
    await assert.rejects(old);
    const joined = load();
    assert.equal(calls.length, 2);
    calls[1]?.answer.resolve(answerOf(['new']));
    assert.equal(await joined, await fresh);
  });

  it('ends every load when it clears, and drops what arrives later', async () => {
    const {store, load, calls, failures} = setUp();
    const loads = [load(), load(request({search: 'x'}))];
    store.invalidate();
    loads.push(load());
    store.clear();
    for (const loading of loads) await assert.rejects(loading, {code: 'aborted'});
    calls[0]?.answer.resolve(answerOf(['a']));
    calls[1]?.answer.reject(new Error('no user was authenticated'));
    calls[2]?.answer.resolve(answerOf(['a']));
    await settled();
    assert.equal(store.peek(request()), undefined);
    assert.equal(store.labelOf(request(), 'a'), undefined);
    assert.deepEqual(failures, []);
  });

  it('does not join a call of before the clear', async () => {
    const {store, load, calls} = setUp();
    const old = load();
    store.clear();
    const fresh = load();
    await assert.rejects(old, {code: 'aborted'});
    calls[0]?.answer.resolve(answerOf(['old']));
    await settled();
    calls[1]?.answer.resolve(answerOf(['new']));
    assert.ok((await fresh).values.has('"new"'));
    assert.equal(store.peek(request()), await fresh);
  });

  it('tells its listeners of a clear until they leave', () => {
    const {store} = setUp();
    let told = 0;
    const leave = store.onClear(() => (told += 1));
    store.clear();
    leave();
    store.clear();
    assert.equal(told, 1);
  });
});

describe('labels', () => {
  it('are remembered for the source and the account, whatever was asked', async () => {
    const {store, load, calls} = setUp();
    const loading = load(request({search: 'a', parameters: [{key: 'team', value: 1}]}));
    calls[0]?.answer.resolve(answerOf([5]));
    await loading;
    assert.equal(store.labelOf(request(), 5), 'Label of 5');
    assert.equal(store.labelOf(request(), '5'), undefined);
    assert.equal(store.labelOf(request({credentialId: 'two'}), 5), undefined);
  });
});

describe('a call that was refused because the session had expired', () => {
  const refused = (): Error =>
    new Error(JSON.stringify({message: 'Unauthorized', statusCode: 401}));

  it('is made again once the session is renewed', async () => {
    const {load, calls} = setUp({renew: () => Promise.resolve(true)});
    const loading = load();
    calls[0]?.answer.reject(refused());
    await settled();
    calls[1]?.answer.resolve(answerOf(['a']));
    assert.equal((await loading).entries.length, 1);
  });

  it('is not made for whoever is signed in then', async () => {
    const renewal = deferred<boolean>();
    const {store, load, calls} = setUp({renew: () => renewal.promise});
    const loading = load();
    calls[0]?.answer.reject(refused());
    await settled();
    store.clear();
    renewal.resolve(true);
    await assert.rejects(loading, {code: 'aborted'});
    await settled();
    assert.equal(calls.length, 1);
  });
});
