import type {ControlRequest} from '../../sandbox/control.js';
import {SANDBOX_PREFIX} from '../../sandbox/endpoints.js';
import type {Inspection} from '../../sandbox/inspection.js';
import {sandboxQuery} from '../address.js';

/** The sandbox's control API, for the world of this page. What is shown of the sandbox is what it answered last. */
export class ControlClient {
  readonly #listeners = new Set<(state: Inspection) => void>();
  #sent = 0;

  subscribe(listener: (state: Inspection) => void): void {
    this.#listeners.add(listener);
  }

  /** @throws {Error} with the sandbox's own words if it refuses or cannot be reached */
  async read(): Promise<void> {
    await this.#ask();
  }

  /** @throws {Error} with the sandbox's own words if it refuses or cannot be reached */
  async send(request: ControlRequest): Promise<void> {
    await this.#ask({
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify(request),
    });
  }

  async #ask(init?: RequestInit): Promise<void> {
    this.#sent += 1;
    const turn = this.#sent;
    const response = await fetch(`${SANDBOX_PREFIX}/control${sandboxQuery()}`, init);
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error((answer as {readonly message: string}).message);
    // An answer that was overtaken shows a state that is over.
    if (turn !== this.#sent) return;
    for (const listener of this.#listeners) listener(answer as Inspection);
  }
}
