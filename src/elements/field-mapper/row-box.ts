import {type TemplateResult, html, nothing} from 'lit';
import {mapFields} from '../../core/mapping/mapping-edit.js';
import type {MappingRow} from '../../core/mapping/mapping-rows.js';
import type {MapperContext, MapperState} from './mapper-context.js';
import type {RowBoxes} from './row-boxes.js';
import type {Suggestions} from './suggestions.js';
import {ListFailure, sameItems} from '../input/controls/choice-box.js';
import type {errors} from '../../i18n/en/errors.js';
import type {Localizer} from '../../i18n/localize.js';
import type {PgCombobox} from '../../ui/combobox/combobox.js';
import type {ComboboxEventMap} from '../../ui/combobox/events.js';
import type {ComboboxOptions} from '../../ui/combobox/list-model.js';
import '../../ui/combobox/pg-combobox.js';
import {rawText} from '../../ui/combobox/option-values.js';
import {chevronDownIcon} from '../../ui/icons.js';

/** Keys that do nothing by themselves. */
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta']);
/** A closed box needs no list. */
const NO_OPTIONS: ComboboxOptions = [];

/**
 * The boxes of the rows. Only the one with the focus is given the list; the others know how to call what is chosen in them, and
 * render again only when that changes.
 *
 * An empty box shows what is suggested for its row in place of its placeholder. Enter accepts that and Escape dismisses it. So does Tab on
 * its way to the next row, but only for whoever works on the rows: who just walks through them changes nothing. Without a suggestion,
 * with something typed or with the list open, the keys do what they always do.
 */
export class RowBox {
  readonly #context: MapperContext;
  readonly #boxes: RowBoxes;
  readonly #suggestions: Suggestions;
  readonly #failure: ListFailure;
  readonly #labels = new Map<string | undefined, (value: unknown) => string | undefined>();
  #row: string | undefined;
  /** The row whose suggestion was just accepted with Enter, which the next Tab leaves. */
  #accepted: string | undefined;

  constructor(
    context: MapperContext,
    boxes: RowBoxes,
    suggestions: Suggestions,
    localizer: Localizer<typeof errors>,
  ) {
    this.#context = context;
    this.#boxes = boxes;
    this.#suggestions = suggestions;
    this.#failure = new ListFailure(localizer);
  }

  render(state: MapperState, row: MappingRow, index: number, label: string): unknown {
    const hasBox = this.#boxes.has(row.key, index);
    const standIn =
      !hasBox || this.#boxes.keepsStandIn(row.key)
        ? this.#renderStandIn(state, row, label)
        : nothing;
    return hasBox ? [this.#renderBox(state, row, index, label), standIn] : standIn;
  }

  /** Ties boxes to what is said about them, which is there only now. */
  updated(): void {
    const root = this.#context.host.renderRoot;
    for (const box of root.querySelectorAll<PgCombobox>('.target > pg-combobox')) {
      const found = box.parentElement?.querySelectorAll('.problem, .api-name, .described') ?? [];
      const descriptions = [...found];
      if (!sameItems(box.describedByElements, descriptions)) box.describedByElements = descriptions;
    }
  }

  forget(): void {
    this.#labels.clear();
  }

  /** The box of a row, or what stands in for it and becomes it with the focus. */
  find(key: string): HTMLElement | undefined {
    const index = this.#context.state()?.rows.shown.findIndex((row) => row.key === key) ?? -1;
    const row = this.#context.host.renderRoot.querySelectorAll('.row[data-row]')[index];
    return row?.querySelector<HTMLElement>('pg-combobox, .stand-in') ?? undefined;
  }

  #renderBox(state: MapperState, row: MappingRow, index: number, label: string): TemplateResult {
    const {key, field} = row;
    const isActive = this.#row === key;
    const {options, fields, isRemote} = this.#context.list.optionsOf(key);
    const problems = state.problems.get(key) ?? [];
    const isInvalid =
      state.field.invalid &&
      problems.some(
        ({kind}) =>
          kind === 'required' ||
          (kind === 'duplicate' && this.#context.options().duplicates === 'error'),
      );
    return html`<pg-combobox
      id=${boxId(index)}
      .label=${this.#context.words.term('fieldFor', label)}
      .value=${field}
      .search=${isActive && isRemote ? 'remote' : 'local'}
      .options=${isActive ? this.#suggestions.firstOf(row, fields.entries) : NO_OPTIONS}
      .labelOf=${this.#labelOf(field)}
      .complete=${problems.some(({kind}) => kind === 'vanished')}
      .pending=${isActive && options.status === 'pending'}
      .hasMore=${isActive && options.hasMore}
      .failure=${isActive ? this.#failure.of(options) : undefined}
      .placeholder=${this.#suggestions.ghostOf(row) || this.#context.words.term('notMapped')}
      ?disabled=${state.field.disabled || !state.isReady}
      ?readonly=${state.field.readonly}
      ?required=${row.required}
      ?invalid=${isInvalid}
      clearable
      @focusin=${() => this.#onEnter(state, key)}
      @focusout=${this.#onLeave}
      @pointerdown=${() => this.#suggestions.takeTab(true)}
      @keydown=${{
        handleEvent: (event: KeyboardEvent) => this.#onKeyDown(event, state, row),
        capture: true,
      }}
      @input=${stop}
      @change=${stop}
      @pg-combobox-change=${({detail}: ComboboxEventMap['pg-combobox-change']) =>
        this.#context.change((value, known) =>
          mapFields(value, known, new Map([[key, detail.value]])),
        )}
      @pg-combobox-search=${({detail}: ComboboxEventMap['pg-combobox-search']) =>
        this.#context.list.search(key, detail.query)}
      @pg-combobox-more=${() => this.#context.list.more(key)}
      @pg-combobox-open=${() => this.#context.list.open(key)}
    ></pg-combobox>`;
  }

  /** Looks and reads like the box; becomes it when somebody gets there. */
  #renderStandIn(state: MapperState, row: MappingRow, label: string): TemplateResult {
    const {key, field} = row;
    const text =
      field === undefined
        ? this.#suggestions.ghostOf(row)
        : (this.#nameOf(field) ?? rawText(field));
    return html`<button
      type="button"
      class="stand-in"
      aria-haspopup="listbox"
      ?disabled=${state.field.disabled || !state.isReady}
      @focus=${() => void this.#boxes.take(key, () => this.find(key)?.focus())}
    >
      <span class="visually-hidden">${this.#context.words.term('fieldFor', label)}</span>
      <span class=${field === undefined ? 'stand-in-text placeholder' : 'stand-in-text'}
        >${text || this.#context.words.term('notMapped')}</span
      >
      ${chevronDownIcon}
    </button>`;
  }

  /** The same function for as long as the label is the same, so that a closed box does not render for nothing. */
  #labelOf(field: unknown): (value: unknown) => string | undefined {
    const label = this.#nameOf(field);
    let labelOf = this.#labels.get(label);
    if (!labelOf) {
      labelOf = (value) => this.#nameOf(value);
      this.#labels.set(label, labelOf);
    }
    return labelOf;
  }

