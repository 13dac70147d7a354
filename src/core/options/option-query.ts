import {toPgError} from '../parse-error.js';
import {type OptionParameter, type OptionRequest, requestKey} from './option-request.js';
import type {OptionSource, RemoteSource} from './option-source.js';
import type {OptionProgress, OptionState, OptionStep} from './option-state.js';
import type {OptionStore} from './option-store.js';
import type {OptionPage} from './option-types.js';
import {PageList} from './page-list.js';
import {valueKey} from './value-key.js';

/** A parameter of a list, and whether the list makes sense without it. */
export interface OptionQueryParameter extends OptionParameter {
  /** Missing means required: the list waits until there is a value. */
  readonly required?: boolean;
}

/** What an {@link OptionQuery} loads. */
export interface OptionQueryConfig {
  readonly integration: string;
  readonly credentialId?: string | undefined;
  readonly source: OptionSource;
  readonly parameters?: readonly OptionQueryParameter[];
}

/** Options of an {@link OptionQuery}. */
export interface OptionQueryOptions {
  /** Milliseconds of silence before a search is sent; 200 unless told. */
  readonly debounce?: number;
}

/**
 * The choices of one input: pages, search, parameters. The latest question wins, whatever order answers come in; what is
 * shown stays until there is something to replace it. After a `clear()` of the store it is `initial` again and loads once
 * its owner, who has to ask for the source anew, configures it.
 */
