import type {Environment} from '../environment.js';

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
