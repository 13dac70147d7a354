import {PgError} from '../errors.js';
import {toPgError} from '../answers.js';
import type {ConnectInput} from '../sdk.js';
import type {SessionState} from '../session/ports.js';
import {LatestTask} from '../util/latest-task.js';
import type {OptionPage} from './option-page.js';
import {
  firstPage,
  type InputParameters,
  INITIAL_STATE,
  type ListConfig,
  type ListParameter,
  missingParameter,
  type OptionProgress,
  type OptionRequest,
  type OptionState,
  type OptionStep,
  parametersFor,
  type Parents,
  type PickSource,
  requestKey,
  sameParameters,
  sameSource,
} from './option-request.js';
import type {OptionSource} from './option-source.js';
import {getOptionStore, type OptionPorts, type OptionStore} from './option-store.js';
import {PageList, renew} from './page-list.js';

/** What a list asks of a session. */
export type ListSession = OptionPorts &
  Pick<SessionState, 'snapshot'> & {
    /** Starts over where nobody is signed in. */
    retry(): Promise<void>;
  };

/** The field that shows a list. */
export interface ListPlace {
  readonly session: ListSession | undefined;
  /** There is no session, and none is on its way. */
  readonly isAlone: boolean;
  readonly integration: string | undefined;
  readonly credentialId: string | undefined;
  /** Why there is no account to ask for: choices that belong to one are not asked for another. */
  readonly accountError?: PgError | undefined;
  readonly input: ConnectInput;
  readonly parameters: InputParameters | undefined;
}

/** How long the typing has to pause before a search is sent. Milliseconds. */
const DEBOUNCE = 200;
const LOOKING: OptionState = {...INITIAL_STATE, status: 'pending', step: 'source'};
const NO_PARENTS: Parents = new Map();
const SIGNED_OUT = new PgError('signed-out', 'Nobody is signed in.');

/**
 * The choices of one list of an input: where they come from, pages, search, parameters. The latest question wins, whatever order
 * answers come in; what is shown stays until there is something to replace it. After an `invalidate()` of the store that is the
 * same list, asked for again; after a `clear()` it is `initial` again, and where it comes from is asked anew.
 */
export class OptionList {
  readonly #pick: PickSource;
  readonly #onChange: (state: OptionState) => void;
  #store: OptionStore | undefined;
  #ignoreStore: readonly (() => void)[] = [];
  #task: LatestTask | undefined;
  #place: ListPlace | undefined;
  /** Whose the account of the place is. */
  #user: string | undefined;
  #parents = NO_PARENTS;
  /** The newest look for the source: what others find counts for nothing. */
  #looking: object | undefined;
  #source: OptionSource | undefined;
  #parameters: readonly ListParameter[] | undefined;
  #config: ListConfig | undefined;
  #state = LOOKING;
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

  /** @param pick which list of the input is meant */
  constructor(pick: PickSource, onChange: (state: OptionState) => void) {
    this.#pick = pick;
    this.#onChange = onChange;
  }

  get state(): OptionState {
    return this.#state;
  }

  /** Where the choices come from, once that is known. */
  get source(): OptionSource | undefined {
    return this.#source;
  }

