import {html, type TemplateResult} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import {chevronDownIcon, closeIcon} from '../icons.js';

/** How the control of a combobox is shown: the part that is there while its popup is closed. */
export interface FieldView {
  /** Accessible name, in words: a label outside is not within reach of ids, and checkers do not see references to elements. */
  readonly name: string;
  /** What is typed, or chosen. */
  readonly text: string;
  readonly placeholder: string;
  /** The text stands for a value which has no label. */
  readonly isMissing: boolean;
  readonly isOpen: boolean;
  /** Id of the active option, or ''. */
  readonly activeId: string;
  readonly disabled: boolean;
  readonly readonly: boolean;
  readonly required: boolean;
  readonly invalid: boolean;
}

/** Class of the visible box. */
export function controlClass(view: FieldView, editable: boolean): string {
  const flags = [
    editable && 'editable',
    view.disabled && 'disabled',
    view.readonly && 'readonly',
    view.invalid && 'invalid',
  ];
  return ['control', ...flags].filter(Boolean).join(' ');
}

const truth = (value: boolean): 'true' | 'false' => (value ? 'true' : 'false');
const fieldClass = ({isMissing}: FieldView): string => (isMissing ? 'input missing' : 'input');

/** The field of an editable combobox. Its text is set by the owner, which knows when that would disturb a composition. */
export function renderInput(view: FieldView, onInput: () => void): TemplateResult {
  return html`<input
    id="field"
    class=${fieldClass(view)}
    part="input"
    role="combobox"
    aria-autocomplete="list"
    aria-label=${view.name}
    aria-expanded=${truth(view.isOpen)}
    aria-controls="listbox"
    aria-activedescendant=${view.activeId}
    aria-invalid=${truth(view.invalid)}
    aria-required=${truth(view.required)}
    autocomplete="off"
    autocapitalize="off"
    spellcheck="false"
    placeholder=${view.placeholder}
    ?disabled=${view.disabled}
    ?readonly=${view.readonly}
    @input=${onInput}
  />`;
}

/** The field of a select-only combobox. */
export function renderBox(view: FieldView): TemplateResult {
  return html`<div
    id="field"
    class=${fieldClass(view)}
    part="input"
    role="combobox"
    tabindex=${ifDefined(view.disabled ? undefined : 0)}
    aria-label=${view.name}
    aria-expanded=${truth(view.isOpen)}
    aria-controls="listbox"
    aria-activedescendant=${view.activeId}
    aria-disabled=${truth(view.disabled)}
    aria-readonly=${truth(view.readonly)}
    aria-invalid=${truth(view.invalid)}
    aria-required=${truth(view.required)}
  >
    ${view.text || html`<span class="placeholder">${view.placeholder}</span>`}
  </div>`;
}

/** The arrow: a button beside a text field, which a pointer needs; else a picture on a box that is a button itself. */
export function renderToggle(view: FieldView, isButton: boolean): TemplateResult {
  if (!isButton) return html`<span class="small-button" part="toggle">${chevronDownIcon}</span>`;
  return html`<button
    type="button"
    class="small-button"
    part="toggle"
    tabindex="-1"
    aria-label=${view.name}
    aria-expanded=${truth(view.isOpen)}
    aria-controls="listbox"
    ?disabled=${view.disabled || view.readonly}
  >
    ${chevronDownIcon}
  </button>`;
}

/** A small button with a cross. */
export function renderCross(
  name: string,
  part: string | undefined,
  onClick: () => void,
): TemplateResult {
  return html`<button
    type="button"
    class="small-button"
    part=${ifDefined(part)}
    tabindex=${ifDefined(part ? -1 : undefined)}
    aria-label=${name}
    @click=${onClick}
  >
    ${closeIcon}
  </button>`;
}

/**
 * Several chosen values, each with a button that removes it unless the box is locked.
 * @param nameRemove gives the name of the button for a value
 */
export function renderChips(
  texts: readonly string[],
  nameRemove: (text: string) => string,
  onRemove: ((index: number) => void) | undefined,
): TemplateResult {
  const chips = texts.map((text, index) =>
    onRemove
      ? html`<span class="chip" part="chip"
          ><span>${text}</span
          >${renderCross(nameRemove(text), undefined, () => onRemove(index))}</span
        >`
      : html`<span class="chip fixed" part="chip"><span>${text}</span></span>`,
  );
  // Describes the field, so that its values are read with it.
  return html`${chips}<span id="chosen" hidden>${texts.join(', ')}</span>`;
}

/** Below Chrome 135 and Firefox 136 elements cannot describe others: there a field says their words itself. */
const canRelate = (): boolean => 'ariaDescribedByElements' in Element.prototype;

/** Ties a field to what describes it in this root and in those outside, which ids cannot reach. */
export function describeBy(field: Element, descriptions: readonly Element[]): void {
  field.ariaDescribedByElements = descriptions.length > 0 ? [...descriptions] : null;
  if (canRelate()) return;
  const words = descriptions.map(({textContent}) => textContent.trim());
  field.ariaDescription = words.filter(Boolean).join(' ') || null;
}

/** Whether an event happened on or in a part of the control. */
export function isWithin(event: Event, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}
