import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {common} from '../../i18n/en/common.js';
import {dialog as words} from '../../i18n/en/dialog.js';
import {Localizer} from '../../i18n/localize.js';
import {baseStyles} from '../base-styles.js';
import {breakable} from '../breakable.js';
import {buttonStyles} from '../button-styles.js';
import {HydratableElement} from '../hydratable-element.js';
import {type ErrorWords, inlineError} from '../message/message.js';
import {messageStyles} from '../message/message-styles.js';
import {confirmStyles} from './confirm-styles.js';
import {modalStyles} from './dialog-styles.js';
import {ModalController} from './modal-controller.js';

/** From here on a request counts as slow: people are told, and may leave (ms). */
const SLOW_AFTER = 10_000;

/**
 * Asks before something that cannot be undone. The owner does it on `pg-confirm`, sets `pending` meanwhile, then `open = false` or
 * `error`; the dialog itself never closes on success.
 *
 * @summary Alert dialog that confirms a destructive action (internal)
 * @fires {CustomEvent<null>} pg-confirm - The person agreed, or tries again after an error; does not bubble
 * @fires {CustomEvent<DialogCloseDetail>} pg-dialog-closing - Cancelable, does not bubble: preventing it keeps the dialog open
 * @fires {CustomEvent<DialogCloseDetail>} pg-dialog-close - The person declined; focus is back; does not bubble
 * @csspart base - The surface
 * @csspart title - The question
 * @csspart actions - Row of buttons
 */
export class PgConfirm extends HydratableElement {
  static override styles = [baseStyles, buttonStyles, messageStyles, modalStyles, confirmStyles];

  @property({type: Boolean, reflect: true}) open = false;

  /** The question, with the name of what it is about. */
  @property() heading = '';

  /** One sentence below the question. */
  @property() text = '';

  /** What will happen, one short sentence each. */
  @property({attribute: false}) consequences: readonly string[] = [];

  /** Verb of the confirm button ("Disconnect"), never "OK". */
  @property({attribute: 'confirm-label'}) confirmLabel = '';

  /** The action is under way: no second one starts, and the dialog stays until the outcome is known. */
  @property({type: Boolean}) pending = false;

  /** Why the action failed; the confirm button then offers another try. */
  @property({attribute: false}) error: ErrorWords | undefined;

  /** Where focus goes after closing if the element that opened the dialog is gone. */
  @property({attribute: false}) returnFocus: (() => HTMLElement | null | undefined) | undefined;

  @state() private slow = false;

  @query('.cancel') private readonly cancelButton!: HTMLButtonElement;

  readonly #common = new Localizer(this, 'common', common);
  readonly #words = new Localizer(this, 'dialog', words);
  readonly #modal = new ModalController(this, {
    initialFocus: () => this.cancelButton,
    mayClose: () => !this.pending || this.slow,
    returnFocus: () => this.returnFocus?.(),
  });
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.pending) this.#watchTime();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    // An owner that reports an error, or asks anew, need not also take back the `pending` that a click set here.
    const settled = (changed.has('error') && this.error) || (changed.has('open') && this.open);
    if (settled && !changed.has('pending')) this.pending = false;
    if (changed.has('pending')) this.#watchTime();
  }

  override render(): TemplateResult {
    const blocked = this.pending && !this.slow;
    return html`
      <dialog
        part="base"
        role="alertdialog"
        aria-modal="true"
        aria-labelledby="title"
        aria-describedby="text consequences"
      >
        <div class="content">
          <h2 id="title" class="title" part="title">${breakable(this.heading)}</h2>
          <p id="text" class="text" ?hidden=${!this.text}>${this.text}</p>
          <ul id="consequences" class="consequences" ?hidden=${this.consequences.length === 0}>
            ${this.#renderConsequences()}
          </ul>
          ${inlineError({error: this.pending ? undefined : this.error})}
          <p class="text" role="status">${this.slow ? this.#words.term('slow') : nothing}</p>
        </div>
        <div class="actions" part="actions">
          <button
            type="button"
            class="button cancel"
            aria-disabled=${blocked ? 'true' : 'false'}
            @click=${this.#onCancelClick}
          >
            ${this.#common.term(this.slow ? 'close' : 'cancel')}
          </button>
          <button
            type="button"
            class="button danger"
            aria-busy=${this.pending ? 'true' : 'false'}
            aria-disabled=${this.pending ? 'true' : 'false'}
            @click=${this.#onConfirmClick}
          >
            ${this.#confirmWords()}
          </button>
        </div>
      </dialog>
    `;
  }

  #renderConsequences(): readonly TemplateResult[] {
    return this.consequences.map((consequence) => html`<li>${consequence}</li>`);
  }

  #confirmWords(): string {
    if (this.pending) return this.#words.term('working');
    return this.error ? this.#common.term('retry') : this.confirmLabel;
  }

  #watchTime(): void {
    clearTimeout(this.#timer);
    this.slow = false;
    // One that was closed with its page around it has nobody to tell.
    if (this.pending && this.isConnected)
      this.#timer = setTimeout(() => (this.slow = true), SLOW_AFTER);
  }

  readonly #onCancelClick = (): void => {
    this.#modal.requestClose('button');
  };

  readonly #onConfirmClick = (): void => {
    if (this.pending) return;
    // Set here as well, so that the second click of a double click finds it set.
    this.pending = true;
    this.dispatchEvent(new CustomEvent<null>('pg-confirm', {detail: null}));
  };
}
