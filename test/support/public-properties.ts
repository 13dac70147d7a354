/** A property that hosts can set, as `custom-elements.json` has it. */
export interface PublicProperty {
  readonly name: string;
  readonly attribute?: string;
}

interface Member extends PublicProperty {
  readonly kind: string;
  readonly privacy?: string;
  readonly readonly?: boolean;
  readonly static?: boolean;
}

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly members?: readonly Member[];
    }[];
  }[];
}

/** Everything that a host can set on an element. */
export async function publicProperties(tag: string): Promise<readonly PublicProperty[]> {
  const answer = await fetch('/custom-elements.json');
  const {modules} = (await answer.json()) as Manifest;
  const declarations = modules.flatMap(({declarations: all = []}) => all);
  const members = declarations.find(({tagName}) => tagName === tag)?.members ?? [];
  return members.filter(
    ({kind, privacy, readonly, static: isStatic}) =>
      kind === 'field' && !privacy && !readonly && !isStatic,
  );
}
