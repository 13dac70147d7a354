import {PgError} from '../errors.js';
import {listen, notify} from '../util/notify.js';
import {noEnvironment, type Environment} from '../environment.js';
import {toPgError} from '../answers.js';
import type {ConnectInput, ConnectSdk} from '../sdk.js';
import {type OptionItem, type OptionPage, readPage} from './option-page.js';
import {labelScope, type OptionRequest, requestKey, toSdkRequest} from './option-request.js';
import {type InputSources, resolveSources} from './option-source.js';
import type {SessionCalls, SessionEvents} from '../session/ports.js';
import {renewed} from '../renewed.js';
import {valueKey} from '../util/value-key.js';
import {TtlCache} from '../util/ttl-cache.js';
import {aborted, SharedRequest} from '../util/shared-request.js';

/** Options of an {@link OptionStore}. Times are in milliseconds. */
export interface OptionStoreOptions {
  readonly sdk: ConnectSdk;
  readonly now?: Environment['now'];
  readonly after?: Environment['after'];
  /** Hears of each failed SDK call once, however many waited for it. */
  readonly onFailure?: (error: PgError) => void;
  /** Asked before each SDK call whether it still is for the same user; if not, the store has been cleared when it returns. */
  readonly verifyUser?: () => boolean;
  /** Signs in again where a call was refused because the session had expired: whether that call is to be repeated. */
  readonly renew?: () => Promise<boolean>;
  /** How long an answer counts as fresh; 60 s unless told. */
  readonly ttl?: number;
  /** How long a call may take; 14 s unless told. The SDK itself waits for ever. An answer that comes later is there for a retry. */
  readonly timeout?: number;
  /** How many pages are kept; 500 unless told. */
  readonly capacity?: number;
}

/** What loading options asks of a session. */
export type OptionPorts = Pick<
  SessionCalls,
  'sdk' | 'environment' | 'onRefused' | 'verifyUser' | 'call'
> &
  SessionEvents;

/** No request has this key. */
const GONE = '';

interface Flight {
  readonly request: OptionRequest;
  readonly answer: SharedRequest<OptionPage>;
  readonly stopTimer: () => void;
}

/**
 * The choices of every list of a page: inputs that ask the same share one SDK call and its answer. One for each session;
 * it forgets everything when the user changes.
 */
export class OptionStore {
  /** Timer of everything that loads options. */
  readonly after: Environment['after'];
  readonly #sdk: ConnectSdk;
  readonly #onFailure: (error: PgError) => void;
  readonly #verifyUser: () => boolean;
  readonly #renew: () => Promise<boolean>;
  readonly #timeout: number;
  readonly #pages: TtlCache<OptionPage>;
  /** Calls that new subscribers may join. */
  readonly #joinable = new Map<string, Flight>();
  /** Every call that somebody may wait for. */
  readonly #flights = new Set<Flight>();
  /** Calls that nobody waits for any more, whose answers can still be used. */
  readonly #late = new Set<Flight>();
  /** The choices that were seen of each source and account, by request, the latest last; first of all those that are gone. */
  readonly #seen = new Map<string, Map<string, ReadonlyMap<string, OptionItem>>>();
  readonly #clearListeners = new Set<() => void>();
  readonly #invalidateListeners = new Set<() => void>();
  #sources = new Map<string, WeakMap<ConnectInput, Promise<InputSources>>>();

  constructor(options: OptionStoreOptions) {
    const {sdk, onFailure, ttl = 60_000, timeout = 14_000, capacity = 500} = options;
    this.after = options.after ?? ((ms, task) => noEnvironment.after(ms, task));
    this.#sdk = sdk;
    this.#onFailure = onFailure ?? (() => undefined);
    this.#verifyUser = options.verifyUser ?? (() => true);
    this.#renew = options.renew ?? (() => Promise.resolve(false));
    this.#timeout = timeout;
    this.#pages = new TtlCache(capacity, ttl, options.now ?? Date.now);
  }

  /**
   * Where the choices of an input come from. Asked once for each input object.
   * @throws {PgError} `integration-unknown`, `signed-out`, `answer-malformed`, `unknown`
   */
  sourceOf(integration: string, input: ConnectInput): Promise<InputSources> {
    let known = this.#sources.get(integration);
    if (!known) this.#sources.set(integration, (known = new WeakMap()));
    const asked = known.get(input);
    if (asked) return asked;
    if (!this.#verifyUser()) return Promise.reject(aborted());
    const resolve = () => resolveSources(this.#sdk, integration, input);
    const asking = this.#signedIn(resolve).catch((cause: unknown) => {
      known.delete(input);
      const error = toPgError(cause);
      this.#onFailure(error);
      throw error;
    });
    known.set(input, asking);
    return asking;
  }

  /** The answer, if it is at hand and fresh. */
  peek(request: OptionRequest): OptionPage | undefined {
    return this.#pages.get(requestKey(request));
  }

  /**
   * One page of choices: a fresh one that is known, the answer of a call under way, or that of a new call.
   * @param signal ends the waiting, not the call, which others may wait for
   * @throws {PgError} `aborted`, `network`, `answer-malformed`, and what the SDK refuses with
   */
  load(request: OptionRequest, signal: AbortSignal): Promise<OptionPage> {
    if (signal.aborted) return Promise.reject(aborted());
    const key = requestKey(request);
    const kept = this.#pages.get(key);
    if (kept) return Promise.resolve(kept);
    const underWay = this.#joinable.get(key);
    const flight = underWay ?? this.#prepare(key, request);
    const joined = flight.answer.join(signal);
    if (!underWay) void this.#call(key, flight);
    return joined;
  }

