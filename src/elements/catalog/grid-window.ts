import {css} from 'lit';
import type {CardWindow, GridContent} from './card-grid.js';
import type {Placement} from './card-pool.js';
import type {GridShape} from './grid-keys.js';
import {rowsInSight, spareRows, watchViewport, type RowRange, type Viewport} from './viewport.js';

/** When the rows that are only nearly in sight follow those that are: not while somebody types. Milliseconds. */
const SPARE_AFTER = 100;

export const gridWindowStyles = css`
  .gap,
  .ruler {
    position: absolute;
    inset-block: 0;
    inset-inline: 0;
    visibility: hidden;
    pointer-events: none;
    /* The browser must not scroll after what was moved far away: an edge of what is rendered, a card that became another one. */
    overflow-anchor: none;
  }

  .gap.before,
  .ruler {
    inset-block-end: auto;
    block-size: 0;
  }
`;

const NONE: RowRange = {first: 0, end: 0};

/**
 * Asks for the rows of a grid that are in sight, in lists of their full height, so that the page scrolls as if all were there;
 * find-in-page then finds what is in sight, and the search field the rest. The row of the card that is the tab stop always exists: no
 * scrolling takes focus away.
 *
 * It adds to the box of the grid a `.ruler`, which has the columns and a row of the lists, and a `.before` and an `.after`, which lie over
 * what is not rendered.
 */
export class GridWindow implements CardWindow {
  #rendered = '';
  #stop: (() => void) | undefined;
  #spare: ReturnType<typeof setTimeout> | undefined;
  /** Whether the next cards are waited for: the first ones, and those of a search. */
  #isUrgent = false;
  #onMove: (() => void) | undefined;

