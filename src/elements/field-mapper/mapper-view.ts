import {nothing, html, type TemplateResult} from 'lit';
import {
  readApplicationFields,
  type ApplicationFields,
} from '../../core/mapping/application-fields.js';
import {checkRows, type RowProblem} from '../../core/mapping/mapping-checks.js';
import {chooseDependent} from '../../core/mapping/mapping-edit.js';
import {readRows} from '../../core/mapping/mapping-rows.js';
import {readMapping} from '../../core/mapping/mapping-value.js';
import {MappingMemory} from '../../core/mapping/mapping-memory.js';
import {sameContent} from '../../core/util/equal.js';
import type {ConnectInput} from '../../core/sdk.js';
import {mapper as words} from '../../i18n/en/mapper.js';
import {Localizer} from '../../i18n/localize.js';
import {UndoNote} from '../../ui/message/undo-note.js';
import {skeletonLines} from '../../ui/skeleton/skeleton.js';
import {emit} from '../emit.js';
import type {View, ViewFactory, ViewHost} from '../input/control.js';
import type {ControlField} from '../input/field.js';
import type {Invalidity} from '../input/form-element.js';
import {AddRow} from './add-row.js';
import {FieldList} from './field-list.js';
import type {MapperContext, MapperOptions, MapperState} from './mapper-context.js';
import {mapperStyles} from './mapper-styles.js';
import {ObjectBoxes} from './object-boxes.js';
import {RowTable} from './row-table.js';
import {Suggestions} from './suggestions.js';

/** The mapper of an element that has its options. */
export const mapperView: ViewFactory = (host) =>
  new MapperView(host, () => host as ViewHost & MapperOptions);

/** A mapper on the page. */
export class MapperView implements View {
  readonly styles = mapperStyles;
  readonly #host: ViewHost;
  readonly #options: () => MapperOptions;
  readonly #ended: (() => void) | undefined;
  readonly #words: Localizer<typeof words>;
  readonly #objects: ObjectBoxes;
  readonly #list: FieldList;
  readonly #memory = new MappingMemory();
  readonly #notice: UndoNote;
  readonly #suggestions: Suggestions;
  readonly #table: RowTable;
  readonly #add: AddRow;
  #known:
    | {
        readonly input: ConnectInput | undefined;
        readonly options: unknown;
        readonly fields: ApplicationFields;
      }
    | undefined;
  #state: MapperState | undefined;
  #value: unknown;
  #generation: number | undefined;

