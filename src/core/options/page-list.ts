import {
  isSection,
  type NestedField,
  type OptionCursor,
  type OptionEntry,
  type OptionItem,
  type OptionPage,
} from './option-page.js';
import {valueKey} from '../util/value-key.js';

/** How many pages in a row may bring nothing new before a source counts as one that never ends. */
const BARREN_PAGES = 2;

/**
 * The pages that one question was answered with so far, as one list without duplicates. The first page is used as it is,
 * so that many inputs with the same list share it.
 */
export class PageList {
  /** Key of the question. */
  readonly question: string;
  readonly search: string;
  readonly first: OptionPage;
  readonly #used = new Set<string>();
  #entries: readonly OptionEntry[];
  #nested: readonly NestedField[];
  #values: Map<string, OptionItem> | undefined;
  #cursor: OptionCursor | null;
  #barren = 0;
  #pages = 1;

  constructor(question: string, search: string, first: OptionPage) {
    this.question = question;
    this.search = search;
    this.first = first;
    this.#entries = first.entries;
    this.#nested = first.nested;
    this.#cursor = first.cursor;
    this.#count(first.values.size + first.nested.length);
  }

  get entries(): readonly OptionEntry[] {
    return this.#entries;
  }

  get nested(): readonly NestedField[] {
    return this.#nested;
  }

  /** Where the next page starts; null if there is none, or the source goes in circles. */
  get cursor(): OptionCursor | null {
    return this.#cursor;
  }

  /** How many pages it is made of. */
  get pages(): number {
    return this.#pages;
  }

  /** The last page brought nothing new, although there are more. */
  get stalled(): boolean {
    return this.#barren > 0 && this.#cursor !== null;
  }

  labelOf(value: unknown): string | undefined {
    return (this.#values ?? this.first.values).get(valueKey(value))?.label;
  }

  /** Adds the page that starts at {@link cursor}. */
  append(page: OptionPage): void {
    if (this.#cursor !== null) this.#used.add(String(this.#cursor));
    this.#pages += 1;
    // A source may repeat its cursor for ever.
    const repeated = page.cursor !== null && this.#used.has(String(page.cursor));
    this.#cursor = repeated ? null : page.cursor;
    this.#count(this.#addEntries(page) + this.#addNested(page));
  }

  #count(added: number): void {
    this.#barren = added > 0 ? 0 : this.#barren + 1;
    if (this.#barren >= BARREN_PAGES) this.#cursor = null;
  }

  #addEntries(page: OptionPage): number {
    const values = (this.#values ??= new Map(this.first.values));
    const before = values.size;
    const entries = [...this.#entries];
    const isNew = (item: OptionItem): boolean => {
      const key = valueKey(item.value);
      if (values.has(key)) return false;
      values.set(key, item);
      return true;
    };
    for (const entry of page.entries) {
      if (!isSection(entry)) {
        if (isNew(entry)) entries.push(entry);
        continue;
      }
      const options = entry.options.filter(isNew);
      if (options.length === 0) continue;
      const last = entries.at(-1);
      // A page may end in the middle of a section.
      if (last && isSection(last) && last.title === entry.title) {
        entries[entries.length - 1] = {...last, options: [...last.options, ...options]};
      } else {
        entries.push({...entry, options});
      }
    }
    const added = values.size - before;
    if (added > 0) this.#entries = entries;
    return added;
  }

  #addNested(page: OptionPage): number {
    const known = new Set(this.#nested.map(({id}) => id));
    const added = page.nested.filter(({id}) => !known.has(id));
    if (added.length > 0) this.#nested = [...this.#nested, ...added];
    return added.length;
  }
}

/** The same list, as its source has it now: as many pages of it as there were, if it still has so many. */
export async function renew(
  old: PageList,
  pageAt: (cursor: OptionCursor | null) => Promise<OptionPage>,
): Promise<PageList> {
  const list = new PageList(old.question, old.search, await pageAt(null));
  while (list.cursor !== null && list.pages < old.pages) list.append(await pageAt(list.cursor));
  return list;
}
