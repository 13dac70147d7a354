import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {ConnectedAccount} from '../../core/account.js';
import type {PgError} from '../../core/errors.js';
import {toPgError} from '../../core/parse-error.js';
import {runningWorkflows} from '../../core/running-workflows.js';
import type {ConnectSession} from '../../core/session.js';
import type {SessionSnapshot} from '../../core/snapshot.js';
import {accounts as words} from '../../i18n/en/accounts.js';
import {Localizer} from '../../i18n/localize.js';
import {baseStyles, buttonStyles} from '../../ui/base-styles.js';
import {emptyState} from '../../ui/message/empty-state.js';
import {LiveRegion} from '../../ui/message/live-region.js';
import {messageStyles} from '../../ui/message/message-styles.js';
import {relativeTime} from '../../ui/relative-time.js';
import {plainText} from '../../ui/safe/text.js';
import {skeletonCard, skeletonStyles} from '../../ui/skeleton/skeleton.js';
import {statusBadge, statusStyles, type Status} from '../../ui/status/status-badge.js';
import {emit} from '../emit.js';
import type {PgInstallFlow} from '../install-flow/install-flow.js';
import {SessionElement} from '../session-element.js';
import {SessionView} from '../session-view.js';
import {accountListStyles} from './account-list-styles.js';

const STATUS: Readonly<Record<ConnectedAccount['status'], Status>> = {
  valid: 'connected',
  invalid: 'attention',
  pending: 'pending',
};

interface FlowTask {
  readonly integration: string;
  /** Account to sign in again; none to add one. */
  readonly credential: string | undefined;
}

