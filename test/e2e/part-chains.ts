/** A part of a kit's element inside another, and whether style sheets of the page reach it at the outermost one. */
export interface InnerPart {
  readonly name: string;
  readonly isReached: boolean;
}

/** Every part below the elements of the kit that the page itself has. */
export function innerParts(): readonly InnerPart[] {
  const found: InnerPart[] = [];
  for (const element of document.querySelectorAll('*')) {
    if (isKit(element) && element.shadowRoot) visit(element.shadowRoot, [], found);
  }
  return found;
}

const isKit = ({localName}: Element): boolean => localName.startsWith('pg-');

/** @param hosts elements whose shadow trees hold the tree, the outermost of all left out */
function visit(root: ShadowRoot, hosts: readonly Element[], found: InnerPart[]): void {
  const [owner, ...around] = hosts;
  for (const element of root.querySelectorAll('*')) {
    for (const part of owner ? (element.getAttribute('part')?.match(/\S+/g) ?? []) : []) {
      const kind = owner?.localName.slice(3) ?? '';
      const name = kind.startsWith('portal-') ? part : `${kind}__${part}`;
      const isReached =
        exportsOf(owner).get(part)?.includes(name) === true &&
        around.every((host) => exportsOf(host).get(name)?.includes(name));
      found.push({name, isReached});
    }
    if (isKit(element) && element.shadowRoot) visit(element.shadowRoot, [element, ...hosts], found);
  }
}

function exportsOf(element: Element | undefined): ReadonlyMap<string, readonly string[]> {
  const exported = new Map<string, readonly string[]>();
  for (const entry of element?.getAttribute('exportparts')?.split(',') ?? []) {
    const [part = '', name = part] = entry.split(':').map((one) => one.trim());
    exported.set(part, [...(exported.get(part) ?? []), name]);
  }
  return exported;
}
