import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {OptionIndex} from './list-model.js';

type Host = ReactiveControllerHost & HTMLElement;

/**
 * Makes a long list ready to be searched as soon as somebody is in its box, between two frames: the first key that is pressed
 * should not have to wait for it.
 */
export class SearchWarmer implements ReactiveController {
  readonly #host: Host;
  readonly #index: () => OptionIndex | undefined;
  #warm: OptionIndex | undefined;
  #frame: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param index what is searched here; undefined where that is somebody else's task */
  constructor(host: Host, index: () => OptionIndex | undefined) {
    this.#host = host;
    this.#index = index;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('focusin', this.#schedule);
  }

  hostUpdated(): void {
    if (this.#host.matches(':focus-within')) this.#schedule();
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('focusin', this.#schedule);
    this.#cancel();
  }

  #cancel(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
  }

  readonly #schedule = (): void => {
    const index = this.#index();
    if (!index || index === this.#warm) return;
    this.#warm = index;
    this.#cancel();
    // A timer alone may come before the list that was just opened is painted.
    this.#frame = requestAnimationFrame(() => {
      this.#timer = setTimeout(() => index.prepare());
    });
  };
}
