import type {Integration} from '../../core/session/snapshot.js';
import {plainText} from '../../ui/safe/text.js';

/** Longest name that is shown (UTF-16 units). */
const MAX_NAME = 120;
/** Letters that Unicode does not take apart into a base letter and a mark. */
const BASE_LETTERS = new Map(
  Object.entries({ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe'}),
);
const PLAIN = /^[\x20-\x7e]*$/;

/** The name as people see it; the type where there is none. */
export function nameOf({name, type}: Integration): string {
  return plainText(name, MAX_NAME).trim() || type;
}

/** Folds case, accents and compatibility forms, so that "Málaga", "MALAGA" and "Ｍａｌａｇａ" are the same. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Most names are ASCII, and five thousand normalisations are felt in a keystroke.
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[øłđðþıßæœ]/g, (letter) => BASE_LETTERS.get(letter) ?? letter);
}

/** What a list of integrations is searched by, in its order. */
export type SearchIndex = readonly string[];

/** Makes the index of a list: once a snapshot, not once a key. */
export function indexOf(integrations: readonly Integration[]): SearchIndex {
  return integrations.map((integration) => fold(`${nameOf(integration)}\n${integration.type}`));
}

/**
 * The integrations that hold every word of the query in their name or type. Best first: the name starts with the query, every word
 * starts a word, the rest; among equals the order of the list.
 */
export function search(
  integrations: readonly Integration[],
  index: SearchIndex,
  query: string,
): readonly Integration[] {
  const wanted = fold(query).trim();
  if (wanted === '') return integrations;
  const words = wanted.split(/\s+/);
  const ranks: [Integration[], Integration[], Integration[]] = [[], [], []];
  index.forEach((text, position) => {
    const integration = integrations[position];
    if (!integration || !words.every((word) => text.includes(word))) return;
    ranks[text.startsWith(wanted) ? 0 : words.every((word) => startsWord(text, word)) ? 1 : 2].push(
      integration,
    );
  });
  return ranks.flat();
}

function startsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at))) return true;
  }
  return false;
}
