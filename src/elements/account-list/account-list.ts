import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {ConnectedAccount} from '../../core/accounts/connected-account.js';
import {runningWorkflows} from '../../core/accounts/running-workflows.js';
import type {ConnectSession} from '../../core/session/session.js';
import type {SessionSnapshot} from '../../core/session/snapshot.js';
import {accounts as words} from '../../i18n/en/accounts.js';
import {Localizer} from '../../i18n/localize.js';
import {baseStyles, buttonStyles} from '../../ui/base-styles.js';
import {emptyState} from '../../ui/message/empty-state.js';
import {LiveRegion} from '../../ui/message/live-region.js';
import {messageStyles} from '../../ui/message/message-styles.js';
import {plainText} from '../../ui/safe/text.js';
import {skeletonCard, skeletonStyles} from '../../ui/skeleton/skeleton.js';
import {statusStyles} from '../../ui/status/status-badge.js';
import {emit} from '../emit.js';
import {SessionElement} from '../session-element.js';
import {SessionView} from '../session-view.js';
import {accountListStyles} from './account-list-styles.js';
import {accountRow} from './account-row.js';
import {DisconnectQuestion} from './disconnect-question.js';
import {FocusReturn} from './focus-return.js';
import {ListFlow} from './list-flow.js';
import {providerText} from './provider-text.js';

/**
 * The user's accounts of one integration, or of all: how each stands, what to do about it, reconnect, disconnect, add another.
 *
 * @summary Connected accounts
 * @slot empty - Shown when there is no account
 * @fires {CustomEvent<{integration: string, credentialId: string}>} pg-account-select - The person chose the account to work with
 * @fires {CustomEvent<{integration: string, credentialId: string}>} pg-disconnect - Cancelable; the person wants to disconnect, before they are asked
 * @fires {CustomEvent<{integration: string, credentialId: string}>} pg-disconnected - The account is disconnected
 * @csspart base - All of it
 * @csspart list - The list
 * @csspart account - One account
 * @csspart name - Its identifier
 * @csspart status - Its status
 * @csspart actions - Its buttons
 * @csspart empty - The empty state
 * @csspart error - What failed
 */
