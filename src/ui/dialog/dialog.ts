import {html, nothing, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {common} from '../../i18n/en/common.js';
import {Localizer} from '../../i18n/localize.js';
import {baseStyles} from '../base-styles.js';
import {buttonStyles} from '../button-styles.js';
import {HydratableElement} from '../hydratable-element.js';
import {closeIcon} from '../icons.js';
import {dialogStyles, modalStyles} from './dialog-styles.js';
import {tabStop} from './focus.js';
import {ModalController} from './modal-controller.js';

/**
 * A modal dialog: title, close button, body that scrolls between two bars. The owner sets `open` and learns of a close by event.
 *
 * @summary Modal dialog of the kit's own views (internal)
 * @slot - Body
 * @slot prefix - Before the title, such as a logo
 * @slot footer - Actions at the bottom, the main one last
 * @fires {CustomEvent<DialogCloseDetail>} pg-dialog-closing - Cancelable, does not bubble: preventing it keeps the dialog open
 * @fires {CustomEvent<DialogCloseDetail>} pg-dialog-close - A person closed it; `open` is false and focus is back; does not bubble
 * @csspart base - The surface
 * @csspart header - Title bar
 * @csspart title - The heading
 * @csspart body - What scrolls
 * @csspart footer - Bar of actions
 */
export class PgDialog extends HydratableElement {
  static override styles = [baseStyles, buttonStyles, modalStyles, dialogStyles];

  @property({type: Boolean, reflect: true}) open = false;

  /** The visible title, which also names the dialog. */
  @property() heading = '';

  /** The content shows the title itself, as a heading of its own: here it only names the dialog. */
  @property({type: Boolean, attribute: 'heading-hidden'}) headingHidden = false;

  @property() size: 'small' | 'medium' | 'large' = 'medium';

  /** A click beside the dialog closes it. Leave it off where something was typed. */
  @property({type: Boolean, attribute: 'light-dismiss'}) lightDismiss = false;

  /** Where focus goes after closing if the element that opened the dialog is gone. */
  @property({attribute: false}) returnFocus: (() => HTMLElement | null | undefined) | undefined;

  @state() private hasFooter = false;

  @query('#title, dialog[tabindex]') private readonly titleElement!: HTMLElement;
  @query('.body') private readonly body!: HTMLElement;
  @query('.content') private readonly content!: HTMLElement;

  readonly #localizer = new Localizer(this, 'common', common);
  readonly #modal = new ModalController(this, {
    initialFocus: () => this.titleElement,
    lightDismiss: () => this.lightDismiss,
    returnFocus: () => this.returnFocus?.(),
  });
  #observer: ResizeObserver | undefined;

  /** Closes before it returns, without asking or telling. */
  hide(): void {
    this.open = false;
    this.#modal.hide();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watchBody();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  override firstUpdated(): void {
    this.#watchBody();
  }

  override render(): TemplateResult {
    const hidden = this.headingHidden ? this.heading : undefined;
    return html`
      <dialog
        class=${SIZES[this.size]}
        part="base"
        aria-modal="true"
        aria-labelledby=${hidden === undefined ? 'title' : nothing}
        aria-label=${hidden ?? nothing}
        tabindex=${hidden === undefined ? nothing : -1}
      >
        <div class=${hidden === undefined ? 'header' : 'header floating'} part="header">
          <slot name="prefix"></slot>
          ${
            hidden === undefined
              ? html`<h2 id="title" class="title" part="title" tabindex="-1">${this.heading}</h2>`
              : nothing
          }
          <button
            type="button"
            class="button plain icon-only close"
            aria-label=${this.#localizer.term('close')}
            @click=${this.#onCloseClick}
          >
            ${closeIcon}
          </button>
        </div>
        <div class="body" part="body">
          <div class="content"><slot></slot></div>
        </div>
        <div class="footer" part="footer" ?hidden=${!this.hasFooter}>
          <slot name="footer" @slotchange=${this.#onFooterChange}></slot>
        </div>
      </dialog>
    `;
  }

  /** Text longer than the dialog is scrolled by keyboard only if something in it takes focus; if not, the body itself does. */
  #watchBody(): void {
    if (this.#observer || !this.hasUpdated) return;
    const {body} = this;
    this.#observer = new ResizeObserver(() => {
      const scrolls = body.scrollHeight > body.clientHeight;
      body.toggleAttribute('tabindex', scrolls && !tabStop(body, 'first'));
      const isStop = body.hasAttribute('tabindex');
      if (isStop) body.tabIndex = 0;
      body.role = isStop ? 'group' : null;
      body.ariaLabel = isStop ? this.heading : null;
    });
    this.#observer.observe(body);
    this.#observer.observe(this.content);
  }

  readonly #onCloseClick = (): void => {
    this.#modal.requestClose('button');
  };

  readonly #onFooterChange = (event: Event): void => {
    this.hasFooter = (event.target as HTMLSlotElement).assignedElements().length > 0;
  };
}

/** `size` may be any string at run time; only these reach the class. */
const SIZES = {small: 'small', medium: 'medium', large: 'large'} as const;
