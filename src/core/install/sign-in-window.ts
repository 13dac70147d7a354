import {PgError} from '../errors.js';
import type {OAuthPhase} from './install-state.js';
import {OAuthWatch} from './oauth-watch.js';
import type {RunListener, InstallContext} from './install-context.js';

/** Milliseconds. The SDK itself gives up looking after three minutes, the run goes on by itself. */
const TIMEOUT = 600_000;

/** The stage in which the person signs in in another window, from its opening until it has told or failed. */
export class SignInWindow {
  /** Milliseconds until the window counts as abandoned. */
  readonly timeout: number;
  readonly #parts: Pick<InstallContext, 'session' | 'flow' | 'state'>;
  readonly #run: RunListener;
  #watch: OAuthWatch | undefined;
  #since = 0;

  constructor(
    parts: Pick<InstallContext, 'session' | 'flow' | 'state'>,
    run: RunListener,
    timeout: number | undefined,
  ) {
    this.#parts = parts;
    this.#run = run;
    this.timeout = timeout !== undefined && timeout > 0 ? timeout : TIMEOUT;
  }

  /** The SDK's flow has come to the sign-in, and opens the window in this very call. */
  onStage(): void {
    const {session, state} = this.#parts;
    this.#since = session.environment.now();
    state.show({stage: 'oauth', phase: 'opening'});
  }

  /** Runs a call of the SDK that may open the window, and watches over that window. */
  open(call: () => void): void {
    const {session, flow} = this.#parts;
    if (flow.isCalling) {
      // A replay answers inside the SDK's callback: the outer call is being observed already.
      call();
      return;
    }
    const opened = flow.observe(call);
    if (!this.#isShown || this.#watch || opened === null) return;
    this.#watch = new OAuthWatch(session.environment, opened, {
      onReturned: () => this.#setPhase('returned'),
      onCheck: () => this.#run.onUncertain(),
      onLook: () => session.reread(),
      onDenied: (text) =>
        this.#run.onFailed(new PgError('oauth-denied', 'The provider refused.', {detail: text})),
    });
    this.#setPhase('waiting');
  }

  focus(): void {
    this.#watch?.focusWindow();
  }

  close(): void {
    this.#endWatch({closeWindow: true});
  }

  onTimeout(error: PgError): void {
    // Timers of a window that was given up still run in the SDK, and report to the attempt of today.
    const elapsed = this.#parts.session.environment.now() - this.#since;
    if (this.#isShown && elapsed >= this.timeout) this.#run.onFailed(error);
  }

  onBlocked(error: PgError): void {
    if (!this.#isShown || this.#watch?.hasWindow) return;
    this.#endWatch({closeWindow: false});
    this.#parts.state.show({stage: 'oauth', phase: 'blocked', error});
  }

  onError(error: PgError): void {
    if (!this.#isShown) return;
    if (!this.#watch?.hasWindow) {
      this.#run.onFailed(error);
      return;
    }
    // It may be about a window that was given up before, so the one that is open stays open. The backend knows.
    this.#parts.state.show({stage: 'oauth', phase: 'returned', error});
    this.#run.onUncertain();
  }

  get #isShown(): boolean {
    return this.#parts.state.current.stage === 'oauth';
  }

  #setPhase(phase: OAuthPhase): void {
    const {state} = this.#parts;
    if (state.current.stage === 'oauth' && state.current.phase !== phase)
      state.show({stage: 'oauth', phase});
  }

  #endWatch(options: {readonly closeWindow: boolean}): void {
    this.#watch?.stop(options);
    this.#watch = undefined;
  }
}
