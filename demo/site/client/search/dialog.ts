import {el} from '../../../src/dom.js';
import type {SearchEntry} from '../../search-options.js';

let shown: SearchDialog | undefined;

/** Opens the search dialog; the page has one. */
export function openSearch(): void {
  shown ??= new SearchDialog();
  shown.open();
}

/**
 * An editable combobox in a modal dialog; its list is always open, so that arrows need no opening first. The index is loaded
 * when the dialog is opened, and what is typed meanwhile is not lost.
 */
class SearchDialog {
  readonly #input = el('input', {
    type: 'text',
    class: 'search-input',
    role: 'combobox',
    'aria-label': 'Search the documentation',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': 'search-results',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    placeholder: 'Search elements, events, guides…',
  });
  readonly #list = el('ul', {
    class: 'search-results',
    id: 'search-results',
    role: 'listbox',
    'aria-label': 'Results',
  });
  readonly #status = el('p', {class: 'search-status', role: 'status'});
  readonly #dialog: HTMLDialogElement;
  #results: readonly SearchEntry[] = [];
  #active = -1;

  constructor() {
    const close = el('button', {type: 'button', class: 'button small'}, 'Close');
    close.addEventListener('click', () => this.#dialog.close());
    this.#dialog = el(
      'dialog',
      {class: 'search', 'aria-label': 'Search'},
      el('div', {class: 'search-bar'}, this.#input, close),
      this.#list,
      this.#status,
    );
    this.#input.addEventListener('input', () => void this.#find());
    this.#input.addEventListener('keydown', (event) => this.#onKey(event));
    // A click beside the dialog is one on its backdrop.
    this.#dialog.addEventListener('click', ({target}) => {
      if (target === this.#dialog) this.#dialog.close();
    });
    document.body.append(this.#dialog);
  }

  open(): void {
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#input.focus();
    this.#input.select();
    void this.#find();
  }

  async #find(): Promise<void> {
    const query = this.#input.value.trim();
    const found = await lookUp(query);
    // Something else has been typed since.
    if (query === this.#input.value.trim()) this.#show(query, found);
  }

  #show(query: string, found: readonly SearchEntry[] | undefined): void {
    this.#results = found ?? [];
    const {length} = this.#results;
    this.#list.replaceChildren(
      ...this.#results.map((result, index) => this.#optionOf(result, index)),
    );
    this.#list.hidden = length === 0;
    this.#input.setAttribute('aria-expanded', String(length > 0));
    this.#status.textContent = found
      ? statusOf(query, length)
      : 'The search could not be loaded. Are you offline?';
    this.#activate(length > 0 ? 0 : -1);
  }

  #optionOf({title, kind, text}: SearchEntry, index: number): HTMLLIElement {
    const option = el(
      'li',
      {class: 'search-result', id: `search-result-${index}`, role: 'option'},
      el(
        'span',
        {class: 'search-title'},
        el('strong', {}, title),
        ' ',
        el('span', {class: 'search-kind'}, kind),
      ),
      text !== '' && el('span', {class: 'search-text'}, text),
    );
    option.addEventListener('click', (event) => this.#go(index, event.ctrlKey || event.metaKey));
    option.addEventListener('pointermove', () => this.#activate(index));
    return option;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const {length} = this.#results;
    if (event.key === 'Enter') {
      this.#go(this.#active, event.ctrlKey || event.metaKey);
    } else if (length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.#activate((this.#active + step + length) % length);
      this.#list.children[this.#active]?.scrollIntoView({block: 'nearest'});
    } else {
      return;
    }
    event.preventDefault();
  }

  #activate(index: number): void {
    this.#list.children[this.#active]?.removeAttribute('aria-selected');
    this.#active = index;
    const option = this.#list.children[index];
    option?.setAttribute('aria-selected', 'true');
    if (option) this.#input.setAttribute('aria-activedescendant', option.id);
    else this.#input.removeAttribute('aria-activedescendant');
  }

  #go(index: number, elsewhere: boolean): void {
    const result = this.#results[index];
    if (!result) return;
    const brand = document.querySelector<HTMLAnchorElement>('a.brand');
    const url = new URL(result.id, brand?.href ?? location.href);
    url.search = new URL(brand?.href ?? location.href).search;
    if (elsewhere) {
      window.open(url);
      return;
    }
    this.#dialog.close();
    location.assign(url);
  }
}

/** Undefined if the index cannot be loaded. */
async function lookUp(query: string): Promise<readonly SearchEntry[] | undefined> {
  try {
    const {search} = await import('./search.js');
    return query === '' ? [] : search(query);
  } catch {
    return undefined;
  }
}

function statusOf(query: string, count: number): string {
  if (query === '') return 'Names of elements, events, parts and tokens are found too.';
  if (count === 0) return `Nothing matches “${query}”.`;
  return count === 1 ? '1 result' : `${count} results`;
}
