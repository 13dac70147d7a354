/** Cards that may be in the document at once, about; a card has some fifteen elements. */
const MAX_CARDS = 80;
/** Rows kept ready before and after what is visible, at most. */
const MAX_SPARE = 3;

/** Rows of a list, from the first to the one before `end`. */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

/** How much of a list to render. All lengths in CSS px. */
export interface Viewport {
  /** From the top of one row to the top of the next. */
  readonly pitch: number;
  readonly columns: number;
  /** Height of the viewport. */
  readonly height: number;
}

/** Rows to keep ready on either side: enough to scroll through, as few as the limit of elements asks for. */
export function spareRows({pitch, columns, height}: Viewport): number {
  const visible = Math.ceil(height / pitch) + 1;
  const affordable = Math.floor((MAX_CARDS / columns - visible) / 2);
  return Math.max(1, Math.min(MAX_SPARE, affordable));
}

/**
 * The rows of a list that are in sight or nearly.
 * @param top where the list begins, from the top of the viewport
 * @param rows number of rows of the list
 * @param margin how far from the viewport a row is nearly in sight
 */
export function rowsInSight(top: number, rows: number, sight: Viewport, margin: number): RowRange {
  const first = Math.floor((-top - margin) / sight.pitch);
  const end = Math.ceil((sight.height + margin - top) / sight.pitch);
  return {first: clamp(first, rows), end: clamp(end, rows)};
}

function clamp(row: number, rows: number): number {
  return Math.max(0, Math.min(rows, row));
}