  constructor(host: ViewHost, options: () => MapperOptions, ended?: () => void) {
    this.#host = host;
    this.#options = options;
    this.#ended = ended;
    this.#words = new Localizer(host, 'mapper', words);
    this.#objects = new ObjectBoxes(host, this.#words);
    this.#list = new FieldList(() => host.requestUpdate());
    this.#notice = new UndoNote({
      name: 'notice',
      announce: (text) => this.#state?.field.announce(text),
      onChange: () => host.requestUpdate(),
      focusOn: () => host.renderRoot.querySelector<HTMLElement>('#control')?.focus(),
    });
    const context: MapperContext = {
      host,
      options,
      words: this.#words,
      list: this.#list,
      notice: this.#notice,
      state: () => this.#state,
      change: (edit) => this.#change((value) => edit(value, this.#fieldsOf(host.input))),
    };
    this.#suggestions = new Suggestions(context);
    this.#table = new RowTable(context, this.#suggestions);
    this.#add = new AddRow(context, (key) => this.#table.focusRow(key));
  }

  invalidity(value: unknown): Invalidity | undefined {
    const field = this.#state?.field;
    if (!field || !this.#objects.hasRows) return undefined;
    const mapping = readMapping(value);
    if (mapping.object === undefined) return undefined;
    if (field.required && this.#objects.lacksDependent(mapping)) {
      return missing(this.#words.term('missingDependent', this.#objects.dependentTitle));
    }
    const {shown} = readRows(this.#fieldsOf(field.input), mapping);
    const problems = [...checkRows(shown, () => false).values()].flat();
    const required = problems.filter(({kind}) => kind === 'required').length;
    if (required > 0) return missing(this.#words.term('missingRows', required));
    const isTwice = problems.some(({kind}) => kind === 'duplicate');
    return isTwice && this.#options().duplicates === 'error'
      ? {flags: {customError: true}, message: this.#words.term('duplicateRows')}
      : undefined;
  }

  anchor(value: unknown): HTMLElement | undefined {
    const field = this.#state?.field;
    const mapping = readMapping(value);
    if (!field || mapping.object === undefined) return undefined;
    const {shown} = readRows(this.#fieldsOf(field.input), mapping);
    const problems = checkRows(shown, () => false);
    const row = shown.find(({key}) => problems.get(key)?.some((one) => this.#isBlocking(one)));
    // Where no row is wrong on its own, none is mapped.
    const key = (row ?? shown[0])?.key;
    return key === undefined ? undefined : this.#table.boxOf(key);
  }

  update(field: ControlField): void {
    this.#follow(field);
    const mapping = readMapping(field.value);
    this.#objects.update(field, mapping);
    const isReady = this.#objects.isReady(mapping);
    const parents = this.#objects.parentsOf(mapping);
    const fields = this.#fieldsOf(field.input);
    const rows = readRows(fields, mapping);
    this.#list.update(field, parents, isReady);
    const {status} = this.#list;
    const isWhole = status.status === 'complete' && status.isWhole;
    const isGone = (value: unknown): boolean =>
      isReady && isWhole && this.#list.fields.find(value) === undefined;
    const problems = checkRows(rows.shown, isGone);
    this.#state = {
      field,
      fields,
      mapping,
      rows,
      problems,
      isReady,
      isEditable: isReady && !field.disabled && !field.readonly,
      parents,
      isFailing: this.#objects.isFailing || this.#objects.isGone(mapping),
    };
    this.#suggestions.update(this.#state);
    const isUnnamed = rows.shown.some(
      ({field: one}) => one !== undefined && this.#list.labelOf(one) === undefined,
    );
    if (isReady && (isUnnamed || this.#suggestions.wantsAll)) this.#list.loadRest();
  }

  render(field: ControlField): TemplateResult | typeof nothing {
    const state = this.#state;
    if (!state) return nothing;
    return html`<div class="mapper">
      ${this.#objects.render({...field, placeholder: ''}, state.mapping, {
        onObject: (object) => this.#onObject(object),
        onDependent: (chosen) => this.#change((value) => chooseDependent(value, chosen)),
      })}
      ${this.#notice.render({
        undo: this.#words.term('undo'),
        close: this.#words.term('closeNotice'),
      })}
      ${this.#objects.hasRows ? this.#renderRows(state) : this.#renderWaiting()}
    </div>`;
  }

  updated(field: ControlField): void {
    this.#objects.updated(field);
    if (this.#state) this.#table.updated(this.#state);
  }

  dispose(): void {
    this.#objects.dispose();
    this.#list.dispose();
    this.#suggestions.dispose();
    this.#table.dispose();
    this.#host.removeController(this.#words);
    this.#words.hostDisconnected();
    this.#ended?.();
  }

  #renderRows(state: MapperState): unknown {
    const {rows, isReady} = state;
    const isMapped = rows.shown.some(({field: one}) => one !== undefined);
    if (!isReady && !isMapped) return this.#renderNextStep(state);
    if (rows.shown.length === 0 && rows.hidden.length === 0 && !state.fields.canCreate) {
      return html`<p class="hint">${this.#words.term('noRowsSetUp')}</p>`;
    }
    return [
      isReady ? nothing : this.#renderNextStep(state),
      this.#suggestions.render(state),
      this.#table.render(state),
      this.#add.render(state),
    ];
  }

  /** What has to be chosen before fields can be mapped. */
  #renderNextStep({mapping}: MapperState): TemplateResult {
    const text =
      mapping.object === undefined
        ? this.#words.term('chooseObject')
        : this.#words.term('chooseDependent', this.#objects.dependentTitle);
    return html`<p class="hint">${text}</p>`;
  }

  /** The rows depend on sources that are on their way, or could not be asked for: the box of the object says why. */
  #renderWaiting(): unknown {
    return this.#objects.isLooking ? skeletonLines(3) : nothing;
  }

  #isBlocking({kind}: RowProblem): boolean {
    return kind === 'required' || (kind === 'duplicate' && this.#options().duplicates === 'error');
  }

  #fieldsOf(input: ConnectInput | undefined): ApplicationFields {
    const options = this.#objects.sources?.mapObjectFieldOptions;
    if (!this.#known || this.#known.input !== input || this.#known.options !== options) {
      this.#known = {input, options, fields: readApplicationFields(input, options)};
    }
    return this.#known.fields;
  }

  /** What was set aside and dismissed belongs to one value of one user. */
  #follow({value, session}: ControlField): void {
    const generation = session?.generation;
    const isOtherUser = generation !== this.#generation;
    this.#generation = generation;
    if (value === this.#value && !isOtherUser) return;
    if (isOtherUser || !sameContent(value, this.#value)) {
      this.#memory.clear();
      this.#notice.clear();
      this.#suggestions.forget();
      this.#table.forget();
    }
    this.#value = value;
  }

  #onObject(object: unknown): void {
    const state = this.#state;
    if (!state) return;
    const {fields, mapping} = state;
    const before = mapping.object;
    const isGone = this.#objects.isGone(mapping);
    const change = this.#memory.change(this.#host.value, fields, object ?? undefined);
    this.#suggestions.forget();
    this.#table.showAll();
    this.#change(() => change.value);
    if (change.setAside > 0) {
      const label = this.#objects.labelOf(before);
      this.#notice.show(
        () =>
          this.#words.term(isGone ? 'takenAway' : 'setAside', change.setAside, this.#nameOr(label)),
        () => this.#onObject(before),
      );
    } else if (change.restored > 0) {
      const label = this.#objects.labelOf(object);
      this.#notice.show(() => this.#words.term('restored', change.restored, this.#nameOr(label)));
    } else {
      this.#notice.clear();
    }
  }

  #change(edit: (value: unknown) => unknown): void {
    const before = this.#host.value;
    const value = edit(before);
    this.#value = value;
    if (value === before) return;
    this.#state?.field.change(value);
    emit(this.#host, 'pg-mapping-change', {value});
  }

  #nameOr(label: string | undefined): string {
    return label ?? this.#words.term('objectBefore');
  }
}

function missing(message: string): Invalidity {
  return {flags: {valueMissing: true}, message};
}
