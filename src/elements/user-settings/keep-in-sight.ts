import type {LitElement, ReactiveController} from 'lit';

/** What ends a press of a pointer; other events of it may be kept from here by the control that is pressed. */
const ENDS = ['click', 'keydown', 'pointercancel'] as const;

/**
 * Scrolls what gets the focus out from under the save bar (WCAG 2.4.11). Browsers scroll only as far as the edge, and the
 * margins that would hold them off do not reach into the shadow tree that has the focus.
 */
export class KeepInSight implements ReactiveController {
  readonly #host: LitElement;
  #isPressed = false;
  #isCovering = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // Focus that moves from one field to another does not leave the shadow tree, and neither do its events.
    const {renderRoot} = this.#host;
    renderRoot.addEventListener('pointerdown', this.#onPress, true);
    for (const end of ENDS) renderRoot.addEventListener(end, this.#onEnd, true);
    renderRoot.addEventListener('focusin', this.#onFocus);
  }

  hostUpdated(): void {
    const isCovering = this.#host.renderRoot.querySelector('.bar.stuck') !== null;
    // The bar appears with the first key that is pressed, perhaps over the field that it was pressed in.
    if (isCovering && !this.#isCovering) this.#show();
    this.#isCovering = isCovering;
  }

  hostDisconnected(): void {
    const {renderRoot} = this.#host;
    renderRoot.removeEventListener('pointerdown', this.#onPress, true);
    for (const end of ENDS) renderRoot.removeEventListener(end, this.#onEnd, true);
    renderRoot.removeEventListener('focusin', this.#onFocus);
  }

  readonly #onPress = (): void => {
    this.#isPressed = true;
  };

  readonly #onEnd = (): void => {
    this.#isPressed = false;
  };

  readonly #onFocus = (): void => {
    // Who presses a field sees it, and a page that moves under the finger loses the click.
    if (!this.#isPressed) this.#show();
  };

  #show(): void {
    const focused = this.#host.shadowRoot?.activeElement;
    if (focused && !focused.closest('.bar')) focused.scrollIntoView({block: 'nearest'});
  }
}
