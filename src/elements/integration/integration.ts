import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {configurationIdOf} from '../../core/accounts/selection.js';
import type {ConnectedAccount} from '../../core/accounts/connected-account.js';
import type {IntegrationTexts} from '../../core/integration-texts.js';
import type {ConnectSession} from '../../core/compose.js';
import type {Integration, SessionSnapshot} from '../../core/session/snapshot.js';
import type {common} from '../../i18n/en/common.js';
import {integration as words} from '../../i18n/en/integration.js';
import {LazyModule} from '../../core/util/lazy-module.js';
import {Localizer} from '../../i18n/localize.js';
import {setStates} from '../../ui/dom.js';
import {exportParts} from '../../ui/export-parts.js';
import {baseStyles} from '../../ui/base-styles.js';
import {buttonStyles} from '../../ui/button-styles.js';
import {logoStyles} from '../../ui/icon-image/logo-styles.js';
import {logo} from '../../ui/icon-image/logo.js';
import {MarkdownController} from '../../ui/markdown/markdown-controller.js';
import {markdownStyles} from '../../ui/markdown/markdown-styles.js';
import {emptyState, note} from '../../ui/message/message.js';
import {messageStyles} from '../../ui/message/message-styles.js';
import {plainText} from '../../ui/safe.js';
import {skeletonCard, skeletonLines, skeletonStyles} from '../../ui/skeleton/skeleton.js';
import {statusBadge, statusStyles} from '../../ui/status/status-badge.js';
import {select, selectStyles} from '../../ui/select.js';
import {tabList, tabStyles, type Tab} from '../../ui/tab-list.js';
import {accountName} from '../../ui/account-name.js';
import {AccountReference} from '../account-reference.js';
import {DraftController} from '../draft-controller.js';
import type {IntegrationSection, PgEventDetails} from '../emit.js';
import type {PgInstallFlow} from '../install-flow/install-flow.js';
import {LazyElement, LazyElements} from '../lazy-elements.js';
import {SessionElement} from '../session-element.js';
import {SessionView} from '../session-view.js';
import {isRunSuspended, isSuspended} from '../suspension.js';
import type {ConfigurationsMode} from '../user-settings/user-settings.js';
import {integrationStyles} from './integration-styles.js';
import {orDefault} from '../../ui/or-default.js';

const STATUS_WORDS = {
  connected: 'statusConnected',
  attention: 'statusAttention',
  pending: 'statusPending',
  available: 'statusAvailable',
} as const satisfies Record<Integration['status'], keyof typeof common>;

const installFlow = new LazyElement(
  'pg-install-flow',
  () => import('../install-flow/pg-install-flow.js'),
);
const accountList = new LazyElement(
  'pg-account-list',
  () => import('../account-list/pg-account-list.js'),
);
const userSettings = new LazyElement(
  'pg-user-settings',
  () => import('../user-settings/pg-user-settings.js'),
);

/** Comes with the settings, without which there is nothing that could be unsaved. */
const drafts = new LazyModule(() => import('../../core/settings/settings-drafts.js'));

/** What is shown of an integration at a time. */
type Section = Exclude<IntegrationSection, 'connect'>;

/** Stages of a flow in which there is nothing to do. */
const AT_REST: ReadonlySet<string> = new Set(['idle', 'cancelled']);

/** An event about one account. */
type AccountEvent = CustomEvent<{readonly credentialId: string}>;

/**
 * One integration: what it is, how it stands, the user's accounts, and the way to connect one.
 *
 * @summary Detail view of an integration
 * @slot actions - Further actions, beside the name
 * @fires {CustomEvent<PgEventDetails['pg-error']>} pg-error - There is no such account (`account-not-found`), or the element is set up wrongly
 * @csspart base - All of it
 * @csspart header - Logo, name, status and summary
 * @csspart logo - The logo
 * @csspart name - The name
 * @csspart status - The status
 * @csspart tabs - The tabs
 * @csspart tab - One tab
 * @csspart section - What is behind a tab
 * @csspart note - The account that was chosen is gone
 * @csspart error - What failed
 * @cssState incomplete - A required setting of an account has no value
 */
