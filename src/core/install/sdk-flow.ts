import type {OpenedWindow} from '../environment.js';
import type {
  ConnectSdk,
  InputValues,
  SdkError,
  SdkInstallEvent,
  SdkInstallFlow,
  SdkInstallStage,
  SdkStartOptions,
} from '../sdk.js';
import type {ConnectSession} from '../session/session.js';
import type {FormStage} from './install-state.js';

/**
 * What the driver reports; only for the flow that was started last. What does not come in a call of ours comes from a window
 * or from the backend, `late`, and may belong to an attempt that was given up.
 */
export interface FlowListener {
  onStage(stage: SdkInstallStage, late: boolean): void;
  onComplete(event: SdkInstallEvent): void;
  onError(error: SdkError, stage: string | undefined, late: boolean): void;
}

/** No project can have an integration of this name. */
const NO_INTEGRATION = ' pg-elements: none';

/** The SDK drops a submission that equals one of the last five seconds, without a word. Milliseconds, with a margin. */
const DUPLICATE_WINDOW = 5_200;

const recentSubmissions = new WeakMap<ConnectSdk, Map<string, number>>();

/**
 * Drives the SDK's install flow, of which a page has one, past its traps: `cancel()` disconnects the account the flow holds,
 * `start()` remembers a finished instruction, callbacks of an older flow arrive at the newer one.
 */
export class SdkFlow {
  readonly #session: ConnectSession;
  readonly #integration: string;
  #listener: FlowListener | undefined;
  #depth = 0;

  constructor(session: ConnectSession, integration: string) {
    this.#session = session;
    this.#integration = integration;
  }

  /** Whether the SDK is being called just now: what it reports meanwhile is about this call. */
  get isCalling(): boolean {
    return this.#depth > 0;
  }

  /**
   * The account the SDK's flow works on: null for none, undefined where this SDK does not tell, since it keeps that private. A
   * window of an earlier flow puts its own account here.
   */
  get held(): string | null | undefined {
    const flow: SdkInstallFlow & {readonly credentialId?: unknown} = this.#session.sdk.installFlow;
    const {credentialId} = flow;
    return typeof credentialId === 'string' || credentialId === null ? credentialId : undefined;
  }

  /** Starts over; may open a window. */
  start(
    options: Omit<SdkStartOptions, 'onNext' | 'onComplete' | 'onError'>,
    listener: FlowListener,
  ): void {
    const {sdk} = this.#session;
    const integration = this.#integration;
    sdk.setHeadless(true);
    this.#reset();
    this.#listener = listener;
    const current = (): boolean => this.#listener === listener;
    sdk.installFlow.start(integration, {
      ...options,
      onNext: (stage) => {
        if (current()) listener.onStage(stage, !this.isCalling);
      },
      onComplete: (event) => {
        // A window of a cancelled flow that is approved late completes the flow of today, with its own account.
        if (current() && event.integrationType === integration) listener.onComplete(event);
      },
      onError: (error, context) => {
        if (current() && !String(error.message).includes(NO_INTEGRATION))
          listener.onError(error, context?.stage, !this.isCalling);
      },
    });
  }

  /** Ends the flow. Its windows may still answer: to nobody. */
  stop(): void {
    if (!this.#listener) return;
    this.#listener = undefined;
    this.#reset();
  }

  /** Runs a call that may open a window, and tells which. Not to be nested: the outer one is looking on already. */
  observe(call: () => void): OpenedWindow | null | undefined {
    this.#depth += 1;
    try {
      return this.#session.environment.observeOpen(call);
    } finally {
      this.#depth -= 1;
    }
  }

  setAccountType(id: string): void {
    void this.#session.sdk.installFlow.setAccountType(id);
  }

  /** Sends the answers of a form. Resolves when the SDK is done with them, which is after its callbacks. */
  submit(stage: FormStage, values: InputValues): Promise<void> {
    const flow = this.#session.sdk.installFlow;
    return stage === 'preOptions' ? flow.setPreOptions(values) : flow.setPostOptions(values);
  }

  /** Milliseconds to wait before these answers may be sent; notes them as sent then. */
  noteSubmission(stage: FormStage, values: InputValues): number {
    const {sdk, environment} = this.#session;
    const recent = recentSubmissions.get(sdk) ?? new Map<string, number>();
    recentSubmissions.set(sdk, recent);
    const key = JSON.stringify([this.#integration, stage, values]);
    const now = environment.now();
    const last = recent.get(key);
    const delay = last === undefined ? 0 : Math.max(0, last + DUPLICATE_WINDOW - now);
    recent.set(key, now + delay);
    // Answers can be secrets: they are held for as long as the SDK holds them itself, no longer.
    environment.after(delay + DUPLICATE_WINDOW, () => {
      if (recent.get(key) === now + delay) recent.delete(key);
    });
    return delay;
  }

  /**
   * Makes the SDK forget the flow without touching any account. `cancel()` alone would uninstall the one it holds; `start()`
   * lets go of that first, in the same tick, and finds no integration, so that nothing opens.
   */
  #reset(): void {
    const ignore = (): void => undefined;
    const {installFlow} = this.#session.sdk;
    installFlow.start(NO_INTEGRATION, {
      onNext: ignore,
      onComplete: ignore,
      onError: ignore,
      oauthTimeout: 1,
    });
    void installFlow.cancel();
  }
}
