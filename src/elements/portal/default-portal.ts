import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {ConnectSession} from '../../core/compose.js';
import type {PgError} from '../../core/errors.js';
import {LazyModule} from '../../core/util/lazy-module.js';
import {portal as words} from '../../i18n/en/portal.js';
import {Localizer} from '../../i18n/localize.js';
import type {HydratableElement} from '../../ui/hydratable-element.js';
import {report} from '../emit.js';
import {portalSkeleton} from './portal-skeleton.js';
import type {PortalPlace} from './portal-view.js';

/** The portal as a mere provider does not carry the elements of the whole one. */
const whole = new LazyModule(() => import('./pg-portal-view.js'));

/** What a portal shows with nothing inside it: the whole portal, and until its code is there where its catalog will be. */
export class DefaultPortal {
  readonly #portal: HydratableElement & ReactiveControllerHost & PortalPlace;
  readonly #onMove: (place: PortalPlace) => void;
  readonly #words: Localizer<typeof words>;
  #isEmpty = false;
  /** Why the elements of the whole portal did not come. */
  #failure: PgError | undefined;

  /** @param onMove told where the person goes */
  constructor(
    portal: HydratableElement & ReactiveControllerHost & PortalPlace,
    onMove: (place: PortalPlace) => void,
  ) {
    this.#portal = portal;
    this.#onMove = onMove;
    this.#words = new Localizer(portal, 'portal', words);
  }

  /** Looks whether there is something inside the portal. */
  readonly readChildren = (): void => {
    const isEmpty = [...this.#portal.childNodes].every(
      (node) =>
        node.nodeType === Node.COMMENT_NODE ||
        // What a server sends to an element that is defined already stays a template.
        node.nodeName === 'TEMPLATE' ||
        (node.textContent?.trim() === '' && !(node instanceof Element)),
    );
    if (isEmpty !== this.#isEmpty) this.#portal.requestUpdate();
    this.#isEmpty = isEmpty;
    if (isEmpty && !whole.code) void this.#load();
  };

  render(session: ConnectSession | undefined): TemplateResult {
    const isShown = this.#isEmpty && !this.#portal.isHydrating;
    return html`
      <slot @slotchange=${this.readChildren}>${this.#renderWaiting()}</slot>
      ${isShown ? whole.code?.wholePortal(this.#portal, session, this.#onMove) : nothing}
    `;
  }

  #renderWaiting(): TemplateResult | typeof nothing {
    // A server does not see whether there are children, which replace what is in the slot.
    const isWaiting = this.#portal.isHydrating || (this.#isEmpty && !whole.code);
    if (!isWaiting) return nothing;
    return this.#failure ? this.#renderFailure() : portalSkeleton;
  }

  #renderFailure(): TemplateResult {
    return html`<div class="failure">
      <p role="alert">${this.#words.term('loadFailed')}</p>
      <button type="button" @click=${() => void this.#load()}>${this.#words.term('retry')}</button>
    </div>`;
  }

  async #load(): Promise<void> {
    this.#failure = undefined;
    this.#portal.requestUpdate();
    try {
      await whole.load();
    } catch (error) {
      this.#failure = error as PgError;
      report(this.#portal, this.#failure);
    }
    this.#portal.requestUpdate();
  }
}
