import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {InstallRun} from '../../core/install/install-run.js';
import type {InstallOptions, InstallState} from '../../core/install/install-state.js';
import {toPgError} from '../../core/parse-error.js';
import type {ConnectSession} from '../../core/compose.js';
import type {ProblemReport} from './problem-report.js';
import {afterRemoval} from '../../ui/after-removal.js';

/** What an element is for; with another target, another run is asked for. */
export interface RunTarget {
  readonly integration: string;
  readonly credential: string | undefined;
  readonly session: ConnectSession | undefined;
}

/** Hears of every change of the run that is shown. */
export type RunListener = (
  run: InstallRun,
  previous: InstallState | undefined,
  next: InstallState,
) => void;

/**
 * Holds the run that an element shows. A run outlives its element, since the person may be signing in elsewhere: the next
 * element for the same target takes it over.
 */
export class RunController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #problems: ProblemReport;
  readonly #onChange: RunListener;
  #run: InstallRun | undefined;
  #state: InstallState | undefined;
  #unsubscribe: (() => void) | undefined;
  #target: RunTarget = {integration: '', credential: undefined, session: undefined};
  #isAway = false;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    problems: ProblemReport,
    onChange: RunListener,
  ) {
    this.#host = host;
    this.#problems = problems;
    this.#onChange = onChange;
    host.addController(this);
  }

  get run(): InstallRun | undefined {
    return this.#run;
  }

  /** State of the run as it is shown; undefined without a run. */
  get state(): InstallState | undefined {
    return this.#state;
  }

  get isActive(): boolean {
    return this.#run?.isActive === true;
  }

  /** Begins a run, synchronously: it may open a window. */
  start(session: ConnectSession, options: InstallOptions): void {
    const run = new InstallRun(session, options);
    this.#adopt(run);
    try {
      run.start();
    } catch (error) {
      this.#release();
      this.#problems.report(toPgError(error));
    }
  }

  /** Leaves a run that is not for this target, or whose account is gone again. */
  leaveOther({integration, credential, session: current}: RunTarget): void {
    const before = this.#target;
    // While the element is out of the document it has no session, and comes back to the one of before.
    const session = current ?? before.session;
    const isOther =
      before.integration !== integration ||
      before.credential !== credential ||
      before.session !== session;
    const isGone =
      this.#state?.stage === 'done' &&
      current?.snapshot.status === 'ready' &&
      !current.connectedAccount(this.#state.credentialId);
    if (!isOther && !isGone) return;
    this.#target = {integration, credential, session};
    this.#problems.clear();
    this.#run?.detach();
    this.#release();
  }

  /** A run that lost its element, by a change of route for example, goes on in this one. */
  takeOver({integration, credential, session}: RunTarget): void {
    const run = session?.run;
    if (this.#run || !(run instanceof InstallRun) || !run.isActive || !run.isDetached) return;
    if (run.integration !== integration || run.credentialId !== (credential || undefined)) return;
    this.#adopt(run);
  }

  hostConnected(): void {
    if (this.#isTakenOver) this.#release();
    this.#isAway = false;
    this.#run?.attach();
  }

  hostDisconnected(): void {
    afterRemoval(this.#host, () => {
      this.#run?.detach();
      this.#isAway = true;
    });
  }

  /** Whether another element has gone on with the run while this one was away. */
  get #isTakenOver(): boolean {
    return this.#isAway && this.#run?.isDetached === false;
  }

  #adopt(run: InstallRun): void {
    this.#release();
    this.#run = run;
    run.attach();
    this.#state = run.state;
    this.#unsubscribe = run.subscribe((next) => this.#onState(run, next));
  }

  #release(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#run = undefined;
    this.#state = undefined;
    this.#host.requestUpdate();
  }

  #onState(run: InstallRun, next: InstallState): void {
    if (this.#isTakenOver) {
      this.#release();
      return;
    }
    const previous = this.#state;
    this.#state = next;
    this.#host.requestUpdate();
    if (previous?.stage !== next.stage) this.#problems.clear();
    this.#onChange(run, previous, next);
  }
}
