import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {MappingRow} from '../../core/mapping/mapping-rows.js';
import {fold} from '../../ui/fold.js';
import {searchIcon} from '../../ui/icon.js';
import {attentionIcon, closeIcon} from '../../ui/icons.js';
import type {MapperContext, MapperState} from './mapper-context.js';

/** Fewer rows are seen at a glance, and need neither search nor filter. */
const MANY = 13;

const FILTERS = {
  all: 'filterAll',
  unmapped: 'filterUnmapped',
  required: 'filterRequired',
  problems: 'filterProblems',
} as const;

type Filter = keyof typeof FILTERS;
type Test = (row: MappingRow) => boolean;

const NONE: ReadonlySet<string> = new Set();

/** What the bar needs of the rows around it. */
interface RowsBarOptions {
  readonly hasProblem: (state: MapperState, row: MappingRow) => boolean;
  readonly focusRow: (key: string) => void;
}

/**
 * Stays above the rows while they scroll: how far a person has got, and where there are many rows a search and filters.
 *
 * Which rows a filter leaves is settled when it is asked, not with each change: a row that has just been mapped stays, and with it the
 * focus, until the filter is asked again.
 */
export class RowsBar {
  readonly #context: MapperContext;
  readonly #options: RowsBarOptions;
  #query = '';
  #filter: Filter = 'all';
  #hidden = NONE;
  /** The row to which the way leads. */
  #wanted = '';
  /** The row to which a person was led last. */
  #checked: string | undefined;

  constructor(context: MapperContext, options: RowsBarOptions) {
    this.#context = context;
    this.#options = options;
  }

  hides(key: string): boolean {
    return this.#hidden.has(key);
  }

  /** What takes the focus in place of a row that is hidden, and passes it on: the browser goes to a field that is wrong by itself. */
  wayTo(key: string): HTMLElement | undefined {
    this.#wanted = key;
    return this.#context.host.renderRoot.querySelector<HTMLElement>('.way') ?? undefined;
  }

  /** Shows all rows again. */
  reset(): void {
    this.#query = '';
    this.#filter = 'all';
    this.#hidden = NONE;
    this.#context.host.requestUpdate();
  }

  render(state: MapperState): TemplateResult {
    const {words} = this.#context;
    const {shown} = state.rows;
    const mapped = shown.filter(({field}) => field !== undefined).length;
    const isLoading = state.isReady && this.#context.list.status.status === 'pending';
    const isLong = shown.length >= MANY || this.#isActive;
    return html`<div class="summary" part="progress" tabindex="-1">
      <p class="progress">
        <bdi>${words.term('mapped', mapped, shown.length)}</bdi>
        <progress max=${Math.max(1, shown.length)} .value=${mapped} aria-hidden="true"></progress>
      </p>
      ${
        this.#hidden.size > 0
          ? html`<span
              class="way visually-hidden"
              tabindex="-1"
              @focus=${() => this.#options.focusRow(this.#wanted)}
            ></span>`
          : nothing
      }
      ${isLoading ? html`<p class="muted">${words.term('loadingFields')}</p>` : nothing}
      ${isLong ? [this.#renderSearch(), this.#renderFilters(state)] : this.#renderToCheck(state)}
    </div>`;
  }

  /** What stands in place of the rows where none is left. */
  renderNone({rows}: MapperState): TemplateResult | typeof nothing {
    if (rows.shown.some(({key}) => !this.hides(key))) return nothing;
    const {words} = this.#context;
    const query = this.#query.trim();
    const showAll = (): void => {
      this.#input?.focus();
      this.reset();
    };
    return html`<div class="hint none">
      <p>${query ? words.term('noneFound', query) : words.term('noneLeft')}</p>
      <button type="button" class="button small" @click=${showAll}>${words.term('showAll')}</button>
    </div>`;
  }

  get #isActive(): boolean {
    return this.#query !== '' || this.#filter !== 'all';
  }

