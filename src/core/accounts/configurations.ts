import type {SdkConfiguration, SdkWorkflowState} from '../sdk.js';

/**
 * The configuration of this id or external id, written with the SDK's `ext:` before it or without; without a reference the
 * default one.
 */
export function findConfiguration(
  configurations: readonly SdkConfiguration[],
  reference: string | undefined,
): SdkConfiguration | undefined {
  if (reference === undefined) return configurations.find(({isDefault}) => isDefault);
  const external = externalIdIn(reference);
  return (
    configurations.find(({id}) => id === reference) ??
    configurations.find(({externalId}) => externalId === external)
  );
}

/** State of a workflow that is on, or once was. */
export function workflowStateIn(
  configuration: SdkConfiguration | undefined,
  workflowId: string,
): SdkWorkflowState | undefined {
  const states = configuration?.workflowSettings ?? {};
  return Object.hasOwn(states, workflowId) ? states[workflowId] : undefined;
}

/** The external id that a reference names. */
export const externalIdIn = (reference: string): string => reference.replace(/^ext:/, '').trim();
