import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** A change waits so long for others to be saved with. Milliseconds. */
const DELAY = 500;

/** Saves a while after the last change, and at once when the page is being left. */
export class Autosaver implements ReactiveController {
  readonly #save: () => void;
  readonly #hurry: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param hurry called before a save that may be the last thing this page does */
  constructor(host: ReactiveControllerHost, save: () => void, hurry: () => void) {
    this.#save = save;
    this.#hurry = hurry;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.leave);
    document.addEventListener('visibilitychange', this.#onVisibility);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.leave);
    document.removeEventListener('visibilitychange', this.#onVisibility);
  }

  schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.flush, DELAY);
  }

  readonly flush = (): void => {
    clearTimeout(this.#timer);
    this.#save();
  };

  /** Saves while there is a page to save from. */
  readonly leave = (): void => {
    this.#hurry();
    this.flush();
  };

  readonly #onVisibility = (): void => {
    if (document.visibilityState === 'hidden') this.leave();
  };
}
