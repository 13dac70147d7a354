import {findConfiguration} from '../accounts/configurations.js';
import type {ConnectedAccount} from '../accounts/connected-account.js';
import type {IntegrationTexts, Workflow} from '../integration-texts.js';
import type {SdkConfiguration, SdkSelection} from '../sdk.js';
import type {ConnectSession} from '../session/session.js';
import type {SettingsAccess, SettingsTarget} from './settings-state.js';

/** What of a session decides what a draft shows. */
export interface SettingsSource {
  readonly access: SettingsAccess;
  readonly account: ConnectedAccount | undefined;
  readonly configuration: SdkConfiguration | undefined;
  readonly texts: IntegrationTexts | undefined;
}

const NOTHING = {account: undefined, configuration: undefined, texts: undefined};
const GONE: SettingsSource = {...NOTHING, access: 'account-not-found'};
const LOADING: SettingsSource = {...NOTHING, access: 'loading'};

/** Reads the account's own configuration: the SDK's settings of an integration may be those of an account that was removed. */
export function readSource(
  session: ConnectSession,
  {integration, credentialId, configurationId}: SettingsTarget,
): SettingsSource {
  const account = session.connectedAccount(credentialId);
  if (account?.integration !== integration) {
    return session.snapshot.status === 'loading' ? LOADING : GONE;
  }
  const configuration = findConfiguration(account.configurations, configurationId);
  return {
    access: accessOf(account, configuration),
    account,
    configuration,
    texts: session.texts(integration),
  };
}

/** What a draft shows once everything is forgotten. */
export const goneSource = (): SettingsSource => GONE;

export function sameSource(a: SettingsSource, b: SettingsSource | undefined): boolean {
  return (
    a.access === b?.access &&
    a.account === b.account &&
    a.configuration === b.configuration &&
    a.texts === b.texts
  );
}

export function workflowOf({texts}: SettingsSource, id: string): Workflow | undefined {
  return texts?.workflows.find((workflow) => workflow.id === id);
}

/** What tells the SDK which account and configuration is meant. */
export function selectionOf(
  {configuration}: SettingsSource,
  {credentialId, configurationId}: SettingsTarget,
): SdkSelection {
  if (configurationId === undefined) return {selectedCredentialId: credentialId};
  // Where it saves, the SDK knows configurations by their id only.
  const id = configuration?.id ?? configurationId;
  return {selectedCredentialId: credentialId, selectedConfigurationId: id};
}

function accessOf(
  account: ConnectedAccount,
  configuration: SdkConfiguration | undefined,
): SettingsAccess {
  if (account.status !== 'valid') return 'account-not-valid';
  return configuration ? 'editable' : 'configuration-not-found';
}
