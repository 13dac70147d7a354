import {html, nothing, type TemplateResult} from 'lit';
import type {ApplicationFields} from '../../core/mapping/application-fields.js';
import {mapFields} from '../../core/mapping/mapping-edit.js';
import {readRows, type MappingRow} from '../../core/mapping/mapping-rows.js';
import {readMapping} from '../../core/mapping/mapping-value.js';
import {suggestFields, type Suggestion} from '../../core/mapping/suggestions.js';
import {valueKey} from '../../core/options/value-key.js';
import type {mapper as words} from '../../i18n/en/mapper.js';
import {closeIcon} from '../../ui/icons.js';
import {plainText} from '../../ui/safe/text.js';
import {suggestIcon} from './mapper-icons.js';
import type {MapperContext, MapperState} from './mapper-context.js';

const REASONS = {
  'same-name': 'reasonSameName',
  'same-api-name': 'reasonSameApiName',
  synonym: 'reasonSynonym',
  similar: 'reasonSimilar',
} as const satisfies Record<Suggestion['reason'], keyof typeof words>;

const NONE: ReadonlyMap<string, Suggestion> = new Map();

/** Proposals for rows: kept until somebody accepts or dismisses them, never written by themselves. */
export class Suggestions {
  readonly #context: MapperContext;
  readonly #dismissed = new Set<string>();
  #shown = NONE;
  #basis: readonly unknown[] = [];
  #isLooking = false;

  constructor(context: MapperContext) {
    this.#context = context;
  }

  /** Whether all fields have to be loaded, which is so while there is something to suggest them for. */
  get wantsAll(): boolean {
    return this.#isLooking;
  }

  get(row: MappingRow): Suggestion | undefined {
    return this.#shown.get(row.key);
  }

  /** Another object was chosen: what was dismissed was about the fields of the one before. */
  forget(): void {
    this.#dismissed.clear();
  }

  update({isEditable, rows}: MapperState): void {
    const isWanted =
      this.#context.host.suggest && isEditable && rows.shown.some(({field}) => field === undefined);
    const {list} = this.#context;
    const canLook = list.status.status === 'pending' || list.status.status === 'complete';
    this.#isLooking = isWanted && canLook && !list.isSettled;
    if (!isWanted || !canLook || this.#isLooking) {
      this.#shown = NONE;
      this.#basis = [];
      return;
    }
    const {items} = list.fields;
    const open = rows.shown.map(({key, field}) => `${key}\n${valueKey(field)}`).join('\n\n');
    const basis = [items, open, this.#dismissed.size];
    if (basis.every((part, index) => part === this.#basis[index])) return;
    this.#basis = basis;
    const found = suggestFields(rows.shown, items);
    this.#shown = new Map(
      [...found].filter(([key, {field}]) => !this.#dismissed.has(idOf(key, field.value))),
    );
  }

  /** The bar above the rows. */
  render(state: MapperState): TemplateResult | typeof nothing {
    if (this.#isLooking) {
      return html`<p class="suggestions looking" part="suggestions">
        ${suggestIcon}<span>${this.#context.words.term('lookingForSuggestions')}</span>
      </p>`;
    }
    const {size} = this.#shown;
    if (size === 0) return nothing;
    const good = this.#good;
    const percent = this.#percent(this.#context.host.suggestThreshold);
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
    if (!suggestion || row.field !== undefined) return nothing;
    const {field, score, reason} = suggestion;
    const label = plainText(field.label, 120);
    const name = plainText(row.label, 120);
    const percent = this.#percent(score);
    const isStrong = score >= this.#context.host.suggestThreshold;
    return html`<div class="suggestion" part="suggestion">
      <span class="proposal">
        ${suggestIcon}
        <span class="visually-hidden">${this.#context.words.term('suggested')}</span>
        <bdi class="proposed">${label}</bdi>
        <span class=${isStrong ? 'score strong' : 'score'}
          ><span aria-hidden="true">${percent}</span
          ><span class="visually-hidden"
            >${this.#context.words.term('confidence', percent)}</span
          ></span
        >
        <span class="reason">${this.#context.words.term(REASONS[reason])}</span>
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
    const {suggestThreshold} = this.#context.host;
    const good = [...this.#shown].filter(([, {score}]) => score >= suggestThreshold);
    return new Map(good.map(([key, {field}]) => [key, field.value]));
  }

  #accept({field}: MapperState, choices: ReadonlyMap<string, unknown>, isAll = false): void {
    const {change, notice, words} = this.#context;
    if (isAll) this.#focusSummary();
    change((value, fields) => mapFields(value, fields, choices));
    const text = words.term('accepted', choices.size);
    field.announce(text);
    if (!isAll) return;
    notice.show(text, () => change((value, fields) => unmap(value, fields, choices)));
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
function unmap(
  value: unknown,
  fields: ApplicationFields,
  choices: ReadonlyMap<string, unknown>,
): unknown {
  const rows = readRows(fields, readMapping(value)).shown;
  const same = rows.filter(({key, field}) => choices.has(key) && choices.get(key) === field);
  return mapFields(value, fields, new Map(same.map(({key}) => [key, undefined])));
}

function idOf(key: string, field: unknown): string {
  return JSON.stringify([key, valueKey(field)]);
}
