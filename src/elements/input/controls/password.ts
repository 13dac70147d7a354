import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {eyeIcon, eyeOffIcon} from '../../../ui/icons.js';
import type {ViewFactory} from '../control.js';
import {textOf} from '../rules.js';
import {onChange, onInput, onKeyDown, renderBox} from './text.js';

/**
 * A secret: hidden until the person asks to see it, and again as soon as they leave it or send it.
 *
 * `autocomplete="off"`, since it is a key of another service: a browser must not put the password of this site here. Pasting
 * and password managers work (WCAG 3.3.8): the field is a plain `type="password"`, and managers do not heed `off`.
 */
export const passwordView: ViewFactory = (host) => {
  let isRevealed = false;
  const reveal = (revealed: boolean): void => {
    if (revealed === isRevealed) return;
    const input = host.renderRoot.querySelector<HTMLInputElement>('#control');
    const [start, end] = [input?.selectionStart ?? null, input?.selectionEnd ?? null];
    isRevealed = revealed;
    host.requestUpdate();
    // Some browsers put the caret elsewhere when the type changes.
    void host.updateComplete.then(() => input?.setSelectionRange(start, end));
  };
  const onFocusOut = (event: FocusEvent): void => {
    const {currentTarget, relatedTarget} = event;
    const stays = relatedTarget instanceof Node && (currentTarget as Node).contains(relatedTarget);
    if (!stays) reveal(false);
  };
  const onClick = (event: MouseEvent): void => {
    reveal(!isRevealed);
    // From a pointer the focus goes to the text, so that there is something to leave; a keyboard stays on the button.
    if (event.detail > 0) host.renderRoot.querySelector<HTMLInputElement>('#control')?.focus();
  };
  return {
    submitted: () => reveal(false),
    render(field) {
      const name = field.words.term('revealField', field.label);
      return html`<div class="secret" @focusout=${onFocusOut}>
        ${renderBox(
          field,
          html`<input
            id="control"
            class="text"
            part="input"
            type=${isRevealed ? 'text' : 'password'}
            autocomplete="off"
            autocapitalize="off"
            autocorrect="off"
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
            @change=${onChange(field, false)}
            @keydown=${onKeyDown(field)}
          />`,
          html`<button
            type="button"
            class="tool"
            part="reveal"
            aria-pressed=${isRevealed ? 'true' : 'false'}
            aria-label=${name}
            ?disabled=${field.disabled}
            @mousedown=${keepFocus}
            @click=${onClick}
          >
            ${isRevealed ? eyeOffIcon : eyeIcon}
          </button>`,
        )}
      </div>`;
    },
  };
};

/** A press on a button that belongs to a text must not take the focus from the text. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
