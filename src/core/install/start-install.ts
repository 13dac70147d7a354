import type {ConnectedAccount, ReauthorizeOptions} from '../accounts/connected-account.js';
import {PgError} from '../errors.js';
import {InstallRun, type InstallSession} from './install-run.js';
import type {InstallOptions, InstallState} from './install-state.js';

/**
 * Starts connecting an account. Call it inside the person's click: it may open a window.
 * @throws {PgError} `flow-in-progress`, `signed-out`, `integration-unknown`, `account-not-found`, `external-id-in-use`, `bad-input`
 */
export function startInstall(session: InstallSession, options: InstallOptions): InstallRun {
  const run = new InstallRun(session, options);
  run.start();
  return run;
}

/**
 * Signs an account in again; resolves when that has worked. Call it inside the person's click. What the integration asks is
 * shown by a `<pg-install-flow>` for the account.
 * @throws {PgError} those of {@link startInstall}, `scopes-unsupported`, `oauth-blocked`, `aborted`, `flow-missing` when there is
 *   something to ask and nothing to show it, and those a run fails with
 */
export async function reauthorize(
  session: InstallSession,
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
  session.offerRun();
  await Promise.race([run.finished, failureOf(run, session)]);
  // The SDK fetches nothing of an account that was valid before.
  await session.refresh().catch(() => undefined);
}

/** Rejects when nothing shows the run, and it fails, cannot open its window, or has to ask the person something. */
function failureOf(run: InstallRun, session: InstallSession): Promise<never> {
  return new Promise((_, reject) => {
    const giveUp = (reason: PgError): void => {
      reject(reason);
      run.cancel();
    };
    const onState = (): void => {
      const {state} = run;
      if (!run.isDetached) return;
      if (state.stage === 'failed') giveUp(state.error);
      else if (state.stage === 'oauth' && state.phase === 'blocked')
        giveUp(new PgError('oauth-blocked', 'The browser refused the window.'));
      else if (asks(state)) session.environment.after(0, () => giveUpIfAlone(state));
    };
    // Elements that were told of the run, or come with the click that began it, take it over before a turn of the page is over.
    const giveUpIfAlone = (asked: InstallState): void => {
      if (run.isDetached && run.state === asked) giveUp(missingFlow(run, asked));
    };
    run.subscribe(onState);
    onState();
  });
}

/** Whether the run waits for an answer that a person gives on this page. */
function asks({stage}: InstallState): boolean {
  switch (stage) {
    case 'resume':
    case 'replace':
    case 'accountType':
    case 'instruction':
    case 'preOptions':
    case 'postOptions': {
      return true;
    }
    default: {
      return false;
    }
  }
}

function missingFlow({integration, credentialId = ''}: InstallRun, {stage}: InstallState): PgError {
  return new PgError(
    'flow-missing',
    `${integration} asks the person something (${stage}), and nothing shows it. Have a <pg-install-flow integration="${integration}" ` +
      `credential="${credentialId}"> on the page before this call.`,
  );
}
