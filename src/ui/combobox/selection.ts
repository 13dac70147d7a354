import {OptionIndex, type ComboboxOptions} from './list-model.js';
import {sameValue} from './same-value.js';

/** Finds the label of a value that is not among the options. */
export type LabelOf = (value: unknown) => string | undefined;

/** The values of a box: `undefined` is none, an array is several only where several can be chosen. */
export function valuesOf(value: unknown, multiple: boolean): readonly unknown[] {
  if (!multiple) return value === undefined ? [] : [value];
  return Array.isArray(value) ? value : [];
}

/** Values with one more at the end, or without it if it was there. */
export function toggled(values: readonly unknown[], value: unknown): readonly unknown[] {
  const others = values.filter((other) => !sameValue(other, value));
  return others.length < values.length ? others : [...values, value];
}

/** What people read for a value: its label, or a remembered one. */
export function labelFor(
  value: unknown,
  options: ComboboxOptions,
  remembered: LabelOf | undefined,
): string | undefined {
  return OptionIndex.of(options).find(value)?.label ?? remembered?.(value);
}
