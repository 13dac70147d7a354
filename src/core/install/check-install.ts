import {PgError} from '../errors.js';
import type {ConnectSession} from '../session/session.js';
import type {InstallOptions} from './install-state.js';
import {checkScopes} from './scopes.js';

/**
 * Refuses what cannot work before the SDK, which checks little of this when it is driven headless, is asked.
 * @throws {PgError} `signed-out`, `integration-unknown`, `account-not-found`, `bad-input`, `external-id-in-use`,
 *   `scopes-unsupported`
 */
export function checkInstall(session: ConnectSession, options: InstallOptions): void {
  const {integration: type, credentialId, externalId} = options;
  if (session.snapshot.status !== 'ready') throw new PgError('signed-out', 'No user is signed in.');
  const integration = session.integration(type);
  if (!integration) throw new PgError('integration-unknown', `There is no integration "${type}".`);
  const {accounts} = integration;
  if (credentialId !== undefined && !accounts.some(({id}) => id === credentialId)) {
    throw new PgError('account-not-found', `${type} has no account ${credentialId}.`);
  }
  checkScopes(session, options);
  if (externalId === undefined) return;
  if (externalId.trim() === '' || credentialId !== undefined) {
    throw new PgError('bad-input', 'An external id is for new accounts, and not blank.');
  }
  if (accounts.some((account) => account.externalId === externalId.trim())) {
    throw new PgError('external-id-in-use', `"${externalId}" is the id of another account.`);
  }
}
