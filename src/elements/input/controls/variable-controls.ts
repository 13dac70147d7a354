import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {isSection} from '../../../core/options/option-page.js';
import type {PgCombobox} from '../../../ui/combobox/combobox.js';
import type {ComboboxEventMap} from '../../../ui/combobox/events.js';
import {OptionIndex, type ComboboxOption} from '../../../ui/combobox/list-model.js';
import '../../../ui/combobox/pg-combobox.js';
import {rawText, toggled} from '../../../ui/combobox/option-values.js';
import {sameContent} from '../../../core/util/equal.js';
import {plainText} from '../../../ui/safe.js';
import type {ViewHost} from '../control.js';
import type {ControlField} from '../field.js';
import {textOf} from '../rules.js';
import {enteredText, renderTextInput} from './text.js';
import {isEmpty, listOf, type VariableField} from './variable-values.js';

/** From so many choices on, typing is quicker than looking. */
export const SEARCH_FROM = 8;

/** What a control is rendered from. */
export interface RowView {
  readonly field: VariableField;
  readonly index: number;
  readonly title: string;
  readonly variable: unknown;
  readonly isGone: boolean;
  readonly isInvalid: boolean;
}

/** What the controls report to. */
export interface VariableChanges {
  readonly change: (id: string, variable: unknown) => void;
  /** As `change`, while the person is still typing. */
  readonly type: (id: string, variable: unknown) => void;
}

const idOf = (index: number): string => `variable-${index}`;

/** The control of each kind of field. Ids count rows: their keys are a backend's. */
export class VariableControls {
  readonly #host: ViewHost;
  readonly #changes: VariableChanges;
  /** What is typed into a box that takes choices of the person's own, by id of its field. */
  readonly #queries = new Map<string, string>();

  constructor(host: ViewHost, changes: VariableChanges) {
    this.#host = host;
    this.#changes = changes;
  }

  render(field: ControlField, row: RowView): TemplateResult {
    const {kind, items, canAdd} = row.field;
    if (row.isGone || kind === 'unknown') return this.#renderKept(field, row);
    switch (kind) {
      case 'multi':
      case 'multiCheckbox':
        return kind === 'multi' || canAdd || items.length >= SEARCH_FROM
          ? this.#renderChoice(field, row, true)
          : this.#renderChecks(field, row);
      case 'dropdown':
        return this.#renderChoice(field, row, false);
      case 'string':
      case 'number':
        return this.#renderText(field, row, kind === 'number');
    }
  }

  /** Relates boxes to what is said about them, which is there only now. */
  updated(count: number): void {
    for (let index = 0; index < count; index += 1) {
      const box = this.find(index) as Partial<PgCombobox> | undefined;
      if (box?.describedByElements === undefined) continue;
      const problem = this.#host.renderRoot.querySelector(`#${idOf(index)}-problem`);
      if (box.describedByElements[0] === (problem ?? undefined)) continue;
      box.describedByElements = problem ? [problem] : [];
    }
  }

  /** The control of a row, or the first part of it. */
  find(index: number): HTMLElement | undefined {
    return this.#host.renderRoot.querySelector<HTMLElement>(`#${idOf(index)}`) ?? undefined;
  }

