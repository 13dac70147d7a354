import {type TemplateResult, html, nothing} from 'lit';
import type {ApplicationFields} from '../../core/mapping/application-fields.js';
import {mapFields} from '../../core/mapping/mapping-edit.js';
import {type MappingRow, readRows} from '../../core/mapping/mapping-rows.js';
import {readMapping} from '../../core/mapping/mapping-value.js';
import {type Suggestion, suggestionSteps} from '../../core/mapping/suggestions.js';
import {
  isSection,
  type OptionEntry,
  type OptionItem,
  type OptionSection,
} from '../../core/options/option-page.js';
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

/** Longest name that is shown (UTF-16 units). */
const MAX_NAME = 120;

type Found = ReadonlyMap<string, Suggestion>;
const NONE: Found = new Map();

/** What became of the last suggestions, with a way back. */
interface Outcome {
  /** Asked at each render: the page may turn to another language meanwhile. */
  readonly text: () => string;
  readonly undo: () => void;
}

/** Proposals for rows: kept until somebody accepts or dismisses them, never written by themselves. */
export class Suggestions {
  readonly #context: MapperContext;
  readonly #search: SuggestionSearch;
  readonly #dismissed = new Set<string>();
  #shown = NONE;
  /** Fields that names have to be compared with are still on their way. */
  #isLoading = false;
  #isWanted = false;
  /** Once there is a banner it stays, so that answering the last suggestion moves no row; until a person closes it. */
  #hasBanner = false;
  /** That there are suggestions was said. */
  #isTold = false;
  #outcome: Outcome | undefined;
  #takesTab = false;
  #first:
    | {
        readonly suggestion: Suggestion;
        readonly entries: readonly OptionEntry[];
        readonly list: readonly OptionEntry[];
      }
    | undefined;

  constructor(context: MapperContext) {
    this.#context = context;
    this.#search = new SuggestionSearch(() => context.host.requestUpdate());
  }

  /** Whether all fields have to be loaded, which is so while there is something to suggest them for. */
  get wantsAll(): boolean {
    return this.#isLoading;
  }

  /** Whether Tab accepts what is suggested where it leaves: for somebody who works on the rows, not for who passes by. */
  get takesTab(): boolean {
    return this.#takesTab;
  }

