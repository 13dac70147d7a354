import type {ReactiveControllerHost} from 'lit';
import type {PgError} from '../../core/errors.js';
import {toPgError} from '../../core/parse-error.js';
import {report} from '../emit.js';

/** What kept the person from starting or going on: the element shows it, and the host's developer hears of it. */
export class ProblemReport {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #problem: PgError | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
  }

  get problem(): PgError | undefined {
    return this.#problem;
  }

  clear(): void {
    this.#problem = undefined;
    this.#host.requestUpdate();
  }

  report(problem: PgError): void {
    this.#problem = problem;
    this.#host.requestUpdate();
    report(this.#host, problem);
  }

  /** Methods of a run refuse, by throwing, what another run on the page makes impossible. */
  guard(call: () => void): void {
    this.clear();
    try {
      call();
    } catch (error) {
      this.report(toPgError(error));
    }
  }
}