  get #input(): HTMLInputElement | null {
    return this.#context.host.renderRoot.querySelector<HTMLInputElement>('.row-search > input');
  }

  #renderSearch(): TemplateResult {
    const {words} = this.#context;
    return html`<div class="row-search" role="search">
      ${searchIcon}
      <input
        type="search"
        class="text"
        autocomplete="off"
        spellcheck="false"
        enterkeyhint="search"
        aria-label=${words.term('searchRows')}
        placeholder=${words.term('searchRows')}
        .value=${live(this.#query)}
        @input=${this.#onSearch}
        @change=${stop}
        @keydown=${this.#onKeyDown}
      />
      ${
        this.#query
          ? html`<button
              type="button"
              class="tool"
              aria-label=${words.term('clearSearch')}
              @click=${() => this.#clear()}
            >
              ${closeIcon}
            </button>`
          : nothing
      }
    </div>`;
  }

  /** Radio buttons: arrow keys and one tab stop come with them. */
  #renderFilters(state: MapperState): TemplateResult | typeof nothing {
    const {words} = this.#context;
    const {shown} = state.rows;
    const queried = wordsOf(this.#query);
    const useful = Object.entries(this.#tests(state)).flatMap(([name, test]) => {
      const filter = name as Filter;
      const found = shown.filter(test);
      const isPart = found.length > 0 && found.length < shown.length;
      const isUseful = filter === 'all' || filter === this.#filter || isPart;
      const {length: count} = found.filter((row) => hasAll(row, queried));
      return isUseful ? [{filter, count}] : [];
    });
    if (useful.length < 2) return nothing;
    // Scrolls where there is little room, which makes it a tab stop in Firefox: its radio buttons are one already.
    return html`<fieldset
      class="row-filters"
      part="filters"
      tabindex="-1"
      @input=${stop}
      @change=${stop}
    >
      <legend class="visually-hidden">${words.term('filterRows')}</legend>
      ${useful.map(
        ({filter, count}) =>
          html`<label class=${filter === 'problems' ? 'chip urgent' : 'chip'}>
            <input
              type="radio"
              name="rows"
              class="visually-hidden"
              .checked=${live(filter === this.#filter)}
              @click=${() => this.#apply(filter, this.#query)}
            />
            <span>${words.term(FILTERS[filter])}</span>
            <span class="chip-count">${count}</span>
          </label>`,
      )}
    </fieldset>`;
  }

  /** Leads from one row that something is wrong with to the next. */
  #renderToCheck(state: MapperState): TemplateResult | typeof nothing {
    const rows = state.rows.shown.filter((row) => this.#options.hasProblem(state, row));
    if (rows.length === 0 || !state.isReady) return nothing;
    const goOn = (): void => {
      const next = rows[rows.findIndex(({key}) => key === this.#checked) + 1] ?? rows[0];
      this.#checked = next?.key;
      if (next) this.#options.focusRow(next.key);
    };
    return html`<button type="button" class="to-check" part="to-check" @click=${goOn}>
      ${attentionIcon}<bdi>${this.#context.words.term('toCheck', rows.length)}</bdi>
    </button>`;
  }

  #tests(state: MapperState): Readonly<Record<Filter, Test>> {
    return {
      all: () => true,
      unmapped: ({field}) => field === undefined,
      required: ({required}) => required,
      problems: (row) => this.#options.hasProblem(state, row),
    };
  }

  #apply(filter: Filter, query: string): void {
    const state = this.#context.state();
    if (!state) return;
    this.#filter = filter;
    this.#query = query;
    const test = this.#tests(state)[filter];
    const words = wordsOf(query);
    const hidden = state.rows.shown.filter((row) => !test(row) || !hasAll(row, words));
    this.#hidden = hidden.length > 0 ? new Set(hidden.map(({key}) => key)) : NONE;
    const left = state.rows.shown.length - hidden.length;
    state.field.announce(this.#context.words.term('found', left));
    this.#context.host.requestUpdate();
  }

  #clear(): void {
    this.#input?.focus();
    this.#apply(this.#filter, '');
  }

  readonly #onSearch = (event: Event): void => {
    stop(event);
    this.#apply(this.#filter, (event.target as HTMLInputElement).value);
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const isEscape = event.key === 'Escape' && this.#query !== '';
    if (event.isComposing || !(isEscape || event.key === 'Enter')) return;
    if (isEscape) this.#clear();
    // Neither does Enter send a form, nor does the first Escape close the dialog around.
    event.preventDefault();
    event.stopPropagation();
  };
}

function wordsOf(query: string): readonly string[] {
  return fold(query).split(/\s+/).filter(Boolean);
}

function hasAll({key, label}: MappingRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = fold(`${label}\n${key}`);
  return words.every((word) => text.includes(word));
}

/** What is searched for is no value of the field. */
function stop(event: Event): void {
  event.stopPropagation();
}
