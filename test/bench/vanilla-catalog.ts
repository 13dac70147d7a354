import type {Integration} from '../../src/core/session/snapshot.js';
import type {CatalogData} from './catalog-data.js';
import {ACTION_LABELS, fold, NOTE_LABELS, rank, SKELETONS, type Entry} from './catalog-parts.js';

/** Larger catalogs are windowed, since no page survives all their cards. */
const WHOLE = 1_000;
const SPARE_ROWS = 4;

/**
 * The catalog as a careful front-end developer writes it for one page: the same cards and styles by plain DOM calls, sorted, searched
 * with accents folded. No slots, words of other languages, roving focus, groups, or checks of hostile data.
 */
export class VanillaCatalog {
  readonly root: ShadowRoot;
  readonly field = document.createElement('input');
  readonly #toolbar = element('div', 'toolbar');
  readonly #results = element('div', 'results');
  readonly #list = document.createElement('ul');
  #data: CatalogData | undefined;
  #entries: readonly Entry[] = [];
  #shown: readonly Entry[] = [];
  #first = -1;

  constructor(host: HTMLElement, styles: readonly CSSStyleSheet[]) {
    this.root = host.attachShadow({mode: 'open'});
    this.root.adoptedStyleSheets = [...styles];
    const search = element('div', 'search');
    this.field.type = 'search';
    this.field.setAttribute('aria-label', 'Search integrations');
    this.field.placeholder = 'Search integrations';
    this.field.addEventListener('input', () => this.#search());
    search.append(this.field);
    this.#toolbar.append(search);
    this.#list.className = 'cards';
    this.#list.setAttribute('role', 'list');
    const skeletons = element('div', 'cards');
    for (let index = 0; index < SKELETONS; index += 1)
      skeletons.append(element('div', 'skeleton-card'));
    this.#results.append(skeletons);
    const base = element('div', 'base');
    base.append(this.#toolbar, this.#results);
    this.root.append(base);
  }

  show(data: CatalogData): void {
    this.#data = data;
    const {compare} = new Intl.Collator('en');
    this.#entries = [...data.integrations]
      .sort((a, b) => compare(a.name, b.name))
      .map((integration) => ({integration, text: fold(`${integration.name} ${integration.type}`)}));
    this.#toolbar.append(this.#filters());
    this.#results.replaceChildren(this.#list);
    this.#search();
    if (this.#entries.length > WHOLE) {
      document.addEventListener('scroll', () => this.#fill(), {passive: true});
    }
  }

  #filters(): HTMLElement {
    const filters = element('fieldset', 'filters');
    const connected = this.#entries.filter(({integration}) => integration.status === 'connected');
    const counts = {
      All: this.#entries.length,
      Connected: connected.length,
      Available: this.#entries.length - connected.length,
    };
    for (const [label, count] of Object.entries(counts)) {
      const filter = element('label', 'filter');
      const radio = document.createElement('input');
      radio.type = 'radio';
      radio.name = 'status';
      radio.className = 'visually-hidden';
      radio.checked = label === 'All';
      filter.append(radio, element('span', '', label), element('span', 'count', String(count)));
      filters.append(filter);
    }
    return filters;
  }

  #search(): void {
    const query = fold(this.field.value.trim());
    this.#shown = query === '' ? this.#entries : rank(this.#entries, query);
    this.#first = -1;
    this.#fill();
  }

  #fill(): void {
    if (this.#entries.length <= WHOLE) {
      this.#list.replaceChildren(...this.#shown.map(({integration}) => this.#card(integration)));
      return;
    }
    const columns = getComputedStyle(this.#list).gridTemplateColumns.split(' ').length;
    const rows = Math.ceil(this.#shown.length / columns);
    this.#list.style.setProperty('--_rows', String(rows));
    const {top, height} = this.#list.getBoundingClientRect();
    const pitch = height / Math.max(1, rows);
    const first = Math.max(0, Math.floor(-top / pitch) - SPARE_ROWS);
    const end = Math.ceil((innerHeight - top) / pitch) + SPARE_ROWS;
    if (first === this.#first) return;
    this.#first = first;
    this.#list.replaceChildren(
      ...this.#shown.slice(first * columns, end * columns).map(({integration}, index) => {
        const item = this.#card(integration);
        item.style.gridRowStart = String(first + Math.floor(index / columns) + 1);
        return item;
      }),
    );
  }

  #card({name, icon, brandColor, status, type}: Integration): HTMLElement {
    const item = element('li', `card ${status}`);
    const logo = element('span', 'logo');
    logo.ariaHidden = 'true';
    logo.style.setProperty('--_brand', brandColor);
    const image = document.createElement('img');
    image.alt = '';
    image.loading = 'lazy';
    image.decoding = 'async';
    image.src = icon;
    logo.append(image);
    const choose = button('choose');
    const title = element('span', 'name', name);
    title.id = `${type}n`;
    choose.append(title);
    choose.setAttribute('aria-labelledby', title.id);
    const text = this.#data?.session.texts(type)?.shortDescription ?? '';
    const description = element('p', 'description', text);
    description.id = `${type}d`;
    choose.setAttribute('aria-describedby', description.id);
    const note = element('span', 'status', NOTE_LABELS[status]);
    note.hidden = status === 'available';
    item.append(logo, choose, description, note, button('action', ACTION_LABELS[status]));
    return item;
  }
}

function button(className: string, text = ''): HTMLButtonElement {
  const created = element('button', className, text) as HTMLButtonElement;
  created.type = 'button';
  created.tabIndex = -1;
  return created;
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const created = document.createElement(tag);
  if (className !== '') created.className = className;
  if (text !== '') created.textContent = text;
  return created;
}
