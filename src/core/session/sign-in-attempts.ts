import type {Environment} from '../environment.js';
import {PgError} from '../errors.js';
import {toPgError} from '../answers.js';
import type {ConnectSdk} from '../sdk.js';
import type {SignedInUser} from './snapshot.js';

/** Signs a user in to the SDK; `renew` is true when an earlier sign-in has run out. */
export type SignIn = (sdk: ConnectSdk, renew: boolean) => Promise<void>;

/** What comes of a sign-in. */
export interface SignInListener {
  /** What was begun under an older number is for somebody else. */
  readonly generation: number;
  onSignedIn(user: SignedInUser): void;
  onFailed(problem: PgError): void;
  /** Nothing came in time. What comes later is still taken. */
  onOverdue(problem: PgError): void;
  /** A user has arrived whom nobody waits for any more. */
  onObsolete(): void;
}

/** A late 401 of an older call signs the SDK out again in the middle of a sign-in, without a word. */
const ATTEMPTS = 3;

/** How long a sign-in may take until it counts as failed: a token function, or a call of the SDK, may never settle. Milliseconds. */
export const SIGN_IN_LIMIT = 12_000;

/** Signs the user in, one sign-in at a time, as often as it takes within reason. */
export class SignInAttempts {
  readonly #signIn: SignIn;
  readonly #listener: SignInListener;
  readonly #after: Environment['after'];
  #latest = 0;
  #hasSignedIn = false;
  #underWay: Promise<void> | undefined;

  constructor(signIn: SignIn, listener: SignInListener, after: Environment['after']) {
    this.#signIn = signIn;
    this.#listener = listener;
    this.#after = after;
  }

  /** The sign-in that is under way; never rejects, and ends in time. */
  get underWay(): Promise<void> | undefined {
    return this.#underWay;
  }

  /** Signs in, or joins the sign-in that is under way; the listener is told how it went. */
  run(sdk: ConnectSdk): Promise<void> {
    // Under way before it begins: what the SDK shows meanwhile is not to be looked at.
    this.#underWay ??= this.#inTime(sdk);
    return this.#underWay;
  }

  #inTime(sdk: ConnectSdk): Promise<void> {
    const listener = this.#listener;
    const {generation} = listener;
    const serial = (this.#latest += 1);
    return new Promise((resolve) => {
      const end = (): void => {
        stop();
        if (serial === this.#latest) this.#underWay = undefined;
        resolve();
      };
      const stop = this.#after(SIGN_IN_LIMIT, () => {
        end();
        if (serial !== this.#latest || generation !== listener.generation) return;
        listener.onOverdue(new PgError('network', `No sign-in within ${SIGN_IN_LIMIT} ms.`));
      });
      void Promise.resolve()
        .then(() => this.#attempt(sdk, generation, serial))
        .finally(end);
    });
  }

  async #attempt(sdk: ConnectSdk, generation: number, serial: number): Promise<void> {
    const listener = this.#listener;
    try {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        await this.#signIn(sdk, this.#hasSignedIn);
        if (generation !== listener.generation) {
          listener.onObsolete();
          return;
        }
        this.#hasSignedIn = true;
        const user = sdk.getUser();
        if (user.authenticated) {
          listener.onSignedIn(user);
          return;
        }
      }
      listener.onFailed(new PgError('signed-out', 'The SDK has no user, and does not say why.'));
    } catch (error) {
      // What fails late does not count where a newer attempt is on its way.
      if (generation === listener.generation && serial === this.#latest)
        listener.onFailed(toPgError(error));
    }
  }
}

/** Waits between looks at an SDK that somebody else is signing in; it fires no event for that. Milliseconds. */
const DELAYS = [50, 100, 200, 400, 800, 1600] as const;
/** An SDK that has a user but no integrations after this long has none. Milliseconds. */
const EMPTY_AFTER = 10_000;

/** Has an SDK looked at again and again, while its host is to sign the user in or the user's data is on the way. */
export class SignInPoller {
  readonly #environment: Environment;
  readonly #look: () => void;
  #looks = 0;
  #fillingSince: number | undefined;
  #cancel: (() => void) | undefined;

  constructor(environment: Environment, look: () => void) {
    this.#environment = environment;
    this.#look = look;
  }

  /** Whether the SDK has had its user for so long that nothing more is to come. */
  get isOverdue(): boolean {
    const since = this.#fillingSince;
    return since !== undefined && this.#environment.now() - since > EMPTY_AFTER;
  }

  /** The SDK has a user, and nothing of theirs yet. */
  onFilling(): void {
    this.#fillingSince ??= this.#environment.now();
  }

  onSignedOut(): void {
    this.#fillingSince = undefined;
  }

  /** Everything is there: the next wait begins with short delays. */
  onReady(): void {
    this.#looks = 0;
    this.#fillingSince = undefined;
  }

  /** Looks again after a while, unless that is to happen already. */
  wait(): void {
    if (this.#cancel) return;
    const delay = DELAYS[Math.min(this.#looks, DELAYS.length - 1)] ?? 1600;
    this.#looks += 1;
    this.#cancel = this.#environment.after(delay, () => {
      this.#cancel = undefined;
      this.#look();
    });
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
