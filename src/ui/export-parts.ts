import type {ReactiveElement} from 'lit';
import type {HydratableElement} from './hydratable-element.js';

/** What an element of the kit lets through from its shadow tree, and who passes it on. */
interface Exports {
  readonly names: Set<string>;
  readonly listeners: Set<(name: string) => void>;
}

const known = new WeakMap<Element, Exports>();

/**
 * Makes every part of the elements inside an element a part of its own, for style sheets of the page: `card` of `<pg-catalog>` is
 * `::part(catalog__card)` of what holds it, however deep. What comes later follows before it is painted. An initializer of a class.
 */
export function exportParts(host: ReactiveElement): void {
  let isFollowed = false;
  host.addController({
    hostConnected() {
      const {shadowRoot} = host;
      const around = host.getRootNode();
      // The element around it follows what is in it.
      const isInner = around instanceof ShadowRoot && isOurs(around.host);
      if (isFollowed || isInner || !shadowRoot) return;
      isFollowed = true;
      follow(shadowRoot, ignore, ignore);
    },
  });
}

/** Told by a member: an import of the class would put it into a file that bundlers share out otherwise. */
const isOurs = (element: Element): boolean =>
  ('isHydrating' satisfies keyof HydratableElement) in element;

const ignore = (): void => undefined;

function follow(
  root: ParentNode & Node,
  onPart: (part: string) => void,
  onExport: (name: string) => void,
): void {
  const look = (element: Element): void => {
    element.getAttribute('part')?.match(/\S+/g)?.forEach(onPart);
    if (element.localName.startsWith('pg-')) void enter(element, onExport);
  };
  root.querySelectorAll('*').forEach(look);
  new MutationObserver((records) => {
    for (const {target, addedNodes} of records) {
      for (const node of [target, ...addedNodes]) {
        if (!(node instanceof Element)) continue;
        look(node);
        if (node !== target) node.querySelectorAll('*').forEach(look);
      }
    }
  }).observe(root, {subtree: true, childList: true, attributes: true, attributeFilter: ['part']});
}

async function enter(element: Element, onExport: (name: string) => void): Promise<void> {
  const found = known.get(element);
  if (found) {
    if (found.listeners.has(onExport)) return;
    found.listeners.add(onExport);
    found.names.forEach(onExport);
    return;
  }
  const names = new Set<string>();
  const listeners = new Set([onExport]);
  known.set(element, {names, listeners});
  const {localName} = element;
  await customElements.whenDefined(localName);
  if (!element.shadowRoot) {
    // Taken out meanwhile: looked at again where it comes back.
    known.delete(element);
    return;
  }
  // The portal is made of elements that nobody else uses: their parts are its own.
  const prefix = localName.replace(/^pg-(portal-.*)?/, '') && `${localName.slice(3)}__`;
  const exported: string[] = [];
  const add = (name: string, part = name): void => {
    if (names.has(name)) return;
    names.add(name);
    exported.push(part === name ? name : `${part}:${name}`);
    element.setAttribute('exportparts', exported.join());
    for (const listener of listeners) listener(name);
  };
  follow(element.shadowRoot, (part) => add(prefix + part, part), add);
}
