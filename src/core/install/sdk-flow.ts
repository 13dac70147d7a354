import type {OpenedWindow} from '../environment.js';
import {toPgError} from '../parse-error.js';
import type {ConnectSdk, InputValues, SdkInstallFlow, SdkStartOptions} from '../sdk.js';
import type {SessionCalls} from '../session/ports.js';
import type {FormStage} from './install-state.js';
import type {RunEvent} from './machine.js';

/** No project can have an integration of this name. */
const NO_INTEGRATION = ' pg-elements: none';

/** The SDK drops a submission that equals one of the last five seconds, without a word. Milliseconds, with a margin. */
const DUPLICATE_WINDOW = 5_200;

const recentSubmissions = new WeakMap<ConnectSdk, Map<string, number>>();

/** What the SDK reports of its flow. */
export type FlowEvent = Extract<RunEvent, {readonly type: 'stage' | 'completed' | 'refused'}>;

/**
 * Drives the SDK's install flow, of which a page has one, past its traps: `cancel()` disconnects the account the flow holds,
 * `start()` remembers a finished instruction, callbacks of an older flow arrive at the newer one.
 */
export class SdkFlow {
  readonly #session: Pick<SessionCalls, 'sdk' | 'environment'>;
  readonly #integration: string;
  readonly #report: (event: FlowEvent) => void;
  /** Identity of the flow that was started last: what still comes for an earlier one is dropped. */
  #started: object | undefined;
  #finishInstruction: () => void = () => undefined;
  #isCalling = false;

  constructor(
    session: Pick<SessionCalls, 'sdk' | 'environment'>,
    integration: string,
    report: (event: FlowEvent) => void,
  ) {
    this.#session = session;
    this.#integration = integration;
    this.#report = report;
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
  start(options: Partial<SdkStartOptions> & {readonly oauthTimeout: number}): void {
    const {sdk} = this.#session;
    const integration = this.#integration;
    sdk.setHeadless(true);
    this.#reset();
    const started = (this.#started = {});
    const report = (event: FlowEvent): void => {
      if (this.#started === started) this.#report(event);
    };
    sdk.installFlow.start(integration, {
      ...options,
      onNext: (stage) => {
        if (stage.stage === 'instruction') this.#finishInstruction = stage.finish.onClick;
        report({type: 'stage', stage, late: !this.#isCalling});
      },
      onComplete: ({integrationType, credentialId}) => {
        // A window of a cancelled flow that is approved late completes the flow of today, with its own account.
        if (integrationType === integration) report({type: 'completed', credentialId});
      },
      onError: (error, context) => {
        if (String(error.message).includes(NO_INTEGRATION)) return;
        const late = !this.#isCalling;
        report({type: 'refused', error: toPgError(error), stage: context?.stage, late});
      },
    });
  }

  /** Ends the flow. Its windows may still answer: to nobody. */
  stop(): void {
    if (!this.#started) return;
    this.#started = undefined;
    this.#reset();
  }

  /** Runs a call that may open a window, and tells which. What the SDK reports meanwhile is about this call. */
  observe(call: () => void): OpenedWindow | null | undefined {
    this.#isCalling = true;
    try {
      return this.#session.environment.observeOpen(call);
    } finally {
      this.#isCalling = false;
    }
  }

  setAccountType(id: string): void {
    void this.#session.sdk.installFlow.setAccountType(id);
  }

  finishInstruction(): void {
    this.#finishInstruction();
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
