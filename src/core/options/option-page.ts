import {PgError} from '../errors.js';
import {valueKey} from '../util/value-key.js';

/** One choice. `value` keeps the type the backend gave it; `label` is hostile text. */
export interface OptionItem {
  readonly value: unknown;
  readonly label: string;
  readonly subtitle?: string;
}

/** A titled group of choices. */
export interface OptionSection {
  readonly title: string;
  readonly options: readonly OptionItem[];
}

/** What a list of choices holds: choices and groups, in the order of their source. */
export type OptionEntry = OptionItem | OptionSection;

/** A field with its own choices, as the fields of a DYNAMIC_COMBO_INPUT are. */
export interface NestedField {
  readonly id: string;
  readonly title: string;
  /** `string`, `number`, `dropdown`, `multi`, `multiCheckbox`, or a type this kit does not know. */
  readonly type: string;
  readonly required: boolean;
  readonly items: readonly OptionItem[];
  /** The choices in their sections, where they come in some; `items` has them one after the other. */
  readonly entries?: readonly OptionEntry[];
  /** Title of the section that the field itself came in. */
  readonly section?: string;
  /** People may add choices of their own. */
  readonly supportAddItem: boolean;
  readonly returnsArrayStrings: boolean;
}

/** Where the next page starts, as the source gave it. */
export type OptionCursor = string | number;

/** One page of choices, read and cleaned. Pages are shared between inputs: nobody changes one. */
export interface OptionPage {
  readonly entries: readonly OptionEntry[];
  readonly nested: readonly NestedField[];
  /** Every choice of `entries`, sections included, by the key of its value. */
  readonly values: ReadonlyMap<string, OptionItem>;
  /** Null after the last page. */
  readonly cursor: OptionCursor | null;
}

/** Tells a group from a choice. */
export function isSection(entry: OptionEntry): entry is OptionSection {
  return 'options' in entry;
}

type Raw = Readonly<Record<string, unknown>>;
type RawField = Raw & {readonly id: string | number; readonly type: string};

/**
 * Reads an answer of `getFieldOptions`, whose shape nobody guarantees, in linear time.
 *
 * The SDK sorts records by their first one only: if that has an `id`, all go to `nestedData`, plain choices included. So
 * each record is read for what it is, wherever it arrived. `data` that is not a list means a backend without records.
 * @throws {PgError} `answer-malformed` if there is no answer at all
 */
export function readPage(answer: unknown): OptionPage {
  if (!isRaw(answer)) {
    throw new PgError('answer-malformed', 'The source of the options gave no answer.');
  }
  const reader = new PageReader();
  reader.read(answer.data);
  reader.read(answer.nestedData);
  return {...reader.content, cursor: readCursor(answer.nextPageCursor)};
}

/** Reads choices that are at hand as a whole: `values` of a static source, or a host's own list. */
export function readStatic(values: unknown): OptionPage {
  const reader = new PageReader();
  reader.read(values);
  return {...reader.content, cursor: null};
}

class PageReader {
  readonly #entries: OptionEntry[] = [];
  readonly #nested = new Map<string, NestedField>();
  readonly #values = new Map<string, OptionItem>();

  get content(): Omit<OptionPage, 'cursor'> {
    return {entries: this.#entries, nested: [...this.#nested.values()], values: this.#values};
  }

  read(list: unknown): void {
    if (!Array.isArray(list)) return;
    for (const raw of list as readonly unknown[]) {
      if (isField(raw)) this.#readField(raw);
      else if (isGroup(raw)) this.#readSection(raw);
      else this.#readItem(raw, this.#entries);
    }
  }

  #readField(raw: RawField, section?: string): void {
    const id = String(raw.id);
    if (this.#nested.has(id)) return;
    const {entries, values} = readStatic(raw.items);
    this.#nested.set(id, {
      id,
      title: text(raw.title) ?? id,
      type: raw.type,
      required: raw.required === true,
      items: [...values.values()],
      ...(entries.some(isSection) && {entries}),
      ...(section !== undefined && {section}),
      supportAddItem: raw.supportAddItem === true,
      returnsArrayStrings: raw.returnsArrayStrings === true,
    });
  }

  #readSection(raw: Raw & {readonly items: readonly unknown[]}): void {
    const title = text(raw.title);
    const options: OptionItem[] = [];
    const into: OptionEntry[] = title === undefined ? this.#entries : options;
    for (const item of raw.items) {
      if (isField(item)) this.#readField(item, title);
      else this.#readItem(item, into);
    }
    if (title !== undefined && options.length > 0) this.#entries.push({title, options});
  }

  /** The first choice of a value counts: a list cannot show which of two equal values is the chosen one. */
  #readItem(raw: unknown, into: OptionEntry[]): void {
    const item = toItem(raw);
    if (!item) return;
    const key = valueKey(item.value);
    if (this.#values.has(key)) return;
    this.#values.set(key, item);
    into.push(item);
  }
}

/** A record without `value` cannot be chosen, so it is left out; a value of null can ("None"). */
function toItem(raw: unknown): OptionItem | undefined {
  if (!isRaw(raw)) {
    const label = text(raw);
    return label === undefined ? undefined : {value: raw, label};
  }
  const {value} = raw;
  if (value === undefined) return undefined;
  const label = text(raw.label) ?? text(value) ?? JSON.stringify(value);
  const subtitle = text(raw.subtitle);
  return subtitle === undefined ? {value, label} : {value, label, subtitle};
}

/** The SDK turns a falsy cursor of the backend into null, but passes that of a host's loader on. */
function readCursor(raw: unknown): OptionCursor | null {
  if (typeof raw === 'string' && raw !== '') return raw;
  return typeof raw === 'number' && Number.isFinite(raw) && raw !== 0 ? raw : null;
}

function text(raw: unknown): string | undefined {
  if (typeof raw === 'number' || typeof raw === 'boolean') return String(raw);
  return typeof raw === 'string' && raw.trim() !== '' ? raw : undefined;
}

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null;
}

function isField(raw: unknown): raw is RawField {
  return (
    isRaw(raw) &&
    raw.value === undefined &&
    typeof raw.type === 'string' &&
    (typeof raw.id === 'string' || typeof raw.id === 'number')
  );
}

function isGroup(raw: unknown): raw is Raw & {readonly items: readonly unknown[]} {
  return isRaw(raw) && raw.value === undefined && Array.isArray(raw.items);
}
