import type {MappingRow} from '../../core/mapping/mapping-rows.js';
import {suggestionSteps, type Suggestion} from '../../core/mapping/suggestions.js';
import type {OptionItem} from '../../core/options/option-page.js';
import {valueKey} from '../../core/util/equal.js';
import {inSlices} from '../../core/util/time-slicing.js';

type Found = ReadonlyMap<string, Suggestion>;

const NONE: Found = new Map();

/** Looks for suggestions, between other things where that takes long: nobody should wait for them. */
export class SuggestionSearch {
  readonly #onFound: () => void;
  #found = NONE;
  #items: readonly OptionItem[] | undefined;
  /** What the rows were when they were looked at. */
  #rows = '';
  #stop: (() => void) | undefined;

  /** @param onFound called when they are found later */
  constructor(onFound: () => void) {
    this.#onFound = onFound;
  }

  /** By key of the row; while it is looked for others, those from before. */
  get found(): Found {
    return this.#found;
  }

  get isBusy(): boolean {
    return this.#stop !== undefined;
  }

  /** The same again does nothing. */
  look(rows: readonly MappingRow[], items: readonly OptionItem[]): void {
    const basis = JSON.stringify(rows.map(({key, label, field}) => [key, label, valueKey(field)]));
    if (items === this.#items && basis === this.#rows) return;
    if (items !== this.#items) this.#found = NONE;
    this.#stop?.();
    this.#items = items;
    this.#rows = basis;
    this.#stop = undefined;
    this.#stop = inSlices(suggestionSteps(rows, items), (found) => {
      this.#found = found;
      const isLater = this.#stop !== undefined;
      this.#stop = undefined;
      if (isLater) this.#onFound();
    });
  }

  clear(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#items = undefined;
    this.#found = NONE;
  }
}
