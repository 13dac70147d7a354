interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly name: string;
      readonly cssParts?: readonly {readonly name: string}[];
    }[];
    readonly exports?: readonly {
      readonly kind: string;
      readonly name: string;
      readonly declaration: {readonly name: string};
    }[];
  }[];
}

/** Parts that the documentation of a tag promises. */
export async function documentedParts(tag: string): Promise<readonly string[]> {
  const answer = await fetch('/custom-elements.json');
  const {modules} = (await answer.json()) as Manifest;
  const definitions = modules.flatMap(({exports = []}) => exports);
  const name = definitions.find(
    (one) => one.kind === 'custom-element-definition' && one.name === tag,
  )?.declaration.name;
  const all = modules.flatMap(({declarations = []}) => declarations);
  return all.find((one) => one.name === name)?.cssParts?.map((part) => part.name) ?? [];
}

/** Parts of an element that a host can style now, those it exports of others included. */
export function partsOf(element: Element): ReadonlySet<string> {
  const parts = new Set<string>();
  for (const inner of element.shadowRoot?.querySelectorAll('*') ?? []) {
    for (const part of inner.part) parts.add(part);
    const passed = inner.getAttribute('exportparts');
    if (passed === null) continue;
    const own = partsOf(inner);
    for (const pair of passed.split(',')) {
      const [from = '', to = from] = pair.split(':').map((name) => name.trim());
      if (own.has(from)) parts.add(to);
    }
  }
  return parts;
}
