import type {ConnectedAccount, ReauthorizeOptions} from '../account.js';
import type {ConnectSession} from '../session.js';
import {InstallRun} from './install-run.js';
import type {InstallOptions} from './install-state.js';

/**
 * Starts connecting an account. Call it inside the person's click: it may open a window.
 * @throws {PgError} `flow-in-progress`, `signed-out`, `integration-unknown`, `account-not-found`, `external-id-in-use`, `bad-input`
 */
export function startInstall(session: ConnectSession, options: InstallOptions): InstallRun {
  const run = new InstallRun(session, options);
  session.claim(run);
  run.start();
  return run;
}

/** Signs an account in again; resolves when that has worked. */
export async function reauthorize(
  session: ConnectSession,
  account: ConnectedAccount,
  {redirectUrl}: ReauthorizeOptions,
): Promise<void> {
  const {integration, id: credentialId} = account;
  await startInstall(session, {integration, credentialId, redirectUrl}).finished;
}