  #nameOf(field: unknown): string | undefined {
    if (field === undefined) return undefined;
    const {list, state} = this.#context;
    // What is saved has a name only once the list is here; its raw value would flash up until then.
    const isPending = list.status.status === 'pending';
    return (
      list.labelOf(field) ?? (isPending ? state()?.field.words.term('loadingField') : undefined)
    );
  }

  #onKeyDown(event: KeyboardEvent, state: MapperState, row: MappingRow): void {
    const {key} = event;
    const isPlain = !(event.shiftKey || event.ctrlKey || event.altKey || event.metaKey);
    const [box] = event.composedPath();
    const isEmpty =
      box instanceof HTMLInputElement && box.value === '' && box.ariaExpanded !== 'true';
    const isOpenQuestion =
      isPlain && isEmpty && !event.isComposing && this.#suggestions.ghostOf(row) !== '';
    if (key === 'Tab') {
      // It goes on to the next row all the same.
      const takes = isOpenQuestion && this.#suggestions.takesTab;
      if (takes) this.#suggestions.accept(state, row);
      this.#suggestions.takeTab(takes || this.#accepted === row.key);
      return;
    }
    if (!MODIFIERS.has(key)) this.#suggestions.takeTab(true);
    if (!isOpenQuestion || (key !== 'Enter' && key !== 'Escape')) return;
    if (key === 'Enter') {
      this.#accepted = row.key;
      this.#suggestions.accept(state, row);
    } else this.#suggestions.dismiss(state, row);
    // One Escape closes one thing, not the dialog around as well; one Enter answers one question.
    event.preventDefault();
    event.stopPropagation();
  }

  /** Whoever comes back later only passes by again. */
  readonly #onLeave = ({relatedTarget}: FocusEvent): void => {
    this.#accepted = undefined;
    const isInside =
      relatedTarget instanceof Node && this.#context.host.renderRoot.contains(relatedTarget);
    if (!isInside) this.#suggestions.takeTab(false);
  };

  #onEnter({field, parents}: MapperState, key: string): void {
    if (this.#row === key) return;
    this.#row = key;
    this.#context.list.enter(key, field, parents);
    this.#context.host.requestUpdate();
  }
}

/** Ids count rows: their keys are a backend's. */
const boxId = (index: number): string => `field-${index}`;

/** What is typed to search is no value of the field. */
function stop(event: Event): void {
  event.stopPropagation();
}
