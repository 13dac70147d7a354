import {html, nothing, type TemplateResult} from 'lit';
import type {install} from '../../i18n/en/install.js';
import type {Localizer} from '../../i18n/localize.js';
import {connectedIcon} from '../../ui/icons.js';
import {type ErrorWords, inlineError, note} from '../../ui/message/message.js';
import {plainText} from '../../ui/safe.js';

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
      : connected && words.term('accountAdded', name, plainText(connected, 120));
  return html`
    ${inlineError({error})}
    <slot name="idle">
      ${text ? html`<p class="at-rest">${connectedIcon}${text}</p>` : nothing}
      <button type="button" class="button primary" @click=${onStart}>${label}</button>
    </slot>
  `;
}

/** What the flow is rendered from after its end. */
export interface DoneOptions {
  readonly words: Localizer<typeof install>;
  /** The integration's name. */
  readonly name: string;
  /** What the person knows the account by, if it is known. */
  readonly account: string | undefined;
  /** What they know a second one by, which another window has added since. */
  readonly second: string | undefined;
  readonly isRemoving: boolean;
  readonly error: ErrorWords | undefined;
  readonly onKeep: () => void;
  readonly onRemove: () => void;
}

/** After the end: the host's own confirmation, or one sentence. */
export function doneView(options: DoneOptions): TemplateResult {
  const {words, name, account, second} = options;
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
    ${inlineError({error: options.error})}
    ${second === undefined ? nothing : secondView(options, plainText(second, 120))}
  `;
}

function secondView(
  {words, name, isRemoving, onKeep, onRemove}: DoneOptions,
  second: string,
): TemplateResult {
  const busy = isRemoving ? 'true' : 'false';
  return note({
    tone: 'warning',
    text: words.term('secondText', name, second),
    action: html`
      <button type="button" class="button" @click=${onKeep}>${words.term('secondKeep')}</button>
      <button
        type="button"
        class="button"
        aria-busy=${busy}
        aria-disabled=${busy}
        @click=${onRemove}
      >
        ${words.term('secondRemove', second)}
      </button>
    `,
  });
}
