/** Cards that may be in the document at once, about. */
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
  const clamp = (row: number): number => Math.max(0, Math.min(rows, row));
  return {
    first: clamp(Math.floor((-top - margin) / sight.pitch)),
    end: clamp(Math.ceil((sight.height + margin - top) / sight.pitch)),
  };
}

/**
 * Calls `onMove` when something may have come into view that was not rendered: something around `box` scrolled, its `.ruler` got
 * another width, or its `.before` or `.after`, which lie over what is not rendered, are in the viewport, for whatever reason.
 * @returns ends the watch
 */
export function watchViewport(box: Element, onMove: () => void): () => void {
  const listeners = new AbortController();
  const options = {capture: true, passive: true, signal: listeners.signal};
  // Scroll events do not bubble, but they can be captured: on the document, and in each shadow tree around the box.
  let root = box.getRootNode();
  while (root instanceof ShadowRoot) {
    root.addEventListener('scroll', onMove, options);
    root = root.host.getRootNode();
  }
  root.addEventListener('scroll', onMove, options);
  // The box itself must not be observed: rendering changes its height, which would report itself.
  const resize = new ResizeObserver(onMove);
  const intersection = new IntersectionObserver((entries) => {
    if (entries.some(({isIntersecting}) => isIntersecting)) onMove();
  });
  for (const ruler of box.querySelectorAll('.ruler')) resize.observe(ruler);
  for (const gap of box.querySelectorAll('.before, .after')) intersection.observe(gap);
  return () => {
    listeners.abort();
    resize.disconnect();
    intersection.disconnect();
  };
}