  watch(box: HTMLElement, onMove: () => void): void {
    this.#onMove = onMove;
    if (!box.querySelector('.ruler'))
      box.prepend(...['cards ruler', 'gap before', 'gap after'].map(blank));
    this.#stop ??= watchViewport(box, onMove);
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
    clearTimeout(this.#spare);
  }

  /** Those that are only nearly in sight come after those that are waited for. */
  hurry(): void {
    this.#isUrgent = true;
  }

  place(content: GridContent, update: boolean): readonly Placement[] | undefined {
    clearTimeout(this.#spare);
    const {box, lists, sections, active} = content;
    const urgent = this.#isUrgent && update;
    this.#isUrgent &&= !update || sections.length === 0;
    if (urgent) this.#spare = setTimeout(() => this.#onMove?.(), SPARE_AFTER);
    const columns = columnsOf(box);
    const ranges = inSight(content, columns, !urgent);
    const rendered = JSON.stringify([columns, ranges, active]);
    if (!update && rendered === this.#rendered) return undefined;
    this.#rendered = rendered;
    return lists.map((list, section) => {
      const {integrations} = sections[section] ?? {integrations: []};
      const kept = active?.section === section ? active.position : undefined;
      const size = integrations.length;
      const positions = positionsOf(ranges[section] ?? NONE, columns, size, kept);
      // Where all cards of the list are rendered they lie as they follow each other.
      const isWhole = positions.length === size;
      const locate = (item: HTMLElement, position: number): void =>
        setPlace(item, isWhole ? undefined : {position, size, columns});
      return {list, integrations, positions, locate};
    });
  }
}

/** Where the cards of a grid stand. */
export function shapeOf({box, sections}: GridContent, rtl: boolean): GridShape {
  const pitch = pitchOf(box);
  // Rows that fit into the viewport, less one to keep the thread.
  const page = pitch > 0 ? Math.max(1, Math.floor(innerHeight / pitch) - 1) : 1;
  const sizes = sections.map(({integrations}) => integrations.length);
  return {sections: sizes, columns: columnsOf(box), page, rtl};
}

function blank(className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}

function columnsOf(box: HTMLElement): number {
  // Not of a list: cards that stand in their rows of before would keep the columns of before.
  const ruler = box.querySelector('.ruler');
  const tracks = ruler ? getComputedStyle(ruler).gridTemplateColumns : '';
  // What has no box (`display: none`) computes to what was declared.
  return tracks.endsWith('px') ? tracks.split(' ').length : 1;
}

/** From the top of one row to the top of the next, in CSS px; NaN without a box. */
function pitchOf(box: HTMLElement): number {
  const ruler = box.querySelector('.ruler');
  if (!ruler) return NaN;
  const {gridTemplateRows, rowGap} = getComputedStyle(ruler);
  return parseFloat(gridTemplateRows) + (parseFloat(rowGap) || 0);
}

/** Gives the lists their height and finds the rows of each that are in sight. */
function inSight(
  {box, lists, sections}: GridContent,
  columns: number,
  withSpare: boolean,
): readonly RowRange[] {
  const rows = sections.map(({integrations}) => Math.ceil(integrations.length / columns));
  // All is read before anything is written: cards that are about to go need no layout any more.
  const pitch = pitchOf(box);
  const {top} = box.getBoundingClientRect();
  lists.forEach((list, section) => setStyle(list, '--_rows', String(rows[section] ?? 0)));
  // Nothing is laid out inside `display: none`; the observer of the ruler's size tells when it is.
  if (!(pitch > 0)) return lists.map(() => NONE);
  const sight: Viewport = {pitch, columns, height: innerHeight};
  const margin = withSpare ? spareRows(sight) * pitch : 0;
  // One list begins where the box does, unless it has become so short that the page must scroll back.
  const known = lists.length === 1 && -top < (rows[0] ?? 0) * pitch;
  const ranges = lists.map((list, section) =>
    rowsInSight(known ? top : list.getBoundingClientRect().top, rows[section] ?? 0, sight, margin),
  );
  if (ranges.some(({first, end}, section) => first > 0 || end < (rows[section] ?? 0))) {
    setGap(box, '.before', 'block-size', -margin - top);
    setGap(box, '.after', 'inset-block-start', innerHeight + margin - top);
  }
  return ranges;
}

function setGap(box: HTMLElement, gap: string, property: string, length: number): void {
  const element = box.querySelector<HTMLElement>(gap);
  if (element) setStyle(element, property, `${Math.max(0, Math.round(length))}px`);
}

interface Place {
  readonly position: number;
  readonly size: number;
  readonly columns: number;
}

/** Puts a card into its row, and tells assistive technology its place among those that are not rendered. */
function setPlace(item: HTMLElement, place: Place | undefined): void {
  const position = place ? String(place.position + 1) : null;
  const size = place ? String(place.size) : null;
  setStyle(
    item,
    'grid-row-start',
    place ? String(Math.floor(place.position / place.columns) + 1) : '',
  );
  if (item.ariaPosInSet !== position) item.ariaPosInSet = position;
  if (item.ariaSetSize !== size) item.ariaSetSize = size;
}

/** Writes what is another than before: each write costs a new look at the styles. */
function setStyle({style}: HTMLElement, property: string, value: string): void {
  if (style.getPropertyValue(property) !== value) style.setProperty(property, value);
}

/** The cards of some rows, and of the row of one more card, in order. */
function positionsOf(
  {first, end}: RowRange,
  columns: number,
  size: number,
  kept: number | undefined,
): readonly number[] {
  const row = (at: number): number[] =>
    Array.from({length: Math.min(columns, size - at * columns)}, (_, i) => at * columns + i);
  const rows = Array.from(
    {length: Math.max(0, Math.min(end, Math.ceil(size / columns)) - first)},
    (_, i) => first + i,
  );
  const extra = kept === undefined ? undefined : Math.floor(kept / columns);
  if (extra !== undefined && extra < first) rows.unshift(extra);
  if (extra !== undefined && extra >= end) rows.push(extra);
  return rows.flatMap(row);
}
