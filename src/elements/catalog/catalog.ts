import {
  html,
  nothing,
  type ComplexAttributeConverter,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import {property} from 'lit/decorators.js';
import {PgError} from '../../core/errors.js';
import type {SessionSnapshot, SessionStatus} from '../../core/session/snapshot.js';
import {catalog} from '../../i18n/en/catalog.js';
import {common} from '../../i18n/en/common.js';
import {Localizer} from '../../i18n/localize.js';
import {firstStyles} from '../../ui/first-styles.js';
import {adoptStyles, setStates} from '../../ui/dom.js';
import {logoStyles} from '../../ui/icon-image/logo-styles.js';
import {LiveRegion} from '../../ui/message/live-region.js';
import {emit} from '../emit.js';
import {checkIfOdd} from '../set-up.js';
import {SessionElement} from '../session-element.js';
import {ACTIONS, contentOf} from './card.js';
import {CardGrid, FIRST_CARDS} from './card-grid.js';
import {
  CATALOG_STATUSES,
  CatalogModel,
  phaseOf,
  remember,
  type CatalogCompare,
  type CatalogContent,
  type CatalogGroup,
  type CatalogSection,
  type CatalogSort,
  type CatalogStatus,
  type Phase,
  type TypeList,
  typesOf,
} from './catalog-model.js';
import {catalogStyles} from './catalog-styles.js';
import {syncToolbar, toolbar} from './catalog-toolbar.js';

/** What is loaded once somebody does something, or there is something else to show than cards. */
type Extras = InstanceType<(typeof import('./catalog-extras.js'))['CatalogExtras']>;

/** Phases in which there is nothing to search. */
const WITHOUT_TOOLBAR = /empty|signed/;
/** Keys that lead through the cards. */
const GRID_KEYS = /^(Arrow|Page|Home|End)/;
/** What a person looks by; a change of one shows another list. */
const FILTERS = ['query', 'status', 'category'] as const;
const SKELETONS = Array.from({length: 12}, () => html`<div class="skeleton-card"></div>`);

/** Whether a key was pressed alone, and not for an input method. */
function isPlain({isComposing, ctrlKey, metaKey, altKey}: KeyboardEvent): boolean {
  return !isComposing && !ctrlKey && !metaKey && !altKey;
}

/** Frameworks may set what is no list. */
function listOf(value: readonly CatalogGroup[] | undefined): readonly CatalogGroup[] {
  return Array.isArray(value) ? (value as readonly CatalogGroup[]) : [];
}

/** Reflects a text, but not while it is what it would be anyway: an element adds no attributes of its own. */
function omitDefault(usual: string): ComplexAttributeConverter<string> {
  return {toAttribute: (value) => (value === usual ? null : value)};
}

/**
 * The integrations of a project with the user's status of each: search, filter, choose one. Thousands are fine: what is out of sight
 * is not rendered. The page scrolls, the catalog has no scroll box of its own.
 *
 * @summary Catalog of integrations
 * @slot heading - Above the search field
 * @slot empty - Instead of the words for a catalog without integrations
 * @fires {CustomEvent<{integration: string, action?: 'connect' | 'reconnect' | 'manage'}>} pg-select - Cancelable; the person chose an integration; `action` if by the button in the corner of its card
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
 * @csspart status - What is to be told about its accounts
 * @csspart description - Its short description
 * @csspart action - The button in its corner: connect, reconnect or manage
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
  static override styles = [firstStyles, logoStyles, catalogStyles];

  /** What is searched for, in names, types, descriptions and categories; follows the search field. */
  @property({reflect: true, converter: omitDefault('')}) query = '';

  /** Which integrations to show: `all`, `connected`, `attention` or `available`; follows the filter. */
  @property({reflect: true, converter: omitDefault('all')}) status: CatalogStatus = 'all';

  /** Label of the one of `categories` to show; follows the filter. */
  @property({reflect: true, converter: omitDefault('')}) category = '';

  /** Order: what needs attention, then what is connected, then the rest (`status`), by name (`name`), or as the project has it (`none`). */
  @property({reflect: true, converter: omitDefault('status')}) sort: CatalogSort = 'status';

  /** An order of your own, instead of `sort`. */
  @property({attribute: false}) compare: CatalogCompare | undefined;

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

  /** Categories to filter by. */
  @property({attribute: false}) categories: readonly CatalogGroup[] | undefined;

  readonly #internals = this.attachInternals();
  readonly #common = new Localizer(this, 'common', common);
  readonly #words = new Localizer(this, 'catalog', catalog);
  readonly #live = new LiveRegion(this);
  readonly #grid = new CardGrid(
    this,
    (integration) => contentOf(integration, this.current, this.#words, this.#common),
    () => this.#extras?.mark(this.#parts.results, this.#query),
  );
  readonly #model = new CatalogModel();
  /** Types can be compared only once those of the project are known. */
  readonly #checkSetUp = remember((status?: SessionStatus, layout?: string, types?: unknown) => {
    if (status === 'ready') checkIfOdd(this, Boolean(types) || layout !== 'grid');
  });
  #content!: CatalogContent;
  #phase: Phase = 'loading';
  #extras: Extras | undefined;
  #loading: Promise<void> | undefined;
  /** Why the late code is not there. */
  #lateError: PgError | undefined;
  /** What failed and is being tried again: the words about it stay until that is over. */
  #retried: PgError | undefined;
  /** The person looks for something else, and has not been told yet how much there is of it. */
  #looked = false;
  /** What a person typed into the field that a server sent, before there was a script. */
  #typedEarly = '';

  /** Focuses the search field, or the first card where there is none. */
  override focus(options?: FocusOptions): void {
    if (!this.hasUpdated) void this.updateComplete.then(() => this.focus(options));
    else if (this.#field) this.#field.focus(options);
    else this.#grid.focus(0, options);
  }

  protected override watched(
    _session: unknown,
    {integrations}: SessionSnapshot,
  ): readonly unknown[] {
    return [integrations];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.isHydrating) this.#typedEarly = this.#field?.value ?? '';
    if (FILTERS.some((one) => changed.has(one))) this.#grid.restart();
    const {include, exclude, groups, sort, compare} = this;
    // Until it can be searched, there is what was there before.
    if (this.#mustLoad && this.#phase !== 'loading') return;
    this.#content = this.#model.content({
      integrations: this.#snapshot?.integrations ?? [],
      choice: {
        include,
        exclude,
        language: this.#words.language,
        sort,
        compare,
        first: this.#extras ? Infinity : FIRST_CARDS,
      },
      query: this.#query,
      status: this.#status,
      category: this.#category,
      categories: this.#categories,
      groups: listOf(groups),
    });
    const phase = this.#mustLoad
      ? 'loading'
      : phaseOf(this.#snapshot?.status, this.hasNoProvider, this.#content);
    setStates(this.#internals, {[this.#phase]: false});
    this.#phase = this.#retried && phase === 'loading' ? 'error' : phase;
    setStates(this.#internals, {[this.#phase]: true});
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const {results, bar} = this.#parts;
    if (bar) syncToolbar(bar, {query: this.#query, status: this.#status, category: this.#category});
    this.#grid.show(results, this.#phase === 'ready' ? this.#content.sections : []);
    this.#live.busy(this.#phase === 'loading', this.#common.term('loading'));
    this.#looked ||= FILTERS.some((one) => changed.get(one) !== undefined);
    if (this.#looked && !this.#lacksExtras) {
      this.#looked = false;
      const hasLooked = this.#phase === 'ready' || this.#phase === 'no-results';
      if (hasLooked) this.#extras?.tell(this.#content.found, this.#query, results, bar);
    }
    this.#extras?.complain(this.#status);
    const {include, exclude, groups, layout} = this;
    this.#checkSetUp(this.#snapshot?.status, layout, include ?? exclude ?? groups);
    if (this.#needsExtras) void this.#load();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    const isLoading = this.#loading !== undefined && !this.#extras;
    if (!isLoading && !this.#needsExtras) return complete;
    await this.#load();
    return super.getUpdateComplete();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#extras?.stop();
  }

  protected override hydrated(): void {
    super.hydrated();
    this.query = this.#typedEarly || this.query;
  }

  get #field(): HTMLInputElement | null | undefined {
    return this.shadowRoot?.querySelector<HTMLInputElement>('input[type=search]');
  }

  get #parts(): {readonly results: HTMLElement; readonly bar: HTMLElement | null} {
    const root = this.renderRoot;
    return {
      results: root.querySelector('.results') as HTMLElement,
      bar: root.querySelector('.toolbar'),
    };
  }

  get #snapshot(): SessionSnapshot | undefined {
    return this.current?.snapshot;
  }

  /** What to say about a failure; being signed out says it itself. */
  get #failure(): PgError | undefined {
    if (this.#retried) return this.#retried;
    // The words for it come with the late code.
    if (!this.#extras) return this.#lateError;
    return this.#phase === 'signed-out' ? undefined : this.#snapshot?.error;
  }

  get #lacksExtras(): boolean {
    return !this.#extras && !this.#lateError && !this.isHydrating;
  }

  /** Whether what is wanted cannot be shown yet: something that is searched for, or categories. */
  get #mustLoad(): boolean {
    const {groups, categories} = this;
    return this.#lacksExtras && Boolean(this.#query.trim() || groups || categories);
  }

  /** Whether there is something to do for what is loaded late. */
  get #needsExtras(): boolean {
    if (!this.#lacksExtras) return false;
    if (this.#mustLoad || this.#looked || this.#snapshot?.error) return true;
    const hasCards = this.#phase === 'ready' || this.#phase === 'loading';
    const isOdd = Boolean(this.status) && this.status !== this.#status;
    const isLong = this.#phase === 'ready' && this.#content.found > FIRST_CARDS;
    return !hasCards || isLong || isOdd;
  }

  get #categories(): readonly CatalogGroup[] {
    return listOf(this.categories);
  }

  get #category(): string {
    const {category} = this;
    return this.#categories.some(({label}) => label === category) ? category : '';
  }

  /** Frameworks may set what is not text. */
  get #query(): string {
    return typeof this.query === 'string' ? this.query : '';
  }

  get #status(): CatalogStatus {
    return CATALOG_STATUSES.find((one) => one === this.status) ?? 'all';
  }

  protected override render(): TemplateResult {
    const busy = this.#phase === 'loading';
    const term = this.#common.term.bind(this.#common);
    return html`<div class="base" part="base" aria-busy=${busy ? 'true' : 'false'}>
      <slot name="heading"></slot>
      ${this.#renderToolbar()} ${this.#live.render()} ${this.#renderFailure()}
      <div hidden>
        <span id="status-available">${term('statusAvailable')}</span>
        <span id="status-connected">${term('statusConnected')}</span>
        <span id="status-attention">${term('statusAttention')}</span>
        <span id="status-pending">${term('statusPending')}</span>
      </div>
      <div
        class="results"
        @click=${this.#onClick}
        @keydown=${this.#onKeydown}
        @focusin=${this.#onFocusin}
        @pointerover=${this.#onPointer}
      >
        ${this.#renderResults()}
      </div>
    </div>`;
  }

  #renderToolbar(): TemplateResult | typeof nothing {
    if (WITHOUT_TOOLBAR.test(this.#phase)) return nothing;
    return toolbar({
      words: this.#words,
      search: !this.withoutSearch,
      query: this.#query,
      status: this.#status,
      totals: this.#content.totals,
      counts: this.#content.counts,
      categories: this.#extras?.categories(this.#content.categoryCounts, this.#onFilter),
      loading: this.#phase === 'loading',
      onFocus: this.#onToolbarFocus,
      onQuery: this.#onQuery,
      onFilter: this.#onFilter,
      onKeydown: this.#onKeydown,
      clearButton: this.#query === '' ? undefined : this.#extras?.clearButton(),
    });
  }

  /** What failed, above the cards that are there; the region is always rendered, so that screen readers follow it. */
  #renderFailure(): TemplateResult {
    const error = this.#failure;
    const retrying = this.#retried ? 'true' : 'false';
    return html`<div class=${error ? 'message error' : 'no-message'} part="error">
      ${error && this.#extras?.errorIcon}
      <div class="message-body">
        <div class="message-text" role="alert">
          ${
            error &&
            (this.#extras?.reason(error, this.#content.totals.all > 0) ??
              html`<p class="message-heading">${this.#words.term('failedPart')}</p>`)
          }
        </div>
        ${
          error &&
          html`<button
            type="button"
            class="button small"
            part="retry"
            aria-busy=${retrying}
            aria-disabled=${retrying}
            @click=${this.#onRetry}
          >
            ${this.#common.term('retry')}
          </button>`
        }
      </div>
    </div>`;
  }

  #renderResults(): unknown {
    switch (this.#phase) {
      case 'loading':
      case 'error':
        // The room of the cards, so that nothing moves when they come, after a failure too.
        return html`<div
          class="cards skeletons ${this.#phase}"
          part=${this.#phase === 'error' ? nothing : 'skeleton'}
          aria-hidden="true"
        >
          ${SKELETONS.slice(0, typesOf(this.include).length || undefined)}
        </div>`;
      case 'signed-out':
        return this.#extras?.signedOut(this.#snapshot?.error && this.#onRetry);
      case 'empty':
        return this.#extras?.empty(this.hasNoProvider);
      case 'no-results':
        return this.#extras?.noResults(this.#query, this.#content.matching);
      case 'ready':
        return this.#content.sections.map((section, index) => this.#renderSection(section, index));
    }
  }

  /** A list of cards, which `CardGrid` fills, and its heading. */
  #renderSection(section: CatalogSection, index: number): TemplateResult | typeof nothing {
    if (section.label !== undefined) return this.#extras?.group(section, index) ?? nothing;
    return html`<div class="group" part="group">
      <ul class="cards" part="list" role="list" aria-label=${this.#words.term('list')}></ul>
    </div>`;
  }

  /** Loads what is not needed to show cards: search, keyboard, and what stands in for cards. Says so where that fails. */
  #load(): Promise<void> {
    this.#loading ??= import('./catalog-extras.js').then(
      ({CatalogExtras}) => {
        this.#lateError = undefined;
        for (const styles of CatalogExtras.styles) adoptStyles(this, styles);
        this.#extras = new CatalogExtras(this, {
          common: this.#common,
          live: this.#live,
          grid: this.#grid,
          model: this.#model,
          textsOf: (type) => this.current?.texts(type),
        });
        this.requestUpdate();
      },
      (cause: unknown) => {
        this.#loading = undefined;
        this.#lateError = new PgError('network', 'The search could not be loaded.', {cause});
        this.requestUpdate();
      },
    );
    return this.#loading;
  }

  readonly #onRetry = async (): Promise<void> => {
    if (this.#retried) return;
    this.#retried = this.#failure;
    this.#lateError = undefined;
    this.requestUpdate();
    try {
      await Promise.all([this.#load(), this.#snapshot?.error && this.current?.retry()]);
    } finally {
      const focused = this.shadowRoot?.activeElement;
      this.#retried = undefined;
      this.requestUpdate();
      await this.updateComplete;
      // The button that had focus is gone once there is nothing to retry.
      if (focused && !focused.isConnected) this.focus();
    }
  };

  /** Somebody may be about to search: the first key is to be as quick as the next, and finding nothing too. */
  readonly #onToolbarFocus = (): void => void this.#load().then(() => this.#extras?.prepare());

  readonly #onQuery = ({currentTarget}: Event): void => {
    this.query = (currentTarget as HTMLInputElement).value;
  };

  readonly #onFilter = ({target}: Event): void => {
    const {name, value} = target as HTMLInputElement;
    if (name === 'status') this.status = value as CatalogStatus;
    else this.category = value;
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (!isPlain(event) || !this.#follow(event)) return;
    event.preventDefault();
    // An Escape that cleared the search must not also close the dialog around it.
    event.stopPropagation();
  };

  /** Does what a key says, if it says something here. One that comes before its code waits for it. */
  #follow({key, target}: KeyboardEvent): boolean {
    const inGrid = (target as Element).closest('.cards') !== null;
    if (!inGrid && key === 'ArrowDown') return this.#grid.focus(0);
    if (this.#extras) return this.#extras.follow(key, inGrid);
    if (!inGrid || !GRID_KEYS.test(key)) return false;
    void this.#load().then(() => this.#extras?.follow(key, true));
    return true;
  }

  #onClick(event: MouseEvent): void {
    const integration = this.#grid.take(event);
    if (integration === undefined) return;
    const status = this.current?.integration(integration)?.status;
    const isAction = (event.target as Element).closest('.action') !== null;
    const action = isAction && status ? {action: ACTIONS[status]} : {};
    emit(this, 'pg-select', {integration, ...action});
  }

  #onFocusin(event: FocusEvent): void {
    this.#grid.take(event);
    void this.#load();
  }

  /** A click moves the focus here: what that needs is there by then. What did not come is not asked for with each move. */
  #onPointer(): void {
    if (!this.#lateError) void this.#load();
  }
}
