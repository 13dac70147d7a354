import {type TemplateResult, html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {Parents} from '../../../core/options/option-request.js';
import type {ViewHost} from '../control.js';
import {SEARCH_FROM, VariableControls, stop} from './variable-controls.js';
import {FailureNews} from './choice-box.js';
import {VariableSource} from './variable-source.js';
import {
  type VariableField,
  type VariableRow,
  initialOf,
  problemIn,
  removeVariable,
  rowsOf,
  setVariable,
  variableOf,
} from './variable-values.js';
import type {ControlField} from '../field.js';
import type {Invalidity} from '../form-element.js';
import type {ComboValue} from '../rules.js';
import {errors} from '../../../i18n/en/errors.js';
import type {input as words} from '../../../i18n/en/input.js';
import {Localizer} from '../../../i18n/localize.js';
import type {PgCombobox} from '../../../ui/combobox/combobox.js';
import type {ComboboxEventMap} from '../../../ui/combobox/events.js';
import type {ComboboxOption, ComboboxOptions} from '../../../ui/combobox/list-model.js';
import '../../../ui/combobox/pg-combobox.js';
import {trashIcon} from '../../../ui/icons.js';
import {errorWords} from '../../../ui/message/message.js';
import {plainText} from '../../../ui/safe.js';

/** What the fields need of the view that they are part of. */
interface VariableOwner {
  /** Tells what happened, with a way back. */
  readonly say: (text: () => string, undo: () => void) => void;
  /** What was told last is not of interest any more. */
  readonly forget: () => void;
  readonly value: () => ComboValue;
  readonly change: (value: ComboValue) => void;
  /** As `change`, while the person is still typing. */
  readonly type: (value: ComboValue) => void;
}

/** The default values of a DYNAMIC_COMBO_INPUT: a list of fields, to which others can be added. */
export class VariableFields {
  readonly #host: ViewHost;
  readonly #owner: VariableOwner;
  readonly #source: VariableSource;
  readonly #controls: VariableControls;
  readonly #errors: Localizer<typeof errors>;
  readonly #news = new FailureNews();
  #field: ControlField | undefined;
  #rows: readonly VariableRow[] = [];

  constructor(host: ViewHost, owner: VariableOwner) {
    this.#host = host;
    this.#owner = owner;
    this.#errors = new Localizer(host, 'errors', errors);
    this.#source = new VariableSource(() => host.requestUpdate());
    this.#controls = new VariableControls(host, {
      change: (id, variable) => owner.change(setVariable(owner.value(), id, variable)),
      type: (id, variable) => owner.type(setVariable(owner.value(), id, variable)),
    });
  }

  update(field: ControlField, parents: Parents): void {
    this.#field = field;
    this.#source.update(field, this.#owner.value(), parents);
    this.#rows = this.#rowsOf(this.#owner.value());
  }

  /** @param name what the choice is called that the fields belong to; '' if nobody knows */
  render(field: ControlField, name: string): TemplateResult | typeof nothing {
    const {failure, isNone, isWaiting} = this.#source;
    if (isNone) return nothing;
    const {words} = field;
    const fields = this.#source.fieldsOf(this.#owner.value());
    const isLoading = fields === undefined && !failure && !isWaiting;
    const title = name ? words.term('defaultsFor', name) : words.term('defaults');
    return html`<div
      class="defaults"
      part="defaults"
      role="group"
      aria-labelledby="defaults-label"
      aria-busy=${isLoading ? 'true' : nothing}
    >
      <p id="defaults-label" class="defaults-label">${title}</p>
      ${this.#renderFailure(field)}
      ${isWaiting ? html`<p class="hint">${words.term('waiting')}</p>` : nothing}
      ${isLoading ? html`<p class="hint">${words.term('loadingFields')}</p>` : nothing}
      ${fields ? this.#renderFields(field, fields) : nothing}
    </div>`;
  }

  updated(): void {
    if (this.#field) this.#news.follow(this.#field, this.#failureWords);
    this.#controls.updated(this.#rows.length);
  }

  /** What is wrong with the default values, as far as their fields are known. */
  invalidity(value: ComboValue): Invalidity | undefined {
    const count = this.#rowsOf(value).filter((row) => problemIn(row, value) !== undefined).length;
    const message = this.#field?.words.term('defaultsWrong', count);
    if (count === 0 || message === undefined) return undefined;
    return {flags: {customError: true}, message};
  }

  /** The first field that something is wrong with. */
  anchor(value: ComboValue): HTMLElement | undefined {
    const index = this.#rows.findIndex((row) => problemIn(row, value) !== undefined);
    return index < 0 ? undefined : this.#controls.find(index);
  }

  dispose(): void {
    this.#source.dispose();
    this.#errors.hostDisconnected();
    this.#host.removeController(this.#errors);
  }

  #rowsOf(value: ComboValue): readonly VariableRow[] {
    const fields = this.#source.fieldsOf(value);
    return fields ? rowsOf(fields, value, this.#source.isWhole) : [];
  }

  #renderFields(field: ControlField, fields: readonly VariableField[]): TemplateResult {
    const isEditable = !field.disabled && !field.readonly;
    const shown = new Set(this.#rows.map((row) => row.field.id));
    const addable = fields.filter(({id}) => !shown.has(id));
    return html`${
      this.#rows.length > 0
        ? html`<ul class="variables" role="list">
            ${repeat(
              this.#rows,
              (row) => row.field.id,
              (row, index) => this.#renderRow(field, row, index, isEditable),
            )}
          </ul>`
        : html`<p class="hint">
            ${field.words.term(fields.length === 0 ? 'noFields' : 'noDefaults')}
          </p>`
    }
    ${isEditable ? renderAdd(field.words, addable, this.#onAdd) : nothing}`;
  }

  #renderRow(
    field: ControlField,
    row: VariableRow,
    index: number,
    isEditable: boolean,
  ): TemplateResult {
    const {words} = field;
    const {id, required, section, isAmbiguous} = row.field;
    const title = titleOf(row.field);
    const problem = field.invalid ? problemIn(row, this.#owner.value()) : undefined;
    const isFirst = section !== (this.#rows[index - 1]?.field.section ?? '');
    return html`<li class="variable" part="default">
      ${section && isFirst ? html`<p class="section">${plainText(section, MAX_NAME)}</p>` : nothing}
      <div class="variable-name">
        ${renderName(row, index, title)}
        ${required ? html`<span class="mark">${words.term('required')}</span>` : nothing}
        ${row.isGone ? html`<span class="mark">${words.term('fieldGone')}</span>` : nothing}
        ${isAmbiguous ? html`<bdi class="mark">${plainText(id, MAX_NAME)}</bdi>` : nothing}
      </div>
      <div class="variable-control">
        ${this.#controls.render(field, {
          field: row.field,
          index,
          title,
          variable: variableOf(this.#owner.value(), id),
          isGone: row.isGone,
          isInvalid: problem !== undefined,
        })}
        ${
          problem === undefined
            ? nothing
            : html`<p id=${`variable-${index}-problem`} class="problem">${words.term(problem)}</p>`
        }
      </div>
      ${
        isEditable && (!required || row.isGone)
          ? html`<button
              type="button"
              class="tool"
              part="remove"
              aria-label=${words.term('removeField', title)}
              @click=${() => this.#onRemove(row, index)}
            >
              ${trashIcon}
            </button>`
          : nothing
      }
    </li>`;
  }

  get #failureWords(): string {
    const {failure} = this.#source;
    if (!failure) return '';
    const {text, detail} = errorWords(failure.error, this.#errors);
    return detail ? `${text} ${detail}` : text;
  }

  #renderFailure({words}: ControlField): TemplateResult | typeof nothing {
    const {failure} = this.#source;
    if (!failure) return nothing;
    return html`<div class="failure" part="failure">
      <span>${this.#failureWords}</span>
      <button type="button" class="tool wide" part="retry" @click=${failure.retry}>
        ${words.term('retry')}
      </button>
    </div>`;
  }

  readonly #onAdd = (added: VariableField): void => {
    this.#owner.forget();
    this.#owner.change(setVariable(this.#owner.value(), added.id, initialOf(added)));
    this.#field?.announce(this.#field.words.term('fieldAdded', titleOf(added)));
    this.#focusField(added.id);
  };

  #onRemove({field: removed}: VariableRow, index: number): void {
    const owner = this.#owner;
    const {id} = removed;
    const variable = variableOf(owner.value(), id);
    // Before the button goes, so that the focus never leaves the field.
    const next = this.#controls.find(index + 1) ?? this.#controls.find(index - 1);
    (next ?? this.#host.renderRoot.querySelector<HTMLElement>('#dependent'))?.focus();
    owner.change(removeVariable(owner.value(), id));
    const {words} = this.#field ?? {};
    if (!words) return;
    owner.say(
      () => words.term('fieldRemoved', titleOf(removed)),
      () => {
        owner.change(setVariable(owner.value(), id, variable));
        this.#focusField(id);
      },
    );
  }

  /** Goes to a field that is about to be rendered. */
  #focusField(id: string): void {
    void this.#host.updateComplete.then(() => {
      const index = this.#rows.findIndex(({field}) => field.id === id);
      this.#controls.find(index)?.focus();
    });
  }
}

