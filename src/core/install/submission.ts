import type {Environment} from '../environment.js';

/** One sending of a form's answers, until the SDK is done with it or something else has come in between. */
export class Submission {
  readonly #environment: Environment;
  #isCancelled = false;
  #parked: (() => void) | undefined;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /**
   * Calls `send`, in this very call if there is no delay.
   * @param delay milliseconds
   * @param onSent called when the SDK is through, with the last reaction that was parked meanwhile
   */
  start(
    delay: number,
    send: () => Promise<void> | undefined,
    onSent: (reaction: (() => void) | undefined) => void,
  ): void {
    const sendNow = (): void => {
      if (this.#isCancelled) return;
      this.#parked = undefined;
      const onEnd = (): void => {
        if (!this.#isCancelled) onSent(this.#parked);
      };
      void send()?.then(onEnd, onEnd);
    };
    // Without a delay it must run in the click: it can open the window.
    if (delay > 0) this.#environment.after(delay, sendNow);
    else sendNow();
  }

  /** Keeps the reaction to something the SDK has said: whose answer that is shows once it is through. */
  park(reaction: () => void): void {
    this.#parked = reaction;
  }

  /** Nobody waits for it any more. What is sent is sent; what waits for its delay is not. */
  cancel(): void {
    this.#isCancelled = true;
  }
}
