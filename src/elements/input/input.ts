import {ContextConsumer} from '@lit/context';
import {nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {isHidden, isRequired} from '../../core/inputs.js';
import type {ConnectInput} from '../../core/sdk.js';
import {input as words} from '../../i18n/en/input.js';
import {Localizer} from '../../i18n/localize.js';
import {baseStyles} from '../../ui/base-styles.js';
import {LiveRegion} from '../../ui/message/live-region.js';
import {controlStyles} from './control-styles.js';
import type {ControlField, InputParameters} from './field.js';
import {FormElement, submitImplicitly, type FormEntry, type Invalidity} from './form-element.js';
import {describing, renderFrame} from './frame.js';
import {frameStyles} from './frame-styles.js';
import {InputValue} from './input-value.js';
import {inputsContext, type InputReplacements} from './inputs-context.js';
import {controlOf} from './registry.js';
import {findReplacement, ReplacedControl} from './replacement.js';
import {switchStyles} from './switch-styles.js';
import {textsOf} from './texts.js';
import {Tooltip} from './tooltip.js';
import {ViewKeeper} from './view-keeper.js';
import {fieldSkeleton, renderWaiting} from './waiting.js';
import {waitingStyles} from './waiting-styles.js';

const FORM_PROPERTIES: ReadonlySet<string> = new Set(['input', 'value', 'disabled', 'readonly']);

/**
 * Any one input of a connect form or of user settings, with its title, help and errors.
 *
 * @summary One input of a connect form, form-associated.
 * @fires input - The person changes the value; a plain event that holds none of it
 * @fires change - The person finished a change
 * @csspart base - All of the field
 * @csspart label - The title
 * @csspart mark - "Required"
 * @csspart help - Button of the tooltip
 * @csspart tooltip - The tooltip
 * @csspart subtitle - Text below the title
 * @csspart control - Box of the control
 * @csspart input - Text in the box
 * @csspart prefix - Text before what is typed
 * @csspart suffix - Text after what is typed
 * @csspart retry - Button that tries to load again
 * @csspart error - What is wrong
 * @csspart documentation - Link to the documentation
 * @csspart reveal - Button that shows a password
 * @csspart copy - Button that copies a value
 * @csspart track - Track of a switch
 * @csspart thumb - Thumb of a switch
 * @csspart permission - One permission
 * @csspart search - Search for permissions
 * @csspart file - The chosen file
 * @csspart remove - Button that removes the file, or a field with a default value
 * @csspart failure - Why choices could not be loaded
 * @csspart note - What became of default values, with a way back
 * @csspart undo - Button that takes it back
 * @csspart defaults - Default values of fields
 * @csspart default - One field with its default value
 * @csspart add - Box that adds a field
 * @csspart unsupported - What stands for a kind of field without a control
 * @csspart combobox__control - Box of a list of choices
 * @csspart combobox__input - Its text
 * @csspart combobox__toggle - Its arrow
 * @csspart combobox__clear - Its button that clears
 * @csspart combobox__chip - One of several chosen values
 * @csspart combobox__popup - What it opens
 * @csspart combobox__listbox - The list in it
 * @csspart combobox__section-title - Title of a section of the list
 * @csspart combobox__option - One choice
 * @csspart combobox__option-label - Its label
 * @csspart combobox__option-subtitle - Its second line
 * @cssState error - An error is shown
 * @cssState loading - The control is being loaded
 * @cssState empty - There is nothing to show: no input, or a hidden one
 */
export class PgInput extends FormElement {
  static override styles = [baseStyles, frameStyles, controlStyles, switchStyles, waitingStyles];

  /** Type of the integration that the input belongs to; lists of choices are asked for it. */
  @property()
  integration: string | undefined;

  /** Id of the account that choices are asked for. */
  @property()
  credential: string | undefined;

  /** What the server said against the value. Shown until the next edit; does not keep the form from being sent again. */
  @property({attribute: 'error-message'})
  errorMessage = '';

  /** The host's own controls by type of input; those of `<pg-portal>` count where this has none. */
  @property({attribute: false})
  inputs: InputReplacements | undefined;

  /** Values of other inputs, by the `cacheKey` of their source, where the choices of this one depend on them. */
  @property({attribute: false})
  parameters: InputParameters | undefined;

  #input: ConnectInput | undefined;
  readonly #value = new InputValue();
  #field: ControlField | undefined;
  #replacement: unknown;
  readonly #words = new Localizer(this, 'input', words);
  readonly #live = new LiveRegion(this);
  readonly #tooltip = new Tooltip(this);
  readonly #replaced = new ReplacedControl(() => this.requestUpdate());
  readonly #views = new ViewKeeper(this);
  readonly #provided = new ContextConsumer(this, {
    context: inputsContext,
    subscribe: true,
    callback: () => this.requestUpdate(),
  });

  /** The input to show, as the SDK gave it. */
  @property({attribute: false})
  get input(): ConnectInput | undefined {
    return this.#input;
  }
  set input(input: ConnectInput | undefined) {
    const before = this.#input;
    this.#input = input;
    if (!before || (before.id === input?.id && before.type === input.type)) return;
    // What a person entered was for the field before.
    this.#value.forgetEntered();
    this.errorMessage = '';
    this.untouch();
  }

  /**
   * The value, of the type that the kind of input has. Undefined goes back to the default of the input, which is what reading
   * gives while nothing was set or entered. A choice that the person cleared is null.
   */
  @property({attribute: false})
  get value(): unknown {
    return this.#value.read(this.#input);
  }
  set value(value: unknown) {
    this.#value.assign(value);
  }

  /** @internal */
  formStateRestoreCallback(state: unknown, mode: string): void {
    // What the browser fills in by itself ('autocomplete') nobody has entered.
    const restored = mode === 'restore' ? this.#value.restored(this.#input, state) : undefined;
    if (restored !== undefined) this.value = restored;
  }

  protected override firstUpdated(): void {
    // A control that is a custom element cannot be reached by `for`.
    this.shadowRoot?.addEventListener('click', ({target}) => {
      if (!(target instanceof HTMLLabelElement) || target.control) return;
      if (target.htmlFor === 'control') this.focus();
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const input = this.#input;
    const isShown = input && !isHidden(input) && !this.isHydrating;
    const field = isShown ? this.#describe(input) : undefined;
    this.#field = field;
    this.#replacement = field && this.#replace(field);
    this.#views.show(field && !this.#replacement ? controlOf(field.input) : undefined);
    const {view} = this.#views;
    if (field) view?.update?.(field);
    if (isShown && view?.invalidity) {
      // What only the view can tell may have changed with that.
      this.syncForm();
      this.#field = this.#describe(input);
    }
    this.#adopt(view?.styles?.styleSheet);
  }

  protected override render(): unknown {
    const field = this.#field;
    const shown = field && (this.#replacement ?? this.#renderField(field));
    return [shown ?? (this.isHydrating ? fieldSkeleton : nothing), this.#live.render()];
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#field) this.#views.view?.updated?.(this.#field);
    this.setState('empty', !this.#field);
    this.setState('error', this.#field?.invalid === true);
    this.setState('loading', this.#views.state.status === 'pending');
  }

  protected override get needsSession(): boolean {
    const {input} = this;
    return input !== undefined && !this.#replacement && controlOf(input).sourced === true;
  }

  protected override watched(): readonly unknown[] {
    return [];
  }

  protected override get formProperties(): ReadonlySet<string> {
    return FORM_PROPERTIES;
  }

  protected override get formEntry(): FormEntry {
    return this.#value.entry(this.#input);
  }

  protected override get anchor(): HTMLElement | undefined {
    const control = this.shadowRoot?.querySelector<HTMLElement>('#control');
    return this.#views.view?.anchor?.(this.value) ?? control ?? undefined;
  }

  protected override findInvalidity(): Invalidity | undefined {
    const input = this.#input;
    if (!input || isHidden(input) || this.#isReadonly) return undefined;
    const problem = controlOf(input).rules.validate(this.value, input, this.#isRequired(input));
    if (!problem) return this.#views.view?.invalidity?.(this.value);
    return {flags: {[problem.flag]: true}, message: this.#words.term(problem.term)};
  }

  protected override reset(): void {
    this.value = undefined;
    this.errorMessage = '';
    this.submitted();
  }

  protected override submitted(): void {
    this.#views.view?.submitted?.();
  }

  #renderField(field: ControlField): TemplateResult {
    const {state} = this.#views;
    const texts = textsOf(field.input);
    return renderFrame(field, {
      texts,
      tooltip: this.#tooltip.render(texts.tooltip, this.#words.term('about', field.label)),
      layout: controlOf(field.input).label,
      isBusy: state.status === 'pending',
      control:
        state.status === 'complete'
          ? state.view.render(field)
          : renderWaiting(field, state, controlOf(field.input).shape),
    });
  }

  #describe(input: ConnectInput): ControlField {
    const texts = textsOf(input);
    const isNews = this.#views.view?.invalidity?.(this.value)?.showAtOnce === true;
    const isChecked = (this.isTouched || isNews) && this.willValidate;
    const message = this.errorMessage || (isChecked ? this.validationMessage : '');
    return {
      input,
      label: texts.title || this.#words.term('untitled'),
      description: texts.subtitle,
      value: this.value,
      invalid: message !== '',
      message,
      disabled: this.isDisabled,
      readonly: this.#isReadonly,
      required: this.#isRequired(input),
      change: (value) => this.#enter(value, 'input', 'change'),
      isEntered: (event) => this.isEntered(event),
      type: (value) => this.#enter(value, 'input'),
      settle: () => this.#fire('change'),
      submit: () => submitImplicitly(this.form),
      announce: (text) => this.#live.announce(text),
      words: this.#words,
      placeholder: texts.placeholder,
      prefix: texts.prefix,
      suffix: texts.suffix,
      describedBy: describing(texts, message !== ''),
      session: this.current,
      isAlone: this.hasNoProvider,
      integration: this.integration,
      credentialId: this.credential,
      parameters: this.parameters,
    };
  }

  #adopt(sheet: CSSStyleSheet | undefined): void {
    const sheets = this.shadowRoot?.adoptedStyleSheets;
    if (sheet && sheets && !sheets.includes(sheet)) sheets.push(sheet);
  }

  get #isReadonly(): boolean {
    return this.readonly || this.#input?.readOnly === true;
  }

  #isRequired(input: ConnectInput): boolean {
    if (!controlOf(input).rules.requirable || this.#isReadonly) return false;
    return this.required ?? isRequired(input);
  }

  #replace(field: ControlField): unknown {
    const {type} = field.input;
    const replacement =
      findReplacement(this.inputs, type) ?? findReplacement(this.#provided.value, type);
    return replacement === undefined ? undefined : this.#replaced.render(replacement, field);
  }

  /** Takes over what the person did. */
  #enter(value: unknown, ...events: readonly ('input' | 'change')[]): void {
    const before = this.value;
    this.#value.enter(value);
    this.errorMessage = '';
    this.requestUpdate('value', before);
    for (const event of events) this.#fire(event);
  }

  /** As the events of native controls: without the value, which for a secret must not travel. */
  #fire(type: 'input' | 'change'): void {
    this.dispatchEvent(new Event(type, {bubbles: true, composed: true}));
  }
}