export class OptionQuery {
  readonly #store: OptionStore;
  readonly #debounce: number;
  readonly #listeners = new Set<(state: OptionState) => void>();
  readonly #ignoreClear: () => void;
  #config: OptionQueryConfig | undefined;
  #state: OptionState = {
    status: 'initial',
    entries: [],
    nested: [],
    hasMore: false,
    search: '',
    generation: 0,
  };
  #list: PageList | undefined;
  #typed = '';
  #wanted = false;
  #generation = 0;
  #load: AbortController | undefined;
  #cancelDebounce: (() => void) | undefined;

  constructor(store: OptionStore, {debounce = 200}: OptionQueryOptions = {}) {
    this.#store = store;
    this.#debounce = debounce;
    this.#ignoreClear = store.onClear(() => this.#onClear());
  }

  get state(): OptionState {
    return this.#state;
  }

  /** `static` choices are all at hand; the owner searches them itself. */
  get kind(): OptionSource['kind'] | undefined {
    return this.#config?.source.kind;
  }

  /** Whether `search` asks the source. A list that has several pages is searched there: here are only some of them. */
  get searchable(): boolean {
    const source = this.#config?.source;
    if (source?.kind !== 'remote') return false;
    return source.searchable || (this.#list !== undefined && this.#list.first.cursor !== null);
  }

  /**
   * Says what to load; the same again changes nothing. Other parameters keep the old choices in sight until the new ones
   * are there, another source or account does not.
   */
  configure(config: OptionQueryConfig): void {
    const previous = this.#config;
    this.#config = config;
    const sameSource = previous !== undefined && scopeKey(previous) === scopeKey(config);
    if (sameSource && parametersKey(previous) === parametersKey(config)) {
      if (this.#wanted && this.#state.status === 'initial') this.#ask();
      return;
    }
    this.#typed = '';
    if (!sameSource || !this.#wanted) this.#list = undefined;
    if (this.#wanted || config.source.kind === 'static') this.#ask();
    else this.#rest();
  }

  /** Loads the first page, unless that was done or tried. */
  load(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    this.#ask();
  }

  /** Loads what someone who opens the list needs: the first page, again if it failed or is no longer fresh. */
  open(): void {
    const {status} = this.#state;
    if (status === 'error') this.retry();
    else if (status === 'complete' && this.#isStale()) this.#begin('first');
    else this.load();
  }

  /** Asks the source for what matches a text, once the typing pauses. Ignored where {@link searchable} is false. */
  search(text: string): void {
    const before = this.#search;
    this.#typed = text.trim();
    if (this.#search === before) return;
    this.#wanted = true;
    this.#ask(this.#debounce);
  }

  /** Loads the next page. Ignored while something is loading, after a failure, and at the end. */
  more(): void {
    if (this.#state.status === 'complete' && this.#state.hasMore) this.#begin('next');
  }

  /** Does again what failed. */
  retry(): void {
    if (this.#state.status === 'error') this.#begin(this.#state.step);
  }

  /** The label under which a value was seen, in this list or, for the same source and account, in any other. */
  labelOf(value: unknown): string | undefined {
    const remote = this.#remote();
    return this.#list?.labelOf(value) ?? (remote ? this.#store.labelOf(remote, value) : undefined);
  }

  /** Calls `listener` with every new state; returns its removal. */
  subscribe(listener: (state: OptionState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Stops for good. */
  dispose(): void {
    this.#stop();
    this.#ignoreClear();
    this.#listeners.clear();
    this.#config = undefined;
  }

  get #search(): string {
    return this.searchable ? this.#typed : '';
  }

  /** Makes the list answer the question as it is now. */
  #ask(delay = 0): void {
    const config = this.#config;
    if (!config) return;
    this.#stop();
    if (config.source.kind === 'static') {
      this.#replace(new PageList('', '', config.source.page));
      return this.#publish({status: 'complete'});
    }
    const request = this.#request();
    if (!request || missingParameter(config) !== undefined) return this.#rest();
    if (this.#list?.question === requestKey(request)) return this.#settle();
    if (delay === 0 || this.#store.peek(request)) return this.#begin('first');
    this.#publish({status: 'pending', step: 'first'});
    this.#cancelDebounce = this.#store.after(delay, () => this.#begin('first'));
  }

  #begin(step: OptionStep): void {
    this.#stop();
    const request = this.#request(step === 'next' ? this.#list : undefined);
    if (!request) return;
    const ready = this.#store.peek(request);
    if (ready) return this.#receive(request, step, ready);
    const load = new AbortController();
    this.#load = load;
    this.#publish({status: 'pending', step});
    this.#store.load(request, load.signal).then(
      (page) => {
        if (this.#load === load) this.#receive(request, step, page);
      },
      (cause: unknown) => {
        if (this.#load !== load) return;
        this.#load = undefined;
        const retry = (): void => this.retry();
        this.#publish({status: 'error', step, error: toPgError(cause), retry});
      },
    );
  }

  #receive(request: OptionRequest, step: OptionStep, page: OptionPage): void {
    this.#load = undefined;
    if (step === 'next') this.#list?.append(page);
    else this.#replace(new PageList(requestKey(request), request.search, page));
    this.#settle();
  }

  #settle(): void {
    const list = this.#list;
    // An empty page that is not the last one would read as "nothing found".
    if (list?.stalled) return this.#begin('next');
    // What was typed meanwhile counts once the first page showed that there are others.
    if (list && list.search !== this.#search) return this.#begin('first');
    this.#publish({status: 'complete'});
  }

  #replace(list: PageList): void {
    this.#list = list;
    this.#generation += 1;
  }

  #onClear(): void {
    this.#stop();
    this.#typed = '';
    if (this.kind === 'static') return this.#publish({status: 'complete'});
    this.#rest();
  }

  #rest(): void {
    this.#stop();
    this.#list = undefined;
    const waitingFor = this.#config && missingParameter(this.#config);
    this.#publish({status: 'initial', ...(waitingFor !== undefined && {waitingFor})});
  }

  #stop(): void {
    this.#cancelDebounce?.();
    this.#cancelDebounce = undefined;
    this.#load?.abort();
    this.#load = undefined;
  }

  #remote(): (OptionQueryConfig & {readonly source: RemoteSource}) | undefined {
    const config = this.#config;
    return config?.source.kind === 'remote' ? {...config, source: config.source} : undefined;
  }

  #request(after?: PageList): OptionRequest | undefined {
    const config = this.#remote();
    if (!config) return undefined;
    const {integration, credentialId, source, parameters = []} = config;
    return {
      integration,
      credentialId,
      source,
      parameters: parameters.filter(({value}) => !isMissing(value)),
      search: this.#search,
      cursor: after?.cursor ?? null,
    };
  }

  #isStale(): boolean {
    const request = this.#request();
    return request !== undefined && this.#store.peek(request) !== this.#list?.first;
  }

  #publish(progress: OptionProgress): void {
    const list = this.#list;
    const request = this.#request();
    const current = request !== undefined && list?.question === requestKey(request);
    this.#state = {
      ...progress,
      entries: list?.entries ?? [],
      nested: list?.nested ?? [],
      hasMore: current && list.cursor !== null,
      search: this.#search,
      generation: this.#generation,
    };
    for (const listener of [...this.#listeners]) listener(this.#state);
  }
}

function missingParameter({parameters = []}: OptionQueryConfig): string | undefined {
  return parameters.find(({value, required}) => required !== false && isMissing(value))?.key;
}

/** The SDK refuses a loader's question without its parent's value, and a backend answers with anything. */
function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function parametersKey({parameters = []}: OptionQueryConfig): string {
  return valueKey(parameters.map(({key, value, required}) => [key, value, required !== false]));
}

function scopeKey({integration, credentialId, source}: OptionQueryConfig): string {
  const asked = source.kind === 'static' ? source.page.entries : source.key;
  return valueKey([integration, credentialId, source.kind, asked]);
}
