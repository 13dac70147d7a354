import {english} from '../../src/i18n/english.js';
import type {Terms} from '../../src/i18n/registered.js';

/** Attributes that people see or hear. */
const SPOKEN = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'alt',
  'placeholder',
  'title',
];
/** Stands for what is filled in. */
const HOLE = '\ue000';

/** Everything that the dictionary may say in English, names and numbers left open. */
const patterns = Object.values<Terms>(english).flatMap((terms) =>
  Object.values(terms).flatMap(patternsOf),
);

function patternsOf(phrase: Terms[string]): readonly RegExp[] {
  const said =
    typeof phrase === 'string'
      ? [phrase]
      : // Words go by one number or the other.
        [HOLE, 1, 7].map((value) =>
          (phrase as (...values: readonly unknown[]) => string)(
            ...Array.from({length: phrase.length}, () => value),
          ),
        );
  return said
    .map((text) => text.split(/(?:\ue000|\b\d+\b)/))
    .filter((parts) => /[a-z]{4}/i.test(parts.join('')))
    .map((parts) => new RegExp(`^${parts.map(escaped).join('.+')}$`, 's'));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** What the sandbox says, and could be the kit's. */
const DATA: ReadonlySet<string> = new Set([
  'Connect a',
  'Everyone connects an own account',
  'Map contact fields',
  'Object',
  'Production account',
  'Sandbox account',
]);

/** Words of the kit in a tree that are still English; those of the pseudo-locale are in brackets. */
export function plainTexts(root: ParentNode = document): readonly string[] {
  const found = new Set<string>();
  for (const text of textsIn(root)) {
    const shown = text.replace(/\s+/g, ' ').trim();
    if (shown === '' || shown.includes('[') || DATA.has(shown)) continue;
    if (patterns.some((pattern) => pattern.test(shown))) found.add(shown);
  }
  return [...found];
}

function* textsIn(root: ParentNode): Generator<string, void, undefined> {
  for (const element of root.querySelectorAll('*')) {
    // What was read out was said in the language of then.
    if (element.localName === 'style' || element.matches('.live-polite, .live-assertive')) continue;
    for (const name of SPOKEN) yield element.getAttribute(name) ?? '';
    for (const node of element.childNodes) if (node instanceof Text) yield node.data;
    if (element.shadowRoot) {
      for (const node of element.shadowRoot.childNodes) if (node instanceof Text) yield node.data;
      yield* textsIn(element.shadowRoot);
    }
  }
}
