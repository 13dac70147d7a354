import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {OptionList} from '../../src/core/options/option-list.js';
import type {ListConfig, OptionState} from '../../src/core/options/option-request.js';
import type {OptionStore} from '../../src/core/options/option-store.js';
import type {RemoteSource} from '../../src/core/options/option-source.js';
import {resolveSources} from '../../src/core/options/option-source.js';
import type {
  ConnectInput,
  ConnectSdk,
  SdkDataSource,
  SdkOptionPage,
  SdkOptionRequest,
} from '../../src/core/sdk.js';
import {type Deferred, deferred} from '../support/deferred.js';

export interface Call {
  readonly request: SdkOptionRequest;
  readonly answer: Deferred<unknown>;
}

/** An SDK whose answers a test gives by hand. */
export function scriptedSdk(members: Partial<ConnectSdk> = {}): {sdk: ConnectSdk; calls: Call[]} {
  const calls: Call[] = [];
  const getFieldOptions = (request: object): Promise<SdkOptionPage> => {
    const answer = deferred<unknown>();
    calls.push({request: request as SdkOptionRequest, answer});
    return answer.promise as Promise<SdkOptionPage>;
  };
  return {sdk: {getFieldOptions, ...members} as ConnectSdk, calls};
}

/** Time that passes when a test says so. */
export class Clock {
  #time = 0;
  readonly #timers = new Map<() => void, number>();

  readonly now = (): number => this.#time;

  readonly after = (ms: number, task: () => void): (() => void) => {
    const run = (): void => task();
    this.#timers.set(run, this.#time + ms);
    return () => this.#timers.delete(run);
  };

  get timers(): number {
    return this.#timers.size;
  }

  pass(ms: number): void {
    this.#time += ms;
    for (const [run, due] of this.#timers) {
      if (due > this.#time) continue;
      this.#timers.delete(run);
      run();
    }
  }
}

/** Lets everything that already has its answer go on. */
export async function settled(): Promise<void> {
  await setImmediate();
}

export function answerOf(
  values: readonly unknown[],
  nextPageCursor: string | null = null,
): SdkOptionPage {
  const data = values.map((value) => ({value, label: `Label of ${String(value)}`}));
  return {data, nestedData: [], nextPageCursor};
}

export const input: ConnectInput = {id: 'channel', type: 'DYNAMIC_ENUM', sourceType: 'channels'};

/** A source as the store resolves it. */
export async function remoteSource(members: Partial<SdkDataSource> = {}): Promise<RemoteSource> {
  const source = {type: 'DYNAMIC_DATA_SOURCE', cacheKey: 'channels', ...members};
  const {sdk} = scriptedSdk({getSourcesForInput: () => ({kind: 'single', source})});
  const sources = await resolveSources(sdk, 'slack', input);
  if (sources.kind !== 'single' || sources.source.kind !== 'remote') throw new Error('not remote');
  return sources.source;
}

/** Members that the SDK adds to the source of a host's dropdown loader. */
export const loaderMembers = {
  refreshDependencies: [],
  mapRefreshToValues: (values: unknown) => values,
  getRefreshActionParameters: () => ({}),
};

/** A list whose source is known, and whoever looks on. */
export class KnownList extends OptionList {
  readonly #store: OptionStore;
  readonly #listeners: Set<(state: OptionState) => void>;

  constructor(store: OptionStore) {
    const listeners = new Set<(state: OptionState) => void>();
    super(
      () => assert.fail('nobody looks for the source'),
      (state) => {
        for (const listener of [...listeners]) listener(state);
      },
    );
    this.#store = store;
    this.#listeners = listeners;
  }

  configure(config: ListConfig): void {
    this.show(this.#store, config);
  }

  subscribe(listener: (state: OptionState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
