import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {ConnectedAccount} from '../../core/accounts/connected-account.js';
import type {accounts} from '../../i18n/en/accounts.js';
import type {Localizer} from '../../i18n/localize.js';
import type {ErrorWords} from '../../ui/message/error-words.js';
import {inlineError} from '../../ui/message/inline-error.js';
import {statusBadge, type Status} from '../../ui/status/status-badge.js';
import {detailsOf, statusLabel} from './account-details.js';
import {providerText} from './provider-text.js';

const STATUS: Readonly<Record<ConnectedAccount['status'], Status>> = {
  valid: 'connected',
  invalid: 'attention',
  pending: 'pending',
};

/** What signing in again is for: to make the account work, or to let it do more. */
type Renewal = 'reconnect' | 'resume' | 'grant';

/** What one account of the list is rendered from. */
export interface AccountRowOptions {
  readonly account: ConnectedAccount;
  readonly words: Localizer<typeof accounts>;
  readonly namesProvider: boolean;
  /** Whether the person can choose the account to work with. */
  readonly selectable: boolean;
  readonly isChosen: boolean;
  /** Whether there are scopes that can be asked for. */
  readonly wantsScopes: boolean;
  /** Signing in again has begun, and not led anywhere yet. */
  readonly isRenewing: boolean;
  readonly failure: ErrorWords | undefined;
  readonly onSelect: () => void;
  readonly onRenew: (event: Event) => void;
  readonly onDisconnect: () => void;
}

/** One account: who it is, how it stands, and what can be done about it. */
export function accountRow(options: AccountRowOptions): TemplateResult {
  const {account, words} = options;
  const name = providerText(account.accountIdentifier());
  const renewal = renewalOf(options);
  return html`
    <li class="account" part="account">
      ${options.selectable ? choiceView(options, name) : nothing}
      <div class="who">
        <p class="name" part="name">
          <span><bdi>${name}</bdi></span>
          ${statusBadge({status: STATUS[account.status], label: statusLabel(account, words)})}
        </p>
        ${detailsOf(account, words, options.namesProvider).map(
          (text) => html`<p class="more"><bdi>${text}</bdi></p>`,
        )}
        ${inlineError({error: options.failure})}
      </div>
      <div class="actions" part="actions">
        ${renewal ? renewButton(options, renewal, name) : nothing}
        <button
          type="button"
          class="button plain danger-text"
          aria-label=${words.term('disconnectAccount', name)}
          @click=${options.onDisconnect}
        >
          ${words.term('disconnect')}
        </button>
      </div>
    </li>
  `;
}

function renewalOf({account, wantsScopes}: AccountRowOptions): Renewal | undefined {
  if (account.status === 'valid') return wantsScopes ? 'grant' : undefined;
  return account.status === 'pending' ? 'resume' : 'reconnect';
}

function choiceView({words, isChosen, onSelect}: AccountRowOptions, name: string): TemplateResult {
  return html`<input
    class="choice"
    type="radio"
    name="account"
    aria-label=${`${words.term('choose')}: ${name}`}
    .checked=${live(isChosen)}
    @change=${onSelect}
  />`;
}

function renewButton(
  {words, isRenewing, onRenew}: AccountRowOptions,
  renewal: Renewal,
  name: string,
): TemplateResult {
  return html`<button
    type="button"
    class="button"
    aria-label=${words.term(`${renewal}Account`, name)}
    aria-busy=${isRenewing ? 'true' : 'false'}
    aria-disabled=${isRenewing ? 'true' : 'false'}
    @click=${onRenew}
  >
    ${words.term(renewal)}
  </button>`;
}
