import {html, type TemplateResult} from 'lit';
import type {PgError} from '../../core/errors.js';
import type {catalog} from '../../i18n/en/catalog.js';
import type {Localizer} from '../../i18n/localize.js';
import {plusIcon, searchIcon} from '../../ui/icons.js';
import {emptyState, signedOutState} from '../../ui/message/empty-state.js';
import {inlineError} from '../../ui/message/inline-error.js';
import {skeletonCard} from '../../ui/skeleton/skeleton.js';
import type {SessionView} from '../session-view.js';
import type {CatalogSection} from './catalog-model.js';

/** Longest query that the words about it repeat (UTF-16 units). */
const MAX_QUERY = 60;
const SKELETONS = Array.from({length: 12}, () => skeletonCard());

/** Cards to come, of the size that they will have. */
export function skeletonView(): TemplateResult {
  return html`<div class="cards skeletons" part="skeleton">${SKELETONS}</div>`;
}

/** What failed, above the cards that are there; always rendered, so that screen readers follow it. */
export function failedView(
  view: SessionView,
  error: PgError | undefined,
  onRetry: () => Promise<void>,
  pending: boolean,
): TemplateResult {
  return inlineError({
    error: error && view.words(error),
    onRetry: () => void onRetry(),
    retryLabel: view.common.term('retry'),
    pending,
  });
}

/** No integrations, or no portal around the catalog. */
export function emptyView(
  view: SessionView,
  words: Localizer<typeof catalog>,
  isAlone: boolean,
): TemplateResult {
  const heading = isAlone ? view.errors.term('provider-missing') : words.term('emptyTitle');
  const text = isAlone ? undefined : words.term('emptyText');
  return html`<slot name="empty">${emptyState({icon: plusIcon, heading, text})}</slot>`;
}

/** @param onRetry where the session can sign in itself */
export function signedOutView(
  view: SessionView,
  onRetry: (() => Promise<void>) | undefined,
): TemplateResult {
  const action = html`<button type="button" class="button" part="retry" @click=${onRetry}>
    ${view.common.term('retry')}
  </button>`;
  return signedOutState(view.common, onRetry && action);
}

/** Search and filter leave nothing. */
export function noResultsView(
  words: Localizer<typeof catalog>,
  query: string,
  onShowAll: () => void,
): TemplateResult {
  const searched = query.trim();
  const action = html`<button type="button" class="button" part="show-all" @click=${onShowAll}>
    ${words.term(searched === '' ? 'showAll' : 'clear')}
  </button>`;
  return emptyState({
    icon: searchIcon,
    heading:
      searched === ''
        ? words.term('noResultsFilter')
        : words.term('noResults', searched.slice(0, MAX_QUERY)),
    text: searched === '' ? undefined : words.term('noResultsText'),
    action,
  });
}

/** A list of cards, which `CardGrid` fills, and its heading. */
export function sectionView(
  {label, integrations}: CatalogSection,
  index: number,
  words: Localizer<typeof catalog>,
): TemplateResult {
  if (label === undefined) {
    return html`<div class="group" part="group">
      <ul class="cards" part="list" role="list" aria-label=${words.term('list')}></ul>
    </div>`;
  }
  const id = `group-${index}`;
  return html`<div class="group" part="group">
    <h3 class="group-heading" part="group-heading" id=${id}>
      ${label}
      <span class="count" aria-hidden="true">${integrations.length}</span>
    </h3>
    <ul class="cards" part="list" role="list" aria-labelledby=${id}></ul>
  </div>`;
}
