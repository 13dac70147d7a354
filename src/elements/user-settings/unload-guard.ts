import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Has the browser ask before the page is left. It listens only while there is a reason to: pages that listen load slower on return. */
export class UnloadGuard implements ReactiveController {
  readonly #isUnsaved: () => boolean;
  readonly #onLeave: () => void;
  #listens = false;

  /** @param onLeave called before the browser asks */
  constructor(host: ReactiveControllerHost, isUnsaved: () => boolean, onLeave: () => void) {
    this.#isUnsaved = isUnsaved;
    this.#onLeave = onLeave;
    host.addController(this);
  }

  hostUpdated(): void {
    const wanted = this.#isUnsaved();
    if (wanted === this.#listens) return;
    this.#listens = wanted;
    if (wanted) window.addEventListener('beforeunload', this.#onUnload);
    else window.removeEventListener('beforeunload', this.#onUnload);
  }

  hostDisconnected(): void {
    this.#listens = false;
    window.removeEventListener('beforeunload', this.#onUnload);
  }

  readonly #onUnload = (event: BeforeUnloadEvent): void => {
    this.#onLeave();
    if (this.#isUnsaved()) event.preventDefault();
  };
}
