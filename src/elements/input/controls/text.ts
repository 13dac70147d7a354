import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {stateless, type ViewFactory} from '../control.js';
import type {ControlField} from '../field.js';
import {textOf} from '../rules.js';

/** Text on one line. */
export type TextKind = 'text' | 'email' | 'url' | 'number';

interface Keyboard {
  readonly type: 'text' | 'email' | 'url';
  readonly inputmode?: 'decimal';
  readonly autocomplete: 'off' | 'email' | 'url';
  /** Words, so that the browser may correct them. */
  readonly prose: boolean;
}

const KEYBOARDS: Readonly<Record<TextKind, Keyboard>> = {
  text: {type: 'text', autocomplete: 'off', prose: false},
  email: {type: 'email', autocomplete: 'email', prose: false},
  url: {type: 'url', autocomplete: 'url', prose: false},
  // Not `type="number"`: that hides what it cannot read, follows the wheel, and rounds long ids.
  number: {type: 'text', inputmode: 'decimal', autocomplete: 'off', prose: false},
};

export function textView(kind: TextKind): ViewFactory {
  return stateless((field: ControlField) => renderText(field, kind));
}

function renderText(field: ControlField, kind: TextKind): TemplateResult {
  const {type, inputmode, autocomplete} = KEYBOARDS[kind];
  return renderBox(
    field,
    html`<input
      id="control"
      class="text"
      part="input"
      type=${type}
      inputmode=${inputmode ?? nothing}
      autocomplete=${autocomplete}
      autocapitalize="off"
      spellcheck="false"
      .value=${live(textOf(field.value))}
      placeholder=${field.placeholder || nothing}
      aria-labelledby="label"
      aria-describedby=${field.describedBy || nothing}
      aria-invalid=${field.invalid ? 'true' : 'false'}
      ?required=${field.required}
      ?disabled=${field.disabled}
      ?readonly=${field.readonly}
      @input=${onInput(field)}
      @change=${onChange(field, kind !== 'text')}
      @keydown=${onKeyDown(field)}
    />`,
  );
}

/** Parts of an address, which reads from left to right in every language. */
const ADDRESS = /:\/\/|^[./@]|[./@]$/;

/** The frame of a text field, with what stands before and after the text. */
export function renderBox(
  field: ControlField,
  input: TemplateResult,
  after?: unknown,
): TemplateResult {
  const {prefix, suffix} = field;
  const isAddress = ADDRESS.test(prefix) || ADDRESS.test(suffix);
  const classes = ['box', field.disabled ? 'disabled' : '', field.readonly ? 'readonly' : ''];
  return html`<div
    class=${classes.filter(Boolean).join(' ')}
    part="control"
    dir=${isAddress ? 'ltr' : nothing}
  >
    ${renderAffix('prefix', prefix)} ${input} ${renderAffix('suffix', suffix)} ${after ?? nothing}
  </div>`;
}

/** A label, so that a press on it goes to the text; not the name, which `aria-labelledby` gives. */
function renderAffix(which: 'prefix' | 'suffix', text: string): TemplateResult | typeof nothing {
  if (text === '') return nothing;
  return html`<label class="affix ${which}" for="control" part=${which}
    ><bdi id=${which}>${text}</bdi></label
  >`;
}

type TextElement = HTMLInputElement | HTMLTextAreaElement;
const elementOf = (event: Event): TextElement => event.currentTarget as TextElement;

/** The browser's own event stays inside: it carries what was typed, and comes before the value is right. */
export function onInput(field: ControlField): (event: Event) => void {
  return (event) => {
    event.stopPropagation();
    field.type(elementOf(event).value);
  };
}

/** @param trims spaces around are not meant */
export function onChange(field: ControlField, trims: boolean): (event: Event) => void {
  return (event) => {
    event.stopPropagation();
    const {value} = elementOf(event);
    if (trims && value !== value.trim()) field.type(value.trim());
    field.settle();
  };
}

/** The part of a key event that matters; only `keyCode` tells the last key of a composition in WebKit. */
interface Key {
  readonly key: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
  preventDefault(): void;
}

export function onKeyDown(field: ControlField): (event: Key) => void {
  return (event) => {
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
    field.settle();
    // The browser would do it only for a field of the same tree. Whoever listens around sees that it is done.
    if (field.submit()) event.preventDefault();
  };
}
