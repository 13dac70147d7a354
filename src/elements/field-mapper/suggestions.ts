import {type TemplateResult, html, nothing} from 'lit';
import type {ApplicationFields} from '../../core/mapping/application-fields.js';
import {mapFields} from '../../core/mapping/mapping-edit.js';
import {type MappingRow, readRows} from '../../core/mapping/mapping-rows.js';
import {readMapping} from '../../core/mapping/mapping-value.js';
import {type Suggestion, suggestionSteps} from '../../core/mapping/suggestions.js';
import type {OptionItem} from '../../core/options/option-page.js';
import {valueKey} from '../../core/util/value-key.js';
import {inSlices} from '../../core/util/time-slicing.js';
import type {MapperContext, MapperState} from './mapper-context.js';
import {closeIcon, suggestIcon} from '../../ui/icons.js';
import type {mapper as words} from '../../i18n/en/mapper.js';
import {plainText} from '../../ui/safe.js';

const REASONS = {
  'same-name': 'reasonSameName',
  'same-api-name': 'reasonSameApiName',
  synonym: 'reasonSynonym',
  similar: 'reasonSimilar',
} as const satisfies Record<Suggestion['reason'], keyof typeof words>;

type Found = ReadonlyMap<string, Suggestion>;
const NONE: Found = new Map();

/** Proposals for rows: kept until somebody accepts or dismisses them, never written by themselves. */
export class Suggestions {
  readonly #context: MapperContext;
  readonly #search: SuggestionSearch;
  readonly #dismissed = new Set<string>();
  #shown = NONE;
  /** Fields that names have to be compared with are still on their way. */
  #isLoading = false;

  constructor(context: MapperContext) {
    this.#context = context;
    this.#search = new SuggestionSearch(() => context.host.requestUpdate());
  }

  /** Whether all fields have to be loaded, which is so while there is something to suggest them for. */
  get wantsAll(): boolean {
    return this.#isLoading;
  }

  get(row: MappingRow): Suggestion | undefined {
    return this.#shown.get(row.key);
  }

  /** Another object was chosen: what was dismissed was about the fields of the one before. */
  forget(): void {
    this.#dismissed.clear();
  }

