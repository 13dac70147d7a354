/**
 * Call it when an element is disconnected: does the rest only if the element is not back at once. A move in the document is a removal and an
 * insertion, and loses nothing.
 */
export function afterRemoval(host: Node, leave: () => void): void {
  queueMicrotask(() => {
    if (!host.isConnected) leave();
  });
}
