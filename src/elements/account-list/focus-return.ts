import type {LitElement} from 'lit';

/** Knows where the focus belongs when what had it is gone. */
export class FocusReturn {
  readonly #host: LitElement;
  #invoker: EventTarget | null = null;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** The button that began what has the focus from now on; none where its owner hands the focus back itself. */
  remember(invoker: EventTarget | null): void {
    this.#invoker = invoker;
  }

  /** Back where it came from, else to what is there. */
  next(): HTMLElement | null {
    const invoker = this.#invoker;
    this.#invoker = null;
    if (invoker instanceof HTMLElement && invoker.isConnected) return invoker;
    const {renderRoot} = this.#host;
    const button = invoker && renderRoot.querySelector<HTMLElement>('.add');
    const base = renderRoot.querySelector<HTMLElement>('.base');
    // An empty list has no button.
    if (base) base.tabIndex = -1;
    return button ?? renderRoot.querySelector<HTMLElement>('button') ?? base;
  }
}
