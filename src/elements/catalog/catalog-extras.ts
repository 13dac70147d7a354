import {css, html, nothing, type CSSResult, type TemplateResult} from 'lit';
import {PgError} from '../../core/errors.js';
import type {IntegrationTexts} from '../../core/integration-texts.js';
import type {Integration} from '../../core/session/snapshot.js';
import {catalogExtras} from '../../i18n/en/catalog-extras.js';
import type {common} from '../../i18n/en/common.js';
import {errors} from '../../i18n/en/errors.js';
import {Localizer} from '../../i18n/localize.js';
import {buttonStyles} from '../../ui/button-styles.js';
import {searchIcon} from '../../ui/icon.js';
import {closeIcon, errorIcon, plusIcon} from '../../ui/icons.js';
import {moreTokens} from '../../ui/more-tokens.js';
import {belowHeading, emptyState, errorWords, signedOutState} from '../../ui/message/message.js';
import type {LiveRegion} from '../../ui/message/live-region.js';
import {messageStyles} from '../../ui/message/message-styles.js';
import {plainText} from '../../ui/safe.js';
import {report} from '../emit.js';
import type {SessionElement} from '../session-element.js';
import type {CardGrid} from './card-grid.js';
import {countByCategory, inCategory, inGroups} from './catalog-groups.js';
import {
  CATALOG_STATUSES,
  remember,
  type CatalogGroup,
  type CatalogModel,
  type CatalogSection,
  type CatalogStatus,
} from './catalog-model.js';
import {indexMore, indexOf, search, wordsOf} from './catalog-search.js';
import {filter} from './catalog-toolbar.js';
import {moveInGrid} from './grid-keys.js';
import {GridWindow, gridWindowStyles, shapeOf} from './grid-window.js';
import {MatchMarks} from './match-marks.js';

/** Longest query that the words about it repeat (UTF-16 units). */
const MAX_QUERY = 60;

const extraStyles = css`
  .clear {
    position: absolute;
    inset-block: 4px;
    inset-inline-end: 4px;
    display: grid;
    place-items: center;
    inline-size: 32px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    color: var(--_text-muted);
    cursor: pointer;
  }

  .clear > svg {
    inline-size: 18px;
    block-size: 18px;
  }

  .clear:hover {
    background: var(--_surface-sunken);
  }

  .by-category {
    flex-basis: 100%;
  }

  .group + .group {
    margin-block-start: calc(var(--_space) * 8);
  }

  .group-heading {
    margin-block-end: calc(var(--_space) * 3);
    font-size: var(--_size-l);
    font-weight: var(--pg-font-weight-heading, 600);
    overflow-wrap: anywhere;
  }

  .group-heading > .count {
    color: var(--_text-muted);
    font-size: var(--_size-s);
  }

  ::highlight(pg-match) {
    background: rgb(250 200 20 / 35%);
  }

  .message {
    margin-block-end: calc(var(--_space) * 5);
  }

  .skeletons.error {
    opacity: 0.5;
  }
`;

/** A catalog, as far as it is open to what is loaded late. */
interface CatalogHost extends SessionElement {
  query: string;
  status: CatalogStatus;
  category: string;
  readonly categories: readonly CatalogGroup[] | undefined;
  readonly groups: readonly CatalogGroup[] | undefined;
}

interface CatalogParts {
  readonly common: Localizer<typeof common>;
  readonly live: LiveRegion;
  readonly grid: CardGrid;
  readonly model: CatalogModel;
  readonly textsOf: (type: string) => IntegrationTexts | undefined;
}

/**
 * What a catalog does once somebody acts, and what it shows instead of cards: search, keyboard, categories, why it failed. Loaded when one
 * of them is needed: a catalog that is only looked at does without.
 */
export class CatalogExtras {
  static readonly styles: readonly CSSResult[] = [
    moreTokens,
    buttonStyles,
    messageStyles,
    gridWindowStyles,
    extraStyles,
  ];

  readonly errorIcon = errorIcon;
  readonly #host: CatalogHost;
  readonly #parts: CatalogParts;
  readonly #words: Localizer<typeof catalogExtras>;
  readonly #errors: Localizer<typeof errors>;
  readonly #marks = new MatchMarks();
  /** Made once for a list. */
  readonly #index = remember(indexOf);
  #stopReading: (() => void) | undefined;
  #complained = false;

