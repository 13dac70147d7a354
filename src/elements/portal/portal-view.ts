import {css, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';
import type {ConnectSession} from '../../core/compose.js';
import type {Integration} from '../../core/session/snapshot.js';
import {LazyModule} from '../../core/util/lazy-module.js';
import {firstStyles} from '../../ui/first-styles.js';
import {messageStyles} from '../../ui/message/message-styles.js';
import {emit, type IntegrationSection, type PgEventDetails} from '../emit.js';
import {choose} from '../catalog/catalog-model.js';
import {LazyElement, LazyElements} from '../lazy-elements.js';
import {SessionElement} from '../session-element.js';
import type {AddressSync} from './address-sync.js';
import type {PgPortalDetail} from './portal-detail.js';
import {SessionView} from '../session-view.js';

/** Where people come to from the catalog, in that order. What is not among an integration's settings is not far: it comes last. */
const detail = new LazyElement('pg-portal-detail', () => import('./pg-portal-detail.js'));
const AFTER_DETAIL = [
  new LazyElement('pg-install-flow', () => import('../install-flow/pg-install-flow.js')),
  new LazyElement('pg-account-list', () => import('../account-list/pg-account-list.js')),
  new LazyElement('pg-input', () => import('../input/pg-input.js')),
  new LazyElement('pg-user-settings', () => import('../user-settings/pg-user-settings.js')),
  new LazyElement('pg-combobox', () => import('../../ui/combobox/pg-combobox.js')),
  new LazyElement('pg-field-mapper', () => import('../field-mapper/pg-field-mapper.js')),
];

const addresses = new LazyModule(() => import('./address-sync.js'));

type CardOrder = (one: Integration, other: Integration) => number;

/** What is open in a whole portal; closed without an integration. */
export interface PortalPlace {
  readonly integration?: string | undefined;
  readonly credential?: string | undefined;
  readonly section?: IntegrationSection | undefined;
  /** Where the address says what is open. */
  readonly syncUrl?: string | undefined;
}

/**
 * What a portal shows when nothing is inside it.
 * @param onMove told where the person goes
 */
export function wholePortal(
  {integration, credential, section, syncUrl}: PortalPlace,
  session: ConnectSession | undefined,
  onMove: (place: PortalPlace) => void,
): TemplateResult {
  // Another object at each render: the view moves by itself, too.
  return html`<pg-portal-view
    .session=${session}
    .place=${{integration, credential, section, syncUrl}}
    .onMove=${onMove}
  ></pg-portal-view>`;
}

/** Where an action of a card leads. */
const SECTIONS = {connect: 'connect', reconnect: 'connect', manage: 'settings'} as const;

/**
 * The whole portal: the catalog, and the chosen integration in a dialog.
 *
 * @summary What `<pg-portal>` shows when it is empty (internal)
 * @csspart catalog - The catalog
 * @csspart dialog - The dialog
 */
export class PgPortalView extends SessionElement {
  static override styles = [
    firstStyles,
    messageStyles,
    css`
      /* Where the person looks, who has just pressed a card somewhere in a long list. */
      .late {
        position: fixed;
        inset-block-end: calc(var(--_space) * 4);
        inset-inline: calc(var(--_space) * 4);
        z-index: 1;
        justify-self: center;
        inline-size: fit-content;
        max-inline-size: 100%;
        margin-inline: auto;
        padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
        border: var(--_border-width) solid var(--_border);
        border-radius: var(--_radius-m);
        background: var(--_surface);
        box-shadow: var(--_shadow-raised);
      }
    `,
  ];

  @property({attribute: false}) integration: string | undefined;
  @property({attribute: false}) credential: string | undefined;
  @property({attribute: false}) section: IntegrationSection | undefined;
  @property({attribute: false}) syncUrl: string | undefined;
  @property({attribute: false}) onMove: ((place: PortalPlace) => void) | undefined;

  @query('pg-catalog') private readonly catalog!: HTMLElement;
  @query('pg-portal-detail') private readonly detail!: PgPortalDetail | null;

  readonly #view = new SessionView(this);
  readonly #lazy = new LazyElements(this, this.#view, [detail, ...AFTER_DETAIL]);
  /** The button that was pressed. Some engines give it no focus, to which the dialog could return. */
  #pressed: HTMLElement | undefined;
  #address: AddressSync | undefined;
  #order: CardOrder | undefined;

  /** Where the portal wants it to be. */
  set place(place: PortalPlace) {
    Object.assign(this, place);
  }

  override focus(options?: FocusOptions): void {
    this.catalog.focus(options);
  }

  /** Closes the dialog before it returns. */
  close(): void {
    this.integration = undefined;
    this.detail?.close();
  }

  /** The person goes somewhere, or the host keeps them from it: then it returns false. */
  go({integration, section}: PortalPlace): boolean {
    const before = this.integration;
    if (integration && !emit(this, 'pg-open', {integration, ...(section && {section})}))
      return false;
    const place = {integration, section, credential: undefined};
    Object.assign(this, place);
    this.onMove?.(place);
    if (before && !integration) emit(this, 'pg-close', {integration: before});
    return true;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#address?.stop();
    this.#address = undefined;
  }

  protected override watched(session: ConnectSession): readonly unknown[] {
    return [session.snapshot.status];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('integration')) return;
    const isOpen = Boolean(this.integration);
    if (isOpen !== Boolean(changed.get('integration')))
      this.#order = isOpen ? this.#orderNow() : undefined;
  }

  protected override updated(): void {
    // Not by the template, which does not know that the dialog has closed by itself.
    if (this.detail) this.detail.integration = this.integration ?? '';
    if (this.#address) this.#address.write();
    else if (this.syncUrl) void this.#syncAddress();
  }

  protected override render(): TemplateResult {
    return html`
      <pg-catalog
        part="catalog"
        .session=${this.session}
        .compare=${this.#order}
        @click=${this.#onClick}
        @pg-select=${this.#onSelect}
      ></pg-catalog>
      ${this.integration || (detail.isDefined && !this.isHydrating) ? this.#renderDetail() : nothing}
    `;
  }

  #renderDetail(): unknown {
    const shown = this.#lazy.render(
      detail,
      () =>
        html`<pg-portal-detail
          .session=${this.session}
          .credential=${this.credential}
          .section=${this.section}
          .returnFocus=${this.#returnFocus}
          @pg-dialog-close=${() => this.go({})}
        ></pg-portal-detail>`,
      this.#view.common.term('loading'),
    );
    return detail.isDefined ? shown : html`<div class="late" role="status">${shown}</div>`;
  }

  /** The order that the cards have now, to stay so behind the dialog: what is connected there moves once it is closed. */
  #orderNow(): CardOrder | undefined {
    const integrations = this.session?.snapshot.integrations ?? [];
    const {language} = this.#view.common;
    const cards = choose(integrations, {
      language,
      sort: 'status',
      include: undefined,
      exclude: undefined,
      compare: undefined,
      first: Infinity,
    });
    const places = new Map(cards.map(({type}, place) => [type, place]));
    const placeOf = ({type}: Integration): number => places.get(type) ?? places.size;
    return places.size > 0 ? (one, other) => placeOf(one) - placeOf(other) : undefined;
  }

  async #syncAddress(): Promise<void> {
    const {AddressSync} = await addresses.load();
    if (this.isConnected && this.syncUrl) this.#address ??= new AddressSync(this);
  }

  readonly #onClick = {
    capture: true,
    handleEvent: (event: Event): void => {
      this.#pressed = event.composedPath().find((node) => node instanceof HTMLButtonElement);
    },
  };

  readonly #returnFocus = (): HTMLElement | undefined => this.#pressed;

  #onSelect(event: CustomEvent<PgEventDetails['pg-select']>): void {
    // The host hears the event after this: only once it is through is it known whether the host wants to show the integration itself.
    queueMicrotask(() => {
      const {integration, action} = event.detail;
      if (!event.defaultPrevented) this.go({integration, section: action && SECTIONS[action]});
    });
  }
}
