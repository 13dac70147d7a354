import type {Integration} from '../../core/session/snapshot.js';
import {renderUntranslated} from '../../ui/translated.js';
import {Card, type CardContent} from './card.js';

/** The cards that one list must hold, by position in its integrations. */
export interface Placement {
  readonly list: HTMLElement;
  readonly integrations: readonly Integration[];
  readonly positions: readonly number[];
  /** Tells a card its place, where not all cards of the list are always rendered. */
  readonly locate?: (item: HTMLElement, position: number) => void;
}

/** A card that nobody wants any more and that may become another one. */
type Spares = Map<Element, Card>;

/**
 * Keeps cards: changes of each only what looks different, and moves it only when its place changed. A card that is wanted takes
 * over one that no longer is, where that stands: to make a new one costs the browser more.
 */
export class CardPool {
  readonly #contentOf: (integration: Integration) => CardContent;
  readonly #cards = new Map<string, Card>();
  readonly #types = new WeakMap<Element, string>();

  constructor(contentOf: (integration: Integration) => CardContent) {
    this.#contentOf = contentOf;
  }

  /** The type behind an item of a list. */
  typeOf(item: Element): string | undefined {
    return this.#types.get(item);
  }

  /** The card of a type, if it is in the document. */
  card(type: string | undefined): Card | undefined {
    return type === undefined ? undefined : this.#cards.get(type);
  }

  /**
   * Brings the lists to what they must hold.
   * @param update false where only places changed: cards that are there already look right
   */
  place(placements: readonly Placement[], update: boolean): void {
    const [first] = placements;
    if (first) renderUntranslated(first.list.getRootNode(), () => this.#place(placements, update));
    else this.#place(placements, update);
  }

  #place(placements: readonly Placement[], update: boolean): void {
    const spares = this.#release(placements);
    for (const {list, integrations, positions, locate} of placements) {
      let next = list.firstElementChild;
      for (const position of positions) {
        const integration = integrations[position];
        if (!integration) continue;
        // A card that stays must not be moved past those that go: it would lose its focus.
        if (this.#cards.has(integration.type)) next = skip(spares, next);
        const card = this.#take(integration, update, spares, next);
        locate?.(card.item, position);
        if (card.item === next) next = next.nextElementSibling;
        else list.insertBefore(card.item, next);
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
    for (const [type, card] of this.#cards) {
      if (wanted.has(type)) continue;
      this.#cards.delete(type);
      if (card.item.matches(':focus-within')) card.item.remove();
      else spares.set(card.item, card);
    }
    return spares;
  }

  /** @param next what stands where the card will */
  #take(integration: Integration, update: boolean, spares: Spares, next: Element | null): Card {
    const known = this.#cards.get(integration.type);
    const card = known ?? takeSpare(spares, next) ?? new Card();
    if (!known) {
      this.#cards.set(integration.type, card);
      this.#types.set(card.item, integration.type);
    }
    if (update || !known) card.show(this.#contentOf(integration));
    return card;
  }
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
function takeSpare(spares: Spares, next: Element | null): Card | undefined {
  const [any] = spares.values();
  const card = (next && spares.get(next)) ?? any;
  if (card) spares.delete(card.item);
  return card;
}
