import {html, type TemplateResult} from 'lit';
import type {install} from '../../i18n/en/install.js';
import type {Localizer} from '../../i18n/localize.js';
import {connectedIcon} from '../../ui/icons.js';
import type {ErrorWords} from '../../ui/message/error-words.js';
import {inlineError} from '../../ui/message/inline-error.js';
import {plainText} from '../../ui/safe/text.js';

/** What the flow is rendered from before its start. */
export interface IdleOptions {
  readonly words: Localizer<typeof install>;
  /** The integration's name. */
  readonly name: string;
  /** What the button does: the first account, one more, or the same one again. */
  readonly does: 'connect' | 'addAccount' | 'reconnect';
  /** Why it could not be started. */
  readonly error: ErrorWords | undefined;
  readonly onStart: () => void;
}

/** Before the start: the host's own way to it, or a button. */
export function idleView({words, name, does, error, onStart}: IdleOptions): TemplateResult {
  const label = words.term(does, name);
  return html`
    ${inlineError({error})}
    <slot name="idle">
      <button type="button" class="button primary" @click=${onStart}>${label}</button>
    </slot>
  `;
}

/**
 * After the end: the host's own confirmation, or one sentence.
 * @param account what the person knows the account by, if it is known
 */
export function doneView(
  words: Localizer<typeof install>,
  name: string,
  account: string | undefined,
): TemplateResult {
  const text = account
    ? words.term('accountAdded', name, plainText(account, 120))
    : words.term('connected', name);
  return html`
    <slot name="done">
      <div class="done" part="done">
        ${connectedIcon}
        <p class="heading" tabindex="-1">${text}</p>
      </div>
    </slot>
  `;
}
