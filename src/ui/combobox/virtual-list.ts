import type {OptionList, Row} from './list-model.js';

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

/** Lists up to this many rows are rendered whole. */
const SMALL = 40;
/** Rows rendered before and after what is visible, so that a fast scroll shows text. */
const SPARE = 8;

/**
 * Where the rows of a long list lie and which of them are needed. A row has the height of others of its kind until it was
 * rendered and measured. Units are CSS px.
 */
export class VirtualWindow {
  readonly #kinds: readonly number[];
  readonly #estimates: number[];
  readonly #measured = new Map<number, number>();
  readonly #learned = new Set<number>();
  #offsets: Float64Array | undefined;

  /**
   * @param kinds the kind of each row
   * @param estimates height by kind; corrected in place by what is measured, so that the next list starts from it
   */
  constructor(kinds: readonly number[], estimates: number[]) {
    this.#kinds = kinds;
    this.#estimates = estimates;
  }

  get isWhole(): boolean {
    return this.#kinds.length <= SMALL;
  }

  /** Distance of a row from the start of the list; of the row after the last: the length of the list. */
  offset(row: number): number {
    return this.#layout()[row] ?? 0;
  }

  /** The row at a distance from the start. */
  rowAt(distance: number): number {
    const offsets = this.#layout();
    let low = 0;
    let high = this.#kinds.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((offsets[middle] ?? 0) <= distance) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** First row to render and the one after the last. */
  range(start: number, extent: number): readonly [first: number, end: number] {
    const count = this.#kinds.length;
    if (this.isWhole) return [0, count];
    return [
      Math.max(0, this.rowAt(start) - SPARE),
      Math.min(count, this.rowAt(start + extent) + 1 + SPARE),
    ];
  }

  /** Takes in the height of a rendered row. */
  measure(row: number, height: number): void {
    const kind = this.#kinds[row] ?? 0;
    const known = this.#measured.get(row) ?? this.#estimates[kind] ?? 0;
    if (!this.#learned.has(kind)) {
      this.#learned.add(kind);
      this.#estimates[kind] = height;
    }
    this.#measured.set(row, height);
    if (Math.abs(known - height) > 0.1) this.#offsets = undefined;
  }

  #layout(): Float64Array {
    if (!this.#offsets) {
      const offsets = new Float64Array(this.#kinds.length + 1);
      let sum = 0;
      this.#kinds.forEach((kind, row) => {
        sum += this.#measured.get(row) ?? this.#estimates[kind] ?? 0;
        offsets[row + 1] = sum;
      });
      this.#offsets = offsets;
    }
    return this.#offsets;
  }
}
