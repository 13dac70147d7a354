import {PgError} from '../errors.js';
import type {SdkConfiguration, SdkSelection, SdkWorkflowState} from '../sdk.js';
import type {ConnectedAccount} from './connected-account.js';

type Configured = Pick<ConnectedAccount, 'id' | 'configurations'>;

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

/** The id of a configuration, however it is referred to; undefined for the default one, which needs none. */
export function configurationIdOf(
  {configurations}: Configured,
  reference: string | undefined,
): string | undefined {
  const found = findConfiguration(configurations, reference);
  return found?.isDefault ? undefined : (found?.id ?? reference);
}

/** @throws {PgError} `bad-input` */
export function requireConfiguration(
  {configurations}: Configured,
  reference: string,
): SdkConfiguration {
  const configuration = findConfiguration(configurations, reference);
  if (!configuration)
    throw new PgError('bad-input', `The account has no configuration "${reference}".`);
  return configuration;
}

/**
 * What tells the SDK which account and configuration is meant: by their ids, since not all of its calls know others.
 * @throws {PgError} `bad-input`
 */
export function selectionOf(account: Configured, configuration: string | undefined): SdkSelection {
  const selection = {selectedCredentialId: account.id};
  if (configuration === undefined) return selection;
  const {id: selectedConfigurationId} = requireConfiguration(account, configuration);
  return {...selection, selectedConfigurationId};
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
