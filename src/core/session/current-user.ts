import {PgError} from '../errors.js';
import type {ConnectSdk} from '../sdk.js';
import type {Environment} from '../environment.js';
import {toPgError} from '../answers.js';
import type {SdkLink} from './sdk-link.js';
import type {SdkReader} from './sdk-reader.js';
import {
  SignInAttempts,
  SignInPoller,
  type SignIn,
  type SignInListener,
} from './sign-in-attempts.js';
import {emptySnapshot, type SignedInUser, type SnapshotStore} from './snapshot.js';

/** Failures of a sign-in after which somebody else may sign in; the others are mistakes, or pass. */
const SIGNED_OUT: ReadonlySet<string> = new Set([
  'signed-out',
  'token-expired',
  'token-malformed',
  'token-request-failed',
]);

/** What a {@link CurrentUser} works with. */
export interface UserParts {
  readonly environment: Environment;
  readonly link: SdkLink;
  readonly reader: SdkReader;
  readonly store: SnapshotStore;
  /** Missing where the host signs the user in. */
  readonly signIn: SignIn | undefined;
  /** Everything of the user must be forgotten; what the SDK holds may be mixed with it. */
  readonly onForget: (isMixed: boolean) => void;
  /** The user is signed out, and may come back. */
  readonly onSignedOut: () => void;
}

/** Follows who the SDK's user is, whoever signs them in, and publishes what is theirs and nobody else's. */
export class CurrentUser implements SignInListener {
  readonly #link: SdkLink;
  readonly #reader: SdkReader;
  readonly #store: SnapshotStore;
  readonly #signIn: SignInAttempts | undefined;
  readonly #poller: SignInPoller;
  readonly #onForget: (isMixed: boolean) => void;
  readonly #onOut: () => void;
  #generation = 0;
  /** To whom everything belongs that is kept. */
  #owner: string | undefined;
  #signedOutByChoice = false;

  constructor({environment, link, reader, store, signIn, onForget, onSignedOut}: UserParts) {
    this.#link = link;
    this.#reader = reader;
    this.#store = store;
    this.#signIn = signIn && new SignInAttempts(signIn, this, environment.after);
    this.#poller = new SignInPoller(environment, () => this.reread());
    this.#onForget = onForget;
    this.#onOut = onSignedOut;
  }

  get generation(): number {
    return this.#generation;
  }

  /** Missing where the host signs the user in. */
  get signIn(): SignInAttempts | undefined {
    return this.#signIn;
  }

