import type {Environment} from '../environment.js';
import {popupsOf, type OpenedWindow} from '../popups.js';

/** What the watch reports. */
export interface SignInListener {
  /** The person is back, or the window is gone, for a moment already. */
  onReturned(): void;
  /** Look at the account now: the person is back, or the SDK has stopped looking. */
  onCheck(): void;
  /** Time to see whether the session still holds: no event tells of a sign-out. */
  onLook(): void;
  /** The provider said no; `text` is its own. */
  onDenied(text: string): void;
  /** The window has not loaded in a time in which it should have; or it has after all. */
  onSilent(): void;
  onAlive(): void;
  /** There is no address to sign in at. */
  onUnloadable(error: Error): void;
  /** The policy of this page has cut the window off. */
  onSevered(): void;
}

/** How often the window is looked at. Milliseconds. */
const LOOK_EVERY = 500;
/** After how many looks a window that has said nothing is taken for stuck: seven seconds. */
const SILENT_AFTER = 14;
/** Every how many looks the session is looked at as well. */
const SESSION_EVERY = 6;
/** A person who is back usually has an answer on the way: ask "finished?" only after this. Milliseconds. */
const ASK_AFTER = 700;
/** The SDK asks the backend for the account this long. Milliseconds. */
const SDK_STOPS_AFTER = 175_000;
/** How often to ask the backend after that. Milliseconds. */
const CHECK_EVERY = 15_000;

/**
 * Watches over a sign-in in another window, where nothing can be known for sure: a provider's COOP header makes an open
 * window look closed and cuts its messages off. So everything here is a hint to look at the account, or to ask the person.
 */
export class SignInWatch {
  readonly #environment: Environment;
  readonly #window: OpenedWindow | undefined;
  readonly #listener: SignInListener;
  readonly #startedAt: number;
  readonly #stops: (() => void)[] = [];
  #checkedAt: number;
  #looks = 0;
  /** Whether the service's page has come up in the window. */
  #isAlive = false;
  #isDoubted = false;
  #cancelLook: () => void = () => undefined;
  #cancelAsk: (() => void) | undefined;

  constructor(
    environment: Environment,
    opened: OpenedWindow | undefined,
    listener: SignInListener,
  ) {
    this.#environment = environment;
    this.#window = opened;
    this.#listener = listener;
    this.#startedAt = environment.now();
    this.#checkedAt = this.#startedAt;
    this.#stops.push(environment.onReturn(() => this.#onReturn()));
    if (opened) {
      const popups = popupsOf(environment);
      this.#stops.push(
        popups.onMessage(opened, (data) => this.#onMessage(data)),
        popups.onAddressFailure(opened, (error) => listener.onUnloadable(error)),
      );
    }
    this.#look();
  }

  focusWindow(): void {
    this.#window?.focus();
  }

  stop({closeWindow}: {readonly closeWindow: boolean}): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#cancelLook();
    this.#cancelAsk?.();
    if (closeWindow) this.#window?.close();
  }

  #look(): void {
    this.#cancelLook = this.#environment.after(LOOK_EVERY, () => {
      this.#looks += 1;
      if (this.#looks % SESSION_EVERY === 0) this.#listener.onLook();
      if (this.#stops.length === 0) return;
      if (this.#window && !this.#isAlive) this.#doubt(this.#window);
      if (this.#window?.closed && this.#environment.hasFocus()) this.#ask();
      const now = this.#environment.now();
      if (now - this.#startedAt > SDK_STOPS_AFTER && now - this.#checkedAt > CHECK_EVERY)
        this.#check();
      this.#look();
    });
  }

  /** The window has not said that the service's page has come up in it. */
  #doubt({closed}: OpenedWindow): void {
    if (!closed && this.#looks >= SILENT_AFTER) this.#listener.onSilent();
    if (!closed || this.#isDoubted) return;
    this.#isDoubted = true;
    // The person has closed it, or it only seems so.
    void popupsOf(this.#environment)
      .findObstacle()
      .then((obstacle) => {
        if (obstacle === 'isolated' && this.#stops.length > 0) this.#listener.onSevered();
      });
  }

  #onReturn(): void {
    this.#check();
    this.#ask();
  }

  #check(): void {
    this.#checkedAt = this.#environment.now();
    this.#listener.onCheck();
  }

  #ask(): void {
    this.#cancelAsk ??= this.#environment.after(ASK_AFTER, () => this.#listener.onReturned());
  }

  #onMessage(data: unknown): void {
    if (typeof data !== 'object' || data === null) return;
    const {type, error, errorResponse} = data as Record<string, unknown>;
    if (type === 'oauth-nonce-loaded') {
      this.#isAlive = true;
      this.#listener.onAlive();
    }
    if (type === 'oauth_error_callback')
      this.#listener.onDenied(textOf(error) ?? textOf(errorResponse) ?? '');
  }
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const {message} = value as Record<string, unknown>;
  return typeof message === 'string' ? message : undefined;
}
