import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import type {ConnectedAccount} from '../../core/accounts/connected-account.js';
import type {IntegrationTexts} from '../../core/integration-texts.js';
import type {ConnectSession} from '../../core/compose.js';
import type {Integration, SessionSnapshot} from '../../core/session/snapshot.js';
import type {common} from '../../i18n/en/common.js';
import {integration as words} from '../../i18n/en/integration.js';
import {Localizer} from '../../i18n/localize.js';
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
import {AccountReference} from '../account-reference.js';
import type {IntegrationSection} from '../emit.js';
import type {PgInstallFlow} from '../install-flow/install-flow.js';
import {LazyElement, LazyElements} from '../lazy-elements.js';
import {SessionElement} from '../session-element.js';
import {SessionView} from '../session-view.js';
import {integrationStyles} from './integration-styles.js';

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
 * @csspart section - One section
 * @csspart note - The account that was chosen is gone
 * @csspart error - What failed
 */
export class PgIntegration extends SessionElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    messageStyles,
    skeletonStyles,
    statusStyles,
    logoStyles,
    markdownStyles,
    integrationStyles,
  ];

  /** Type of the integration, for example `slack`. */
  @property() integration = '';

  /** Id or external id of the account to work with; absent, the first one that works. Where it is gone, no other takes its place. */
  @property() credential: string | undefined;

  /** Where to begin: a section, which is scrolled to; with `connect` the flow starts, for the account that has to be reconnected if there is one. */
  @property() section: IntegrationSection | undefined;

  /** Type whose install flow was used: it stays in sight after it has connected the first account. */
  @state() private flowKept: string | undefined;

  @query('pg-install-flow') private readonly flow!: PgInstallFlow | null;

  readonly #words = new Localizer(this, 'integration', words);
  readonly #view = new SessionView(this);
  readonly #lazy = new LazyElements(this, this.#view, [installFlow, accountList, userSettings]);
  readonly #markdown = new MarkdownController(this);
  readonly #reference = new AccountReference(this);
  /** The account that the person is about to disconnect here. */
  #leaving: string | undefined;
  /** The person is where `section` says. */
  #hasArrived = false;
  /** The account that the flow is to reconnect; without one it adds an account. */
  #reconnects: string | undefined;

  protected override get looksOdd(): boolean {
    return Boolean(this.section);
  }

  protected override watched(session: ConnectSession): readonly unknown[] {
    return [session.integration(this.integration), session.texts(this.integration)];
  }

  protected override sessionChanged(next: SessionSnapshot, previous?: SessionSnapshot): void {
    if (next.userId !== previous?.userId) this.flowKept = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#followDisconnection();
    this.#reference.choose(this.current, this.credential, this.integration);
    if (changed.has('integration')) this.#reconnects = undefined;
    if (changed.has('integration') || changed.has('section')) this.#hasArrived = false;
    if (this.section !== 'connect' || this.#hasArrived) return;
    const accounts = this.current?.integration(this.integration)?.accounts ?? [];
    const broken = accounts.find(({status}) => status !== 'valid');
    this.#reconnects = this.credential ? this.#reference.id : broken?.id;
    this.flowKept = this.integration;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.section && !this.#hasArrived) this.#arrive(this.section);
  }

  protected override render(): TemplateResult {
    return html`<div class="base" part="base">${this.#renderBody()}</div>`;
  }

  #renderBody(): unknown {
    const session = this.current;
    const gate = this.#view.gate(session, [skeletonCard(), skeletonLines(4)]);
    if (gate !== undefined) return gate;
    if (!this.integration) return emptyState({heading: this.#words.term('chooseFirst')});
    const integration = this.#view.integration(session, this.integration);
    if (!integration) return this.#view.unknown(this.integration);
    return this.#renderIntegration(integration, session?.texts(this.integration));
  }

  #renderIntegration(
    integration: Integration,
    texts: IntegrationTexts | undefined,
  ): TemplateResult {
    const name = plainText(integration.name, 80);
    const {accounts} = integration;
    return html`
      <div class="header" part="header">
        ${logo({name, source: integration.icon, colour: integration.brandColor, size: 'large'})}
        <div>
          <div class="title">
            <h2 part="name">${name}</h2>
            ${statusBadge({
              status: integration.status,
              label: this.#view.common.term(STATUS_WORDS[integration.status]),
            })}
            <slot name="actions"></slot>
          </div>
          ${
            texts?.shortDescription
              ? html`<p class="summary">${plainText(texts.shortDescription, 300)}</p>`
              : nothing
          }
        </div>
      </div>
      ${
        accounts.length === 0 || this.flowKept === this.integration
          ? this.#lazy.render(
              installFlow,
              () =>
                html`<pg-install-flow
                  .session=${this.session}
                  .sdk=${this.sdk}
                  integration=${this.integration}
                  .credential=${this.#reconnects}
                  .allowMultiple=${accounts.length > 0 && !this.#reconnects}
                  @pg-install-stage=${this.#onStage}
                  @pg-installed=${this.#onInstalled}
                ></pg-install-flow>`,
              skeletonLines(3),
            )
          : nothing
      }
      ${this.#renderAccounts(accounts, texts)} ${this.#renderSettings(texts)}
      ${this.#renderTexts(texts, accounts.length > 0)}
    `;
  }

  /** Stays in the document when the last account goes, since it has yet to tell of that. */
  #renderAccounts(
    accounts: readonly ConnectedAccount[],
    texts: IntegrationTexts | undefined,
  ): TemplateResult {
    const chosen = this.#reference.account;
    const gone = this.#reference.error;
    return html`
      <section
        class="section"
        part="section"
        aria-labelledby="accounts"
        ?hidden=${accounts.length === 0}
      >
        <h3 id="accounts" tabindex="-1">${this.#words.term('accounts')}</h3>
        ${gone ? note({tone: 'warning', heading: this.#view.words(gone).text, text: this.#words.term('goneText')}) : nothing}
        ${
          accounts.length > 0 || accountList.isDefined
            ? this.#lazy.render(
                accountList,
                () =>
                  html`<pg-account-list
                    .session=${this.session}
                    .sdk=${this.sdk}
                    integration=${this.integration}
                    .credential=${chosen?.id}
                    ?selectable=${(accounts.length > 1 || !chosen) && hasSettings(texts)}
                    @pg-account-select=${({detail}: AccountEvent) => this.#choose(detail.credentialId)}
                    @pg-installed=${this.#onInstalled}
                    @pg-disconnect=${({detail}: AccountEvent) =>
                      (this.#leaving = detail.credentialId)}
                    @pg-disconnected=${() => void this.#onDisconnected()}
                  ></pg-account-list>`,
                skeletonCard(),
              )
            : nothing
        }
      </section>
    `;
  }

  /** Of the chosen account. One that does not work says so in the list, with the way to reconnect it. */
  #renderSettings(texts: IntegrationTexts | undefined): unknown {
    const {account} = this.#reference;
    if (!account || !canSet(account, texts)) return nothing;
    return this.#lazy.render(
      userSettings,
      () =>
        html`<div id="settings" tabindex="-1">
          <pg-user-settings
            .session=${this.session}
            .sdk=${this.sdk}
            integration=${this.integration}
            .credential=${account.id}
          ></pg-user-settings>
        </div>`,
      skeletonLines(4),
    );
  }

  /** @param isConnected the workflows have switches by now */
  #renderTexts(
    texts: IntegrationTexts | undefined,
    isConnected: boolean,
  ): TemplateResult | typeof nothing {
    if (!texts) return nothing;
    const {longDescription, workflows} = texts;
    return html`
      ${
        longDescription
          ? html`<section class="section" part="section" aria-labelledby="overview">
              <h3 id="overview" tabindex="-1">${this.#words.term('overview')}</h3>
              ${this.#markdown.render(longDescription, {headingLevel: 4})}
            </section>`
          : nothing
      }
      ${
        workflows.length > 0 && !isConnected
          ? html`<section class="section" part="section" aria-labelledby="workflows">
              <h3 id="workflows">${this.#words.term('workflows')}</h3>
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
    `;
  }

  /** Goes to where `section` says, once that is there. */
  #arrive(section: IntegrationSection): void {
    const {renderRoot, flow, current: session} = this;
    const accounts = session?.integration(this.integration)?.accounts;
    if (!session || !accounts) return;
    if (section === 'connect') {
      if (!flow) return;
      this.#hasArrived = true;
      // In the microtasks of the click still, so that browsers let it open a window.
      void flow.updateComplete.then(() => flow.start());
      return;
    }
    const {account} = this.#reference;
    const place = renderRoot.querySelector<HTMLElement>(`#${section}`);
    const hasSettings = account && canSet(account, session.texts(this.integration));
    if (section === 'settings' && hasSettings && !place) return;
    this.#hasArrived = true;
    const target = place ?? renderRoot.querySelector<HTMLElement>('#accounts');
    if (!target?.checkVisibility()) return;
    target.scrollIntoView({block: 'start'});
    target.focus({preventScroll: true});
  }

  #onStage({detail}: CustomEvent<{readonly stage: string}>): void {
    this.flowKept = detail.stage === 'cancelled' ? undefined : this.integration;
  }

  #choose(credentialId: string): void {
    this.credential = credentialId;
  }

  /** What is set from now on is for the account that has just come; what was typed for another one is kept there. */
  readonly #onInstalled = ({detail}: AccountEvent): void => this.#choose(detail.credentialId);

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

/** Whether an account has settings that can be reached. */
function canSet({status}: ConnectedAccount, texts: IntegrationTexts | undefined): boolean {
  return status === 'valid' && hasSettings(texts);
}

/** Whether there is something to set for an account. */
function hasSettings(texts: IntegrationTexts | undefined): boolean {
  return texts !== undefined && texts.settings.length + texts.workflows.length > 0;
}
