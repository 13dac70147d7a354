import type {ComplexAttributeConverter} from 'lit';

/** Reflects a text, but not while it is what it would be anyway: an element adds no attributes of its own. */
export function omitDefault<T extends string>(usual: T): ComplexAttributeConverter<T> {
  return {
    fromAttribute: (value) => (value ?? usual) as T,
    toAttribute: (value) => (value === usual ? null : value),
  };
}