/** Longest name that is shown (UTF-16 units). */
export const MAX_NAME = 200;

/** What people read for a field. */
export function titleOf({title}: VariableField): string {
  return plainText(title, MAX_NAME);
}

/** The label of a text box; other controls are named in words, and some are several. */
function renderName({field, isGone}: VariableRow, index: number, title: string): TemplateResult {
  const id = `variable-${index}`;
  return !isGone && (field.kind === 'string' || field.kind === 'number')
    ? html`<label for=${id} dir="auto">${title}</label>`
    : html`<span id=${`${id}-label`} dir="auto">${title}</span>`;
}

/** Offers the fields that have no default value yet. */
export function renderAdd(
  localizer: Localizer<typeof words>,
  fields: readonly VariableField[],
  onAdd: (field: VariableField) => void,
): TemplateResult | typeof nothing {
  if (fields.length === 0) return nothing;
  return html`<pg-combobox
    class="add"
    part="add"
    .label=${localizer.term('addField')}
    .placeholder=${localizer.term('addField')}
    .search=${fields.length < SEARCH_FROM ? 'none' : 'local'}
    .options=${optionsOf(fields)}
    @input=${stop}
    @change=${stop}
    @pg-combobox-change=${(event: ComboboxEventMap['pg-combobox-change']) => {
      (event.currentTarget as PgCombobox).value = undefined;
      const added = fields.find(({id}) => id === event.detail.value);
      if (added) onAdd(added);
    }}
  ></pg-combobox>`;
}

/** Fields to choose from, in their sections. */
function optionsOf(fields: readonly VariableField[]): ComboboxOptions {
  const sections = new Map<string, ComboboxOption[]>();
  for (const field of fields) {
    const options = sections.get(field.section) ?? [];
    sections.set(field.section, options);
    options.push({
      value: field.id,
      label: titleOf(field),
      ...(field.isAmbiguous && {subtitle: plainText(field.id, MAX_NAME)}),
    });
  }
  return [...sections].flatMap(([title, options]): ComboboxOptions =>
    title === '' ? options : [{title: plainText(title, MAX_NAME), options}],
  );
}
