import type {SdkConfiguration, SdkCredential, SdkWorkflowState} from '../sdk.js';
import type {AccountName} from '../session/ports.js';
import {entriesIn, isRaw, objectIn, textIn} from '../answers.js';
import {
  ConnectedAccount,
  type AccountActions,
  type AccountStatus,
  type AccountVerification,
} from './connected-account.js';
import {readProviderFacts} from './provider-facts.js';

/**
 * The account that a credential of the SDK is.
 * @param named what the host calls it
 */
export function credentialAccount(
  credential: SdkCredential,
  integration: {readonly type: string; readonly name: string},
  actions?: AccountActions,
  named: AccountName = {},
): ConnectedAccount {
  const data = objectIn(credential.providerData);
  const status = statusOf(credential.status);
  return new ConnectedAccount(
    {
      id: credential.id,
      identificationId: credential.id,
      integration: integration.type,
      providerName: integration.name,
      status,
      verification: VERIFICATION[status],
      externalId: textIn(credential.externalId) || null,
      providerUserId: providerIdIn(credential.providerId),
      ...readProviderFacts(data),
      displayName: named.name ?? null,
      displayDetail: named.detail ?? null,
      displayPicture: named.picture ?? null,
      approvedScopes: scopesOf(data),
      publicMetadata: data,
      connectedAt: dateOf(credential.dateCreated),
      refreshedAt: dateOf(credential.dateRefreshed),
      validUntil: dateOf(credential.dateValidUntil),
      configurations: entriesIn<SdkConfiguration>(credential.configurations, 'id').map(
        readConfiguration,
      ),
    },
    actions,
  );
}

/** Providers name people by numbers too. */
function providerIdIn(value: unknown): string {
  return typeof value === 'number' ? String(value) : textIn(value);
}

/** The same object if nothing is wrong with it. */
function readConfiguration(configuration: SdkConfiguration): SdkConfiguration {
  const {sharedSettings = {}, workflowSettings = {}} = configuration;
  const states = Object.entries(objectIn(workflowSettings));
  const isSound =
    isRaw(sharedSettings) &&
    isRaw(workflowSettings) &&
    states.every(([, state]) => isRaw(state) && isRaw(state.settings ?? {}));
  if (isSound) return configuration;
  const sound = states.filter((entry): entry is [string, SdkWorkflowState] => isRaw(entry[1]));
  return {
    ...configuration,
    sharedSettings: objectIn(sharedSettings),
    workflowSettings: Object.fromEntries(
      sound.map(([id, state]) => [id, {...state, settings: objectIn(state.settings)}]),
    ),
  };
}

const NO_REDIRECT = {error: null, externalVerificationRedirectURL: null};

const VERIFICATION: Readonly<Record<AccountStatus, AccountVerification>> = {
  valid: {status: 'verified', ...NO_REDIRECT},
  invalid: {status: 'failed', ...NO_REDIRECT},
  pending: {status: 'unverified', ...NO_REDIRECT},
};

function statusOf(status: string): AccountStatus {
  if (status === 'VALID') return 'valid';
  return status === 'PENDING' ? 'pending' : 'invalid';
}

function scopesOf(data: Readonly<Record<string, unknown>>): readonly string[] {
  for (const key of ['scope', 'scopes', 'approvedScopes']) {
    const value = Object.hasOwn(data, key) ? data[key] : undefined;
    const texts = [value].flat().filter((scope) => typeof scope === 'string');
    const scopes = texts.flatMap((text) => text.split(/[\s,]+/)).filter(Boolean);
    if (scopes.length > 0) return scopes;
  }
  return [];
}

function dateOf(value: unknown): Date | null {
  if (typeof value !== 'string' && typeof value !== 'number' && !(value instanceof Date))
    return null;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date;
}
