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

/**
 * Keeps cards: makes each once, renders it again only when it looks different, and moves it only when its place changed. One Lit root
 * a card, so that a change of one account costs the rendering of one card.
 */
export class CardShelf {
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
    this.#drop(placements);
    for (const {list, integrations, positions, columns} of placements) {
      let next = list.firstElementChild;
      for (const position of positions) {
        const integration = integrations[position];
        if (!integration) continue;
        const shown = this.#card(integration, update);
        if (shown.item === next) next = next.nextElementSibling;
        else list.insertBefore(shown.item, next);
        locate(shown, position, integrations.length, columns);
      }
    }
  }

  #drop(placements: readonly Placement[]): void {
    const wanted = new Set(
      placements.flatMap(({integrations, positions}) =>
        positions.map((position) => integrations[position]?.type),
      ),
    );
    for (const [type, {item}] of this.#cards) {
      if (wanted.has(type)) continue;
      this.#cards.delete(type);
      item.remove();
    }
  }

  #card(integration: Integration, update: boolean): Shown {
    let shown = this.#cards.get(integration.type);
    if (!shown) {
      shown = {
        item: document.createElement('li'),
        id: `c${serial++}`,
        content: undefined,
        place: '',
      };
      this.#cards.set(integration.type, shown);
      this.#types.set(shown.item, integration.type);
    }
    if (update || !shown.content) {
      const content = this.#contentOf(integration);
      if (!shown.content || !sameCard(shown.content, content)) {
        render(card(content, shown.id), shown.item);
        shown.content = content;
      }
    }
    return shown;
  }
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
