import type {NestedField, OptionEntry, OptionItem, OptionSection} from '../options/option-page.js';
import {isSection} from '../options/option-page.js';
import {valueKey} from '../util/value-key.js';

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

interface Grouped {
  readonly nested: readonly NestedField[];
  readonly list: readonly OptionEntry[];
}

const lists = new WeakMap<readonly OptionEntry[], Grouped>();

/**
 * Choices as a list shows them: categories with things in them, which some sources send for their objects, as sections; and where several
 * sections have a choice of the same name, each names its own, since a closed box shows no section.
 */
export function withCategories(
  entries: readonly OptionEntry[],
  nested: readonly NestedField[],
): readonly OptionEntry[] {
  const known = lists.get(entries);
  if (known?.nested === nested) return known.list;
  const sections = nested.map(({title, items}) => ({title, options: items}));
  const filled = sections.filter(({options}) => options.length > 0);
  const list = namedBySection(filled.length === 0 ? entries : [...entries, ...filled]);
  lists.set(entries, {nested, list});
  return list;
}

function namedBySection(entries: readonly OptionEntry[]): readonly OptionEntry[] {
  if (!entries.some(isSection)) return entries;
  const first = new Map<string, string>();
  const shared = new Set<string>();
  for (const entry of entries) {
    const title = isSection(entry) ? entry.title : '';
    for (const {label} of isSection(entry) ? entry.options : [entry]) {
      if ((first.get(label) ?? title) !== title) shared.add(label);
      first.set(label, title);
    }
  }
  if (shared.size === 0) return entries;
  return entries.map((entry) => (isSection(entry) ? withTitle(entry, shared) : entry));
}

function withTitle({title, options}: OptionSection, shared: ReadonlySet<string>): OptionSection {
  return {
    title,
    options: options.map((item) =>
      shared.has(item.label) ? {...item, label: `${item.label} (${title})`} : item,
    ),
  };
}
