import {type PropertyValues, type TemplateResult, html, nothing} from 'lit';
import {query, queryAll, state} from 'lit/decorators.js';
import {baseStyles} from '../base-styles.js';
import {ComboboxProperties} from './combobox-properties.js';
import {comboboxStyles} from './combobox-styles.js';
import {emit} from './events.js';
import {
  type FieldView,
  controlClass,
  isWithin,
  describeBy,
  renderBox,
  renderChips,
  renderCross,
  renderInput,
  renderToggle,
} from './field-view.js';
import {type KeyAction, TypeAhead, actionOf} from './keyboard.js';
import {type ComboboxOption, OptionIndex, type OptionList, positionOf} from './list-model.js';
import {ListPopup} from './list-popup.js';
import type {Start} from './list-state.js';
import {optionId} from './list-view.js';
import {toggled} from './option-values.js';
import {sameContent} from '../../core/util/equal.js';

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
      remote: this.search === 'remote',
      name: this.accessibleName,
      editable: this.isEditable,
      multiple: this.multiple,
      pending: this.pending,
      hasMore: this.hasMore,
      failure: this.failure,
    }),
    (option) => this.#take(option),
  );
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
        class=${controlClass(view, this.isEditable)}
        part="control"
        @mousedown=${this.#onMouseDown}
        @click=${this.#onClick}
        @keydown=${this.#onKeyDown}
        @focusout=${this.#onFocusOut}
      >
        <div class="content">
          ${
            this.multiple
              ? renderChips(
                  this.values.map((value) => this.textOf(value)),
                  (text) => this.words.term('remove', text),
                  this.isLocked ? undefined : this.#onRemove,
                )
              : nothing
          }
          ${this.isEditable ? renderInput(view, this.#onInput) : renderBox(view)}
        </div>
        ${hasClear ? renderCross(this.#clearName, 'clear', () => this.#clear()) : nothing}
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
    const field = ['search', 'multiple', 'describedByElements'];
    if (this.field && field.some((property) => changed.has(property))) {
      const chosen = this.chosen ? [this.chosen] : [];
      describeBy(this.field, [...chosen, ...this.describedByElements]);
    }
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
      isMissing: isSingle && (this.labelFor(value) === undefined || this.isGone(value)),
      isOpen,
      activeId: active < 0 ? '' : optionId(active),
      disabled,
      readonly,
      required,
      invalid,
    };
  }

  /** A form has several of these buttons. */
  get #clearName(): string {
    return `${this.words.term('clear')}: ${this.accessibleName}`;
  }

  get #list(): OptionList {
    const index = OptionIndex.of(this.options);
    return this.search === 'local' ? index.match(this.typed ?? '') : index.all;
  }

  /** Text of the field: what is typed, else what is chosen; several chosen values are chips instead. */
  get #text(): string {
    return this.typed ?? (this.multiple ? '' : this.values.map((it) => this.textOf(it)).join());
  }

  #placeCaret(at: number): void {
    this.input?.setSelectionRange(at, at);
  }

  #open(start: Start): void {
    if (!this.isLocked) this.#popup.open(start);
  }

  #set(value: unknown): void {
    this.value = value;
    emit(this, 'pg-combobox-change', {value});
  }

  #take({value}: ComboboxOption): void {
    if (this.multiple) {
      this.#set(toggled(this.values, value));
      // The next letter starts another search, yet more of this one can be chosen.
      this.input?.select();
      return;
    }
    this.typed = undefined;
    this.#popup.close();
    if (!sameContent(this.value, value)) this.#set(value);
  }

  readonly #onRemove = (index: number): void => {
    const text = this.textOf(this.values[index]);
    this.#set(this.values.filter((_, other) => other !== index));
    this.#popup.announce(this.words.term('removed', text));
    void this.updateComplete.then(() => (this.removeButtons[index] ?? this.field)?.focus());
  };

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
    } else if (action === 'clear') {
      return this.#clear();
    } else if (action.startsWith('caret')) {
      this.#popup.active = -1;
      if (action === 'caret') return false;
      this.#placeCaret(action === 'caret-start' ? 0 : this.#text.length);
    } else {
      return this.#popup.perform(action);
    }
    return true;
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
    if (!this.isEditable && this.#typeAhead.takes(event)) {
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
    const {input} = this;
    // Browsers fill in user names where nobody is typing.
    if (input && this.shadowRoot?.activeElement !== input) {
      input.value = this.#text;
      return;
    }
    this.typed = input?.value;
    this.#popup.search();
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
