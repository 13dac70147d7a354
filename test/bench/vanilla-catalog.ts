import type {Integration} from '../../src/core/session/snapshot.js';
import type {CatalogData} from './catalog-data.js';

/** Larger catalogs are windowed, since no page survives all their cards. */
const WHOLE = 1_000;
const SPARE_ROWS = 4;
const SVG = 'http://www.w3.org/2000/svg';
const LABELS = {
  available: 'Not connected',
  connected: 'Connected',
  attention: 'Needs attention',
  pending: 'Setup not finished',
};

interface Entry {
  readonly integration: Integration;
  readonly text: string;
}

/**
 * The catalog as a careful front-end developer writes it for one page: the same cards and styles by plain DOM calls, sorted, searched
 * with accents folded, filtered by status. No slots, words of other languages, roving focus, groups, or checks of hostile data.
 */
export class VanillaCatalog {
  readonly root: ShadowRoot;
  readonly field = document.createElement('input');
  readonly #data: CatalogData;
  readonly #list = document.createElement('ul');
  readonly #entries: readonly Entry[];
  #shown: readonly Entry[] = [];
  #first = -1;

  constructor(host: HTMLElement, data: CatalogData, styles: readonly CSSStyleSheet[]) {
    this.#data = data;
    this.root = host.attachShadow({mode: 'open'});
    this.root.adoptedStyleSheets = [...styles];
    const {compare} = new Intl.Collator('en');
    this.#entries = [...data.integrations]
      .sort((a, b) => compare(a.name, b.name))
      .map((integration) => ({integration, text: fold(`${integration.name} ${integration.type}`)}));
    this.root.append(this.#base());
    this.#show();
    this.field.addEventListener('input', () => this.#show());
    if (this.#entries.length > WHOLE) {
      document.addEventListener('scroll', () => this.#fill(), {passive: true});
    }
  }

  #base(): HTMLElement {
    const base = element('div', 'base');
    const toolbar = element('div', 'toolbar');
    const search = element('div', 'search');
    this.field.type = 'search';
    this.field.setAttribute('aria-label', 'Search integrations');
    this.field.placeholder = 'Search integrations';
    search.append(this.field);
    toolbar.append(search, this.#filters());
    const results = element('div', 'results');
    if (this.#entries.length > WHOLE) results.classList.add('windowed');
    const group = element('div', 'group');
    this.#list.className = 'cards';
    this.#list.setAttribute('role', 'list');
    group.append(this.#list);
    results.append(group);
    base.append(toolbar, results);
    return base;
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

  #show(): void {
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

  #card(integration: Integration): HTMLLIElement {
    const {name, icon, brandColor, status, type} = integration;
    const item = document.createElement('li');
    const card = element('div', 'card');
    const logo = element('span', 'logo');
    logo.style.setProperty('--_brand', brandColor);
    const image = document.createElement('img');
    image.alt = '';
    image.loading = 'lazy';
    image.decoding = 'async';
    image.src = icon;
    logo.append(image);
    const choose = element('button', 'choose');
    choose.append(element('span', 'name', name));
    const box = element('span', 'status');
    const badge = element('span', `badge ${status}`);
    badge.append(statusIcon(), element('span', '', LABELS[status]));
    box.append(badge);
    const text = this.#data.session.texts(type)?.shortDescription ?? '';
    card.append(logo, choose, box, element('p', 'description', text));
    item.append(card);
    return item;
  }
}

function rank(entries: readonly Entry[], query: string): readonly Entry[] {
  const found = entries.filter(({text}) => text.includes(query));
  const rankOf = ({text}: Entry): number =>
    text.startsWith(query) ? 0 : text.includes(` ${query}`) ? 1 : 2;
  return found
    .map((entry) => ({entry, rank: rankOf(entry)}))
    .sort((a, b) => a.rank - b.rank)
    .map(({entry}) => entry);
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const created = document.createElement(tag);
  if (className !== '') created.className = className;
  if (text !== '') created.textContent = text;
  return created;
}

function statusIcon(): SVGElement {
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('viewBox', '0 0 20 20');
  icon.setAttribute('fill', 'none');
  icon.setAttribute('stroke', 'currentColor');
  const circle = document.createElementNS(SVG, 'circle');
  circle.setAttribute('cx', '10');
  circle.setAttribute('cy', '10');
  circle.setAttribute('r', '7');
  icon.append(circle);
  return icon;
}
