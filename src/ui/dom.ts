import {isServer, type CSSResult} from 'lit';

/** Whether a server renders. Lit knows, but its type says never. */
export const onServer: boolean = isServer;

/** Goes up from a node through shadow roots, as events do; the node itself comes first. */
export function* composedPath(start: Node): Generator<Node, void, undefined> {
  let node: Node | null = start;
  while (node) {
    yield node;
    node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
  }
}

/**
 * Call it when an element is disconnected: does the rest only if the element is not back at once. A move in the document is a removal and an
 * insertion, and loses nothing.
 */
export function afterRemoval(host: Node, leave: () => void): void {
  queueMicrotask(() => {
    if (!host.isConnected) leave();
  });
}

/**
 * Sets custom states, which styles ask for by `:state()`. Engines before the final specification (Chromium below 125, Safari below 17.4)
 * throw at a name without two dashes, and others (Firefox below 126) have none at all: there an element works as well, unmarked.
 */
export function setStates(
  {states}: {readonly states?: Pick<CustomStateSet, 'add' | 'delete'>},
  flags: Readonly<Record<string, boolean>>,
): void {
  if (!states) return;
  for (const [name, on] of Object.entries(flags)) {
    try {
      if (on) states.add(name);
      else states.delete(name);
    } catch {
      // There is no such state in this engine.
    }
  }
}

/** Adds styles to an element that come with code of its own. */
export function adoptStyles({shadowRoot}: Element, {styleSheet}: CSSResult): void {
  const sheets = shadowRoot?.adoptedStyleSheets;
  if (styleSheet && sheets && !sheets.includes(styleSheet)) sheets.push(styleSheet);
}
