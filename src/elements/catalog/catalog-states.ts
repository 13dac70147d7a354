import {html, type CSSResult, type TemplateResult} from 'lit';
import type {PgError} from '../../core/errors.js';
import type {catalog} from '../../i18n/en/catalog.js';
import type {common} from '../../i18n/en/common.js';
import {errors} from '../../i18n/en/errors.js';
import {Localizer} from '../../i18n/localize.js';
import {buttonStyles} from '../../ui/button-styles.js';
import {errorIcon, plusIcon, searchIcon} from '../../ui/icons.js';
import {emptyState, signedOutState} from '../../ui/message/empty-state.js';
import {errorWords} from '../../ui/message/error-words.js';
import {messageStyles} from '../../ui/message/message-styles.js';
import type {SessionElement} from '../session-element.js';

export {indexMore, indexOf, search, wordsOf} from './catalog-search.js';
export {moveInGrid} from './grid-keys.js';
export {MatchMarks} from './match-marks.js';

/** Longest query that the words about it repeat (UTF-16 units). */
const MAX_QUERY = 60;

/**
 * What a catalog shows instead of cards, and why it failed. Loaded with the search and the keyboard when one of them is needed: a catalog that
 * is only looked at does without.
 */
export class CatalogStates {
  static readonly styles: readonly CSSResult[] = [buttonStyles, messageStyles];

  readonly icon = errorIcon;
  readonly #words: Localizer<typeof catalog>;
  readonly #common: Localizer<typeof common>;
  readonly #errors: Localizer<typeof errors>;

  constructor(
    host: SessionElement,
    words: Localizer<typeof catalog>,
    shared: Localizer<typeof common>,
  ) {
    this.#words = words;
    this.#common = shared;
    this.#errors = new Localizer(host, 'errors', errors);
  }

  /** What went wrong, and in the words of whoever refused. */
  reason(error: PgError): TemplateResult {
    const {text, detail} = errorWords(error, this.#errors);
    return html`<p>${text}</p>
      ${detail && html`<p class="message-detail"><bdi>${detail}</bdi></p>`}`;
  }

  /** No integrations, or no portal around the catalog. */
  empty(isAlone: boolean): TemplateResult {
    const heading = isAlone
      ? this.#errors.term('provider-missing')
      : this.#words.term('emptyTitle');
    const text = isAlone ? undefined : this.#words.term('emptyText');
    return html`<slot name="empty">${emptyState({icon: plusIcon, heading, text})}</slot>`;
  }

  /** @param onRetry where the session can sign in itself */
  signedOut(onRetry: (() => Promise<void>) | undefined): TemplateResult {
    const action = html`<button type="button" class="button" part="retry" @click=${onRetry}>
      ${this.#common.term('retry')}
    </button>`;
    return signedOutState(this.#common, onRetry && action);
  }

  /**
   * Search and filter leave nothing.
   * @param elsewhere how many the search finds without the filter
   * @param onShowAll takes away the filter, and the search too if that finds nothing anywhere
   */
  noResults(query: string, elsewhere: number, onShowAll: () => void): TemplateResult {
    const searched = query.trim();
    const words = this.#words;
    const isFilter = searched === '';
    const label = isFilter ? 'showAll' : elsewhere > 0 ? 'searchAll' : 'clear';
    const action = html`<button type="button" class="button" part="show-all" @click=${onShowAll}>
      ${words.term(label)}
    </button>`;
    return emptyState({
      icon: searchIcon,
      heading: isFilter
        ? words.term('noResultsFilter')
        : words.term('noResults', searched.slice(0, MAX_QUERY)),
      text: isFilter
        ? undefined
        : elsewhere > 0
          ? words.term('foundElsewhere', elsewhere)
          : words.term('noResultsText'),
      action,
    });
  }
}