  takeTab(takes: boolean): void {
    if (this.#takesTab === takes) return;
    this.#takesTab = takes;
    this.#context.host.requestUpdate();
  }

  /** What a row without a field shows in grey: the name of the field that it probably is; '' if there is none. */
  ghostOf({key, field}: MappingRow): string {
    const suggestion = this.#shown.get(key);
    return suggestion && field === undefined ? plainText(suggestion.field.label, MAX_NAME) : '';
  }

  /** What a row's box offers, first of all what is suggested for it; the same list for the same suggestion. */
  firstOf({key}: MappingRow, entries: readonly OptionEntry[]): readonly OptionEntry[] {
    const suggestion = this.#shown.get(key);
    if (!suggestion) return entries;
    if (this.#first?.suggestion !== suggestion || this.#first.entries !== entries) {
      const {words} = this.#context;
      const titles = {suggested: words.term('suggested'), others: words.term('otherFields')};
      const list = withFirst(suggestion.field, titles, entries);
      this.#first = {suggestion, entries, list};
    }
    return this.#first.list;
  }

  /** Another object was chosen: what was dismissed was about the fields of the one before. */
  forget(): void {
    this.#dismissed.clear();
    this.#hasBanner = false;
    this.#isTold = false;
    this.#outcome = undefined;
  }

  update(state: MapperState): void {
    // A row whose field has vanished needs another one as much as one that never had any.
    const rows = state.rows.shown.map((row) =>
      hasVanished(state, row) ? {...row, field: undefined} : row,
    );
    const {suggest, suggestThreshold} = this.#context.options();
    this.#isWanted = suggest && state.isEditable;
    const isLooking = this.#isWanted && rows.some(({field}) => field === undefined);
    const {list} = this.#context;
    const canLook = list.status.status === 'pending' || list.status.status === 'complete';
    this.#isLoading = isLooking && canLook && !list.isSettled;
    if (!isLooking || !canLook || this.#isLoading) {
      this.#search.clear();
      this.#shown = NONE;
      return;
    }
    this.#search.look(rows, list.fields.items);
    const open = new Set(rows.flatMap(({key, field}) => (field === undefined ? key : [])));
    this.#shown = new Map(
      [...this.#search.found].filter(
        ([key, {field, score}]) =>
          score >= suggestThreshold &&
          open.has(key) &&
          !this.#dismissed.has(idOf(key, field.value)),
      ),
    );
    if (this.#shown.size === 0) return;
    this.#hasBanner = true;
    if (this.#isTold || this.#search.isBusy) return;
    this.#isTold = true;
    state.field.announce(this.#context.words.term('suggestions', this.#shown.size));
  }

  dispose(): void {
    this.#search.clear();
  }

  /** The banner above the rows. */
  render(state: MapperState): TemplateResult | typeof nothing {
    const {words} = this.#context;
    const {size} = this.#shown;
    if (this.#isLoading || (this.#search.isBusy && size === 0)) {
      return html`<p class="suggestions looking" part="suggestions">
        ${suggestIcon}<span>${words.term('lookingForSuggestions')}</span>
      </p>`;
    }
    if (!this.#hasBanner || !this.#isWanted) return nothing;
    const text = this.#outcome?.text() ?? words.term('noSuggestionsLeft');
    return html`<div class="suggestions" part="suggestions" tabindex="-1">
      ${suggestIcon}
      <p id="suggested" class="count">${size > 0 ? words.term('suggestions', size) : text}</p>
      ${size > 0 ? this.#renderAnswersToAll(state) : this.#renderOutcome()}
    </div>`;
  }

  /** The ways to answer a row's proposal, and for screen readers what it is and which keys do the same. */
  renderFor(
    state: MapperState,
    row: MappingRow,
    focusBox: () => void,
  ): TemplateResult | typeof nothing {
    const suggestion = this.#shown.get(row.key);
    if (!suggestion) return nothing;
    const {words} = this.#context;
    const label = plainText(suggestion.field.label, MAX_NAME);
    const name = plainText(row.label, MAX_NAME);
    const isGhost = row.field === undefined;
    const reason = this.#reasonOf(suggestion);
    // The keys of an empty box do the same, and its Tab has to lead to the next row. A box that has a field has none of them, and a
    // cross of its own, beside which another one would be a riddle.
    return html`<span class="answers" part="suggestion" title=${reason}>
      ${isGhost ? html`<kbd aria-hidden="true">${words.term(this.#takesTab ? 'keyTab' : 'keyEnter')}</kbd>` : nothing}
      <button
        type="button"
        class="tool wide"
        part="accept"
        tabindex=${isGhost ? -1 : 0}
        aria-label=${words.term('acceptFor', label, name)}
        @click=${() => {
          focusBox();
          this.accept(state, row);
        }}
      >
        <bdi>${isGhost ? words.term('accept') : words.term('acceptNamed', label)}</bdi>
      </button>
      ${
        isGhost
          ? html`<button
              type="button"
              class="tool"
              part="dismiss"
              tabindex="-1"
              aria-label=${words.term('dismissFor', label, name)}
              @click=${() => {
                focusBox();
                this.dismiss(state, row);
              }}
            >
              ${closeIcon}
            </button>`
          : nothing
      }
      <span class="described" hidden>
        ${words.term('suggestion', label, reason)}
        ${isGhost ? words.term(this.#takesTab ? 'suggestionKeys' : 'suggestionEnter') : nothing}
      </span>
    </span>`;
  }

  /** Takes over what is proposed for a row. */
  accept(state: MapperState, row: MappingRow): void {
    const suggestion = this.#shown.get(row.key);
    if (!suggestion) return;
    const {field} = suggestion;
    const [label, name] = [plainText(field.label, MAX_NAME), plainText(row.label, MAX_NAME)];
    const {words} = this.#context;
    this.#write(state, new Map([[row.key, field.value]]), () =>
      words.term('acceptedFor', label, name),
    );
  }

  /** A person does not want what is proposed for a row. */
  dismiss(state: MapperState, row: MappingRow): void {
    const suggestion = this.#shown.get(row.key);
    if (suggestion) this.#dismiss(state, new Map([[row.key, suggestion]]));
  }

  #renderAnswersToAll(state: MapperState): TemplateResult {
    const {words} = this.#context;
    const all = this.#shown;
    const answer = (act: () => void) => (): void => {
      this.#focusBanner();
      act();
    };
    const choices = new Map([...all].map(([key, {field}]) => [key, field.value]));
    const count = all.size;
    const text = (): string => words.term('accepted', count);
    return html`<button
        type="button"
        class="button small"
        part="accept-all"
        aria-describedby="suggested"
        @click=${answer(() => this.#write(state, choices, text))}
      >
        ${words.term('acceptAll', all.size)}
      </button>
      <button
        type="button"
        class="button small plain"
        part="dismiss-all"
        aria-describedby="suggested"
        @click=${answer(() => this.#dismiss(state, all))}
      >
        ${words.term('dismissAll')}
      </button>`;
  }

  #renderOutcome(): TemplateResult {
    const {words} = this.#context;
    const outcome = this.#outcome;
    const undo = (): void => {
      this.#focusBanner();
      this.#outcome = undefined;
      outcome?.undo();
      this.#context.host.requestUpdate();
    };
    return html`${
        outcome
          ? html`<button type="button" class="button small" part="undo" @click=${undo}>
              ${words.term('undo')}
            </button>`
          : nothing
      }
      <button
        type="button"
        class="tool"
        aria-label=${words.term('closeNotice')}
        @click=${() => this.#close()}
      >
        ${closeIcon}
      </button>`;
  }

  #write(
    {field, rows}: MapperState,
    choices: ReadonlyMap<string, unknown>,
    text: () => string,
  ): void {
    const {change} = this.#context;
    const before = new Map(rows.shown.map((row) => [row.key, row.field]));
    this.#outcome = {
      text,
      undo: () => change((value, fields) => takeBack(value, fields, choices, before)),
    };
    change((value, fields) => mapFields(value, fields, choices));
    field.announce(text());
  }

  #dismiss({field}: MapperState, suggestions: Found): void {
    const ids = [...suggestions].map(([key, one]) => idOf(key, one.field.value));
    for (const id of ids) this.#dismissed.add(id);
    const text = (): string => this.#context.words.term('dismissed', ids.length);
    this.#outcome = {text, undo: () => ids.forEach((id) => this.#dismissed.delete(id))};
    field.announce(text());
    this.#context.host.requestUpdate();
  }

  #close(): void {
    this.#context.host.renderRoot.querySelector<HTMLElement>('.summary')?.focus();
    this.#hasBanner = false;
    this.#context.host.requestUpdate();
  }

  /** Called before the button that was pressed goes, so that the focus never leaves the mapper. */
  #focusBanner(): void {
    this.#context.host.renderRoot.querySelector<HTMLElement>('.suggestions')?.focus();
  }

  #reasonOf({score, reason}: Suggestion): string {
    const {words} = this.#context;
    const format = new Intl.NumberFormat(words.languageOf('confidence'), {
      style: 'percent',
      maximumFractionDigits: 0,
    });
    return words.term('confidence', format.format(score), words.term(REASONS[reason]));
  }
}

/** A list with one of its choices in a section before all others. A list that does not have it stays as it is: it is about something else. */
function withFirst(
  {value}: OptionItem,
  {suggested, others}: {readonly suggested: string; readonly others: string},
  entries: readonly OptionEntry[],
): readonly OptionEntry[] {
  const found: OptionItem[] = [];
  const plain: OptionItem[] = [];
  const sections: OptionSection[] = [];
  const isOther = (item: OptionItem): boolean => {
    if (item.value === value) found.push(item);
    return item.value !== value;
  };
  for (const entry of entries) {
    if (!isSection(entry)) {
      if (isOther(entry)) plain.push(entry);
      continue;
    }
    const options = entry.options.filter(isOther);
    if (options.length > 0) sections.push({...entry, options});
  }
  if (found.length === 0) return entries;
  const rest = plain.length > 0 ? [{title: others, options: plain}] : [];
  return [{title: suggested, options: found}, ...rest, ...sections];
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