  /** What the list depends on, with the values as they are; undefined until the source is known. */
  get parameters(): readonly ListParameter[] | undefined {
    return this.#parameters;
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

  /** Follows a field; the same again does nothing. */
  follow(place: ListPlace, parents: Parents = NO_PARENTS): void {
    if (this.#disposed) return;
    const {session, integration, input} = place;
    const obstacle = obstacleOf(place);
    if (!session || integration === undefined || obstacle) {
      this.#reset();
      this.#state = {...INITIAL_STATE, ...(obstacle ?? {status: 'none'})};
      return;
    }
    const before = this.#place;
    if (before?.session !== session) this.#reset();
    this.#place = place;
    this.#user = session.snapshot.userId;
    this.#parents = parents;
    if (before?.session !== session || before.integration !== integration || before.input !== input)
      void this.#findSource(getOptionStore(session), integration, input);
    else this.#configure();
  }

  /**
   * Says what to load where the source is known; the same again changes nothing. Other parameters keep the old choices in sight
   * until the new ones are there, another source or account does not.
   */
  show(store: OptionStore, config: ListConfig): void {
    if (this.#disposed) return;
    this.#attach(store);
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
    const isFresh = !question || this.#store?.peek(question) === this.#list?.first;
    if (status === 'error') this.retry();
    else if (status === 'complete' && !this.#task?.isLoading && !isFresh) this.#begin('first');
    else this.load();
  }

  /** Asks the source for what matches a text, once the typing pauses. Ignored where {@link searchable} is false. */
  search(text: string): void {
    const before = this.#search;
    this.#typed = text.trim();
    if (this.#search === before) return;
    this.#wanted = true;
    this.#ask(DEBOUNCE);
  }

  /** Loads the next page. Ignored while something is loading, after a failure, and at the end. */
  more(): void {
    const {status, hasMore} = this.#state;
    if (status === 'complete' && hasMore && !this.#task?.isLoading) this.#begin('next');
  }

  /** Does again what failed. */
  retry(): void {
    if (this.#state.status === 'error') this.#state.retry();
  }

  /** The label under which a value was seen, in this list or, for the same source and account, in any other. */
  labelOf(value: unknown): string | undefined {
    const known = this.#list?.labelOf(value);
    if (known !== undefined) return known;
    const question = this.#question();
    return question && this.#store?.labelOf(question, value);
  }

  /** Whether a value is among the choices that are loaded for the parameters as they are. */
  has(value: unknown): boolean {
    return !this.#outdated && this.#list?.labelOf(value) !== undefined;
  }

  /** Stops for good. */
  dispose(): void {
    this.#reset();
    this.#disposed = true;
  }

  get #search(): string {
    return this.searchable ? this.#typed : '';
  }

  #question(): OptionRequest | undefined {
    const {session, credentialId} = this.#place ?? {};
    // The field is not told yet that it has no account of the user of now, or has left the page.
    if (credentialId !== undefined && this.#user !== session?.snapshot.userId) return undefined;
    return this.#config && firstPage(this.#config, this.#search);
  }

  #attach(store: OptionStore): void {
    if (this.#store === store) return;
    this.#store = store;
    this.#task = new LatestTask(store.after);
    this.#ignoreStore = [
      store.onClear(() => this.#onClear()),
      store.onInvalidate(() => this.#onInvalidate()),
    ];
  }

  async #findSource(store: OptionStore, integration: string, input: ConnectInput): Promise<void> {
    this.#attach(store);
    const looking = (this.#looking = {});
    this.#source = undefined;
    this.#parameters = undefined;
    if (!this.#config) this.#publish(LOOKING);
    try {
      const sources = await store.sourceOf(integration, input);
      if (this.#looking !== looking) return;
      this.#source = this.#pick(sources);
      if (this.#source) {
        this.#configure();
        this.#onChange(this.#state);
      } else {
        this.#end({status: 'none'});
      }
    } catch (cause) {
      if (this.#looking !== looking) return;
      const retry = (): void => void this.#findSource(store, integration, input);
      this.#end({status: 'error', step: 'source', error: toPgError(cause), retry});
    }
  }

  #configure(): void {
    const source = this.#source;
    if (!this.#place || !this.#store || !source) return;
    const {session, integration = '', credentialId, parameters: given, accountError} = this.#place;
    if (accountError && source.kind !== 'static') {
      const known = this.#state.status === 'error' && this.#state.error === accountError;
      const retry = (): void => void session?.retry();
      if (!known) this.#end({status: 'error', step: 'source', error: accountError, retry});
      return;
    }
    const parameters = parametersFor(source, given, this.#parents);
    this.#parameters = parameters;
    this.show(this.#store, {integration, credentialId, source, parameters});
  }

  /** There is nothing to load. */
  #end(progress: OptionProgress): void {
    this.#task?.stop();
    this.#forget();
    this.#config = undefined;
    this.#publish(progress);
  }

  #reset(): void {
    this.#task?.stop();
    for (const ignore of this.#ignoreStore) ignore();
    this.#ignoreStore = [];
    this.#looking = undefined;
    this.#store = undefined;
    this.#place = undefined;
    this.#source = undefined;
    this.#parameters = undefined;
    this.#config = undefined;
    this.#forget();
    this.#wanted = false;
    this.#generation = 0;
    this.#state = LOOKING;
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
    this.#task?.stop();
    if (config.source.kind === 'static') {
      this.#settle(new PageList('', '', config.source.page));
      return;
    }
    const question = this.#question();
    if (!question || missingParameter(config) !== undefined) this.#rest();
    else if (!this.#stale && this.#list?.question === requestKey(question))
      this.#settle(this.#list);
    else if (delay === 0 || this.#store?.peek(question)) this.#begin('first');
    else {
      this.#task?.pause(delay, () => this.#begin('first'));
      this.#publish({status: 'pending', step: 'first'});
    }
  }

  #begin(wanted: OptionStep): void {
    const store = this.#store;
    this.#task?.stop();
    const question = this.#question();
    if (!question || !store) return;
    const step = this.#stale ? 'first' : wanted;
    const cursor = step === 'next' ? (this.#list?.cursor ?? null) : null;
    const request = {...question, cursor};
    const ready = store.peek(request);
    if (ready) {
      this.#receive(request, step, ready);
      return;
    }
    this.#task?.load(
      (signal) => {
        this.#publish({status: 'pending', step});
        return store.load(request, signal);
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
  #renew(store: OptionStore, old: PageList, question: OptionRequest): void {
    this.#task?.load(
      (signal) => renew(old, (cursor) => store.load({...question, cursor}, signal)),
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
    const retry = (): void => {
      if (this.#state.status === 'error') this.#begin(this.#state.step);
    };
    this.#publish({status: 'error', step, error: toPgError(cause), retry});
  }

  #rest(): void {
    this.#task?.stop();
    this.#list = undefined;
    const waitingFor = this.#config && missingParameter(this.#config);
    this.#publish({status: 'initial', ...(waitingFor !== undefined && {waitingFor})});
  }

  #onClear(): void {
    this.#typed = '';
    // Choices at hand tell nothing of a user.
    if (this.kind === 'static') this.#publish({status: 'complete'});
    else if (this.#config) {
      this.#forget();
      this.#rest();
    }
    // Another user, or other data sources: where the choices come from has to be asked again, too.
    const {integration, input} = this.#place ?? {};
    if (this.#store && integration !== undefined && input)
      void this.#findSource(this.#store, integration, input);
  }

  #onInvalidate(): void {
    const {status} = this.#state;
    const question = this.#question();
    this.#stale = this.#list !== undefined;
    // A search that waits for the typing to pause asks anew anyway.
    if (status === 'initial' || !question || !this.#store || this.#task?.isPausing) return;
    const list = this.#list?.question === requestKey(question) ? this.#list : undefined;
    if (list && status !== 'error') this.#renew(this.#store, list, question);
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
    this.#onChange(this.#state);
  }
}

/** Why nothing can be asked now; undefined if it can. */
function obstacleOf({session, integration, isAlone}: ListPlace): OptionProgress | undefined {
  if (integration === undefined) return {status: 'none'};
  if (!session) return isAlone ? {status: 'none'} : LOOKING;
  const {status, error} = session.snapshot;
  if (status === 'ready') return undefined;
  if (status === 'loading') return LOOKING;
  const retry = (): void => void session.retry();
  return {status: 'error', step: 'source', error: error ?? SIGNED_OUT, retry};
}
