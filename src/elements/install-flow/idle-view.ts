import {html, nothing, type TemplateResult} from 'lit';
import type {install} from '../../i18n/en/install.js';
import type {Localizer} from '../../i18n/localize.js';
import {connectedIcon} from '../../ui/icons.js';
import {type ErrorWords, inlineError} from '../../ui/message/message.js';

/** What the flow is rendered from before its start. */
export interface IdleOptions {
  readonly words: Localizer<typeof install>;
  /** The integration's name. */
  readonly name: string;
  /** The account that is connected already; how many there are, where there are several. */
  readonly connected: string | number | undefined;
  /** What the button does: the first account, one more, or the same one again. */
  readonly does: 'connect' | 'addAccount' | 'reconnect';
  /** Why it could not be started. */
  readonly error: ErrorWords | undefined;
  readonly onStart: () => void;
}

/** Before the start: the host's own way to it, or a button. */
export function idleView(options: IdleOptions): TemplateResult {
  const {words, name, connected, does, error, onStart} = options;
  const label = words.term(does, name);
  const text =
    typeof connected === 'number'
      ? words.term('connectedMany', name, connected)
      : connected && words.term('accountAdded', name, connected);
  return html`
    ${inlineError({error})}
    <slot name="idle">
      ${text ? html`<p class="at-rest">${connectedIcon}${text}</p>` : nothing}
      <button type="button" class="button primary" @click=${onStart}>${label}</button>
    </slot>
  `;
}
