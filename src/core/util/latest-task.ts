import type {Environment} from '../environment.js';

/** The one thing that a list waits for: an answer, or a pause in the typing. What begins ends what was before it. */
export class LatestTask {
  readonly #after: Environment['after'];
  #load: AbortController | undefined;
  #endPause: (() => void) | undefined;

  constructor(after: Environment['after']) {
    this.#after = after;
  }

  get isLoading(): boolean {
    return this.#load !== undefined;
  }

  get isPausing(): boolean {
    return this.#endPause !== undefined;
  }

  /** Calls one of the last two with how `work` ended, unless something else began meanwhile. */
  load<T>(
    work: (signal: AbortSignal) => Promise<T>,
    onDone: (value: T) => void,
    onError: (cause: unknown) => void,
  ): void {
    this.stop();
    const load = new AbortController();
    this.#load = load;
    const isOver = (): boolean => {
      if (this.#load !== load) return true;
      this.#load = undefined;
      return false;
    };
    work(load.signal).then(
      (value) => {
        if (!isOver()) onDone(value);
      },
      (cause: unknown) => {
        if (!isOver()) onError(cause);
      },
    );
  }

  /** @param ms until `task` begins */
  pause(ms: number, task: () => void): void {
    this.stop();
    this.#endPause = this.#after(ms, task);
  }

  stop(): void {
    this.#endPause?.();
    this.#endPause = undefined;
    this.#load?.abort();
    this.#load = undefined;
  }
}
