/** Where the cards of a catalog stand. */
export interface GridShape {
  /** Number of cards of each section, in order. */
  readonly sections: readonly number[];
  readonly columns: number;
  /** Rows that PageUp and PageDown pass. */
  readonly page: number;
  readonly rtl: boolean;
}

/**
 * Where a key leads from a card: an index over all sections, -1 for what stands before the first row, undefined if the key is none of
 * the grid's. Left and right follow the reading order into the next row; up and down keep the column, also into the next section.
 */
export function moveInGrid(shape: GridShape, from: number, key: string): number | undefined {
  const last = shape.sections.reduce((sum, size) => sum + size, 0) - 1;
  const clamp = (index: number): number => Math.max(0, Math.min(last, index));
  switch (key) {
    case 'ArrowRight':
      return clamp(from + (shape.rtl ? -1 : 1));
    case 'ArrowLeft':
      return clamp(from + (shape.rtl ? 1 : -1));
    case 'ArrowDown':
      return moveRows(shape, from, 1);
    case 'ArrowUp':
      return moveRows(shape, from, -1) ?? -1;
    case 'PageDown':
      return moveRows(shape, from, shape.page) ?? from;
    case 'PageUp':
      return moveRows(shape, from, -shape.page) ?? from;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/** A row of cards: index of its first one, and how many it has. */
interface Row {
  readonly first: number;
  readonly size: number;
}

/** Moves by rows, as far as there are any; undefined if that is nowhere upwards. */
function moveRows(shape: GridShape, from: number, by: number): number | undefined {
  const rows = rowsOf(shape);
  const at = rows.findIndex(({first, size}) => from >= first && from < first + size);
  const start = rows[at];
  if (!start) return undefined;
  const to = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
  if (!to || to === start) return by < 0 ? undefined : from;
  return to.first + Math.min(from - start.first, to.size - 1);
}

function rowsOf({sections, columns}: GridShape): readonly Row[] {
  const rows: Row[] = [];
  let first = 0;
  for (const size of sections) {
    for (let at = 0; at < size; at += columns) {
      rows.push({first: first + at, size: Math.min(columns, size - at)});
    }
    first += size;
  }
  return rows;
}
