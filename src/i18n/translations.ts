/**
 * Words in other languages, without the elements that show them.
 * @packageDocumentation
 */
import {canonicalLanguage} from './match-language.js';

/** Words of one area: plain strings, or functions where a number or a name belongs inside. */
export type Terms = Readonly<Record<string, string | ((...values: never[]) => string)>>;

/** What a language may replace: any key of any area, the rest stays English. */
export type Translation = Readonly<Record<string, Terms>>;

/**
 * The words of each language, by area.
 * @internal
 */
export const translations = new Map<string, Map<string, Terms>>();

/**
 * Called when words were added.
 * @internal
 */
export const translationListeners = new Set<() => void>();

/**
 * Adds words of a language, or replaces single ones: later calls win key by key. English words can be replaced as well.
 * @param language a BCP 47 tag; `de` also serves `de-AT`, and `zh-Hant` serves `zh-TW`
 */
export function registerTranslation(language: string, translation: Translation): void {
  const tag = canonicalLanguage(language);
  const areas = translations.get(tag) ?? new Map<string, Terms>();
  translations.set(tag, areas);
  for (const [area, terms] of Object.entries(translation)) {
    areas.set(area, {...areas.get(area), ...terms});
  }
  for (const listener of translationListeners) listener();
}
