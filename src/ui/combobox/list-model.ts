import {sameContent} from '../../core/util/equal.js';
import {fold} from '../fold.js';
import {isObject, rawText} from './option-values.js';

/** One choice. Values may be of any JSON type and are told apart by {@link sameContent}. */
export interface ComboboxOption {
  readonly value: unknown;
  readonly label: string;
  readonly subtitle?: string;
  /** Reachable with the keyboard, so that people learn that it exists, but never chosen. */
  readonly disabled?: boolean;
  /** BCP 47 tag of the label where it differs from the page's. */
  readonly lang?: string;
}

export interface ComboboxSection {
  readonly title: string;
  readonly options: readonly ComboboxOption[];
}

export type ComboboxOptions = readonly (ComboboxOption | ComboboxSection)[];

interface TitleRow {
  readonly section: ComboboxSection;
  readonly option?: never;
}

interface OptionRow {
  readonly section: ComboboxSection | undefined;
  readonly option: ComboboxOption;
  /** Zero-based place among the options; titles do not count. */
  readonly position: number;
}

/** One line of the popup: an option, or the title of the section that starts there. */
export type Row = TitleRow | OptionRow;

/** What the popup lists, in order. */
export interface OptionList {
  readonly rows: readonly Row[];
  /** The row of each option, by position. */
  readonly rowOf: readonly number[];
}

type Entry = Pick<OptionRow, 'option' | 'section'>;

/** Worse than every rank of a match. */
const NO_MATCH = 8;
const indexes = new WeakMap<ComboboxOptions, OptionIndex>();

/** Everything derived from one array of options, worked out on demand and once: hundreds of boxes may share the array. */
export class OptionIndex {
  readonly #options: ComboboxOptions;
  #flat: readonly Entry[] | undefined;
  #all: OptionList | undefined;
  #primitives: Map<unknown, ComboboxOption> | undefined;
  #labels: readonly string[] | undefined;
  readonly #details: string[] = [];
  #latest: {readonly query: string; readonly list: OptionList} | undefined;

  private constructor(options: ComboboxOptions) {
    this.#options = options;
  }

  /** The index of an array of options, which must not be mutated. */
  static of(options: ComboboxOptions): OptionIndex {
    let index = indexes.get(options);
    if (!index) indexes.set(options, (index = new OptionIndex(options)));
    return index;
  }

  /** All options in the order given. */
  get all(): OptionList {
    return (this.#all ??= listOf(this.#entries));
  }

  /** The option with a value. */
  find(value: unknown): ComboboxOption | undefined {
    if (isObject(value)) {
      return this.#entries.find(({option}) => sameContent(option.value, value))?.option;
    }
    if (!this.#primitives) {
      this.#primitives = new Map();
      for (const {option} of this.#entries) {
        // Where a service repeats a value, its first label wins.
        if (!this.#primitives.has(option.value)) this.#primitives.set(option.value, option);
      }
    }
    return this.#primitives.get(value);
  }

  /** Options that match a query, best first; sections in the order of their best option. */
  match(query: string): OptionList {
    const folded = fold(query.trim());
    if (!folded) return this.all;
    if (this.#latest?.query !== folded) {
      this.#latest = {query: folded, list: listOf(bySection(this.#ranked(folded)))};
    }
    return this.#latest.list;
  }

  /** Does at once what a first search would have to do. */
  prepare(): void {
    const {length} = this.#foldedLabels;
    for (let position = 0; position < length; position += 1) this.#detailsAt(position);
  }

  /** Position of the next option, from one on and around the end, whose label starts with some text; -1 if none does. */
  startingWith(text: string, from: number): number {
    const labels = this.#foldedLabels;
    const folded = fold(text);
    for (let step = 0; step < labels.length; step++) {
      const position = (from + step) % labels.length;
      if (labels[position]?.startsWith(folded)) return position;
    }
    return -1;
  }

  get #entries(): readonly Entry[] {
    return (this.#flat ??= this.#options.flatMap((item): Entry | Entry[] =>
      'options' in item
        ? item.options.map((option) => ({option, section: item}))
        : {option: item, section: undefined},
    ));
  }

  get #foldedLabels(): readonly string[] {
    return (this.#labels ??= this.#entries.map(({option}) => fold(option.label)));
  }

  #detailsAt(position: number): string {
    const entry = this.#entries[position];
    return (this.#details[position] ??= entry ? detailsOf(entry.option) : '');
  }

  #ranked(query: string): Entry[] {
    const words = query.split(/\s+/);
    const ranks: Entry[][] = Array.from({length: NO_MATCH}, () => []);
    const labels = this.#foldedLabels;
    this.#entries.forEach((entry, position) => {
      ranks[this.#rank(labels[position] ?? '', position, query, words)]?.push(entry);
    });
    return ranks.flat();
  }

  /** 0 to 3 in the label (exact, prefix, word start, anywhere), 4 to 6 in the details, 7 words in either. */
  #rank(label: string, position: number, query: string, words: readonly string[]): number {
    if (label === query) return 0;
    if (label.startsWith(query)) return 1;
    if (label.includes(query)) return isAtWord(label, query) ? 2 : 3;
    const details = this.#detailsAt(position);
    if (details.includes(query)) {
      return details.includes(`\n${query}\n`) ? 4 : isAtWord(details, query) ? 5 : 6;
    }
    const hasWords = words.length > 1 && words.every((word) => (label + details).includes(word));
    return hasWords ? 7 : NO_MATCH;
  }
}

/** Position of a value in a list, or -1. */
export function positionOf(list: OptionList, value: unknown): number {
  return list.rowOf.findIndex((row) => sameContent(list.rows[row]?.option?.value, value));
}

/** The option at a position of a list. */
export function optionAt(list: OptionList, position: number): ComboboxOption | undefined {
  return list.rows[list.rowOf[position] ?? -1]?.option;
}

/** What else people may know an option by, one a line. */
function detailsOf({subtitle = '', value}: ComboboxOption): string {
  return fold(`\n${subtitle}\n${isObject(value) ? '' : rawText(value)}\n`);
}

function isAtWord(text: string, query: string): boolean {
  for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + 1)) {
    if (/[^\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}

function bySection(entries: readonly Entry[]): readonly Entry[] {
  if (!entries.some(({section}) => section)) return entries;
  const sections = new Map<ComboboxSection | undefined, Entry[]>();
  for (const entry of entries) {
    const siblings = sections.get(entry.section);
    if (siblings) siblings.push(entry);
    else sections.set(entry.section, [entry]);
  }
  return [...sections.values()].flat();
}

function listOf(entries: readonly Entry[]): OptionList {
  const rows: Row[] = [];
  const rowOf: number[] = [];
  let current: ComboboxSection | undefined;
  for (const {option, section} of entries) {
    if (section && section !== current) rows.push({section});
    current = section;
    rowOf.push(rows.length);
    rows.push({option, section, position: rowOf.length - 1});
  }
  return {rows, rowOf};
}
