import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** A change waits so long for others to be saved with. Milliseconds. */
const DELAY = 500;

/** What is to be done with what was typed. */
export interface LeaveGuardOptions {
  /** Saves what is to be saved by itself. */
  readonly save: () => void;
  /** Called before a save that may be the last thing this page does. */
  readonly hurry: () => void;
  /** Whether something would be lost with the page. */
  readonly isUnsaved: () => boolean;
}

/** Saves a while after the last change, and at once when the page is being left; where that is not enough, the browser asks before. */
export class LeaveGuard implements ReactiveController {
  readonly #options: LeaveGuardOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asks = false;

  constructor(host: ReactiveControllerHost, options: LeaveGuardOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#leave);
    document.addEventListener('visibilitychange', this.#onVisibility);
  }

  hostUpdated(): void {
    // A `beforeunload` listener disables the back/forward cache, so there is one only while it has something to ask.
    const wanted = this.#options.isUnsaved();
    if (wanted === this.#asks) return;
    this.#asks = wanted;
    if (wanted) window.addEventListener('beforeunload', this.#onUnload);
    else window.removeEventListener('beforeunload', this.#onUnload);
  }

  hostDisconnected(): void {
    this.#asks = false;
    window.removeEventListener('beforeunload', this.#onUnload);
    window.removeEventListener('pagehide', this.#leave);
    document.removeEventListener('visibilitychange', this.#onVisibility);
  }

  /** Saves in a while. */
  schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#options.save, DELAY);
  }

  /** Saves while there is a page to save from. */
  readonly #leave = (): void => {
    clearTimeout(this.#timer);
    this.#options.hurry();
    this.#options.save();
  };

  readonly #onVisibility = (): void => {
    if (document.visibilityState === 'hidden') this.#leave();
  };

  readonly #onUnload = (event: BeforeUnloadEvent): void => {
    this.#leave();
    if (this.#options.isUnsaved()) event.preventDefault();
  };
}
