import type {ConnectedAccount, ReauthorizeOptions} from '../accounts/connected-account.js';
import {PgError} from '../errors.js';
import type {ConnectSession} from '../session/session.js';
import {InstallRun} from './install-run.js';
import type {InstallOptions} from './install-state.js';

/**
 * Starts connecting an account. Call it inside the person's click: it may open a window.
 * @throws {PgError} `flow-in-progress`, `signed-out`, `integration-unknown`, `account-not-found`, `external-id-in-use`, `bad-input`
 */
export function startInstall(session: ConnectSession, options: InstallOptions): InstallRun {
  const run = new InstallRun(session, options);
  run.start();
  return run;
}

/**
 * Signs an account in again; resolves when that has worked. Call it inside the person's click.
 * @throws {PgError} those of {@link startInstall}, `scopes-unsupported`, `oauth-blocked`, `aborted`, and those a run fails with
 */
export async function reauthorize(
  session: ConnectSession,
  account: ConnectedAccount,
  {redirectUrl, additionalScopes}: ReauthorizeOptions,
): Promise<void> {
  const {integration, id: credentialId} = account;
  const run = startInstall(session, {
    integration,
    credentialId,
    redirectUrl,
    additionalScopes,
  });
  // No element shows it yet: one that does may take it over, and another run may follow.
  run.detach();
  await Promise.race([run.finished, failureOf(run)]);
  // The SDK fetches nothing of an account that was valid before.
  await session.refresh().catch(() => undefined);
}

/** Rejects when the run fails, or cannot open its window, and nobody is there to try again. */
function failureOf(run: InstallRun): Promise<never> {
  return new Promise((_, reject) => {
    const onState = (): void => {
      const {state} = run;
      const isBlocked = state.stage === 'oauth' && state.phase === 'blocked';
      if ((state.stage !== 'failed' && !isBlocked) || !run.isDetached) return;
      reject(state.error ?? new PgError('oauth-blocked', 'The browser refused the window.'));
      run.cancel();
    };
    run.subscribe(onState);
    onState();
  });
}