  /** Looks at the SDK's state again, without a request. */
  reread(): void {
    // While somebody signs in the SDK already shows the user, but nothing of what is theirs.
    const sdk = this.#link.loaded;
    if (!sdk || this.#signIn?.underWay) return;
    try {
      const user = sdk.getUser();
      if (!user.authenticated) this.#onSignedOut();
      else if (this.#isFilling(user)) this.#onFilling(user);
      else this.#show(user);
    } catch (error) {
      this.#store.set(emptySnapshot('error', toPgError(error)));
    }
  }

  /** Somebody was signed in or out, or is being: only a look at the SDK tells whom. */
  onSignIn(): void {
    // Where the session signs in itself, the call that was refused asks for that: it is repeated afterwards.
    if (!this.#signIn || this.#link.loaded?.getUser().authenticated) this.reread();
  }

  /** Whether the SDK still has the user that everything belongs to; if it has another one, forgets it all. */
  verify(): boolean {
    if (this.#owner === undefined) return true;
    const user = this.#link.loaded?.getUser();
    if (!user?.authenticated || idOf(user) === this.#owner) return true;
    this.reread();
    return false;
  }

  /** Whoever signs in from now on is welcome again after a sign-out. */
  allowSignIn(): void {
    this.#signedOutByChoice = false;
  }

  signOut(): void {
    this.#signedOutByChoice = true;
    if (this.#link.loaded) signOutOf(this.#link.loaded);
    this.forget();
    this.#store.set(emptySnapshot('signed-out'));
    if (!this.#signIn) this.#waitForHost();
  }

  /** Forgets everything of the user: they signed out, or another one has signed in. */
  forget(): void {
    this.#generation += 1;
    this.#owner = undefined;
    this.#onForget(this.#reader.forget());
  }

  stopWaiting(): void {
    this.#poller.stop();
  }

  onSignedIn(user: SignedInUser): void {
    if (!this.#link.isMixed) this.#reader.onRefreshed();
    this.#show(user);
  }

  onFailed(problem: PgError): void {
    const isOut = SIGNED_OUT.has(problem.code);
    // Out of reach is not signed out: people keep what they see and have typed, and the next call tries again.
    if (this.#keep(problem, isOut)) return;
    this.forget();
    this.#store.set(emptySnapshot(isOut ? 'signed-out' : 'error', problem));
  }

  onOverdue(problem: PgError): void {
    if (!this.#keep(problem, false)) this.#store.set(emptySnapshot('error', problem));
  }

  /**
   * Keeps what belongs to a user who could not be signed in again: until the same one is back, or another one.
   * @returns whether there is such a user
   */
  #keep(error: PgError, isOut: boolean): boolean {
    const {current} = this.#store;
    if (current.integrations.length === 0) return false;
    const status = current.status === 'ready' && !isOut ? 'ready' : 'signed-out';
    this.#store.set({...current, status, error});
    if (isOut) this.#onOut();
    return true;
  }

  onObsolete(): void {
    // Somebody else is signing in by now, or nobody shall be: what arrived is not theirs.
    if (this.#signedOutByChoice) this.#link.sdk.logout?.();
  }

  #onSignedOut(): void {
    this.#poller.onSignedOut();
    if (this.#signIn) {
      // Signed out by choice, or given up: only `retry` and `refresh` sign in again.
      if (this.#store.current.status === 'ready' && !this.#store.current.error)
        void this.#signIn.run(this.#link.sdk);
      return;
    }
    this.#onOut();
    // What was typed is kept: it is there again when the same user is back, and for no other.
    this.#store.set(
      emptySnapshot(
        'signed-out',
        this.#store.current.status === 'signed-out' ? this.#store.current.error : undefined,
      ),
    );
    this.#waitForHost();
  }

  /** Whether the SDK still waits for what belongs to the user it already names. */
  #isFilling(user: SignedInUser): boolean {
    const isShown = this.#store.current.userId === idOf(user);
    if (isShown && this.#store.current.integrations.length === 0) return false;
    if (this.#poller.isOverdue && !this.#link.isReading(idOf(user))) return false;
    return Object.keys(user.integrations).length === 0 || !this.#reader.hasMetadata(this.#link.sdk);
  }

  #onFilling(user: SignedInUser): void {
    this.#poller.onFilling();
    // The user before must not stay on the page until the data of the new one has come.
    this.#belongTo(user);
    if (this.#poller.isOverdue)
      this.onOverdue(new PgError('network', 'The user’s data does not come.'));
    else if (this.#store.current.userId !== idOf(user)) this.#store.set(emptySnapshot('loading'));
    this.#waitForHost();
  }

  /** Looks again later, while the host signs the user in. */
  #waitForHost(): void {
    if (this.#store.audience > 0) this.#poller.wait();
  }

  /** Forgets what belongs to anybody else. */
  #belongTo(user: SignedInUser): void {
    const owner = idOf(user);
    if (this.#owner !== undefined && this.#owner !== owner) {
      this.forget();
      this.#store.set(emptySnapshot('loading'));
    }
    this.#owner = owner;
  }

  #show(user: SignedInUser): void {
    this.#poller.onReady();
    this.#belongTo(user);
    this.#store.set(this.#reader.read(this.#link.sdk, user, this.#store.current));
  }
}

/** The subject of a token may be a number. */
const idOf = ({userId}: SignedInUser): string => String(userId);

/** A token of nobody that ended in 1970; nothing in it is a secret. */
const EXPIRED_TOKEN = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJub2JvZHkiLCJleHAiOjF9.';

/**
 * Signs the user out of the SDK and out of the storage it keeps them in. Its facade has no way to, but for one: it signs out
 * whoever is there when it is given a token that has expired, before it asks the backend anything.
 */
function signOutOf(sdk: ConnectSdk): void {
  if (sdk.logout) sdk.logout();
  else sdk.authenticate('signed-out', EXPIRED_TOKEN).catch(() => undefined);
}
