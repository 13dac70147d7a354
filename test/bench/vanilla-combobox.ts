interface Option {
  readonly value: string;
  readonly label: string;
}

interface Entry extends Option {
  readonly text: string;
}

const ROW = 33;
const EXTENT = 320;
const SPARE = 6;
const PAGE = Math.ceil(EXTENT / ROW) + 2 * SPARE;

const STYLES = `
  .list {position: fixed; inset: auto; margin: 0; padding: 0; border: 1px solid; overflow-y: auto;
    block-size: ${EXTENT}px; inline-size: 300px}
  .option {block-size: ${ROW}px; padding: 6px 10px; box-sizing: border-box}
  .active {background: Highlight; color: HighlightText}
`;

/**
 * An editable combobox as a careful front-end developer writes it for one page: windowed, searched with accents folded, in the top
 * layer, keys of the pattern. No sections, second lines, several values, rows of other heights, ranking, or announcements.
 */
export class VanillaCombobox {
  readonly root: ShadowRoot;
  readonly field = document.createElement('input');
  readonly toggle = document.createElement('button');
  readonly #list = document.createElement('div');
  readonly #space = document.createElement('div');
  readonly #options: readonly Option[];
  #entries: readonly Entry[] | undefined;
  #shown: readonly Option[] = [];
  #first = -1;
  #active = -1;

  constructor(host: HTMLElement, options: readonly Option[]) {
    this.#options = options;
    this.root = host.attachShadow({mode: 'open'});
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    this.root.adoptedStyleSheets = [sheet];
    for (const [name, value] of Object.entries({
      role: 'combobox',
      'aria-label': 'Field',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': 'listbox',
    })) {
      this.field.setAttribute(name, value);
    }
    this.toggle.tabIndex = -1;
    this.toggle.setAttribute('aria-label', 'Field');
    this.#list.id = 'listbox';
    this.#list.className = 'list';
    this.#list.popover = 'manual';
    this.#list.setAttribute('role', 'listbox');
    this.#list.append(this.#space);
    this.root.append(this.field, this.toggle, this.#list);
    this.field.addEventListener('input', () => this.#search());
    this.field.addEventListener('keydown', ({key}) => this.#onKey(key));
    this.toggle.addEventListener('click', () => this.#open());
    this.#list.addEventListener('scroll', () => this.#fill(), {passive: true});
  }

  get #isOpen(): boolean {
    return this.#list.matches(':popover-open');
  }

  #open(): void {
    if (this.#isOpen) return;
    this.#shown = this.#options;
    this.#active = -1;
    this.#list.showPopover();
    const {left, bottom} = this.field.getBoundingClientRect();
    this.#list.style.left = `${left}px`;
    this.#list.style.top = `${bottom}px`;
    this.field.setAttribute('aria-expanded', 'true');
    this.#renew();
  }

  #close(): void {
    if (this.#isOpen) this.#list.hidePopover();
    this.field.setAttribute('aria-expanded', 'false');
  }

  #search(): void {
    this.#open();
    const query = fold(this.field.value.trim());
    this.#entries ??= this.#options.map((option) => ({...option, text: fold(option.label)}));
    this.#shown = query ? this.#entries.filter(({text}) => text.includes(query)) : this.#options;
    this.#active = -1;
    this.#list.scrollTop = 0;
    this.#renew();
  }

  #onKey(key: string): void {
    const end = this.#shown.length - 1;
    if (key === 'Escape') this.#close();
    else if (key === 'ArrowDown') this.#goTo(this.#active < end ? this.#active + 1 : 0);
    else if (key === 'ArrowUp') this.#goTo(this.#active > 0 ? this.#active - 1 : end);
  }

  #goTo(position: number): void {
    this.#active = position;
    const top = position * ROW;
    const {scrollTop} = this.#list;
    if (top < scrollTop) this.#list.scrollTop = top;
    else if (top + ROW > scrollTop + EXTENT) this.#list.scrollTop = top + ROW - EXTENT;
    this.#renew();
    this.field.setAttribute('aria-activedescendant', `option-${position}`);
  }

  #renew(): void {
    this.#first = -1;
    this.#space.style.height = `${this.#shown.length * ROW}px`;
    this.#fill();
  }

  #fill(): void {
    const first = Math.max(0, Math.floor(this.#list.scrollTop / ROW) - SPARE);
    if (first === this.#first) return;
    this.#first = first;
    this.#space.style.paddingTop = `${first * ROW}px`;
    this.#space.style.boxSizing = 'border-box';
    this.#space.replaceChildren(
      ...this.#shown
        .slice(first, first + PAGE)
        .map((option, index) => this.#row(option, first + index)),
    );
  }

  #row({label}: Option, position: number): HTMLElement {
    const row = document.createElement('div');
    const isActive = position === this.#active;
    row.id = `option-${position}`;
    row.className = isActive ? 'option active' : 'option';
    row.setAttribute('role', 'option');
    row.setAttribute('aria-selected', String(isActive));
    row.setAttribute('aria-setsize', String(this.#shown.length));
    row.setAttribute('aria-posinset', String(position + 1));
    row.textContent = label;
    return row;
  }
}

const fold = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
