import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {query, queryAll, state} from 'lit/decorators.js';
import {baseStyles} from '../base-styles.js';
import {ComboboxProperties} from './combobox-properties.js';
import {comboboxStyles} from './combobox-styles.js';
import {emit} from './events.js';
import {
  renderBox,
  renderChip,
  renderCross,
  renderInput,
  renderToggle,
  type FieldView,
} from './field-view.js';
import {actionOf, isPrintable, type KeyAction} from './keyboard.js';
import {OptionIndex, positionOf, type OptionList} from './list-model.js';
import {ListPopup} from './list-popup.js';
import type {Start} from './list-state.js';
import {optionId} from './list-view.js';
import {sameValue, toggled} from './same-value.js';
import {TypeAhead} from './type-ahead.js';

const STARTS = new Map<KeyAction, Start>([
  ['open', 'chosen'],
  ['open-first', 'first'],
  ['open-last', 'last'],
  ['open-plain', 'none'],
]);

/**
 * The one dropdown of the kit: one value or several, from a list that may be long, searched, grouped, or not there yet.
 *
 * Follows the patterns of the ARIA Authoring Practices: the select-only combobox, or with `search` the editable combobox with
 * list autocomplete and manual selection. Sets its own `value` when a person chooses. Text that was typed and not chosen goes
 * when focus leaves; text that was emptied clears a `clearable` box then.
 *
 * @summary Internal combobox of inputs and mappers.
 * @fires pg-combobox-change - `{value}`: a person chose, removed or cleared
 * @fires pg-combobox-search - `{query}`: what a person typed, with `search="remote"`
 * @fires pg-combobox-more - The end of the list is near
 * @fires pg-combobox-open - The popup opened
 * @fires pg-combobox-close - The popup closed
 * @csspart control - The visible box
 * @csspart input - Text field, or the text of a box without one
 * @csspart toggle - Arrow at the end of the box
 * @csspart clear - Button that empties the box
 * @csspart chip - One of several chosen values
 * @csspart popup - What opens
 * @csspart listbox - List in the popup
 * @csspart section-title - Title of a section
 * @csspart option - One option
 * @csspart option-label - Its label
 * @csspart option-subtitle - Its second line
 */
export class PgCombobox extends ComboboxProperties {
  static override styles = [baseStyles, comboboxStyles];

  /** What is being typed; `undefined` shows what is chosen. */
  @state() private typed: string | undefined;

  @query('#field') private readonly field!: HTMLElement | null;
  @query('input') private readonly input!: HTMLInputElement | null;
  @query('#chosen') private readonly chosen!: HTMLElement | null;
  @queryAll('.chip button') private readonly removeButtons!: NodeListOf<HTMLElement>;

