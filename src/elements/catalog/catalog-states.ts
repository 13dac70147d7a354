import {html, type CSSResultGroup, type TemplateResult} from 'lit';
import type {PgError} from '../../core/errors.js';
import type {catalog} from '../../i18n/en/catalog.js';
import type {common} from '../../i18n/en/common.js';
import {errors} from '../../i18n/en/errors.js';
import {Localizer} from '../../i18n/localize.js';
import {buttonStyles} from '../../ui/base-styles.js';
import {errorIcon, plusIcon, searchIcon} from '../../ui/icons.js';
import {emptyState, signedOutState} from '../../ui/message/empty-state.js';
import {errorWords} from '../../ui/message/error-words.js';
import {messageStyles} from '../../ui/message/message-styles.js';
import type {SessionElement} from '../session-element.js';

/** Longest query that the words about it repeat (UTF-16 units). */
const MAX_QUERY = 60;

/**
 * What a catalog shows instead of cards, and why it failed: loaded after the first cards, or when it is needed.
 */
export class CatalogStates {
  static readonly styles: CSSResultGroup = [buttonStyles, messageStyles];

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

  /** Search and filter leave nothing. */
  noResults(query: string, onShowAll: () => void): TemplateResult {
    const searched = query.trim();
    const words = this.#words;
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
}
