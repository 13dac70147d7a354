import {html, nothing, type TemplateResult} from 'lit';
import type {ConnectedAccount} from '../../core/accounts/connected-account.js';
import type {ConnectSession} from '../../core/compose.js';
import type {settings} from '../../i18n/en/settings.js';
import type {Localizer} from '../../i18n/localize.js';
import {emptyState} from '../../ui/message/empty-state.js';
import {note} from '../../ui/message/note.js';
import {plainText} from '../../ui/safe/text.js';

/** What the way back to a working account is rendered from. */
export interface ReconnectOptions {
  readonly words: Localizer<typeof settings>;
  readonly session: ConnectSession | undefined;
  readonly account: ConnectedAccount;
  /** Something typed waits for the account. */
  readonly isDirty: boolean;
  readonly onStage: (stage: string) => void;
}

/** The account that is asked for; else the one that was shown before, or the first one that works. */
export function chooseAccount(
  accounts: readonly ConnectedAccount[],
  credentialId: string | undefined,
  before: string | undefined,
): ConnectedAccount | undefined {
  if (credentialId) return accounts.find(({id}) => id === credentialId);
  return (
    accounts.find(({id}) => id === before) ??
    accounts.find(({status}) => status === 'valid') ??
    accounts[0]
  );
}

/** @param isGone an account was asked for, and it is not there */
export function noAccountView(
  words: Localizer<typeof settings>,
  name: string,
  isGone: boolean,
): TemplateResult {
  return emptyState({
    heading: words.term(isGone ? 'accountGoneHeading' : 'emptyHeading'),
    text: isGone ? words.term('accountGoneText') : words.term('emptyText', name),
  });
}

/** Says why the settings of an account cannot be changed, and reconnects it in place. */
export function reconnectView(options: ReconnectOptions): TemplateResult {
  const {words, session, account, isDirty, onStage} = options;
  const identifier = plainText(account.accountIdentifier(), 120);
  const name = plainText(account.providerName, 80);
  const isPending = account.status === 'pending';
  const text = isPending ? words.term('pendingText') : words.term('invalidText', name);
  return html`
    ${
      account.status === 'valid'
        ? nothing
        : note({
            tone: 'warning',
            heading: words.term(isPending ? 'pendingHeading' : 'invalidHeading', identifier),
            text: isDirty ? `${text} ${words.term('kept')}` : text,
          })
    }
    <pg-install-flow
      .session=${session}
      integration=${account.integration}
      .credential=${account.id}
      @pg-install-stage=${({detail}: CustomEvent<{readonly stage: string}>) => onStage(detail.stage)}
    ></pg-install-flow>
  `;
}

/** As tall as a few fields. */
export function settingsSkeleton(): TemplateResult {
  const field = html`<div class="skeleton">
    <span class="skeleton-line"></span><span class="skeleton-box"></span>
  </div>`;
  return html`<div class="fields" aria-hidden="true">${[field, field, field]}</div>`;
}