  update(state: MapperState): void {
    // A row whose field has vanished needs another one as much as one that never had any.
    const rows = state.rows.shown.map((row) =>
      hasVanished(state, row) ? {...row, field: undefined} : row,
    );
    const isWanted =
      this.#context.options().suggest &&
      state.isEditable &&
      rows.some(({field}) => field === undefined);
    const {list} = this.#context;
    const canLook = list.status.status === 'pending' || list.status.status === 'complete';
    this.#isLoading = isWanted && canLook && !list.isSettled;
    if (!isWanted || !canLook || this.#isLoading) {
      this.#search.clear();
      this.#shown = NONE;
      return;
    }
    this.#search.look(rows, list.fields.items);
    const open = new Set(rows.flatMap(({key, field}) => (field === undefined ? key : [])));
    this.#shown = new Map(
      [...this.#search.found].filter(
        ([key, {field}]) => open.has(key) && !this.#dismissed.has(idOf(key, field.value)),
      ),
    );
  }

  dispose(): void {
    this.#search.clear();
  }

  /** The bar above the rows. */
  render(state: MapperState): TemplateResult | typeof nothing {
    const {size} = this.#shown;
    if (this.#isLoading || (this.#search.isBusy && size === 0)) {
      return html`<p class="suggestions looking" part="suggestions">
        ${suggestIcon}<span>${this.#context.words.term('lookingForSuggestions')}</span>
      </p>`;
    }
    if (size === 0) return nothing;
    const good = this.#good;
    const percent = this.#percent(this.#context.options().suggestThreshold);
    return html`<div class="suggestions" part="suggestions">
      ${suggestIcon}
      <p class="count">${this.#context.words.term('suggestions', size)}</p>
      ${
        good.size > 0
          ? html`<button
              type="button"
              class="button small"
              part="accept-all"
              @click=${() => this.#accept(state, good, true)}
            >
              ${this.#context.words.term('acceptAll', good.size, percent)}
            </button>`
          : nothing
      }
      <button
        type="button"
        class="button small plain"
        part="dismiss-all"
        @click=${() => this.#dismissAll()}
      >
        ${this.#context.words.term('dismissAll')}
      </button>
    </div>`;
  }

  /** The proposal below the box of a row. */
  renderFor(
    state: MapperState,
    row: MappingRow,
    focusBox: () => void,
  ): TemplateResult | typeof nothing {
    const suggestion = this.get(row);
    if (!suggestion) return nothing;
    const {field, score, reason} = suggestion;
    const label = plainText(field.label, 120);
    const name = plainText(row.label, 120);
    const percent = this.#percent(score);
    const isStrong = score >= this.#context.options().suggestThreshold;
    return html`<div class="suggestion" part="suggestion">
      <span class="proposal">
        ${suggestIcon}
        <span class="visually-hidden">${this.#context.words.term('suggested')}</span>
        <span class="proposal-text">
          <bdi class="proposed">${label}</bdi>
          <span
            ><span class=${isStrong ? 'score strong' : 'score'}
              ><span aria-hidden="true">${percent}</span
              ><span class="visually-hidden"
                >${this.#context.words.term('confidence', percent)}</span
              ></span
            >
            <span class="reason">${this.#context.words.term(REASONS[reason])}</span></span
          >
        </span>
      </span>
      <span class="answers">
        <button
          type="button"
          class="tool wide"
          part="accept"
          aria-label=${this.#context.words.term('acceptFor', label, name)}
          @click=${() => {
            focusBox();
            this.#accept(state, new Map([[row.key, field.value]]));
          }}
        >
          ${this.#context.words.term('accept')}
        </button>
        <button
          type="button"
          class="tool"
          part="dismiss"
          aria-label=${this.#context.words.term('dismissFor', label, name)}
          @click=${() => {
            focusBox();
            this.#dismissed.add(idOf(row.key, field.value));
            this.#context.host.requestUpdate();
          }}
        >
          ${closeIcon}
        </button>
      </span>
    </div>`;
  }

  get #good(): ReadonlyMap<string, unknown> {
    const {suggestThreshold} = this.#context.options();
    const good = [...this.#shown].filter(([, {score}]) => score >= suggestThreshold);
    return new Map(good.map(([key, {field}]) => [key, field.value]));
  }

  #accept({field, rows}: MapperState, choices: ReadonlyMap<string, unknown>, isAll = false): void {
    const {change, notice, words} = this.#context;
    const before = new Map(rows.shown.map((row) => [row.key, row.field]));
    if (isAll) this.#focusSummary();
    change((value, fields) => mapFields(value, fields, choices));
    const text = words.term('accepted', choices.size);
    field.announce(text);
    if (!isAll) return;
    notice.show(text, () => change((value, fields) => takeBack(value, fields, choices, before)));
  }

  #dismissAll(): void {
    this.#focusSummary();
    for (const [key, {field}] of this.#shown) this.#dismissed.add(idOf(key, field.value));
    this.#context.host.requestUpdate();
  }

  /** Called before the button that was pressed goes, so that the focus never leaves the mapper. */
  #focusSummary(): void {
    this.#context.host.renderRoot.querySelector<HTMLElement>('.summary')?.focus();
  }

  #percent(score: number): string {
    const format = new Intl.NumberFormat(this.#context.words.language, {
      style: 'percent',
      maximumFractionDigits: 0,
    });
    return format.format(score);
  }
}

/** Takes choices back; what the person chose since stays. */
function takeBack(
  value: unknown,
  fields: ApplicationFields,
  choices: ReadonlyMap<string, unknown>,
  before: ReadonlyMap<string, unknown>,
): unknown {
  const rows = readRows(fields, readMapping(value)).shown;
  const same = rows.filter(({key, field}) => choices.has(key) && choices.get(key) === field);
  return mapFields(value, fields, new Map(same.map(({key}) => [key, before.get(key)])));
}

function hasVanished({problems}: MapperState, {key}: MappingRow): boolean {
  return problems.get(key)?.some(({kind}) => kind === 'vanished') ?? false;
}

function idOf(key: string, field: unknown): string {
  return JSON.stringify([key, valueKey(field)]);
}

/** Looks for suggestions, between other things where that takes long: nobody should wait for them. */
class SuggestionSearch {
  readonly #onFound: () => void;
  #found = NONE;
  #items: readonly OptionItem[] | undefined;
  /** What the rows were when they were looked at. */
  #rows = '';
  #stop: (() => void) | undefined;

  /** @param onFound called when they are found later */
  constructor(onFound: () => void) {
    this.#onFound = onFound;
  }

  /** By key of the row; while it is looked for others, those from before. */
  get found(): Found {
    return this.#found;
  }

  get isBusy(): boolean {
    return this.#stop !== undefined;
  }

  /** The same again does nothing. */
  look(rows: readonly MappingRow[], items: readonly OptionItem[]): void {
    const basis = JSON.stringify(rows.map(({key, label, field}) => [key, label, valueKey(field)]));
    if (items === this.#items && basis === this.#rows) return;
    if (items !== this.#items) this.#found = NONE;
    this.#stop?.();
    this.#items = items;
    this.#rows = basis;
    this.#stop = undefined;
    this.#stop = inSlices(suggestionSteps(rows, items), (found) => {
      this.#found = found;
      const isLater = this.#stop !== undefined;
      this.#stop = undefined;
      if (isLater) this.#onFound();
    });
  }

  clear(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#items = undefined;
    this.#found = NONE;
  }
}
