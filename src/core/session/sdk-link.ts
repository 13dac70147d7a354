import {currentEnvironment} from '../environment.js';
import {PgError} from '../errors.js';
import type {ConnectSdk, DataSources} from '../sdk.js';
import {isUsable, missingIn} from '../sdk-members.js';
import {listen, notify} from '../util/notify.js';

/** Holds the SDK: loads it once it is needed, hands it the host's data sources, and listens to it while somebody looks on. */
export class SdkLink {
  readonly #load: () => Promise<ConnectSdk>;
  readonly #onChange: () => void;
  readonly #onUser: UserListener;
  #sdk: ConnectSdk | undefined;
  #dataSources: DataSources | undefined;
  #isFollowed = false;
  #stop: (() => void) | undefined;

  /**
   * @param onChange called when an account was added or removed
   * @param onUser called when somebody may have been signed in or out, whoever did it
   */
  constructor(
    sdk: ConnectSdk | (() => Promise<ConnectSdk>),
    onChange: () => void,
    onUser: UserListener,
  ) {
    this.#onChange = onChange;
    this.#onUser = onUser;
    if (typeof sdk === 'function') {
      this.#load = sdk;
    } else {
      this.#load = () => Promise.resolve(sdk);
      // Where nothing can be done with it, whoever wants to see the session loads it, and is told.
      if (isUsable(sdk)) this.#sdk = sdk;
    }
  }

  /** What this version of the SDK lacks; undefined if nothing, or before it is loaded. */
  async shortcoming(): Promise<PgError | undefined> {
    return this.#sdk && shortcomingOf(this.#sdk);
  }

  /** The SDK if it is loaded. */
  get loaded(): ConnectSdk | undefined {
    return this.#sdk;
  }

