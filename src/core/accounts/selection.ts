import {PgError} from '../errors.js';
import type {SdkConfiguration, SdkSelection} from '../sdk.js';
import {findConfiguration} from './configurations.js';
import type {ConnectedAccount} from './connected-account.js';

type Configured = Pick<ConnectedAccount, 'id' | 'configurations'>;

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
