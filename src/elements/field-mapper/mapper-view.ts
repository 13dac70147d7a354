import {nothing, html, type TemplateResult} from 'lit';
import {
  readApplicationFields,
  type ApplicationFields,
} from '../../core/mapping/application-fields.js';
import {checkRows, type RowProblem} from '../../core/mapping/mapping-checks.js';
import {chooseDependent} from '../../core/mapping/mapping-edit.js';
import {readRows} from '../../core/mapping/mapping-rows.js';
import {readMapping, type FieldMapping} from '../../core/mapping/mapping-value.js';
import {ObjectShelf} from '../../core/mapping/object-shelf.js';
import {sameContent} from '../../core/equal.js';
import type {ConnectInput} from '../../core/sdk.js';
import {mapper as words} from '../../i18n/en/mapper.js';
import {Localizer} from '../../i18n/localize.js';
import {plainText} from '../../ui/safe/text.js';
import {skeletonLines} from '../../ui/skeleton/skeleton.js';
import type {View} from '../input/control.js';
import {ChoiceBox} from '../input/controls/choice-box.js';
import type {Parents} from '../input/controls/option-list.js';
import type {ControlField} from '../input/field.js';
import type {Invalidity} from '../input/form-element.js';
import {AddRow} from './add-row.js';
import type {PgFieldMapper} from './field-mapper.js';
import {FieldList, type MapperSources} from './field-list.js';
import type {MapperContext, MapperState} from './mapper-context.js';
import {mapperStyles} from './mapper-styles.js';
import {Notice} from './notice.js';
import {RowTable} from './row-table.js';
import {Suggestions} from './suggestions.js';

/** A mapper on the page. */
export const mapperView = (host: unknown): View => new MapperView(host as PgFieldMapper);

class MapperView implements View {
  readonly styles = mapperStyles;
  readonly #host: PgFieldMapper;
  readonly #words: Localizer<typeof words>;
  readonly #object: ChoiceBox;
  readonly #dependent: ChoiceBox;
  readonly #list: FieldList;
  readonly #shelf = new ObjectShelf();
  readonly #notice: Notice;
  readonly #suggestions: Suggestions;
  readonly #table: RowTable;
  readonly #add: AddRow;
  #sources: MapperSources | undefined;
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

