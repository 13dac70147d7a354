import type {ConnectInput} from './sdk.js';

/**
 * The inputs of a form as the SDK sent them, without those that have no id or type: the SDK's own type for them does not
 * hold, and a form that fails on one bad entry would lose the others.
 */
export function readInputs(raw: unknown): readonly ConnectInput[] {
  if (!Array.isArray(raw)) return NONE;
  return Object.freeze(raw.filter(isInput));
}

/** Missing means required. Hidden and read-only inputs cannot be filled in, so they are not. */
export function isRequired(input: ConnectInput): boolean {
  return input.required !== false && !isHidden(input) && input.readOnly !== true;
}

/** Whether people should not see this input. */
export function isHidden(input: ConnectInput): boolean {
  return input.hidden === true || input.hiddenInConnect === true;
}

const NONE: readonly ConnectInput[] = Object.freeze([]);

function isInput(value: unknown): value is ConnectInput {
  if (typeof value !== 'object' || value === null) return false;
  const {id, type} = value as Record<string, unknown>;
  return typeof id === 'string' && typeof type === 'string';
}
