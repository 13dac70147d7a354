import type {ConnectSdk, SdkSelection} from '../sdk.js';

/**
 * Switches workflows on and off, by id. The SDK's own call never rejects: as an exception a failure is seen by the session too, which
 * signs in again if that is why.
 */
export async function switchWorkflows(
  sdk: ConnectSdk,
  enabled: Readonly<Record<string, boolean>>,
  selection: SdkSelection,
): Promise<void> {
  const {errors} = await sdk.updateWorkflowState(enabled, selection);
  if (errors[0]) throw new Error(errors[0].message);
}
