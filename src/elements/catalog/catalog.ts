import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query as select} from 'lit/decorators.js';
import type {PgError} from '../../core/errors.js';
import type {ConnectSession} from '../../core/compose.js';
import type {SessionSnapshot} from '../../core/session/snapshot.js';
import {catalog} from '../../i18n/en/catalog.js';
import {Localizer} from '../../i18n/localize.js';
import {baseStyles, buttonStyles} from '../../ui/base-styles.js';
import {logoStyles} from '../../ui/icon-image/logo-styles.js';
import {LiveRegion} from '../../ui/message/live-region.js';
import {messageStyles} from '../../ui/message/message-styles.js';
import {skeletonStyles} from '../../ui/skeleton/skeleton.js';
import {statusStyles} from '../../ui/status/status-badge.js';
import {emit} from '../emit.js';
import {SessionElement} from '../session-element.js';
import {SessionView} from '../session-view.js';
import {contentOf} from './card-content.js';
import {CardGrid} from './card-grid.js';
import {cardStyles, listStyles} from './card-styles.js';
import {
  CATALOG_STATUSES,
  CatalogModel,
  type CatalogContent,
  type CatalogGroup,
  type CatalogStatus,
  type TypeList,
} from './catalog-model.js';
import {
  emptyView,
  failedView,
  noResultsView,
  sectionView,
  signedOutView,
  skeletonView,
} from './catalog-states.js';
import {catalogStyles} from './catalog-styles.js';
import {toolbar} from './catalog-toolbar.js';
import {isPlain} from './grid-keys.js';
import {omitDefault} from './omit-default.js';
import {phaseOf, WITH_TOOLBAR, type Phase} from './phase.js';
import {Retry} from './retry.js';
import {setStates} from '../../ui/custom-states.js';

/** Catalogs up to this size are rendered whole; larger ones as far as they are in sight. */
const WHOLE = 200;

/**
 * The integrations of a project with the user's status of each: search, filter, choose one. Thousands are fine: what is out of sight
 * is not rendered. The page scrolls, the catalog has no scroll box of its own.
 *
 * @summary Catalog of integrations
 * @slot heading - Above the search field
 * @slot empty - Instead of the words for a catalog without integrations
 * @fires {CustomEvent<{integration: string}>} pg-select - Cancelable; the person chose an integration
 * @fires {CustomEvent<PgErrorDetail>} pg-error - The element is used wrongly: `bad-input` for a `status` that does not exist
 * @fires {InputEvent} input - The person changed `query` or `status`
 * @csspart base - All of it
 * @csspart toolbar - Search field and filter; may be made sticky
 * @csspart search - The search field with its icon and button
 * @csspart search-input - The input itself
 * @csspart clear - Button that clears the search
 * @csspart filters - The status filter
 * @csspart filter - One choice of the filter
 * @csspart group - One category
 * @csspart group-heading - Its heading
 * @csspart list - A list of cards
 * @csspart card - One integration
 * @csspart button - The button of a card, which reaches over all of it
 * @csspart logo - Its logo
 * @csspart name - Its name
 * @csspart status - Its status
 * @csspart description - Its short description
 * @csspart skeleton - Stand-ins for cards while loading
 * @csspart empty - What stands in for cards where there are none
 * @csspart error - What failed
 * @csspart retry - Button to try again
 * @cssprop [--pg-catalog-card-width=260px] - Least width of a card, which decides the number of columns
 * @cssprop [--pg-catalog-gap=12px] - Space between cards
 * @cssprop [--pg-catalog-scroll-margin=16px] - Room kept above and below a card that gets focus, for sticky headers
 * @cssState loading - The integrations are on their way
 * @cssState ready - There are cards
 * @cssState empty - There are no integrations
 * @cssState no-results - Search and filter leave nothing
 * @cssState error - The integrations could not be loaded
 * @cssState signed-out - Nobody is signed in
 */
