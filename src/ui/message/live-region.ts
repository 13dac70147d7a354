import {html, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';

/** Text that enters a region in the same breath as the region is not announced; this gap is long enough for all readers (ms). */
const GAP = 100;
/** Afterwards the words are gone, so that nobody meets them again while reading the page (ms). */
const KEPT = 10_000;
/** Waits shorter than this are not worth interrupting for (ms). */
const BUSY_AFTER = 1_000;

type Urgency = 'polite' | 'assertive';

/** An element before its first render has no root to render to. */
type Host = ReactiveControllerHost & {
  readonly renderRoot: ParentNode | undefined;
  readonly isConnected: boolean;
};

/**
 * Tells screen readers what changed without moving focus. The host puts `${this.live.render()}` once in its template, always; in a
 * dialog it must be the dialog's own content, because all else is inert. Announcing costs the host no update.
 */
export class LiveRegion implements ReactiveController {
  readonly #host: Host;
  readonly #timers = new Map<Urgency | 'busy', ReturnType<typeof setTimeout>>();

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#region('polite')?.replaceChildren();
    this.#region('assertive')?.replaceChildren();
  }

  /** The two empty regions, the same nodes at every render. */
  render(): TemplateResult {
    return html`<div class="visually-hidden live-polite" role="status"></div>
      <div class="visually-hidden live-assertive" role="alert"></div>`;
  }

  /**
   * Reads a text out: after what is being said, or at once for an error. A later text replaces one not yet spoken; the same text
   * again is spoken again.
   */
  announce(text: string, urgency: Urgency = 'polite'): void {
    this.#region(urgency)?.replaceChildren();
    this.#later(urgency, GAP, () => {
      const region = this.#region(urgency);
      region?.replaceChildren(text);
      this.#later(urgency, KEPT, () => region?.replaceChildren());
    });
  }

  /** Call it with every state: announces once that something is loading, if it still is after a second. */
  busy(active: boolean, text: string): void {
    if (active === this.#timers.has('busy') || (active && !this.#host.isConnected)) return;
    if (active) {
      // The timer stays in the map after it ran: as long as the work lasts, it is not announced again.
      const timer = setTimeout(() => this.announce(text), BUSY_AFTER);
      this.#timers.set('busy', timer);
    } else {
      clearTimeout(this.#timers.get('busy'));
      this.#timers.delete('busy');
      // What is ready is not loading: nobody shall read that for as long as other texts are kept.
      this.announce('');
    }
  }

  #region(urgency: Urgency): Element | null | undefined {
    return this.#host.renderRoot?.querySelector(`.live-${urgency}`);
  }

  #later(key: Urgency, delay: number, run: () => void): void {
    clearTimeout(this.#timers.get(key));
    // What ends after the host has left the page is said to nobody.
    if (!this.#host.isConnected) return;
    this.#timers.set(key, setTimeout(run, delay));
  }
}
