/**
 * Decorates a property that has an initial value: nothing, which frameworks set to take a property away, is that value again. What counts
 * as nothing: `undefined` and `null`, and what Vue and Preact make of them, the empty text and 0.
 */
export function orDefault(prototype: object, name: PropertyKey): void {
  const accessor = Object.getOwnPropertyDescriptor(prototype, name);
  let initial: unknown;
  Object.defineProperty(prototype, name, {
    ...accessor,
    set(value: unknown) {
      // Nobody sets anything before the initializer has.
      initial ??= value;
      accessor?.set?.call(this, value || initial);
    },
  });
}
