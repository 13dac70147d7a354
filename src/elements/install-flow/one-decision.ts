import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** How long the second half of a double click or of a double key press can take. Milliseconds. */
const DOUBLE = 500;
/** How far apart its halves can be. CSS pixels. */
const NEAR = 8;

/**
 * Lets one gesture take one decision: the second half of a double click, or of a double Enter, does not answer what its first half
 * has brought to the same place.
 */
export class OneDecision implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #click: MouseEvent | undefined;
  #key: KeyboardEvent | undefined;
  #hasChanged = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Something else is asked now. */
  onChange(): void {
    this.#hasChanged = true;
  }

  hostConnected(): void {
    this.#host.addEventListener('click', this.#onClick, true);
    this.#host.addEventListener('keydown', this.#onKey, true);
    this.#host.addEventListener('input', this.#onInput, true);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('click', this.#onClick, true);
    this.#host.removeEventListener('keydown', this.#onKey, true);
    this.#host.removeEventListener('input', this.#onInput, true);
  }

  readonly #onClick = (event: MouseEvent): void => {
    // A keyboard's or a script's click has no place.
    if (event.detail === 0) return;
    const before = this.#click;
    this.#click = event;
    const isSecond =
      before !== undefined &&
      event.timeStamp - before.timeStamp < DOUBLE &&
      Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY) < NEAR;
    this.#judge(event, isSecond);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const before = this.#key;
    const isDecision = event.key === 'Enter' || event.key === ' ';
    this.#key = isDecision ? event : undefined;
    if (!isDecision) return;
    const isSoon = before !== undefined && event.timeStamp - before.timeStamp < DOUBLE;
    this.#judge(event, event.repeat || (isSoon && before.key === event.key));
  };

  /** Whoever has typed in between makes another decision, however fast. */
  readonly #onInput = (): void => {
    this.#click = undefined;
    this.#key = undefined;
  };

  #judge(event: Event, isSecond: boolean): void {
    if (isSecond && this.#hasChanged) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    this.#hasChanged = false;
  }
}
