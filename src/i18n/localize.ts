import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {composedPath, onServer} from '../ui/dom.js';
import {canonicalLanguage, registered, type Terms} from './registered.js';
import type {Area} from './translations.js';

type Words<T extends string | ((...values: never[]) => string)> = T extends (
  ...values: infer V
) => string
  ? V
  : [];

/** Letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufefc]/;

type Phrase = (...values: readonly unknown[]) => string;

const {readers} = registered;
/** What was marked as English for want of words: the page is of another language there. */
const marked = new WeakSet<Element>();
let observer: MutationObserver | undefined;

function nearestLanguage(element: Element): string | undefined {
  for (const node of composedPath(element)) {
    const language = node instanceof Element && !marked.has(node) && node.getAttribute('lang');
    if (language) return language;
  }
  return undefined;
}

/** Keeps a name from turning around what stands beside it, by the marks U+2068 and U+2069. */
const isolated = (value: unknown): unknown =>
  typeof value === 'string' ? `\u2068${value}\u2069` : value;

/** The element in whose language words are; one that hydrates goes by its own attributes alone, which are all a server knows. */
type LocalizedHost = ReactiveControllerHost & Element & {readonly isHydrating?: boolean};

/** Resolves words, numbers and dates in the language of the nearest `lang`, and follows its changes. */
export class Localizer<T extends Terms> implements ReactiveController {
  readonly #host: LocalizedHost;
  readonly #area: Area;
  readonly #english: T;
  #language = 'en';
  #isMarked = false;

  /**
   * @param area name of the words in a {@link Translation}
   * @param english the bundled words
   */
  constructor(host: LocalizedHost, area: Area, english: T) {
    this.#host = host;
    this.#area = area;
    this.#english = english;
    host.addController(this);
  }

  /** BCP 47 tag of the reader's language, for what `Intl` writes alone, and for its order. */
  get language(): string {
    return this.#language;
  }

  /** BCP 47 tag of the language that the words of a key are in, for what `Intl` writes into them. */
  languageOf(key: keyof T & string): string {
    return this.#find(key) || this.#isEnglish ? this.#language : 'en';
  }

  hostConnected(): void {
    readers.add(this);
    this.refresh();
    observer ??= new MutationObserver(() => {
      for (const reader of readers) reader.refresh();
    });
    // Only this attribute wakes it, so one observer for the page and its shadow roots is cheaper than one an element.
    for (const node of composedPath(this.#host)) {
      if (!(node instanceof Document || node instanceof ShadowRoot)) continue;
      observer.observe(node, {attributes: true, attributeFilter: ['lang'], subtree: true});
    }
  }

  hostUpdated(): void {
    if (this.#host.isHydrating) queueMicrotask(() => this.refresh());
    else this.#mark();
  }

  hostDisconnected(): void {
    readers.delete(this);
    if (readers.size === 0) observer?.disconnect();
  }

  /** The words of a key in the current language. */
  term<K extends keyof T & string>(key: K, ...values: Words<T[K]>): string {
    const words = (this.#find(key) ?? this.#english[key]) as string | Phrase;
    if (typeof words === 'string') return words;
    const text = words(...values);
    return RIGHT_TO_LEFT.test(text) ? words(...values.map(isolated)) : text;
  }

  /**
   * Renders in the language of the page, where that has changed, or `always`.
   * @internal
   */
  refresh(always = false): void {
    if (this.#read() || always) this.#host.requestUpdate();
  }

  #find(key: string): Terms[string] | undefined {
    // Controllers are not connected on a server.
    if (onServer) this.#read();
    for (const areas of this.#translations) {
      const words = areas.get(this.#area)?.[key];
      if (words !== undefined) return words;
    }
    return undefined;
  }

  get #isEnglish(): boolean {
    return /^en\b/.test(this.#language);
  }

  get #translations(): readonly ReadonlyMap<string, Terms>[] {
    return registered.find?.(this.#language) ?? [];
  }

  /** Says of English words in a page of another language that they are English, so that they are spoken as such. */
  #mark(): void {
    const isForeign = !this.#isEnglish && this.#translations.length === 0;
    if (!isForeign && !this.#isMarked) return;
    this.#isMarked = isForeign;
    for (const child of this.#host.shadowRoot?.children ?? []) {
      marked[isForeign ? 'add' : 'delete'](child);
      if (isForeign) child.setAttribute('lang', 'en');
      else child.removeAttribute('lang');
    }
  }

  #read(): boolean {
    const host = this.#host;
    const before = this.#language;
    this.#language = canonicalLanguage(
      host.isHydrating ? host.getAttribute('lang') : nearestLanguage(host),
    );
    if (this.#language === before) return false;
    registered.wanted?.(this.#language);
    return true;
  }
}
