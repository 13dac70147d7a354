import {html} from 'lit';
import {eyeIcon, eyeOffIcon} from '../../../ui/icons.js';
import type {ViewFactory} from '../control.js';
import {renderBox, renderTextInput, textBoxOf} from './text.js';

/**
 * A secret: hidden until the person asks to see it, and again as soon as they leave it or send it.
 *
 * It is a key of another service, so a browser must not put the password of this site here: browsers do so in spite of
 * `autocomplete="off"`, not with `new-password`. Pasting works, and what a person picks from a password manager (WCAG 3.3.8).
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
          renderTextInput(field, {
            ...textBoxOf(field, false),
            type: isRevealed ? 'text' : 'password',
            autocomplete: 'new-password',
          }),
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
