import type {ConnectInput} from '../../core/sdk.js';
import type {InputParameters} from './field.js';

/** An input, and the value that it shows. */
export interface InputAndValue {
  readonly input: ConnectInput;
  readonly value: unknown;
}

/** What the choices of one input of a form can depend on: the values of the others, by the name of their source. */
export function parametersOf(shown: readonly InputAndValue[]): InputParameters {
  return Object.fromEntries(
    shown.flatMap(({input: {sourceType}, value}) => (sourceType ? [[sourceType, value]] : [])),
  );
}
