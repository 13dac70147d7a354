let holders = 0;
let unlock: readonly (() => void)[] = [];

/**
 * Stops the page behind a modal dialog from scrolling until the returned function runs. Counts its holders, since dialogs stack,
 * and keeps the room of a classic scrollbar, so nothing moves sideways.
 */
export function lockScroll(): () => void {
  if (holders++ === 0) {
    const {documentElement: root} = document;
    const hasBar = window.innerWidth > root.clientWidth;
    unlock = scrollers().map((element) => put(element, 'overflow', 'hidden'));
    if (hasBar) unlock = [...unlock, put(root, 'scrollbar-gutter', 'stable')];
  }
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    if (--holders > 0) return;
    for (const undo of unlock) undo();
  };
}

/**
 * What scrolls the page. Browsers take the overflow of the viewport from the body where the root says nothing: to say something there would
 * make the body a box that scrolls on its own, from its start. Where both say something it may be such a box.
 */
function scrollers(): readonly HTMLElement[] {
  const {documentElement: root, body} = document;
  if (!limits(body)) return [root];
  return limits(root) ? [root, body] : [body];
}

const limits = (element: HTMLElement): boolean =>
  getComputedStyle(element)
    .overflow.split(' ')
    .some((value) => value !== 'visible');

function put({style}: HTMLElement, property: string, value: string): () => void {
  const before = style.getPropertyValue(property);
  style.setProperty(property, value);
  return () => style.setProperty(property, before);
}
