import {html, nothing, type TemplateResult} from 'lit';
import type {install} from '../../i18n/en/install.js';
import type {Localizer} from '../../i18n/localize.js';
import {breakable} from '../../ui/breakable.js';
import {checkIcon} from '../../ui/icons.js';
import {type ErrorWords, inlineError, note} from '../../ui/message/message.js';
import {linkView, type LinkedIntegration} from './link-view.js';

/** What the flow is rendered from after its end. */
export interface DoneOptions {
  readonly words: Localizer<typeof install>;
  /** The integration's name. */
  readonly name: string;
  /** What the person knows the account by, if it is known. */
  readonly account: string | undefined;
  /** What they know a second one by, which another window has added since. */
  readonly second: string | undefined;
  /** The account has been signed in again. */
  readonly isReconnected: boolean;
  /** Required settings that have no value yet, by title; '' if there are none. */
  readonly missing: string;
  readonly isRemoving: boolean;
  readonly error: ErrorWords | undefined;
  readonly integration: LinkedIntegration;
  /** There is something to set for the account. */
  readonly hasSettings: boolean;
  readonly onClose: (next: 'settings' | 'nothing') => void;
  readonly onKeep: () => void;
  readonly onRemove: () => void;
}

/** After the end: the host's own confirmation, or one sentence. */
export function doneView(options: DoneOptions): TemplateResult {
  const {words, name, account: who, second} = options;
  const text = !who
    ? words.term('connected', name)
    : options.isReconnected
      ? words.term('reconnected', who)
      : words.term('accountAdded', name, who);
  const {integration, hasSettings, onClose} = options;
  return html`
    <slot name="done">
      <div class="panel" part="panel">
        <div class="top">${linkView(integration, 'linked')}</div>
        <div class="stage">
          <div class="done" part="done">
            <span class="emblem drawn" aria-hidden="true">${checkIcon}</span>
            <p class="heading" tabindex="-1">${breakable(text)}</p>
          </div>
          ${options.missing ? note({tone: 'info', text: words.term('next', options.missing)}) : nothing}
        </div>
        <div class="actions" part="actions">
          <button
            type="button"
            class=${hasSettings ? 'button' : 'button primary main'}
            @click=${() => onClose('nothing')}
          >
            ${words.term('done')}
          </button>
          ${
            hasSettings
              ? html`<button
                  type="button"
                  class="button primary main"
                  @click=${() => onClose('settings')}
                >
                  ${words.term('chooseSettings')}
                </button>`
              : nothing
          }
        </div>
      </div>
    </slot>
    ${inlineError({error: options.error})}
    ${second === undefined ? nothing : secondView(options, second)}
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
