import {hidePopover} from '../top-layer.js';

/** Distance between control and popup, and of the popup from the edges of the viewport; px. */
const GAP = 4;
const MARGIN = 8;
/** What the popup wants when there is room; px. The styles cap it at the same. */
const MAX_BLOCK_SIZE = 320;
const MIN_INLINE_SIZE = 180;

interface Edges {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Where a popup goes; px from the edges of the layout viewport. */
export interface Placement {
  readonly above: boolean;
  readonly left: number;
  readonly inlineSize: number;
  readonly maxBlockSize: number;
}

/**
 * Puts a popup below its control, or above where it does not fit below and there is more room.
 * @param view what is visible of the page, without an on-screen keyboard
 * @param natural height of the popup if nothing limited it
 * @param atRight whether its right edges are to be in line with those of the control, not its left ones
 * @param wasAbove keeps its side while it fits, so that a list that shrinks during typing does not jump
 */
export function place(
  control: Edges,
  view: Edges,
  natural: number,
  atRight: boolean,
  wasAbove: boolean,
): Placement {
  const needed = Math.min(natural, MAX_BLOCK_SIZE);
  const roomBelow = view.bottom - MARGIN - control.bottom - GAP;
  const roomAbove = control.top - GAP - view.top - MARGIN;
  const [here, there] = wasAbove ? [roomAbove, roomBelow] : [roomBelow, roomAbove];
  const above = here < needed && there > here ? !wasAbove : wasAbove;
  const widest = view.right - view.left - 2 * MARGIN;
  const inlineSize = Math.min(widest, Math.max(control.right - control.left, MIN_INLINE_SIZE));
  const wanted = atRight ? control.right - inlineSize : control.left;
  return {
    above,
    left: Math.max(view.left + MARGIN, Math.min(wanted, view.right - MARGIN - inlineSize)),
    inlineSize,
    maxBlockSize: Math.max(0, above ? roomAbove : roomBelow),
  };
}

/**
 * Keeps a popover in the top layer beside its control while it is shown. Measured, not CSS anchors: those cannot say that the
 * popup shrinks to the room it has, yet flips when that is too little.
 */
export class AnchoredPopup {
  readonly #onLost: () => void;
  readonly #align: 'start' | 'end';
  #place: (() => void) | undefined;
  #shown: AbortController | undefined;

  /**
   * @param onLost called when the control is scrolled out of view, or something outside of its owner is pressed
   * @param align the edge of the control that the popup keeps to
   */
  constructor(onLost: () => void, align: 'start' | 'end' = 'start') {
    this.#onLost = onLost;
    this.#align = align;
  }

  /**
   * Shows the popup, or places it again after its content changed.
   * @param scroller the part of the popup that gives way when there is little room
   */
  show(owner: Element, control: Element, popup: HTMLElement, scroller: Element): void {
    if (!this.#place) {
      this.#place = placer(control, popup, scroller, this.#align);
      popup.showPopover();
      this.#shown = new AbortController();
      const {signal} = this.#shown;
      // The browser hides it by itself where it was removed.
      signal.addEventListener('abort', () => hidePopover(popup));
      this.#follow(owner, control, this.#place, signal);
    }
    this.#place();
  }

  hide(): void {
    this.#place = undefined;
    this.#shown?.abort();
  }

  #follow(owner: Element, control: Element, onMove: () => void, signal: AbortSignal): void {
    // The page may turn to a language of the other direction.
    const turns = new MutationObserver(onMove);
    for (const root of rootsAround(owner)) {
      root.addEventListener('scroll', onMove, {capture: true, passive: true, signal});
      turns.observe(root, {attributes: true, attributeFilter: ['dir'], subtree: true});
    }
    window.addEventListener('resize', onMove, {signal});
    window.visualViewport?.addEventListener('resize', onMove, {signal});
    const onPress = (event: Event) => {
      if (!event.composedPath().includes(owner)) this.#onLost();
    };
    document.addEventListener('pointerdown', onPress, {capture: true, signal});
    const resizes = new ResizeObserver(onMove);
    resizes.observe(control);
    const sight = new IntersectionObserver((entries) => {
      if (entries.at(-1)?.isIntersecting === false) this.#onLost();
    });
    sight.observe(control);
    signal.addEventListener('abort', () => {
      turns.disconnect();
      resizes.disconnect();
      sight.disconnect();
    });
  }
}

/** A function that measures and puts a popup to where it belongs now. */
function placer(
  control: Element,
  popup: HTMLElement,
  scroller: Element,
  align: 'start' | 'end',
): () => void {
  let above = false;
  return () => {
    const isTurned = getComputedStyle(control).direction === 'rtl';
    const atRight = isTurned !== (align === 'end');
    const natural = popup.offsetHeight - scroller.clientHeight + scroller.scrollHeight;
    // Boxes are measured in px of the viewport, and styles count in those of the popup, which `zoom` makes larger or smaller. Engines
    // without `currentCSSZoom` measure boxes in those of the popup as well.
    const measured = popup.currentCSSZoom as number | undefined;
    const zoom = measured ?? zoomAround(popup);
    const box = scaled(control.getBoundingClientRect(), measured ?? 1);
    const to = place(box, scaled(visibleView(), zoom), natural, atRight, above);
    above = to.above;
    // Fixed at the edge next to the control, so that a list that changes its length stays with it.
    const inset = above
      ? `auto auto ${document.documentElement.clientHeight / zoom - box.top + GAP}px ${to.left}px`
      : `${box.bottom + GAP}px auto auto ${to.left}px`;
    popup.style.setProperty('inset', inset);
    popup.style.setProperty('inline-size', `${to.inlineSize}px`);
    popup.style.setProperty('--_room', `${to.maxBlockSize}px`);
  };
}

function scaled({top, bottom, left, right}: Edges, zoom: number): Edges {
  return {top: top / zoom, bottom: bottom / zoom, left: left / zoom, right: right / zoom};
}

/** How much `zoom` enlarges a node, of itself and of everything around it. */
function zoomAround(node: Element): number {
  let zoom = 1;
  for (let at: Element | undefined = node; at; at = parentOf(at)) {
    zoom *= parseFloat(getComputedStyle(at).zoom) || 1;
  }
  return zoom;
}

/** What an element is drawn in: its slot, its parent, or the host of its tree. */
function parentOf(element: Element): Element | undefined {
  const parent = element.assignedSlot ?? element.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : undefined;
}

/** The visible part of the layout viewport: pinch zoom and on-screen keyboards make it smaller. */
function visibleView(): Edges {
  const {clientWidth, clientHeight} = document.documentElement;
  const view = window.visualViewport;
  const top = view?.offsetTop ?? 0;
  return {
    top,
    bottom: Math.min(clientHeight, top + (view?.height ?? clientHeight)),
    left: 0,
    right: clientWidth,
  };
}

/** The document and every shadow root that could hold a scroller around a node: scroll events do not leave shadow roots. */
function rootsAround(node: Node): Node[] {
  const roots: Node[] = [document];
  let at: Node | null = node;
  while (at) {
    if (at instanceof ShadowRoot) roots.push(at);
    at =
      (at instanceof Element ? at.assignedSlot : null) ??
      at.parentNode ??
      (at instanceof ShadowRoot ? at.host : null);
  }
  return roots;
}
