import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Integration} from '../../core/session/snapshot.js';
import type {Card, CardContent} from './card.js';
import {CardPool, type Placement} from './card-pool.js';
import type {CatalogSection} from './catalog-model.js';
import type {GridShape} from './grid-keys.js';
import {rowsInSight, spareRows, watchViewport, type RowRange, type Viewport} from './viewport.js';

/** When the rows that are only nearly in sight follow those that are: not while somebody types. Milliseconds. */
const SPARE_AFTER = 100;

const NONE: RowRange = {first: 0, end: 0};

/** A card by its section and its position there. */
interface Spot {
  readonly section: number;
  readonly position: number;
  readonly type: string;
}

/**
 * Fills the lists of a catalog with the rows in sight, in lists of their full height, so that the page scrolls as if all were there;
 * find-in-page then finds what is in sight, and the search field the rest. The row of the card that is the tab stop always exists: no
 * scrolling takes focus away.
 */
export class CardGrid implements ReactiveController {
  readonly #pool: CardPool;
  readonly #onFill: () => void;
  #sections: readonly CatalogSection[] = [];
  #box: HTMLElement | undefined;
  #active: string | undefined;
  /** The card whose buttons can be reached by Tab, whatever it is of by now. */
  #tabStop: Card | undefined;
  #activeIndex = 0;
  #rendered = '';
  #stop: (() => void) | undefined;
  #spare: ReturnType<typeof setTimeout> | undefined;
  /** Whether the next cards are waited for: the first ones, and those of a search. */
  #isUrgent = true;

  /** @param onFill called when cards have come or changed */
  constructor(
    host: ReactiveControllerHost,
    contentOf: (integration: Integration) => CardContent,
    onFill: () => void,
  ) {
    this.#pool = new CardPool(contentOf);
    this.#onFill = onFill;
    host.addController(this);
  }

  hostConnected(): void {
    this.#watch();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    clearTimeout(this.#spare);
  }

  /**
   * Shows the sections in the lists of a box, one each.
   * @param box has a `.ruler` with the columns and a row of the lists, and a `.before` and an `.after` that lie over what is not rendered
   */
  show(box: HTMLElement, sections: readonly CatalogSection[]): void {
    const item = this.#focusedItem();
    const index = this.#activeIndex;
    this.#box = box;
    this.#sections = sections;
    this.#fill(true);
    this.#watch();
    if (!item || this.#focusedItem() === item) return;
    // The focused card was moved to another place, or what it stood for is gone.
    if (item.isConnected) item.querySelector('button')?.focus({preventScroll: true});
    else this.focus(index, {preventScroll: true});
  }

  /** Makes the first card the tab stop. */
  restart(): void {
    this.#isUrgent = true;
    if (!this.#focusedItem()) this.#active = undefined;
  }

  /** The integration whose card an event came from; makes that card the tab stop. */
  take(event: Event): string | undefined {
    const item = event.target instanceof Element ? event.target.closest('li') : null;
    const type = item ? this.#pool.typeOf(item) : undefined;
    if (type !== undefined) this.#activate(this.#spotOf(type));
    return type;
  }

  /** Focuses the card at a position over all sections, or the last one. False without cards. */
  focus(index: number, options?: FocusOptions): boolean {
    const spot = this.#spotAt(index);
    if (!spot) return false;
    this.#activate(spot);
    this.#fill(false);
    this.#pool.card(spot.type)?.button.focus(options);
    return true;
  }

  /** Where the cards stand, and from which one a key of the grid leads on. */
  shape(rtl: boolean): {readonly shape: GridShape; readonly from: number} {
    const sections = this.#sections.map(({integrations}) => integrations.length);
    const shape = {sections, columns: this.#columns, page: this.#page, rtl};
    return {shape, from: this.#activeIndex};
  }

  get #columns(): number {
    // Not of a list: cards that stand in their rows of before would keep the columns of before.
    const ruler = this.#box?.querySelector('.ruler');
    const tracks = ruler ? getComputedStyle(ruler).gridTemplateColumns : '';
    // What has no box (`display: none`) computes to what was declared.
    return tracks.endsWith('px') ? tracks.split(' ').length : 1;
  }

  /** Rows that fit into the viewport, less one to keep the thread. */
  get #page(): number {
    const pitch = this.#pitch;
    return pitch > 0 ? Math.max(1, Math.floor(innerHeight / pitch) - 1) : 1;
  }

  get #lists(): readonly HTMLElement[] {
    return this.#box ? [...this.#box.querySelectorAll('ul')] : [];
  }

  #focusedItem(): Element | null {
    if (!this.#box) return null;
    const root = this.#box.getRootNode();
    return root instanceof ShadowRoot ? (root.activeElement?.closest('li') ?? null) : null;
  }

  #activate(spot: Spot | undefined): void {
    this.#active = spot?.type;
    const card = this.#pool.card(spot?.type);
    if (card !== this.#tabStop) {
      setReachable(this.#tabStop, false);
      setReachable(card, true);
      this.#tabStop = card;
    }
    if (!spot) return;
    this.#activeIndex = this.#sections
      .slice(0, spot.section)
      .reduce((sum, {integrations}) => sum + integrations.length, spot.position);
  }

  #spotOf(type: string | undefined): Spot | undefined {
    if (type === undefined) return undefined;
    for (const [section, {integrations}] of this.#sections.entries()) {
      const position = integrations.findIndex((integration) => integration.type === type);
      if (position >= 0) return {section, position, type};
    }
    return undefined;
  }

