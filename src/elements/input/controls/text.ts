import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {stateless, type ViewFactory} from '../control.js';
import type {ControlField} from '../field.js';
import {textOf} from '../rules.js';

/** Text on one line. */
export type TextKind = 'text' | 'email' | 'url' | 'number';

/** A text box, its title and frame apart. */
export interface TextBox {
  readonly id: string;
  readonly type?: 'text' | 'email' | 'url' | 'password';
  readonly inputmode?: 'decimal';
  /** A secret says `new-password`: browsers put the password of the site into `off`, and its user name into the box before. */
  readonly autocomplete?: 'off' | 'email' | 'url' | 'new-password';
  readonly value: string;
  readonly placeholder?: string;
  readonly labelledBy?: string;
  readonly describedBy: string;
  readonly invalid: boolean;
  readonly required: boolean;
  readonly onInput: (event: Event) => void;
  readonly onChange: (event: Event) => void;
}

const KEYBOARDS: Readonly<Record<TextKind, Pick<TextBox, 'type' | 'inputmode' | 'autocomplete'>>> =
  {
    text: {},
    email: {type: 'email', autocomplete: 'email'},
    url: {type: 'url', autocomplete: 'url'},
    // Not `type="number"`: that hides what it cannot read, follows the wheel, and rounds long ids.
    number: {inputmode: 'decimal'},
  };

/** A single line. The attributes after `autocomplete` tell password managers that the site's login has no place here. */
export function renderTextInput(field: ControlField, box: TextBox): TemplateResult {
  return html`<input
    id=${box.id}
    class="text"
    part="input"
    type=${box.type ?? 'text'}
    inputmode=${box.inputmode ?? nothing}
    autocomplete=${box.autocomplete ?? 'off'}
    data-1p-ignore
    data-bwignore
    data-lpignore="true"
    data-protonpass-ignore="true"
    data-form-type="other"
    autocapitalize="off"
    autocorrect="off"
    spellcheck="false"
    .value=${live(box.value)}
    placeholder=${box.placeholder || nothing}
    aria-labelledby=${box.labelledBy ?? nothing}
    aria-describedby=${box.describedBy || nothing}
    aria-invalid=${box.invalid ? 'true' : 'false'}
    ?required=${box.required}
    ?disabled=${field.disabled}
    ?readonly=${field.readonly}
    @input=${box.onInput}
    @change=${box.onChange}
    @keydown=${onKeyDown(field)}
  />`;
}

/**
 * The box of a field that is one text.
 * @param trims spaces around are not meant
 */
export function textBoxOf(field: ControlField, trims: boolean): TextBox {
  return {
    id: 'control',
    value: textOf(field.value),
    placeholder: field.placeholder,
    labelledBy: 'label',
    describedBy: field.describedBy,
    invalid: field.invalid,
    required: field.required,
    onInput: onInput(field),
    onChange: onChange(field, trims),
  };
}

export function textView(kind: TextKind): ViewFactory {
  return stateless((field) =>
    renderBox(
      field,
      renderTextInput(field, {...textBoxOf(field, kind !== 'text'), ...KEYBOARDS[kind]}),
    ),
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
  const classes = [
    'box',
    (prefix !== '' || suffix !== '') && 'joined',
    field.disabled && 'disabled',
    field.readonly && 'readonly',
  ];
  return html`<div
    class=${classes.filter(Boolean).join(' ')}
    part="control"
    dir=${isAddress ? 'ltr' : nothing}
  >
    ${renderAffix('prefix', prefix)} ${input} ${renderAffix('suffix', suffix)} ${after ?? nothing}
  </div>`;
}

/** Describes the text. No label of it, which would be another name. */
function renderAffix(which: 'prefix' | 'suffix', text: string): TemplateResult | typeof nothing {
  if (text === '') return nothing;
  return html`<span class="affix ${which} to-control" part=${which}
    ><bdi id=${which}>${text}</bdi></span
  >`;
}

type TextElement = HTMLInputElement | HTMLTextAreaElement;

/** Puts the text back that was there before the browser filled it in. */
export function putBack(element: TextElement, text: string): void {
  element.value = text;
  // Chromium marks it as filled in after the event, until its text is set again.
  setTimeout(() => {
    const {value} = element;
    if (element.matches(':autofill')) element.value = value;
  });
}

/**
 * The text that a person entered, or undefined where the browser filled it in by itself: that is taken out again. The browser's
 * own event stays inside: it carries what was typed, and comes before the value is right.
 */
export function enteredText(
  event: Event,
  field: ControlField,
  present: unknown,
): string | undefined {
  event.stopPropagation();
  const element = event.currentTarget as TextElement;
  if (field.isEntered(event)) return element.value;
  putBack(element, textOf(present));
  return undefined;
}

function onInput(field: ControlField): (event: Event) => void {
  return (event) => {
    const text = enteredText(event, field, field.value);
    if (text !== undefined) field.type(text);
  };
}

/** Blanks of every kind, and what copies bring along unseen: zero-width spaces, joiners and byte order marks. */
const BLANKS = /^[\s\u200b-\u200d\u2060\ufeff]+|[\s\u200b-\u200d\u2060\ufeff]+$/g;

/** A text without the blanks around it. */
export function withoutBlanks(text: string): string {
  return text.replace(BLANKS, '');
}

/** @param trims spaces around are not meant */
function onChange(field: ControlField, trims: boolean): (event: Event) => void {
  return (event) => {
    const text = enteredText(event, field, field.value);
    if (text === undefined) return;
    if (trims && text !== text.trim()) field.type(text.trim());
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

function onKeyDown(field: ControlField): (event: Key) => void {
  return (event) => {
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
    field.settle();
    // The browser would do it only for a field of the same tree. Whoever listens around sees that it is done.
    if (field.submit()) event.preventDefault();
  };
}

const growsByItself = (): boolean => CSS.supports('field-sizing', 'content');

/** Text on several lines, as high as it needs to be up to a limit of the styles. */
export const textareaView: ViewFactory = (host) => {
  const grow = (): void => {
    const area = host.renderRoot.querySelector('textarea');
    if (!area || growsByItself()) return;
    area.style.setProperty('block-size', 'auto');
    area.style.setProperty('block-size', `${area.scrollHeight}px`);
  };
  return {
    update() {
      void host.updateComplete.then(grow);
    },
    render: (field) =>
      renderBox(
        field,
        html`<textarea
          id="control"
          class="text"
          part="input"
          rows="3"
          autocomplete="off"
          .value=${live(textOf(field.value))}
          placeholder=${field.placeholder || nothing}
          aria-labelledby="label"
          aria-describedby=${field.describedBy || nothing}
          aria-invalid=${field.invalid ? 'true' : 'false'}
          ?required=${field.required}
          ?disabled=${field.disabled}
          ?readonly=${field.readonly}
          @input=${onInput(field)}
          @change=${onChange(field, false)}
        ></textarea>`,
      ),
  };
};
