import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {ConnectedAccount} from '../../core/accounts/connected-account.js';
import type {MissingSetting} from '../../core/accounts/missing-settings.js';
import {runningWorkflows} from '../../core/accounts/running-workflows.js';
import {canAskScopes, hasSignInWindow, missingScopes} from '../../core/install/scopes.js';
import type {ConnectSession} from '../../core/compose.js';
import type {SessionSnapshot} from '../../core/session/snapshot.js';
import {toPgError} from '../../core/answers.js';
import {accounts as words} from '../../i18n/en/accounts.js';
import {Localizer} from '../../i18n/localize.js';
import {exportParts} from '../../ui/export-parts.js';
import {baseStyles} from '../../ui/base-styles.js';
import {adoptStyles, setStates} from '../../ui/dom.js';
import {buttonStyles} from '../../ui/button-styles.js';
import {emptyState, note} from '../../ui/message/message.js';
import {checkStyles} from '../../ui/check-styles.js';
import {logoStyles} from '../../ui/icon-image/logo-styles.js';
import {MenuController} from '../../ui/menu/menu.js';
import {menuStyles} from '../../ui/menu/menu-styles.js';
import {LiveRegion} from '../../ui/message/live-region.js';
import {messageStyles} from '../../ui/message/message-styles.js';
import {plainText} from '../../ui/safe.js';
import {skeletonCard, skeletonLines, skeletonStyles} from '../../ui/skeleton/skeleton.js';
import {statusStyles} from '../../ui/status/status-badge.js';
import {accountName} from '../../ui/account-name.js';
import {AccountReference} from '../account-reference.js';
import {emit, report} from '../emit.js';
import {titlesOf} from '../input/texts.js';
import {confirm} from '../lazy-confirm.js';
import {LazyCode, LazyElement, LazyElements} from '../lazy-elements.js';
import type {NameForm} from '../name-form.js';
import {SessionElement} from '../session-element.js';
import {SessionView} from '../session-view.js';
import {isRunSuspended} from '../suspension.js';
import {accountListStyles} from './account-list-styles.js';
import {accountRow, providerText} from './account-row.js';
import {
  DisconnectQuestion,
  disconnectView,
  type DisconnectViewOptions,
} from './disconnect-question.js';
import {FocusReturn, ListFlow} from './list-flow.js';
import {SteadyOrder} from './steady-order.js';
import {OtherAccounts, Redirection, type OtherAccount} from './other-accounts.js';

const installFlow = new LazyElement(
  'pg-install-flow',
  () => import('../install-flow/pg-install-flow.js'),
);

/** Where the host lets people rename accounts. */
const nameForm = new LazyCode(() => import('../name-form.js'));

const userSettings = new LazyElement(
  'pg-user-settings',
  () => import('../user-settings/pg-user-settings.js'),
);

/**
 * The user's accounts of one integration, or of all: how each stands, what to do about it, reconnect, disconnect, add another. Shows
 * accounts of other sources too, such as Clerk's.
 *
 * @summary Connected accounts
 * @slot empty - Shown when there is no account
 * @fires {CustomEvent<{integration: string, credentialId: string}>} pg-account-select - The person chose the account to work with
 * @fires {CustomEvent<{integration: string, credentialId: string}>} pg-disconnect - Cancelable; the person wants to disconnect, before they are asked
 * @fires {CustomEvent<{integration: string, credentialId: string}>} pg-disconnected - The account is disconnected
 * @fires {CustomEvent<PgEventDetails['pg-install']>} pg-install - Cancelable; the person wants to connect an account, or to sign one in again
 * @fires {CustomEvent<PgEventDetails['pg-redirect']>} pg-redirect - Cancelable; an account of `accounts` is signed in again at this address, for which the page is about to be left
 * @fires {CustomEvent<PgEventDetails['pg-error']>} pg-error - There is no such account (`account-not-found`), or the element is set up wrongly
 * @fires {CustomEvent<PgEventDetails['pg-select']>} pg-select - Cancelable; the person wants to fill in what is missing (`action: 'manage'`, `credentialId`). Shows the settings itself unless you prevent it
 * @csspart base - All of it
 * @csspart list - The list
 * @csspart account - One account
 * @csspart name - Its identifier
 * @csspart status - Its status
 * @csspart picture - Its picture, or what stands for it
 * @csspart actions - What is due
 * @csspart menu-button - Opens its menu
 * @csspart menu - Its menu
 * @csspart naming - Form for another name
 * @csspart note - The chosen account is gone
 * @csspart empty - The empty state
 * @csspart error - What failed
 * @cssState incomplete - A required setting of an account has no value
 */
