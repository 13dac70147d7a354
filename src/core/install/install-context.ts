import type {ConnectedAccount} from '../accounts/connected-account.js';
import type {PgError} from '../errors.js';
import type {ConnectSession} from '../session/session.js';
import {Answers} from './answers.js';
import type {InstallOptions} from './install-state.js';
import {PublishedState} from './published-state.js';
import {SdkFlow} from './sdk-flow.js';
import {VisitedStages} from './visited-stages.js';
import {TargetAccount} from './target-account.js';

/** What the parts of an install run find out, and the run acts upon. */
export interface RunListener {
  onConnected(credentialId: string): void;
  /** There is an account, but the SDK's flow cannot finish it: it is to be signed in again. */
  onUnfinished(account: ConnectedAccount): void;
  /** Only the backend knows whether there is an account by now. */
  onUncertain(): void;
  /** @param leftover an account that was begun and cannot be finished */
  onFailed(error: PgError, leftover?: string): void;
}

/** What one install run and its parts share. None of these knows the run. */
export interface InstallContext {
  readonly session: ConnectSession;
  readonly flow: SdkFlow;
  readonly answers: Answers;
  readonly steps: VisitedStages;
  readonly state: PublishedState;
  readonly account: TargetAccount;
}

export function makeParts(session: ConnectSession, options: InstallOptions): InstallContext {
  const {integration, accountType} = options;
  const answers = new Answers(accountType);
  const steps = new VisitedStages(session, integration, answers);
  return {
    session,
    flow: new SdkFlow(session, integration),
    answers,
    steps,
    state: new PublishedState(steps),
    account: new TargetAccount(session, options),
  };
}
