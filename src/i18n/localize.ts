import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {composedPath, onServer} from '../ui/dom.js';
import {canonicalLanguage, registered, type Terms} from './registered.js';
import type {Area} from './translations.js';

type Words<T extends string | ((...values: never[]) => string)> = T extends (
  ...values: infer V
) => string
  ? V
  : [];

const localizers = new Set<Localizer<Terms>>();
let observer: MutationObserver | undefined;

registered.listeners.add((serves) => {
  for (const localizer of localizers) localizer.wordsAdded(serves);
});

function own(element: Element, attribute: 'lang' | 'dir'): string | undefined {
  return element.getAttribute(attribute) ?? undefined;
}

function nearest(element: Element, attribute: 'lang' | 'dir'): string | undefined {
  for (const node of composedPath(element)) {
    const value = node instanceof Element ? node.getAttribute(attribute) : null;
    if (value) return value;
  }
  return undefined;
}

/** The element in whose language words are; one that hydrates goes by its own attributes alone, which are all a server knows. */
type LocalizedHost = ReactiveControllerHost & Element & {readonly isHydrating?: boolean};

/** Resolves words, numbers and dates in the language of the nearest `lang`, and follows its changes. */
export class Localizer<T extends Terms> implements ReactiveController {
  readonly #host: LocalizedHost;
  readonly #area: Area;
  readonly #english: T;
  #language = 'en';
  #direction: 'ltr' | 'rtl' = 'ltr';

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

  /** BCP 47 tag, for `Intl`. */
  get language(): string {
    return this.#language;
  }

  get direction(): 'ltr' | 'rtl' {
    return this.#direction;
  }

  hostConnected(): void {
    localizers.add(this);
    this.refresh();
    observer ??= new MutationObserver(() => {
      for (const localizer of localizers) localizer.refresh();
    });
    // Only these two attributes wake it, so one observer for the page and its shadow roots is cheaper than one an element.
    for (const node of composedPath(this.#host)) {
      if (!(node instanceof Document || node instanceof ShadowRoot)) continue;
      observer.observe(node, {attributes: true, attributeFilter: ['lang', 'dir'], subtree: true});
    }
  }

  hostUpdated(): void {
    if (this.#host.isHydrating) queueMicrotask(() => this.refresh());
  }

  hostDisconnected(): void {
    localizers.delete(this);
    if (localizers.size > 0) return;
    observer?.disconnect();
    observer = undefined;
  }

  /** The words of a key in the current language. */
  term<K extends keyof T & string>(key: K, ...values: Words<T[K]>): string {
    const words = this.#find(key) ?? this.#english[key];
    return typeof words === 'function'
      ? (words as (...values: unknown[]) => string)(...values)
      : (words as string);
  }

  /**
   * Renders in the language of the page, where that has changed.
   * @internal
   */
  refresh(): void {
    if (this.#read()) this.#host.requestUpdate();
  }

  /**
   * Renders with words that were added, where they serve.
   * @internal
   */
  wordsAdded(serves: (language: string) => boolean): void {
    if (serves(this.#language)) this.#host.requestUpdate();
  }

  #find(key: string): Terms[string] | undefined {
    // Controllers are not connected on a server.
    if (onServer) this.#read();
    const found = registered.find?.(this.#language, this.#area);
    return found?.find((terms) => Object.hasOwn(terms, key))?.[key];
  }

  #read(): boolean {
    const find = this.#host.isHydrating ? own : nearest;
    const language = canonicalLanguage(find(this.#host, 'lang'));
    const direction = find(this.#host, 'dir')?.toLowerCase() === 'rtl' ? 'rtl' : 'ltr';
    const isSame = language === this.#language && direction === this.#direction;
    this.#language = language;
    this.#direction = direction;
    return !isSame;
  }
}
