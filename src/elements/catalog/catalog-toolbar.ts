import {html, nothing, type TemplateResult} from 'lit';
import type {catalog} from '../../i18n/en/catalog.js';
import type {Localizer} from '../../i18n/localize.js';
import {closeIcon, searchIcon} from '../../ui/icons.js';
import {CATALOG_STATUSES, type CatalogStatus} from './catalog-model.js';

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
  readonly counts: Readonly<Record<CatalogStatus, number>>;
  readonly loading: boolean;
  readonly onFocus: () => void;
  readonly onQuery: (event: Event) => void;
  readonly onStatus: (event: Event) => void;
  readonly onClear: () => void;
  readonly onKeydown: (event: KeyboardEvent) => void;
}

/** What is above the cards: search field and filter. */
export function toolbar(options: ToolbarOptions): TemplateResult {
  const {search, loading} = options;
  const parts = [
    search ? searchField(options) : nothing,
    loading ? filterSkeleton : nothing,
    statusFilter(options),
  ];
  // Nothing stands beside the parts: without any of them the toolbar is `:empty`, and takes no room.
  return html`<div class="toolbar" part="toolbar" @focusin=${options.onFocus}>${parts}</div>`;
}

/** Brings the fields of a toolbar in step with what was set: the browser has changed them by itself. */
export function syncToolbar(bar: ParentNode, query: string, status: CatalogStatus): void {
  for (const field of bar.querySelectorAll('input')) {
    if (field.type === 'radio') field.checked = field.value === status;
    else if (field.value !== query) field.value = query;
  }
}

/** The search field with its own clear button: the browser's is drawn in one engine only, and too small for a thumb. */
function searchField(options: ToolbarOptions): TemplateResult {
  const {query, words, onQuery, onClear, onKeydown} = options;
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
    ${
      query === ''
        ? nothing
        : html`<button
            type="button"
            class="clear"
            part="clear"
            aria-label=${words.term('clear')}
            @click=${onClear}
          >
            ${closeIcon}
          </button>`
    }
  </div>`;
}

/** Statuses worth offering: none where all integrations have the same one, or where there are few. */
function usefulStatuses({
  status,
  counts,
}: Pick<ToolbarOptions, 'status' | 'counts'>): readonly CatalogStatus[] {
  const useful = CATALOG_STATUSES.filter((one) => one === status || one === 'all' || counts[one]);
  return status !== 'all' || (useful.length > 2 && counts.all >= FEW) ? useful : [];
}

/** Keeps the room that the filter usually takes, so that cards do not move when it comes. */
const filterSkeleton = html`<span class="filters-to-come"></span>`;

/** Radio buttons: arrow keys, one tab stop and "1 of 4" come with them, and an `input` event that leaves the shadow tree. */
function statusFilter(options: ToolbarOptions): TemplateResult | typeof nothing {
  const {status, counts, words, onStatus} = options;
  const statuses = usefulStatuses(options);
  if (statuses.length === 0) return nothing;
  return html`<fieldset class="filters" part="filters" @input=${onStatus}>
    <legend class="visually-hidden">${words.term('filter')}</legend>
    ${statuses.map(
      (one) =>
        html`<label class="filter" part="filter">
          <input
            type="radio"
            name="status"
            class="visually-hidden"
            .value=${one}
            .checked=${one === status}
          />
          <span>${words.term(LABELS[one])}</span>
          <span class="count">${counts[one]}</span>
        </label>`,
    )}
  </fieldset>`;
}
