import {readFileSync} from 'node:fs';
import {repositoryFile} from './files.js';

interface Typed {
  readonly type?: {readonly text: string};
  readonly description?: string;
}

export interface Member extends Typed {
  readonly kind: 'field' | 'method';
  readonly name: string;
  readonly attribute?: string;
  readonly default?: string;
  readonly readonly?: boolean;
  readonly reflects?: boolean;
  readonly static?: boolean;
  readonly privacy?: 'public' | 'protected' | 'private';
  readonly return?: {readonly type?: {readonly text: string}};
  readonly parameters?: readonly {
    readonly name: string;
    readonly optional?: boolean;
    readonly type?: {readonly text: string};
  }[];
}

/** An event, slot, part, custom state or custom property. */
export interface Named extends Typed {
  readonly name: string;
  readonly default?: string;
}

export interface ElementDoc {
  readonly tagName: string;
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly members: readonly Member[];
  readonly events: readonly Named[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssStates: readonly Named[];
  readonly cssProperties: readonly Named[];
}

interface Manifest {
  readonly modules: readonly {readonly declarations?: readonly Partial<ElementDoc>[]}[];
}

/** Path of the manifest, which the pages are made of too. */
export const MANIFEST = repositoryFile('custom-elements.json');

/** The documented elements of the kit, by tag. Read anew each time: the file may change while the site is being written. */
export function readElements(): ReadonlyMap<string, ElementDoc> {
  const {modules} = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest;
  const elements = new Map<string, ElementDoc>();
  for (const declaration of modules.flatMap(({declarations}) => declarations ?? [])) {
    if (declaration.tagName) elements.set(declaration.tagName, publicPart(declaration));
  }
  return elements;
}

/** What users of an element may rely on. The analyzer also lists what it merely saw in the code: that has no description. */
function publicPart(declaration: Partial<ElementDoc>): ElementDoc {
  const {tagName = '', name = '', summary = '', description = '', members = []} = declaration;
  const {events, slots, cssParts, cssStates, cssProperties} = declaration;
  const isDocumented = ({description: text}: Typed): boolean => Boolean(text);
  return {
    tagName,
    name,
    summary,
    description,
    members: members.filter(
      (member) =>
        (member.privacy ?? 'public') === 'public' && !member.static && isDocumented(member),
    ),
    events: events?.filter(isDocumented) ?? [],
    slots: slots ?? [],
    cssParts: cssParts ?? [],
    cssStates: cssStates ?? [],
    cssProperties: cssProperties ?? [],
  };
}
