import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** A change waits so long for others to be saved with. Milliseconds. */
const DELAY = 500;

/** Saves a while after the last change, and at once when the page is being left. */
export class Autosaver implements ReactiveController {
  readonly #save: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, save: () => void) {
    this.#save = save;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.flush);
    document.addEventListener('visibilitychange', this.#onVisibility);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.flush);
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

  readonly #onVisibility = (): void => {
    if (document.visibilityState === 'hidden') this.flush();
  };
}
