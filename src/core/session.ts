import type {ConnectedAccount} from './account.js';
import {PgError} from './errors.js';
import {notify} from './notify.js';
import {currentPage, type Page} from './page.js';
import {toPgError} from './parse-error.js';
import {integrationTexts, type IntegrationTexts} from './integration-texts.js';
import type {ConnectSdk, DataSources, SdkIntegrationMetadata, SdkUser} from './sdk.js';
import {signOutOf} from './sign-out.js';
import {
  emptySnapshot,
  SnapshotBuilder,
  type Integration,
  type SessionSnapshot,
} from './snapshot.js';
import {WriteQueue} from './write-queue.js';

/** Told after every change, with the snapshot before. */
export type SessionListener = (snapshot: SessionSnapshot, previous: SessionSnapshot) => void;

/** What a session must know of the install run of its page; `startInstall` makes one. */
export interface SessionRun {
  readonly integration: string;
  readonly isActive: boolean;
  readonly isDetached: boolean;
  abandon(): void;
}

/** Signs a user in to the SDK; `renew` is true when an earlier sign-in has run out. */
export type SignIn = (sdk: ConnectSdk, renew: boolean) => Promise<void>;

/** Options of a {@link ConnectSession}. */
export interface SessionOptions {
  /**
   * Signs the user in, at the start and whenever the SDK lost its user. Without it the host calls `authenticate` itself and
   * the session waits for that.
   */
  readonly signIn?: SignIn | undefined;
  readonly page?: Page;
}

/** Waits between looks at an SDK that somebody else is signing in; it fires no event for that. Milliseconds. */
const WATCH_DELAYS = [50, 100, 200, 400, 800, 1600] as const;
/** An SDK that has a user but no integrations after this long has none. Milliseconds. */
const EMPTY_AFTER = 10_000;
/** How long a write waits for a refresh to end. Milliseconds. */
const REFRESH_PATIENCE = 10_000;
/** A late 401 of an older call signs the SDK out again in the middle of a sign-in, without a word. */
const SIGN_IN_ATTEMPTS = 3;

type SignedIn = Extract<SdkUser, {authenticated: true}>;

/**
 * The one owner of an SDK instance: of its subscriptions, its mutations and its state. Elements read frozen snapshots from
 * it and ask it to act; nothing else calls the SDK.
 */
export class ConnectSession {
  readonly page: Page;
  readonly #load: () => Promise<ConnectSdk>;
  readonly #signIn: SignIn | undefined;
  readonly #builder: SnapshotBuilder;
  readonly #listeners = new Set<SessionListener>();
  readonly #writes = new WriteQueue();
  readonly #uninstalls = new WriteQueue();
  readonly #texts = new Map<string, IntegrationTexts>();
  #sdk: ConnectSdk | undefined;
  #hasSignedIn = false;
  #byType: ReadonlyMap<string, Integration> = new Map();
  #snapshot = emptySnapshot('loading');
  #metadata: readonly SdkIntegrationMetadata[] = [];
  #metadataStale = true;
  #generation = 0;
  #signingIn: Promise<void> | undefined;
  #refreshing: Promise<void> | undefined;
  #writesEnded = 0;
  #stop: (() => void) | undefined;
  #stopReturn: (() => void) | undefined;
  #cancelWatch: (() => void) | undefined;
  #watches = 0;
  #fillingSince: number | undefined;
  #refreshProblem: PgError | undefined;
  #signedOutByChoice = false;
  #run: SessionRun | undefined;
  readonly #forgetters = new Set<() => void>();
  readonly #sourceListeners = new Set<() => void>();
  #dataSources: DataSources | undefined;

