/**
 * Browsers that translate a page put `<font>` in the place of texts, also of those that Lit writes into and of those that it takes for
 * the end of a part: changes go to nodes that nobody sees, or fail (the same in React: https://github.com/facebook/react/issues/11538). Before something
 * is rendered the texts return to where they were; after it those that did not change are translated again, before anybody sees.
 */
const roots = new WeakMap<Node, Map<Element, Text[]>>();

/** Made when the first tree is watched: servers, which import this too, watch none. */
let observer: MutationObserver | undefined;

/** Keeps the texts of a tree for {@link renderUntranslated}. */
export function watchTranslation(root: Node): void {
  if (typeof MutationObserver === 'undefined') return;
  observer ??= new MutationObserver(note);
  observer.observe(root, {childList: true, subtree: true});
}

/** Renders into a tree as if nobody had translated it. */
export function renderUntranslated(root: Node, render: () => void): void {
  note(observer?.takeRecords() ?? []);
  const wrapped = roots.get(root);
  if (!wrapped || wrapped.size === 0) {
    render();
    return;
  }
  const before = [...wrapped].map(([font, texts]) => ({
    font,
    texts,
    data: texts.map(({data}) => data),
  }));
  wrapped.clear();
  // A `<font>` stays where it is: a click on it would be lost, if it went away between the button's way down and up.
  for (const {font, texts} of before) font.before(...texts);
  try {
    render();
  } finally {
    for (const {font, texts, data} of before) {
      const isSame = texts.every((text, index) => text.isConnected && text.data === data[index]);
      if (isSame && font.isConnected) {
        for (const text of texts) text.remove();
        wrapped.set(font, texts);
      } else {
        font.remove();
      }
    }
    // What was done here is no translation.
    observer?.takeRecords();
  }
}

function note(records: readonly MutationRecord[]): void {
  for (const {target, addedNodes, removedNodes, previousSibling, nextSibling} of records) {
    for (const removed of removedNodes) {
      if (!(removed instanceof Text) || removed.isConnected || removed.data.trim() === '') continue;
      const font = [...addedNodes, previousSibling, nextSibling].find(isFont);
      if (!font) continue;
      const root = target.getRootNode();
      const wrapped = roots.get(root) ?? new Map<Element, Text[]>();
      roots.set(root, wrapped);
      wrapped.set(font, [...(wrapped.get(font) ?? []), removed]);
    }
  }
}

/** The kit itself has no `<font>`. */
function isFont(node: Node | null): node is HTMLElement {
  return node instanceof HTMLElement && node.localName === 'font' && node.isConnected;
}
