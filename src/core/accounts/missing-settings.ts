import {isRequired, isSecret} from '../inputs.js';
import type {IntegrationTexts} from '../integration-texts.js';
import type {ConnectInput} from '../sdk.js';
import {workflowStateIn} from './configurations.js';
import type {ConnectedAccount} from './connected-account.js';

/** A required setting that has no value, so that the account is connected and still does not do its work. */
export interface MissingSetting {
  readonly input: ConnectInput;
  /** The workflow that it belongs to; absent for settings of the integration. */
  readonly workflowId?: string;
}

/** Types that always have a value, or that nobody fills in. */
const VALUED = /^(SWITCH|BOOLEAN_INPUT|COPYABLE_BUTTON_INPUT|PERMISSION)$/;

/**
 * What a working account still needs: required settings of its default configuration, and of workflows that are on, without a
 * saved value and without a default. Secrets are left out, since services need not give them back.
 */
export function missingSettings(
  {status, defaultConfiguration: saved}: ConnectedAccount,
  texts: IntegrationTexts | undefined,
): readonly MissingSetting[] {
  if (status !== 'valid' || !saved || !texts) return [];
  const {sharedSettings = {}} = saved;
  const own = texts.settings.filter((input) => isMissing(input, sharedSettings));
  const ofWorkflows = texts.workflows.flatMap(({id: workflowId, inputs}) => {
    const state = workflowStateIn(saved, workflowId);
    if (!state?.enabled) return [];
    const missing = inputs.filter((input) => isMissing(input, state.settings ?? {}));
    return missing.map((input) => ({input, workflowId}));
  });
  return [...own.map((input) => ({input})), ...ofWorkflows];
}

function isMissing(input: ConnectInput, values: Readonly<Record<string, unknown>>): boolean {
  if (!isRequired(input) || VALUED.test(input.type) || isSecret(input)) return false;
  const value = Object.hasOwn(values, input.id) ? values[input.id] : undefined;
  return isEmpty(value) && isEmpty(input.defaultValue);
}

/** Nothing, or an object or list with nothing in it. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}
