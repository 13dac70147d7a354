import type {ReactiveControllerHost} from 'lit';
import {toPgError} from '../../core/parse-error.js';
import type {ConnectSession} from '../../core/compose.js';
import type {ProblemReport} from './problem-report.js';

/** How far it is with the account that cannot be finished. */
export type LeftoverStatus = 'kept' | 'removing' | 'removed';

/** Removes, if the person wants that, the account that a failed run has left behind. */
export class LeftoverRemoval {
  readonly #host: ReactiveControllerHost;
  readonly #problems: ProblemReport;
  #status: LeftoverStatus = 'kept';

  constructor(host: ReactiveControllerHost, problems: ProblemReport) {
    this.#host = host;
    this.#problems = problems;
  }

  get status(): LeftoverStatus {
    return this.#status;
  }

  /** Another run can leave another account behind. */
  reset(): void {
    this.#show('kept');
  }

  async remove(session: ConnectSession | undefined, credentialId: string): Promise<void> {
    if (this.#status !== 'kept') return;
    this.#show('removing');
    this.#problems.clear();
    try {
      await session?.disconnect(credentialId);
      this.#show('removed');
    } catch (error) {
      this.#show('kept');
      this.#problems.report(toPgError(error));
    }
  }

  #show(status: LeftoverStatus): void {
    this.#status = status;
    this.#host.requestUpdate();
  }
}
