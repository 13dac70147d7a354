import {html, nothing, type TemplateResult} from 'lit';
import {closeIcon, infoIcon} from '../icons.js';

/** Options of an {@link UndoNote}. */
export interface UndoNoteOptions {
  /** Its part and class. */
  readonly name: string;
  /** Has a note read out. */
  readonly announce: (text: string) => void;
  /** There is another note to render, or none. */
  readonly onChange: () => void;
  /** Moves the focus on, before the button that has it goes: that would take it out of the element. */
  readonly focusOn: () => void;
}

/** Words of its buttons. */
interface UndoWords {
  readonly undo: string;
  readonly close: string;
}

/** What just happened to a value, with a way back. One at a time: the latest counts. It is read out. */
export class UndoNote {
  readonly #options: UndoNoteOptions;
  #shown: {readonly text: () => string; readonly undo: (() => void) | undefined} | undefined;

  constructor(options: UndoNoteOptions) {
    this.#options = options;
  }

  /** @param text asked at each render: the page may turn to another language meanwhile */
  show(text: () => string, undo?: () => void): void {
    this.#shown = {text, undo};
    this.#options.announce(text());
    this.#options.onChange();
  }

  clear(): void {
    if (!this.#shown) return;
    this.#shown = undefined;
    this.#options.onChange();
  }

  render(words: UndoWords): TemplateResult | typeof nothing {
    if (!this.#shown) return nothing;
    const {name} = this.#options;
    const {text, undo} = this.#shown;
    return html`<div class=${name} part=${name}>
      ${infoIcon}
      <p class=${`${name}-text`}>${text()}</p>
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
              ${words.undo}
            </button>`
          : nothing
      }
      <button type="button" class="tool" aria-label=${words.close} @click=${() => this.#close()}>
        ${closeIcon}
      </button>
    </div>`;
  }

  #close(): void {
    this.#options.focusOn();
    this.clear();
  }
}
