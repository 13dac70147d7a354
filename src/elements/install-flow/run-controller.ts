import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {PgError} from '../../core/errors.js';
import {InstallRun, lastRunOn} from '../../core/install/install-run.js';
import type {InstallOptions, InstallState} from '../../core/install/install-state.js';
import {toPgError} from '../../core/answers.js';
import type {ConnectSession} from '../../core/compose.js';
import {emit, report} from '../emit.js';
import {afterRemoval} from '../../ui/dom.js';

/** What an element is for; with another target, another run is asked for. */
export interface RunTarget {
  readonly integration: string;
  readonly credential: string | undefined;
  readonly session: ConnectSession | undefined;
  /** The account that it offers to sign in again, although it is for no account. */
  readonly offered: string | undefined;
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
  #target: RunTarget = {
    integration: '',
    credential: undefined,
    session: undefined,
    offered: undefined,
  };
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
  leaveOther({integration, credential, session: current, offered}: RunTarget): void {
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
    this.#target = {integration, credential, session, offered};
    this.#problems.clear();
    this.#run?.detach();
    this.#release();
  }

  /** A run that lost its element, by a change of route for example, goes on in this one. */
  takeOver({integration, credential, session, offered}: RunTarget): void {
    if (this.#run || session?.snapshot.status !== 'ready') return;
    const run = session.run ?? lastRunOn(session.sdk);
    if (!(run instanceof InstallRun) || !run.isDetached || run.integration !== integration) return;
    // An end that somebody has been told of is over.
    const isOpen = run.isActive || run.state.stage === 'failed';
    if (!isOpen && (run.state.stage !== 'done' || run.isTold)) return;
    const isFor = run.credentialId === (credential || undefined);
    if (!isFor && (credential || run.credentialId !== offered)) return;
    if (run.userId !== session.snapshot.userId) return;
    // A portal that comes back has another session.
    session.claim(run);
    this.#adopt(run);
    if (!isOpen) this.#tellEnd(run);
  }

  /** The end is read: what there is to see is the start again. */
  leave(): void {
    this.#run?.detach();
    this.#release();
  }

  hostConnected(): void {
    if (this.#isTakenOver) this.#release();
    this.#isAway = false;
    this.#run?.attach();
    if (this.#run?.state.stage === 'done') this.#tellEnd(this.#run);
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

  /** Tells of an end that came while the element was not there to tell it. */
  #tellEnd(run: InstallRun): void {
    if (run.isTold) return;
    run.tell();
    const {state} = run;
    // Whoever puts the element in its place may listen from the next moment on.
    queueMicrotask(() => this.#onChange(run, undefined, state));
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
    // Out of the document nobody would hear of it.
    if (next.stage === 'done' && !this.#host.isConnected) return;
    if (next.stage === 'done') run.tell();
    this.#onChange(run, previous, next);
  }
}

/** What kept the person from starting or going on: the element shows it, and the host's developer hears of it. */
export class ProblemReport {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #problem: PgError | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
  }

  get problem(): PgError | undefined {
    return this.#problem;
  }

  clear(): void {
    this.#problem = undefined;
    this.#host.requestUpdate();
  }

  report(problem: PgError): void {
    this.#problem = problem;
    this.#host.requestUpdate();
    report(this.#host, problem);
  }

  /** Methods of a run refuse, by throwing, what another run on the page makes impossible. */
  guard(call: () => void): void {
    this.clear();
    try {
      call();
    } catch (error) {
      this.report(toPgError(error));
    }
  }
}

/** Tells the host what a change of a run means: another stage, a failure, the end. */
export function tellChange(
  host: HTMLElement,
  integration: string,
  previous: InstallState | undefined,
  next: InstallState,
): void {
  if (previous?.stage !== next.stage) {
    emit(host, 'pg-install-stage', {integration, stage: next.stage});
  }
  if (next.error && next.error !== previous?.error) {
    const {code, message} = next.error;
    const stage = next.stage === 'failed' ? next.at : next.stage;
    emit(host, 'pg-install-error', {integration, stage, error: {code, message}});
  }
  if (next.stage === 'done' && previous?.stage !== 'done') {
    emit(host, 'pg-installed', {integration, credentialId: next.credentialId});
  }
  if (next.stage === 'cancelled') emit(host, 'pg-install-cancelled', {integration});
}
