import type {PgError} from '../errors.js';
import {toPgError} from '../answers.js';
import type {SessionCalls} from '../session/ports.js';
import {switchWorkflows, writeAfterCheck} from './checked-write.js';
import type {SettingsReader} from './settings-reader.js';
import type {ToggleState} from './settings-state.js';

const INITIAL: ToggleState = Object.freeze({status: 'initial'});
const PENDING: ToggleState = Object.freeze({status: 'pending'});

/** The switch of a workflow: shows what the person wants at once, and goes back if it cannot be had. */
export class WorkflowSwitch {
  readonly id: string;
  readonly #calls: SessionCalls;
  readonly #reader: SettingsReader;
  readonly #onChange: () => void;
  readonly #mask: (error: PgError) => PgError;
  /** What the person wants, until it is so or has failed. */
  #wanted: boolean | undefined;
  #waiting: Promise<boolean> | undefined;
  #failed = INITIAL;
  #failedAt: boolean | undefined;

  /** @param mask takes out of an error what the service repeats of secrets */
  constructor(
    calls: SessionCalls,
    reader: SettingsReader,
    id: string,
    onChange: () => void,
    mask: (error: PgError) => PgError,
  ) {
    this.#mask = mask;
    this.id = id;
    this.#calls = calls;
    this.#reader = reader;
    this.#onChange = onChange;
  }

  get isEnabled(): boolean {
    return this.#wanted ?? this.#isOn ?? false;
  }

  get state(): ToggleState {
    if (this.#wanted !== undefined) return PENDING;
    // What seemed to fail can have worked, or somebody else has done it.
    return this.#isOn === this.#failedAt ? INITIAL : this.#failed;
  }

  /** Resolves with whether the workflow is as wanted. What is wanted last counts. */
  set(enabled: boolean): Promise<boolean> {
    this.#wanted = enabled;
    this.#failed = INITIAL;
    this.#waiting ??= this.#run();
    const done = this.#waiting;
    this.#onChange();
    return done;
  }

  forget(): void {
    this.#wanted = undefined;
    this.#failed = INITIAL;
  }

  get #isOn(): boolean | undefined {
    return this.#reader.isOn(this.id);
  }

  async #run(): Promise<boolean> {
    let wanted: boolean | undefined;
    let problem: PgError | undefined;
    let hasBegun = false;
    const begin = (): void => {
      if (hasBegun) return;
      hasBegun = true;
      this.#waiting = undefined;
      wanted = this.#wanted;
    };
    try {
      await writeAfterCheck(this.#calls, this.#reader.target.credentialId, async () => {
        begin();
        // What is sent a second time after a new sign-in may be something else.
        wanted = this.#wanted;
        if (wanted === undefined || this.#isOn === wanted) return;
        await switchWorkflows(this.#calls, {[this.id]: wanted}, this.#reader.selection);
      });
    } catch (error) {
      problem = toPgError(error);
    }
    // What comes before the write can fail too.
    begin();
    if (this.#isOn === undefined || problem?.code === 'aborted') {
      this.forget();
      return false;
    }
    // Somebody who wants something else by now does not care how this one ended.
    if (this.#wanted === wanted) {
      this.#wanted = undefined;
      if (problem && wanted !== undefined) this.#fail(this.#mask(problem), wanted);
    }
    this.#onChange();
    return problem === undefined;
  }

  #fail(error: PgError, wanted: boolean): void {
    const retry = (): void => void this.set(wanted);
    this.#failedAt = wanted;
    this.#failed = Object.freeze({status: 'error', error, retry});
  }
}
