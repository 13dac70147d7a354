import type {
  AccountActions,
  ConnectedAccount,
  ReauthorizeOptions,
} from '../accounts/connected-account.js';
import {currentEnvironment, type Environment} from '../environment.js';
import {PgError} from '../errors.js';
import type {IntegrationTexts} from '../integration-texts.js';
import {toPgError, entriesIn} from '../answers.js';
import type {ConnectSdk, DataSources, SdkCredential} from '../sdk.js';
import {listen, notify} from '../util/notify.js';
import {CurrentUser} from './current-user.js';
import type {
  AccountNamer,
  RunSlot,
  SessionCalls,
  SessionEvents,
  SessionRun,
  SessionState,
} from './ports.js';
import {SdkCalls, WriteQueue} from './sdk-calls.js';
import {SdkLink} from './sdk-link.js';
import {SdkReader} from './sdk-reader.js';
import {SIGN_IN_LIMIT, type SignIn} from './sign-in-attempts.js';
import {
  emptySnapshot,
  SnapshotStore,
  type Integration,
  type SessionListener,
  type SessionSnapshot,
} from './snapshot.js';

/** The focus can come and go quickly, with frames of the page for example: so often at most it is answered. Milliseconds. */
const READ_EVERY = 1_500;

/** Options of a session. */
export interface SessionOptions {
  /**
   * Signs the user in, at the start and whenever the SDK lost its user. Without it the host calls `authenticate` itself and
   * the session waits for that.
   */
  readonly signIn?: SignIn | undefined;
  readonly environment?: Environment;
}

/** What a session lets accounts do, and leaves to a feature that it does not know. */
export interface SessionFeatures {
  /** An account may have to be signed in again: get ready to do it inside the click. */
  prepare(): void;
  /** Called inside the person's click: it may open a window. */
  reauthorize(
    session: SdkSession,
    account: ConnectedAccount,
    options: ReauthorizeOptions,
  ): Promise<void>;
}

/**
 * The one owner of an SDK instance: of its subscriptions, its mutations and its state. Elements read frozen snapshots from
 * it and ask it to act; nothing else calls the SDK.
 */
export class SdkSession implements SessionState, SessionCalls, SessionEvents, RunSlot {
  readonly environment: Environment;
  readonly #link: SdkLink;
  readonly #store = new SnapshotStore();
  readonly #reader: SdkReader;
  readonly #user: CurrentUser;
  readonly #calls: SdkCalls;
  readonly #uninstalls = new WriteQueue();
  readonly #forgetters = new Set<() => void>();
  readonly #sourceListeners = new Set<() => void>();
  readonly #refreshListeners = new Set<() => void>();
  #run: SessionRun | undefined;
  #namer: AccountNamer | undefined;
  /** A user has gone with something under way, of which the SDK may still tell. */
  #isHaunted = false;
  #refreshing: Promise<void> | undefined;
  #stopReturn: (() => void) | undefined;
  /** Gives up the read that waits. */
  #stopReading: (() => void) | undefined;
  /** When the accounts were last asked for because the person came back. Milliseconds since 1970. */
  #lookedAt = 0;

