import {html, nothing} from 'lit';
import {eyeIcon, eyeOffIcon} from '../../../ui/icons.js';
import type {ViewFactory} from '../control.js';
import type {ControlField} from '../field.js';
import {enteredText, renderBox, renderTextInput, textBoxOf, withoutBlanks} from './text.js';

/**
 * A secret: hidden until the person asks to see it, and again as soon as they leave it or send it.
 *
 * It is a key of another service, so a browser must not put the password of this site here: browsers do so in spite of
 * `autocomplete="off"`, not with `new-password`. Pasting works, and what a person picks from a password manager (WCAG 3.3.8).
 * Blanks around it are left out, which copies bring along unseen.
 */
export const passwordView: ViewFactory = (host) => {
  let isRevealed = false;
  let isTrimmed = false;
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
  const trim = (field: ControlField, text: string): boolean => {
    const bare = host.keepSpaces ? text : withoutBlanks(text);
    if (bare === text) return false;
    field.type(bare);
    field.announce(field.words.term('trimmed'));
    return true;
  };
  const onInput = (event: Event, field: ControlField): void => {
    const text = enteredText(event, field, field.value);
    if (text === undefined) return;
    const {inputType = ''} = event as Partial<InputEvent>;
    const isWhole = inputType === 'insertFromPaste' || inputType === 'insertFromDrop';
    isTrimmed = isWhole && trim(field, text);
    if (!isTrimmed) field.type(text);
  };
  const onChange = (event: Event, field: ControlField): void => {
    const text = enteredText(event, field, field.value);
    if (text === undefined) return;
    // Not shown: the person is on the way to something else, which must not move.
    trim(field, text);
    field.settle();
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
            onInput: (event) => onInput(event, field),
            onChange: (event) => onChange(event, field),
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
        ${isTrimmed ? html`<p class="trimmed" part="trimmed">${field.words.term('trimmed')}</p>` : nothing}
      </div>`;
    },
  };
};

/** A press on a button that belongs to a text must not take the focus from the text. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
