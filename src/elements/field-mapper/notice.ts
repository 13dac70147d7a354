import {html, nothing, type TemplateResult} from 'lit';
import type {mapper as words} from '../../i18n/en/mapper.js';
import type {Localizer} from '../../i18n/localize.js';
import {closeIcon, infoIcon} from '../../ui/icons.js';

/** What just happened to the mapping, with a way back. One at a time: the latest counts. */
export class Notice {
  readonly #words: Localizer<typeof words>;
  readonly #onChange: () => void;
  readonly #focusOn: () => void;
  #shown: {readonly text: string; readonly undo: (() => void) | undefined} | undefined;

  /** @param focusOn moves the focus on, before the button that has it goes */
  constructor(localizer: Localizer<typeof words>, onChange: () => void, focusOn: () => void) {
    this.#words = localizer;
    this.#onChange = onChange;
    this.#focusOn = focusOn;
  }

  show(text: string, undo?: () => void): void {
    this.#shown = {text, undo};
    this.#onChange();
  }

  clear(): void {
    if (!this.#shown) return;
    this.#shown = undefined;
    this.#onChange();
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#shown) return nothing;
    const {text, undo} = this.#shown;
    return html`<div class="notice" part="notice">
      ${infoIcon}
      <p class="notice-text">${text}</p>
      ${
        undo
          ? html`<button
              type="button"
              class="tool wide"
              part="undo"
              @click=${() => this.#undo(undo)}
            >
              ${this.#words.term('undo')}
            </button>`
          : nothing
      }
      <button
        type="button"
        class="tool"
        aria-label=${this.#words.term('closeNotice')}
        @click=${() => this.#close()}
      >
        ${closeIcon}
      </button>
    </div>`;
  }

  #close(): void {
    this.#focusOn();
    this.clear();
  }

  #undo(undo: () => void): void {
    this.#close();
    undo();
  }
}
