import {html, type TemplateResult} from 'lit';
import {chosen} from '../../../core/mapping/mapping-value.js';
import type {Parents, PickSource} from '../../../core/options/option-request.js';
import {plainText} from '../../../ui/safe/text.js';
import type {ViewHost} from '../control.js';
import type {ControlField} from '../field.js';
import type {ComboValue} from '../rules.js';
import {ChoiceBox} from './choice-box.js';

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
    this.main = new ChoiceBox(host, {id: 'control', labelId: 'main-label', pick: pick('main')});
    this.dependent = new ChoiceBox(host, {
      id: 'dependent',
      labelId: 'dependent-label',
      pick: pick('dependent'),
    });
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
    const waiting =
      chosen(mainInput) === undefined ? field.words.term('waitingFor', mainTitle) : '';
    const isMissing = chosen(mainInput) !== undefined && chosen(dependentInput) === undefined;
    // Where something is missing in the second box, nothing is wrong with the first.
    const shown = isMissing ? {...field, invalid: false} : field;
    return html`<div class="pair">
      <div class="part">
        <span id="main-label" class="part-label">${mainTitle}</span>
        ${this.main.render(shown, mainInput, (main) => onChoose({main}))}
      </div>
      <div class="part">
        <span id="dependent-label" class="part-label"
          >${titleOf(this.dependent, field.words.term('dependentOption'))}</span
        >
        ${this.dependent.render(
          field,
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
