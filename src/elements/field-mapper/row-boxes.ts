import type {ReactiveController} from 'lit';
import type {ViewHost} from '../input/control.js';

/** Rows that get their box at once: what fits on most screens. */
const AT_ONCE = 24;
/** How far from what is visible rows get their box, in px. */
const MARGIN = '600px 0px';
/** How long nothing may have come near before boxes are made, in ms: not while somebody scrolls past. */
const REST = 100;

/**
 * Tells which rows of a long list have a real box. A combobox is heavy; hundreds of them are made as they come near what is visible, or
 * when the focus gets to their stand-in. All rows themselves are there from the start, so that searching the page, assistive
 * technology and the scroll bar see them all.
 */
export class RowBoxes implements ReactiveController {
  readonly #host: ViewHost;
  readonly #ready = new Set<string>();
  #keys = new WeakMap<Element, string>();
  #sight: IntersectionObserver | undefined;
  #focused: string | undefined;
  /** Rows without a box that are near now. */
  readonly #near = new Map<string, Element>();
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ViewHost) {
    this.#host = host;
    host.addController(this);
  }

  has(key: string, index: number): boolean {
    // A row keeps its box when others are added above it.
    if (index < AT_ONCE) this.#ready.add(key);
    return this.#ready.has(key);
  }

  /** Whether the stand-in stays for as long as the focus needs to move on from it. */
  keepsStandIn(key: string): boolean {
    return this.#focused === key;
  }

  /** Gives a row its box at once, because the focus is there. */
  async take(key: string, focusBox: () => void): Promise<void> {
    this.#ready.add(key);
    this.#focused = key;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    focusBox();
    this.#focused = undefined;
    this.#host.requestUpdate();
  }

  /** Called after a render, with the rows in their order. */
  watch(rows: readonly {readonly key: string}[], elements: NodeListOf<Element>): void {
    elements.forEach((element, index) => {
      const key = rows[index]?.key;
      if (key === undefined || this.#ready.has(key)) return;
      if (this.#keys.get(element) === key) return;
      this.#keys.set(element, key);
      this.#observer.observe(element);
    });
  }

  hostConnected(): void {
    // After a move the rows have to be watched again.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    clearTimeout(this.#rest);
    this.#near.clear();
    this.#sight?.disconnect();
    this.#sight = undefined;
    this.#keys = new WeakMap();
  }

  dispose(): void {
    this.hostDisconnected();
    this.#host.removeController(this);
  }

  get #observer(): IntersectionObserver {
    this.#sight ??= new IntersectionObserver((entries) => this.#onSight(entries), {
      rootMargin: MARGIN,
    });
    return this.#sight;
  }

  #onSight(entries: readonly IntersectionObserverEntry[]): void {
    for (const {isIntersecting, target} of entries) {
      const key = this.#keys.get(target);
      if (key === undefined) continue;
      if (isIntersecting) this.#near.set(key, target);
      else this.#near.delete(key);
    }
    clearTimeout(this.#rest);
    if (this.#near.size > 0) this.#rest = setTimeout(() => this.#makeBoxes(), REST);
  }

  #makeBoxes(): void {
    for (const [key, element] of this.#near) {
      this.#sight?.unobserve(element);
      this.#ready.add(key);
    }
    this.#near.clear();
    this.#host.requestUpdate();
  }
}