export class PgIntegration extends SessionElement {
  static {
    this.addInitializer(exportParts);
  }

  static override styles = [
    baseStyles,
    buttonStyles,
    messageStyles,
    skeletonStyles,
    statusStyles,
    logoStyles,
    markdownStyles,
    tabStyles,
    selectStyles,
    integrationStyles,
  ];

  /** Type of the integration, for example `slack`. */
  @property() @orDefault integration = '';

  /** Id or external id of the account to work with; absent, the first one that works. Where it is gone, no other takes its place. */
  @property() credential: string | undefined;

  /** What to show; absent, what matters most. With `connect` the flow starts, for the account that has to be reconnected if there is one. */
  @property() section: IntegrationSection | undefined;

  /**
   * How people get to the configurations of the chosen account. `auto` and `choose`: they choose where there are several. `manage`: always,
   * and they add, rename and remove them.
   */
  @property() @orDefault configurations: ConfigurationsMode = 'auto';

  /** Type whose install flow was used: it stays in sight after it has connected the first account. */
  @state() private flowKept: string | undefined;
  /** A connection is under way, and nothing else is shown. */
  @state() private isConnecting = false;
  /** Where the person went; until then what matters most is shown. */
  @state() private chosen: Section | undefined;

  /** Id of the configuration whose settings and workflows are shown; absent, the default one's. */
  @state() private configuration: string | undefined;

  @query('pg-install-flow') private readonly flow!: PgInstallFlow | null;

  readonly #words = new Localizer(this, 'integration', words);
  readonly #view = new SessionView(this);
  readonly #lazy = new LazyElements(this, this.#view, [installFlow, accountList, userSettings]);
  readonly #markdown = new MarkdownController(this);
  readonly #reference = new AccountReference(this);
  /** What was shown of the integration stays in the document: so does what is typed, and how far it is scrolled. */
  readonly #visited = new Set<Section>();
  readonly #drafts = new DraftController(this);
  readonly #internals = this.attachInternals();
  #isIncomplete = false;
  #accountId: string | undefined;
  /** The account that the person is about to disconnect here. */
  #leaving: string | undefined;
  /** The flow that `section` asks for has begun. */
  #hasStarted = false;
  /** The account that the flow is to reconnect; without one it adds an account. */
  #reconnects: string | undefined;

  protected override get looksOdd(): boolean {
    return Boolean(this.section) || this.configurations !== 'auto';
  }

  protected override watched(session: ConnectSession): readonly unknown[] {
    return [session.integration(this.integration), session.texts(this.integration)];
  }

