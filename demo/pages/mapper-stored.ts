import {button, el} from '../src/dom.js';
import {jsonPanel} from '../src/json-panel.js';

export interface StoredOptions {
  /** What the mapper holds now. */
  readonly value: () => unknown;
  /** Shows a stored value in a new mapper. */
  readonly open: (stored: unknown) => void;
}

/** The value of the mapper, and what is stored of it: a text that people may change, as other programs would. */
export class StoredMapping {
  readonly #options: StoredOptions;
  readonly #value = jsonPanel('Value, as it changes');
  readonly #text = el('textarea', {
    class: 'control stored-text',
    id: 'stored-text',
    rows: 8,
    dir: 'ltr',
    spellcheck: 'false',
    autocomplete: 'off',
  });
  readonly #status = el('p', {class: 'hint', role: 'status', id: 'stored-status'});

  constructor(section: HTMLElement, options: StoredOptions) {
    this.#options = options;
    section.append(
      el('h2', {id: 'value-title'}, 'The value'),
      this.#value.element,
      el(
        'label',
        {class: 'field', for: 'stored-text'},
        el('span', {}, 'What is stored'),
        this.#text,
      ),
      el(
        'div',
        {class: 'actions'},
        button('Open what is stored', () => this.reopen()),
      ),
      this.#status,
    );
  }

  /** Puts a value in the place of what is stored. */
  store(value: unknown): void {
    this.#text.value = value === undefined ? '' : JSON.stringify(value, null, 2);
  }

  /** Says what became of the last thing that was done. */
  say(words: string): void {
    this.#status.textContent = words;
  }

  /** Opens what is stored, as it stands in the text, and says whether the mapper gives back the same. */
  reopen(): void {
    const text = this.#text.value.trim();
    let stored: unknown;
    try {
      stored = text === '' ? undefined : JSON.parse(text);
    } catch (error) {
      this.say(`This is no JSON: ${error instanceof Error ? error.message : ''}`);
      return;
    }
    this.#options.open(stored);
    const isSame = JSON.stringify(this.#options.value()) === JSON.stringify(stored);
    this.say(
      isSame
        ? 'Open. The mapper gives back what was stored, byte for byte.'
        : 'Open. The mapper gives back another value.',
    );
  }

  update(): void {
    this.#value.show(this.#options.value());
  }
}
