import {deep} from '../elements/session-fixture.js';

const XHTML = 'http://www.w3.org/1999/xhtml';

/** Translates what stands in an element, shadow trees and all, as Chrome does: a `<font>` in another in the place of every text. */
export function translate(root: Element): void {
  const trees = [root, ...deep(root.shadowRoot ?? root)].flatMap((one) => one.shadowRoot ?? []);
  for (const tree of trees) {
    const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      const parent = text.parentElement;
      if (text.data.trim() === '' || parent?.matches('font, style, textarea')) continue;
      const outer = document.createElementNS(XHTML, 'font');
      const inner = document.createElementNS(XHTML, 'font');
      outer.append(inner);
      inner.textContent = `«${text.data.trim()}»`;
      text.replaceWith(outer);
    }
  }
}