  /** @param sdk the SDK, or how to load it once somebody wants to see the session */
  constructor(sdk: ConnectSdk | (() => Promise<ConnectSdk>), options: SessionOptions = {}) {
    if (typeof sdk === 'function') {
      this.#load = sdk;
    } else {
      this.#sdk = sdk;
      this.#load = () => Promise.resolve(sdk);
    }
    this.page = options.page ?? currentPage();
    this.#signIn = options.signIn;
    this.#builder = new SnapshotBuilder({
      destroy: (account) => this.disconnect(account.id),
      reauthorize: async (account, options) => {
        // Imported late, so that a page without install flows does not carry them.
        const {reauthorize} = await import('./install/start-install.js');
        await reauthorize(this, account, options);
        return this.#accountOrThrow(account.id).account;
      },
    });
  }

  /**
   * @throws {PgError} `sdk-load-failed` before it is loaded, which no snapshot with data is
   */
  get sdk(): ConnectSdk {
    if (!this.#sdk) throw new PgError('sdk-load-failed', 'The SDK is not loaded yet.');
    return this.#sdk;
  }

  get snapshot(): SessionSnapshot {
    return this.#snapshot;
  }

  /** Grows when the user changes or signs out: what was begun under an older number must not be shown. */
  get generation(): number {
    return this.#generation;
  }

  /** The install run of this page, if there is one. */
  get run(): SessionRun | undefined {
    return this.#run;
  }

  integration(type: string): Integration | undefined {
    return this.#byType.get(type);
  }

  account(credentialId: string): ConnectedAccount | undefined {
    return this.#find(credentialId)?.account;
  }

  /** Descriptions, settings and workflows of an integration; undefined if it does not exist. */
  texts(type: string): IntegrationTexts | undefined {
    const known = this.#texts.get(type);
    if (known || !this.#byType.has(type)) return known;
    try {
      const texts = integrationTexts(this.sdk.getIntegrationConfig(type));
      this.#texts.set(type, texts);
      return texts;
    } catch {
      // The SDK throws a bare TypeError for what it has no configuration of.
      return undefined;
    }
  }

  /** The first subscriber starts the session, the last one to leave stops it. */
  subscribe(listener: SessionListener): () => void {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#start();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#pause();
    };
  }

  /** Looks at the SDK's state again, without a request. */
  reread(): void {
    // While somebody signs in the SDK already shows the user, but nothing of what is theirs.
    if (!this.#sdk || this.#signingIn) return;
    try {
      const user = this.#sdk.getUser();
      if (!user.authenticated) this.#onSignedOut();
      else if (this.#isFilling(user)) this.#onFilling(user);
      else this.#show(user);
    } catch (error) {
      this.#set(emptySnapshot('error', toPgError(error)));
    }
  }

  /**
   * Asks the backend again. Never empties what is shown: a failure is in `snapshot.error`.
   * @throws {PgError} `network`, `signed-out`, `unknown`
   */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  /** Starts over after `error` or `signed-out`: signs in again where the session can, else looks again. */
  async retry(): Promise<void> {
    this.#signedOutByChoice = false;
    if ((this.#signIn || !this.#sdk) && this.#snapshot.status !== 'ready') {
      this.#set(emptySnapshot('loading'));
      await this.#open();
    } else {
      await this.refresh().catch(() => undefined);
    }
  }

  /** Forgets the user and signs in again, as whoever `signIn` now says. */
  async switchUser(): Promise<void> {
    this.#forget();
    this.#set(emptySnapshot('loading'));
    await this.#signingIn;
    await this.retry();
  }

  /** Signs the user out of the SDK and forgets everything of theirs. */
  signOut(): void {
    this.#signedOutByChoice = true;
    if (this.#sdk) signOutOf(this.#sdk);
    this.#forget();
    this.#set(emptySnapshot('signed-out'));
    this.#watch();
  }

  /**
   * Runs one call of the SDK: signs in again and repeats it once when the session had expired, and takes over what it
   * changed. Calls of the same key wait for each other.
   * @throws {PgError}
   */
  perform<T>(key: string, call: () => Promise<T>): Promise<T> {
    return this.#perform(key, this.#generation, call);
  }

  /**
   * Disconnects an account for good. Ask the person first.
   * @throws {PgError} `account-not-found`, `signed-out`, `network`, `unknown`
   */
  async disconnect(credentialId: string): Promise<void> {
    const {integration} = this.#accountOrThrow(credentialId);
    const {type} = integration;
    const generation = this.#generation;
    // Two at once would bring each other's account back: the SDK writes the list as it was before the request.
    await this.#uninstalls.run(type, () =>
      this.#perform(credentialId, generation, () =>
        this.sdk.uninstallIntegration(type, {selectedCredentialId: credentialId}),
      ),
    );
  }

  /**
   * Makes `run` the page's one install run: the SDK can do one at a time.
   * @throws {PgError} `flow-in-progress` while another one is active that an element still shows
   */
  claim(run: SessionRun): void {
    if (this.#run !== run && this.#run?.isActive) {
      if (!this.#run.isDetached) {
        throw new PgError(
          'flow-in-progress',
          `A connection of ${this.#run.integration} is running.`,
        );
      }
      this.#run.abandon();
    }
    this.#run = run;
  }

  /** Registers the host's own data sources, in place of all registered before. */
  setDataSources(sources: DataSources): void {
    this.#dataSources = sources;
    this.#sdk?.setDataSources(sources);
    for (const listener of [...this.#sourceListeners]) listener();
  }

  /** Calls `listener` when data sources were registered: what was loaded from the ones before is void. */
  onSourcesChange(listener: () => void): () => void {
    this.#sourceListeners.add(listener);
    return () => this.#sourceListeners.delete(listener);
  }

  /** Calls `listener` when everything of the user must be forgotten: they signed out, or another one signed in. */
  onForget(listener: () => void): () => void {
    this.#forgetters.add(listener);
    return () => this.#forgetters.delete(listener);
  }

  #start(): void {
    this.#stopReturn = this.page.onReturn(() => this.#onReturn());
    if (this.#sdk) this.#listen(this.#sdk);
    if (this.#snapshot.status === 'loading' && (this.#signIn || !this.#sdk)) void this.#open();
    else this.reread();
  }

  #listen(sdk: ConnectSdk): void {
    if (this.#stop || this.#listeners.size === 0) return;
    const onChange = (): void => this.reread();
    sdk.subscribe('onIntegrationInstall', onChange);
    sdk.subscribe('onIntegrationUninstall', onChange);
    this.#stop = () => {
      sdk.unsubscribe('onIntegrationInstall', onChange);
      sdk.unsubscribe('onIntegrationUninstall', onChange);
    };
  }

  /** Loads the SDK if that is still to be done, then signs in if that is the session's to do. */
  async #open(): Promise<void> {
    if (!this.#sdk) {
      try {
        this.#sdk = await this.#load();
      } catch (error) {
        this.#set(emptySnapshot('error', toPgError(error, 'sdk-load-failed')));
        return;
      }
      this.#listen(this.#sdk);
      if (this.#dataSources) this.#sdk.setDataSources(this.#dataSources);
    }
    if (this.#signIn) await this.#signInNow();
    else this.reread();
  }

  #pause(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#stopReturn?.();
    this.#stopReturn = undefined;
    this.#cancelWatch?.();
    this.#cancelWatch = undefined;
  }

  #onReturn(): void {
    if (this.#snapshot.status === 'error') void this.retry();
    else if (this.#snapshot.error) void this.refresh().catch(() => undefined);
    else this.reread();
  }

  async #refresh(): Promise<void> {
    try {
      let writes: number;
      do {
        // What was asked for before a write ended may be from before it, and the next write would bring that back.
        writes = this.#writesEnded;
        await this.#callSignedIn(() => this.#readAgain());
      } while (writes !== this.#writesEnded);
      this.#refreshProblem = undefined;
      this.#metadataStale = true;
      this.#texts.clear();
    } catch (error) {
      this.#refreshProblem = toPgError(error);
      throw this.#refreshProblem;
    } finally {
      this.reread();
    }
  }

  /** A write changes the SDK's own copy of an account, which a refresh replaces: not both at once. */
  #refreshEnd(refreshing: Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      const giveUp = this.page.after(REFRESH_PATIENCE, resolve);
      const onEnd = (): void => {
        giveUp();
        resolve();
      };
      refreshing.then(onEnd, onEnd);
    });
  }

  async #readAgain(): Promise<void> {
    const user = this.sdk.getUser();
    // Without a user `bootstrapSDKState` does nothing, and does not say so.
    if (!user.authenticated) throw new PgError('signed-out', 'No user is signed in.');
    // `authenticate` would blank the user meanwhile and sign out on a network failure. Sending the metadata back as it is
    // makes the SDK read everything again without either.
    if (this.sdk.bootstrapSDKState) await this.sdk.bootstrapSDKState();
    else await this.sdk.setUserMetadata({...user.meta});
  }

  #perform<T>(key: string, generation: number, call: () => Promise<T>): Promise<T> {
    return this.#writes.run(key, async () => {
      if (this.#refreshing) await this.#refreshEnd(this.#refreshing);
      if (generation !== this.#generation) throw userChanged();
      try {
        return await this.#callSignedIn(call);
      } finally {
        this.#writesEnded += 1;
        this.reread();
      }
    });
  }

  async #callSignedIn<T>(call: () => Promise<T>): Promise<T> {
    const generation = this.#generation;
    if (this.#signingIn) {
      // Meanwhile the SDK has a user without integrations, for whom every call would fail.
      await this.#signingIn;
      if (generation !== this.#generation) throw this.#snapshot.error ?? userChanged();
    }
    try {
      return await call();
    } catch (error) {
      const problem = toPgError(error);
      if (!this.#signIn || !this.#isSessionLost(problem)) throw problem;
      // A 401 made the SDK forget its user, so the backend has refused the call and it is safe to repeat.
      await this.#signInNow();
      if (this.#snapshot.status !== 'ready' || !this.sdk.getUser().authenticated)
        throw this.#snapshot.error ?? problem;
      if (generation !== this.#generation) throw userChanged();
    }
    try {
      return await call();
    } catch (error) {
      throw toPgError(error);
    }
  }

  #isSessionLost({code}: PgError): boolean {
    // A sign-in that another call has begun makes the SDK look signed in already.
    if (this.#signingIn && code === 'signed-out') return true;
    return !this.sdk.getUser().authenticated;
  }

  #signInNow(): Promise<void> {
    this.#signingIn ??= this.#attemptSignIn().finally(() => {
      this.#signingIn = undefined;
    });
    return this.#signingIn;
  }

  async #attemptSignIn(): Promise<void> {
    const generation = this.#generation;
    try {
      for (let attempt = 0; attempt < SIGN_IN_ATTEMPTS; attempt += 1) {
        await this.#signIn?.(this.sdk, this.#hasSignedIn);
        if (generation !== this.#generation) {
          // Somebody else is signing in by now, or nobody shall be: what arrived is not theirs.
          if (this.#signedOutByChoice) this.sdk.logout?.();
          return;
        }
        this.#hasSignedIn = true;
        const user = this.sdk.getUser();
        if (user.authenticated) {
          this.#onSignedIn(user);
          return;
        }
      }
      this.#onSignInFailed(undefined);
    } catch (error) {
      if (generation === this.#generation) this.#onSignInFailed(toPgError(error));
    }
  }

  #onSignedIn(user: SignedIn): void {
    this.#refreshProblem = undefined;
    this.#metadataStale = true;
    this.#texts.clear();
    this.#show(user);
  }

  #onSignInFailed(problem: PgError | undefined): void {
    const isOut = !problem || problem.code.startsWith('token-') || problem.code === 'signed-out';
    if (!isOut && this.#snapshot.status === 'ready') {
      // Out of reach is not signed out: people keep what they see and have typed, and the next call tries again.
      this.#set(Object.freeze({...this.#snapshot, error: problem}));
      return;
    }
    this.#forget();
    this.#set(emptySnapshot(isOut ? 'signed-out' : 'error', problem));
  }

  #onSignedOut(): void {
    this.#fillingSince = undefined;
    if (this.#signIn) {
      // Signed out by choice, or given up: only `retry` and `refresh` sign in again.
      if (this.#snapshot.status === 'ready' && !this.#snapshot.error) void this.#signInNow();
      return;
    }
    if (this.#snapshot.userId !== undefined) this.#forget();
    this.#set(
      emptySnapshot(
        'signed-out',
        this.#snapshot.status === 'signed-out' ? this.#snapshot.error : undefined,
      ),
    );
    this.#watch();
  }

  /** Whether the SDK still waits for what belongs to the user it already names. */
  #isFilling(user: SignedIn): boolean {
    const isKnown = this.#snapshot.userId === user.userId;
    if (this.#signIn || (isKnown && this.#snapshot.integrations.length === 0)) return false;
    const since = this.#fillingSince;
    if (since !== undefined && this.page.now() - since > EMPTY_AFTER) return false;
    if (Object.keys(user.integrations).length === 0) return true;
    return this.#metadata.length === 0 && this.sdk.getIntegrationMetadata().length === 0;
  }

  #onFilling({userId}: SignedIn): void {
    this.#fillingSince ??= this.page.now();
    // The user before must not stay on the page until the data of the new one has come.
    if (this.#snapshot.userId !== userId) {
      if (this.#snapshot.userId !== undefined) this.#forget();
      this.#set(emptySnapshot('loading'));
    }
    this.#watch();
  }

  #watch(): void {
    if (this.#signIn || this.#listeners.size === 0 || this.#cancelWatch) return;
    const delay = WATCH_DELAYS[Math.min(this.#watches, WATCH_DELAYS.length - 1)] ?? 1600;
    this.#watches += 1;
    this.#cancelWatch = this.page.after(delay, () => {
      this.#cancelWatch = undefined;
      this.reread();
    });
  }

  #show(user: SignedIn): void {
    this.#watches = 0;
    this.#fillingSince = undefined;
    if (this.#snapshot.userId !== undefined && this.#snapshot.userId !== user.userId)
      this.#forget();
    if (this.#metadataStale) {
      this.#metadata = this.sdk.getIntegrationMetadata();
      this.#metadataStale = false;
    }
    const error = this.#refreshProblem;
    this.#set(this.#builder.build(user, this.#metadata, this.#snapshot, error));
  }

  #forget(): void {
    this.#generation += 1;
    this.#builder.reset();
    this.#metadata = [];
    this.#metadataStale = true;
    this.#refreshProblem = undefined;
    this.#texts.clear();
    notify(this.#forgetters);
    this.#run?.abandon();
    this.#run = undefined;
  }

  #set(next: SessionSnapshot): void {
    const previous = this.#snapshot;
    if (
      previous.status === next.status &&
      previous.error === next.error &&
      previous.userId === next.userId &&
      previous.integrations === next.integrations
    ) {
      return;
    }
    this.#snapshot = next;
    if (previous.integrations !== next.integrations) {
      this.#byType = new Map(
        next.integrations.map((integration) => [integration.type, integration]),
      );
    }
    notify(this.#listeners, next, previous);
  }

  #find(credentialId: string): {integration: Integration; account: ConnectedAccount} | undefined {
    for (const integration of this.#snapshot.integrations) {
      const account = integration.accounts.find(({id}) => id === credentialId);
      if (account) return {integration, account};
    }
    return undefined;
  }

  #accountOrThrow(credentialId: string): {integration: Integration; account: ConnectedAccount} {
    const found = this.#find(credentialId);
    if (!found) throw new PgError('account-not-found', `No account ${credentialId} is connected.`);
    return found;
  }
}

const userChanged = (): PgError => new PgError('aborted', 'The user changed.');

const sessions = new WeakMap<ConnectSdk, ConnectSession>();

/** The session of an SDK instance that its host signs in: the same one for every element of the page. */
export function sessionOf(sdk: ConnectSdk): ConnectSession {
  let session = sessions.get(sdk);
  if (!session) {
    session = new ConnectSession(sdk);
    sessions.set(sdk, session);
  }
  return session;
}
