import type {ConnectInput} from '../../core/sdk.js';
import type {FormEntry} from './form-element.js';
import {controlOf} from './registry.js';

/** The value of an input: what was set or entered last, else its default. */
export class InputValue {
  #value: unknown;
  /** Somebody set or entered a value, so that the default of the input does not count. */
  #isSet = false;
  #isEntered = false;

  /** The value as the control of the input holds it. */
  read(input: ConnectInput | undefined): unknown {
    const value = this.#isSet ? this.#value : input?.defaultValue;
    return input ? controlOf(input).rules.read(value, input) : value;
  }

  /** Takes the host's value; undefined goes back to the default. */
  assign(value: unknown): void {
    this.#value = value;
    this.#isSet = value !== undefined;
    this.#isEntered = false;
  }

  /** Takes what a person entered, which may be nothing. */
  enter(value: unknown): void {
    this.#value = value;
    this.#isSet = true;
    this.#isEntered = true;
  }

  /** What a form gets. A secret is not given to the browser to keep. */
  entry(input: ConnectInput | undefined): FormEntry {
    if (!input) return {value: null, state: null};
    const {rules} = controlOf(input);
    const value = this.read(input);
    const isKept = !rules.secret && value !== undefined;
    return {value: rules.toFormValue(value), state: isKept ? JSON.stringify(value) : null};
  }

  /** The value that the browser kept; undefined if there is none to take. */
  restored(input: ConnectInput | undefined, state: unknown): unknown {
    if (typeof state !== 'string' || (input && controlOf(input).rules.secret)) return undefined;
    try {
      return JSON.parse(state) as unknown;
    } catch {
      return undefined;
    }
  }

  /** Forgets what a person entered, not what the host set. */
  forgetEntered(): void {
    if (this.#isEntered) this.assign(undefined);
  }
}
