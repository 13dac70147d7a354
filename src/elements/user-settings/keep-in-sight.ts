import type {LitElement, ReactiveController} from 'lit';

/** Who presses a field sees it, and a page that moves under the finger loses the click. Milliseconds. */
const PRESS = 100;

/**
 * Scrolls what gets the focus out from under the save bar (WCAG 2.4.11). Browsers scroll only as far as the edge, and the
 * margins that would hold them off do not reach into the shadow tree that has the focus.
 */
export class KeepInSight implements ReactiveController {
  readonly #host: LitElement;
  #pressedAt = -Infinity;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // Focus that moves from one field to another does not leave the shadow tree, and neither do its events.
    const {renderRoot} = this.#host;
    renderRoot.addEventListener('pointerdown', this.#onPress);
    renderRoot.addEventListener('focusin', this.#onFocus);
  }

  hostDisconnected(): void {
    const {renderRoot} = this.#host;
    renderRoot.removeEventListener('pointerdown', this.#onPress);
    renderRoot.removeEventListener('focusin', this.#onFocus);
  }

  readonly #onPress = (event: Event): void => {
    this.#pressedAt = event.timeStamp;
  };

  readonly #onFocus = (event: Event): void => {
    if (event.timeStamp - this.#pressedAt < PRESS) return;
    const root = this.#host.shadowRoot;
    const focused = root?.activeElement;
    if (focused && !focused.closest('.bar')) focused.scrollIntoView({block: 'nearest'});
  };
}
