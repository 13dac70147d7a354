import type {NestedField, OptionEntry, OptionItem} from '../options/option-page.js';
import {isSection} from '../options/option-page.js';
import {valueKey} from '../util/equal.js';

/** The fields of an object of the integration, as far as they are loaded. */
export class IntegrationFields {
  /** As a list to choose from: fields with the same label tell their API name. */
  readonly entries: readonly OptionEntry[];
  readonly items: readonly OptionItem[];
  readonly #byValue: ReadonlyMap<string, OptionItem>;
  readonly #ambiguous: ReadonlySet<string>;

  private constructor(entries: readonly OptionEntry[]) {
    const all = entries.flatMap((entry) => (isSection(entry) ? entry.options : [entry]));
    const labels = new Map<string, number>();
    for (const {label} of all) labels.set(label, (labels.get(label) ?? 0) + 1);
    this.#ambiguous = new Set([...labels].filter(([, uses]) => uses > 1).map(([label]) => label));
    this.entries =
      this.#ambiguous.size > 0 ? entries.map((entry) => this.#tellApart(entry)) : entries;
    this.items = this.entries.flatMap((entry) => (isSection(entry) ? entry.options : [entry]));
    this.#byValue = new Map(this.items.map((item) => [valueKey(item.value), item]));
  }

  /** The fields of a list, worked out once: lists are replaced, never changed. */
  static of(entries: readonly OptionEntry[]): IntegrationFields {
    let fields = known.get(entries);
    if (!fields) known.set(entries, (fields = new IntegrationFields(entries)));
    return fields;
  }

  find(value: unknown): OptionItem | undefined {
    return this.#byValue.get(valueKey(value));
  }

  /** Whether other fields have the same label. */
  isAmbiguous({label}: OptionItem): boolean {
    return this.#ambiguous.has(label);
  }

  #tellApart(entry: OptionEntry): OptionEntry {
    if (isSection(entry)) {
      return {title: entry.title, options: entry.options.map((item) => this.#withName(item))};
    }
    return this.#withName(entry);
  }

  #withName(item: OptionItem): OptionItem {
    const name = apiName(item.value);
    if (!this.#ambiguous.has(item.label) || name === '' || item.subtitle === name) return item;
    return {...item, subtitle: item.subtitle ? `${item.subtitle} · ${name}` : name};
  }
}

const known = new WeakMap<readonly OptionEntry[], IntegrationFields>();

/** The name by which programs know a field; '' if its value is no plain name. */
export function apiName(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

const lists = new WeakMap<readonly NestedField[], readonly OptionEntry[]>();

/** Categories with things in them, which some sources send for their objects, as sections of a list. */
export function withCategories(
  entries: readonly OptionEntry[],
  nested: readonly NestedField[],
): readonly OptionEntry[] {
  if (nested.length === 0) return entries;
  let list = lists.get(nested);
  if (!list) {
    const sections = nested.map(({title, items}) => ({title, options: items}));
    list = [...entries, ...sections.filter(({options}) => options.length > 0)];
    lists.set(nested, list);
  }
  return list;
}
