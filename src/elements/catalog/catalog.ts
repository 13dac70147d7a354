import {
  adoptStyles,
  html,
  nothing,
  type ComplexAttributeConverter,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import {property} from 'lit/decorators.js';
import {PgError} from '../../core/errors.js';
import type {SessionSnapshot} from '../../core/session/snapshot.js';
import {catalog} from '../../i18n/en/catalog.js';
import {common} from '../../i18n/en/common.js';
import {Localizer} from '../../i18n/localize.js';
import {baseStyles} from '../../ui/base-styles.js';
import {setStates} from '../../ui/custom-states.js';
import {logoStyles} from '../../ui/icon-image/logo-styles.js';
import {LiveRegion} from '../../ui/message/live-region.js';
import {emit, report} from '../emit.js';
import {checkIfOdd} from '../set-up.js';
import {SessionElement} from '../session-element.js';
import {ACTIONS, contentOf} from './card.js';
import {CardGrid} from './card-grid.js';
import {
  CATALOG_STATUSES,
  CatalogModel,
  phaseOf,
  type CatalogContent,
  type CatalogGroup,
  type CatalogSection,
  type CatalogStatus,
  type Phase,
  type TypeList,
} from './catalog-model.js';
import type {CatalogStates} from './catalog-states.js';
import {catalogStyles} from './catalog-styles.js';
import {syncToolbar, toolbar} from './catalog-toolbar.js';
import {isPlain} from './grid-keys.js';

/** Phases in which there is something to search, or soon will be. */
const WITH_TOOLBAR: ReadonlySet<Phase> = new Set(['loading', 'ready', 'no-results']);
const SKELETONS = Array.from({length: 12}, () => html`<div class="skeleton-card"></div>`);

/** Reflects a text, but not while it is what it would be anyway: an element adds no attributes of its own. */
function omitDefault<T extends string>(usual: T): ComplexAttributeConverter<T> {
  return {
    fromAttribute: (value) => (value ?? usual) as T,
    toAttribute: (value) => (value === usual ? null : value),
  };
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
  static override styles = [baseStyles, logoStyles, catalogStyles];

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

  readonly #internals = this.attachInternals();
  readonly #common = new Localizer(this, 'common', common);
  readonly #words = new Localizer(this, 'catalog', catalog);
  readonly #live = new LiveRegion(this);
  readonly #grid = new CardGrid(this, (integration) =>
    contentOf(integration, this.current, this.#words),
  );
  readonly #model = new CatalogModel();
  #content!: CatalogContent;
  #phase: Phase = 'loading';
  #states: CatalogStates | undefined;
  #statesLoading: Promise<void> | undefined;
  /** What failed and is being tried again: the words about it stay until that is over. */
  #retried: PgError | undefined;
  #complained = false;
  #isChecked = false;
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
    setStates(this.#internals, {[this.#phase]: false});
    this.#phase = this.#retried ? 'error' : phase;
    setStates(this.#internals, {[this.#phase]: true});
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const {results, bar} = this.#parts;
    if (bar) syncToolbar(bar, this.#query, this.#status);
    this.#grid.show(results, this.#phase === 'ready' ? this.#content.sections : []);
    this.#live.busy(this.#phase === 'loading', this.#common.term('loading'));
    const looked = changed.get('query') !== undefined || changed.get('status') !== undefined;
    if (looked && (this.#phase === 'ready' || this.#phase === 'no-results')) this.#onFound();
    this.#complain();
    this.#checkSetUp(changed);
    if (this.#needsStates) void this.#loadStates();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    if (!this.#needsStates) return complete;
    await this.#loadStates();
    return super.getUpdateComplete();
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
    return this.#retried ?? (this.#phase === 'signed-out' ? undefined : this.#snapshot?.error);
  }

  /** Whether there is to be seen what is loaded late. */
  get #needsStates(): boolean {
    const {isHydrating} = this;
    const hasCards = this.#phase === 'ready' || this.#phase === 'loading';
    return !this.#states && !isHydrating && !(hasCards && this.#failure === undefined);
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
      onFocus: this.#onToolbarFocus,
      onQuery: this.#onQuery,
      onStatus: this.#onStatus,
      onClear: this.#onClear,
      onKeydown: this.#onSearchKeydown,
    });
  }

  /** What failed, above the cards that are there; the region is always rendered, so that screen readers follow it. */
  #renderFailure(): TemplateResult {
    const error = this.#failure;
    const retrying = this.#retried ? 'true' : 'false';
    return html`<div class=${error ? 'message error' : 'no-message'} part="error">
      ${error && this.#states?.icon}
      <div class="message-body">
        <div class="message-text" role="alert">
          ${
            error &&
            html`<p class="message-heading">
                ${this.#words.term(this.#content.counts.all > 0 ? 'failedRefresh' : 'failed')}
              </p>
              ${this.#states?.reason(error)}`
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
    const states = this.#states;
    switch (this.#phase) {
      case 'loading':
        return html`<div class="cards skeletons" part="skeleton" aria-hidden="true">
          ${SKELETONS}
        </div>`;
      case 'signed-out':
        return states?.signedOut(this.#snapshot?.error && this.#onRetry);
      case 'empty':
        return states?.empty(this.hasNoProvider);
      case 'no-results':
        return states?.noResults(this.#query, () => this.#clear('', 'all'));
      case 'error':
        return nothing;
      case 'ready':
        return this.#content.sections.map((section, index) => this.#renderSection(section, index));
    }
  }

  /** A list of cards, which `CardGrid` fills, and its heading. */
  #renderSection({label, integrations}: CatalogSection, index: number): TemplateResult {
    if (label === undefined) {
      return html`<div class="group" part="group">
        <ul class="cards" part="list" role="list" aria-label=${this.#words.term('list')}></ul>
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

  /** Loads what stands in for cards, and the words about failures. Without it there is what failed in a sentence, and a way to retry. */
  #loadStates(): Promise<void> {
    this.#statesLoading ??= import('./catalog-states.js').then(
      ({CatalogStates: States}) => {
        this.#states = new States(this, this.#words, this.#common);
        adoptStyles(this.shadowRoot as ShadowRoot, [
          ...PgCatalog.elementStyles,
          ...(States.styles as typeof PgCatalog.elementStyles),
        ]);
        this.requestUpdate();
      },
      () => {
        this.#statesLoading = undefined;
      },
    );
    return this.#statesLoading;
  }

  /** Tells the host's developer of a status that does not exist, once; frameworks set none to take it away. */
  #complain(): void {
    const status: unknown = this.status;
    if (!status || status === this.#status || this.#complained) return;
    this.#complained = true;
    const message = `status="${this.status}" is none of ${CATALOG_STATUSES.join(', ')}.`;
    report(this, new PgError('bad-input', message), {
      property: 'status',
      wrong: this.status,
      known: CATALOG_STATUSES,
    });
  }

  /** Types can be compared only once those of the project are known. */
  #checkSetUp(changed: PropertyValues<this>): void {
    const {include, exclude, groups, layout} = this;
    const isNew = (['include', 'exclude', 'groups', 'layout'] as const).some((name) =>
      changed.has(name),
    );
    if (isNew) this.#isChecked = false;
    if (this.#isChecked || this.#snapshot?.status !== 'ready') return;
    this.#isChecked = true;
    checkIfOdd(this, Boolean(include ?? exclude ?? groups) || !['grid', 'list'].includes(layout));
  }

  /** Says how many there are, and where the toolbar sticks to the viewport, begins with the best of them. */
  #onFound(): void {
    const {found} = this.#content;
    this.#live.announce(
      found > 0 ? this.#words.term('found', found) : this.#words.term('noResults', this.#query),
    );
    const {results, bar} = this.#parts;
    const {bottom, height} = bar?.getBoundingClientRect() ?? {bottom: 0, height: 0};
    if (results.getBoundingClientRect().top >= bottom - 1) return;
    results.style.setProperty('scroll-margin-block-start', `${height}px`);
    results.scrollIntoView();
  }

  #clear(query: string, status: CatalogStatus): void {
    this.query = query;
    this.status = status;
    this.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    void this.updateComplete.then(() => this.focus());
  }

  readonly #onRetry = async (): Promise<void> => {
    if (this.#retried) return;
    this.#retried = this.#snapshot?.error;
    this.requestUpdate();
    try {
      await this.current?.retry();
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
  readonly #onToolbarFocus = (): void => {
    this.#model.prepare();
    if (!this.#states) void this.#loadStates();
  };

  readonly #onQuery = ({currentTarget}: Event): void => {
    this.query = (currentTarget as HTMLInputElement).value;
  };

  readonly #onStatus = ({target}: Event): void => {
    this.status = (target as HTMLInputElement).value as CatalogStatus;
  };

  readonly #onClear = (): void => this.#clear('', this.status);

  readonly #onSearchKeydown = (event: KeyboardEvent): void => {
    if (isPlain(event)) this.#answer(event, event.key === 'ArrowDown' && this.#grid.focus(0));
  };

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
    if (moved === 'before') this.#field?.focus();
    return moved !== undefined;
  }
}