export class PgAccountList extends SessionElement {
  static {
    this.addInitializer(exportParts);
  }

  static override styles = [
    baseStyles,
    buttonStyles,
    messageStyles,
    skeletonStyles,
    statusStyles,
    checkStyles,
    logoStyles,
    menuStyles,
    accountListStyles,
  ];

  /** Type of the integration; absent, the accounts of all are listed. */
  @property() integration: string | undefined;

  /** Id or external id of the account that is chosen, when `selectable`. */
  @property() credential: string | undefined;

  /** Lets the person choose the account to work with. */
  @property({type: Boolean}) selectable = false;

  /** Leaves out the button that adds an account. */
  @property({type: Boolean, attribute: 'without-add'}) withoutAdd = false;

  /** Where the provider sends the person after signing in again. For accounts of `accounts`, this page unless told otherwise. */
  @property({attribute: 'redirect-url'}) redirectUrl: string | undefined;

  /**
   * Accounts of another source in place of the session's, for example Clerk's `user.externalAccounts`; null while they are not
   * there yet. Set it again when they change.
   */
  @property({attribute: false}) accounts: readonly OtherAccount[] | null | undefined;

  /** Scopes that the application needs, by integration or provider. Accounts without them offer to grant them, where that works. */
  @property({attribute: false}) additionalScopes:
    Readonly<Record<string, readonly string[]>> | undefined;

  /** How the page is left for the sign-in of an account of `accounts`. */
  @property({attribute: false}) navigate: ((url: string) => void) | undefined;

  /** The account whose settings are to be filled in here. */
  @state() private finishing: string | undefined;

