import {nothing, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {isHidden, isRequired} from '../../core/inputs.js';
import {readMapping} from '../../core/mapping/mapping-value.js';
import type {ConnectInput} from '../../core/sdk.js';
import {input as inputWords} from '../../i18n/en/input.js';
import {mapper as words} from '../../i18n/en/mapper.js';
import {Localizer} from '../../i18n/localize.js';
import {baseStyles} from '../../ui/base-styles.js';
import {LiveRegion} from '../../ui/message/live-region.js';
import {emit} from '../emit.js';
import {LazyView, type Control} from '../input/control.js';
import {controlStyles} from '../input/control-styles.js';
import type {ControlField} from '../input/field.js';
import {submitImplicitly, type FormEntry, type Invalidity} from '../input/form-element.js';
import {describing, renderFrame} from '../input/frame.js';
import {frameStyles} from '../input/frame-styles.js';
import {textsOf} from '../input/texts.js';
import {Tooltip} from '../input/tooltip.js';
import {ViewKeeper} from '../input/view-keeper.js';
import {fieldSkeleton, renderWaiting} from '../input/waiting.js';
import {waitingStyles} from '../input/waiting-styles.js';
import {mapperRules} from '../input/mapper-rules.js';
import {MapperProperties} from './mapper-properties.js';
import {setStates} from '../../ui/custom-states.js';

const FORM_PROPERTIES: ReadonlySet<string> = new Set([
  'input',
  'value',
  'disabled',
  'readonly',
  'duplicates',
]);

/** What is shown arrives late: a page that has no mapper on it yet does without. */
const MAPPER: Control = {
  rules: mapperRules,
  view: new LazyView(async () => (await import('./mapper-view.js')).mapperView),
  label: 'legend',
  shape: 'pair',
  sourced: true,
};

/**
 * Maps the fields of an application to those of an integration: an object, what depends on it, and one row a field.
 *
 * @summary Field mapping, form-associated
 * @fires input - The person changes the value
 * @fires change - The person finished a change
 * @fires {CustomEvent<{value: unknown}>} pg-mapping-change - The person changed the mapping; `value` is as it is stored
 * @csspart base - All of it
 * @csspart label - The title
 * @csspart mark - "Required"
 * @csspart objects - The object and what depends on it
 * @csspart notice - What was set aside, with a way back
 * @csspart suggestions - Bar above the rows when there are suggestions
 * @csspart to-check - Leads to the next row that something is wrong with
 * @csspart table - All rows
 * @csspart row - One row
 * @csspart name - Label of the application's field
 * @csspart arrow - Direction of the mapping
 * @csspart field - The integration's field
 * @csspart problem - What is wrong with a row
 * @csspart suggestion - Proposal for a row
 * @csspart preview - Value of the sample record
 * @csspart add - Ways to add a row
 * @csspart error - What is wrong
 * @cssState error - An error is shown
 * @cssState loading - The mapper is being loaded
 * @cssState empty - There is nothing to show: no input, or a hidden one
 */
export class PgFieldMapper extends MapperProperties {
  static override styles = [baseStyles, frameStyles, controlStyles, waitingStyles];

  /** Whether two rows with the same field are a remark, or keep the form from being sent. */
  @property() duplicates: 'warning' | 'error' = 'warning';

  #input: ConnectInput | undefined;
  #value: unknown;
  #isSet = false;
  #isEdited = false;
  #field: ControlField | undefined;
  readonly #words = new Localizer(this, 'mapper', words);
  readonly #inputWords = new Localizer(this, 'input', inputWords);
  readonly #live = new LiveRegion(this);
  readonly #tooltip = new Tooltip(this);
  readonly #views = new ViewKeeper(this);

  /** The FIELD_MAPPER input, as the SDK gave it. */
  @property({attribute: false})
  get input(): ConnectInput | undefined {
    return this.#input;
  }
  set input(input: ConnectInput | undefined) {
    const before = this.#input;
    this.#input = input;
    if (!before || before.id === input?.id) return;
    if (this.#isEdited) this.#assign(undefined);
    this.untouch();
  }

  /** The mapping as it is stored; undefined goes back to the default of the input. Never changed in place. */
  @property({attribute: false})
  get value(): unknown {
    return this.#isSet ? this.#value : this.#input?.defaultValue;
  }
  set value(value: unknown) {
    this.#assign(value);
  }

  /**
   * What is wrong with a value that this mapper could have, as far as it knows its rows.
   * @internal
   */
  problemOf(value: unknown): Invalidity | undefined {
    return this.#views.view?.invalidity?.(value);
  }

  /**
   * For a mapper without a frame of its own: whether the one around shows what is wrong.
   * @internal
   */
  showProblems(isShown: boolean): void {
    if (isShown) this.touch();
    else this.untouch();
  }

  /** @internal */
  formStateRestoreCallback(state: unknown, mode: string): void {
    if (typeof state !== 'string' || mode !== 'restore') return;
    try {
      this.value = JSON.parse(state) as unknown;
    } catch {
      // Not ours: what is there stays.
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const input = this.#input;
    const isShown = input && !isHidden(input) && !this.isHydrating;
    const field = isShown ? this.#describe(input) : undefined;
    this.#field = field;
    this.#views.show(field && MAPPER);
    const {view} = this.#views;
    if (field) view?.update?.(field);
    const sheets = this.shadowRoot?.adoptedStyleSheets;
    const sheet = view?.styles?.styleSheet;
    if (sheet && sheets && !sheets.includes(sheet)) sheets.push(sheet);
  }

  protected override render(): unknown {
    const field = this.#field;
    const shown = field && this.#renderField(field);
    return [shown ?? (this.isHydrating ? fieldSkeleton : nothing), this.#live.render()];
  }

  protected override updated(changed: PropertyValues): void {
    if (this.#field) this.#views.view?.updated?.(this.#field);
    const before = this.validationMessage;
    super.updated(changed);
    // For the input around, whose own validity depends on it.
    if (before !== this.validationMessage) this.dispatchEvent(new Event('pg-mapper-validity'));
    setStates(this.internals, {
      empty: !this.#field,
      error: this.#field?.invalid === true,
      loading: this.#views.state.status === 'pending',
    });
  }

  protected override get needsSession(): boolean {
    return this.#input !== undefined;
  }

  protected override watched(): readonly unknown[] {
    return [];
  }

  protected override get formProperties(): ReadonlySet<string> {
    return FORM_PROPERTIES;
  }

  protected override get formEntry(): FormEntry {
    const {value} = this;
    return {
      value: mapperRules.toFormValue(value),
      state: value === undefined ? null : JSON.stringify(value),
    };
  }

  protected override get anchor(): HTMLElement | undefined {
    const control = this.shadowRoot?.querySelector<HTMLElement>('#control');
    return this.#views.view?.anchor?.(this.value) ?? control ?? undefined;
  }

  protected override findInvalidity(): Invalidity | undefined {
    const input = this.#input;
    if (!input || isHidden(input) || this.#isReadonly) return undefined;
    const problem = mapperRules.validate(this.value, input, this.#isRequired(input));
    if (problem) {
      const term = readMapping(this.value).object === undefined ? 'missing' : 'missingAny';
      return {flags: {[problem.flag]: true}, message: this.#words.term(term)};
    }
    return this.problemOf(this.value);
  }

  protected override reset(): void {
    this.value = undefined;
  }

  protected override submitted(): void {
    // Nothing of a mapping is forgotten when it is sent.
  }

  #renderField(field: ControlField): unknown {
    const {state} = this.#views;
    const control =
      state.status === 'complete'
        ? state.view.render(field)
        : renderWaiting(field, state, MAPPER.shape);
    if (this.bare) return control;
    const texts = textsOf(field.input);
    return renderFrame(field, {
      texts,
      tooltip: this.#tooltip.render(texts.tooltip, this.#inputWords.term('about', field.label)),
      layout: 'legend',
      isBusy: state.status === 'pending',
      control,
    });
  }

  #describe(input: ConnectInput): ControlField {
    const texts = textsOf(input);
    const isChecked = this.isTouched && this.willValidate;
    const message = isChecked ? this.validationMessage : '';
    const ids = this.bare ? '' : describing(texts, message !== '');
    return {
      input,
      label: texts.title || this.#inputWords.term('untitled'),
      description: texts.subtitle,
      value: this.value,
      invalid: message !== '',
      message,
      disabled: this.isDisabled,
      readonly: this.#isReadonly,
      required: this.#isRequired(input),
      change: (value) => this.#enter(value),
      isEntered: (event) => this.isEntered(event),
      type: (value) => this.#enter(value),
      settle: () => undefined,
      submit: () => submitImplicitly(this.form),
      announce: (text) => this.#live.announce(text),
      words: this.#inputWords,
      placeholder: '',
      prefix: '',
      suffix: '',
      describedBy: ids,
      session: this.current,
      isAlone: this.hasNoProvider,
      integration: this.integration,
      credentialId: this.credential,
      parameters: this.parameters,
    };
  }

  get #isReadonly(): boolean {
    return this.readonly || this.#input?.readOnly === true;
  }

  #isRequired(input: ConnectInput): boolean {
    return !this.#isReadonly && (this.required ?? isRequired(input));
  }

  #assign(value: unknown): void {
    this.#value = value;
    this.#isSet = value !== undefined;
    this.#isEdited = false;
  }

  /** Takes over what the person did. */
  #enter(value: unknown): void {
    const before = this.value;
    if (value === before) return;
    this.#value = value;
    this.#isSet = true;
    this.#isEdited = true;
    this.requestUpdate('value', before);
    for (const type of ['input', 'change']) {
      this.dispatchEvent(new Event(type, {bubbles: true, composed: true}));
    }
    emit(this, 'pg-mapping-change', {value});
  }
}
