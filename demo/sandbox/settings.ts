import type {IntegrationFixture} from './fixtures/fixture.js';
import {HttpError} from './http.js';
import type {ConnectInput, WorkflowState} from './protocol.js';
import {isObject, objectOf, type JsonObject} from './read.js';
import type {Refusal} from './scenario.js';

/** The value that no setting and no post option of the sandbox accepts, at whatever depth. */
const REFUSED_VALUE = 'refuse-me';

export interface CheckedSettings<T> {
  readonly settings: T;
  /** Reasons why some of the values were not taken; the others were. */
  readonly errors: readonly string[];
}

export function holdsRefusedValue(value: unknown): boolean {
  if (value === REFUSED_VALUE) return true;
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(holdsRefusedValue);
}

/** Checks values that are to replace `saved`. A refused value leaves the saved one in place. */
export function checkSettings(
  inputs: readonly ConnectInput[],
  values: JsonObject,
  saved: JsonObject,
  refusals: readonly Refusal[],
): CheckedSettings<JsonObject> {
  const ofAll = refusals.filter(({field}) => field === undefined);
  if (ofAll.length > 0) return {settings: saved, errors: ofAll.map(({message}) => message)};
  const errors: string[] = [];
  const settings: [string, unknown][] = [];
  for (const [id, value] of Object.entries(values)) {
    const refused = reasonsAgainst(id, value, saved, inputs, refusals);
    errors.push(...refused);
    if (refused.length === 0) settings.push([id, value]);
    else if (Object.hasOwn(saved, id)) settings.push([id, saved[id]]);
  }
  return {settings: Object.fromEntries(settings), errors};
}

function reasonsAgainst(
  id: string,
  value: unknown,
  saved: JsonObject,
  inputs: readonly ConnectInput[],
  refusals: readonly Refusal[],
): readonly string[] {
  if (holdsRefusedValue(value)) {
    const title = inputs.find((input) => input.id === id)?.title ?? id;
    return [`"${title}" was not accepted.`];
  }
  // The SDK sends everything it knows: what the service has already is nothing to refuse.
  if (JSON.stringify(value) === JSON.stringify(saved[id])) return [];
  return refusals.filter(({field}) => field === id).map(({message}) => message);
}

/**
 * Checks the settings of workflows. Whether a workflow is enabled stays as it was: that has an endpoint of its own.
 *
 * @throws {HttpError} 400 for a workflow that was never enabled
 */
export function checkWorkflowSettings(
  {workflows = []}: IntegrationFixture,
  values: JsonObject,
  saved: Readonly<Record<string, WorkflowState>>,
  refusals: readonly Refusal[],
): CheckedSettings<Readonly<Record<string, WorkflowState>>> {
  const errors: string[] = [];
  const states = Object.entries(values).map(([id, value]): [string, WorkflowState] => {
    const state = Object.hasOwn(saved, id) ? saved[id] : undefined;
    if (!state) {
      throw new HttpError(400, 'workflow-not-enabled', `Workflow ${id} was never enabled.`);
    }
    const {settings} = objectOf(value, `workflowSettings.${id}`);
    const inputs = workflows.find((workflow) => workflow.id === id)?.inputs ?? [];
    const given = isObject(settings) ? settings : {};
    const checked = checkSettings(inputs, given, state.settings, refusals);
    errors.push(...checked.errors);
    return [id, {enabled: state.enabled, settings: checked.settings}];
  });
  return {settings: Object.fromEntries(states), errors};
}