  /**
   * @param sdk the SDK, or how to load it once somebody wants to see the session
   * @param features what the accounts of the snapshots are to be signed in again with
   */
  constructor(
    sdk: ConnectSdk | (() => Promise<ConnectSdk>),
    {signIn, environment = currentEnvironment()}: SessionOptions,
    features: SessionFeatures,
  ) {
    this.environment = environment;
    this.#link = new SdkLink(
      sdk,
      () => (this.#isHaunted ? this.readAnew() : this.reread()),
      (isMixed) => (isMixed ? this.readAnew() : this.#user.onSignIn()),
    );
    this.#reader = new SdkReader(this.#actionsOf(features));
    this.#user = new CurrentUser({
      environment,
      link: this.#link,
      reader: this.#reader,
      store: this.#store,
      signIn,
      onForget: (isMixed) => this.#onForget(isMixed),
      onSignedOut: () => this.#run?.onSignedOut(),
    });
    this.#calls = new SdkCalls(this, this.#reader, this.#user.signIn);
  }

  /**
   * @throws {PgError} `sdk-load-failed` before it is loaded, which no snapshot with data is
   */
  get sdk(): ConnectSdk {
    return this.#link.sdk;
  }

  get snapshot(): SessionSnapshot {
    return this.#store.current;
  }

  /** Grows when the user changes or signs out: what was begun under an older number must not be shown. */
  get generation(): number {
    return this.#user.generation;
  }

  /** When the accounts were last read from the backend. Milliseconds since 1970. */
  get readAt(): number {
    return this.#calls.refreshedAt;
  }

  /** An `sdk-outdated` that names everything that this version of the SDK lacks; undefined if nothing. */
  shortcoming(): Promise<PgError | undefined> {
    return this.#link.shortcoming();
  }

  /** The install run of this page, if there is one. */
  get run(): SessionRun | undefined {
    return this.#run;
  }

  integration(type: string): Integration | undefined {
    return this.#store.integration(type);
  }

  /**
   * The account of this credential id, else of this external id.
   * @param integration tells accounts of several integrations apart that have the same external id
   * @throws {PgError} `bad-input` if several could be meant
   */
  resolveAccount(reference: string, integration?: string): ConnectedAccount | undefined {
    return this.#store.resolve(reference, integration);
  }

  /** The account with this credential id, as the snapshot has it. */
  connectedAccount(credentialId: string): ConnectedAccount | undefined {
    return this.#store.find(credentialId)?.account;
  }

  /** Descriptions, settings and workflows of an integration; undefined if it does not exist. */
  texts(type: string): IntegrationTexts | undefined {
    return this.#reader.texts(type, this.integration(type) && this.#link.loaded);
  }

  /** The first subscriber starts the session, the last one to leave stops it. */
  subscribe(listener: SessionListener): () => void {
    this.#store.add(listener);
    if (this.#store.audience === 1) this.#start();
    return () => {
      this.#store.remove(listener);
      if (this.#store.audience === 0) this.#pause();
    };
  }

  /** Looks at the SDK's state again, without a request. */
  reread(): void {
    this.#user.reread();
  }

  readAnew(): void {
    this.#calls.readAnew();
  }

  verifyUser(): boolean {
    return this.#user.verify();
  }

  /**
   * Asks the backend again, then for the choices in sight. Never empties what is shown: a failure is in `snapshot.error`.
   * @throws {PgError} `network`, `signed-out`, `unknown`
   */
  refresh(): Promise<void> {
    const refreshing = this.readAccounts();
    // Once for all who ask at a time.
    if (refreshing !== this.#refreshing) {
      this.#refreshing = refreshing;
      refreshing.then(() => this.#onRefreshed()).catch(() => undefined);
    }
    return refreshing;
  }

  /**
   * Asks the backend how the accounts stand, and nothing else.
   * @throws {PgError} `network`, `signed-out`, `unknown`
   */
  readAccounts(): Promise<void> {
    return this.#calls.refresh();
  }

  /** Starts over after `error` or `signed-out`: signs in again where the session can, else looks again. */
  async retry(): Promise<void> {
    this.#user.allowSignIn();
    if ((this.#user.signIn || !this.#link.loaded) && this.snapshot.status !== 'ready') {
      this.#store.await();
      // What is under way may have begun with a token in whose place there is another by now.
      await this.#user.signIn?.underWay;
      if (this.#store.current.status !== 'ready') await this.#open();
    } else {
      await this.refresh().catch(() => undefined);
    }
  }

  /** Forgets the user and signs in again, as whoever `signIn` now says. */
  async switchUser(): Promise<void> {
    this.#user.forget();
    this.#store.set(emptySnapshot('loading'));
    await this.retry();
  }

  /** Signs the user out of the SDK and forgets everything of theirs. */
  signOut(): void {
    this.#user.signOut();
  }

  /**
   * Runs one call of the SDK: signs in again and repeats it once when the session had expired, and takes over what it
   * changed. Calls of the same key wait for each other.
   * @throws {PgError}
   */
  perform<T>(key: string, call: () => Promise<T>): Promise<T> {
    return this.#calls.perform(key, this.#user.generation, call);
  }

  /**
   * Runs one call of the SDK that changes nothing of what the session shows, and waits for no other: signs in again and repeats
   * it once when the session had expired.
   * @throws {PgError}
   */
  call<T>(call: () => Promise<T>): Promise<T> {
    return this.#calls.call(call);
  }

  /** A provider did not answer a call that was made outside of the session: looks at the accounts again if one may be why. */
  onRefused(error: PgError): Promise<void> {
    return this.#calls.onRefused(error);
  }

  /**
   * Disconnects an account for good. Ask the person first.
   * @throws {PgError} `account-not-found`, `signed-out`, `network`, `unknown`
   */
  async disconnect(credentialId: string): Promise<void> {
    const {integration} = this.#store.findOrThrow(credentialId);
    const {type} = integration;
    const generation = this.#user.generation;
    // Two at once would bring each other's account back: the SDK writes the list as it was before the request.
    await this.#uninstalls.run(type, () =>
      this.#calls.perform(credentialId, generation, async () => {
        this.#requireAccount(type, credentialId);
        await this.sdk.uninstallIntegration(type, {selectedCredentialId: credentialId});
      }),
    );
  }

  /**
   * What waited for other writes may come when its account has gone. For such a one the SDK throws what says less, and prints an
   * exception of its own.
   */
  #requireAccount(type: string, credentialId: string): void {
    const user = this.sdk.getUser();
    if (!user.authenticated) return;
    const held = entriesIn<SdkCredential>(user.integrations[type]?.allCredentials, 'id');
    if (!held.some(({id}) => id === credentialId))
      throw new PgError('account-not-found', `The account ${credentialId} is not connected.`);
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

  /** Tells the elements on the page that the run has none: one that is for the same account takes it over. */
  offerRun(): void {
    this.#store.announce();
  }

  /** What knows how the host calls accounts, if it does. */
  get namer(): AccountNamer | undefined {
    return this.#namer;
  }

  /** Accounts are called by what it says from now on. */
  useNamer(namer: AccountNamer | undefined): void {
    this.#namer = namer;
    this.#reader.namer = namer;
    this.reread();
  }

  /** Registers the host's own data sources, in place of all registered before. */
  setDataSources(sources: DataSources): void {
    this.#link.setDataSources(sources);
    notify(this.#sourceListeners);
  }

  /** Says from where pictures may be fetched, besides the service and the page: `cdn.acme.com`, `*.acme.com`, or `*` for everywhere. */
  setImageHosts(hosts: readonly string[]): void {
    this.#reader.imageHosts = hosts;
    this.reread();
  }

  /** Whether a picture may be fetched from where it is: from the service, the page itself, this machine and hosts that are listed. */
  readonly showsImage = (address: string): boolean =>
    this.#link.loaded !== undefined && this.#reader.showsImage(this.#link.loaded, address);

  /** Calls `listener` when data sources were registered: what was loaded from the ones before is void. */
  onSourcesChange(listener: () => void): () => void {
    return listen(this.#sourceListeners, listener);
  }

  /** Calls `listener` when a {@link refresh} that somebody asked for has ended well. */
  onRefresh(listener: () => void): () => void {
    return listen(this.#refreshListeners, listener);
  }

  /** Calls `listener` when everything of the user must be forgotten: they signed out, or another one signed in. */
  onForget(listener: () => void): () => void {
    return listen(this.#forgetters, listener);
  }

  #actionsOf(features: SessionFeatures): AccountActions {
    return {
      prepare: () => features.prepare(),
      destroy: (account) => this.disconnect(account.id),
      reauthorize: async (account, options) => {
        await features.reauthorize(this, account, options);
        return this.#store.findOrThrow(account.id).account;
      },
    };
  }

  #start(): void {
    this.#stopReturn = this.environment.onReturn(() => this.#onReturn());
    this.#link.follow();
    if (this.snapshot.status === 'loading' && (this.#user.signIn || !this.#link.loaded))
      void this.#open();
    else this.reread();
  }

  /** Loads the SDK if that is still to be done, then signs in if that is the session's to do. */
  async #open(): Promise<void> {
    if (!this.#link.loaded) {
      try {
        await this.#load();
      } catch (error) {
        this.#store.set(emptySnapshot('error', toPgError(error, 'sdk-load-failed')));
        return;
      }
    }
    const {signIn} = this.#user;
    if (signIn) await signIn.run(this.sdk);
    else this.reread();
  }

  /** An SDK that comes late is still taken. */
  #load(): Promise<void> {
    const stop = this.environment.after(SIGN_IN_LIMIT, () =>
      this.#user.onOverdue(new PgError('sdk-load-failed', `No SDK within ${SIGN_IN_LIMIT} ms.`)),
    );
    return this.#link.load().finally(stop);
  }

  #pause(): void {
    this.#link.unfollow();
    this.#stopReturn?.();
    this.#stopReturn = undefined;
    this.#stopReading?.();
    this.#stopReading = undefined;
    this.#user.stopWaiting();
  }

  #onReturn(): void {
    if (this.snapshot.status === 'error') void this.retry();
    else {
      this.reread();
      if (this.snapshot.status === 'ready') this.#readSoon();
    }
  }

  /** The person may have connected or disconnected accounts elsewhere: one read for all who show them. */
  #readSoon(): void {
    if (this.#stopReading) return;
    const read = (): void => {
      this.#stopReading = undefined;
      this.#lookedAt = this.environment.now();
      this.readAccounts().catch(() => undefined);
    };
    // After a failure nothing has been read.
    const readAt = this.snapshot.error ? 0 : this.readAt;
    const wait = Math.max(readAt, this.#lookedAt) + READ_EVERY - this.environment.now();
    if (wait > 0) this.#stopReading = this.environment.after(wait, read);
    else read();
  }

  #onRefreshed(): void {
    this.#namer?.askAgain();
    notify(this.#refreshListeners);
  }

  #onForget(isMixed: boolean): void {
    const isBusy = this.#calls.leave();
    this.#isHaunted ||= isBusy || this.#run?.isActive === true;
    if (isMixed) this.readAnew();
    notify(this.#forgetters);
    this.#run?.abandon();
    this.#run = undefined;
  }
}
