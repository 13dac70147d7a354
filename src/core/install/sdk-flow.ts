import type {OpenedWindow, Page} from '../page.js';
import type {
  ConnectSdk,
  InputValues,
  SdkError,
  SdkInstallEvent,
  SdkInstallStage,
  SdkStartOptions,
} from '../sdk.js';
import type {FormStage} from './install-state.js';

/** What the driver reports; only for the flow that was started last. */
export interface FlowListener {
  onStage(stage: SdkInstallStage): void;
  onComplete(event: SdkInstallEvent): void;
  onError(error: SdkError, stage: string | undefined): void;
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
  readonly #sdk: ConnectSdk;
  readonly #page: Page;
  #listener: FlowListener | undefined;

  constructor(sdk: ConnectSdk, page: Page) {
    this.#sdk = sdk;
    this.#page = page;
  }

  /** Starts over; may open a window. */
  start(
    integration: string,
    options: Omit<SdkStartOptions, 'onNext' | 'onComplete' | 'onError'>,
    listener: FlowListener,
  ): void {
    this.stop();
    this.#listener = listener;
    this.#sdk.setHeadless(true);
    const current = (): boolean => this.#listener === listener;
    this.#sdk.installFlow.start(integration, {
      ...options,
      onNext: (stage) => {
        if (current()) listener.onStage(stage);
      },
      onComplete: (event) => {
        // A window of a cancelled flow that is approved late completes the flow of today, with its own account.
        if (current() && event.integrationType === integration) listener.onComplete(event);
      },
      onError: (error, context) => {
        if (current() && !String(error.message).includes(NO_INTEGRATION)) {
          listener.onError(error, context?.stage);
        }
      },
    });
  }

  /**
   * Makes the SDK forget the flow without touching any account. `cancel()` alone would uninstall the one it holds; `start()`
   * lets go of that first, in the same tick, and finds no integration, so that nothing opens.
   */
  stop(): void {
    this.#listener = undefined;
    const ignore = (): void => undefined;
    this.#sdk.installFlow.start(NO_INTEGRATION, {
      onNext: ignore,
      onComplete: ignore,
      onError: ignore,
      oauthTimeout: 1,
    });
    void this.#sdk.installFlow.cancel();
  }

  /** Runs a call that may open a window, and tells which. */
  observe(call: () => void): OpenedWindow | null | undefined {
    return this.#page.observeOpen(call);
  }

  setAccountType(id: string): void {
    void this.#sdk.installFlow.setAccountType(id);
  }

  /** Sends the answers of a form. Resolves when the SDK is done with them, which is after its callbacks. */
  submit(stage: FormStage, values: InputValues): Promise<void> {
    const flow = this.#sdk.installFlow;
    return stage === 'preOptions' ? flow.setPreOptions(values) : flow.setPostOptions(values);
  }

  /** Milliseconds to wait before these answers may be sent; notes them as sent then. */
  noteSubmission(integration: string, stage: FormStage, values: InputValues): number {
    const recent = recentSubmissions.get(this.#sdk) ?? new Map<string, number>();
    recentSubmissions.set(this.#sdk, recent);
    const key = JSON.stringify([integration, stage, values]);
    const now = this.#page.now();
    const last = recent.get(key);
    const delay = last === undefined ? 0 : Math.max(0, last + DUPLICATE_WINDOW - now);
    recent.set(key, now + delay);
    // Answers can be secrets: they are held for as long as the SDK holds them itself, no longer.
    this.#page.after(delay + DUPLICATE_WINDOW, () => {
      if (recent.get(key) === now + delay) recent.delete(key);
    });
    return delay;
  }
}
