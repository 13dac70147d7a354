import {render} from 'lit';
import type {Integration} from '../../core/session/snapshot.js';
import {card, sameCard, type CardContent} from './card.js';

/** A card in the document. */
interface Shown {
  readonly item: HTMLLIElement;
  readonly id: string;
  content: CardContent | undefined;
  /** What {@link locate} told last. */
  place: string;
}

/** The cards that one list must hold, by position in its integrations. */
export interface Placement {
  readonly list: HTMLElement;
  readonly integrations: readonly Integration[];
  readonly positions: readonly number[];
  /** Columns of a windowed list, whose cards are told their row; undefined where the list holds all cards. */
  readonly columns: number | undefined;
}

let serial = 0;

/** A card that nobody wants any more and that may become another one. */
type Spares = Map<Element, Shown>;

/**
 * Keeps cards: renders each again only when it looks different, and moves it only when its place changed. A card that is wanted takes
 * over one that no longer is, where that stands: to make a new one costs the browser more. One Lit root a card, so that a
 * change of one account costs the rendering of one card.
 */
export class CardPool {
  readonly #contentOf: (integration: Integration) => CardContent;
  readonly #cards = new Map<string, Shown>();
  readonly #types = new WeakMap<Element, string>();

  constructor(contentOf: (integration: Integration) => CardContent) {
    this.#contentOf = contentOf;
  }

  /** The type behind an item of a list. */
  typeOf(item: Element): string | undefined {
    return this.#types.get(item);
  }

  /** The control of a card, if it is in the document. */
  button(type: string | undefined): HTMLElement | null | undefined {
    return type === undefined ? undefined : this.#cards.get(type)?.item.querySelector('button');
  }

  /**
   * Brings the lists to what they must hold.
   * @param update false where only places changed: cards that are there already look right
   */
  place(placements: readonly Placement[], update: boolean): void {
    const spares = this.#release(placements);
    for (const {list, integrations, positions, columns} of placements) {
      let next = list.firstElementChild;
      for (const position of positions) {
        const integration = integrations[position];
        if (!integration) continue;
        // A card that stays must not be moved past those that go: it would lose its focus.
        if (this.#cards.has(integration.type)) next = skip(spares, next);
        const shown = this.#card(integration, update, spares, next);
        if (shown.item === next) next = next.nextElementSibling;
        else list.insertBefore(shown.item, next);
        locate(shown, position, integrations.length, columns);
      }
    }
    for (const item of spares.keys()) item.remove();
  }

  /** Forgets the cards that nobody wants. The one that has focus must not become another under the hands of the person. */
  #release(placements: readonly Placement[]): Spares {
    const wanted = new Set(
      placements.flatMap(({integrations, positions}) =>
        positions.map((position) => integrations[position]?.type),
      ),
    );
    const spares: Spares = new Map();
    for (const [type, shown] of this.#cards) {
      if (wanted.has(type)) continue;
      this.#cards.delete(type);
      if (shown.item.matches(':focus-within')) shown.item.remove();
      else spares.set(shown.item, shown);
    }
    return spares;
  }

  /** @param next what stands where the card will */
  #card(integration: Integration, update: boolean, spares: Spares, next: Element | null): Shown {
    const known = this.#cards.get(integration.type);
    const shown = known ?? takeSpare(spares, next) ?? newCard();
    if (!known) {
      this.#cards.set(integration.type, shown);
      this.#types.set(shown.item, integration.type);
    }
    if (update || !known) {
      const content = this.#contentOf(integration);
      if (!shown.content || !sameCard(shown.content, content)) {
        render(card(content, shown.id), shown.item);
        shown.content = content;
      }
    }
    return shown;
  }
}

function newCard(): Shown {
  return {item: document.createElement('li'), id: `c${serial++}`, content: undefined, place: ''};
}

/** Takes the spare cards that stand there out of the way, and tells what comes after them. */
function skip(spares: Spares, from: Element | null): Element | null {
  let next = from;
  while (next && spares.has(next)) {
    const after: Element | null = next.nextElementSibling;
    next.remove();
    next = after;
  }
  return next;
}

/** The spare card that stands there already, or any. */
function takeSpare(spares: Spares, next: Element | null): Shown | undefined {
  const [any] = spares.values();
  const shown = (next && spares.get(next)) ?? any;
  if (shown) spares.delete(shown.item);
  return shown;
}

/** Puts an item into its row, and tells assistive technology its place among those that are not rendered. */
function locate(shown: Shown, position: number, size: number, columns: number | undefined): void {
  const {item} = shown;
  const place = columns === undefined ? '' : `${position}/${size}/${columns}`;
  if (place === shown.place) return;
  shown.place = place;
  if (columns === undefined) {
    item.style.removeProperty('grid-row-start');
    item.ariaPosInSet = null;
    item.ariaSetSize = null;
  } else {
    item.style.setProperty('grid-row-start', String(Math.floor(position / columns) + 1));
    item.ariaPosInSet = String(position + 1);
    item.ariaSetSize = String(size);
  }
}
