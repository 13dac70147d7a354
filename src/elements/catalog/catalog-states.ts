import {html, type TemplateResult} from 'lit';
import type {PgError} from '../../core/errors.js';
import type {catalog} from '../../i18n/en/catalog.js';
import type {Localizer} from '../../i18n/localize.js';
import {plusIcon, searchIcon} from '../../ui/icons.js';
import {emptyState, signedOutState} from '../../ui/message/empty-state.js';
import {inlineError} from '../../ui/message/inline-error.js';
import {skeletonCard} from '../../ui/skeleton/skeleton.js';
import type {SessionView} from '../session-view.js';

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
  retrying: PgError | undefined,
): TemplateResult {
  return inlineError({
    error: error && view.words(error),
    onRetry: () => void onRetry(),
    retryLabel: view.common.term('retry'),
    pending: retrying !== undefined,
  });
}

/** No integrations, nobody signed in, or no portal around the catalog. */
export function emptyView(
  view: SessionView,
  words: Localizer<typeof catalog>,
  phase: 'empty' | 'signed-out',
  isAlone: boolean,
): TemplateResult {
  if (phase === 'signed-out') return signedOutState(view.common);
  const heading = isAlone ? view.errors.term('provider-missing') : words.term('emptyTitle');
  const text = isAlone ? undefined : words.term('emptyText');
  return html`<slot name="empty">${emptyState({icon: plusIcon, heading, text})}</slot>`;
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
