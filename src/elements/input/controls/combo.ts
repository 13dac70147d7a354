import {type TemplateResult, html} from 'lit';
import {chosen} from '../../../core/mapping/mapping-value.js';
import type {Parents, PickSource} from '../../../core/options/option-request.js';
import {sameContent} from '../../../core/util/equal.js';
import {valueKey} from '../../../core/util/value-key.js';
import type {ViewFactory, ViewHost} from '../control.js';
import {ChoiceBox, choiceStyles} from './choice-box.js';
import {countFilled} from './variable-values.js';
import type {ControlField} from '../field.js';
import {type ComboValue, comboValue} from '../rules.js';
import {plainText} from '../../../ui/safe.js';

const pick =
  (which: 'main' | 'dependent'): PickSource =>
  (sources) =>
    sources.kind === 'combo' || sources.kind === 'defaultFieldValue' ? sources[which] : undefined;

/** What a person chose: a main choice, for which `dependent` is left out, or a dependent one. */
export interface PairChoice {
  readonly main: unknown;
  readonly dependent?: unknown;
}

/** Two choices, the second out of a list that the first decides. */
export class ComboPair {
  readonly main: ChoiceBox;
  readonly dependent: ChoiceBox;
  readonly #host: ViewHost;
  #isRequired = false;

  constructor(host: ViewHost) {
    this.#host = host;
    this.main = new ChoiceBox(host, {id: 'control', pick: pick('main')});
    this.dependent = new ChoiceBox(host, {id: 'dependent', pick: pick('dependent')});
  }

  update(field: ControlField, {mainInput, dependentInput}: ComboValue): void {
    this.#isRequired = field.required;
    this.main.update(field, mainInput);
    this.dependent.update(field, dependentInput, parentOf(this.main, mainInput));
  }

  /** What a list depends on that both choices decide. */
  parents({mainInput, dependentInput}: ComboValue): Parents {
    return new Map([
      ...parentOf(this.main, mainInput),
      ...parentOf(this.dependent, dependentInput),
    ]);
  }

  render(
    field: ControlField,
    {mainInput, dependentInput}: ComboValue,
    onChoose: (choice: PairChoice) => void,
  ): TemplateResult {
    const mainTitle = titleOf(this.main, field.label);
    const dependentTitle = titleOf(this.dependent, field.words.term('dependentOption'));
    const waiting =
      chosen(mainInput) === undefined ? field.words.term('waitingFor', mainTitle) : '';
    const isMissing = chosen(mainInput) !== undefined && chosen(dependentInput) === undefined;
    // Where something is missing in the second box, nothing is wrong with the first.
    const shown = isMissing ? {...field, invalid: false} : field;
    return html`<div class="pair">
      <div class="part">
        <span class="part-label">${mainTitle}</span>
        ${this.main.render(shown, mainTitle, mainInput, (main) => onChoose({main}))}
      </div>
      <div class="part">
        <span class="part-label">${dependentTitle}</span>
        ${this.dependent.render(
          field,
          dependentTitle,
          dependentInput,
          (dependent) => onChoose({main: mainInput, dependent}),
          waiting,
        )}
      </div>
    </div>`;
  }

  updated(field: ControlField): void {
    this.main.updated(field);
    this.dependent.updated(field);
  }

  /** The second box, if that is the one in which something is missing. */
  anchor({mainInput, dependentInput}: ComboValue): HTMLElement | undefined {
    const isMissing =
      this.#isRequired && chosen(mainInput) !== undefined && chosen(dependentInput) === undefined;
    if (!isMissing) return undefined;
    return this.#host.renderRoot.querySelector<HTMLElement>('#dependent') ?? undefined;
  }

  dispose(): void {
    this.main.dispose();
    this.dependent.dispose();
  }
}

function parentOf({list: {source}}: ChoiceBox, value: unknown): Parents {
  return new Map(source?.kind === 'remote' ? [[source.cacheKey, value ?? undefined]] : []);
}

function titleOf({list: {source}}: ChoiceBox, otherwise: string): string {
  return (source?.kind === 'remote' && plainText(source.source.title, 300).trim()) || otherwise;
}

/** What became of a value when something else was chosen. */
interface ShelfChange {
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

/** Two choices, the second out of a list that the first decides. */
export const comboView: ViewFactory = (host) => {
  const pair = new ComboPair(host);
  const memory = new ChoiceMemory();
  return {
    styles: choiceStyles,
    update(field) {
      memory.follow(field);
      pair.update(field, comboValue(field.value));
    },
    render: (field) =>
      pair.render(field, comboValue(field.value), (choice) =>
        field.change(memory.choose(field.value, choice).value),
      ),
    updated: (field) => pair.updated(field),
    anchor: (value) => pair.anchor(comboValue(value)),
    dispose: () => pair.dispose(),
  };
};
