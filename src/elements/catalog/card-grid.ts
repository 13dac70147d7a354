import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Integration} from '../../core/session/snapshot.js';
import type {Card, CardContent} from './card.js';
import {CardPool, type Placement} from './card-pool.js';
import type {CatalogSection} from './catalog-model.js';

/** Cards that are rendered without a look at what is in sight. A catalog that has more needs a {@link CardWindow}. */
export const FIRST_CARDS = 40;

/** A card by its section and its position there. */
export interface Spot {
  readonly section: number;
  readonly position: number;
  readonly type: string;
}

/** What a grid shows, and where. */
export interface GridContent {
  /** Has the lists, one a section. */
  readonly box: HTMLElement;
  readonly lists: readonly HTMLElement[];
  readonly sections: readonly CatalogSection[];
  /** The card that is the tab stop. */
  readonly active: Spot | undefined;
}

/** Decides which cards of a grid are rendered. */
export interface CardWindow {
  /**
   * What the lists must hold; undefined where that is what they held before.
   * @param update false where only the rows in sight may be others
   */
  place(content: GridContent, update: boolean): readonly Placement[] | undefined;
  /** @param onMove called when something may have come into view that was not rendered */
  watch(box: HTMLElement, onMove: () => void): void;
  /** Somebody waits for the next cards. */
  hurry(): void;
  stop(): void;
}

/** Fills the lists of a catalog with the first cards, or with those that its window asks for. */
export class CardGrid implements ReactiveController {
  readonly #pool: CardPool;
  #window: CardWindow | undefined;
  readonly #onFill: () => void;
  #sections: readonly CatalogSection[] = [];
  #box: HTMLElement | undefined;
  #active: string | undefined;
  /** The card whose buttons can be reached by Tab, whatever it is of by now. */
  #tabStop: Card | undefined;
  #activeIndex = 0;

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
    this.#window?.stop();
  }

  /** Renders from now on what a window asks for. */
  set window(window: CardWindow) {
    this.#window = window;
    if (this.#sections.length === 0) window.hurry();
    this.#watch();
    this.#fill(true);
  }

  /** What is shown, once it is. */
  get content(): GridContent | undefined {
    const box = this.#box;
    if (!box) return undefined;
    const lists = [...box.querySelectorAll('ul')];
    const active = this.#spotOf(this.#active) ?? this.#spotAt(0);
    return {box, lists, sections: this.#sections, active};
  }

  /** The card that is the tab stop, as an index over all sections. */
  get activeIndex(): number {
    return this.#activeIndex;
  }

  /** Shows the sections in the lists of a box, one each. */
  show(box: HTMLElement, sections: readonly CatalogSection[]): void {
    const item = this.#focusedItem();
    const index = this.#activeIndex;
    this.#box = box;
    this.#sections = sections;
    this.#watch();
    this.#fill(true);
    if (!item || this.#focusedItem() === item) return;
    // The focused card was moved to another place, or what it stood for is gone.
    if (item.isConnected) item.querySelector('button')?.focus({preventScroll: true});
    else this.focus(index, {preventScroll: true});
  }

  /** Makes the first card the tab stop. */
  restart(): void {
    this.#window?.hurry();
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
    if (this.#box?.isConnected) this.#window?.watch(this.#box, () => this.#fill(false));
  }

  /** @param update false where only the rows in sight may be others */
  #fill(update: boolean): void {
    const {content} = this;
    if (!content) return;
    const placements = this.#window ? this.#window.place(content, update) : placeFirst(content);
    if (placements) {
      this.#pool.place(placements, update);
      this.#onFill();
    }
    this.#activate(content.active);
  }
}

function placeFirst({lists, sections}: GridContent): readonly Placement[] {
  return lists.map((list, section) => {
    const {integrations} = sections[section] ?? {integrations: []};
    const positions = [...integrations.slice(0, FIRST_CARDS).keys()];
    return {list, integrations, positions};
  });
}

function setReachable(card: Card | undefined, reachable: boolean): void {
  if (!card) return;
  for (const button of [card.button, card.action]) button.tabIndex = reachable ? 0 : -1;
}