export class PgAccountList extends SessionElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    messageStyles,
    skeletonStyles,
    statusStyles,
    accountListStyles,
  ];

  /** Type of the integration; absent, the accounts of all are listed. */
  @property() integration: string | undefined;

  /** Id of the account that is chosen, when `selectable`. */
  @property() credential: string | undefined;

  /** Lets the person choose the account to work with. */
  @property({type: Boolean}) selectable = false;

  /** Leaves out the button that adds an account. */
  @property({type: Boolean, attribute: 'without-add'}) withoutAdd = false;

  readonly #words = new Localizer(this, 'accounts', words);
  readonly #view = new SessionView(this);
  readonly #live = new LiveRegion(this);
  readonly #focus = new FocusReturn(this);
  readonly #flow = new ListFlow(this, this.#focus);
  readonly #question = new DisconnectQuestion(this, {
    onDisconnected: (account) => {
      const name = providerText(account.accountIdentifier());
      this.#live.announce(this.#words.term('disconnected', name));
    },
    onFailedLate: (failure) => this.#live.announce(this.#view.words(failure).text, 'assertive'),
  });

  protected override watched(
    session: ConnectSession,
    snapshot: SessionSnapshot,
  ): readonly unknown[] {
    return this.integration ? [session.integration(this.integration)] : [snapshot.integrations];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#question.closeIfGone(this.current);
    if (changed.has('integration')) this.#flow.close();
    else this.#flow.closeIfGone(this.current);
  }

  protected override render(): TemplateResult {
    return html`
      <div class="base" part="base">${this.#live.render()}${this.#renderBody()}</div>
      ${this.#renderConfirmation()}
    `;
  }

  #renderBody(): unknown {
    const session = this.current;
    const gate = this.#view.gate(session, skeletonCard());
    if (gate !== undefined || !session) return gate;
    if (this.integration && !this.#view.integration(session, this.integration)) {
      return this.#view.unknown(this.integration);
    }
    const list = this.#accounts(session);
    return html`
      ${list.length > 0 ? this.#renderList(list) : this.#renderEmpty()}
      ${this.#renderFlow(list.length > 0)}
    `;
  }

  #renderList(list: readonly ConnectedAccount[]): TemplateResult {
    const [first] = list;
    const label =
      this.integration && first
        ? this.#words.term('list', plainText(first.providerName, 80))
        : this.#words.term('listAll');
    return html`
      <ul class="list" part="list" role="list" aria-label=${label}>
        ${repeat(
          list,
          ({id}) => id,
          (account) => this.#renderAccount(account),
        )}
      </ul>
    `;
  }

  #renderAccount(account: ConnectedAccount): TemplateResult {
    const {integration, id} = account;
    return accountRow({
      account,
      words: this.#words,
      namesProvider: !this.integration,
      selectable: this.selectable,
      isChosen: id === this.credential,
      onSelect: () => this.#onSelect(account),
      onReconnect: (event) => this.#flow.start({integration, credential: id}, event),
      onDisconnect: () => this.#onDisconnect(account),
    });
  }

  #renderEmpty(): TemplateResult {
    return html`<slot name="empty">
      ${emptyState({
        heading: this.#words.term('emptyHeading'),
        text: this.#words.term('emptyText'),
      })}
    </slot>`;
  }

  #renderFlow(hasAccounts: boolean): TemplateResult {
    const name = plainText(this.current?.integration(this.integration ?? '')?.name, 80);
    const {task, isOpen, isBusy} = this.#flow;
    const canAdd = this.integration && !this.withoutAdd && !isBusy;
    return html`
      ${
        canAdd && hasAccounts
          ? html`<div>
              <button type="button" class="button add" @click=${this.#onAdd}>
                ${this.#words.term('add', name)}
              </button>
            </div>`
          : nothing
      }
      <div class="flow" ?hidden=${!isOpen}>
        <pg-install-flow
          .session=${this.current}
          .integration=${task?.integration ?? this.integration ?? ''}
          .credential=${task?.credential}
          .allowMultiple=${task !== undefined && task.credential === undefined}
          @pg-install-stage=${this.#flow.onStage}
          @pg-installed=${this.#flow.onInstalled}
          @pg-error=${() => this.#flow.open()}
        ></pg-install-flow>
      </div>
    `;
  }

  #renderConfirmation(): TemplateResult | typeof nothing {
    const {asked: account, isPending, failure} = this.#question;
    if (!account) return html`<pg-confirm></pg-confirm>`;
    const {named, unnamed} = runningWorkflows(account, this.current?.texts(account.integration));
    const stops = named.map((name) => this.#words.term('workflowStops', providerText(name)));
    if (unnamed > 0) stops.push(this.#words.term('workflowsMore', unnamed));
    return html`
      <pg-confirm
        open
        .heading=${this.#words.term('disconnectHeading', providerText(account.accountIdentifier()))}
        .text=${this.#words.term('disconnectText', plainText(account.providerName, 80))}
        .consequences=${stops}
        .confirmLabel=${this.#words.term('disconnect')}
        .pending=${isPending}
        .error=${failure && this.#view.words(failure)}
        .returnFocus=${() => this.#focus.next()}
        @pg-confirm=${() => void this.#question.confirm(account)}
        @pg-dialog-close=${() => this.#question.close()}
      ></pg-confirm>
    `;
  }

  #accounts(session: ConnectSession): readonly ConnectedAccount[] {
    if (this.integration) return session.integration(this.integration)?.accounts ?? [];
    return session.snapshot.integrations.flatMap(({accounts}) => accounts);
  }

  #onSelect({integration, id}: ConnectedAccount): void {
    this.credential = id;
    emit(this, 'pg-account-select', {integration, credentialId: id});
  }

  #onAdd(event: Event): void {
    const {integration} = this;
    if (integration) this.#flow.start({integration, credential: undefined}, event);
  }

  #onDisconnect(account: ConnectedAccount): void {
    // The question hands the focus back itself.
    if (this.#question.ask(account)) this.#focus.remember(null);
  }
}
