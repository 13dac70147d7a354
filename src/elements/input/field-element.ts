import {nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {ConnectedAccount} from '../../core/accounts/connected-account.js';
import type {ConnectSession} from '../../core/compose.js';
import {isHidden, isRequired} from '../../core/inputs.js';
import type {ConnectInput} from '../../core/sdk.js';
import {input as words} from '../../i18n/en/input.js';
import {Localizer} from '../../i18n/localize.js';
import {exportParts} from '../../ui/export-parts.js';
import {LiveRegion} from '../../ui/message/live-region.js';
import {AccountReference} from '../account-reference.js';
import type {Control, Problem, View} from './control.js';
import type {ControlField, InputParameters} from './field.js';
import {FormElement, submitImplicitly, type FormEntry, type Invalidity} from './form-element.js';
import {describing, renderFrame} from './frame.js';
import {textsOf} from './texts.js';
import {Tooltip} from './tooltip.js';
import {ViewKeeper} from './view-keeper.js';
import {fieldSkeleton, renderWaiting} from './waiting.js';

const FORM_PROPERTIES: ReadonlySet<string> = new Set(['input', 'value', 'disabled', 'readonly']);

/** Titles of the fields that the SDK makes by itself, for accounts that are connected by an id and a secret. */
const SDK_TITLES: ReadonlyMap<string, 'clientId' | 'clientSecret'> = new Map([
  ['Client ID', 'clientId'],
  ['Client Secret', 'clientSecret'],
]);

/**
 * A field of a form: one input of the SDK's with its title, help and errors around a control. Subclasses say which control.
 */
export abstract class FieldElement extends FormElement {
  static {
    this.addInitializer(exportParts);
  }

  /** Type of the integration that the input belongs to; lists of choices are asked for it. */
  @property()
  integration: string | undefined;

  /** Id or external id of the account that choices are asked for. */
  @property()
  credential: string | undefined;

  /** Values of other inputs, by the `cacheKey` of their source, where the choices of this one depend on them. */
  @property({attribute: false})
  parameters: InputParameters | undefined;

  protected readonly words = new Localizer(this, 'input', words);
  #input: ConnectInput | undefined;
  #value: unknown;
  /** Somebody set or entered a value, so that the default of the input does not count. */
  #isSet = false;
  #isEntered = false;
  #field: ControlField | undefined;
  #replacement: unknown;
  /** The focus has just come. */
  #isArriving = false;
  /** What was last said to be wrong. */
  #told = '';
  protected readonly reference = new AccountReference(this);
  readonly #live = new LiveRegion(this);
  readonly #tooltip = new Tooltip(this);
  readonly #views = new ViewKeeper(this);

  /** The input to show, as the SDK gave it. */
  @property({attribute: false})
  get input(): ConnectInput | undefined {
    return this.#input;
  }
  set input(input: ConnectInput | undefined) {
    const before = this.#input;
    this.#input = input;
    if (before && (before.id !== input?.id || before.type !== input.type)) this.replaced();
  }

  /**
   * The value, of the type that the kind of input has. Undefined goes back to the default of the input, which is what reading
   * gives while nothing was set or entered. A choice that the person cleared is null.
   */
  @property({attribute: false})
  get value(): unknown {
    const input = this.#input;
    const value = this.#isSet ? this.#value : input?.defaultValue;
    return input ? this.controlOf(input).rules.read(value, input) : value;
  }
  set value(value: unknown) {
    this.#value = value;
    this.#isSet = value !== undefined;
    this.#isEntered = false;
  }

  /** @internal */
  formStateRestoreCallback(state: unknown, mode: string): void {
    // What the browser fills in by itself ('autocomplete') nobody has entered.
    if (typeof state !== 'string' || mode !== 'restore' || this.#isSecret) return;
    try {
      this.value = JSON.parse(state) as unknown;
    } catch {
      // Not ours: what is there stays.
    }
  }

  protected override firstUpdated(): void {
    // What the focus meets is read out with the field.
    this.addEventListener('focusin', () => {
      this.#isArriving = true;
      setTimeout(() => (this.#isArriving = false));
    });
    // A press on what belongs to a control goes there, also where that cannot be or need not be done by a label.
    this.shadowRoot?.addEventListener('click', ({target}) => {
      if (target instanceof Element && target.closest('.to-control')) this.focus();
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const input = this.#input;
    const isShown = input && !isHidden(input) && !this.isHydrating;
    if (isShown) this.resolveAccount(this.current);
    const field = isShown ? this.#describe(input) : undefined;
    this.#field = field;
    this.#replacement = field && this.replace?.(field);
    this.#views.show(field && !this.#replacement ? this.controlOf(field.input) : undefined);
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
    this.#tellMessage();
    this.setState('empty', !this.#field);
    this.setState('error', this.#field?.invalid === true);
    this.setState('loading', this.#views.state.status === 'pending');
  }

  /** The control of an input. */
  protected abstract controlOf(input: ConnectInput): Control;

  /** What a host shows instead of the control and all around it. */
  protected replace?(field: ControlField): unknown;

  /** What somebody else, who has seen the value, said against it. */
  protected get objection(): string {
    return '';
  }

  /** Whether a control of the host's own stands there. */
  protected get isReplaced(): boolean {
    return this.#replacement !== undefined;
  }

  /** The account that choices are asked for. */
  protected get account(): ConnectedAccount | undefined {
    return this.reference.account;
  }

  /** What the field is about, below its title. */
  protected get caption(): string {
    return '';
  }

  /** Only lists of choices are of an account. */
  protected resolveAccount(session: ConnectSession | undefined): void {
    const isSourced = this.#input && this.controlOf(this.#input).sourced;
    this.reference.resolve(session, isSourced ? this.credential : undefined, this.integration);
  }

  protected describeProblem({term}: Problem): string {
    return this.words.term(term);
  }

  /** This is another input than before: what a person entered was for that. */
  protected replaced(): void {
    if (this.#isEntered) this.value = undefined;
    this.untouch();
  }

  protected override get needsSession(): boolean {
    const input = this.#input;
    return input !== undefined && !this.#replacement && this.controlOf(input).sourced === true;
  }

  protected override watched(session: ConnectSession): readonly unknown[] {
    this.resolveAccount(session);
    return [this.account?.id, this.caption, this.reference.error?.code];
  }

  protected override get formProperties(): ReadonlySet<string> {
    return FORM_PROPERTIES;
  }

  /** A secret is not given to the browser to keep. */
  protected override get formEntry(): FormEntry {
    const input = this.#input;
    if (!input) return {value: null, state: null};
    const {value} = this;
    const isKept = !this.#isSecret && value !== undefined;
    return {
      value: this.controlOf(input).rules.toFormValue(value),
      state: isKept ? JSON.stringify(value) : null,
    };
  }

  protected override get anchor(): HTMLElement | undefined {
    const control = this.shadowRoot?.querySelector<HTMLElement>('#control');
    return this.view?.anchor?.(this.value) ?? control ?? undefined;
  }

  protected override findInvalidity(): Invalidity | undefined {
    const input = this.#input;
    if (!input || isHidden(input) || this.#isReadonly) return undefined;
    const {rules} = this.controlOf(input);
    const problem = rules.validate(this.value, input, this.#isRequired(input));
    if (!problem) return this.view?.invalidity?.(this.value);
    return {flags: {[problem.flag]: true}, message: this.describeProblem(problem)};
  }

  protected override reset(): void {
    this.value = undefined;
    this.submitted();
  }

  protected override submitted(): void {
    this.view?.submitted?.();
  }

  /** What is on the page, once its code is there. */
  protected get view(): View | undefined {
    return this.#views.view;
  }

  /** Takes over what the person did. */
  protected enter(value: unknown, ...events: readonly ('input' | 'change')[]): void {
    const before = this.value;
    this.#value = value;
    this.#isSet = true;
    this.#isEntered = true;
    this.requestUpdate('value', before);
    for (const event of events) this.#fire(event);
  }

  #renderField(field: ControlField): TemplateResult {
    const {state} = this.#views;
    const {label, shape, size} = this.controlOf(field.input);
    const texts = textsOf(field.input);
    return renderFrame(field, {
      texts,
      caption: this.caption,
      tooltip: this.#tooltip.render(texts.tooltip, this.words.term('about', field.label)),
      layout: label,
      size,
      isBusy: state.status === 'pending',
      control:
        state.status === 'complete' ? state.view.render(field) : renderWaiting(field, state, shape),
    });
  }

  /** Says what is wrong, and with which field, unless the focus is on its way there. */
  #tellMessage(): void {
    const {message = '', label = ''} = this.#field ?? {};
    if (message === this.#told) return;
    this.#told = message;
    const isRead = this.#isArriving;
    setTimeout(() => {
      if (isRead || this.#isArriving || message === '' || message !== this.#told) return;
      this.#live.announce(`${label}: ${message}`);
    });
  }

  #describe(input: ConnectInput): ControlField {
    const texts = textsOf(input);
    const isNews = this.view?.invalidity?.(this.value)?.showAtOnce === true;
    const isChecked = (this.isTouched || isNews) && this.willValidate;
    const message = this.objection || (isChecked ? this.validationMessage : '');
    return {
      input,
      label: this.#labelOf(texts.title),
      description: texts.subtitle,
      value: this.value,
      invalid: message !== '',
      message,
      disabled: this.isDisabled,
      readonly: this.#isReadonly,
      required: this.#isRequired(input),
      change: (value) => this.enter(value, 'input', 'change'),
      type: (value) => this.enter(value, 'input'),
      isEntered: (event) => this.isEntered(event),
      settle: () => this.#fire('change'),
      submit: () => submitImplicitly(this.form),
      announce: (text) => this.#live.announce(text),
      words: this.words,
      placeholder: texts.placeholder,
      prefix: texts.prefix,
      suffix: texts.suffix,
      describedBy: describing(texts, message !== ''),
      session: this.current,
      isAlone: this.hasNoProvider,
      integration: this.integration,
      credentialId: this.account?.id ?? this.reference.id ?? this.credential,
      accountError: this.reference.error,
      parameters: this.parameters,
    };
  }

  /** What the SDK calls a field by itself is said in the words of the kit. */
  #labelOf(title: string): string {
    const key = SDK_TITLES.get(title);
    return key ? this.words.term(key) : title || this.words.term('untitled');
  }

  #adopt(sheet: CSSStyleSheet | undefined): void {
    const sheets = this.shadowRoot?.adoptedStyleSheets;
    if (sheet && sheets && !sheets.includes(sheet)) sheets.push(sheet);
  }

  get #isReadonly(): boolean {
    return this.readonly || this.#input?.readOnly === true;
  }

  get #isSecret(): boolean {
    return this.#input !== undefined && this.controlOf(this.#input).rules.secret === true;
  }

  #isRequired(input: ConnectInput): boolean {
    // What is locked for a while, because it is being sent, is as required as before.
    if (!this.controlOf(input).rules.requirable || input.readOnly === true) return false;
    return this.required ?? isRequired(input);
  }

  /** As the events of native controls: without the value, which for a secret must not travel. */
  #fire(type: 'input' | 'change'): void {
    this.dispatchEvent(new Event(type, {bubbles: true, composed: true}));
  }
}
