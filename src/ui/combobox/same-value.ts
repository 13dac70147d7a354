/**
 * Whether two option values are the same. Types count (`1` is not `'1'`); arrays and plain objects are compared by what they
 * hold, in any key order, because a saved value comes back from the service as a copy.
 */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]))
  );
}

/** Text for a value which has no label. */
export function rawText(value: unknown): string {
  return isObject(value) ? JSON.stringify(value) : String(value);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Values with one more at the end, or without it if it was there. */
export function toggled(values: readonly unknown[], value: unknown): readonly unknown[] {
  const others = values.filter((other) => !sameValue(other, value));
  return others.length < values.length ? others : [...values, value];
}