  constructor(host: CatalogHost, parts: CatalogParts) {
    this.#host = host;
    this.#parts = parts;
    this.#words = new Localizer(host, 'catalog', catalogExtras);
    this.#errors = new Localizer(host, 'errors', errors);
    parts.grid.window = new GridWindow();
    parts.model.extend({
      countByCategory,
      inCategory,
      inGroups: (shown, groups) => inGroups(shown, groups, this.#words.term('rest')),
      search: (chosen, query) =>
        query.trim() === '' ? undefined : search(chosen, this.#index(chosen), query),
    });
  }

  /** Ends what is still being read, and takes the marks away. */
  stop(): void {
    this.#stopReading?.();
    this.#marks.show([], []);
  }

  /** Gets ready to search what is shown: descriptions and categories are read in slices. */
  prepare(): void {
    const {chosen} = this.#parts.model;
    this.#stopReading?.();
    this.#stopReading = indexMore(
      chosen,
      this.#index(chosen),
      (one) => this.#textOf(one),
      () => {
        if (this.#host.query !== '') this.#host.requestUpdate();
      },
    );
  }

  /** What is searched besides name and type. */
  #textOf({type}: Integration): string {
    const {categories, groups} = this.#host;
    const labels = [categories, groups]
      .flatMap((list) => (Array.isArray(list) ? (list as readonly CatalogGroup[]) : []))
      .filter(({integrations}) => integrations.includes(type))
      .map(({label}) => label);
    return [plainText(this.#parts.textsOf(type)?.shortDescription), ...labels].join('\n');
  }

  /** Marks in the cards what was searched for. */
  mark(results: ParentNode, query: string): void {
    this.#marks.show(results.querySelectorAll('.name, .description'), wordsOf(query));
  }

  /** Says how many there are, and where the toolbar sticks to the viewport, begins with the best of them. */
  tell(found: number, query: string, results: HTMLElement, bar: Element | null): void {
    this.#parts.live.announce(
      found > 0 ? this.#words.term('found', found) : this.#words.term('noResults', query),
    );
    const {bottom, height} = bar?.getBoundingClientRect() ?? {bottom: 0, height: 0};
    if (results.getBoundingClientRect().top >= bottom - 1) return;
    results.style.setProperty('scroll-margin-block-start', `${height}px`);
    results.scrollIntoView();
  }

  /** Tells the host's developer of a status that does not exist, once; frameworks set none to take it away. */
  complain(shown: CatalogStatus): void {
    const status: unknown = this.#host.status;
    if (!status || status === shown || this.#complained) return;
    this.#complained = true;
    const message = `status="${this.#host.status}" is none of ${CATALOG_STATUSES.join(', ')}.`;
    report(this.#host, new PgError('bad-input', message), {
      property: 'status',
      wrong: this.#host.status,
      known: CATALOG_STATUSES,
    });
  }

  /** Does what a key without others says, in the cards or in the toolbar; false if it says nothing. */
  follow(key: string, inGrid: boolean): boolean {
    const {grid} = this.#parts;
    if (key === 'Escape' && this.#host.query !== '') {
      this.#clear();
      return true;
    }
    const {content, activeIndex} = grid;
    if (!inGrid || !content) return false;
    const isRightToLeft = getComputedStyle(this.#host).direction === 'rtl';
    const to = moveInGrid(shapeOf(content, isRightToLeft), activeIndex, key);
    if (to === undefined) return false;
    if (to < 0) this.#host.focus();
    else grid.focus(to);
    return true;
  }

  /**
   * The filter by category, where the host has some.
   * @param counts by the label of the category; '' for all
   */
  categories(
    counts: ReadonlyMap<string, number>,
    onFilter: (event: Event) => void,
  ): TemplateResult | typeof nothing {
    const words = this.#words;
    const choices = [...counts].map(([value, count]) => ({
      value,
      label: value || words.term('categoriesAll'),
      count,
    }));
    return filter('category', words.term('categories'), choices, onFilter);
  }

  clearButton(): TemplateResult {
    return html`<button
      type="button"
      class="clear"
      part="clear"
      aria-label=${this.#words.term('clear')}
      @click=${() => this.#clear()}
    >
      ${closeIcon}
    </button>`;
  }

  /** A list of cards under a heading. */
  group({label, integrations}: CatalogSection, index: number): TemplateResult {
    const id = `group-${index}`;
    return html`<div class="group" part="group">
      <h3 class="group-heading" part="group-heading" id=${id}>
        ${label}
        <span class="count" aria-hidden="true">${integrations.length}</span>
      </h3>
      <ul class="cards" part="list" role="list" aria-labelledby=${id}></ul>
    </div>`;
  }

  /**
   * What went wrong, and in the words of whoever refused.
   * @param hasCards whether there are cards of before
   */
  reason(error: PgError, hasCards: boolean): TemplateResult {
    const {text, detail} = belowHeading(error, errorWords(error, this.#errors));
    return html`<p class="message-heading">
        ${this.#words.term(hasCards ? 'failedRefresh' : 'failed')}
      </p>
      ${text ? html`<p>${text}</p>` : nothing}
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
    const {common: shared} = this.#parts;
    const action = html`<button type="button" class="button" part="retry" @click=${onRetry}>
      ${shared.term('signInAgain')}
    </button>`;
    return signedOutState(shared, onRetry && action);
  }

  /**
   * Search and filter leave nothing.
   * @param elsewhere how many the search finds without the filter
   */
  noResults(query: string, elsewhere: number): TemplateResult {
    const searched = query.trim();
    const words = this.#words;
    const isFilter = searched === '';
    const label = isFilter ? 'showAll' : elsewhere > 0 ? 'searchAll' : 'clear';
    // Takes away the filter, and the search too if that finds nothing anywhere.
    const onShowAll = (): void => {
      this.#host.status = 'all';
      this.#host.category = '';
      this.#clear(elsewhere > 0 ? query : '');
    };
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

  #clear(query = ''): void {
    const host = this.#host;
    host.query = query;
    host.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    void host.updateComplete.then(() => host.focus());
  }
}
