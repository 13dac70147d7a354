import type {PgError} from '../../../core/errors.js';
import {chosen} from '../../../core/mapping/mapping-value.js';
import {valueKey} from '../../../core/options/value-key.js';
import type {ControlField} from '../field.js';
import type {ComboValue} from '../rules.js';
import {OptionList, type Parents} from './option-list.js';
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
    this.#list.update(field, parents);
    if (this.#key === undefined) return;
    this.#list.query?.load();
    this.#loadRest();
    this.#read();
  }

  /** Whether there is nothing to set default values for, or nothing chosen yet that decides about it. */
  get isNone(): boolean {
    return this.#key === undefined || this.#list.state.status === 'none';
  }

  /** Whether the fields depend on another input, too, in which nothing is chosen yet. */
  get isWaiting(): boolean {
    const {options} = this.#list;
    return options.status === 'initial' && options.waitingFor !== undefined;
  }

  /** The fields of what is chosen in a value, once they are there. */
  fieldsOf(value: ComboValue): readonly VariableField[] | undefined {
    const key = this.#keyOf(value);
    const isKnown = key !== undefined && !this.isWaiting && this.#known?.basis[0] === key;
    return isKnown ? this.#known?.fields : undefined;
  }

  /** Whether all fields are there, so that others are gone. */
  get isWhole(): boolean {
    const {options} = this.#list;
    return options.status === 'complete' && !options.hasMore;
  }

  get failure(): {readonly error: PgError; readonly retry: () => void} | undefined {
    const {state, options} = this.#list;
    if (state.status === 'error') return state;
    return options.status === 'error' ? options : undefined;
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
      const {options, query} = this.#list;
      const count = options.nested.length + options.entries.length;
      if (options.status !== 'complete' || !options.hasMore || count >= MAX_LOADED) return;
      query?.more();
      // Pages that are at hand arrive at once.
      if (this.#list.options === options) return;
    }
  }

  /** While the fields of another choice are on their way, the list still holds those of the one before. */
  #read(): void {
    const {options} = this.#list;
    const isCurrent =
      options.status === 'complete' || (options.status === 'pending' && options.step === 'next');
    if (!isCurrent) return;
    const {nested, entries} = options;
    const basis = [this.#key, nested, entries];
    if (basis.every((part, index) => part === this.#known?.basis[index])) return;
    this.#known = {basis, fields: fieldsOf(nested, entries)};
  }
}
