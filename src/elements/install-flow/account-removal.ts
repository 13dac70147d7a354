import type {ReactiveControllerHost} from 'lit';
import {toPgError} from '../../core/answers.js';
import type {ConnectSession} from '../../core/compose.js';
import type {ProblemReport} from './run-controller.js';

/** How far it is with an account that a run has brought, and the person may not want. */
export type RemovalStatus = 'kept' | 'removing' | 'removed';

/** Removes, if the person wants that, an account that a run has brought: one that cannot be finished, or one too many. */
export class AccountRemoval {
  readonly #host: ReactiveControllerHost;
  readonly #problems: ProblemReport;
  #status: RemovalStatus = 'kept';

  constructor(host: ReactiveControllerHost, problems: ProblemReport) {
    this.#host = host;
    this.#problems = problems;
  }

  get status(): RemovalStatus {
    return this.#status;
  }

  /** Another run can bring another account. */
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

  #show(status: RemovalStatus): void {
    this.#status = status;
    this.#host.requestUpdate();
  }
}
