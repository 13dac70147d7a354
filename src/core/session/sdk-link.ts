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

  /** Whether a sign-in that the kit has seen begin is under way, and no data of the user has come yet. */
  get isSigningIn(): boolean {
    return (this.#watched?.pending ?? 0) > 0;
  }

  /** Whether the sign-in that ended last was not the newest: the SDK may have given its user what is somebody else's. */
  get isLate(): boolean {
    return this.#watched?.isLate === true;
  }

  get #watched(): Watched | undefined {
    return this.#sdk && watched.get(this.#sdk);
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

/** @param isLate a sign-in has ended after a newer one began */
export type UserListener = (isLate: boolean) => void;

interface Watched {
  readonly listeners: Set<UserListener>;
  /** Reads user and integrations again as the SDK does it itself. */
  readonly bootstrap: (() => Promise<void>) | undefined;
  /** Calls that have not settled yet. */
  pending: number;
  /** Since the last one began, an older one has ended. */
  isLate: boolean;
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
  const state: Watched = {
    listeners,
    bootstrap: sdk.bootstrapSDKState?.bind(sdk),
    pending: 0,
    isLate: false,
  };
  watched.set(sdk, state);
  for (const name of WAYS) {
    let latest: unknown;
    lookAt(sdk, name, (result) => {
      latest = result;
      state.isLate = false;
      const onEnd = (): void => {
        const isLate = latest !== result;
        state.isLate ||= isLate;
        state.pending -= 1;
        notify(listeners, isLate);
      };
      if (result instanceof Promise) {
        state.pending += 1;
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
 * Has the SDK ask the backend for its user's state again. `authenticate` would blank the user meanwhile and sign out on a network
 * failure; sending the metadata back as it is makes the SDK read everything without either, where it has no better way.
 * @throws what the SDK throws
 */
export async function readBackend(
  sdk: ConnectSdk,
  meta: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (!sdk.bootstrapSDKState) await sdk.setUserMetadata({...meta});
  // The original: the session looks at what it has brought by itself.
  else await (watched.get(sdk)?.bootstrap ?? sdk.bootstrapSDKState.bind(sdk))();
}
