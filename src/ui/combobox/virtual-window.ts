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