export class PgCatalog extends SessionElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    logoStyles,
    statusStyles,
    messageStyles,
    skeletonStyles,
    catalogStyles,
    cardStyles,
    listStyles,
  ];

  /** What is searched for, in names and types; follows the search field. */
  @property({reflect: true, converter: omitDefault('')}) query = '';

  /** Which integrations to show: `all`, `connected`, `attention` or `available`; follows the filter. */
  @property({reflect: true, converter: omitDefault('all')}) status: CatalogStatus = 'all';

  /** The only types to show, in that order; separated by spaces or commas, or an array. */
  @property() include: TypeList | undefined;

  /** Types to leave out; separated by spaces or commas, or an array. */
  @property() exclude: TypeList | undefined;

  /** Cards in columns (`grid`) or below each other (`list`). */
  @property({reflect: true, converter: omitDefault('grid')}) layout: 'grid' | 'list' = 'grid';

  /** Leaves out the search field; `query` still works. */
  @property({type: Boolean, attribute: 'without-search'}) withoutSearch = false;

  /** Categories to show under headings; what none names follows under "More integrations". */
  @property({attribute: false}) groups: readonly CatalogGroup[] | undefined;

  @select('input[type=search]') private readonly field!: HTMLInputElement | null;
  @select('.toolbar') private readonly bar!: HTMLElement | null;
  @select('.results') private readonly results!: HTMLElement;

  readonly #internals = this.attachInternals();
  readonly #view = new SessionView(this);
  readonly #words = new Localizer(this, 'catalog', catalog);
  readonly #live = new LiveRegion(this);
  readonly #grid = new CardGrid(this, (integration) =>
    contentOf(integration, this.current, this.#view.common, this.#words),
  );
  readonly #retry = new Retry(
    this,
    () => this.#failure,
    () => this.current?.retry(),
  );
  readonly #model = new CatalogModel();
  #content!: CatalogContent;
  #phase: Phase = 'loading';
  #complained = false;
  /** What a person typed into the field that a server sent, before there was a script. */
  #typedEarly = '';

  /** Focuses the search field, or the first card where there is none. */
  override focus(options?: FocusOptions): void {
    if (!this.hasUpdated) void this.updateComplete.then(() => this.focus(options));
    else if (this.field) this.field.focus(options);
    else this.#grid.focus(0, options);
  }

  protected override watched(
    _session: ConnectSession,
    {integrations}: SessionSnapshot,
  ): readonly unknown[] {
    return [integrations];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.isHydrating) this.#typedEarly = this.field?.value ?? '';
    if (changed.has('query') || changed.has('status')) this.#grid.restart();
    const {include, exclude, groups} = this;
    this.#content = this.#model.content({
      integrations: this.#snapshot?.integrations ?? [],
      include,
      exclude,
      language: this.#words.language,
      query: this.#query,
      status: this.#status,
      groups: groups ?? [],
      rest: this.#words.term('rest'),
    });
    const phase = phaseOf(this.#snapshot?.status, this.hasNoProvider, this.#content);
    this.#enter(this.#retry.error ? 'error' : phase);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#grid.show(this.results, this.#content.sections, this.#isLarge);
    this.#live.busy(this.#phase === 'loading', this.#view.common.term('loading'));
    const looked = changed.get('query') !== undefined || changed.get('status') !== undefined;
    if (looked && (this.#phase === 'ready' || this.#phase === 'no-results')) this.#onFound();
    this.#complain();
  }

  protected override hydrated(): void {
    super.hydrated();
    this.query = this.#typedEarly || this.query;
  }

  get #snapshot(): SessionSnapshot | undefined {
    return this.current?.snapshot;
  }

  /** What to say about a failure; being signed out says it itself. */
  get #failure(): PgError | undefined {
    return this.#retry.error ?? (this.#phase === 'signed-out' ? undefined : this.#snapshot?.error);
  }

  get #isLarge(): boolean {
    return this.#content.counts.all > WHOLE;
  }

  /** Frameworks may set what is not text. */
  get #query(): string {
    return typeof this.query === 'string' ? this.query : '';
  }

  get #status(): CatalogStatus {
    return CATALOG_STATUSES.find((one) => one === this.status) ?? 'all';
  }

  #enter(phase: Phase): void {
    setStates(this.#internals, {[this.#phase]: false, [phase]: true});
    this.#phase = phase;
  }

  protected override render(): TemplateResult {
    const busy = this.#phase === 'loading';
    return html`<div class="base" part="base" aria-busy=${busy ? 'true' : 'false'}>
      <slot name="heading"></slot>
      ${this.#renderToolbar()} ${this.#live.render()}
      ${failedView(this.#view, this.#failure, this.#retry.start, this.#retry.error !== undefined)}
      <div
        class="results ${this.#isLarge ? 'windowed' : ''}"
        @click=${this.#onClick}
        @keydown=${this.#onCardKeydown}
        @focusin=${this.#onFocusin}
      >
        <div class="cards ruler"></div>
        <div class="gap before"></div>
        <div class="gap after"></div>
        ${this.#renderResults()}
      </div>
    </div>`;
  }

  #renderToolbar(): TemplateResult | typeof nothing {
    if (!WITH_TOOLBAR.has(this.#phase)) return nothing;
    return toolbar({
      words: this.#words,
      search: !this.withoutSearch,
      query: this.#query,
      status: this.#status,
      counts: this.#content.counts,
      loading: this.#phase === 'loading',
      onFocus: () => this.#model.prepare(),
      onQuery: (query) => {
        this.query = query;
      },
      onStatus: (status) => {
        this.status = status;
      },
      onClear: () => this.#clear('', this.status),
      onKeydown: (event) => this.#onSearchKeydown(event),
    });
  }

  #renderResults(): unknown {
    switch (this.#phase) {
      case 'loading':
        return skeletonView();
      case 'signed-out':
        return signedOutView(this.#view, this.#snapshot?.error && this.#retry.start);
      case 'empty':
        return emptyView(this.#view, this.#words, this.hasNoProvider);
      case 'no-results':
        return noResultsView(this.#words, this.#query, () => this.#clear('', 'all'));
      case 'error':
        return nothing;
      case 'ready':
        return this.#content.sections.map((section, index) =>
          sectionView(section, index, this.#words),
        );
    }
  }

  /** Tells the host's developer of a status that does not exist, once; frameworks set none to take it away. */
  #complain(): void {
    const status: unknown = this.status;
    if (!status || status === this.#status || this.#complained) return;
    this.#complained = true;
    const message = `status="${this.status}" is none of ${CATALOG_STATUSES.join(', ')}.`;
    emit(this, 'pg-error', {code: 'bad-input', message, cause: undefined});
  }

  /** Says how many there are, and where the toolbar sticks to the viewport, begins with the best of them. */
  #onFound(): void {
    const {found} = this.#content;
    this.#live.announce(
      found > 0 ? this.#words.term('found', found) : this.#words.term('noResults', this.#query),
    );
    const {bottom, height} = this.bar?.getBoundingClientRect() ?? {bottom: 0, height: 0};
    if (this.results.getBoundingClientRect().top >= bottom - 1) return;
    this.results.style.setProperty('scroll-margin-block-start', `${height}px`);
    this.results.scrollIntoView();
  }

  #clear(query: string, status: CatalogStatus): void {
    this.query = query;
    this.status = status;
    this.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    void this.updateComplete.then(() => this.focus());
  }

  #onClick(event: MouseEvent): void {
    const integration = this.#grid.take(event);
    if (integration !== undefined) emit(this, 'pg-select', {integration});
  }

  #onFocusin(event: FocusEvent): void {
    this.#grid.take(event);
  }

  #onSearchKeydown(event: KeyboardEvent): void {
    if (isPlain(event)) this.#answer(event, event.key === 'ArrowDown' && this.#grid.focus(0));
  }

  #onCardKeydown(event: KeyboardEvent): void {
    const inGrid = event.target instanceof Element && event.target.closest('.cards') !== null;
    if (inGrid && isPlain(event)) this.#answer(event, this.#moveFocus(event.key));
  }

  #answer(event: KeyboardEvent, handled: boolean): void {
    const clears = event.key === 'Escape' && this.#query !== '';
    if (clears) this.#clear('', this.status);
    if (!clears && !handled) return;
    event.preventDefault();
    // An Escape that cleared the search must not also close the dialog around it.
    event.stopPropagation();
  }

  #moveFocus(key: string): boolean {
    const moved = this.#grid.move(key, this.#words.direction === 'rtl');
    if (moved === 'before') this.field?.focus();
    return moved !== undefined;
  }
}
