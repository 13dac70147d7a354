import {html, nothing, type TemplateResult} from 'lit';
import type {catalog} from '../../i18n/en/catalog.js';
import type {Localizer} from '../../i18n/localize.js';
import {searchIcon} from '../../ui/icon.js';
import {CATALOG_STATUSES, type CatalogStatus, type StatusCounts} from './catalog-model.js';

/** Catalogs of fewer integrations are seen at a glance and need no filter. */
const FEW = 6;

const LABELS = {
  all: 'filterAll',
  connected: 'filterConnected',
  attention: 'filterAttention',
  available: 'filterAvailable',
} as const;

export interface ToolbarOptions {
  readonly words: Localizer<typeof catalog>;
  /** Whether there is a search field. */
  readonly search: boolean;
  readonly query: string;
  readonly status: CatalogStatus;
  readonly totals: StatusCounts;
  readonly counts: StatusCounts;
  /** The filter by category, where the host has some. */
  readonly categories: TemplateResult | typeof nothing | undefined;
  readonly loading: boolean;
  readonly onFocus: () => void;
  readonly onQuery: (event: Event) => void;
  readonly onFilter: (event: Event) => void;
  readonly onKeydown: (event: KeyboardEvent) => void;
  /** Where there is something to clear. */
  readonly clearButton: TemplateResult | undefined;
}

/** What is above the cards: search field and filter. */
export function toolbar(options: ToolbarOptions): TemplateResult {
  const {search, loading, categories} = options;
  const parts = [
    search ? searchField(options) : nothing,
    loading ? filterSkeleton : statusFilter(options),
    categories ?? nothing,
  ];
  // Nothing stands beside the parts: without any of them the toolbar is `:empty`, and takes no room.
  return html`<div class="toolbar" part="toolbar" @focusin=${options.onFocus}>${parts}</div>`;
}

/** Brings the fields of a toolbar in step with what was set: the browser has changed them by itself. */
export function syncToolbar(
  bar: ParentNode,
  {query, status, category}: Pick<ToolbarOptions, 'query' | 'status'> & {readonly category: string},
): void {
  for (const field of bar.querySelectorAll('input')) {
    if (field.type === 'radio') {
      field.checked = field.value === (field.name === 'status' ? status : category);
    } else if (field.value !== query) field.value = query;
  }
}

/** The search field with its own clear button: the browser's is drawn in one engine only, and too small for a thumb. */
function searchField({
  query,
  words,
  onQuery,
  onKeydown,
  clearButton,
}: ToolbarOptions): TemplateResult {
  return html`<div class="search" part="search" role="search">
    ${searchIcon}
    <input
      type="search"
      part="search-input"
      autocomplete="off"
      spellcheck="false"
      enterkeyhint="search"
      aria-label=${words.term('search')}
      placeholder=${words.term('search')}
      .value=${query}
      @keydown=${onKeydown}
      @input=${onQuery}
    />
    ${clearButton}
  </div>`;
}

/** Statuses worth offering: none where all integrations have the same one, or where there are few. */
function usefulStatuses({status, totals}: ToolbarOptions): readonly CatalogStatus[] {
  const useful = CATALOG_STATUSES.filter((one) => one === status || one === 'all' || totals[one]);
  return status !== 'all' || (useful.length > 2 && totals.all >= FEW) ? useful : [];
}

/** Keeps the room that the filter usually takes, so that cards do not move when it comes. */
const filterSkeleton = html`<span class="filters-to-come"></span>`;

/** What counts in a filter: how many it would leave of what is searched for. */
function statusFilter(options: ToolbarOptions): TemplateResult | typeof nothing {
  const {counts, words, onFilter, search, totals} = options;
  const choices = usefulStatuses(options).map((value) => ({
    value,
    label: words.term(LABELS[value]),
    count: counts[value],
  }));
  // Where there is nothing to choose, how many there are keeps the room; screen readers hear that of the list.
  return search && totals.all && !choices[0]
    ? html`<p class="filters" aria-hidden="true">${words.term('list')} ${counts.all}</p>`
    : filter('status', words.term('filter'), choices, onFilter);
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/**
 * Radio buttons, which {@link syncToolbar} checks: arrow keys, one tab stop and "1 of 4" come with them, and an `input` event that leaves
 * the shadow tree.
 */
export function filter(
  name: 'status' | 'category',
  legend: string,
  choices: readonly Choice[],
  onInput: (event: Event) => void,
): TemplateResult | typeof nothing {
  if (choices.length === 0) return nothing;
  // Scrolls where there is little room, which makes it a tab stop in Firefox: its radio buttons are one already.
  return html`<fieldset class="filters by-${name}" part="filters" tabindex="-1" @input=${onInput}>
    <legend class="visually-hidden">${legend}</legend>
    ${choices.map(
      ({value, label, count}) =>
        html`<label
          class="filter ${value === 'attention' && count > 0 ? 'urgent' : ''}"
          part="filter"
        >
          <input type="radio" name=${name} class="visually-hidden" .value=${value} />
          <span>${label}</span>
          <span class="count">${count}</span>
        </label>`,
    )}
  </fieldset>`;
}
