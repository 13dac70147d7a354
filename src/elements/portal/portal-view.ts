import {html, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import type {ConnectSession} from '../../core/compose.js';
import {getSettingsDrafts} from '../../core/settings/settings-drafts.js';
import {portal as words} from '../../i18n/en/portal.js';
import {Localizer} from '../../i18n/localize.js';
import {baseStyles} from '../../ui/base-styles.js';
import {plainText} from '../../ui/safe/text.js';
import {SessionElement} from '../session-element.js';

/**
 * The whole portal: the catalog, and the chosen integration in a dialog.
 *
 * @summary What `<pg-portal>` shows when it is empty (internal)
 * @csspart catalog - The catalog
 * @csspart dialog - The dialog
 */
export class PgPortalView extends SessionElement {
  static override styles = baseStyles;

  @state() private chosen = '';
  @state() private open = false;
  /** The dialog was to be closed with something typed in it that is not saved. */
  @state() private asked = false;

  readonly #words = new Localizer(this, 'portal', words);

  protected override watched(session: ConnectSession): readonly unknown[] {
    return [session.integration(this.chosen)];
  }

  protected override render(): TemplateResult {
    const name = plainText(this.current?.integration(this.chosen)?.name, 80);
    return html`
      <pg-catalog part="catalog" .session=${this.session} @pg-select=${this.#onSelect}></pg-catalog>
      <pg-dialog
        part="dialog"
        size="large"
        .heading=${name}
        heading-hidden
        ?open=${this.open}
        @pg-dialog-closing=${this.#onClosing}
        @pg-dialog-close=${() => (this.open = false)}
      >
        ${
          this.open
            ? html`<pg-integration
                .session=${this.session}
                integration=${this.chosen}
              ></pg-integration>`
            : undefined
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

  #onSelect(event: CustomEvent<{readonly integration: string}>): void {
    // The host hears the event after this: only once it is through is it known whether the host wants to show the integration itself.
    queueMicrotask(() => {
      if (event.defaultPrevented) return;
      this.chosen = event.detail.integration;
      this.open = true;
    });
  }

  #onClosing(event: Event): void {
    const {current} = this;
    if (!current || !getSettingsDrafts(current).isDirty(this.chosen)) return;
    event.preventDefault();
    this.asked = true;
  }

  #onDiscard(): void {
    if (this.current) getSettingsDrafts(this.current).reset(this.chosen);
    this.asked = false;
    this.open = false;
  }
}
