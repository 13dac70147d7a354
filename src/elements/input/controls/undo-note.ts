import {html, nothing, type TemplateResult} from 'lit';
import {closeIcon, infoIcon} from '../../../ui/icons.js';
import type {ViewHost} from '../control.js';
import type {ControlField} from '../field.js';

/** What just happened to a value, with a way back. One at a time: the latest counts. */
export class UndoNote {
  readonly #host: ViewHost;
  #shown: {readonly text: string; readonly undo: (() => void) | undefined} | undefined;

  constructor(host: ViewHost) {
    this.#host = host;
  }

  /** Shows and announces. */
  show(field: ControlField, text: string, undo?: () => void): void {
    this.#shown = {text, undo};
    field.announce(text);
    this.#host.requestUpdate();
  }

  clear(): void {
    if (!this.#shown) return;
    this.#shown = undefined;
    this.#host.requestUpdate();
  }

  render({words}: ControlField): TemplateResult | typeof nothing {
    if (!this.#shown) return nothing;
    const {text, undo} = this.#shown;
    return html`<div class="note" part="note">
      ${infoIcon}
      <p class="note-text">${text}</p>
      ${
        undo
          ? html`<button
              type="button"
              class="tool wide"
              part="undo"
              @click=${() => {
                this.#close();
                undo();
              }}
            >
              ${words.term('undo')}
            </button>`
          : nothing
      }
      <button
        type="button"
        class="tool"
        aria-label=${words.term('closeNote')}
        @click=${() => this.#close()}
      >
        ${closeIcon}
      </button>
    </div>`;
  }

  #close(): void {
    // Before the button goes that has the focus: that would take it out of the field.
    this.#host.renderRoot.querySelector<HTMLElement>('#dependent')?.focus();
    this.clear();
  }
}
