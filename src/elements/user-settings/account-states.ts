import {html, nothing, type TemplateResult} from 'lit';
import type {ConnectedAccount} from '../../core/accounts/connected-account.js';
import type {ConnectSession} from '../../core/compose.js';
import type {settings} from '../../i18n/en/settings.js';
import type {Localizer} from '../../i18n/localize.js';
import {emptyState, note} from '../../ui/message/message.js';
import {plainText} from '../../ui/safe.js';

/** What the way back to a working account is rendered from. */
export interface ReconnectOptions {
  readonly words: Localizer<typeof settings>;
  readonly session: ConnectSession | undefined;
  readonly account: ConnectedAccount;
  readonly accountName: string;
  /** Something typed waits for the account. */
  readonly isDirty: boolean;
  readonly onStage: (stage: string) => void;
}

/** There is no account of the integration. */
export function noAccountView(words: Localizer<typeof settings>, name: string): TemplateResult {
  return emptyState({heading: words.term('emptyHeading'), text: words.term('emptyText', name)});
}

/** What the ways on from an account that is gone are rendered from. */
export interface GoneOptions {
  readonly words: Localizer<typeof settings>;
  readonly session: ConnectSession | undefined;
  readonly integration: string;
  /** Those that are left. */
  readonly accounts: readonly (readonly [id: string, name: string])[];
  readonly onChoose: (credentialId: string) => void;
  readonly onConnected: (credentialId: string) => void;
}

/** Says that the account is not there any more, and offers the others and a new one: which one it is to be, only the person knows. */
export function goneView(options: GoneOptions): TemplateResult {
  const {words, session, integration, accounts, onChoose, onConnected} = options;
  return html`
    ${note({
      tone: 'warning',
      heading: words.term('accountGoneHeading'),
      text: words.term('accountGoneText'),
      action: html`${accounts.map(
        ([id, name]) =>
          html`<button type="button" class="button" @click=${() => onChoose(id)}>
            ${words.term('useAccount', name)}
          </button>`,
      )}`,
    })}
    <pg-install-flow
      .session=${session}
      integration=${integration}
      .allowMultiple=${accounts.length > 0}
      @pg-installed=${({detail}: CustomEvent<{readonly credentialId: string}>) =>
        onConnected(detail.credentialId)}
    ></pg-install-flow>
  `;
}

/** Says why the settings of an account cannot be changed, and reconnects it in place. */
export function reconnectView(options: ReconnectOptions): TemplateResult {
  const {words, session, account, accountName, isDirty, onStage} = options;
  const name = plainText(account.providerName, 80);
  const isPending = account.status === 'pending';
  const text = isPending ? words.term('pendingText') : words.term('invalidText', name);
  return html`
    ${
      account.status === 'valid'
        ? nothing
        : note({
            tone: 'warning',
            heading: words.term(isPending ? 'pendingHeading' : 'invalidHeading', accountName),
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
