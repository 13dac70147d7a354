import {css, html, nothing, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import type {ConnectSession} from '../../core/compose.js';
import {baseStyles} from '../../ui/base-styles.js';
import {messageStyles} from '../../ui/message/message-styles.js';
import {LazyElement, LazyElements} from '../lazy-elements.js';
import {SessionElement} from '../session-element.js';
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

/** What a portal shows when nothing is inside it. */
export function wholePortal(session: ConnectSession | undefined): TemplateResult {
  return html`<pg-portal-view exportparts="catalog, dialog" .session=${session}></pg-portal-view>`;
}

/**
 * The whole portal: the catalog, and the chosen integration in a dialog.
 *
 * @summary What `<pg-portal>` shows when it is empty (internal)
 * @csspart catalog - The catalog
 * @csspart dialog - The dialog
 */
export class PgPortalView extends SessionElement {
  static override styles = [
    baseStyles,
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
        border: 1px solid var(--_border);
        border-radius: var(--_radius-m);
        background: var(--_surface);
        box-shadow: var(--_shadow-overlay);
      }
    `,
  ];

  @state() private chosen = '';
  @state() private open = false;

  readonly #view = new SessionView(this);
  readonly #lazy = new LazyElements(this, this.#view, [detail, ...AFTER_DETAIL]);

  protected override watched(session: ConnectSession): readonly unknown[] {
    return [session.snapshot.status];
  }

  protected override render(): TemplateResult {
    return html`
      <pg-catalog part="catalog" .session=${this.session} @pg-select=${this.#onSelect}></pg-catalog>
      ${this.chosen || (detail.isDefined && !this.isHydrating) ? this.#renderDetail() : nothing}
    `;
  }

  #renderDetail(): unknown {
    const shown = this.#lazy.render(
      detail,
      () =>
        html`<pg-portal-detail
          exportparts="dialog"
          .session=${this.session}
          integration=${this.chosen}
          ?open=${this.open}
          @pg-dialog-close=${() => (this.open = false)}
        ></pg-portal-detail>`,
      this.#view.common.term('loading'),
    );
    return detail.isDefined ? shown : html`<div class="late" role="status">${shown}</div>`;
  }

  #onSelect(event: CustomEvent<{readonly integration: string}>): void {
    // The host hears the event after this: only once it is through is it known whether the host wants to show the integration itself.
    queueMicrotask(() => {
      if (event.defaultPrevented) return;
      this.chosen = event.detail.integration;
      this.open = true;
    });
  }
}
