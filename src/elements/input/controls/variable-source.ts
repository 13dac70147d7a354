import type {PgError} from '../../../core/errors.js';
import {chosen} from '../../../core/mapping/mapping-value.js';
import {OptionList} from '../../../core/options/option-list.js';
import type {Parents} from '../../../core/options/option-request.js';
import {valueKey} from '../../../core/util/value-key.js';
import type {ControlField} from '../field.js';
import type {ComboValue} from '../rules.js';
import {fieldsOf, type VariableField} from './variable-values.js';

/** How many fields are loaded without anybody looking at them. */
const MAX_LOADED = 2_000;

/** The fields that default values can be set for, which the two choices decide. */
export class VariableSource {
  readonly #list: OptionList;
  #credentialId: string | undefined;
  #key: string | undefined;
  /** The fields that were loaded last, what they were read from, and for which choice. */
  #known:
    {readonly basis: readonly unknown[]; readonly fields: readonly VariableField[]} | undefined;

  constructor(onChange: () => void) {
    this.#list = new OptionList(
      (sources) => (sources.kind === 'defaultFieldValue' ? sources.variable : undefined),
      onChange,
    );
  }

  update(field: ControlField, value: ComboValue, parents: Parents): void {
    this.#credentialId = field.credentialId;
    this.#key = this.#keyOf(value);
    this.#list.follow(field, parents);
    if (this.#key === undefined) return;
    this.#list.load();
    this.#loadRest();
    this.#read();
  }

  /** Whether there is nothing to set default values for, or nothing chosen yet that decides about it. */
  get isNone(): boolean {
    return this.#key === undefined || this.#list.state.status === 'none';
  }

  /** Whether the fields depend on another input, too, in which nothing is chosen yet. */
  get isWaiting(): boolean {
    const {state} = this.#list;
    return state.status === 'initial' && state.waitingFor !== undefined;
  }

  /** The fields of what is chosen in a value, once they are there. */
  fieldsOf(value: ComboValue): readonly VariableField[] | undefined {
    const key = this.#keyOf(value);
    const isKnown = key !== undefined && !this.isWaiting && this.#known?.basis[0] === key;
    return isKnown ? this.#known?.fields : undefined;
  }

  /** Whether all fields are there, so that others are gone. */
  get isWhole(): boolean {
    const {state} = this.#list;
    return state.status === 'complete' && !state.hasMore;
  }

  get failure(): {readonly error: PgError; readonly retry: () => void} | undefined {
    const {state} = this.#list;
    return state.status === 'error' ? state : undefined;
  }

  dispose(): void {
    this.#list.dispose();
    this.#known = undefined;
  }

  #keyOf({mainInput, dependentInput}: ComboValue): string | undefined {
    const isChosen = chosen(mainInput) !== undefined && chosen(dependentInput) !== undefined;
    return isChosen ? valueKey([this.#credentialId, mainInput, dependentInput]) : undefined;
  }

  #loadRest(): void {
    for (;;) {
      const {state} = this.#list;
      const count = state.nested.length + state.entries.length;
      if (state.status !== 'complete' || !state.hasMore || count >= MAX_LOADED) return;
      this.#list.more();
      // Pages that are at hand arrive at once.
      if (this.#list.state === state) return;
    }
  }

  /** While the fields of another choice are on their way, the list still holds those of the one before. */
  #read(): void {
    const {state} = this.#list;
    const isCurrent =
      state.status === 'complete' || (state.status === 'pending' && state.step === 'next');
    if (!isCurrent) return;
    const {nested, entries} = state;
    const basis = [this.#key, nested, entries];
    if (basis.every((part, index) => part === this.#known?.basis[index])) return;
    this.#known = {basis, fields: fieldsOf(nested, entries)};
  }
}
