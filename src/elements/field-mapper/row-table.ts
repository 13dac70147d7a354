import {type TemplateResult, html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {ApplicationFields} from '../../core/mapping/application-fields.js';
import {apiName} from '../../core/mapping/integration-fields.js';
import {addRow, createField, mapFields, removeRow} from '../../core/mapping/mapping-edit.js';
import type {MappingRow} from '../../core/mapping/mapping-rows.js';
import {previewOf} from '../../core/mapping/preview.js';
import {FailureNews} from '../input/controls/choice-box.js';
import type {MapperContext, MapperState} from './mapper-context.js';
import {arrowIcon, attentionIcon, trashIcon} from '../../ui/icons.js';
import {type ProblemLine, problemNote, problemWords} from './problem-note.js';
import {RowBox} from './row-box.js';
import {RowBoxes} from './row-boxes.js';
import {RowsBar} from './rows-bar.js';
import type {Suggestions} from './suggestions.js';
import {errors} from '../../i18n/en/errors.js';
import {Localizer} from '../../i18n/localize.js';
import type {PgCombobox} from '../../ui/combobox/combobox.js';
import {errorWords} from '../../ui/message/message.js';
import {plainText} from '../../ui/safe.js';

/** Longest name of a field that is shown (UTF-16 units). */
const MAX_NAME = 200;

/** The rows of a mapper, as a table: which field of the application goes to which one of the integration. */
export class RowTable {
  readonly #context: MapperContext;
  readonly #errors: Localizer<typeof errors>;
  readonly #news = new FailureNews();
  readonly #suggestions: Suggestions;
  readonly #boxes: RowBoxes;
  readonly #box: RowBox;
  readonly #bar: RowsBar;

  constructor(context: MapperContext, suggestions: Suggestions) {
    this.#context = context;
    this.#suggestions = suggestions;
    this.#errors = new Localizer(context.host, 'errors', errors);
    this.#boxes = new RowBoxes(context.host);
    this.#box = new RowBox(context, this.#boxes, suggestions, this.#errors);
    this.#bar = new RowsBar(context, {
      hasProblem: (state, row) => this.#problemsOf(state, row).length > 0,
      focusRow: (key) => this.focusRow(key),
    });
  }

  render(state: MapperState): TemplateResult {
    const {rows, field} = state;
    const {status} = this.#context.list;
    const hasSample = this.#context.options().sample !== undefined;
    const isLoading = state.isReady && status.status === 'pending';
    if (rows.shown.length === 0) {
      return html`${this.#renderFailure(state)}
        <p class="hint">${this.#context.words.term('noRows')}</p>`;
    }
    const none = this.#bar.renderNone(state);
    return html`${this.#renderFailure(state)}
      <div class="card">
        ${this.#bar.render(state)} ${none}
        <div
          class=${hasSample ? 'table sampled' : 'table'}
          part="table"
          role="table"
          aria-label=${this.#context.words.term('table', plainText(field.label, MAX_NAME))}
          aria-busy=${isLoading ? 'true' : 'false'}
          ?hidden=${none !== nothing}
        >
          ${this.#renderHead(state, hasSample)}
          <div role="rowgroup">
            ${repeat(
              rows.shown,
              ({key}) => key,
              (row, index) => this.#renderRow(state, row, index, hasSample),
            )}
          </div>
        </div>
      </div>`;
  }

  updated(state: MapperState): void {
    const {rows, field} = state;
    this.#news.follow(field, this.#failureOf(state)?.text ?? '');
    const elements = this.#context.host.renderRoot.querySelectorAll('.row[data-row]');
    this.#boxes.watch(rows.shown, elements);
    this.#box.updated();
  }

  /** The box of a row, or what leads there while it is not shown. */
  boxOf(key: string): HTMLElement | undefined {
    return this.#bar.hides(key) ? this.#bar.wayTo(key) : this.#box.find(key);
  }

  /** Moves the focus to the box of a row: at once if it is there, else once it is rendered. */
  focusRow(key: string): void {
    const box = this.#box.find(key);
    if (box && this.#bar.hides(key)) {
      this.#bar.reset();
      // At once, since what is hidden takes no focus.
      for (const part of ['.row', '.table']) box.closest(part)?.removeAttribute('hidden');
    }
    if (box) box.focus();
    else void this.#context.host.updateComplete.then(() => this.#box.find(key)?.focus());
  }

  /** Forgets what things are called. */
  forget(): void {
    this.#box.forget();
    this.showAll();
  }

  /** Takes search and filter back. */
  showAll(): void {
    this.#bar.reset();
  }

  dispose(): void {
    this.#boxes.dispose();
    this.#errors.hostDisconnected();
    this.#context.host.removeController(this.#errors);
  }

  #renderHead(state: MapperState, hasSample: boolean): TemplateResult {
    const {session, integration: type = ''} = state.field;
    const integration = session?.integration(type)?.name;
    const name = integration
      ? this.#context.words.term('integrationField', plainText(integration, 80))
      : this.#context.words.term('anyIntegrationField');
    const canRemove = state.rows.shown.some(({removable}) => removable);
    return html`<div role="rowgroup" class="head-group">
      <div role="row" class="row head-row">
        <span role="columnheader" class="cell">${this.#context.words.term('ownField')}</span>
        <span role="columnheader" class="cell">${name}</span>
        ${
          hasSample
            ? html`<span role="columnheader" class="cell"
                >${this.#context.words.term('sampleValue')}</span
              >`
            : nothing
        }
        ${
          canRemove
            ? html`<span role="columnheader" class="cell"
                ><span class="visually-hidden">${this.#context.words.term('actions')}</span></span
              >`
            : nothing
        }
      </div>
    </div>`;
  }

  #renderRow(
    state: MapperState,
    row: MappingRow,
    index: number,
    hasSample: boolean,
  ): TemplateResult {
    const label = plainText(row.label, MAX_NAME);
    const problems = this.#problemsOf(state, row);
    const {words} = this.#context;
    const way =
      this.#context.options().direction === 'to-application' ? 'toApplication' : 'toIntegration';
    const focus = (): void => this.focusRow(row.key);
    const answers = this.#suggestions.renderFor(state, row, focus);
    return html`<div role="row" class="row" part="row" data-row ?hidden=${this.#bar.hides(row.key)}>
      <div role="rowheader" class="cell name" part="name">
        <bdi class="name-text" title=${label}>${label}</bdi>
        ${row.required ? html`<span class="mark">${words.term('requiredField')}</span>` : nothing}
        ${row.created ? html`<span class="mark">${words.term('createdField')}</span>` : nothing}
        ${problems.length > 0 ? renderAlert(problems) : nothing}
        <span class=${way === 'toApplication' ? 'arrow back' : 'arrow'} part="arrow"
          >${arrowIcon}<span class="visually-hidden">${words.term(way)}</span></span
        >
      </div>
      <div role="cell" class=${this.#targetClass(row, answers)} part="field">
        ${this.#box.render(state, row, index, label)}
        ${problems.length > 0 ? problemNote(`note-${index}`, problems) : nothing}
        ${answers === nothing ? this.#renderApiName(row) : answers}
      </div>
      ${hasSample ? this.#renderPreview(row) : nothing}
      ${
        row.removable && state.isEditable
          ? html`<div role="cell" class="cell actions">
              <button
                type="button"
                class="tool"
                part="remove"
                aria-label=${words.term('removeField', label)}
                @click=${() => this.#onRemove(state, row, index)}
              >
                ${trashIcon}
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }

  /** What stands at the end of the box decides how much of it is left for its text. */
  #targetClass(row: MappingRow, answers: unknown): string {
    if (answers !== nothing) {
      return row.field === undefined ? 'cell target suggested' : 'cell target replaceable';
    }
    return this.#isAmbiguous(row) ? 'cell target ambiguous' : 'cell target';
  }

  #isAmbiguous({field}: MappingRow): boolean {
    const {fields} = this.#context.list;
    const item = field === undefined ? undefined : fields.find(field);
    return item !== undefined && fields.isAmbiguous(item);
  }

  /** Fields with the same label differ only in this. */
  #renderApiName(row: MappingRow): TemplateResult | typeof nothing {
    if (!this.#isAmbiguous(row)) return nothing;
    const name = plainText(apiName(row.field), MAX_NAME);
    return html`<span class="api-name" dir="ltr" title=${name}>${name}</span>`;
  }

  #renderPreview({key, label, field}: MappingRow): TemplateResult {
    const names =
      this.#context.options().direction === 'to-application' ? [apiName(field)] : [key, label];
    const found = previewOf(this.#context.options().sample, ...names);
    if (field === undefined) {
      return html`<div role="cell" class="cell preview none unmapped" part="preview">
        <span aria-hidden="true">–</span
        ><span class="visually-hidden">${this.#context.words.term('nothingSent')}</span>
      </div>`;
    }
    if (found.status === 'present') {
      return html`<div role="cell" class="cell preview" part="preview">
        <bdi title=${plainText(found.text)}>${plainText(found.text)}</bdi>
      </div>`;
    }
    const isMissing = found.status === 'missing';
    return html`<div
      role="cell"
      class=${isMissing ? 'cell preview missing' : 'cell preview none'}
      part="preview"
    >
      ${this.#context.words.term(isMissing ? 'sampleMissing' : 'sampleEmpty')}
    </div>`;
  }

  #failureOf({
    isFailing,
  }: MapperState): {readonly text: string; readonly retry: () => void} | undefined {
    const {status} = this.#context.list;
    // The box of the object says it already where all fails for the same reason.
    if (status.status !== 'error' || isFailing) return undefined;
    const {error, retry, step} = status.state;
    const {text, detail} = errorWords(error, this.#errors);
    const message = [step === 'next' && this.#context.words.term('notAllLoaded'), text, detail];
    return {text: message.filter(Boolean).join(' '), retry};
  }

  #renderFailure(state: MapperState): TemplateResult | typeof nothing {
    const failure = this.#failureOf(state);
    if (!failure) return nothing;
    const {field} = state;
    return html`<div class="failure" part="failure">
      <span>${failure.text}</span>
      <button type="button" class="tool wide" part="retry" @click=${failure.retry}>
        ${field.words.term('retry')}
      </button>
    </div>`;
  }

  #problemsOf({problems, field}: MapperState, row: MappingRow): readonly ProblemLine[] {
    return (problems.get(row.key) ?? [])
      .filter(({kind}) => kind !== 'required' || field.invalid)
      .map((problem) => ({
        text: problemWords(problem, this.#context.words),
        isError:
          problem.kind === 'required' ||
          (problem.kind === 'duplicate' && this.#context.options().duplicates === 'error'),
      }));
  }

  #onRemove({rows}: MapperState, row: MappingRow, index: number): void {
    const {change, notice, words} = this.#context;
    const next = rows.shown[index + 1] ?? rows.shown[index - 1];
    // Before the button goes, so that the focus never leaves the mapper.
    if (next) this.focusRow(next.key);
    else this.#focusAdd();
    change((value, fields) => removeRow(value, fields, row.key));
    notice.show(
      () => words.term('removed', plainText(row.label, MAX_NAME)),
      () => {
        change((value, fields) => bringBack(value, fields, row));
        this.focusRow(row.key);
      },
    );
  }

  #focusAdd(): void {
    const add = this.#context.host.renderRoot.querySelector<PgCombobox | HTMLButtonElement>(
      '.add > *',
    );
    add?.focus();
  }
}

/** That something is wrong, by its shape as well as by its colour. The words for screen readers are those of the box. */
function renderAlert(problems: readonly ProblemLine[]): TemplateResult {
  const isError = problems.some((problem) => problem.isError);
  const title = problems.map(({text}) => text).join(' ');
  return html`<span class=${isError ? 'alert danger' : 'alert'} title=${title}
    >${attentionIcon}</span
  >`;
}

function bringBack(value: unknown, fields: ApplicationFields, row: MappingRow): unknown {
  const {key, created, field} = row;
  const back = created ? createField(value, fields, key) : addRow(value, fields, key);
  return field === undefined ? back : mapFields(back, fields, new Map([[key, field]]));
}