  #renderText(field: ControlField, row: RowView, isNumber: boolean): TemplateResult {
    const {index, isInvalid} = row;
    const {id, required} = row.field;
    const onInput = (event: Event): void => {
      const text = enteredText(event, field, row.variable);
      if (text !== undefined) this.#changes.type(id, text);
    };
    const onChange = (event: Event): void => {
      const text = enteredText(event, field, row.variable);
      if (text === undefined) return;
      // Spaces around a number are not meant.
      if (isNumber && text !== text.trim()) this.#changes.type(id, text.trim());
      field.settle();
    };
    const classes = ['box', field.disabled && 'disabled', field.readonly && 'readonly'];
    return html`<div class=${[...classes, isInvalid && 'wrong'].filter(Boolean).join(' ')}>
      ${renderTextInput(field, {
        id: idOf(index),
        ...(isNumber && {inputmode: 'decimal'}),
        value: textOf(row.variable),
        describedBy: isInvalid ? `${idOf(index)}-problem` : '',
        invalid: isInvalid,
        required,
        onInput,
        onChange,
      })}
    </div>`;
  }

  #renderChoice(field: ControlField, row: RowView, isMultiple: boolean): TemplateResult {
    const {index, title, variable, isInvalid} = row;
    const {id, required, canAdd, entries, items} = row.field;
    const {change} = this.#changes;
    const none = isMultiple ? [] : undefined;
    const own = isMultiple ? listOf(variable) : isEmpty(variable) ? [] : [variable];
    return html`<pg-combobox
      id=${idOf(index)}
      part="control"
      .label=${title}
      .placeholder=${field.words.term('choose')}
      .multiple=${isMultiple}
      .search=${canAdd ? 'remote' : items.length < SEARCH_FROM ? 'none' : 'local'}
      .options=${canAdd ? this.#withOwn(field, row.field, own) : entries}
      .labelOf=${(value: unknown) => OptionIndex.of(entries).find(value)?.label}
      .complete=${!canAdd}
      .value=${isMultiple ? own : isEmpty(variable) ? none : variable}
      ?disabled=${field.disabled}
      ?readonly=${field.readonly}
      ?required=${required}
      ?invalid=${isInvalid}
      ?clearable=${!required}
      @input=${stop}
      @change=${stop}
      @pg-combobox-change=${({detail}: ComboboxEventMap['pg-combobox-change']) =>
        change(id, detail.value ?? '')}
      @pg-combobox-search=${({detail}: ComboboxEventMap['pg-combobox-search']) => {
        this.#queries.set(id, detail.query);
        this.#host.requestUpdate();
      }}
      @pg-combobox-close=${() => this.#queries.delete(id)}
    ></pg-combobox>`;
  }

  /** What matches the search, what the person added before, and what is typed as a further choice. */
  #withOwn(
    {words}: ControlField,
    {id, entries}: VariableField,
    chosen: readonly unknown[],
  ): PgCombobox['options'] {
    const query = (this.#queries.get(id) ?? '').trim();
    const known = OptionIndex.of(entries);
    const added = chosen
      .filter((value) => !known.find(value))
      .map((value) => ({value, label: rawText(value)}));
    const found = query === '' ? entries : matching(known, query);
    const isNew =
      query !== '' &&
      !added.some(({label}) => label === query) &&
      !optionsIn(entries).some(({label, value}) => label === query || value === query);
    return isNew
      ? [...found, ...added, {value: query, label: words.term('addChoice', query)}]
      : [...found, ...added];
  }

  /** Few choices, all in sight. One that is gone stays until it is taken away. */
  #renderChecks(field: ControlField, row: RowView): TemplateResult {
    const {index, variable, isInvalid} = row;
    const {id, items} = row.field;
    const values = listOf(variable);
    const gone = values.filter((value) => !items.some((item) => sameContent(item.value, value)));
    const choices = [
      ...items.map((item) => ({...item, isGone: false})),
      ...gone.map((value) => ({value, label: rawText(value), isGone: true})),
    ];
    return html`<div
      class="checks"
      role="group"
      aria-labelledby=${`${idOf(index)}-label`}
      aria-describedby=${isInvalid ? `${idOf(index)}-problem` : nothing}
    >
      ${choices.map(
        ({value, label, isGone}, position) =>
          html`<label class="check-row">
            <input
              id=${position === 0 ? idOf(index) : `${idOf(index)}-${position}`}
              type="checkbox"
              class="check"
              .checked=${live(values.some((one) => sameContent(one, value)))}
              aria-invalid=${isInvalid ? 'true' : 'false'}
              aria-disabled=${field.readonly ? 'true' : nothing}
              ?disabled=${field.disabled}
              @click=${(event: Event) => {
                if (field.readonly) event.preventDefault();
              }}
              @input=${stop}
              @change=${(event: Event) => {
                stop(event);
                this.#changes.change(id, toggled(values, value));
              }}
            />
            <span dir="auto">${plainText(label)}</span>
            ${isGone ? html`<span class="mark">${field.words.term('fieldGone')}</span>` : nothing}
          </label>`,
      )}
    </div>`;
  }

  /** A default value that cannot be changed here: it is shown, and kept. */
  #renderKept({words}: ControlField, {index, variable, isGone}: RowView): TemplateResult {
    const text = listOf(variable).map(rawText).join(', ');
    return html`<p id=${idOf(index)} class="kept" tabindex="-1">
      <bdi>${plainText(text)}</bdi>
      ${isGone ? nothing : html`<span class="hint">${words.term('unsupported')}</span>`}
    </p>`;
  }
}

/** Events of the parts are not events of the field. */
export function stop(event: Event): void {
  event.stopPropagation();
}

function optionsIn(entries: VariableField['entries']): readonly ComboboxOption[] {
  return entries.flatMap((entry) => (isSection(entry) ? entry.options : [entry]));
}

function matching(index: OptionIndex, query: string): readonly ComboboxOption[] {
  return index.match(query).rows.flatMap(({option}) => option ?? []);
}
