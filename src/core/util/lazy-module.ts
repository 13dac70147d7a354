import {toPgError} from '../answers.js';

/**
 * Code that a page loads once it is needed. Once it is there it runs in the call itself: browsers open a window only inside the
 * click, and some not after the shortest wait.
 */
export class LazyModule<T> {
  readonly #import: () => Promise<T>;
  #code: T | undefined;

  constructor(load: () => Promise<T>) {
    this.#import = load;
  }

  /** The code, if it is there. */
  get code(): T | undefined {
    return this.#code;
  }

  /** Loads it ahead of its use. A failure shows at the use, which tries again. */
  prepare(): void {
    if (!this.#code) this.load().catch(() => undefined);
  }

  /** @throws {PgError} `network` if it cannot be loaded, and what `use` throws */
  run<R>(use: (code: T) => Promise<R>): Promise<R> {
    return this.#code ? use(this.#code) : this.load().then(use);
  }

  /** @throws {PgError} `network` if it cannot be loaded */
  async load(): Promise<T> {
    try {
      return (this.#code ??= await this.#import());
    } catch (error) {
      throw toPgError(error, 'network');
    }
  }
}
