import type {OptionList, Row} from './list-model.js';
import {VirtualWindow} from './virtual-window.js';

/** Height of the popup before it was seen; px. */
const USUAL_EXTENT = 320;

const kindOf = ({option}: Row): number => (option ? (option.subtitle === undefined ? 0 : 1) : 2);

/** Joins a {@link VirtualWindow} with the scrolling box that shows it. */
export class VirtualList {
  // Heights by kind as the styles come out with default type; corrected as soon as rows are seen.
  readonly #heights = [33, 50, 30];
  #list: OptionList | undefined;
  #window = new VirtualWindow([], this.#heights);
  #top = 0;
  #extent = USUAL_EXTENT;
  #rendered: readonly [first: number, end: number] = [0, 0];

  /** Takes a list; a new one starts at its top. Returns whether it is new. */
  use(list: OptionList): boolean {
    if (list === this.#list) return false;
    this.#list = list;
    this.#window = new VirtualWindow(list.rows.map(kindOf), this.#heights);
    return true;
  }

  /** Forgets the list and where it was scrolled to. */
  reset(): void {
    this.#list = undefined;
    this.#top = 0;
    this.#extent = USUAL_EXTENT;
  }

  /** Scrolls so that a row will be among those rendered. */
  approach(row: number): void {
    if (this.#window.isWhole) return;
    const start = this.#window.offset(row);
    const end = this.#window.offset(row + 1);
    if (start < this.#top) this.#top = start;
    else if (end > this.#top + this.#extent) this.#top = end - this.#extent;
  }

  scrollToTop(): void {
    this.#top = 0;
  }

  /** Rows to render: those in view and near it, and one more which must always exist. */
  rows(active: number | undefined): readonly number[] {
    const [first, end] = (this.#rendered = this.#window.range(this.#top, this.#extent));
    const rows = Array.from({length: end - first}, (_, index) => first + index);
    if (active !== undefined && active < first) rows.unshift(active);
    if (active !== undefined && active >= end) rows.push(active);
    return rows;
  }

  /** Takes in what was rendered: heights of rows, space for those left out, the scroll position. */
  settle(box: HTMLElement): void {
    this.#extent = box.clientHeight || USUAL_EXTENT;
    if (!this.#window.isWhole) this.#measure(box);
    if (Math.abs(box.scrollTop - this.#top) > 1) box.scrollTop = this.#top;
  }

  /** Brings an element of the box into view, clear of one that sticks to the end of the box. */
  reveal(box: HTMLElement, element: HTMLElement, sticky: HTMLElement | null): void {
    const view = box.getBoundingClientRect();
    const {top, bottom} = element.getBoundingClientRect();
    const end = sticky?.getBoundingClientRect().top ?? view.bottom;
    if (top < view.top) box.scrollTop -= view.top - top;
    else if (bottom > end) box.scrollTop += bottom - end;
    this.#top = box.scrollTop;
  }

  /** Follows the box; returns whether other rows are needed now. */
  follow(box: HTMLElement): boolean {
    this.#top = box.scrollTop;
    const [first, end] = this.#window.range(this.#top, this.#extent);
    return first !== this.#rendered[0] || end !== this.#rendered[1];
  }

  #measure(box: HTMLElement): void {
    // Rows that turn out higher or lower than thought must not move the text that is being read.
    const anchor = this.#window.rowAt(this.#top);
    const into = this.#top - this.#window.offset(anchor);
    for (const element of box.querySelectorAll<HTMLElement>('[data-row]')) {
      this.#window.measure(Number(element.dataset['row']), element.getBoundingClientRect().height);
    }
    for (const gap of box.querySelectorAll<HTMLElement>('[data-from]')) {
      const {from, to} = gap.dataset;
      const size = this.#window.offset(Number(to)) - this.#window.offset(Number(from));
      gap.style.setProperty('block-size', `${size}px`);
    }
    this.#top = this.#window.offset(anchor) + into;
  }
}
