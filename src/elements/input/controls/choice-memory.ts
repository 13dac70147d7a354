import {sameContent} from '../../../core/util/equal.js';
import {chosen} from '../../../core/mapping/mapping-value.js';
import {valueKey} from '../../../core/util/equal.js';
import type {ControlField} from '../field.js';
import {comboValue, type ComboValue} from '../rules.js';
import type {PairChoice} from './combo-pair.js';
import {countFilled} from './variable-values.js';

/** What became of a value when something else was chosen. */
export interface ShelfChange {
  readonly value: ComboValue;
  /** How many default values of the choice before were set aside. */
  readonly setAside: number;
  /** How many of the new one are back. */
  readonly restored: number;
}

/**
 * Keeps what was chosen and typed for one choice while another is made, so that a wrong choice costs nothing: it comes back with
 * its choice, exactly as it was. What was typed is not carried over to the new choice, where the same id may mean something else.
 */
export class ChoiceMemory {
  readonly #dependents = new Map<string, unknown>();
  readonly #variables = new Map<string, unknown>();
  #value: unknown;
  #generation: number | undefined;

  /** What is kept belongs to one value of one user; returns whether it was forgotten. */
  follow({value, session}: ControlField): boolean {
    const generation = session?.generation;
    const isSame = generation === this.#generation && sameContent(value, this.#value);
    this.#generation = generation;
    this.#value = value;
    if (isSame) return false;
    this.#dependents.clear();
    this.#variables.clear();
    return true;
  }

  /** Takes over what the person entered otherwise. */
  keep(value: unknown): void {
    this.#value = value;
  }

  choose(raw: unknown, choice: PairChoice): ShelfChange {
    const {mainInput, dependentInput, variableInput, ...others} = comboValue(raw);
    if (chosen(mainInput) !== undefined) {
      this.#dependents.set(valueKey(mainInput), dependentInput);
      this.#variables.set(valueKey([mainInput, dependentInput]), variableInput);
    }
    const {main} = choice;
    const dependent =
      'dependent' in choice ? choice.dependent : (this.#dependents.get(valueKey(main)) ?? null);
    const kept = this.#variables.get(valueKey([main, dependent]));
    const value: ComboValue = {
      ...others,
      mainInput: main,
      dependentInput: dependent,
      ...(kept !== undefined && {variableInput: kept}),
    };
    this.#value = value;
    return {value, setAside: countFilled(variableInput), restored: countFilled(kept)};
  }
}
