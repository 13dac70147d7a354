import {html, nothing, type LitElement, type ReactiveController, type TemplateResult} from 'lit';
import type {combobox} from '../../i18n/en/combobox.js';
import type {Localizer} from '../../i18n/localize.js';
import {Announcer} from './announcer.js';
import {emit} from './events.js';
import type {KeyAction} from './keyboard.js';
import {optionAt, positionOf, type ComboboxOption, type OptionList} from './list-model.js';
import {optionId, positionUnder, renderOptions} from './list-view.js';
import {AnchoredPopup} from './placement.js';
import {sameValue} from './same-value.js';
import {VirtualList} from './virtual-list.js';

/** Why options could not be loaded, in words for people, and how to try again. */
export interface ComboboxFailure {
  readonly message: string;
  readonly retry: () => void;
}

/** What the popup shows, as its owner has it now. */
export interface ListState {
  readonly list: OptionList;
  readonly values: readonly unknown[];
  readonly query: string;
  readonly name: string;
  readonly editable: boolean;
  readonly multiple: boolean;
  readonly pending: boolean;
  readonly hasMore: boolean;
  readonly failure: ComboboxFailure | undefined;
}

/** Which option is active when the popup opens: the chosen one (else the first), only a chosen one, an end of the list, none. */
export type Start = 'chosen' | 'current' | 'first' | 'last' | 'none';

/** Rest after which a changed list is announced, and wait after which loading is; ms. */
const SETTLED = 400;
const SLOW = 1000;
/** Options that PageUp and PageDown go. */
const PAGE = 10;

const keepFocus = (event: Event): void => event.preventDefault();

