/**
 * Calls `onMove` when something may have come into view that was not rendered: something around `box` scrolled, the box has another
 * size, or one of the `gaps`, which lie over what is not rendered, is in the viewport, for whatever reason.
 * @returns ends the watch
 */
export function watchSight(box: Element, gaps: readonly Element[], onMove: () => void): () => void {
  const {signal, end} = stopper();
  // Scroll events do not bubble, but they can be captured: on the document, and in each shadow tree around the box.
  for (let root = box.getRootNode(); ; root = root.host.getRootNode()) {
    root.addEventListener('scroll', onMove, {capture: true, passive: true, signal});
    if (!(root instanceof ShadowRoot)) break;
  }
  const resize = new ResizeObserver(onMove);
  resize.observe(box);
  const intersection = new IntersectionObserver((entries) => {
    if (entries.some(({isIntersecting}) => isIntersecting)) onMove();
  });
  for (const gap of gaps) intersection.observe(gap);
  return () => {
    end();
    resize.disconnect();
    intersection.disconnect();
  };
}

function stopper(): {readonly signal: AbortSignal; readonly end: () => void} {
  const controller = new AbortController();
  return {signal: controller.signal, end: () => controller.abort()};
}