  constructor(host: PgFieldMapper) {
    this.#host = host;
    this.#words = new Localizer(host, 'mapper', words);
    this.#object = new ChoiceBox(host, {
      id: 'control',
      labelId: 'object-label',
      pick: (sources) => {
        this.#sources = sources.kind === 'fieldMapper' ? sources : undefined;
        return this.#sources?.record;
      },
    });
    this.#dependent = new ChoiceBox(host, {
      id: 'dependent',
      labelId: 'dependent-label',
      pick: (sources) => (sources.kind === 'fieldMapper' ? sources.dependent : undefined),
    });
    this.#list = new FieldList(() => host.requestUpdate());
    this.#notice = new Notice(
      this.#words,
      () => host.requestUpdate(),
      () => host.renderRoot.querySelector<HTMLElement>('#control')?.focus(),
    );
    const context: MapperContext = {
      host,
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
    if (!field || !this.#hasRows) return undefined;
    const mapping = readMapping(value);
    if (mapping.object === undefined) return undefined;
    if (field.required && this.#sources?.dependent && mapping.dependent === undefined) {
      return missing(this.#words.term('missingDependent', this.#dependentTitle));
    }
    const {shown} = readRows(this.#fieldsOf(field.input), mapping);
    const problems = [...checkRows(shown, () => false).values()].flat();
    const required = problems.filter(({kind}) => kind === 'required').length;
    if (required > 0) return missing(this.#words.term('missingRows', required));
    const isTwice = problems.some(({kind}) => kind === 'duplicate');
    return isTwice && this.#host.duplicates === 'error'
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
    const boxField = {...field, invalid: field.invalid && mapping.object === undefined};
    this.#object.update(boxField, mapping.object);
    const parents = this.#parentsOf(mapping);
    const hasDependent = this.#sources?.dependent !== undefined;
    if (hasDependent) this.#dependent.update(field, mapping.dependent, parents);
    const isReady =
      this.#sources !== undefined &&
      mapping.object !== undefined &&
      (!hasDependent || mapping.dependent !== undefined);
    const fields = this.#fieldsOf(field.input);
    const rows = readRows(fields, mapping);
    this.#list.update(field, this.#fieldParents(mapping, parents), isReady);
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
      parents: this.#fieldParents(mapping, parents),
      isFailing: this.#object.list.options.status === 'error',
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
      ${this.#renderObjects(field, state)} ${this.#notice.render()}
      ${this.#hasRows ? this.#renderRows(state) : this.#renderWaiting()}
    </div>`;
  }

  updated(field: ControlField): void {
    this.#object.updated(field);
    this.#dependent.updated({...field, describedBy: ''});
    if (this.#state) this.#table.updated(this.#state);
  }

  dispose(): void {
    this.#object.dispose();
    this.#dependent.dispose();
    this.#list.dispose();
    this.#table.dispose();
    this.#host.removeController(this.#words);
    this.#words.hostDisconnected();
  }

  #renderObjects(field: ControlField, state: MapperState): TemplateResult {
    const {mapping} = state;
    const objectField = {...field, invalid: field.invalid && mapping.object === undefined};
    const dependentField = {
      ...field,
      describedBy: '',
      invalid: field.invalid && mapping.object !== undefined && mapping.dependent === undefined,
    };
    const hasDependent = this.#sources?.dependent !== undefined;
    const waitingFor =
      mapping.object === undefined ? field.words.term('waitingFor', this.#objectTitle) : '';
    return html`<div class="objects" part="objects">
      <div class="part">
        <span id="object-label" class="part-label">${this.#objectTitle}</span>
        ${this.#object.render(objectField, mapping.object, (object) => this.#onObject(object))}
      </div>
      ${
        hasDependent
          ? html`<div class="part">
              <span id="dependent-label" class="part-label">${this.#dependentTitle}</span>
              ${this.#dependent.render(
                dependentField,
                mapping.dependent,
                (chosen) => this.#change((value) => chooseDependent(value, chosen)),
                waitingFor,
              )}
            </div>`
          : nothing
      }
    </div>`;
  }

  #renderRows(state: MapperState): unknown {
    const {rows, isReady, mapping} = state;
    const isMapped = rows.shown.some(({field: one}) => one !== undefined);
    if (!isReady && !isMapped) {
      const text =
        mapping.object === undefined
          ? this.#words.term('chooseObject')
          : this.#words.term('chooseDependent', this.#dependentTitle);
      return html`<p class="hint">${text}</p>`;
    }
    if (rows.shown.length === 0 && rows.hidden.length === 0 && !state.fields.canCreate) {
      return html`<p class="hint">${this.#words.term('noRowsSetUp')}</p>`;
    }
    return [this.#suggestions.render(state), this.#table.render(state), this.#add.render(state)];
  }

  /** The rows depend on sources that are on their way, or could not be asked for: the box of the object says why. */
  #renderWaiting(): unknown {
    return this.#object.list.state.status === 'pending' ? skeletonLines(3) : nothing;
  }

  #isBlocking({kind}: RowProblem): boolean {
    return kind === 'required' || (kind === 'duplicate' && this.#host.duplicates === 'error');
  }

  /** Whether it is known which rows there are. */
  get #hasRows(): boolean {
    return this.#sources !== undefined && this.#object.list.state.status === 'complete';
  }

  get #objectTitle(): string {
    return titleOf(this.#sources?.record) || this.#words.term('object');
  }

  get #dependentTitle(): string {
    return titleOf(this.#sources?.dependent) || this.#words.term('dependent');
  }

  #fieldsOf(input: ConnectInput | undefined): ApplicationFields {
    const options = this.#sources?.mapObjectFieldOptions;
    if (!this.#known || this.#known.input !== input || this.#known.options !== options) {
      this.#known = {input, options, fields: readApplicationFields(input, options)};
    }
    return this.#known.fields;
  }

  #parentsOf(mapping: FieldMapping): Parents {
    const record = this.#sources?.record;
    return new Map(record?.kind === 'remote' ? [[record.cacheKey, mapping.object]] : []);
  }

  #fieldParents(mapping: FieldMapping, parents: Parents): Parents {
    const dependent = this.#sources?.dependent;
    return dependent?.kind === 'remote'
      ? new Map([...parents, [dependent.cacheKey, mapping.dependent]])
      : parents;
  }

  /** What was set aside and dismissed belongs to one value of one user. */
  #follow({value, session}: ControlField): void {
    const generation = session?.generation;
    const isOtherUser = generation !== this.#generation;
    this.#generation = generation;
    if (value === this.#value && !isOtherUser) return;
    if (isOtherUser || !sameContent(value, this.#value)) {
      this.#shelf.clear();
      this.#notice.clear();
      this.#suggestions.forget();
      this.#table.forget();
    }
    this.#value = value;
  }

  #onObject(object: unknown): void {
    const state = this.#state;
    if (!state) return;
    const {field, fields, mapping} = state;
    const before = mapping.object;
    const label = this.#labelOf(before);
    const change = this.#shelf.change(this.#host.value, fields, object ?? undefined);
    this.#suggestions.forget();
    this.#change(() => change.value);
    if (change.setAside > 0) {
      const text = this.#words.term('setAside', change.setAside, label);
      this.#notice.show(text, () => this.#onObject(before));
      field.announce(text);
    } else if (change.restored > 0) {
      const text = this.#words.term('restored', change.restored, this.#labelOf(object));
      this.#notice.show(text);
      field.announce(text);
    } else {
      this.#notice.clear();
    }
  }

  #change(edit: (value: unknown) => unknown): void {
    this.#value = edit(this.#host.value);
    this.#state?.field.change(this.#value);
  }

  #labelOf(object: unknown): string {
    const label = this.#object.list.labelOf(object);
    return label === undefined ? this.#words.term('objectBefore') : plainText(label, 80);
  }
}

function titleOf(source: MapperSources['record'] | undefined): string {
  return source?.kind === 'remote' ? plainText(source.source.title, 300).trim() : '';
}

function missing(message: string): Invalidity {
  return {flags: {valueMissing: true}, message};
}
