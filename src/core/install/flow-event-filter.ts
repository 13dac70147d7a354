import {toPgError} from '../parse-error.js';
import type {SdkError, SdkInstallEvent, SdkInstallStage} from '../sdk.js';
import type {FlowStages} from './flow-stages.js';
import type {RunListener, InstallContext} from './install-context.js';
import type {FlowListener} from './sdk-flow.js';
import type {SignInWindow} from './sign-in-window.js';

/**
 * Judges what the SDK reports of one start of its flow: whether it is about this run at all, since windows that were given up
 * and those of other runs report here too, and what it is then.
 */
export class FlowEventFilter implements FlowListener {
  readonly #parts: InstallContext;
  readonly #run: RunListener;
  readonly #window: SignInWindow;
  readonly #stages: FlowStages;

  constructor(parts: InstallContext, run: RunListener, window: SignInWindow, stages: FlowStages) {
    this.#parts = parts;
    this.#run = run;
    this.#window = window;
    this.#stages = stages;
  }

  onStage(stage: SdkInstallStage, late: boolean): void {
    if (late) this.#onLateStage(stage);
    else this.#stages.enter(stage);
  }

  onComplete({credentialId}: SdkInstallEvent): void {
    const {session, steps, account} = this.#parts;
    if (credentialId === undefined) {
      this.#run.onUncertain();
      return;
    }
    if (!account.isOurs(credentialId)) return;
    // After refused questions the SDK takes every window for the end, of an account that is not finished too.
    const asked = steps.current === 'postOptions';
    session.reread();
    if (asked && session.connectedAccount(credentialId)?.status === 'pending') return;
    this.#run.onConnected(credentialId);
  }

  onError(error: SdkError, stage: string | undefined, late: boolean): void {
    const problem = toPgError(error);
    if (problem.code === 'oauth-timeout') this.#window.onTimeout(problem);
    else if (problem.code === 'oauth-blocked') this.#window.onBlocked(problem);
    else if (!late || stage === undefined) this.#run.onFailed(problem);
    else if (stage === 'oauth') this.#window.onError(problem);
    else this.#stages.refuseOnceSent(stage, problem);
  }

  /** A stage that comes from a window or from the backend: of this attempt, of an earlier one, or of another run. */
  #onLateStage(stage: SdkInstallStage): void {
    const {session, flow, state, account} = this.#parts;
    const isPostOptions = stage.stage === 'postOptions';
    if (state.current.stage === 'submitting') {
      if (isPostOptions) this.#stages.enterOnceSent(stage);
      return;
    }
    // An account that is not finished yet comes without an event. May find another user, which ends this run.
    session.reread();
    const {held} = flow;
    if (state.isOver || state.current.stage === 'postOptions') return;
    if (held === null || account.isForeign(held)) return;
    if (isPostOptions) {
      this.#stages.enter(stage);
      return;
    }
    // The person went back to a form, and then signed in all the same.
    const found = held === undefined ? undefined : session.connectedAccount(held);
    if (found?.status === 'valid') this.#run.onConnected(found.id);
    else if (found) this.#run.onUnfinished(found);
  }
}
