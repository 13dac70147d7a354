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
const COUNTS = [1, 7];

/** Everything that the dictionary may say in English, names and numbers left open. */
const patterns = Object.values<Terms>(english).flatMap((terms) =>
  Object.values(terms).flatMap(patternsOf),
);

function patternsOf(phrase: Terms[string]): readonly RegExp[] {
  if (typeof phrase === 'string') return [new RegExp(`^${escaped(phrase)}$`)];
  const say = phrase as (...values: readonly unknown[]) => string;
  return COUNTS.flatMap((count) => {
    const said = say(...Array.from({length: phrase.length}, () => '\ue000'), count);
    const counted = say(...Array.from({length: phrase.length}, () => count));
    return [said, counted].map((text) => new RegExp(`^${openly(text)}$`, 's'));
  }).filter(({source}) => /[a-z]{4}/i.test(source.replaceAll('\\d+', '')));
}

const openly = (text: string): string =>
  text
    .split(/(\ue000|\d+)/)
    .map((part) => (part === '\ue000' ? '.+' : /^\d+$/.test(part) ? '.+' : escaped(part)))
    .join('');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Words of the kit in a tree that are still English; those of the pseudo-locale are in brackets. */
export function plainTexts(root: ParentNode = document): readonly string[] {
  const found = new Set<string>();
  for (const text of textsIn(root)) {
    const shown = text.replace(/\s+/g, ' ').trim();
    if (shown !== '' && !shown.includes('[') && patterns.some((pattern) => pattern.test(shown)))
      found.add(shown);
  }
  return [...found];
}

function* textsIn(root: ParentNode): Generator<string, void, undefined> {
  for (const element of root.querySelectorAll('*')) {
    if (element.localName === 'style') continue;
    for (const name of SPOKEN) yield element.getAttribute(name) ?? '';
    for (const node of element.childNodes) if (node instanceof Text) yield node.data;
    if (element.shadowRoot) {
      for (const node of element.shadowRoot.childNodes) if (node instanceof Text) yield node.data;
      yield* textsIn(element.shadowRoot);
    }
  }
}