  #spotAt(index: number): Spot | undefined {
    let position = Math.max(0, index);
    let last: Spot | undefined;
    for (const [section, {integrations}] of this.#sections.entries()) {
      const at = Math.min(position, integrations.length - 1);
      const integration = integrations[at];
      if (integration) last = {section, position: at, type: integration.type};
      if (position < integrations.length) return last;
      position -= integrations.length;
    }
    return last;
  }

  #watch(): void {
    if (this.#stop || !this.#box?.isConnected) return;
    this.#stop = watchViewport(this.#box, () => this.#fill(false));
  }

  /** @param update false where only the rows in sight may be others */
  #fill(update: boolean): void {
    clearTimeout(this.#spare);
    const urgent = this.#isUrgent && update;
    this.#isUrgent &&= !update || this.#sections.length === 0;
    if (urgent) this.#spare = setTimeout(() => this.#fill(false), SPARE_AFTER);
    const lists = this.#lists;
    const active = this.#spotOf(this.#active) ?? this.#spotAt(0);
    const columns = this.#columns;
    const ranges = this.#inSight(lists, columns, !urgent);
    const rendered = JSON.stringify([columns, ranges, active]);
    if (update || rendered !== this.#rendered) {
      this.#rendered = rendered;
      const placements = lists.map((list, section): Placement => {
        const {integrations} = this.#sections[section] ?? {integrations: []};
        const kept = active?.section === section ? active.position : undefined;
        const size = integrations.length;
        const positions = positionsOf(ranges[section] ?? NONE, columns, size, kept);
        const isWhole = positions.length === size;
        return {list, integrations, positions, columns: isWhole ? undefined : columns};
      });
      this.#pool.place(placements, update);
      this.#onFill();
    }
    this.#activate(active);
  }

  /** Gives the lists their height and finds the rows of each that are in sight. */
  #inSight(
    lists: readonly HTMLElement[],
    columns: number,
    withSpare: boolean,
  ): readonly RowRange[] {
    const rows = this.#sections.map(({integrations}) => Math.ceil(integrations.length / columns));
    // All is read before anything is written: cards that are about to go need no layout any more.
    const pitch = this.#pitch;
    const top = this.#box?.getBoundingClientRect().top ?? 0;
    lists.forEach((list, section) => setStyle(list, '--_rows', String(rows[section] ?? 0)));
    // Nothing is laid out inside `display: none`; the observer of the ruler's size tells when it is.
    if (!(pitch > 0)) return lists.map(() => NONE);
    const sight: Viewport = {pitch, columns, height: innerHeight};
    const margin = withSpare ? spareRows(sight) * pitch : 0;
    // One list begins where the box does, unless it has become so short that the page must scroll back.
    const known = lists.length === 1 && -top < (rows[0] ?? 0) * pitch;
    const ranges = lists.map((list, section) =>
      rowsInSight(
        known ? top : list.getBoundingClientRect().top,
        rows[section] ?? 0,
        sight,
        margin,
      ),
    );
    if (ranges.some(({first, end}, section) => first > 0 || end < (rows[section] ?? 0))) {
      this.#setGap('.before', 'block-size', -margin - top);
      this.#setGap('.after', 'inset-block-start', innerHeight + margin - top);
    }
    return ranges;
  }

  /** From the top of one row to the top of the next, in CSS px; NaN without a box. */
  get #pitch(): number {
    const ruler = this.#box?.querySelector('.ruler');
    if (!ruler) return NaN;
    const {gridTemplateRows, rowGap} = getComputedStyle(ruler);
    return parseFloat(gridTemplateRows) + (parseFloat(rowGap) || 0);
  }

  #setGap(gap: string, property: string, length: number): void {
    const element = this.#box?.querySelector<HTMLElement>(gap);
    if (element) setStyle(element, property, `${Math.max(0, Math.round(length))}px`);
  }
}

function setReachable(card: Card | undefined, reachable: boolean): void {
  if (!card) return;
  for (const button of [card.button, card.action]) button.tabIndex = reachable ? 0 : -1;
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
