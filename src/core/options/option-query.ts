import {listen, notify} from '../util/notify.js';
import {toPgError} from '../parse-error.js';
import {
  firstPage,
  missingParameter,
  type OptionQueryConfig,
  sameParameters,
  sameSource,
} from './option-config.js';
import {type OptionRequest, requestKey} from './option-request.js';
import type {OptionSource} from './option-source.js';
import {
  INITIAL_STATE,
  type OptionProgress,
  type OptionState,
  type OptionStep,
} from './option-state.js';
import type {OptionStore} from './option-store.js';
import type {OptionPage} from './option-types.js';
import {PageList, renew} from './page-list.js';
import {LatestTask} from '../util/latest-task.js';

/** Options of an {@link OptionQuery}. */
export interface OptionQueryOptions {
  /** Milliseconds of silence before a search is sent; 200 unless told. */
  readonly debounce?: number;
}

/**
 * The choices of one input: pages, search, parameters. The latest question wins, whatever order answers come in; what is
 * shown stays until there is something to replace it. After an `invalidate()` of the store that is the same list, asked for
 * again; after a `clear()` it is `initial` again and loads once its owner, who has to ask for the source anew, configures it.
 */
export class OptionQuery {
  readonly #store: OptionStore;
  readonly #debounce: number;
  readonly #listeners = new Set<(state: OptionState) => void>();
  readonly #ignoreStore: readonly (() => void)[];
  readonly #turn: LatestTask;
  #config: OptionQueryConfig | undefined;
  #state = INITIAL_STATE;
  #list: PageList | undefined;
  /** The list is that of other parameters. */
  #outdated = false;
  /** The list is from before a change: nothing may be added to it. */
  #stale = false;
  /** The source turned out to have several pages. */
  #paged = false;
  #generation = 0;
  #typed = '';
  /** Somebody asked for the choices. */
  #wanted = false;
  #disposed = false;

