import {html, nothing, type TemplateResult} from 'lit';
import type {ApplicationField} from '../../core/mapping/application-fields.js';
import {addRow, checkName, createField, type NameProblem} from '../../core/mapping/mapping-edit.js';
import type {PgCombobox} from '../../ui/combobox/combobox.js';
import type {ComboboxEventMap} from '../../ui/combobox/events.js';
import type {Key} from '../../ui/combobox/keyboard.js';
import type {ComboboxOptions} from '../../ui/combobox/list-model.js';
import '../../ui/combobox/pg-combobox.js';
import {plusIcon} from '../../ui/icons.js';
import {plainText} from '../../ui/safe.js';
import type {MapperContext, MapperState} from './mapper-context.js';

/** Longest name that a person may give a field (UTF-16 units). */
const MAX_NAME = 200;
/** From so many choices on, typing is quicker than looking. */
const SEARCH_FROM = 8;

const PROBLEMS = {empty: 'nameEmpty', taken: 'nameTaken'} as const satisfies Record<
  NameProblem,
  string
>;

/** Below the rows: fields that can be added, and one that a person names. */
export class AddRow {
  readonly #context: MapperContext;
  readonly #focusRow: (key: string) => void;
  #basis: readonly ApplicationField[] = [];
  #options: ComboboxOptions = [];
  #isNaming = false;
  #problem: NameProblem | undefined;

  /** @param focusRow goes on to a row that was added */
  constructor(context: MapperContext, focusRow: (key: string) => void) {
    this.#context = context;
    this.#focusRow = focusRow;
  }

  render({rows, fields, isEditable}: MapperState): TemplateResult | typeof nothing {
    if (!isEditable || (rows.hidden.length === 0 && !fields.canCreate)) return nothing;
    const {words} = this.#context;
    return html`<div class="add" part="add">
      ${
        rows.hidden.length > 0
          ? html`<pg-combobox
              class="add-box"
              .label=${words.term('addField')}
              .placeholder=${words.term('addField')}
              .search=${rows.hidden.length < SEARCH_FROM ? 'none' : 'local'}
              .options=${this.#optionsOf(rows.hidden)}
              @input=${stop}
              @change=${stop}
              @pg-combobox-change=${this.#onAdd}
            ></pg-combobox>`
          : nothing
      }
      ${fields.canCreate ? this.#renderCreate() : nothing}
    </div>`;
  }

  /** Both are there and one is hidden: what is removed while it has the focus takes that out of the mapper. */
  #renderCreate(): TemplateResult {
    const {words} = this.#context;
    const problem = this.#problem;
    return html`<button
        type="button"
        class="button small"
        part="create"
        ?hidden=${this.#isNaming}
        @click=${() => this.#startNaming()}
      >
        ${plusIcon} ${words.term('createField')}
      </button>
      <div class="create" ?hidden=${!this.#isNaming}>
        <div class=${problem ? 'naming invalid' : 'naming'}>
          <span class="box"
            ><input
              class="text new-name"
              type="text"
              maxlength=${MAX_NAME}
              autocomplete="off"
              placeholder=${words.term('newFieldName')}
              aria-label=${words.term('newFieldName')}
              aria-invalid=${problem ? 'true' : 'false'}
              aria-describedby="name-problem"
              @input=${this.#onType}
              @change=${stop}
              @keydown=${this.#onKeyDown}
          /></span>
          <button type="button" class="button small" @click=${() => this.#create()}>
            ${words.term('add')}
          </button>
          <button type="button" class="button small plain" @click=${() => this.#stopNaming()}>
            ${words.term('cancel')}
          </button>
        </div>
        <p id="name-problem" class="problem danger" role="alert">
          ${problem ? words.term(PROBLEMS[problem]) : nothing}
        </p>
      </div>`;
  }

  get #input(): HTMLInputElement | null {
    return this.#context.host.renderRoot.querySelector<HTMLInputElement>('.new-name');
  }

  #optionsOf(hidden: readonly ApplicationField[]): ComboboxOptions {
    const isSame =
      hidden.length === this.#basis.length &&
      hidden.every((field, index) => field === this.#basis[index]);
    if (!isSame) {
      this.#basis = hidden;
      const labels = new Map<string, number>();
      for (const {label} of hidden) labels.set(label, (labels.get(label) ?? 0) + 1);
      this.#options = hidden.map(({key, label}) => ({
        value: key,
        label: plainText(label, MAX_NAME),
        ...((labels.get(label) ?? 0) > 1 && {subtitle: plainText(key, MAX_NAME)}),
      }));
    }
    return this.#options;
  }

  readonly #onAdd = (event: ComboboxEventMap['pg-combobox-change']): void => {
    const {value: key} = event.detail;
    const box = event.currentTarget as PgCombobox;
    box.value = undefined;
    if (typeof key !== 'string') return;
    const {change, state, words} = this.#context;
    const label = this.#basis.find((field) => field.key === key)?.label ?? key;
    change((value, fields) => addRow(value, fields, key));
    state()?.field.announce(words.term('added', plainText(label, MAX_NAME)));
    this.#focusRow(key);
  };

  readonly #onType = (event: Event): void => {
    stop(event);
    if (this.#problem === undefined) return;
    this.#problem = undefined;
    this.#context.host.requestUpdate();
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const {key, keyCode, isComposing}: Key = event;
    if (isComposing || keyCode === 229) return;
    if (key === 'Enter') this.#create();
    else if (key === 'Escape') this.#stopNaming();
    else return;
    // Neither is Enter here a submission, nor does Escape close the dialog around.
    event.preventDefault();
    event.stopPropagation();
  };

  #startNaming(): void {
    this.#isNaming = true;
    if (this.#input) this.#input.value = '';
    this.#goTo('.create', '.new-name');
  }

  #stopNaming(): void {
    this.#isNaming = false;
    this.#problem = undefined;
    this.#goTo('[part=create]', '[part=create]');
  }

  #create(): void {
    const {host, state, change, words} = this.#context;
    const current = state();
    const name = this.#input?.value.trim() ?? '';
    if (!current) return;
    this.#problem = checkName(host.value, current.fields, name);
    if (this.#problem !== undefined) {
      this.#goTo('.create', '.new-name');
      return;
    }
    this.#stopNaming();
    change((value, fields) => createField(value, fields, name));
    current.field.announce(words.term('added', plainText(name, MAX_NAME)));
    this.#focusRow(name);
  }

  /** Shows what comes next and goes there, before what has the focus is hidden: that would take it out of the mapper. */
  #goTo(shown: string, focused: string): void {
    const {renderRoot} = this.#context.host;
    renderRoot.querySelector<HTMLElement>(shown)?.removeAttribute('hidden');
    renderRoot.querySelector<HTMLElement>(focused)?.focus();
    this.#context.host.requestUpdate();
  }
}

/** What is typed here is no value of the field yet. */
function stop(event: Event): void {
  event.stopPropagation();
}
