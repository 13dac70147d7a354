/**
 * Words in other languages, without the elements that show them.
 * @packageDocumentation
 */
import type {English} from './english.js';
import {matchLanguages} from './match-language.js';
import {canonicalLanguage, registered, type Terms} from './registered.js';

export type {Terms};

/** Where words belong in the portal: the first half of a key. */
export type Area = keyof English;

/** What stands for an English phrase in another language: a string, or a function of the same numbers and names. */
type Phrase<T> = T extends (...values: infer V) => string ? (...values: V) => string : string;

/** What a language may replace: any key of any area, the rest stays English. */
export type Translation = {
  readonly [A in Area]?: {readonly [K in keyof English[A]]?: Phrase<English[A][K]>};
};

/** A translation of everything, as those of `pg-elements/i18n/<language>` are. */
export type CompleteTranslation = {
  readonly [A in Area]: {readonly [K in keyof English[A]]: Phrase<English[A][K]>};
};

/** The words of each language, by area. */
const translations = new Map<string, Map<string, Terms>>();

/** What serves a language, the nearest first; until another one is registered. */
const matches = new Map<string, readonly ReadonlyMap<string, Terms>[]>();

/**
 * Adds words of a language, or replaces single ones, also of the kit's own languages, whether they are there already or come later. Later
 * calls win key by key. English words can be replaced as well.
 * @param language a BCP 47 tag; `de` also serves `de-AT`, and `zh-Hant` serves `zh-TW`
 */
export function registerTranslation(language: string, translation: Translation): void {
  add(language, translation, (known, terms) => ({...known, ...terms}));
}

/**
 * Adds the kit's own words of a language, beneath those of the page, which may have been registered before them.
 * @internal
 */
export function registerLanguage(language: string, translation: Translation): void {
  add(language, translation, (known, terms) => ({...terms, ...known}));
}

function add(
  language: string,
  translation: Translation,
  join: (known: Terms | undefined, terms: Terms) => Terms,
): void {
  const tag = canonicalLanguage(language);
  const areas = translations.get(tag) ?? new Map<string, Terms>();
  translations.set(tag, areas);
  for (const [area, terms] of Object.entries<Terms>(translation)) {
    areas.set(area, join(areas.get(area), terms));
  }
  matches.clear();
  registered.find = find;
  for (const reader of registered.readers) {
    if (find(reader.language).includes(areas)) reader.refresh(true);
  }
}

function find(language: string): readonly ReadonlyMap<string, Terms>[] {
  registered.reader = language;
  let found = matches.get(language);
  if (!found) {
    // English is built in: what is further from its reader than that, such as another country's English, is not for them.
    const near = matchLanguages(language, [...new Set(['en', ...translations.keys()])]);
    const end = near.indexOf('en');
    found = near
      .slice(0, end < 0 ? undefined : end + 1)
      .flatMap((tag) => translations.get(tag) ?? []);
    matches.set(language, found);
  }
  return found;
}