  /** @throws {PgError} `sdk-load-failed` before it is loaded */
  get sdk(): ConnectSdk {
    if (!this.#sdk) throw new PgError('sdk-load-failed', 'The SDK is not loaded yet.');
    return this.#sdk;
  }

  /** Whether what belongs to a user is being read, as far as the kit has seen that begin. */
  isReading(userId: string): boolean {
    const {reads = []} = (this.#sdk && watched.get(this.#sdk)) ?? {};
    return [...reads].some((read) => read.userId === userId);
  }

  /** Whether the newest sign-in may have given its user what is somebody else's. */
  get isMixed(): boolean {
    return this.#sdk !== undefined && watched.get(this.#sdk)?.isMixed === true;
  }

  /**
   * Rejects with whatever the loading fails with.
   * @throws {PgError} `sdk-outdated` if nothing can be done with it
   */
  async load(): Promise<void> {
    const sdk = await this.#load();
    if (!isUsable(sdk)) throw (await shortcomingOf(sdk)) as PgError;
    this.#sdk = sdk;
    this.#listen(sdk);
    if (this.#dataSources) sdk.setDataSources?.(this.#dataSources);
  }

  follow(): void {
    this.#isFollowed = true;
    if (this.#sdk) this.#listen(this.#sdk);
  }

  unfollow(): void {
    this.#isFollowed = false;
    this.#stop?.();
    this.#stop = undefined;
  }

  setDataSources(sources: DataSources): void {
    this.#dataSources = sources;
    this.#sdk?.setDataSources?.(sources);
  }

  #listen(sdk: ConnectSdk): void {
    if (this.#stop || !this.#isFollowed) return;
    const onChange = this.#onChange;
    sdk.subscribe('onIntegrationInstall', onChange);
    sdk.subscribe('onIntegrationUninstall', onChange);
    const stopUser = listen(watchUser(sdk), this.#onUser);
    this.#stop = () => {
      stopUser();
      sdk.unsubscribe('onIntegrationInstall', onChange);
      sdk.unsubscribe('onIntegrationUninstall', onChange);
    };
  }
}

/** Few SDKs lack something: the words for it come then. */
async function shortcomingOf(sdk: ConnectSdk): Promise<PgError | undefined> {
  const missing = missingIn(sdk);
  if (missing.length === 0) return undefined;
  const {outdated} = await import('../sdk-support.js');
  return outdated(sdk, missing);
}

/** @param isMixed what has just been read for the user may be somebody else's */
export type UserListener = (isMixed: boolean) => void;

/** The SDK reads everything of a user. */
interface Read {
  readonly userId: string;
  readonly done: Promise<unknown>;
}

interface Watched {
  readonly listeners: Set<UserListener>;
  /** Reads user and integrations again as the SDK does it itself. */
  readonly bootstrap: (() => Promise<void>) | undefined;
  /** What is under way. */
  readonly reads: Set<Read>;
  /** Whom the SDK had when the kit first saw it; '' for nobody. */
  readonly stored: string;
  /** Who signed in last. */
  newest: string;
  isMixed: boolean;
}

const watched = new WeakMap<ConnectSdk, Watched>();

/** Every way to another user. Those of the facade are bound to an instance, where each of them comes past `bootstrapSDKState`. */
const WAYS = ['authenticate', 'logout', 'bootstrapSDKState'] as const;

/**
 * What the SDK begins without waiting for its end, which tidies up with one more request: where that fails, the page would have an
 * uncaught error. What counts of it the flow is told before.
 */
const UNAWAITED = ['pollForCredential'] as const;

/**
 * The SDK fires no event when its host signs somebody else in, so the calls that do are looked at. A host that has kept one of them
 * for itself is not seen here: whoever sends something asks the SDK who its user is.
 */
function watchUser(sdk: ConnectSdk): Set<UserListener> {
  const known = watched.get(sdk);
  if (known) return known.listeners;
  const listeners = new Set<UserListener>();
  const bootstrap = sdk.bootstrapSDKState?.bind(sdk);
  const stored = userOf(sdk);
  const state: Watched = {
    listeners,
    bootstrap,
    stored,
    reads: new Set(),
    newest: '',
    isMixed: false,
  };
  watched.set(sdk, state);
  for (const name of WAYS) {
    lookAt(sdk, name, (result) => {
      if (result instanceof Promise) {
        const userId = userOf(sdk);
        state.newest = userId;
        const isJoined = isReadingOthers(sdk, userId);
        state.isMixed = isJoined;
        const onEnd = (): void => {
          const isMixed = isJoined || state.newest !== userId;
          state.isMixed ||= isMixed;
          notify(listeners, isMixed);
        };
        noteRead(state, userId, result);
        result.then(onEnd, onEnd);
      }
      notify(listeners, false);
    });
  }
  for (const name of UNAWAITED) {
    lookAt(sdk, name, (result) => {
      if (result instanceof Promise) result.catch(() => undefined);
    });
  }
  return listeners;
}

const userOf = (sdk: ConnectSdk): string => {
  const user = sdk.getUser();
  return user.authenticated ? String(user.userId) : '';
};

function noteRead(state: Watched, userId: string, done: Promise<unknown>): void {
  const read = {userId, done};
  const onEnd = (): void => void state.reads.delete(read);
  state.reads.add(read);
  done.then(onEnd, onEnd);
}

/** How often, and how many times, it is looked whether an SDK has read what belongs to the user in its storage. Milliseconds. */
const LOOK_EVERY = 50;
const LOOKS = 100;

/**
 * Whether something is being read for anybody else. The SDK joins equal requests, whoever asks, and gives each answer to whoever its user
 * is by then: what is read beside these may be theirs.
 */
export function isReadingOthers(sdk: ConnectSdk, userId: string): boolean {
  const state = watched.get(sdk);
  return (
    state !== undefined &&
    (readsOfOthers(state, userId).length > 0 || readsStored(sdk, state, userId))
  );
}

/** Resolves when nothing is read for anybody else any more. */
export async function othersRead(sdk: ConnectSdk, userId: string): Promise<void> {
  const state = watched.get(sdk);
  if (!state) return;
  await Promise.allSettled(readsOfOthers(state, userId));
  const {after} = currentEnvironment();
  for (let look = 0; look < LOOKS && readsStored(sdk, state, userId); look += 1)
    await new Promise<void>((resolve) => void after(LOOK_EVERY, resolve));
}

const readsOfOthers = ({reads}: Watched, userId: string): readonly Promise<unknown>[] =>
  [...reads].flatMap((read) => (read.userId === userId ? [] : [read.done]));

/**
 * Whether the SDK reads what belongs to another user, whom it has found in its storage. Nothing tells of that: what integrations there
 * are it knows from the end on.
 */
function readsStored(sdk: ConnectSdk, {stored}: Watched, userId: string): boolean {
  return stored !== '' && stored !== userId && sdk.getIntegrationMetadata().length === 0;
}

/** Hands what a method of the SDK returns to `look` first. An SDK without the method, and a frozen one, stay as they are. */
function lookAt(sdk: ConnectSdk, name: string, look: (result: unknown) => void): void {
  const original: unknown = Reflect.get(sdk, name);
  if (typeof original !== 'function') return;
  const value = function (this: unknown, ...given: unknown[]): unknown {
    const result: unknown = Reflect.apply(original, this, given);
    look(result);
    return result;
  };
  Reflect.defineProperty(sdk, name, {value, configurable: true, writable: true});
}

/**
 * Has the SDK ask the backend for its user's state again, once nothing is read for anybody else. `authenticate` would blank the user
 * meanwhile and sign out on a network failure; sending the metadata back as it is makes the SDK read everything without either, where
 * it has no better way.
 * @throws {PgError} `signed-out`, and what the SDK throws
 */
export async function readBackend(sdk: ConnectSdk): Promise<void> {
  await othersRead(sdk, userOf(sdk));
  const user = sdk.getUser();
  // Without a user `bootstrapSDKState` does nothing, and does not say so.
  if (!user.authenticated) throw new PgError('signed-out', 'No user is signed in.');
  const state = watched.get(sdk);
  const done: Promise<unknown> = sdk.bootstrapSDKState
    ? // The original: the session looks at what it has brought by itself.
      (state?.bootstrap ?? sdk.bootstrapSDKState.bind(sdk))()
    : sdk.setUserMetadata({...user.meta});
  if (state) noteRead(state, String(user.userId), done);
  await done;
}