  protected override sessionChanged(next: SessionSnapshot, previous?: SessionSnapshot): void {
    if (next.userId !== previous?.userId) this.#startOver();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#followDisconnection();
    const account = this.#reference.choose(this.current, this.credential, this.integration);
    if (account?.id !== this.#accountId) this.configuration = undefined;
    this.#accountId = account?.id;
    if (changed.has('integration')) this.#startOver();
    if (changed.has('integration') || changed.has('section')) this.#lead();
    this.#followDraft();
    this.#showIfIncomplete();
    // It goes back by itself when what it was about is gone.
    if (this.isConnecting && this.flow && AT_REST.has(this.flow.stage)) this.isConnecting = false;
    if (this.section !== 'connect' || this.#hasStarted) return;
    const accounts = this.current?.integration(this.integration)?.accounts ?? [];
    const broken = accounts.find(({status}) => status !== 'valid');
    this.#reconnects = this.credential ? this.#reference.id : broken?.id;
    this.flowKept = this.integration;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.section === 'connect' && !this.#hasStarted) this.#startFlow();
    // Whatever the person chose before the accounts were others; options that come choose the first of them.
    for (const switcher of this.renderRoot.querySelectorAll('select'))
      switcher.value = this.#reference.account?.id ?? '';
  }

  protected override render(): TemplateResult {
    return html`<div class="base" part="base">${this.#renderBody()}</div>`;
  }

  #renderBody(): unknown {
    const session = this.current;
    const gate = this.#isHeld
      ? undefined
      : this.#view.gate(session, [skeletonCard(), skeletonLines(4)]);
    if (gate !== undefined) return gate;
    if (!this.integration) return emptyState({heading: this.#words.term('chooseFirst')});
    const integration = this.#view.integration(session, this.integration);
    if (!integration) return this.#view.unknown(this.integration);
    return this.#renderIntegration(integration, session?.texts(this.integration));
  }

  /** What is typed inside stays in sight for when the user is signed in again. */
  get #isHeld(): boolean {
    const {current} = this;
    const hasDraft = this.#drafts.draft !== undefined;
    return (hasDraft && isSuspended(current)) || isRunSuspended(current, this.integration);
  }

  #renderIntegration(
    integration: Integration,
    texts: IntegrationTexts | undefined,
  ): TemplateResult {
    const name = plainText(integration.name, 80);
    const {accounts} = integration;
    const tabs = this.#tabs(accounts, texts);
    const shown = tabs.find(({id}) => id === this.chosen)?.id ?? this.#first(tabs, accounts);
    if (shown) this.#visited.add(shown);
    const isUnfinished = integration.status === 'connected' && this.#isIncomplete;
    const status = isUnfinished ? 'pending' : integration.status;
    return html`
      <div class="top">
        <div class="header" part="header">
          ${logo({name, source: integration.icon, colour: integration.brandColor})}
          <div class="title">
            <h2 part="name">${name}</h2>
            ${this.#renderStatus(status)}
            <slot name="actions"></slot>
          </div>
        </div>
        ${isOutdated() ? html`<p class="outdated" role="status">${this.#words.term('outdated')}</p>` : nothing}
        ${accounts.length === 0 || this.flowKept === this.integration ? this.#renderFlow(accounts) : nothing}
      </div>
      <div class="rest" ?hidden=${this.isConnecting}>
        ${
          tabs.length > 1
            ? tabList({label: name, tabs, chosen: shown ?? 'overview', onChoose: this.#onTab})
            : nothing
        }
        ${this.#renderPanel('overview', shown, tabs, () => this.#renderOverview(texts, accounts))}
        ${this.#renderPanel('accounts', shown, tabs, () => this.#renderAccounts(accounts, texts))}
        ${this.#renderPanel('settings', shown, tabs, () => this.#renderSettings('settings', accounts))}
        ${this.#renderPanel('workflows', shown, tabs, () => this.#renderSettings('workflows', accounts))}
      </div>
    `;
  }

  /** That nothing is connected the button says that connects. */
  #renderStatus(status: Integration['status']): unknown {
    if (status === 'available') return nothing;
    return statusBadge({status, label: this.#view.common.term(STATUS_WORDS[status])});
  }

  /** At rest it is the button beside the name. */
  #renderFlow(accounts: readonly ConnectedAccount[]): unknown {
    return this.#lazy.render(
      installFlow,
      () =>
        html`<pg-install-flow
          class=${this.isConnecting || accounts.length > 0 ? 'wide' : nothing}
          .session=${this.session}
          .sdk=${this.sdk}
          integration=${this.integration}
          .credential=${this.#reconnects}
          .allowMultiple=${accounts.length > 0 && !this.#reconnects}
          @pg-install-stage=${this.#onStage}
          @pg-installed=${this.#onInstalled}
          @pg-install-close=${this.#onInstallClose}
        ></pg-install-flow>`,
      skeletonLines(1),
    );
  }

  /** What there is to see, in the order of the tabs. */
  #tabs(
    accounts: readonly ConnectedAccount[],
    texts: IntegrationTexts | undefined,
  ): readonly Tab<Section>[] {
    const {settings = [], workflows = [], longDescription, shortDescription} = texts ?? {};
    const isConnected = accounts.length > 0;
    const canSet = this.#reference.account?.status === 'valid';
    const hasOverview =
      Boolean(longDescription || shortDescription) || (workflows.length > 0 && !isConnected);
    const words = this.#words;
    const tabs: readonly (Tab<Section> | false)[] = [
      hasOverview && {id: 'overview', label: words.term('overview')},
      isConnected && {id: 'accounts', label: words.term('accounts'), count: accounts.length},
      canSet && settings.length > 0 && this.#tabOfSettings('settings'),
      canSet && workflows.length > 0 && this.#tabOfSettings('workflows'),
    ];
    return tabs.filter((tab) => tab !== false);
  }

  #tabOfSettings(id: 'settings' | 'workflows'): Tab<Section> {
    const mark = this.#drafts.draft?.isDirty(id) ? this.#words.term('unsaved') : undefined;
    return {id, label: this.#words.term(id), mark};
  }

  /** What matters most: what can be set, what has to be mended, or what it is. */
  #first(
    tabs: readonly Tab<Section>[],
    accounts: readonly ConnectedAccount[],
  ): Section | undefined {
    const ids = tabs.map(({id}) => id);
    // Of several, one that does not work is looked after first, unless another was asked for or is being worked with.
    const isFree = this.credential === undefined && !this.#visited.has('settings');
    const chosen = this.#reference.account;
    const isBroken = [chosen, ...(isFree ? accounts : [])].some((one) => one?.status !== 'valid');
    if (isBroken && ids.includes('accounts')) return 'accounts';
    return (['settings', 'workflows', 'accounts', 'overview'] as const).find((id) =>
      ids.includes(id),
    );
  }

  #renderPanel(
    id: Section,
    shown: Section | undefined,
    tabs: readonly Tab<Section>[],
    content: () => unknown,
  ): unknown {
    if (!this.#visited.has(id)) return nothing;
    const isTab = tabs.length > 1;
    return html`<div
      class="panel"
      part="section"
      id="panel-${id}"
      role=${isTab ? 'tabpanel' : 'group'}
      aria-labelledby=${isTab ? `tab-${id}` : nothing}
      aria-label=${isTab ? nothing : this.#words.term(id)}
      tabindex=${isTab ? (id === 'overview' ? 0 : nothing) : -1}
      ?hidden=${id !== shown}
    >
      ${content()}
    </div>`;
  }

  #renderAccounts(
    accounts: readonly ConnectedAccount[],
    texts: IntegrationTexts | undefined,
  ): unknown {
    const chosen = this.#reference.account;
    const gone = this.#reference.error;
    return html`
      ${gone ? note({tone: 'warning', heading: this.#view.words(gone).text, text: this.#words.term('goneText')}) : nothing}
      ${this.#lazy.render(
        accountList,
        () =>
          html`<pg-account-list
            .session=${this.session}
            .sdk=${this.sdk}
            integration=${this.integration}
            .credential=${chosen?.id}
            ?selectable=${(accounts.length > 1 || !chosen) && hasSettings(texts)}
            @pg-account-select=${({detail}: AccountEvent) => this.#choose(detail.credentialId)}
            @pg-install=${this.#onInstall}
            @pg-select=${this.#onSelect}
            @pg-disconnect=${({detail}: AccountEvent) => (this.#leaving = detail.credentialId)}
            @pg-disconnected=${() => void this.#onDisconnected()}
          ></pg-account-list>`,
        skeletonCard(),
      )}
    `;
  }

  /** Of the chosen account. One that does not work says so in the list, with the way to reconnect it. */
  #renderSettings(
    section: 'settings' | 'workflows',
    accounts: readonly ConnectedAccount[],
  ): unknown {
    const {account} = this.#reference;
    if (account?.status !== 'valid') return nothing;
    const settings = this.#lazy.render(
      userSettings,
      () =>
        html`<pg-user-settings
          .session=${this.session}
          .sdk=${this.sdk}
          integration=${this.integration}
          section=${section}
          .credential=${account.id}
          .configuration=${this.configuration}
          .configurations=${this.configurations === 'auto' ? 'choose' : this.configurations}
          @pg-configuration-select=${this.#onConfiguration}
        ></pg-user-settings>`,
      skeletonLines(4),
    );
    return [this.#renderSwitcher(section, accounts), settings];
  }

  /** Whose settings are shown, where several accounts have some. */
  #renderSwitcher(
    section: 'settings' | 'workflows',
    accounts: readonly ConnectedAccount[],
  ): unknown {
    const usable = accounts.filter(({status}) => status === 'valid');
    if (usable.length < 2) return nothing;
    const id = `account-${section}`;
    const list = html`<select
      id=${id}
      @change=${(event: Event) => this.#choose((event.target as HTMLSelectElement).value)}
    >
      ${usable.map(
        (account) =>
          html`<option value=${account.id}>${accountName(account, this.#view.common)}</option>`,
      )}
    </select>`;
    return html`<div class="switcher">
      <label for=${id}>${this.#words.term('account')}</label>
      ${select(list)}
    </div>`;
  }

  #renderOverview(
    texts: IntegrationTexts | undefined,
    accounts: readonly ConnectedAccount[],
  ): unknown {
    if (!texts) return nothing;
    const {shortDescription, longDescription, workflows} = texts;
    // Connected, they have switches, which say what they do.
    const isListed = workflows.length > 0 && accounts.length === 0;
    return html`<div class="overview">
      <div class="about">
        ${shortDescription ? html`<p class="summary">${plainText(shortDescription, 300)}</p>` : nothing}
        ${longDescription ? this.#markdown.render(longDescription, {headingLevel: 3, images: this.current?.showsImage}) : nothing}
      </div>
      ${
        isListed
          ? html`<section aria-labelledby="purposes">
              <h3 id="purposes">${this.#words.term('purposes')}</h3>
              <ul class="workflows">
                ${workflows.map(
                  ({name, infoText}) =>
                    html`<li>
                      ${plainText(name, 160)}
                      ${infoText ? html`<p class="muted">${plainText(infoText, 400)}</p>` : nothing}
                    </li>`,
                )}
              </ul>
            </section>`
          : nothing
      }
    </div>`;
  }

  readonly #onTab = (id: Section): void => {
    this.chosen = id;
  };

  /** The dots of the tabs tell what of the chosen account is not saved. */
  #followDraft(): void {
    const {current, integration} = this;
    const {account} = this.#reference;
    if (!userSettings.isDefined) return;
    if (!drafts.code) {
      void drafts.load().then(
        () => this.requestUpdate(),
        () => undefined,
      );
      return;
    }
    this.#drafts.follow(
      current && account?.status === 'valid'
        ? drafts.code.getSettingsDrafts(current).draft({
            integration,
            credentialId: account.id,
            configurationId: configurationIdOf(account, this.configuration),
          })
        : undefined,
    );
  }

  #startOver(): void {
    this.flowKept = undefined;
    this.isConnecting = false;
    this.chosen = undefined;
    this.#reconnects = undefined;
    this.#visited.clear();
  }

  /** Goes to where `section` says. */
  #lead(): void {
    this.#hasStarted = false;
    this.chosen = this.section === 'connect' ? undefined : this.section;
  }

  /** In the microtasks of the click still, so that browsers let it open a window. */
  #startFlow(): void {
    const {flow} = this;
    if (!flow || !this.current?.integration(this.integration)) return;
    this.#hasStarted = true;
    void flow.updateComplete.then(() => flow.start());
  }

  /** What begins in the list goes on here, where it has all of the room, as a first connection has. */
  readonly #onInstall = (event: CustomEvent<PgEventDetails['pg-install']>): void => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    // The host hears of it from the flow here.
    event.stopPropagation();
    this.#reconnects = event.detail.credentialId;
    this.flowKept = this.integration;
    this.requestUpdate();
    void this.#startOwn();
  };

  async #startOwn(): Promise<void> {
    await this.updateComplete;
    const {flow} = this;
    await flow?.updateComplete;
    // It hands the focus on to what it shows next.
    flow?.focus();
    flow?.start();
    if (flow?.stage !== 'idle' || flow.matches(':state(error)')) return;
    // The host keeps it from starting.
    this.flowKept = undefined;
    await this.#focusShown();
  }

  #onStage({detail, currentTarget}: CustomEvent<{readonly stage: string}>): void {
    const isCancelled = detail.stage === 'cancelled';
    this.flowKept = isCancelled ? undefined : this.integration;
    this.isConnecting = !AT_REST.has(detail.stage);
    if (isCancelled && this.shadowRoot?.activeElement === currentTarget) void this.#focusShown();
  }

  /** With the flow its focus goes. */
  async #focusShown(): Promise<void> {
    await this.updateComplete;
    if (this.flow) return;
    const list = this.renderRoot.querySelector<HTMLElement>(
      '.panel:not([hidden]) > pg-account-list',
    );
    if (list) list.focus();
    else this.#focusTab();
  }

  /** A host that hears of it after this can keep the confirmation. */
  #onInstallClose(event: CustomEvent<PgEventDetails['pg-install-close']>): void {
    queueMicrotask(() => {
      if (!event.defaultPrevented) void this.#leaveFlow(event.detail.next);
    });
  }

  async #leaveFlow(next: 'settings' | 'nothing'): Promise<void> {
    this.flowKept = undefined;
    this.isConnecting = false;
    this.chosen = next === 'settings' ? 'settings' : undefined;
    await this.updateComplete;
    this.#focusTab();
  }

  #focusTab(): void {
    const tab = this.renderRoot.querySelector<HTMLElement>('.tab[tabindex="0"]');
    (tab ?? this.renderRoot.querySelector<HTMLElement>('.panel:not([hidden])'))?.focus();
  }

  /** Whether a required setting of one of the accounts has no value. */
  #showIfIncomplete(): void {
    const {accounts = []} = this.current?.integration(this.integration) ?? {};
    const missing = accounts.flatMap((account) => this.current?.missingSettings(account) ?? []);
    this.#isIncomplete = missing.length > 0;
    setStates(this.#internals, {incomplete: this.#isIncomplete});
  }

  /** The settings of the account are here. */
  async #onSelect(event: CustomEvent<PgEventDetails['pg-select']>): Promise<void> {
    const {credentialId} = event.detail;
    if (credentialId === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#choose(credentialId);
    const account = this.current?.connectedAccount(credentialId);
    const [missing] = (account && this.current?.missingSettings(account)) ?? [];
    this.chosen = missing?.workflowId === undefined ? 'settings' : 'workflows';
    await this.updateComplete;
    const settings = this.renderRoot.querySelector('.panel:not([hidden]) pg-user-settings');
    if (!(settings instanceof SessionElement)) return;
    await settings.updateComplete;
    settings.focus();
  }

  readonly #onConfiguration = ({
    detail,
  }: CustomEvent<PgEventDetails['pg-configuration-select']>): void => {
    this.configuration = detail.configurationId;
  };

  #choose(credentialId: string): void {
    this.credential = credentialId;
  }

  /** What is set from now on is for the account that has just come; what was typed for another one is kept there. */
  readonly #onInstalled = ({detail}: AccountEvent): void => {
    this.#choose(detail.credentialId);
    this.chosen = undefined;
  };

  /** Whoever disconnects the chosen account here need not be told that it is gone: the next one is theirs to see. */
  #followDisconnection(): void {
    const {current} = this;
    const leaving = this.#leaving;
    if (!leaving || current?.snapshot.status !== 'ready' || current.connectedAccount(leaving))
      return;
    this.#leaving = undefined;
    if (this.#reference.id !== leaving) return;
    this.credential = undefined;
    this.#reference.forget();
  }

  /** With the last account its list goes, and the focus in it: the connect button is what comes next. */
  async #onDisconnected(): Promise<void> {
    await this.updateComplete;
    await this.flow?.updateComplete;
    this.flow?.focus();
  }
}

/** Below Chrome 123, Firefox 125 and Safari 17.5 lists do not open, or nothing has its colour. */
function isOutdated(): boolean {
  return !('popover' in HTMLElement.prototype) || !CSS.supports('color', 'light-dark(red, red)');
}

/** Whether there is something to set for an account. */
function hasSettings(texts: IntegrationTexts | undefined): boolean {
  return texts !== undefined && texts.settings.length + texts.workflows.length > 0;
}
