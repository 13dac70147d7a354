import {html, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {ConnectedAccount} from '../../core/accounts/connected-account.js';
import {runningWorkflows} from '../../core/accounts/running-workflows.js';
import type {PgError} from '../../core/errors.js';
import type {IntegrationTexts} from '../../core/integration-texts.js';
import {toPgError} from '../../core/answers.js';
import type {accounts} from '../../i18n/en/accounts.js';
import type {Localizer} from '../../i18n/localize.js';
import type {ErrorWords} from '../../ui/message/message.js';
import {emit} from '../emit.js';
import {providerText} from './account-row.js';

/** What is worth saying when a disconnection ends. */
export interface DisconnectListener {
  readonly onDisconnected: (account: ConnectedAccount) => void;
  /** It failed when the person had left the question already. */
  readonly onFailedLate: (failure: PgError) => void;
}

/**
 * Asks whether an account is to be disconnected, and does it. People may leave a question whose answer takes long, and ask
 * another one meanwhile.
 */
export class DisconnectQuestion {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #listener: DisconnectListener;
  readonly #pending = new Set<string>();
  #asked: ConnectedAccount | undefined;
  #failure: PgError | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, listener: DisconnectListener) {
    this.#host = host;
    this.#listener = listener;
  }

  /** The account that the question is about, while it is asked. */
  get asked(): ConnectedAccount | undefined {
    return this.#asked;
  }

  /** Whether the account that the question is about is being disconnected. */
  get isPending(): boolean {
    return this.#asked !== undefined && this.#pending.has(this.#asked.id);
  }

  /** Why the last attempt failed. */
  get failure(): PgError | undefined {
    return this.#failure;
  }

  /** @returns false if the host vetoed it */
  ask(account: ConnectedAccount): boolean {
    const {integration, id} = account;
    if (!emit(this.#host, 'pg-disconnect', {integration, credentialId: id})) return false;
    this.#failure = undefined;
    this.#asked = account;
    this.#host.requestUpdate();
    return true;
  }

  close(): void {
    this.#asked = undefined;
    this.#host.requestUpdate();
  }

  /** An account that is gone by other ways needs no answer any more. */
  closeIfGone(accounts: readonly ConnectedAccount[]): void {
    const {asked} = this;
    if (asked && !this.isPending && !accounts.some(({id}) => id === asked.id)) this.close();
  }

  /** The person agreed. */
  async confirm(account: ConnectedAccount): Promise<void> {
    const {integration, id} = account;
    const isAsked = (): boolean => this.#asked?.id === id;
    this.#pending.add(id);
    this.#failure = undefined;
    this.#host.requestUpdate();
    try {
      await account.destroy();
      this.#listener.onDisconnected(account);
      if (isAsked()) this.close();
      emit(this.#host, 'pg-disconnected', {integration, credentialId: id});
    } catch (error) {
      const failure = toPgError(error);
      if (isAsked()) this.#failure = failure;
      else this.#listener.onFailedLate(failure);
    } finally {
      this.#pending.delete(id);
      this.#host.requestUpdate();
    }
  }
}

export interface DisconnectViewOptions {
  readonly question: DisconnectQuestion;
  /** Of the account. */
  readonly name: string;
  readonly words: Localizer<typeof accounts>;
  /** Texts of the account's integration, which name its workflows. */
  readonly texts: IntegrationTexts | undefined;
  /** The account is of another source, and has no settings here. */
  readonly isOther: boolean;
  readonly failure: ErrorWords | undefined;
  readonly returnFocus: () => HTMLElement | null;
}

/** Asks before an account is disconnected: names it, and the workflows that stop. */
export function disconnectView(
  account: ConnectedAccount,
  options: DisconnectViewOptions,
): TemplateResult {
  const {question, words, failure} = options;
  const {isPending} = question;
  const provider = providerText(account.providerName);
  return html`
    <pg-confirm
      open
      .heading=${words.term('disconnectHeading', options.name)}
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
