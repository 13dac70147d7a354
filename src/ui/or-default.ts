/**
 * Decorates a property that has an initial value: nothing, which frameworks set to take a property away, is that value again. What counts
 * as nothing: `undefined` and `null`, and what Vue and Preact make of them, the empty text and 0. It stands right before the name, so that
 * Lit's own accessor, whether of a decorator or of `static properties`, is made around this one.
 */
export function orDefault(prototype: object, name: PropertyKey): void {
  const values = new WeakMap<object, unknown>();
  let initial: unknown;
  Object.defineProperty(prototype, name, {
    configurable: true,
    get(this: object) {
      return values.get(this);
    },
    set(this: object, value: unknown) {
      // Nobody sets anything before the initializer has.
      initial ??= value;
      values.set(this, value || initial);
    },
  });
}