/** Longest provider text that is shown (UTF-16 units). */
const MAX_TEXT = 160;

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

  @state() private asked: ConnectedAccount | undefined;
  @state() private pending = false;
  @state() private failure: PgError | undefined;
  @state() private flowOpen = false;
  /** What the install flow below the list is for. */
  @state() private task: FlowTask | undefined;

  @query('pg-install-flow') private readonly flow!: PgInstallFlow | null;

  readonly #words = new Localizer(this, 'accounts', words);
  readonly #view = new SessionView(this);
  readonly #live = new LiveRegion(this);

  protected override watched(
    session: ConnectSession,
    snapshot: SessionSnapshot,
  ): readonly unknown[] {
    return this.integration ? [session.integration(this.integration)] : [snapshot.integrations];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // An account that is gone by other ways needs no answer any more.
    if (this.asked && !this.pending && !this.current?.account(this.asked.id))
      this.asked = undefined;
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
    const name = plainText(account.accountIdentifier(), MAX_TEXT);
    const needs = account.status !== 'valid';
    return html`
      <li class="account" part="account">
        ${
          this.selectable
            ? html`<input
                class="choice"
                type="radio"
                name="account"
                aria-label=${`${this.#words.term('choose')}: ${name}`}
                .checked=${account.id === this.credential}
                @change=${() => this.#onSelect(account)}
              />`
            : nothing
        }
        <div class="who">
          <p class="name" part="name">
            <span dir="auto">${name}</span>
            ${statusBadge({
              status: STATUS[account.status],
              label: this.#words.term(account.status),
            })}
          </p>
          ${this.#details(account, name).map((text) => html`<p class="more" dir="auto">${text}</p>`)}
        </div>
        <div class="actions" part="actions">
          ${
            needs
              ? html`<button
                  type="button"
                  class="button"
                  aria-label=${this.#words.term(
                    account.status === 'pending' ? 'resumeAccount' : 'reconnectAccount',
                    name,
                  )}
                  @click=${() => this.#onReconnect(account)}
                >
                  ${this.#words.term(account.status === 'pending' ? 'resume' : 'reconnect')}
                </button>`
              : nothing
          }
          <button
            type="button"
            class="button plain danger-text"
            aria-label=${this.#words.term('disconnectAccount', name)}
            @click=${() => this.#onDisconnect(account)}
          >
            ${this.#words.term('disconnect')}
          </button>
        </div>
      </li>
    `;
  }

  #details(account: ConnectedAccount, name: string): readonly string[] {
    const provider = this.integration ? '' : account.providerTitle();
    const also = [provider, account.label, account.emailAddress]
      .map((text) => plainText(text, MAX_TEXT))
      .filter((text, index, all) => text && text !== name && all.indexOf(text) === index);
    const lines = [also.join(' · ')];
    if (account.externalId && account.externalId !== name) {
      lines.push(this.#words.term('externalId', plainText(account.externalId, MAX_TEXT)));
    }
    if (account.status === 'invalid') lines.push(this.#words.term('invalidHelp'));
    else if (account.status === 'pending') lines.push(this.#words.term('pendingHelp'));
    else if (account.refreshedAt) {
      const when = relativeTime(account.refreshedAt, Date.now(), this.#words.language);
      lines.push(this.#words.term('refreshed', when));
    }
    return lines.filter(Boolean);
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
    const canAdd = this.integration && !this.withoutAdd && !this.flowOpen;
    return html`
      ${
        canAdd && hasAccounts
          ? html`<div>
              <button type="button" class="button" @click=${() => this.#onAdd()}>
                ${this.#words.term('add', name)}
              </button>
            </div>`
          : nothing
      }
      <div class="flow" ?hidden=${!this.flowOpen}>
        <pg-install-flow
          .session=${this.current}
          .integration=${this.task?.integration ?? this.integration ?? ''}
          .credential=${this.task?.credential}
          .allowMultiple=${this.task !== undefined && this.task.credential === undefined}
          @pg-install-stage=${this.#onStage}
          @pg-error=${() => (this.flowOpen = true)}
        ></pg-install-flow>
      </div>
    `;
  }

  #renderConfirmation(): TemplateResult | typeof nothing {
    const account = this.asked;
    if (!account) return html`<pg-confirm></pg-confirm>`;
    const {named, unnamed} = runningWorkflows(account, this.current?.texts(account.integration));
    const stops = named.map((name) => this.#words.term('workflowStops', plainText(name, MAX_TEXT)));
    if (unnamed > 0) stops.push(this.#words.term('workflowsMore', unnamed));
    return html`
      <pg-confirm
        open
        .heading=${this.#words.term('disconnectHeading', plainText(account.accountIdentifier(), MAX_TEXT))}
        .text=${this.#words.term('disconnectText', plainText(account.providerName, 80))}
        .consequences=${stops}
        .confirmLabel=${this.#words.term('disconnect')}
        .pending=${this.pending}
        .error=${this.failure && this.#view.words(this.failure)}
        .returnFocus=${() => this.renderRoot.querySelector<HTMLElement>('button')}
        @pg-confirm=${() => void this.#onConfirm(account)}
        @pg-dialog-close=${() => (this.asked = undefined)}
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

  #onReconnect({integration, id}: ConnectedAccount): void {
    this.#startFlow({integration, credential: id});
  }

  #onAdd(): void {
    if (this.integration) this.#startFlow({integration: this.integration, credential: undefined});
  }

  /** Starts the flow, which is there already, within this click: browsers open the sign-in window only then. */
  #startFlow(task: FlowTask): void {
    const {flow} = this;
    if (!flow) return;
    if (flow.stage === 'done') this.flowOpen = false;
    this.task = task;
    flow.integration = task.integration;
    flow.credential = task.credential;
    flow.allowMultiple = task.credential === undefined;
    flow.start();
  }

  #onStage(event: CustomEvent<{readonly stage: string}>): void {
    this.flowOpen = event.detail.stage !== 'cancelled';
  }

  #onDisconnect(account: ConnectedAccount): void {
    const {integration, id} = account;
    if (!emit(this, 'pg-disconnect', {integration, credentialId: id})) return;
    this.failure = undefined;
    this.asked = account;
  }

  async #onConfirm(account: ConnectedAccount): Promise<void> {
    this.pending = true;
    this.failure = undefined;
    try {
      await account.destroy();
      this.asked = undefined;
      const {integration, id} = account;
      emit(this, 'pg-disconnected', {integration, credentialId: id});
      const name = plainText(account.accountIdentifier(), MAX_TEXT);
      this.#live.announce(this.#words.term('disconnected', name));
    } catch (error) {
      this.failure = toPgError(error);
    } finally {
      this.pending = false;
    }
  }
}
