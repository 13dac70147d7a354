import {ContextProvider} from '@lit/context';
import {html, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {AccountNaming} from '../../core/accounts/account-names.js';
import {sameContent} from '../../core/util/equal.js';
import {PgError} from '../../core/errors.js';
import {loadSdk} from '../../core/load-sdk.js';
import type {ConnectSdk, DataSources, SdkEndpoints} from '../../core/sdk.js';
import {ConnectSession, sessionOf} from '../../core/compose.js';
import {signIn} from '../../core/session/sign-in.js';
import type {SessionSnapshot} from '../../core/session/snapshot.js';
import {readToken} from '../../core/session/token.js';
import {LazyModule} from '../../core/util/lazy-module.js';
import {portal as words} from '../../i18n/en/portal.js';
import {Localizer} from '../../i18n/localize.js';
import {HydratableElement} from '../../ui/hydratable-element.js';
import {afterRemoval, onServer, setStates} from '../../ui/dom.js';
import {sessionContext} from '../context.js';
import {emit, report, type IntegrationSection} from '../emit.js';
import {afterGrace, checkIfOdd} from '../set-up.js';
import {
  fieldMappingContext,
  type FieldMappingSetup,
  type InputReplacements,
  inputsContext,
} from '../input/inputs-context.js';
import {followDefaults, settingsOf, type PortalSettings} from './page-defaults.js';
import {portalSkeleton, portalStyles} from './portal-skeleton.js';
import type {PortalPlace} from './portal-view.js';

/** What {@link PgPortal.open} takes besides the integration. */
export interface OpenOptions {
  /** Id of the account to work with. */
  readonly credential?: string | undefined;
  readonly section?: IntegrationSection | undefined;
}

const CLOSED: PortalPlace = {integration: undefined, credential: undefined, section: undefined};

/** The portal as a mere provider does not carry the elements of the whole one. */
const whole = new LazyModule(() => import('./pg-portal-view.js'));

/** Most pages ask for the token themselves. */
const tokenRequest = new LazyModule(() => import('./token-request.js'));

/**
 * Provides one session to every element inside it. With nothing inside it is the whole portal: a catalog, and a dialog with the
 * chosen integration.
 *
 * Give it `project-id` and a source of user tokens (`token-url` or `getUserToken`), and it loads the SDK, signs the user in and does so
 * again when the session expires. Or give it `.sdk`, an instance that you sign in yourself. Give both, and it signs the user in to your
 * instance. What every portal of a page shares can be said once, with `configure()` or as JSON in the page.
 *
 * @summary Provider of the session, and the whole portal when it is empty
 * @slot - The elements of the kit, anywhere inside your own markup
 * @fires {CustomEvent<{userId: string}>} pg-ready - The user's integrations are there
 * @fires {CustomEvent<{}>} pg-signed-out - Nobody is signed in any more
 * @fires {CustomEvent<PgEventDetails['pg-open']>} pg-open - Cancelable; the person opens an integration of the whole portal
 * @fires {CustomEvent<{integration: string}>} pg-close - The person closed it
 * @fires {CustomEvent<{integration: string, credentialId: string}>} pg-installed - The account is connected. From the portal itself where its `<pg-install-flow>` is not on the page any more
 * @fires {CustomEvent<PgErrorDetail>} pg-error - The SDK could not be loaded, or the user not be signed in
 * @csspart catalog - The catalog of the whole portal
 * @csspart dialog - The dialog of the whole portal
 * @cssState loading - The session is being opened
 * @cssState ready - The user's integrations are there
 * @cssState signed-out - Nobody is signed in
 * @cssState error - The session could not be opened
 */
export class PgPortal extends HydratableElement {
  static override styles = portalStyles;

  /** Id of the project, from the dashboard. */
  @property({attribute: 'project-id'}) projectId = '';

  /**
   * A signed token of the user. Prefer the property, or `getUserToken`: attributes can be read by everything on the page.
   */
  @property({attribute: 'user-token'}) userToken: string | undefined;

  /** Domain of an on-premise installation. */
  @property() host: string | undefined;

  /** Asked for a token at the start, and again whenever the last one has expired. */
  @property({attribute: false}) getUserToken: (() => Promise<string>) | undefined;

  /**
   * Address on your server that answers with a token for the person who is logged in: as text, or as JSON with `token`, `jwt` or
   * `userToken`. Asked when `getUserToken` would be, with the cookies of the page.
   */
  @property({attribute: 'token-url'}) tokenUrl: string | undefined;

  /** How `token-url` is asked. A `POST` carries the token of `<meta name="csrf-token">`, if there is one, as `X-CSRF-Token`. */
  @property({attribute: 'token-method'}) tokenMethod: 'GET' | 'POST' | undefined;

  /** Base URLs of the SDK's services, by the SDK's names, instead of those derived from `host`. */
  @property({attribute: false, hasChanged: (now, before) => !sameContent(now, before)})
  endpoints: SdkEndpoints | undefined;

  /**
   * Hosts from which pictures are fetched, besides the service, the page itself and this machine: `cdn.acme.com *.acme.net`, or `*` for
   * every host. Whoever serves a picture learns who looks at it. An icon from elsewhere shows the initial, a picture in a text a link.
   */
  @property({attribute: 'image-hosts'}) imageHosts: string | undefined;

  /** Your own choices for custom dropdowns and fields for field mappings, in the shape of the SDK's `setDataSources`. */
  @property({attribute: false}) dataSources: DataSources | undefined;

  /** Your own controls by type of input, for every input inside: a tag name, or a function that renders one. */
  @property({attribute: false}) inputs: InputReplacements | undefined;

  /** How the field mappings inside work, such as a sample record for the preview; or a function that tells it by input. */
  @property({attribute: false}) fieldMapping: FieldMappingSetup | undefined;

  /**
   * Names accounts in your words, everywhere in the portal: `(account, integration) => 'Marketing'`, or `{name, detail, picture}`, or a
   * promise of one of them; nothing where the kit is to find a name. Called once for each account, again when the account has changed and
   * after `refresh()`. Another function, as frameworks make at each render, does not call it again. The kit shows what you return as
   * text, and the picture only from `https:` or as an inline image. While it has not answered, or if it fails, the kit's own name is
   * shown; a failure is told with one `pg-error`.
   */
  @property({attribute: false}) accountName: AccountNaming['accountName'];

  /**
   * Keeps the name that the person gives an account: `(account, integration, name) => fetch(…)`. Without it accounts cannot be renamed.
   * Rejecting refuses the name; people read the `detail` of a `PgError`. Afterwards `accountName` is called again for the account.
   */
  @property({attribute: false}) renameAccount: AccountNaming['renameAccount'];

  /** The SDK instance to use; absent, `@useparagon/connect` is imported. */
  @property({attribute: false}) sdk: ConnectSdk | undefined;

  /** Type of the integration that is open in the dialog of the whole portal. Set it to open or close it; it follows the person. */
  @property() integration: string | undefined;

  /** Id of the account of `integration` that is worked with, where there are several. */
  @property() credential: string | undefined;

  /** Where `integration` is opened: at a section, or with `connect` straight at connecting an account. */
  @property() section: IntegrationSection | undefined;

  /**
   * Keeps the open integration in the address, so that it can be linked and Back closes it: `?` or `#` and the name of the parameter, for
   * example `?integration` for `/settings?integration=slack`.
   */
  @property({attribute: 'sync-url'}) syncUrl: string | undefined;

  @state() private isDefaultPortal = false;
  /** Why the elements of the whole portal did not come. */
  @state() private failure: PgError | undefined;

  readonly #words = new Localizer(this, 'portal', words);
  readonly #internals = this.attachInternals();
  readonly #provider = new ContextProvider(this, {context: sessionContext});
  readonly #inputsProvider = new ContextProvider(this, {context: inputsContext});
  readonly #mappingProvider = new ContextProvider(this, {context: fieldMappingContext});
  #settings: PortalSettings = {};
  #session: ConnectSession | undefined;
  #unsubscribe: (() => void) | undefined;
  #unfollowDefaults: (() => void) | undefined;
  /** What hosts have been told last. */
  #told: SessionSnapshot | undefined;
  /** The session whose SDK has been looked at. */
  #examined: ConnectSession | undefined;
  #userId: string | undefined;
  #endPatience: (() => void) | undefined;
  /** Whether what is missing will not come any more. */
  #isLate = false;
  /** Lets a sign-in go on that waits for a token. */
  #goOn: (() => void) | undefined;

  /** The session that is provided. */
  get session(): ConnectSession | undefined {
    return this.#session;
  }

  /**
   * Asks the backend for the user's state again, and for the choices of open lists; what is shown stays meanwhile.
   * @throws {PgError} `network`, `signed-out`, `unknown`
   */
  async refresh(): Promise<void> {
    await this.#session?.refresh();
  }

  /**
   * Opens an integration in the dialog of the whole portal.
   * @param integration its type, for example `slack`
   */
  open(integration: string, {credential, section}: OpenOptions = {}): void {
    Object.assign(this, {integration, credential, section});
  }

  /**
   * Closes the dialog of the whole portal, at once: when it returns, a dialog of your own can take the focus. What is typed and not saved
   * is there again when the integration is opened next.
   */
  close(): void {
    Object.assign(this, CLOSED);
    this.renderRoot.querySelector('pg-portal-view')?.close();
  }

  /** Signs the user out, and forgets everything of theirs. */
  signOut(): void {
    this.#session?.signOut();
  }

  /**
   * Focus traps of hosts, that of Radix for one, ask the elements of a modal for this one by one, and look into no shadow root: an element
   * with tab stops in it counts as one.
   * @internal
   */
  override get tabIndex(): number {
    return this.hasAttribute('tabindex') ? super.tabIndex : 0;
  }

  /** @internal */
  override set tabIndex(value: number) {
    super.tabIndex = value;
  }

  /** Moves the focus to the catalog of the whole portal. */
  override focus(options?: FocusOptions): void {
    const view = this.renderRoot.querySelector('pg-portal-view');
    if (view) view.focus(options);
    else super.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (onServer) return;
    this.#unfollowDefaults = followDefaults(() => this.requestUpdate());
    this.requestUpdate();
    this.#follow();
    this.#bePatient();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#endPatience?.();
    this.#unfollowDefaults?.();
    afterRemoval(this, () => {
      users.delete(this);
      this.#unsubscribe?.();
      this.#unsubscribe = undefined;
    });
  }

  protected override willUpdate(): void {
    // A server opens no session: that is the browser's, with the user's token.
    if (onServer) return;
    // Told by the children that are there already, so that the first render is right.
    if (!this.hasUpdated) this.#readChildren();
    const before = this.#settings;
    const now = (this.#settings = settingsOf(
      this,
      PgPortal.elementProperties.keys(),
      this.#onBadMarkup,
    ));
    const isOther =
      now.sdk !== before.sdk ||
      now.projectId !== before.projectId ||
      now.host !== before.host ||
      !sameContent(now.endpoints, before.endpoints);
    if (isOther) this.#replaceSession();
    else if (now.userToken !== before.userToken || (this.#getToken && !canAsk(before)))
      this.#onToken();
    if (this.#hasTokenSource) this.#goOn?.();
    this.#inputsProvider.setValue(now.inputs);
    this.#mappingProvider.setValue(now.fieldMapping);
    if (namesChanged(now, isOther ? {} : before)) this.#session?.nameAccounts(this.#naming);
    if (isOther || now.imageHosts !== before.imageHosts)
      this.#session?.setImageHosts(now.imageHosts?.split(/\s+/).filter(Boolean) ?? []);
    if (now.dataSources && (isOther || now.dataSources !== before.dataSources)) {
      this.#session?.setDataSources(now.dataSources);
    }
  }

  protected override render(): TemplateResult {
    return html`
      <slot @slotchange=${this.#readChildren}>${this.#renderWaiting()}</slot>
      ${this.isDefaultPortal && !this.isHydrating ? whole.code?.wholePortal(this, this.#session, this.#onMove) : nothing}
    `;
  }

  #renderWaiting(): TemplateResult | typeof nothing {
    if (!this.#isWaiting) return nothing;
    return this.failure ? this.#renderFailure() : portalSkeleton;
  }

  /** Whether the whole portal is still to come; a server does not see whether there are children, which replace what is in the slot. */
  get #isWaiting(): boolean {
    return this.isHydrating || (this.isDefaultPortal && !whole.code);
  }

  get #hasTokenSource(): boolean {
    return this.#settings.userToken !== undefined || canAsk(this.#settings);
  }

  /** How the host names accounts, by the functions of the time when they are called. */
  get #naming(): AccountNaming | undefined {
    const {accountName, renameAccount} = this.#settings;
    if (!accountName && !renameAccount) return undefined;
    return {
      accountName: accountName && ((...of) => this.#settings.accountName?.(...of)),
      renameAccount: renameAccount && ((...of) => this.#settings.renameAccount?.(...of)),
      onError: (error) => report(this, error, {property: 'accountName'}),
    };
  }

  /** Asks the host, or its server, for a token. */
  get #getToken(): (() => Promise<string>) | undefined {
    const {getUserToken, tokenUrl, tokenMethod} = this.#settings;
    if (getUserToken || tokenUrl === undefined) return getUserToken;
    return () => tokenRequest.run(({requestToken}) => requestToken(tokenUrl, tokenMethod));
  }

  /** Frameworks and scripts set properties one by one, some after a while: only then is one missing. */
  #bePatient(): void {
    this.#endPatience?.();
    this.#isLate = false;
    this.#endPatience = afterGrace(() => {
      this.#isLate = true;
      this.#goOn?.();
      if (!this.#session) {
        const problem = new PgError('project-missing', '<pg-portal> has no project-id.');
        this.#provide(new ConnectSession(() => Promise.reject(problem)));
      }
      const {getUserToken, inputs, dataSources, host, tokenMethod, section, syncUrl} = this;
      const some = inputs ?? dataSources ?? host ?? tokenMethod ?? section ?? syncUrl;
      const isFunction = !getUserToken || typeof getUserToken === 'function';
      checkIfOdd(this, Boolean(some ?? this.#naming) || !isFunction);
    });
  }

  /** Resolves once there is something to ask for a token, or it is late. */
  #tokenSource(): Promise<void> {
    if (this.#hasTokenSource || this.#isLate) return Promise.resolve();
    return new Promise((resolve) => {
      this.#goOn = () => {
        this.#goOn = undefined;
        resolve();
      };
    });
  }

  #replaceSession(): void {
    if (this.isConnected) this.#bePatient();
    // What cannot be read is said when it is used to sign in.
    this.#userId = readToken(this.#settings.userToken)?.userId;
    this.#provide(this.#createSession());
  }

  #provide(session: ConnectSession | undefined): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#told = undefined;
    this.#session = session;
    this.#provider.setValue(session);
    // Not while updating: a listener may change what is being updated.
    queueMicrotask(() => this.#follow());
  }

  #createSession(): ConnectSession | undefined {
    const {sdk, projectId, host, endpoints} = this.#settings;
    if (projectId === undefined) return sdk && sessionOf(sdk);
    return new ConnectSession(sdk ?? loadSdk, {
      signIn: async (loaded, renew) => {
        await this.#tokenSource();
        await signIn(
          loaded,
          {
            projectId,
            token: this.#settings.userToken,
            getToken: this.#getToken,
            onUser: (userId) => this.#noteUser(userId),
            host,
            endpoints,
          },
          renew,
        );
      },
    });
  }

  /** One SDK has one user; a portal that brings its own is apart from the others. */
  #noteUser(userId: string): void {
    users.set(this, userId);
    if (new Set(users.values()).size < 2) return;
    import('../check-set-up.js')
      .then(({checkUsers}) => afterGrace(() => checkUsers(users)))
      .catch(() => undefined);
  }

  /** A fresh token of the same user is for later; another user's starts everything over. */
  #onToken(): void {
    const session = this.#session;
    const before = this.#userId;
    // What cannot be read is said when it is used to sign in.
    this.#userId = readToken(this.#settings.userToken)?.userId;
    // A sign-in that waits for a token takes this one.
    if (!session || this.#settings.projectId === undefined || this.#goOn) return;
    if (before !== this.#userId && session.snapshot.userId !== this.#userId)
      void session.switchUser();
    else if (session.snapshot.status !== 'ready') void session.retry();
  }

  #follow(): void {
    if (!this.isConnected || !this.#session || this.#unsubscribe) return;
    this.#unsubscribe = this.#session.subscribe((next) => this.#onChange(next));
    // Elements inside, and other portals, may have started the session before.
    this.#onChange(this.#session.snapshot);
  }

  #onChange(next: SessionSnapshot): void {
    const previous = this.#told;
    this.#told = next;
    const run = this.#session?.run;
    const credentialId = run?.takeUntold();
    if (run && credentialId)
      emit(this, 'pg-installed', {integration: run.integration, credentialId});
    this.#showState(next);
    if (next.error && next.error !== previous?.error) {
      report(this, next.error);
    }
    if (next.status === previous?.status && next.userId === previous.userId) return;
    if (next.status === 'ready') {
      emit(this, 'pg-ready', {userId: next.userId ?? ''});
      void this.#tellShortcoming();
    }
    if (next.status === 'signed-out') emit(this, 'pg-signed-out', {});
  }

  /** An SDK of another version is told of once. */
  async #tellShortcoming(): Promise<void> {
    const session = this.#session;
    if (!session || session === this.#examined) return;
    this.#examined = session;
    // Where the words for it cannot be loaded, nothing that works is in their way.
    const problem = await session.shortcoming().catch(() => undefined);
    if (problem) report(this, problem);
  }

  #showState({status}: SessionSnapshot): void {
    for (const name of ['loading', 'ready', 'signed-out', 'error']) {
      setStates(this.#internals, {[name]: name === status});
    }
  }

  readonly #onMove = (place: PortalPlace): void => {
    Object.assign(this, CLOSED, place);
  };

  readonly #onBadMarkup = (cause: unknown): void => {
    const message = 'The JSON in the page, for data-pg-elements, cannot be read.';
    queueMicrotask(() => report(this, new PgError('bad-input', message, {cause})));
  };

  readonly #readChildren = (): void => {
    const isEmpty = [...this.childNodes].every(
      (node) =>
        node.nodeType === Node.COMMENT_NODE ||
        // What a server sends to an element that is defined already stays a template.
        node.nodeName === 'TEMPLATE' ||
        (node.textContent?.trim() === '' && !(node instanceof Element)),
    );
    this.isDefaultPortal = isEmpty;
    if (isEmpty && !whole.code) void this.#loadWhole();
  };

  async #loadWhole(): Promise<void> {
    this.failure = undefined;
    try {
      await whole.load();
    } catch (error) {
      this.failure = error as PgError;
      report(this, this.failure);
    }
    this.requestUpdate();
  }

  #renderFailure(): TemplateResult {
    return html`<div class="failure">
      <p role="alert">${this.#words.term('loadFailed')}</p>
      <button type="button" @click=${() => void this.#loadWhole()}>
        ${this.#words.term('retry')}
      </button>
    </div>`;
  }
}

/** Whether a token can be asked for. Frameworks make functions anew at every render: another one is no reason to ask. */
function canAsk({getUserToken, tokenUrl}: PortalSettings): boolean {
  return getUserToken !== undefined || tokenUrl !== undefined;
}

/** Whether accounts are to be named in another way; an SDK that portals share is left alone by one that names none. */
function namesChanged(now: PortalSettings, before: PortalSettings): boolean {
  return (['accountName', 'renameAccount'] as const).some((name) => !now[name] !== !before[name]);
}

/** For whom the portals on the page sign in. */
const users = new Map<PgPortal, string>();
