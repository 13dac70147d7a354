import type {PgError} from '../errors.js';
import {toPgError} from '../parse-error.js';
import type {ToggleState} from './settings-state.js';

/** What the switch of a workflow needs of the draft that it belongs to. */
export interface SwitchOwner {
  /** Whether the workflow is on, as far as the SDK knows; undefined once account or user are gone. */
  isOn(): boolean | undefined;
  /** Runs a write after all earlier ones of the account. */
  write<T>(call: () => Promise<T>): Promise<T>;
  /** Switches the workflow with the SDK, which resolves with what failed. */
  send(enabled: boolean): Promise<void>;
  changed(): void;
}

const INITIAL: ToggleState = Object.freeze({status: 'initial'});
const PENDING: ToggleState = Object.freeze({status: 'pending'});

/** The switch of a workflow: shows what the person wants at once, and goes back if it cannot be had. */
export class WorkflowSwitch {
  readonly #owner: SwitchOwner;
  /** What the person wants, until it is so or has failed. */
  #wanted: boolean | undefined;
  #waiting: Promise<boolean> | undefined;
  #failed = INITIAL;

  constructor(owner: SwitchOwner) {
    this.#owner = owner;
  }

  get isEnabled(): boolean {
    return this.#wanted ?? this.#owner.isOn() ?? false;
  }

  get state(): ToggleState {
    return this.#wanted === undefined ? this.#failed : PENDING;
  }

  /** Resolves with whether the workflow is as wanted. What is wanted last counts. */
  set(enabled: boolean): Promise<boolean> {
    this.#wanted = enabled;
    this.#failed = INITIAL;
    this.#waiting ??= this.#run();
    const done = this.#waiting;
    this.#owner.changed();
    return done;
  }

  forget(): void {
    this.#wanted = undefined;
    this.#failed = INITIAL;
  }

  async #run(): Promise<boolean> {
    let wanted: boolean | undefined;
    let problem: PgError | undefined;
    const waiting = (): void => (this.#waiting = undefined);
    try {
      await this.#owner.write(async () => {
        waiting();
        wanted = this.#wanted;
        if (wanted === undefined || this.#owner.isOn() === wanted) return;
        await this.#owner.send(wanted);
      });
    } catch (error) {
      problem = toPgError(error);
    }
    if (this.#owner.isOn() === undefined || problem?.code === 'aborted') {
      this.forget();
      return false;
    }
    // Somebody who wants something else by now does not care how this one ended.
    if (this.#wanted === wanted) {
      this.#wanted = undefined;
      if (problem && wanted !== undefined) this.#fail(problem, wanted);
    }
    this.#owner.changed();
    return problem === undefined;
  }

  #fail(error: PgError, wanted: boolean): void {
    const retry = (): void => void this.set(wanted);
    this.#failed = Object.freeze({status: 'error', error, retry});
  }
}
