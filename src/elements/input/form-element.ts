import {LitElement, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {focusedElement} from '../../ui/dialog/focus.js';
import {SessionElement} from '../session-element.js';
import {setStates} from '../../ui/dom.js';

/** What is wrong, for `ElementInternals`. */
export interface Invalidity {
  readonly flags: ValidityStateFlags;
  readonly message: string;
  /** Something else changed and made it wrong: shown at once, though the person has not been here. */
  readonly showAtOnce?: boolean;
}

/** What a form gets: what it submits, and what the browser may keep to restore it. */
export interface FormEntry {
  readonly value: string | null;
  readonly state: string | null;
}

/** Reflects an absent attribute as undefined, so that something else can decide. */
const optionalBoolean = {
  fromAttribute: (value: string | null): boolean | undefined =>
    value === null ? undefined : value !== 'false',
};

/** Attributes that are the state themselves, as in native controls: right at once, and seen by the form. */
const LIVE: ReadonlySet<string> = new Set(['name', 'disabled', 'readonly']);

/** What nobody but a person does to a text box. */
const GESTURES = ['pointerdown', 'keydown', 'keyup', 'compositionstart', 'paste', 'drop'];

/**
 * Base of elements that take part in forms. Validity and form value are right at every read, also between a change and the
 * render after it. Subclasses name the properties that matter in {@link formProperties}, without initial values.
 */
export abstract class FormElement extends SessionElement {
  static readonly formAssociated = true;

  /** Name in a form. */
  @property({noAccessor: true})
  get name(): string {
    return this.getAttribute('name') ?? '';
  }
  set name(name: string | null | undefined) {
    if (name) this.setAttribute('name', name);
    else this.removeAttribute('name');
  }

  /** Neither editable nor submitted. A disabled `<fieldset>` around has the same effect. */
  @property({type: Boolean, noAccessor: true})
  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }
  set disabled(disabled: boolean | null | undefined) {
    this.toggleAttribute('disabled', disabled ?? false);
  }

  /** Shown and submitted, but not editable. */
  @property({type: Boolean, noAccessor: true})
  get readonly(): boolean {
    return this.hasAttribute('readonly');
  }
  set readonly(readonly: boolean | null | undefined) {
    this.toggleAttribute('readonly', readonly ?? false);
  }

  /** The same, under the name that native controls have and frameworks such as Angular set. */
  @property({attribute: false, noAccessor: true})
  get readOnly(): boolean {
    return this.readonly;
  }
  set readOnly(readonly: boolean | null | undefined) {
    this.readonly = readonly;
  }

  /** Whether a value is needed; undefined leaves it to the input. As an attribute also `required="false"`. */
  @property({converter: optionalBoolean})
  required: boolean | undefined;

  protected readonly internals = this.attachInternals();
  #custom = '';
  #isTouched = false;
  #asks: 'check' | 'report' | undefined;
  #removals = 0;
  #isDisabledAround = false;
  #hasBeenShown = false;
  /** What had the focus when it was called for here, before there was anything to give it to. */
  #awaitsFocus: {readonly from: Element | undefined; readonly options?: FocusOptions} | undefined;
  #joined: AbortController | undefined;
  #presses: AbortController | undefined;
  #released: Promise<void> | undefined;
  /** Boxes in which a person has done something, and whether there is any. */
  #handled = new WeakSet<EventTarget>();
  #isHandled = false;

  constructor() {
    super();
    for (const type of GESTURES) this.addEventListener(type, this.#onGesture, true);
    // Screen readers click without a press.
    this.addEventListener('click', ({isTrusted}) => (this.#isHandled ||= isTrusted), true);
    this.addEventListener('focusin', () => {
      this.#awaitsFocus = undefined;
      this.#watchPresses();
    });
    this.addEventListener('focusout', () => this.#onFocusOut());
    this.addEventListener('invalid', (event) => {
      // `checkValidity` asks; only a submission or `reportValidity` wants people to see the answer.
      if (this.#asks !== 'check') this.touch();
      // The words stand beside the field: the browser's bubble would say them twice.
      if (this.#asks === 'report') event.preventDefault();
    });
    this.addEventListener('click', (event) => {
      // A label of the page around that is clicked passes the click on to its element.
      if (event.composedPath()[0] === this) this.focus();
    });
  }

  /** The form around. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  /** What is right and wrong with the value. */
  get validity(): ValidityState {
    return this.internals.validity;
  }

  /** What is wrong, in words; '' if nothing is. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  /** Whether the value is checked at all: not while disabled or read-only. */
  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /** Whether the value is right. Shows nothing. */
  checkValidity(): boolean {
    return this.#ask('check');
  }

  /** Whether the value is right; if not, shows why and moves the focus here. */
  reportValidity(): boolean {
    this.touch();
    const isValid = this.#ask('report');
    if (!isValid) this.focus();
    return isValid;
  }

  /** Makes the value wrong for a reason of the host's own, until it is called again with ''. */
  setCustomValidity(message: string): void {
    this.#custom = message;
    this.syncForm();
    this.requestUpdate();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (!LIVE.has(name)) {
      super.attributeChangedCallback(name, old, value);
    } else if (old !== value) {
      this.requestUpdate(name, name === 'name' ? old : old !== null);
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Browsers look for it in what can have the focus itself, and has it at once.
    if (this.autofocus && !this.#hasBeenShown && !focusedElement()) this.focus();
    this.#hasBeenShown = true;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#removals += 1;
  }

  override requestUpdate(...what: Parameters<SessionElement['requestUpdate']>): void {
    super.requestUpdate(...what);
    const [name] = what;
    // Lit calls this in the base constructor as well, without a name and before there are fields.
    if (name !== undefined && (name === 'required' || this.formProperties.has(String(name)))) {
      this.syncForm();
    }
  }

  /** @internal */
  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#joined?.abort();
    this.#joined = new AbortController();
    form?.addEventListener('submit', () => this.submitted(), {signal: this.#joined.signal});
  }

  /** @internal */
  formDisabledCallback(disabled: boolean): void {
    this.#isDisabledAround = disabled;
    this.requestUpdate();
  }

  /** @internal */
  formResetCallback(): void {
    this.#isTouched = false;
    this.reset();
    this.requestUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const {validationMessage} = this;
    // There is an anchor only now, and the language may be another.
    this.syncForm();
    if (validationMessage && this.validationMessage && validationMessage !== this.validationMessage)
      queueMicrotask(() => this.requestUpdate());
    this.#giveFocus();
  }

  /** Properties on which validity or form value depend. */
  protected abstract get formProperties(): ReadonlySet<string>;

  /** What is wrong with the value, if the person can do something about it. */
  protected abstract findInvalidity(): Invalidity | undefined;

  protected abstract get formEntry(): FormEntry;

  /** What to focus, and where the browser points when it says what is wrong. */
  protected abstract get anchor(): HTMLElement | undefined;

  /** Goes back to the value before the person and the host changed it. */
  protected abstract reset(): void;

  /** The form is about to be sent. */
  protected abstract submitted(): void;

  /** Disabled by itself or from around. */
  protected get isDisabled(): boolean {
    return this.disabled || this.#isDisabledAround;
  }

  /** Whether errors are shown: not before the person has been here, or tried to submit. */
  protected get isTouched(): boolean {
    return this.#isTouched;
  }

  protected touch(): void {
    if (this.#isTouched) return;
    this.#isTouched = true;
    this.requestUpdate();
  }

  /** What a person did here before was done to another field. */
  protected untouch(): void {
    this.#isTouched = false;
    this.#handled = new WeakSet();
    this.#isHandled = false;
  }

  /**
   * Whether a person entered the text that an event tells of. Browsers fill in logins and addresses where nobody has been, with
   * events that look as if somebody had: that must not be sent to a third party. In a box that the page itself has moved the
   * focus to, `:autofill` tells Chromium and WebKit; Firefox reports a replacement.
   */
  protected isEntered(event: Event): boolean {
    const box = event.currentTarget as Element;
    if (this.#handled.has(box)) return true;
    const isFocused = (box.getRootNode() as ShadowRoot).activeElement === box;
    return isFocused && !tellsFilling(event, box);
  }

  /** Whether a person has been in the field, wherever in it: a control of the host's own may have any boxes. */
  protected get isUsed(): boolean {
    return this.#isHandled || this.matches(':focus-within');
  }

  /** Whether the browser filled in a control of the host's own by itself. What a script of the page does there is the host's. */
  protected isFilledIn(event: Event): boolean {
    if (!event.isTrusted || this.#isHandled) return false;
    return !this.isUsed || tellsFilling(event, event.composedPath()[0] as Element);
  }

  /** Switches a state that styles can ask for with `:state()`. */
  protected setState(name: string, on: boolean): void {
    setStates(this.internals, {[name]: on});
  }

  /** Tells the form about value and validity. */
  protected syncForm(): void {
    const {value, state} = this.formEntry;
    this.internals.setFormValue(value, state);
    const invalidity = this.#custom
      ? {flags: {customError: true}, message: this.#custom}
      : this.findInvalidity();
    if (!invalidity) this.internals.setValidity({});
    else this.internals.setValidity(invalidity.flags, invalidity.message, this.anchor);
  }

  /** Moves the focus into the field; as soon as its control is there, if nothing else has got the focus by then. */
  override focus(options?: FocusOptions): void {
    if (this.isDisabled) return;
    this.#awaitsFocus = {from: focusedElement(), ...(options && {options})};
    this.#giveFocus();
  }

  #giveFocus(): void {
    const {anchor} = this;
    const awaited = this.#awaitsFocus;
    if (!anchor || !awaited) return;
    // An element of the kit has nothing to focus before its first render.
    if (anchor instanceof LitElement && !anchor.hasUpdated)
      return void anchor.updateComplete.then(() => this.#giveFocus());
    if (focusedElement() === awaited.from) anchor.focus(awaited.options);
    // What waits for its choices takes no focus yet. Where the focus is here already, nothing is waited for.
    const isOver = focusedElement() !== awaited.from || this.matches(':focus-within');
    if (isOver) this.#awaitsFocus = undefined;
  }

  #ask(how: 'check' | 'report'): boolean {
    this.#asks = how;
    try {
      return how === 'check' ? this.internals.checkValidity() : this.internals.reportValidity();
    } finally {
      this.#asks = undefined;
    }
  }

  readonly #onGesture = (event: Event): void => {
    const [box] = event.composedPath();
    // Chromium announces what it fills in by plain events of these names.
    const isKey = !event.type.startsWith('key') || event instanceof KeyboardEvent;
    if (!box || !isKey) return;
    this.#handled.add(box);
    this.#isHandled = true;
  };

  /** While the focus is here, so that a press elsewhere is known before it takes the focus away. */
  #watchPresses(): void {
    this.#released = undefined;
    if (this.#presses) return;
    this.#presses = new AbortController();
    const onPress = (): void => {
      this.#released = released();
    };
    window.addEventListener('pointerdown', onPress, {
      capture: true,
      signal: this.#presses.signal,
    });
  }

  #onFocusOut(): void {
    const removals = this.#removals;
    const release = this.#released;
    this.#presses?.abort();
    this.#presses = undefined;
    const leave = (): void => {
      // Chromium blurs what is removed, if only to be moved; and who looks something up in another window has not left.
      if (removals === this.#removals && document.hasFocus()) this.touch();
    };
    // A message moves what is below it, which must not happen between a press on it and its release.
    if (release) void release.then(leave);
    else queueMicrotask(leave);
  }
}

/** What the browser itself says of it. */
function tellsFilling(event: Event, box: Element): boolean {
  const isReplaced = event instanceof InputEvent && event.inputType === 'insertReplacementText';
  return isReplaced || box.matches(':autofill');
}

/** Ends when what is pressed now was let go, and the click that makes is over. */
function released(): Promise<void> {
  return new Promise((resolve) => {
    const over = new AbortController();
    const onEnd = (): void => {
      over.abort();
      setTimeout(resolve);
    };
    for (const type of ['pointerup', 'pointercancel', 'dragend', 'blur'])
      window.addEventListener(type, onEnd, {capture: type !== 'blur', signal: over.signal});
  });
}

/**
 * Submits a form as Enter in a text field does: through its default button, so that `submitter` and a disabled button count.
 * @returns whether there was something to do, and it was done
 */
export function submitImplicitly(form: HTMLFormElement | null): boolean {
  if (!form) return false;
  const isSubmit = (element: Element): element is HTMLButtonElement | HTMLInputElement =>
    (element instanceof HTMLButtonElement && element.type === 'submit') ||
    (element instanceof HTMLInputElement &&
      (element.type === 'submit' || element.type === 'image'));
  const button = [...form.elements].find(isSubmit);
  if (button) button.click();
  else if (form.elements.length === 1) form.requestSubmit();
  else return false;
  return true;
}
