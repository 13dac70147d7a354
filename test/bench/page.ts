import type {Sample} from './bench.js';

declare global {
  /** What a benchmark's page can do, by variant. */
  var bench: Readonly<Record<string, (argument: number) => Promise<Sample>>>;
}

/** Resolves once everything so far is on the screen: a task that was queued in a frame runs after that frame's paint. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  });
}

/**
 * Milliseconds from `act` to the screen.
 * @param act what it returns is waited for: what renders in a task of its own says when it has
 */
export async function timeToPaint(act: () => unknown): Promise<number> {
  await painted();
  const start = performance.now();
  await act();
  await painted();
  return performance.now() - start;
}

/** Elements below a node, those in shadow trees too. */
export function countElements(root: ParentNode): number {
  let count = 0;
  for (const element of root.querySelectorAll('*')) {
    count += 1 + (element.shadowRoot ? countElements(element.shadowRoot) : 0);
  }
  return count;
}

/** Nodes of a tree with its root: elements, text and comments, among them the markers of a library. */
export function countNodes(root: Node | null | undefined): number {
  if (!root) return NaN;
  const nodes = document.createNodeIterator(root, NodeFilter.SHOW_ALL);
  let count = 0;
  while (nodes.nextNode()) count += 1;
  return count;
}
