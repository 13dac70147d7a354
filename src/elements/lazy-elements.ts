import type {ReactiveController} from 'lit';
import {PgError} from '../core/errors.js';
import {LazyModule} from '../core/util/lazy-module.js';
import type {SessionElement} from './session-element.js';
import type {SessionView} from './session-view.js';

/** An element of the kit whose code comes when it is first wanted. */
export class LazyElement {
  readonly tag: string;
  readonly #module: LazyModule<unknown>;

  /** @param load imports the module that registers it */
  constructor(tag: string, load: () => Promise<unknown>) {
    this.tag = tag;
    this.#module = new LazyModule(load);
  }

  get isDefined(): boolean {
    return customElements.get(this.tag) !== undefined;
  }

  /** @throws {PgError} `network` if its code does not come */
  async load(): Promise<void> {
    if (this.isDefined) return;
    await this.#module.load();
    // WebKit gives out a module that failed before as if it had not, with nothing in it.
    if (!customElements.get(this.tag))
      throw new PgError('network', `The code of <${this.tag}> did not load.`);
  }
}

/** Other code that comes when it is first wanted. */
export class LazyCode<T> {
  readonly #module: LazyModule<T>;

  constructor(load: () => Promise<T>) {
    this.#module = new LazyModule(load);
  }

  /** Once it has come. */
  get code(): T | undefined {
    return this.#module.code;
  }

  get isDefined(): boolean {
    return this.code !== undefined;
  }

  /** @throws {PgError} `network` if it does not come */
  async load(): Promise<void> {
    if (!this.isDefined) await this.#module.load();
  }
}

/** What {@link LazyElements} brings. */
interface Lazy {
  readonly isDefined: boolean;
  load(): Promise<void>;
}

/** The first signs that somebody is about to do something here. */
const INTENTS = ['pointerover', 'touchstart', 'focusin'];

/**
 * The elements inside a host that come with the first intent: a pointer, a touch or the focus in the host, or idle time after its data is
 * there. So a click finds them there; one that does not says that they are on their way, or did not arrive.
 */
export class LazyElements implements ReactiveController {
  readonly #host: SessionElement;
  readonly #view: SessionView;
  readonly #elements: readonly Lazy[];
  readonly #pending = new Set<Lazy>();
  readonly #failures = new Map<Lazy, PgError>();
  #listeners: AbortController | undefined;
  #isPrepared = false;

  /** @param elements in the order in which people come to them */
  constructor(host: SessionElement, view: SessionView, elements: readonly Lazy[]) {
    this.#host = host;
    this.#view = view;
    this.#elements = elements;
    host.addController(this);
  }

  hostConnected(): void {
    const {signal} = (this.#listeners = new AbortController());
    const options = {signal, once: true, passive: true};
    const prepare = (): void => void this.#prepare(() => Promise.resolve());
    for (const type of INTENTS) this.#host.addEventListener(type, prepare, options);
  }

  hostUpdated(): void {
    if (this.#isPrepared || !this.#host.hasData || savesData()) return;
    this.#isPrepared = true;
    void this.#prepare(idle);
  }

  hostDisconnected(): void {
    this.#listeners?.abort();
  }

  /** The content, once its element is there, which is fetched now; `waiting` meanwhile, and why it did not come. */
  render(element: Lazy, content: () => unknown, waiting: unknown): unknown {
    if (element.isDefined) return content();
    const failure = this.#failures.get(element);
    if (failure) {
      return this.#view.error(failure, () => {
        void this.#load(element);
        this.#host.requestUpdate();
      });
    }
    void this.#load(element);
    return waiting;
  }

  async #load(element: Lazy): Promise<void> {
    if (this.#pending.has(element)) return;
    this.#pending.add(element);
    this.#failures.delete(element);
    try {
      await element.load();
    } catch (error) {
      this.#failures.set(element, error as PgError);
    } finally {
      this.#pending.delete(element);
      this.#host.requestUpdate();
    }
  }

  /** One after the other, so that what comes first is there first. A failure shows at the use, which tries again. */
  async #prepare(turn: () => Promise<void>): Promise<void> {
    let isNews = false;
    for (const element of this.#elements) {
      if (element.isDefined) continue;
      isNews = true;
      await turn();
      await element.load().catch(() => undefined);
    }
    if (isNews) this.#host.requestUpdate();
  }
}

/** Resolves when the browser has nothing better to do. Safari does not tell. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), {timeout: 2000});
    else setTimeout(resolve, 100);
  });
}

/** Whether the person asked pages to load nothing ahead. */
function savesData(): boolean {
  const {connection} = navigator as {readonly connection?: {readonly saveData?: boolean}};
  return connection?.saveData === true;
}