  /** The label under which a value was last seen in this source for this account. */
  labelOf(
    scope: Pick<OptionRequest, 'integration' | 'source' | 'credentialId'>,
    value: unknown,
  ): string | undefined {
    const key = valueKey(value);
    let label: string | undefined;
    for (const values of this.#seen.get(labelScope(scope))?.values() ?? [])
      label = values.get(key)?.label ?? label;
    return label;
  }

  /** Makes all answers stale, for what they were about may have changed: none is used again, and none under way is kept. */
  invalidate(): void {
    this.#pages.clear();
    this.#joinable.clear();
    this.#late.clear();
    notify(this.#invalidateListeners);
  }

  /** Calls `listener` when all answers became stale; returns its removal. */
  onInvalidate(listener: () => void): () => void {
    return listen(this.#invalidateListeners, listener);
  }

  /**
   * Forgets everything, labels included: another user, or other data sources. Whoever waits is told `aborted`, late
   * answers are dropped.
   */
  clear(): void {
    this.#pages.clear();
    this.#joinable.clear();
    this.#late.clear();
    this.#seen.clear();
    this.#sources = new Map();
    const flights = [...this.#flights];
    this.#flights.clear();
    for (const flight of flights) {
      flight.stopTimer();
      flight.answer.reject(aborted());
    }
    notify(this.#clearListeners);
  }

  /** Calls `listener` after everything was forgotten; returns its removal. */
  onClear(listener: () => void): () => void {
    return listen(this.#clearListeners, listener);
  }

  #prepare(key: string, request: OptionRequest): Flight {
    const stopTimer = this.after(this.#timeout, () => {
      this.#late.add(flight);
      this.#fail(key, flight, new PgError('network', `No options within ${this.#timeout} ms.`));
    });
    const flight: Flight = {request, answer: new SharedRequest(), stopTimer};
    this.#joinable.set(key, flight);
    this.#flights.add(flight);
    return flight;
  }

  async #call(key: string, flight: Flight): Promise<void> {
    const {request} = flight;
    // Whoever waits has been told already.
    if (!this.#verifyUser()) return;
    try {
      const ask = () => {
        // Everything was forgotten while the session was renewed: the account may be nobody's here now.
        if (!this.#flights.has(flight) && !this.#late.has(flight)) throw aborted();
        return this.#sdk.getFieldOptions(toSdkRequest(request));
      };
      const page = readPage(await this.#signedIn(ask));
      if (!this.#flights.has(flight)) {
        if (this.#late.delete(flight)) this.#pages.set(key, page);
        return;
      }
      this.#remember(key, request, page);
      if (this.#land(key, flight)) this.#pages.set(key, page);
      flight.answer.resolve(page);
    } catch (cause) {
      this.#late.delete(flight);
      if (this.#flights.has(flight)) this.#fail(key, flight, problemOf(request, cause));
    }
  }

  /** Makes a call, and once more where the session had expired. */
  async #signedIn<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (cause) {
      if (!(await this.#renew())) throw cause;
      return await call();
    }
  }

  #fail(key: string, flight: Flight, error: PgError): void {
    this.#land(key, flight);
    flight.answer.reject(error);
    this.#onFailure(error);
  }

  /** Ends a call; false if it was invalidated meanwhile, so that its answer may be older than what changed. */
  #land(key: string, flight: Flight): boolean {
    flight.stopTimer();
    this.#flights.delete(flight);
    return this.#joinable.get(key) === flight && this.#joinable.delete(key);
  }

  #remember(key: string, request: OptionRequest, page: OptionPage): void {
    const scope = labelScope(request);
    const pages =
      this.#seen.get(scope) ?? new Map<string, OptionPage['values']>([[GONE, new Map()]]);
    this.#seen.set(scope, pages);
    const before = [...(pages.get(key) ?? [])].filter(([value]) => !page.values.has(value));
    // What is saved may be gone from the list, and is called by its name all the same.
    if (before.length > 0) {
      const gone = new Map([...(pages.get(GONE) ?? []), ...before]);
      pages.set(GONE, gone);
    }
    pages.delete(key);
    pages.set(key, page.values);
  }
}

/** A loader is the host's own code: what it says is for people. */
function problemOf({source}: OptionRequest, cause: unknown): PgError {
  const error = toPgError(cause);
  if (!source.loader || error.code !== 'unknown' || !(cause instanceof Error)) return error;
  return new PgError(error.code, error.message, {cause, detail: error.detail ?? cause.message});
}

const stores = new WeakMap<OptionPorts, OptionStore>();

/**
 * The choices of a session, shared by all its inputs. Kept beside the session, not in it, so that a page without inputs
 * carries no code for options. Forgets everything when the session forgets its user, and asks again when the session is told to.
 */
export function getOptionStore(session: OptionPorts): OptionStore {
  const known = stores.get(session);
  if (known) return known;
  const {sdk, environment} = session;
  const store = new OptionStore({
    sdk,
    now: () => environment.now(),
    after: environment.after,
    onFailure: (error) => void session.onRefused(error),
    verifyUser: () => session.verifyUser(),
    renew: () => renewed(session),
  });
  session.onForget(() => store.clear());
  session.onSourcesChange(() => store.clear());
  session.onRefresh(() => store.invalidate());
  stores.set(session, store);
  return store;
}
