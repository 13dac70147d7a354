import type {ConnectInput} from './sdk.js';
import {entriesIn} from './answers.js';

/**
 * The inputs of a form as the SDK sent them, without those that have no id or type, or come twice: the SDK's own type for them does not
 * hold, and a form that fails on one bad entry would lose the others.
 */
export function readInputs(raw: unknown): readonly ConnectInput[] {
  const inputs = entriesIn<ConnectInput>(raw, 'id');
  return Object.freeze(inputs.filter(({type}) => typeof type === 'string'));
}

/** Missing means required. Hidden and read-only inputs cannot be filled in, so they are not. */
export function isRequired(input: ConnectInput): boolean {
  return input.required !== false && !isHidden(input) && input.readOnly !== true;
}

/** Whether people should not see this input. */
export function isHidden(input: ConnectInput): boolean {
  return input.hidden === true || input.hiddenInConnect === true;
}

/** Whether the value of an input must not be shown, kept or told. */
export function isSecret({type, inputType}: ConnectInput): boolean {
  return type === 'PASSWORD' || (type === 'TEXT_NO_VARS' && inputType === 'password');
}
