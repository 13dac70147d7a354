import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
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
  /** Ids of the accounts that are being disconnected. */
  @state() private pending: ReadonlySet<string> = new Set();
  @state() private failure: PgError | undefined;
  @state() private flowOpen = false;
  /** Whether the install flow below the list has done its work, and just says so. */
  @state() private flowDone = false;
  /** What the install flow below the list is for. */
  @state() private task: FlowTask | undefined;

  @query('pg-install-flow') private readonly flow!: PgInstallFlow | null;

  readonly #words = new Localizer(this, 'accounts', words);
  readonly #view = new SessionView(this);
  readonly #live = new LiveRegion(this);
  /** The account that the install flow has connected. */
  #connected: string | undefined;
  /** The button that began the install flow. */
  #invoker: EventTarget | null = null;

  protected override watched(
    session: ConnectSession,
    snapshot: SessionSnapshot,
  ): readonly unknown[] {
    return this.integration ? [session.integration(this.integration)] : [snapshot.integrations];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const {asked, current} = this;
    // An account that is gone by other ways needs no answer any more.
    if (asked && !this.pending.has(asked.id) && !current?.account(asked.id)) this.asked = undefined;
    const shown = this.task?.credential ?? this.#connected;
    const isGone = current !== undefined && shown !== undefined && !current.account(shown);
    if (changed.has('integration') || isGone) this.#closeFlow();
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
                .checked=${live(account.id === this.credential)}
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
                  @click=${(event: Event) => this.#onReconnect(account, event)}
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
    const canAdd = this.integration && !this.withoutAdd && (!this.flowOpen || this.flowDone);
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
      <div class="flow" ?hidden=${!this.flowOpen}>
        <pg-install-flow
          .session=${this.current}
          .integration=${this.task?.integration ?? this.integration ?? ''}
          .credential=${this.task?.credential}
          .allowMultiple=${this.task !== undefined && this.task.credential === undefined}
          @pg-install-stage=${this.#onStage}
          @pg-installed=${this.#onInstalled}
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
        .pending=${this.pending.has(account.id)}
        .error=${this.failure && this.#view.words(this.failure)}
        .returnFocus=${() => this.#nextFocus()}
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

  #onReconnect({integration, id}: ConnectedAccount, event: Event): void {
    this.#startFlow({integration, credential: id}, event);
  }

  #onAdd(event: Event): void {
    const {integration} = this;
    if (integration) this.#startFlow({integration, credential: undefined}, event);
  }

  /** Starts the flow, which is there already, within this click: browsers open the sign-in window only then. */
  #startFlow(task: FlowTask, {currentTarget}: Event): void {
    const {flow} = this;
    if (!flow) return;
    if (flow.stage === 'done') this.#closeFlow();
    this.task = task;
    this.#invoker = currentTarget;
    flow.integration = task.integration;
    flow.credential = task.credential;
    flow.allowMultiple = task.credential === undefined;
    flow.start();
    if (this.flowOpen) void this.#moveFocus(() => flow);
  }

  #closeFlow(): void {
    this.flowOpen = false;
    this.flowDone = false;
    this.task = undefined;
    this.#connected = undefined;
  }

  #onStage({detail}: CustomEvent<{readonly stage: string}>): void {
    this.flowOpen = detail.stage !== 'cancelled';
    this.flowDone = detail.stage === 'done';
    const {flow} = this;
    const hadFocus = flow !== null && this.shadowRoot?.activeElement === flow;
    if (!this.flowOpen && hadFocus) void this.#moveFocus(() => this.#nextFocus());
  }

  #onInstalled({detail}: CustomEvent<{readonly credentialId: string}>): void {
    this.#connected = detail.credentialId;
  }

  /** Focuses what there is once everything is rendered. */
  async #moveFocus(target: () => HTMLElement | null): Promise<void> {
    await this.updateComplete;
    await this.flow?.updateComplete;
    target()?.focus();
  }

  /** Where focus goes when what had it is gone: back where it came from, else to what is there. */
  #nextFocus(): HTMLElement | null {
    const invoker = this.#invoker;
    this.#invoker = null;
    if (invoker instanceof HTMLElement && invoker.isConnected) return invoker;
    const {renderRoot} = this;
    const button = invoker && renderRoot.querySelector<HTMLElement>('.add');
    const base = renderRoot.querySelector<HTMLElement>('.base');
    // An empty list has no button.
    if (base) base.tabIndex = -1;
    return button ?? renderRoot.querySelector<HTMLElement>('button') ?? base;
  }

  #onDisconnect(account: ConnectedAccount): void {
    const {integration, id} = account;
    if (!emit(this, 'pg-disconnect', {integration, credentialId: id})) return;
    this.failure = undefined;
    this.#invoker = null;
    this.asked = account;
  }

  async #onConfirm(account: ConnectedAccount): Promise<void> {
    const {integration, id} = account;
    // People may leave a question whose answer takes long, and ask another one meanwhile.
    const isAsked = (): boolean => this.asked?.id === id;
    this.pending = new Set([...this.pending, id]);
    this.failure = undefined;
    try {
      await account.destroy();
      if (isAsked()) this.asked = undefined;
      emit(this, 'pg-disconnected', {integration, credentialId: id});
      const name = plainText(account.accountIdentifier(), MAX_TEXT);
      this.#live.announce(this.#words.term('disconnected', name));
    } catch (error) {
      const failure = toPgError(error);
      if (isAsked()) this.failure = failure;
      else this.#live.announce(this.#view.words(failure).text, 'assertive');
    } finally {
      this.pending = new Set([...this.pending].filter((one) => one !== id));
    }
  }
}
