/**
 * A text that two values of plain data share only if they have the same type and content: `1` and `"1"` differ, key order
 * does not matter. It makes values usable as keys of a `Map`, where options keep the types a backend gave them.
 */
export function valueKey(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
    case 'boolean':
    case 'undefined':
      return String(value);
    case 'object':
      return value === null ? 'null' : objectKey(value);
    default:
      return `${typeof value}:${JSON.stringify(String(value))}`;
  }
}

function objectKey(value: object): string {
  if (value instanceof Date) return `Date:${value.getTime()}`;
  if (Array.isArray(value)) return `[${Array.from(value, valueKey).join()}]`;
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${valueKey(member)}`);
  return `{${members.join()}}`;
}
