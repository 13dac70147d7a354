import {html, nothing, type LitElement, type ReactiveController, type TemplateResult} from 'lit';
import type {combobox} from '../../i18n/en/combobox.js';
import type {Localizer} from '../../i18n/localize.js';
import {Announcer} from './announcer.js';
import {emit} from './events.js';
import {actionOf, type KeyAction} from './keyboard.js';
import {optionAt, positionOf, type ComboboxOption, type OptionList} from './list-model.js';
import {
  describe,
  lastPosition,
  moveFrom,
  startPosition,
  type ListState,
  type Start,
} from './list-state.js';
import {optionId, positionUnder, renderRows} from './list-view.js';
import {AnchoredPopup} from './placement.js';
import {sameContent} from '../../core/util/equal.js';
import {VirtualList} from './virtual-list.js';

/** Rest after which a changed list is announced, and wait after which loading is; ms. */
const SETTLED = 400;
const SLOW = 1000;

const keepFocus = (event: Event): void => event.preventDefault();

/** The popup of a combobox: its list, the active option, what is announced. Costs nothing while it is closed. */
export class ListPopup implements ReactiveController {
  readonly #host: LitElement;
  readonly #words: Localizer<typeof combobox>;
  readonly #state: () => ListState;
  readonly #take: (option: ComboboxOption) => void;
  readonly #virtual = new VirtualList();
  readonly #popup = new AnchoredPopup(() => this.close());
  readonly #announcer = new Announcer((words) => {
    this.#announcement = words;
    this.#host.requestUpdate();
  });
  #isOpen = false;
  #opened: AbortController | undefined;
  /** Position of the active option, -1 without; the one after the last option is "try again". */
  #active = -1;
  /** The active option that was scrolled to. */
  #revealed = -1;
  #announcement = '';
  #listed: OptionList | undefined;
  #answer: Pick<ListState, 'options' | 'pending'> | undefined;
  #askedForMore = false;
  /** What the owner was last asked to search. */
  #query = '';

  /** @param take called with the option a person chose */
  constructor(
    host: LitElement,
    words: Localizer<typeof combobox>,
    state: () => ListState,
    take: (option: ComboboxOption) => void,
  ) {
    this.#host = host;
    this.#words = words;
    this.#state = state;
    this.#take = take;
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

  open(start: Start): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#virtual.reset();
    this.#revealed = -1;
    this.#listed = undefined;
    this.#askedForMore = false;
    this.active = startPosition(this.#state(), start);
    this.#opened = new AbortController();
    // Before anybody else: modals of the page around listen on the document in the capture phase.
    window.addEventListener('keydown', this.#onKeyAnywhere, {
      capture: true,
      signal: this.#opened.signal,
    });
    emit(this.#host, 'pg-combobox-open', null);
    this.#askOwner();
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#opened?.abort();
    this.active = -1;
    this.#announcer.stop();
    this.#announcement = '';
    emit(this.#host, 'pg-combobox-close', null);
  }

  /** Opens for what is typed, or starts over at the top with nothing active. */
  search(): void {
    this.active = -1;
    this.#virtual.scrollToTop();
    // The same count is news again for another query.
    this.#announcer.skip('');
    this.#announcement = '';
    this.open('none');
    this.#askOwner();
  }

  /**
   * Moves, chooses or closes.
   * @returns whether the key that asked for it did all that it is for
   */
  perform(action: KeyAction): boolean {
    const state = this.#state();
    const position = moveFrom(this.#active, action, state);
    if (position !== undefined) this.active = position;
    else if (action === 'choose') this.#choose();
    else if (action === 'leave' && !state.multiple && this.#activeOption) this.#choose();
    if (action === 'leave' || action === 'close') this.close();
    return action !== 'leave';
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
    const state = this.#state();
    const {options, list, pending, editable} = state;
    if (this.#answer?.options !== options || (this.#answer.pending && !pending)) {
      this.#askedForMore = false;
    }
    this.#answer = {options, pending};
    if (this.#virtual.use(list)) {
      const old = this.#listed && optionAt(this.#listed, this.#active);
      if (old) this.#active = positionOf(list, old.value);
      this.#listed = list;
    }
    if (this.#active > lastPosition(state)) this.#active = -1;
    // Without a text field to go back to, some option is always active.
    if (!editable && this.#active < 0) this.#active = startPosition(state, 'chosen');
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
    const state = this.#state();
    const {name, multiple, pending} = state;
    return html`
      <div
        class="popup"
        part="popup"
        .popover=${'manual'}
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
          aria-multiselectable=${multiple ? 'true' : 'false'}
          aria-busy=${pending ? 'true' : 'false'}
          @scroll=${this.#onScroll}
        >
          ${this.#isOpen ? this.#renderRows(state) : nothing}
        </div>
        ${this.#isOpen ? this.#renderNote(state) : nothing}
      </div>
      <div class="visually-hidden" role="status">${this.#announcement}</div>
    `;
  }

  #renderRows(state: ListState): unknown {
    const {list, values, failure, hasMore, editable, multiple} = state;
    return renderRows({
      list,
      rows: this.#virtual.rows(list.rowOf[this.#active]),
      active: this.#active,
      setSize: hasMore ? -1 : lastPosition(state) + 1,
      isChosen: (value) => values.some((chosen) => sameContent(chosen, value)),
      selectsActive: editable && !multiple,
      retry: failure && {message: failure.message, label: this.#words.term('retry')},
    });
  }

  #renderNote(state: ListState): TemplateResult | typeof nothing {
    const {list, failure, pending} = state;
    if (!pending && (failure || list.rowOf.length > 0)) return nothing;
    return html`<div class="note">${describe(state, this.#words)}</div>`;
  }

  get #activeOption(): ComboboxOption | undefined {
    return optionAt(this.#state().list, this.#active);
  }

  /** Takes the active option, or tries again. Without one there is nothing to do but close. */
  #choose(): void {
    const {failure, list} = this.#state();
    const option = this.#activeOption;
    if (failure && this.#active === list.rowOf.length) {
      this.active = -1;
      failure.retry();
    } else if (!option) {
      this.close();
    } else if (!option.disabled) {
      this.#take(option);
    }
  }

  /** Has the owner search for what is typed now, if it has not and if that is its task. */
  #askOwner(): void {
    const {remote, query} = this.#state();
    if (!remote || query === this.#query) return;
    this.#query = query;
    emit(this.#host, 'pg-combobox-search', {query});
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

  #announceList(): void {
    const state = this.#state();
    const {list, failure, pending} = state;
    const words = describe(state, this.#words);
    // A list that is simply there when the popup opens is no news.
    if (this.#announcer.isFresh && !pending && !failure && list.rowOf.length > 0) {
      this.#announcer.skip(words);
    } else {
      this.#announcer.later(words, pending ? SLOW : SETTLED);
    }
  }

  /** One Escape closes one thing: the list, not the dialog around as well. */
  readonly #onKeyAnywhere = (event: KeyboardEvent): void => {
    const isMeant =
      event.key === 'Escape' && actionOf(event, this.#state().editable, true) === 'close';
    if (!isMeant || !event.composedPath().includes(this.#host)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.close();
  };

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