  readonly #internals = this.attachInternals();
  readonly #words = new Localizer(this, 'accounts', words);
  readonly #view = new SessionView(this);
  readonly #live = new LiveRegion(this);
  readonly #lazy = new LazyElements(this, this.#view, [installFlow, confirm]);
  readonly #focus = new FocusReturn(this);
  readonly #menus = new MenuController(this);
  readonly #flow = new ListFlow(this, this.#focus);
  readonly #others = new OtherAccounts();
  readonly #reference = new AccountReference(this);
  readonly #redirection = new Redirection(this, (url) => {
    if (this.navigate) this.navigate(url);
    else location.assign(url);
  });
  readonly #question = new DisconnectQuestion(this, {
    onDisconnected: (account) => {
      this.#others.onDestroyed(account);
      const name = this.#nameOf(account);
      this.#live.announce(this.#words.term('disconnected', name));
    },
    onFailedLate: (failure) => this.#live.announce(this.#view.words(failure).text, 'assertive'),
  });
  readonly #order = new SteadyOrder();
  #list: readonly ConnectedAccount[] = [];
  /** Gives an account another name. */
  #naming: {readonly credentialId: string; readonly form: NameForm} | undefined;

  /** Moves focus to the button that began what is over, else to the first one. */
  override focus(options?: FocusOptions): void {
    this.#focus.next()?.focus(options);
  }

  protected override get needsSession(): boolean {
    return this.accounts === undefined;
  }

  protected override watched(
    session: ConnectSession,
    snapshot: SessionSnapshot,
  ): readonly unknown[] {
    return this.integration ? [session.integration(this.integration)] : [snapshot.integrations];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const accounts = this.#readAccounts();
    // A host's own list has the host's order.
    this.#list = this.accounts ? accounts : this.#order.of(accounts);
    const isMeant = this.selectable && !this.accounts;
    this.#reference.resolve(this.current, isMeant ? this.credential : undefined, this.integration);
    const isIncomplete = this.#list.some((one) => this.#missingOf(one).length > 0);
    setStates(this.#internals, {incomplete: isIncomplete});
    this.#question.closeIfGone(this.#list);
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
    if (this.accounts) return this.#list.length > 0 ? this.#renderList() : this.#renderEmpty();
    if (this.accounts === null) return skeletonCard();
    const session = this.current;
    // What is typed below the list stays in sight for when the user is signed in again.
    const isHeld = isRunSuspended(session, this.#flow.task?.integration);
    const gate = isHeld ? undefined : this.#view.gate(session, skeletonCard());
    if (gate !== undefined || !session) return gate;
    if (this.integration && !this.#view.integration(session, this.integration)) {
      return this.#view.unknown(this.integration);
    }
    return html`
      ${this.#list.length > 0 ? this.#renderList() : this.#renderEmpty()} ${this.#renderSettings()}
      ${this.#renderFlow()}
    `;
  }

  #renderList(): TemplateResult {
    const [first] = this.#list;
    const label =
      this.integration && first
        ? this.#words.term('list', plainText(first.providerName, 80))
        : this.#words.term('listAll');
    return html`
      ${
        this.#reference.error
          ? note({
              tone: 'warning',
              heading: this.#view.words(this.#reference.error).text,
              text: this.#words.term('chooseAnother'),
            })
          : nothing
      }
      ${this.selectable ? html`<p class="caption" aria-hidden="true">${this.#words.term('choose')}</p>` : nothing}
      <div
        role=${this.selectable ? 'radiogroup' : nothing}
        aria-label=${this.selectable ? this.#words.term('choose') : nothing}
      >
        <ul class="list" part="list" role="list" aria-label=${label}>
          ${repeat(
            this.#list,
            ({id}) => id,
            (account) => this.#renderAccount(account),
          )}
        </ul>
      </div>
    `;
  }

  #missingOf(account: ConnectedAccount): readonly MissingSetting[] {
    return this.current?.missingSettings(account) ?? [];
  }

  #renderAccount(account: ConnectedAccount): TemplateResult {
    const failure = this.#redirection.failureOf(account);
    const texts = this.current?.texts(account.integration);
    const missing = this.#missingOf(account).map(({input}) => input);
    const {named} = runningWorkflows(account, texts);
    return accountRow({
      account,
      name: this.#nameOf(account),
      words: this.#words,
      namesProvider: !this.integration,
      selectable: this.selectable,
      picture: this.#pictureOf(account),
      integration: this.current?.integration(account.integration),
      isChosen: account.id === (this.#reference.account?.id ?? this.credential),
      wantsScopes: this.#scopesFor(account).length > 0,
      missing: missing.length > 0 ? titlesOf(missing, this.#words.languageOf('missing')) : '',
      workflows:
        named.length > 0
          ? new Intl.ListFormat(this.#words.languageOf('stopped')).format(named.map(providerText))
          : '',
      renewable: this.#renewableAs(account),
      isRenewing: this.#redirection.isPending(account),
      failure: failure && this.#view.words(failure),
      onSelect: () => this.#onSelect(account),
      menus: this.#menus,
      nameForm: this.#naming?.credentialId === account.id ? this.#naming.form.render() : undefined,
      onRenew: (invoker) => this.#onRenew(account, invoker),
      onRename: this.#canRename ? () => void this.#onRename(account) : undefined,
      onFinish: () => this.#onFinish(account),
      onDisconnect: () => this.#onDisconnect(account),
    });
  }

  #renderEmpty(): TemplateResult {
    return html`<slot name="empty">
      ${emptyState({
        heading: this.#words.term('emptyHeading'),
        text: this.#words.term('emptyText'),
        action: this.#canAdd ? this.#renderAdd('connect') : undefined,
      })}
    </slot>`;
  }

  #renderAdd(label: 'add' | 'connect'): TemplateResult {
    const name = plainText(this.current?.integration(this.integration ?? '')?.name, 80);
    return html`<button type="button" class="button add" @click=${this.#onAdd}>
      ${this.#words.term(label, name)}
    </button>`;
  }

  #renderFlow(): TemplateResult {
    const {task, isOpen} = this.#flow;
    const flow = (): TemplateResult =>
      html`<pg-install-flow
        .session=${this.current}
        .integration=${task?.integration ?? this.integration ?? ''}
        .credential=${task?.credential}
        .allowMultiple=${task !== undefined && task.credential === undefined}
        .additionalScopes=${task?.additionalScopes ?? []}
        .redirectUrl=${this.redirectUrl}
        @pg-install-stage=${this.#flow.onStage}
        @pg-installed=${this.#flow.onInstalled}
        @pg-error=${() => this.#flow.open()}
      ></pg-install-flow>`;
    return html`
      ${this.#canAdd && this.#list.length > 0 ? html`<div>${this.#renderAdd('add')}</div>` : nothing}
      <div class="flow" ?hidden=${!isOpen}>
        ${isOpen || installFlow.isDefined ? this.#lazy.render(installFlow, flow, skeletonLines(3)) : nothing}
      </div>
    `;
  }

  /** Settings of the account that the person wants to finish. */
  #renderSettings(): unknown {
    const account = this.#list.find(({id}) => id === this.finishing);
    if (!account) return nothing;
    const settings = (): TemplateResult =>
      html`<pg-user-settings
        .session=${this.current}
        .integration=${account.integration}
        .credential=${account.id}
      ></pg-user-settings>`;
    return html`<div class="flow">
      ${this.#lazy.render(userSettings, settings, skeletonLines(3))}
    </div>`;
  }

  #renderConfirmation(): unknown {
    const {asked, failure} = this.#question;
    // There before it is asked, so that a click only opens it.
    if (!asked) {
      return confirm.isDefined && !this.isHydrating ? html`<pg-confirm></pg-confirm>` : nothing;
    }
    const options: DisconnectViewOptions = {
      question: this.#question,
      name: this.#nameOf(asked),
      words: this.#words,
      texts: this.current?.texts(asked.integration),
      isOther: Boolean(this.accounts),
      failure: failure && this.#view.words(failure),
      returnFocus: () => this.#focus.next(),
    };
    return this.#lazy.render(confirm, () => disconnectView(asked, options), nothing);
  }

  /** A provider's picture may be anywhere; the host's own, and those of accounts that it brings, are its choice. */
  #pictureOf({displayPicture, imageUrl}: ConnectedAccount): string {
    const isShown = this.accounts !== undefined || this.current?.showsImage(imageUrl) === true;
    return displayPicture ?? (isShown ? imageUrl : '');
  }

  #nameOf(account: ConnectedAccount): string {
    return accountName(account, this.#view.common);
  }

  get #canAdd(): boolean {
    const isKnown = this.integration && this.current?.integration(this.integration);
    return Boolean(isKnown) && !this.accounts && !this.withoutAdd && !this.#flow.isBusy;
  }

  #readAccounts(): readonly ConnectedAccount[] {
    if (this.accounts) {
      const all = this.#others.read(this.accounts);
      return this.integration
        ? all.filter(({integration}) => integration === this.integration)
        : all;
    }
    if (this.integration) return this.current?.integration(this.integration)?.accounts ?? [];
    return this.current?.snapshot.integrations.flatMap(({accounts}) => accounts) ?? [];
  }

  /** Scopes that the account lacks and can be asked for. */
  #scopesFor(account: ConnectedAccount): readonly string[] {
    const {integration} = account;
    const scopes = this.additionalScopes ?? {};
    const wanted = (Object.hasOwn(scopes, integration) && scopes[integration]) || [];
    const missing = missingScopes(account, wanted);
    if (missing.length === 0 || this.accounts) return missing;
    return this.current && canAskScopes(this.current, integration) ? missing : [];
  }

  #onSelect({integration, id}: ConnectedAccount): void {
    this.credential = id;
    emit(this, 'pg-account-select', {integration, credentialId: id});
  }

  #onAdd({currentTarget}: Event): void {
    const {integration} = this;
    if (integration) this.#flow.start({integration, credential: undefined}, currentTarget);
  }

  #onRenew(account: ConnectedAccount, invoker: HTMLElement): void {
    const {integration, id: credential} = account;
    const additionalScopes = this.#scopesFor(account);
    const {redirectUrl} = this;
    if (!this.accounts) this.#flow.start({integration, credential, additionalScopes}, invoker);
    else {
      const options = {additionalScopes, ...(redirectUrl && {redirectUrl})};
      void this.#redirection.start(account, options);
    }
  }

  /** Accounts of another source have their names from there. */
  get #canRename(): boolean {
    return !this.accounts && this.current?.namer?.canRename === true;
  }

  async #onRename(account: ConnectedAccount): Promise<void> {
    const {id: credentialId} = account;
    await nameForm.load().catch((error: unknown) => report(this, toPgError(error)));
    if (!nameForm.code) return;
    adoptStyles(this, nameForm.code.nameFormStyles);
    const words = this.#words;
    const name = this.#nameOf(account);
    const form = new nameForm.code.NameForm({
      host: this,
      words: () => ({
        label: words.term('renameLabel', name),
        save: words.term('renameSave'),
        cancel: this.#view.common.term('cancel'),
        blank: words.term('renameBlank'),
      }),
      name: account.isNamed ? name : '',
      save: async (next) => this.current?.namer?.rename(credentialId, next),
      onClose: () => void this.#onNamed(credentialId),
      onSaved: (next) => this.#live.announce(words.term('renamed', next)),
      onFailedLate: (problem, next) =>
        this.#live.announce(`${words.term('renameFailed', next)} ${problem}`, 'assertive'),
      problemOf: (error) => {
        const {text, detail} = this.#view.words(error);
        return detail ?? text;
      },
    });
    this.#naming = {credentialId, form};
    this.requestUpdate();
    await this.updateComplete;
    form.focus();
  }

  /** The focus goes back to where the form was opened. */
  async #onNamed(credentialId: string): Promise<void> {
    const row = this.renderRoot.querySelector('.naming')?.closest('.account');
    const hadFocus = row?.contains(this.shadowRoot?.activeElement ?? null);
    if (this.#naming?.credentialId === credentialId) this.#naming = undefined;
    this.requestUpdate();
    await this.updateComplete;
    if (hadFocus) row?.querySelector<HTMLElement>('.menu-button')?.focus();
  }

  /** How an account that works is signed in again. Those of another source know that themselves. */
  #renewableAs({integration}: ConnectedAccount): 'reconnect' | 'replaceKey' | undefined {
    if (this.accounts || !this.current) return undefined;
    return hasSignInWindow(this.current.sdk, integration) ? 'reconnect' : 'replaceKey';
  }

  /** The host may have a place of its own for the settings. */
  #onFinish({integration, id: credentialId}: ConnectedAccount): void {
    if (emit(this, 'pg-select', {integration, action: 'manage', credentialId}))
      this.finishing = credentialId;
  }

  #onDisconnect(account: ConnectedAccount): void {
    // The question hands the focus back itself.
    if (this.#question.ask(account)) this.#focus.remember(null);
  }
}
