import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {ConnectedAccount} from '../../core/accounts/connected-account.js';
import type {accounts} from '../../i18n/en/accounts.js';
import type {Localizer} from '../../i18n/localize.js';
import {relativeTime} from '../../ui/relative-time.js';
import {statusBadge, type Status} from '../../ui/status/status-badge.js';
import {providerText} from './provider-text.js';

const STATUS: Readonly<Record<ConnectedAccount['status'], Status>> = {
  valid: 'connected',
  invalid: 'attention',
  pending: 'pending',
};

/** What one account of the list is rendered from. */
export interface AccountRowOptions {
  readonly account: ConnectedAccount;
  readonly words: Localizer<typeof accounts>;
  /** Accounts of several integrations are listed: each says which it is of. */
  readonly namesProvider: boolean;
  /** Whether the person can choose the account to work with. */
  readonly selectable: boolean;
  readonly isChosen: boolean;
  readonly onSelect: () => void;
  readonly onReconnect: (event: Event) => void;
  readonly onDisconnect: () => void;
}

/** One account: who it is, how it stands, and what can be done about it. */
export function accountRow(options: AccountRowOptions): TemplateResult {
  const {account, words} = options;
  const name = providerText(account.accountIdentifier());
  return html`
    <li class="account" part="account">
      ${options.selectable ? choiceView(options, name) : nothing}
      <div class="who">
        <p class="name" part="name">
          <span dir="auto">${name}</span>
          ${statusBadge({status: STATUS[account.status], label: words.term(account.status)})}
        </p>
        ${detailsOf(options, name).map((text) => html`<p class="more" dir="auto">${text}</p>`)}
      </div>
      <div class="actions" part="actions">
        ${account.status === 'valid' ? nothing : reconnectButton(options, name)}
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

function reconnectButton(
  {account, words, onReconnect}: AccountRowOptions,
  name: string,
): TemplateResult {
  const isPending = account.status === 'pending';
  return html`<button
    type="button"
    class="button"
    aria-label=${words.term(isPending ? 'resumeAccount' : 'reconnectAccount', name)}
    @click=${onReconnect}
  >
    ${words.term(isPending ? 'resume' : 'reconnect')}
  </button>`;
}

/** What else is known of an account, a line each, without what its name says already. */
function detailsOf(
  {account, words, namesProvider}: AccountRowOptions,
  name: string,
): readonly string[] {
  const provider = namesProvider ? account.providerTitle() : '';
  const also = [provider, account.label, account.emailAddress]
    .map(providerText)
    .filter((text, index, all) => text && text !== name && all.indexOf(text) === index);
  const lines = [also.join(' · ')];
  if (account.externalId && account.externalId !== name) {
    lines.push(words.term('externalId', providerText(account.externalId)));
  }
  if (account.status === 'invalid') lines.push(words.term('invalidHelp'));
  else if (account.status === 'pending') lines.push(words.term('pendingHelp'));
  else if (account.refreshedAt) {
    const when = relativeTime(account.refreshedAt, Date.now(), words.language);
    lines.push(words.term('refreshed', when));
  }
  return lines.filter(Boolean);
}
