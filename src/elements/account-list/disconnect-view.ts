import {html, type TemplateResult} from 'lit';
import type {ConnectedAccount} from '../../core/accounts/connected-account.js';
import {runningWorkflows} from '../../core/accounts/running-workflows.js';
import type {IntegrationTexts} from '../../core/integration-texts.js';
import type {accounts} from '../../i18n/en/accounts.js';
import type {Localizer} from '../../i18n/localize.js';
import type {ErrorWords} from '../../ui/message/error-words.js';
import type {DisconnectQuestion} from './disconnect-question.js';
import {providerText} from './provider-text.js';

interface DisconnectViewOptions {
  readonly question: DisconnectQuestion;
  readonly words: Localizer<typeof accounts>;
  /** Texts of the account's integration, which name its workflows. */
  readonly texts: IntegrationTexts | undefined;
  /** The account is of another source, and has no settings here. */
  readonly isOther: boolean;
  readonly failure: ErrorWords | undefined;
  readonly returnFocus: () => HTMLElement | null;
}

/** Asks before an account is disconnected: names it, and the workflows that stop. */
export function disconnectView(options: DisconnectViewOptions): TemplateResult {
  const {question, words, failure} = options;
  const {asked: account, isPending} = question;
  if (!account) return html`<pg-confirm></pg-confirm>`;
  const provider = providerText(account.providerName);
  return html`
    <pg-confirm
      open
      .heading=${words.term('disconnectHeading', providerText(account.accountIdentifier()))}
      .text=${words.term(options.isOther ? 'removeText' : 'disconnectText', provider)}
      .consequences=${consequencesOf(account, options)}
      .confirmLabel=${words.term('disconnect')}
      .pending=${isPending}
      .error=${failure}
      .returnFocus=${options.returnFocus}
      @pg-confirm=${() => void question.confirm(account)}
      @pg-dialog-close=${() => question.close()}
    ></pg-confirm>
  `;
}

function consequencesOf(
  account: ConnectedAccount,
  {words, texts}: DisconnectViewOptions,
): readonly string[] {
  const {named, unnamed} = runningWorkflows(account, texts);
  const stops = named.map((name) => words.term('workflowStops', providerText(name)));
  return unnamed > 0 ? [...stops, words.term('workflowsMore', unnamed)] : stops;
}
