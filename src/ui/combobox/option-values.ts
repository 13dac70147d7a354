import {sameContent} from '../../core/util/equal.js';

/** Text for a value which has no label. */
export function rawText(value: unknown): string {
  return isObject(value) ? JSON.stringify(value) : String(value);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Values with one more at the end, or without it if it was there. */
export function toggled(values: readonly unknown[], value: unknown): readonly unknown[] {
  const others = values.filter((other) => !sameContent(other, value));
  return others.length < values.length ? others : [...values, value];
}