  readonly #typeAhead = new TypeAhead();
  readonly #popup = new ListPopup(
    this,
    this.words,
    () => ({
      options: this.options,
      list: this.#list,
      values: this.values,
      query: this.typed ?? '',
      name: this.accessibleName,
      editable: this.isEditable,
      multiple: this.multiple,
      pending: this.pending,
      hasMore: this.hasMore,
      failure: this.failure,
    }),
    () => this.#choose(),
  );
  /** What the owner was last asked to search. */
  #query = '';
  #removals = 0;

  /** Focuses the field, with its text selected as if reached with Tab: typing replaces the label of what is chosen. */
  override focus(options?: FocusOptions): void {
    this.field?.focus(options);
    if (this.typed === undefined) this.input?.select();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#removals++;
  }

  protected override willUpdate(): void {
    if (this.isLocked) this.#popup.close();
  }

  protected override render(): TemplateResult {
    const view = this.#view;
    const hasClear = this.clearable && !this.isLocked && this.values.length > 0;
    return html`
      <div
        class=${this.#controlClass}
        part="control"
        @mousedown=${this.#onMouseDown}
        @click=${this.#onClick}
        @keydown=${this.#onKeyDown}
        @focusout=${this.#onFocusOut}
      >
        <div class="content">
          ${this.multiple ? this.#renderChips() : nothing}
          ${this.isEditable ? renderInput(view, this.#onInput) : renderBox(view)}
        </div>
        ${hasClear ? renderCross(this.words.term('clear'), 'clear', () => this.#clear()) : nothing}
        ${renderToggle(view, this.isEditable)}
      </div>
      ${this.#popup.render()}
    `;
  }

  protected override updated(changed: PropertyValues): void {
    const input = this.input;
    if (input && input.value !== this.#text) {
      input.value = this.#text;
      // Only where it is: elsewhere WebKit would move the focus.
      if (this.shadowRoot?.activeElement === input) this.#placeCaret(input.value.length);
    }
    const isNewField = changed.has('search') || changed.has('multiple');
    if (isNewField || changed.has('labelElements') || changed.has('describedByElements')) {
      this.#relate();
    }
  }

  #renderChips(): unknown {
    const texts = this.values.map((value) => this.textOf(value));
    const chips = texts.map((text, index) =>
      renderChip(
        text,
        this.words.term('remove', text),
        this.isLocked ? undefined : () => this.#remove(index),
      ),
    );
    // Describes the field, so that its values are read with it.
    return [chips, html`<span id="chosen" hidden>${texts.join(', ')}</span>`];
  }

  get #view(): FieldView {
    const {active, isOpen} = this.#popup;
    const {disabled, readonly, required, invalid} = this;
    const [value] = this.values;
    const isSingle = !this.multiple && this.typed === undefined && value !== undefined;
    return {
      name: this.accessibleName,
      text: this.#text,
      placeholder: this.values.length > 0 ? '' : this.placeholder,
      isMissing: isSingle && this.labelFor(value) === undefined,
      isOpen,
      activeId: active < 0 ? '' : optionId(active),
      disabled,
      readonly,
      required,
      invalid,
    };
  }

  get #controlClass(): string {
    const {disabled, readonly, invalid} = this;
    const flags: Record<string, boolean> = {editable: this.isEditable, disabled, readonly, invalid};
    return ['control', ...Object.keys(flags).filter((flag) => flags[flag])].join(' ');
  }

  get #list(): OptionList {
    const index = OptionIndex.of(this.options);
    return this.search === 'local' ? index.match(this.typed ?? '') : index.all;
  }

  /** Text of the field: what is typed, else what is chosen; several chosen values are chips instead. */
  get #text(): string {
    return this.typed ?? (this.multiple ? '' : this.values.map((it) => this.textOf(it)).join());
  }

  #relate(): void {
    const field = this.field;
    if (!field) return;
    const describing = [...(this.chosen ? [this.chosen] : []), ...this.describedByElements];
    field.ariaLabelledByElements = this.labelElements.length > 0 ? [...this.labelElements] : null;
    field.ariaDescribedByElements = describing.length > 0 ? describing : null;
  }

  #placeCaret(at: number): void {
    this.input?.setSelectionRange(at, at);
  }

  #open(start: Start): void {
    if (this.isLocked || this.#popup.isOpen) return;
    this.#popup.open(start);
    this.#askOwner();
  }

  /** Has the owner search for what is typed now, if it has not. */
  #askOwner(): void {
    const query = this.typed ?? '';
    if (this.search !== 'remote' || query === this.#query) return;
    this.#query = query;
    emit(this, 'pg-combobox-search', {query});
  }

  #set(value: unknown): void {
    this.value = value;
    emit(this, 'pg-combobox-change', {value});
  }

  /** Chooses the active option; without one it just closes. */
  #choose(): void {
    if (this.#popup.isRetryActive) {
      this.#popup.active = -1;
      this.failure?.retry();
      return;
    }
    const option = this.#popup.activeOption;
    if (option?.disabled) return;
    if (option && this.multiple) {
      this.#set(toggled(this.values, option.value));
      // The next letter starts another search, yet more of this one can be chosen.
      this.input?.select();
      return;
    }
    this.#popup.close();
    if (!option) return;
    this.typed = undefined;
    if (!sameValue(this.value, option.value)) this.#set(option.value);
  }

  #remove(index: number): void {
    const text = this.textOf(this.values[index]);
    this.#set(this.values.filter((_, other) => other !== index));
    this.#popup.announce(this.words.term('removed', text));
    void this.updateComplete.then(() => (this.removeButtons[index] ?? this.field)?.focus());
  }

  /** Empties the text, and the value where that is allowed; returns whether there was something to empty. */
  #clear(): boolean {
    const hadText = this.typed !== undefined;
    const hasValue = this.clearable && this.values.length > 0;
    this.typed = undefined;
    if (hasValue) this.#set(this.multiple ? [] : undefined);
    return hadText || hasValue;
  }

  /** @returns whether the key did something which the browser must not do as well */
  #perform(action: KeyAction): boolean {
    const start = STARTS.get(action);
    if (start) {
      this.#open(start);
      return true;
    }
    if (this.#popup.move(action)) return true;
    switch (action) {
      case 'choose':
        this.#choose();
        return true;
      case 'leave':
        if (this.#popup.activeOption && !this.multiple) this.#choose();
        this.#popup.close();
        return false;
      case 'clear':
        return this.#clear();
      case 'caret':
        this.#popup.active = -1;
        return false;
      case 'caret-start':
      case 'caret-end':
        this.#popup.active = -1;
        this.#placeCaret(action === 'caret-start' ? 0 : this.#text.length);
        return true;
      default:
        this.#popup.close();
        return true;
    }
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (this.isLocked) return;
    if (event.target !== this.field) {
      if (/^(Delete|Backspace)$/.test(event.key)) (event.target as HTMLElement).click();
      return;
    }
    const isBackspace = event.key === 'Backspace' && !event.isComposing;
    if (isBackspace && this.multiple && !this.#text) {
      // A first press goes to the last chip, which is read out; pressed there, its button removes it.
      [...this.removeButtons].at(-1)?.focus();
      return;
    }
    if (!this.isEditable && this.#isLetter(event)) {
      event.preventDefault();
      this.#goToLetter(event);
      return;
    }
    const action = actionOf(event, this.isEditable, this.#popup.isOpen);
    if (!action || !this.#perform(action)) return;
    event.preventDefault();
    // One Escape closes one thing, not the dialog around as well.
    if (event.key === 'Escape') event.stopPropagation();
  }

  #isLetter(event: KeyboardEvent): boolean {
    return isPrintable(event) && (event.key !== ' ' || this.#typeAhead.isActive(event.timeStamp));
  }

  #goToLetter(event: KeyboardEvent): void {
    const popup = this.#popup;
    const at = popup.isOpen ? popup.active : positionOf(this.#list, this.value);
    const {text, refines} = this.#typeAhead.add(event.key, event.timeStamp);
    const found = OptionIndex.of(this.options).startingWith(
      text,
      refines ? Math.max(0, at) : at + 1,
    );
    this.#open('chosen');
    if (found >= 0) popup.active = found;
  }

  readonly #onInput = (): void => {
    this.typed = this.input?.value;
    this.#popup.restart();
    this.#open('none');
    this.#askOwner();
  };

  #onMouseDown(event: MouseEvent): void {
    if (isWithin(event, '#field')) return;
    // Buttons and padding belong to the field: pressing them must not take the focus from it.
    event.preventDefault();
    if (!isWithin(event, '.chip')) this.focus();
  }

  #onClick(event: MouseEvent): void {
    if (isWithin(event, '.chip, [part="clear"]')) return;
    const isToggle = !this.isEditable || isWithin(event, '[part="toggle"]');
    if (this.#popup.isOpen) {
      if (isToggle) this.#popup.close();
      return;
    }
    this.#open(this.isEditable ? 'current' : 'chosen');
    // So that typing replaces the label of what is chosen.
    if (this.typed === undefined) this.input?.select();
  }

  #onFocusOut(event: FocusEvent): void {
    const {relatedTarget} = event;
    if (relatedTarget instanceof Node && this.renderRoot.contains(relatedTarget)) return;
    // The whole window lost the focus, which will come back to here.
    if (this.shadowRoot?.activeElement) return;
    // Chromium blurs what is removed, but text typed into a box that is only moved must stay.
    const removals = this.#removals;
    queueMicrotask(() => {
      if (removals === this.#removals) this.#leave();
    });
  }

  #leave(): void {
    this.#popup.close();
    if (this.typed === '' && !this.multiple) this.#clear();
    this.typed = undefined;
  }
}

function isWithin(event: Event, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}
