import type {TemplateResult} from 'lit';
import {PgError} from '../../core/errors.js';
import {putBack} from './controls/text.js';
import type {ControlField, InputField} from './field.js';
import type {InputReplacement, InputReplacements} from './inputs-context.js';
import {textOf} from './rules.js';

/** The replacement for a type, if the host has one. */
export function findReplacement(
  replacements: InputReplacements | undefined,
  type: string,
): InputReplacement | undefined {
  if (!replacements) return undefined;
  if (replacements instanceof Map)
    return (replacements as ReadonlyMap<string, InputReplacement>).get(type);
  return Object.hasOwn(replacements, type)
    ? (replacements as Readonly<Record<string, InputReplacement>>)[type]
    : undefined;
}

/** What a replacement element may have; those it does not know do no harm. */
interface ReplacementElement extends HTMLElement {
  field?: InputField;
  value?: unknown;
  invalid?: boolean;
  message?: string;
  disabled?: boolean;
}

interface Callbacks {
  /** Called when a tag that was not known has become so. */
  readonly onDefined: () => void;
  /** Called when the host's code throws, once an input. */
  readonly onFailed: (error: PgError) => void;
  /** Whether a person has been in the field. */
  readonly isUsed: () => boolean;
}

/** Keeps one element of the host's in the place of a control. */
export class ReplacedControl {
  readonly #on: Callbacks;
  #element: ReplacementElement | undefined;
  #field: ControlField | undefined;
  #waiting: string | undefined;
  /** Type of the input whose replacement failed, and was told of. */
  #failed: string | undefined;
  /** The browser filled in a box that nobody can look into. */
  #isFilledIn = false;

  constructor(callbacks: Callbacks) {
    this.#on = callbacks;
  }

  /**
   * What to show; undefined while the tag is not that of a custom element, or where the host's code throws: then the kit's own control
   * stands in.
   */
  render(
    replacement: InputReplacement,
    field: ControlField,
  ): TemplateResult | HTMLElement | undefined {
    const {type} = field.input;
    try {
      return this.#show(replacement, field);
    } catch (cause) {
      this.#element = undefined;
      if (this.#failed !== type)
        this.#on.onFailed(new PgError('bad-input', `.inputs threw for ${type}.`, {cause}));
      this.#failed = type;
      return undefined;
    }
  }

  /** The host's element, for focus. */
  get element(): HTMLElement | undefined {
    return this.#element;
  }

  /**
   * Takes out what the browser filled in by itself, which the host's control does not hear of: logins of the site are nothing for
   * a third party.
   */
  takeOut(event: Event): void {
    event.stopImmediatePropagation();
    const [box] = event.composedPath();
    if (box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)
      putBack(box, textOf(this.#field?.value));
    else this.#isFilledIn = true;
  }

  #show(
    replacement: InputReplacement,
    field: ControlField,
  ): TemplateResult | HTMLElement | undefined {
    this.#field = field;
    if (typeof replacement === 'function') {
      this.#element = undefined;
      return replacement(publicField(field));
    }
    const tag = replacement.toLowerCase();
    if (!customElements.get(tag)) {
      this.#element = undefined;
      this.#waitFor(tag);
      return undefined;
    }
    if (this.#element?.localName !== tag) this.#element = this.#create(tag);
    const {value, invalid, message, disabled} = field;
    const shared = publicField(field);
    return Object.assign(this.#element, {field: shared, value, invalid, message, disabled});
  }

  #create(tag: string): ReplacementElement {
    const element: ReplacementElement = document.createElement(tag);
    element.id = 'control';
    element.setAttribute('part', 'control');
    element.addEventListener('input', (event) => {
      if (this.#hears(event, element)) this.#field?.type(element.value);
    });
    element.addEventListener('change', (event) => {
      if (this.#hears(event, element)) this.#field?.change(element.value);
    });
    return element;
  }

  #hears(event: Event, element: ReplacementElement): boolean {
    event.stopPropagation();
    this.#isFilledIn &&= !this.#on.isUsed();
    if (this.#isFilledIn) element.value = this.#field?.value;
    return !this.#isFilledIn;
  }

  #waitFor(tag: string): void {
    if (this.#waiting === tag) return;
    this.#waiting = tag;
    // Rejects for what can never be a tag.
    customElements.whenDefined(tag).then(
      () => {
        if (this.#waiting === tag) this.#on.onDefined();
      },
      () => undefined,
    );
  }
}

/** The part of a field that is a promise to hosts. */
function publicField(field: ControlField): InputField {
  const {input, label, description, value, invalid, message} = field;
  const {disabled, readonly, required, change} = field;
  return Object.freeze({
    input,
    label,
    description,
    value,
    invalid,
    message,
    disabled,
    readonly,
    required,
    change,
  });
}
