import {ContextProvider} from '@lit/context';
import type {TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {AccountNaming} from '../../core/accounts/account-names.js';
import type {ConnectSession} from '../../core/compose.js';
import {PgError} from '../../core/errors.js';
import type {ConnectSdk, DataSources, SdkEndpoints} from '../../core/sdk.js';
import {sameContent} from '../../core/util/equal.js';
import {exportParts} from '../../ui/export-parts.js';
import {HydratableElement} from '../../ui/hydratable-element.js';
import {afterRemoval, onServer} from '../../ui/dom.js';
import {sessionContext} from '../context.js';
import {report, type IntegrationSection} from '../emit.js';
import {
  fieldMappingContext,
  type FieldMappingSetup,
  type InputReplacements,
  inputsContext,
} from '../input/inputs-context.js';
import {checkIfOdd} from '../set-up.js';
import {DefaultPortal} from './default-portal.js';
import {followDefaults, settingsOf} from './page-defaults.js';
import {portalStyles} from './portal-skeleton.js';
import type {PortalPlace} from './portal-view.js';
import {SessionOpener} from './session-opener.js';
import {SessionReports} from './session-reports.js';

/** What {@link PgPortal.open} takes besides the integration. */
export interface OpenOptions {
  /** Id of the account to work with. */
  readonly credential?: string | undefined;
  readonly section?: IntegrationSection | undefined;
}

const CLOSED: PortalPlace = {integration: undefined, credential: undefined, section: undefined};

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
 * @csspart catalog__card - A card of its catalog; so for each part of each element inside, as `element__part`
 * @cssState loading - The session is being opened
 * @cssState ready - The user's integrations are there
 * @cssState signed-out - Nobody is signed in
 * @cssState error - The session could not be opened
 */
export class PgPortal extends HydratableElement {
  static {
    this.addInitializer(exportParts);
  }

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

  readonly #provider = new ContextProvider(this, {context: sessionContext});
  readonly #inputsProvider = new ContextProvider(this, {context: inputsContext});
  readonly #mappingProvider = new ContextProvider(this, {context: fieldMappingContext});
  readonly #reports = new SessionReports(this, this.attachInternals());
  readonly #opener = new SessionOpener(
    this,
    (session) => {
      this.#reports.session = session;
      this.#provider.setValue(session);
    },
    () => this.#checkSetUp(),
  );
  readonly #defaultPortal = new DefaultPortal(this, (place) => Object.assign(this, CLOSED, place));
  #unfollowDefaults: (() => void) | undefined;

  /** The session that is provided. */
  get session(): ConnectSession | undefined {
    return this.#opener.session;
  }

  /**
   * Asks the backend for the user's state again, and for the choices of open lists; what is shown stays meanwhile.
   * @throws {PgError} `network`, `signed-out`, `unknown`
   */
  async refresh(): Promise<void> {
    await this.session?.refresh();
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
    this.session?.signOut();
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
    this.#reports.start();
    this.#opener.bePatient();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#opener.stopWaiting();
    this.#unfollowDefaults?.();
    afterRemoval(this, () => {
      this.#opener.leave();
      this.#reports.stop();
    });
  }

  protected override willUpdate(): void {
    // A server opens no session: that is the browser's, with the user's token.
    if (onServer) return;
    // Told by the children that are there already, so that the first render is right.
    if (!this.hasUpdated) this.#defaultPortal.readChildren();
    const settings = settingsOf(this, PgPortal.elementProperties.keys(), this.#onBadMarkup);
    this.#opener.follow(settings);
    this.#inputsProvider.setValue(settings.inputs);
    this.#mappingProvider.setValue(settings.fieldMapping);
  }

  protected override render(): TemplateResult {
    return this.#defaultPortal.render(this.session);
  }

  #checkSetUp(): void {
    const {getUserToken, inputs, dataSources, host, tokenMethod, section, syncUrl} = this;
    const some = inputs ?? dataSources ?? host ?? tokenMethod ?? section ?? syncUrl;
    const isFunction = !getUserToken || typeof getUserToken === 'function';
    checkIfOdd(this, Boolean(some ?? this.#opener.naming) || !isFunction);
  }

  readonly #onBadMarkup = (cause: unknown): void => {
    const message = 'The JSON in the page, for data-pg-elements, cannot be read.';
    queueMicrotask(() => report(this, new PgError('bad-input', message, {cause})));
  };
}
