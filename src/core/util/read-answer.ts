/** What a backend sent, with nothing known of it but that it is an object. */
export type Raw = Readonly<Record<string, unknown>>;

/** Whether a value is an object and no list. */
export function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object, or an empty one where something else came. */
export function objectIn(value: unknown): Raw {
  return isRaw(value) ? value : NOTHING;
}

/** The text, or an empty one where something else came. */
export function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/**
 * The entries of a list that can be told apart by the text under `key`, each once: a view that fails on one bad entry, or shows one
 * twice, would lose the others. The same list if nothing is wrong with it.
 */
export function entriesIn<T>(value: unknown, key: keyof T & string): readonly T[] {
  if (!Array.isArray(value)) return NONE;
  const list = value as readonly unknown[];
  const known = new Set<string>();
  const good = list.filter((entry): entry is T & Raw => {
    const id = isRaw(entry) ? entry[key] : undefined;
    if (typeof id !== 'string' || known.has(id)) return false;
    known.add(id);
    return true;
  });
  return good.length === list.length ? (list as readonly T[]) : good;
}

const NOTHING: Raw = Object.freeze({});
const NONE: readonly never[] = Object.freeze([]);
