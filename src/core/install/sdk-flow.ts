import {readInputs} from '../inputs.js';
import {toPgError} from '../answers.js';
import {maskedError, secretsIn} from '../secrets.js';
import type {
  ConnectInput,
  ConnectSdk,
  InputValues,
  SdkInstallFlow,
  SdkStartOptions,
} from '../sdk.js';
import type {SessionCalls} from '../session/ports.js';
import type {FormStage} from './install-state.js';
import type {RunEvent} from './machine.js';
import {popupsOf, type OpenedWindow} from '../popups.js';

/** No project can have an integration of this name. */
const NO_INTEGRATION = ' pg-elements: none';

/** The SDK drops a submission that equals one of the last five seconds, without a word. Milliseconds, with a margin. */
const DUPLICATE_WINDOW = 5_200;

/** How many windows have been opened, by integration. */
const openedWindows = new WeakMap<ConnectSdk, Map<string, number>>();

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
  /** What is asked now, and the secrets among the answers: a service may repeat them in its words. */
  #inputs: readonly ConnectInput[] = [];
  #secrets: readonly string[] = [];

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
    const {credentialId} = this.#insides;
    return typeof credentialId === 'string' || credentialId === null ? credentialId : undefined;
  }

  /** What the SDK keeps to itself and does not hide. */
  get #insides(): SdkInstallFlow & {
    readonly credentialId?: unknown;
    readonly integrationName?: unknown;
  } {
    return this.#session.sdk.installFlow;
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
        if ('options' in stage) this.#inputs = readInputs(stage.options);
        report({type: 'stage', stage, late: !this.#isCalling});
      },
      onComplete: ({integrationType, credentialId}) => {
        // A window of a cancelled flow that is approved late completes the flow of today, with its own account.
        if (integrationType === integration) report({type: 'completed', credentialId});
      },
      onError: (error, context) => {
        if (String(error.message).includes(NO_INTEGRATION)) return;
        const late = !this.#isCalling;
        const said = maskedError(toPgError(error), this.#secrets);
        report({type: 'refused', error: said, stage: context?.stage, late});
      },
    });
  }

  /** Ends the flow. Its windows may still answer: to nobody. */
  stop(): void {
    if (!this.#started) return;
    this.#started = undefined;
    this.#secrets = [];
    this.#reset();
  }

  /** Runs a call that may open a window, and tells which. What the SDK reports meanwhile is about this call. */
  observe(call: () => void): OpenedWindow | null | undefined {
    this.#isCalling = true;
    try {
      const opened = popupsOf(this.#session.environment).observeOpen(call);
      if (opened) this.#windows.set(this.#integration, this.windows + 1);
      return opened;
    } finally {
      this.#isCalling = false;
    }
  }

  /** How many windows have been opened for the integration, by whichever run. One that was given up can be approved still. */
  get windows(): number {
    return this.#windows.get(this.#integration) ?? 0;
  }

  get #windows(): Map<string, number> {
    const {sdk} = this.#session;
    const windows = openedWindows.get(sdk) ?? new Map<string, number>();
    openedWindows.set(sdk, windows);
    return windows;
  }

  setAccountType(id: string): void {
    void this.#session.sdk.installFlow.setAccountType(id);
  }

  finishInstruction(): void {
    this.#finishInstruction();
  }

  /** Sends the answers of a form. Resolves when the SDK is done with them, which is after its callbacks. */
  submit(stage: FormStage, values: InputValues): Promise<void> {
    this.#secrets = secretsIn(this.#inputs, (id) => values[id]);
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
   * Makes the SDK forget the flow without touching any account. `cancel()` uninstalls the one that the flow holds: it is called
   * only where that can be seen to be none. A start of an integration that does not exist opens nothing, and lets go of the
   * account in SDKs that do that before they look; in others the next real start does.
   */
  #reset(): void {
    const ignore = (): void => undefined;
    const {installFlow} = this.#session.sdk;
    if (this.held === null && this.#insides.integrationName === null) return;
    if (this.held !== null) {
      installFlow.start(NO_INTEGRATION, {
        onNext: ignore,
        onComplete: ignore,
        onError: ignore,
        oauthTimeout: 1,
      });
    }
    if (this.held === null) void installFlow.cancel();
  }
}
