import type {ConnectedAccount} from '../accounts/connected-account.js';
import {PgError} from '../errors.js';
import {readInputs} from '../inputs.js';
import type {ConnectInput, ConnectSdk} from '../sdk.js';
import type {SessionCalls, SessionState} from '../session/ports.js';
import type {InstallOptions} from './install-state.js';
import type {Permission} from './machine.js';

type Session = Pick<SessionCalls, 'sdk'> & Pick<SessionState, 'connectedAccount'>;

/** Those of the scopes that an account is not known to have. */
export function missingScopes(
  {approvedScopes}: Pick<ConnectedAccount, 'approvedScopes'>,
  wanted: readonly string[],
): readonly string[] {
  return wanted.filter((scope) => !approvedScopes.includes(scope));
}

/**
 * Whether more scopes can be asked for: the SDK knows no other way than an input of type PERMISSION among the questions before
 * the sign-in.
 */
export function canAskScopes(session: Pick<SessionCalls, 'sdk'>, integration: string): boolean {
  return permissionOf(session, {integration}) !== undefined;
}

/**
 * Refuses a sign-in that asks for less than it was to ask for: it would look as if it had worked.
 * @throws {PgError} `bad-input`, `scopes-unsupported`
 */
export function checkScopes(session: Session, options: InstallOptions): void {
  const {integration, additionalScopes = []} = options;
  if (additionalScopes.length === 0) return;
  const account = accountOf(session, options);
  if (!account) throw new PgError('bad-input', 'More scopes are for an account that there is.');
  if (missingScopes(account, additionalScopes).length === 0) return;
  if (!permissionOf(session, options))
    throw new PgError('scopes-unsupported', `${integration} lets nobody choose scopes.`);
}

/** The question for permissions, answered with more scopes, where they are to be asked for. */
export function permissionFor(session: Session, options: InstallOptions): Permission | undefined {
  const {additionalScopes = []} = options;
  const account = accountOf(session, options);
  if (!account || missingScopes(account, additionalScopes).length === 0) return undefined;
  const permission = permissionOf(session, options);
  if (!permission) return undefined;
  // What is not asked for again is withdrawn.
  const scopes = new Set([
    ...requiredOf(permission.input),
    ...account.approvedScopes,
    ...additionalScopes,
  ]);
  return {
    values: {[permission.input.id]: [...scopes].join(' ')},
    isAlone: permission.isAlone,
  };
}

function accountOf(session: Session, {credentialId}: InstallOptions): ConnectedAccount | undefined {
  return credentialId === undefined ? undefined : session.connectedAccount(credentialId);
}

function permissionOf(
  {sdk}: Pick<SessionCalls, 'sdk'>,
  {integration, accountType}: InstallOptions,
): {readonly input: ConnectInput; readonly isAlone: boolean} | undefined {
  const inputs = readInputs(sdk.getPreOptions(integration, accountType));
  const input = inputs.find(({type}) => type === 'PERMISSION');
  return input && {input, isAlone: inputs.length === 1};
}

function requiredOf({requiredScopes, scopes}: ConnectInput): readonly string[] {
  const offered = (scopes?.values ?? []).filter(({required}) => required).map(({name}) => name);
  return [...(requiredScopes ?? []), ...offered];
}

/** Whether people sign in to the integration in a window; else they give it a key. True where the SDK does not tell. */
export function hasSignInWindow(sdk: ConnectSdk, integration: string): boolean {
  const {authenticationType = 'oauth'} = sdk.getIntegrationBySlug?.(integration) ?? {};
  return authenticationType === 'oauth';
}