/** The popup of a combobox: its list, the active option, what is announced. Costs nothing while it is closed. */
export class ListPopup implements ReactiveController {
  readonly #host: LitElement;
  readonly #words: Localizer<typeof combobox>;
  readonly #state: () => ListState;
  readonly #choose: () => void;
  readonly #virtual = new VirtualList();
  readonly #popup = new AnchoredPopup(() => this.close());
  readonly #announcer = new Announcer((words) => {
    this.#announcement = words;
    this.#host.requestUpdate();
  });
  #isOpen = false;
  /** Position of the active option, -1 without; the one after the last option is "try again". */
  #active = -1;
  /** The active option that was scrolled to. */
  #revealed = -1;
  #announcement = '';
  #listed: OptionList | undefined;
  #loaded: {readonly list: OptionList; readonly pending: boolean} | undefined;
  #askedForMore = false;

  /** @param choose called when a person presses the option which is active now */
  constructor(
    host: LitElement,
    words: Localizer<typeof combobox>,
    state: () => ListState,
    choose: () => void,
  ) {
    this.#host = host;
    this.#words = words;
    this.#state = state;
    this.#choose = choose;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get active(): number {
    return this.#active;
  }

  set active(position: number) {
    this.#active = position;
    this.#host.requestUpdate();
  }

  get activeOption(): ComboboxOption | undefined {
    return optionAt(this.#state().list, this.#active);
  }

  get isRetryActive(): boolean {
    const {failure, list} = this.#state();
    return failure !== undefined && this.#active === list.rowOf.length;
  }

  open(start: Start): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#virtual.reset();
    this.#revealed = -1;
    this.#listed = undefined;
    this.#askedForMore = false;
    this.active = -1;
    if (start === 'chosen') this.active = this.#chosen(0);
    else if (start === 'current') this.active = this.#chosen(-1);
    else if (start !== 'none') this.moveTo(start);
    emit(this.#host, 'pg-combobox-open', null);
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.active = -1;
    this.#announcer.stop();
    this.#announcement = '';
    emit(this.#host, 'pg-combobox-close', null);
  }

  /**
   * Moves the active option.
   * @param wraps whether one step beyond an end goes to the other
   * @returns whether the action was such a move
   */
  move(action: KeyAction, wraps: boolean): boolean {
    if (action === 'first' || action === 'last') this.moveTo(action);
    else if (action === 'next') this.#step(1, wraps);
    else if (action === 'previous') this.#step(-1, wraps);
    else if (action === 'page-down') this.#step(PAGE, false);
    else if (action === 'page-up') this.#step(-PAGE, false);
    else return false;
    return true;
  }

  /** Makes the option at an end active, if there is any. */
  moveTo(end: 'first' | 'last'): void {
    this.active = end === 'first' ? Math.min(0, this.#last) : this.#last;
  }

  /** Starts over at the top with nothing active, for another query. */
  restart(): void {
    this.active = -1;
    this.#virtual.scrollToTop();
    // The same count is news again for another query.
    this.#announcer.skip('');
    this.#announcement = '';
  }

  /** Says something once, at once. */
  announce(words: string): void {
    this.#announcement = words;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.close();
    this.#popup.hide();
  }

  hostUpdate(): void {
    if (!this.#isOpen) return;
    const {list, pending, editable} = this.#state();
    if (this.#loaded?.list !== list || (this.#loaded.pending && !pending)) {
      this.#askedForMore = false;
    }
    this.#loaded = {list, pending};
    if (this.#virtual.use(list)) {
      const old = this.#listed && optionAt(this.#listed, this.#active);
      if (old) this.#active = positionOf(list, old.value);
      this.#listed = list;
    }
    if (this.#active > this.#last) this.#active = -1;
    // Without a text field to go back to, some option is always active.
    if (!editable && this.#active < 0) this.#active = this.#chosen(0);
    const row = list.rowOf[this.#active];
    if (row !== undefined && this.#active !== this.#revealed) this.#virtual.approach(row);
  }

  hostUpdated(): void {
    if (!this.#isOpen) {
      this.#popup.hide();
      return;
    }
    const popup = this.#find('.popup');
    const box = this.#find('.listbox');
    const control = this.#find('.control');
    if (!popup || !box || !control) return;
    this.#popup.show(this.#host, control, popup, box);
    this.#virtual.settle(box);
    if (this.#active !== this.#revealed) this.#reveal(box);
    this.#announceList();
    queueMicrotask(() => this.#onScroll());
  }

  /** The popup, to be rendered always: what a combobox controls must exist. */
  render(): TemplateResult {
    const {name, multiple, pending} = this.#state();
    return html`
      <div
        class="popup"
        part="popup"
        popover="manual"
        role="presentation"
        @mousedown=${keepFocus}
        @click=${this.#onClick}
      >
        <div
          id="listbox"
          class="listbox"
          part="listbox"
          role="listbox"
          tabindex="-1"
          aria-label=${name}
          aria-multiselectable=${multiple ? 'true' : nothing}
          aria-busy=${pending ? 'true' : nothing}
          @scroll=${this.#onScroll}
        >
          ${this.#isOpen ? [this.#renderOptions(), this.#renderRetry()] : nothing}
        </div>
        ${this.#isOpen ? this.#renderNote() : nothing}
      </div>
      <div class="visually-hidden" role="status">${this.#announcement}</div>
    `;
  }

  #renderOptions(): unknown {
    const {list, values, hasMore, editable, multiple} = this.#state();
    return renderOptions({
      list,
      rows: this.#virtual.rows(list.rowOf[this.#active]),
      active: this.#active,
      setSize: hasMore ? -1 : this.#last + 1,
      isChosen: (value) => values.some((chosen) => sameValue(chosen, value)),
      selectsActive: editable && !multiple,
    });
  }

  #renderRetry(): TemplateResult | typeof nothing {
    const {failure, list, hasMore} = this.#state();
    if (!failure) return nothing;
    const position = list.rowOf.length;
    return html`<div
      id=${optionId(position)}
      class=${this.#active === position ? 'option retry active' : 'option retry'}
      part="option"
      role="option"
      aria-selected="false"
      aria-setsize=${hasMore ? -1 : position + 1}
      aria-posinset=${position + 1}
    >
      <span class="texts">
        <span class="message">${failure.message}</span>
        <span class="again">${this.#words.term('retry')}</span>
      </span>
    </div>`;
  }

  #renderNote(): TemplateResult | typeof nothing {
    const {list, failure, pending} = this.#state();
    if (!pending && (failure || list.rowOf.length > 0)) return nothing;
    return html`<div class="note">${this.#describeList()}</div>`;
  }

  #step(by: number, wraps: boolean): void {
    const {hasMore, pending} = this.#state();
    const last = this.#last;
    const to = this.#active + by;
    if (last < 0) return;
    if (this.#active < 0) this.active = by > 0 ? 0 : last;
    else if (wraps && to < 0) this.active = last;
    // The end of what is loaded is not the end of the list.
    else if (wraps && to > last && !hasMore && !pending) this.active = 0;
    else this.active = Math.max(0, Math.min(last, to));
  }

  get #last(): number {
    const {list, failure} = this.#state();
    return list.rowOf.length - (failure ? 0 : 1);
  }

  /** Position of the first chosen option, or another if nothing listed is chosen. */
  #chosen(otherwise: number): number {
    const {list, values} = this.#state();
    const position = values.length > 0 ? positionOf(list, values[0]) : -1;
    return position < 0 ? Math.min(otherwise, this.#last) : position;
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
  }

  #reveal(box: HTMLElement): void {
    this.#revealed = this.#active;
    const element = this.#find(`#${optionId(this.#active)}`);
    const retry = this.#find('.retry');
    if (element && element !== retry) this.#virtual.reveal(box, element, retry);
  }

  #describeList(): string {
    const {list, query, failure, pending, hasMore} = this.#state();
    const count = list.rowOf.length;
    if (pending) return this.#words.term('loading');
    if (failure) return failure.message;
    if (count === 0) return this.#words.term(query ? 'noMatches' : 'noOptions');
    return this.#words.term(hasMore ? 'optionCountSoFar' : 'optionCount', count);
  }

  #announceList(): void {
    const {list, failure, pending} = this.#state();
    const words = this.#describeList();
    // A list that is simply there when the popup opens is no news.
    if (this.#announcer.isFresh && !pending && !failure && list.rowOf.length > 0) {
      this.#announcer.skip(words);
    } else {
      this.#announcer.later(words, pending ? SLOW : SETTLED);
    }
  }

  readonly #onClick = (event: Event): void => {
    const position = positionUnder(event);
    if (position < 0) return;
    this.active = position;
    this.#choose();
  };

  readonly #onScroll = (): void => {
    const box = this.#find('.listbox');
    if (!box || !this.#isOpen) return;
    if (this.#virtual.follow(box)) this.#host.requestUpdate();
    const {hasMore, pending, failure} = this.#state();
    const isNearEnd = box.scrollTop + 2 * box.clientHeight >= box.scrollHeight;
    if (!isNearEnd || !hasMore || pending || failure || this.#askedForMore) return;
    this.#askedForMore = true;
    emit(this.#host, 'pg-combobox-more', null);
  };
}