  constructor(store: OptionStore, {debounce = 200}: OptionQueryOptions = {}) {
    this.#store = store;
    this.#debounce = debounce;
    this.#turn = new LatestTask(store.after);
    this.#ignoreStore = [
      store.onClear(() => this.#onClear()),
      store.onInvalidate(() => this.#onInvalidate()),
    ];
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
    return source?.kind === 'remote' && (source.searchable || this.#paged);
  }

  /**
   * Says what to load; the same again changes nothing. Other parameters keep the old choices in sight until the new ones
   * are there, another source or account does not.
   */
  configure(config: OptionQueryConfig): void {
    if (this.#disposed) return;
    const previous = this.#config;
    this.#config = config;
    const kept = previous !== undefined && sameSource(previous, config);
    if (kept && sameParameters(previous, config)) {
      this.#resume();
      return;
    }
    this.#typed = '';
    if (kept) this.#outdated = true;
    else this.#forget();
    if (this.#wanted || config.source.kind === 'static') this.#ask();
    else this.#rest();
  }

  /** Loads the first page, unless that was done or tried. */
  load(): void {
    this.#wanted = true;
    this.#resume();
  }

  /** Loads what someone who opens the list needs: the first page, again if it failed or is no longer fresh. */
  open(): void {
    const {status} = this.#state;
    const question = this.#question();
    const isFresh = !question || this.#store.peek(question) === this.#list?.first;
    if (status === 'error') this.retry();
    else if (status === 'complete' && !this.#turn.isLoading && !isFresh) this.#begin('first');
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
    const {status, hasMore} = this.#state;
    if (status === 'complete' && hasMore && !this.#turn.isLoading) this.#begin('next');
  }

  /** Does again what failed. */
  retry(): void {
    if (this.#state.status === 'error') this.#begin(this.#state.step);
  }

  /** The label under which a value was seen, in this list or, for the same source and account, in any other. */
  labelOf(value: unknown): string | undefined {
    const question = this.#question();
    const known = this.#list?.labelOf(value);
    return known ?? (question && this.#store.labelOf(question, value));
  }

  /** Whether a value is among the choices that are loaded for the parameters as they are. */
  has(value: unknown): boolean {
    return !this.#outdated && this.#list?.labelOf(value) !== undefined;
  }

  /** Calls `listener` with every new state; returns its removal. */
  subscribe(listener: (state: OptionState) => void): () => void {
    return listen(this.#listeners, listener);
  }

  /** Stops for good. */
  dispose(): void {
    this.#disposed = true;
    this.#turn.stop();
    for (const ignore of this.#ignoreStore) ignore();
    this.#listeners.clear();
    this.#config = undefined;
  }

  get #search(): string {
    return this.searchable ? this.#typed : '';
  }

  #question(): OptionRequest | undefined {
    return this.#config && firstPage(this.#config, this.#search);
  }

  /** Starts what was asked for before it was possible. */
  #resume(): void {
    const possible = this.#config && missingParameter(this.#config) === undefined;
    if (possible && this.#wanted && this.#state.status === 'initial') this.#ask();
  }

  /** Makes the list answer the question as it is now. */
  #ask(delay = 0): void {
    const config = this.#config;
    if (!config) return;
    this.#turn.stop();
    if (config.source.kind === 'static') {
      this.#settle(new PageList('', '', config.source.page));
      return;
    }
    const question = this.#question();
    if (!question || missingParameter(config) !== undefined) this.#rest();
    else if (!this.#stale && this.#list?.question === requestKey(question))
      this.#settle(this.#list);
    else if (delay === 0 || this.#store.peek(question)) this.#begin('first');
    else {
      this.#turn.pause(delay, () => this.#begin('first'));
      this.#publish({status: 'pending', step: 'first'});
    }
  }

  #begin(wanted: OptionStep): void {
    this.#turn.stop();
    const question = this.#question();
    if (!question) return;
    const step = this.#stale ? 'first' : wanted;
    const cursor = step === 'next' ? (this.#list?.cursor ?? null) : null;
    const request = {...question, cursor};
    const ready = this.#store.peek(request);
    if (ready) {
      this.#receive(request, step, ready);
      return;
    }
    this.#turn.load(
      (signal) => {
        this.#publish({status: 'pending', step});
        return this.#store.load(request, signal);
      },
      (page) => this.#receive(request, step, page),
      (cause) => this.#fail(step, cause),
    );
  }

  #receive(request: OptionRequest, step: OptionStep, page: OptionPage): void {
    if (page.cursor !== null) this.#paged = true;
    let list = this.#list;
    if (step === 'next' && list) list.append(page);
    else list = new PageList(requestKey(request), request.search, page);
    this.#settle(list);
  }

  #settle(list: PageList): void {
    // An empty page that is not the last one would read as "nothing found"; and what was typed meanwhile counts once the
    // first page showed that there are others.
    const next = list.stalled ? 'next' : list.search === this.#search ? undefined : 'first';
    if (list !== this.#list) this.#generation += 1;
    this.#list = list;
    this.#outdated = false;
    this.#stale = false;
    if (next) this.#begin(next);
    else this.#publish({status: 'complete'});
  }

  /** Asks again for each page of a list. It changes at once, when all are here: until then nothing in it moves. */
  #renew(old: PageList, question: OptionRequest): void {
    this.#turn.load(
      (signal) => renew(old, (cursor) => this.#store.load({...question, cursor}, signal)),
      (list) => {
        // Not another list to its readers: they stay where they are in it.
        this.#list = list;
        this.#settle(list);
      },
      (cause) => {
        // What is shown as complete stays so, and is asked for again when it is opened.
        if (this.#state.status === 'pending') this.#fail(this.#state.step, cause);
        else this.#publish({status: 'complete'});
      },
    );
  }

  #fail(step: OptionStep, cause: unknown): void {
    // Nothing will replace the choices of other parameters now, and they must not be chosen.
    if (this.#outdated) this.#list = undefined;
    const retry = (): void => this.retry();
    this.#publish({status: 'error', step, error: toPgError(cause), retry});
  }

  #rest(): void {
    this.#turn.stop();
    this.#list = undefined;
    const waitingFor = this.#config && missingParameter(this.#config);
    this.#publish({status: 'initial', ...(waitingFor !== undefined && {waitingFor})});
  }

  #onClear(): void {
    this.#typed = '';
    // Choices at hand tell nothing of a user; the owner hears of the change all the same, and asks for the source anew.
    if (this.kind === 'static') {
      this.#publish({status: 'complete'});
      return;
    }
    this.#forget();
    this.#rest();
  }

  #onInvalidate(): void {
    const {status} = this.#state;
    const question = this.#question();
    this.#stale = this.#list !== undefined;
    // A search that waits for the typing to pause asks anew anyway.
    if (status === 'initial' || !question || this.#turn.isPausing) return;
    const list = this.#list?.question === requestKey(question) ? this.#list : undefined;
    if (list && status !== 'error') this.#renew(list, question);
    else this.#begin('first');
  }

  #forget(): void {
    this.#list = undefined;
    this.#outdated = false;
    this.#paged = false;
  }

  #publish(progress: OptionProgress): void {
    const list = this.#list;
    const question = this.#question();
    const current = question !== undefined && list?.question === requestKey(question);
    this.#state = {
      ...progress,
      entries: list?.entries ?? INITIAL_STATE.entries,
      nested: list?.nested ?? INITIAL_STATE.nested,
      hasMore: current && list.cursor !== null,
      search: this.#search,
      generation: this.#generation,
    };
    notify(this.#listeners, this.#state);
  }
}
