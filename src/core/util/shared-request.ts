import {PgError} from '../errors.js';

interface Waiter<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (error: PgError) => void;
}

/** One answer that many wait for. Each of them may leave without disturbing the others. */
export class SharedRequest<T> {
  readonly #waiters = new Set<Waiter<T>>();

  /** Rejects with `aborted` as soon as the signal says so, else does what the answer does. */
  join(signal: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#waiters.delete(waiter);
        reject(aborted());
      };
      const waiter: Waiter<T> = {
        resolve(value) {
          signal.removeEventListener('abort', leave);
          resolve(value);
        },
        reject(error) {
          signal.removeEventListener('abort', leave);
          reject(error);
        },
      };
      signal.addEventListener('abort', leave, {once: true});
      this.#waiters.add(waiter);
    });
  }

  resolve(value: T): void {
    for (const waiter of this.#settle()) waiter.resolve(value);
  }

  reject(error: PgError): void {
    for (const waiter of this.#settle()) waiter.reject(error);
  }

  #settle(): readonly Waiter<T>[] {
    const waiters = [...this.#waiters];
    this.#waiters.clear();
    return waiters;
  }
}

/** What a load that nobody waits for any more ends with. */
export function aborted(): PgError {
  return new PgError('aborted', 'The options are no longer needed.');
}
