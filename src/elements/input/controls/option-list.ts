import {PgError} from '../../../core/errors.js';
import {OptionQuery} from '../../../core/options/option-query.js';
import type {OptionQueryParameter} from '../../../core/options/option-config.js';
import type {InputSources, OptionSource} from '../../../core/options/option-source.js';
import {INITIAL_STATE, type OptionState} from '../../../core/options/option-state.js';
import type {OptionStore} from '../../../core/options/option-store.js';
import {getOptionStore} from '../../../core/options/get-option-store.js';
import {toPgError} from '../../../core/parse-error.js';
import type {ConnectInput} from '../../../core/sdk.js';
import type {ConnectSession} from '../../../core/session/session.js';
import type {ControlField, InputParameters} from '../field.js';

/** How far a list is that first has to find out where its choices come from. */
export type ListState =
  | {readonly status: 'pending'}
  /** The input has no choices. */
  | {readonly status: 'none'}
  | {readonly status: 'error'; readonly error: PgError; readonly retry: () => void}
  | {readonly status: 'complete'; readonly options: OptionState};

/** What makes a list another one. */
interface Subject {
  readonly session: ConnectSession;
  readonly integration: string;
  readonly input: ConnectInput;
}

const PENDING: ListState = {status: 'pending'};
const NONE: ListState = {status: 'none'};
const SIGNED_OUT = new PgError('signed-out', 'Nobody is signed in.');
const NO_PARENTS: Parents = new Map();

/** Values that a list depends on, besides those of other inputs; each by the `cacheKey` of its source. */
export type Parents = ReadonlyMap<string, unknown>;

/** Picks the list that is meant out of those of an input. */
export type PickSource = (sources: InputSources) => OptionSource | undefined;

/** The choices of one list of an input: finds the source, keeps the query, and tells when something changed. */
export class OptionList {
  readonly #pick: PickSource;
  readonly #onChange: () => void;
  #subject: Subject | undefined;
  #source: OptionSource | undefined;
  #query: OptionQuery | undefined;
  #field: ControlField | undefined;
  #parents = NO_PARENTS;
  #parameters: readonly OptionQueryParameter[] | undefined;
  #state: ListState = PENDING;
  #ignoreClear: (() => void) | undefined;

  constructor(pick: PickSource, onChange: () => void) {
    this.#pick = pick;
    this.#onChange = onChange;
  }

  get state(): ListState {
    return this.#state;
  }

  /** The list as far as it is there. */
  get options(): OptionState {
    return this.#state.status === 'complete' ? this.#state.options : INITIAL_STATE;
  }

  get source(): OptionSource | undefined {
    return this.#source;
  }

  get query(): OptionQuery | undefined {
    return this.#query;
  }

  /** What the list depends on, with the values as they are; undefined until the source is known. */
  get parameters(): readonly OptionQueryParameter[] | undefined {
    return this.#parameters;
  }

  /** Follows the field; the same again does nothing. */
  update(field: ControlField, parents: Parents = NO_PARENTS): void {
    this.#field = field;
    this.#parents = parents;
    const {session, integration, input} = field;
    const obstacle = obstacleOf(field);
    if (!session || integration === undefined || obstacle) {
      this.dispose();
      this.#state = obstacle ?? NONE;
      return;
    }
    const before = this.#subject;
    if (
      before?.session !== session ||
      before.integration !== integration ||
      before.input !== input
    ) {
      this.#start({session, integration, input}, before);
    }
    this.#configure();
  }

  /** The label of a value, if it was seen in this list or in another of the same source. */
  labelOf(value: unknown): string | undefined {
    return this.#query?.labelOf(value);
  }

  dispose(): void {
    this.#ignoreClear?.();
    this.#query?.dispose();
    this.#subject = undefined;
    this.#source = undefined;
    this.#query = undefined;
    this.#parameters = undefined;
    this.#state = PENDING;
  }

  #start(subject: Subject, before: Subject | undefined): void {
    const store = getOptionStore(subject.session);
    if (before?.session !== subject.session) {
      this.dispose();
      // Another user: what the source is has to be asked again, too.
      this.#ignoreClear = store.onClear(() => {
        if (this.#subject) void this.#resolve(store, this.#subject);
      });
    }
    this.#subject = subject;
    void this.#resolve(store, subject);
  }

  async #resolve(store: OptionStore, subject: Subject): Promise<void> {
    this.#source = undefined;
    this.#parameters = undefined;
    if (!this.#query) this.#publish(PENDING);
    try {
      const sources = await store.sourceOf(subject.integration, subject.input);
      if (this.#subject !== subject) return;
      this.#source = this.#pick(sources);
      if (this.#source) this.#listen(store);
      else this.#publish(NONE);
    } catch (cause) {
      if (this.#subject !== subject) return;
      const retry = (): void => void this.#resolve(store, subject);
      this.#publish({status: 'error', error: toPgError(cause), retry});
    }
  }

  #listen(store: OptionStore): void {
    if (!this.#query) {
      this.#query = new OptionQuery(store);
      this.#query.subscribe((options) => this.#publish({status: 'complete', options}));
    }
    this.#configure();
    this.#publish({status: 'complete', options: this.#query.state});
  }

  #configure(): void {
    const field = this.#field;
    const source = this.#source;
    if (!field || !source || field.integration === undefined) return;
    const parameters = parametersFor(source, field.parameters, this.#parents);
    this.#parameters = parameters;
    const {integration, credentialId} = field;
    this.#query?.configure({integration, credentialId, source, parameters});
  }

  #publish(state: ListState): void {
    this.#state = state;
    this.#onChange();
  }
}

/** Why nothing can be asked now; undefined if it can. */
function obstacleOf({session, integration, isAlone}: ControlField): ListState | undefined {
  if (integration === undefined) return NONE;
  if (!session) return isAlone ? NONE : PENDING;
  const {status, error} = session.snapshot;
  if (status === 'ready') return undefined;
  if (status === 'loading') return PENDING;
  return {status: 'error', error: error ?? SIGNED_OUT, retry: () => void session.retry()};
}

/** What a source depends on, with the values as far as there are any. */
function parametersFor(
  source: OptionSource,
  given: InputParameters | undefined,
  parents: Parents,
): readonly OptionQueryParameter[] {
  if (source.kind === 'static') return [];
  // A source may leave out what the kind of input implies.
  const keys = new Set([...source.dependencies, ...parents.keys()]);
  return [...keys].map((key) => ({
    key,
    value: parents.has(key) ? parents.get(key) : valueIn(given, key),
  }));
}

function valueIn(given: InputParameters | undefined, key: string): unknown {
  if (given instanceof Map) return (given as ReadonlyMap<string, unknown>).get(key);
  if (!given || !Object.hasOwn(given, key)) return undefined;
  return (given as Readonly<Record<string, unknown>>)[key];
}
