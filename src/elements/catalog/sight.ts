/**
 * Calls `onMove` when something may have come into view that was not rendered: something around `box` scrolled, its `.ruler` got
 * another width, or its `.before` or `.after`, which lie over what is not rendered, are in the viewport, for whatever reason.
 * @returns ends the watch
 */
export function watchViewport(box: Element, onMove: () => void): () => void {
  const listeners = new AbortController();
  // Scroll events do not bubble, but they can be captured: on the document, and in each shadow tree around the box.
  let root = box.getRootNode();
  while (root instanceof ShadowRoot) {
    listen(root, onMove, listeners.signal);
    root = root.host.getRootNode();
  }
  listen(root, onMove, listeners.signal);
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

function listen(root: Node, onMove: () => void, signal: AbortSignal): void {
  root.addEventListener('scroll', onMove, {capture: true, passive: true, signal});
}
