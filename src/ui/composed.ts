/** Goes up from a node through shadow roots, as events do; the node itself comes first. */
export function* composedPath(start: Node): Generator<Node, void, undefined> {
  let node: Node | null = start;
  while (node) {
    yield node;
    node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
  }
}
