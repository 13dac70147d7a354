import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Text that enters a region in the same breath as the region is not announced; this gap is long enough for all readers (ms). */
const GAP = 100;
/** Afterwards the words are gone, so that nobody meets them again while reading the page (ms). */
const KEPT = 10_000;
/** Waits shorter than this are not worth interrupting for (ms). */
const BUSY_AFTER = 1_000;

/**
 * Tells screen readers what changed without moving focus. The host puts `${this.live.render()}` once in its template, always; in a
 * dialog it must be the dialog's own content, because all else is inert. Announcing costs the host no update.
 */
export class LiveRegion implements ReactiveController {
  #regions: Readonly<Record<'polite' | 'assertive', HTMLElement>> | undefined;
  readonly #timers = new Map<'polite' | 'assertive' | 'busy', ReturnType<typeof setTimeout>>();

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#regions?.polite.replaceChildren();
    this.#regions?.assertive.replaceChildren();
  }

  /** The two empty regions, the same nodes at every render. */
  render(): readonly HTMLElement[] {
    this.#regions ??= {polite: region('status'), assertive: region('alert')};
    return Object.values(this.#regions);
  }

  /**
   * Reads a text out: after what is being said, or at once for an error. A later text replaces one not yet spoken; the same text
   * again is spoken again.
   */
  announce(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
    const target = this.#regions?.[urgency];
    target?.replaceChildren();
    this.#later(urgency, GAP, () => {
      const region = this.#regions?.[urgency];
      region?.replaceChildren(text);
      this.#later(urgency, KEPT, () => region?.replaceChildren());
    });
  }

  /** Call it with every state: announces once that something is loading, if it still is after a second. */
  busy(active: boolean, text: string): void {
    if (active === this.#timers.has('busy')) return;
    if (active) {
      // The timer stays in the map after it ran: as long as the work lasts, it is not announced again.
      const timer = setTimeout(() => this.announce(text), BUSY_AFTER);
      this.#timers.set('busy', timer);
    } else {
      clearTimeout(this.#timers.get('busy'));
      this.#timers.delete('busy');
    }
  }

  #later(key: 'polite' | 'assertive', delay: number, run: () => void): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.set(key, setTimeout(run, delay));
  }
}

function region(role: 'status' | 'alert'): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('role', role);
  element.className = 'visually-hidden';
  return element;
}
