import {css, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import type {ConnectSession} from '../../core/compose.js';
import {LazyModule} from '../../core/util/lazy-module.js';
import {portal as words} from '../../i18n/en/portal.js';
import {Localizer} from '../../i18n/localize.js';
import {baseStyles} from '../../ui/base-styles.js';
import {onServer} from '../../ui/dom.js';
import {focusedElement, tabStop} from '../../ui/dialog/focus.js';
import {prepareMarkdown} from '../../ui/markdown/markdown-controller.js';
import {plainText} from '../../ui/safe.js';
import type {PgDialog} from '../../ui/dialog/dialog.js';
import type {IntegrationSection} from '../emit.js';
import {SessionElement} from '../session-element.js';

/** Comes with the settings, without which there is nothing that could be unsaved. */
const drafts = new LazyModule(() => import('../../core/settings/settings-drafts.js'));

/**
 * One integration of the whole portal, in a dialog that does not close over what is unsaved without asking.
 *
 * @summary Dialog of the whole portal (internal)
 * @fires {CustomEvent<null>} pg-dialog-close - The person closed it; does not bubble
 * @csspart dialog - The dialog
 */
export class PgPortalDetail extends SessionElement {
  static override styles = [
    baseStyles,
    css`
      /* Clear of the button that closes. */
      pg-integration {
        --_detail-inset: calc(var(--_space) * 6);
        --_detail-head: calc(var(--_space) * 3) calc(var(--_space) * 2);
        --_detail-clear: calc(var(--_space) * 16);
        --_detail-scroll: auto;
        --_detail-flow: none;
        --_detail-flow-end: 0;

        block-size: 100%;
        min-block-size: 0;
      }

      @media (max-width: 479.98px) {
        pg-integration {
          --_detail-inset: calc(var(--_space) * 4);
          --_detail-clear: calc(var(--_space) * 14);
        }
      }
    `,
  ];

  /** Type of the integration that is shown; none while the dialog is closed. */
  @property({attribute: false}) integration = '';

  /** Id of the account that is worked with. */
  @property({attribute: false}) credential: string | undefined;

  @property({attribute: false}) section: IntegrationSection | undefined;

  /** Where focus goes after closing if the element that opened the dialog has not had it. */
  @property({attribute: false}) returnFocus: (() => HTMLElement | undefined) | undefined;

  /** The dialog was to be closed with something typed in it that is not saved. */
  @state() private asked = false;

  @query('pg-dialog') private readonly dialog!: PgDialog | null;

  readonly #words = new Localizer(this, 'portal', words);
  #view: Element | undefined;
  /** What is shown, or was before the dialog was closed. */
  #shown = '';

  /** Closes the dialog before it returns. */
  close(): void {
    this.integration = '';
    this.dialog?.hide();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!onServer) this.#watchKeys();
    drafts.prepare();
    prepareMarkdown();
  }

  #watchKeys(): void {
    const root = this.getRootNode();
    this.#view = root instanceof ShadowRoot ? root.host : undefined;
    this.#view?.addEventListener('keydown', this.#keepTab);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#view?.removeEventListener('keydown', this.#keepTab);
  }

  protected override watched(session: ConnectSession): readonly unknown[] {
    return [session.integration(this.#shown)];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.integration) this.#shown = this.integration;
    else this.asked = false;
  }

  protected override render(): TemplateResult {
    const name = plainText(this.current?.integration(this.#shown)?.name, 80);
    return html`
      <pg-dialog
        part="dialog"
        size="large"
        .heading=${name}
        heading-hidden
        .open=${live(this.integration !== '')}
        .returnFocus=${this.returnFocus}
        @pg-dialog-closing=${this.#onClosing}
        @pg-dialog-close=${this.#onClose}
      >
        ${
          this.integration
            ? html`<pg-integration
                .session=${this.session}
                integration=${this.integration}
                .credential=${this.credential}
                .section=${this.section}
              ></pg-integration>`
            : nothing
        }
      </pg-dialog>
      <pg-confirm
        ?open=${this.asked}
        .heading=${this.#words.term('discardHeading')}
        .text=${this.#words.term('discardText', name)}
        .confirmLabel=${this.#words.term('discard')}
        @pg-confirm=${this.#onDiscard}
        @pg-dialog-close=${() => (this.asked = false)}
      ></pg-confirm>
    `;
  }

  /**
   * Keeps a Tab that stays in the portal from focus traps of hosts: to those that look into no shadow root the portal is one tab stop, which
   * the next Tab leaves.
   */
  readonly #keepTab = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || !this.#view) return;
    // WebKitGTK does not name the key of Shift+Tab, only its place.
    if (event.key !== 'Tab' && event.code !== 'Tab') return;
    const edge = tabStop(this.#view, event.shiftKey ? 'first' : 'last');
    if (this.integration || focusedElement() !== edge) event.stopPropagation();
  };

  #onClosing(event: Event): void {
    const {current} = this;
    if (!current || !drafts.code?.getSettingsDrafts(current).isDirty(this.#shown)) return;
    event.preventDefault();
    this.asked = true;
  }

  #onDiscard(): void {
    if (this.current) drafts.code?.getSettingsDrafts(this.current).reset(this.#shown);
    this.asked = false;
    this.#onClose();
  }

  #onClose(): void {
    this.dispatchEvent(new CustomEvent('pg-dialog-close'));
  }
}
