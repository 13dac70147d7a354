import type {LitElement} from 'lit';
import type {PgError} from '../../core/errors.js';

/** Tries again what failed; the words about it stay until it is over. */
export class Retry {
  readonly #host: LitElement;
  readonly #failure: () => PgError | undefined;
  readonly #run: () => Promise<void> | undefined;
  #error: PgError | undefined;

  /**
   * @param failure what has failed
   * @param run does it once more
   */
  constructor(
    host: LitElement,
    failure: () => PgError | undefined,
    run: () => Promise<void> | undefined,
  ) {
    this.#host = host;
    this.#failure = failure;
    this.#run = run;
  }

  /** What failed and is being tried again. */
  get error(): PgError | undefined {
    return this.#error;
  }

  readonly start = async (): Promise<void> => {
    if (this.#error) return;
    this.#show(this.#failure());
    try {
      await this.#run();
    } finally {
      const focused = this.#host.shadowRoot?.activeElement;
      this.#show(undefined);
      await this.#host.updateComplete;
      // The button that had focus is gone once there is nothing to retry.
      if (focused && !focused.isConnected) this.#host.focus();
    }
  };

  #show(error: PgError | undefined): void {
    this.#error = error;
    this.#host.requestUpdate();
  }
}
