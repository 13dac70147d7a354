import type {Integration} from '../../core/session/snapshot.js';
import {inSlices, type Steps} from '../../core/util/time-slicing.js';
import {fold} from '../../ui/fold.js';
import {shownName} from '../../ui/safe.js';

const PLAIN = /^[\x20-\x7e]*$/;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;
/** What is left of "c++" without its signs says nothing. */
const MIN_JOINED = 3;
/** In a shorter word one letter more or less makes another word of it. */
const MIN_TYPO = 4;

/** What one integration is searched by, folded. */
interface Entry {
  readonly title: string;
  /** The name without spaces and hyphens: "hubspot" finds "Hub-Spot". */
  readonly joined: string;
  /** Description and categories; undefined until they are read. */
  more: string | undefined;
}

/** What a list of integrations is searched by, in its order. */
export type SearchIndex = readonly Entry[];

/** Makes the index of a list by name and type: once a snapshot, not once a key. */
export function indexOf(integrations: readonly Integration[]): SearchIndex {
  return integrations.map(({name, type}) => {
    const title = fold(shownName(name, type));
    const isPlain = PLAIN.test(title) && !/[^a-z0-9]/.test(title);
    return {
      // Joined by an array it is one string, not two that the first search would have to copy together.
      title: [title, fold(type)].join('\n'),
      joined: isPlain ? title : title.replace(BETWEEN_WORDS, ''),
      more: undefined,
    };
  });
}

/**
 * Adds descriptions and categories to an index, in slices: to read thousands of them would be felt.
 * @param onDone called when all are there
 * @returns stops it; undefined if it is done
 */
export function indexMore(
  integrations: readonly Integration[],
  index: SearchIndex,
  textOf: (integration: Integration) => string,
  onDone: () => void,
): (() => void) | undefined {
  function* read(): Steps<undefined> {
    for (const [position, entry] of index.entries()) {
      const integration = integrations[position];
      if (integration && entry.more === undefined) {
        entry.more = fold(textOf(integration));
        yield;
      }
    }
    return undefined;
  }
  return inSlices(read(), onDone);
}

/** The words of a query. */
export function wordsOf(query: string): readonly string[] {
  return fold(query).trim().split(/\s+/).filter(Boolean);
}

/**
 * The integrations that hold every word of the query in name or type. Best first: the name starts with the query, every word starts a
 * word, the rest, those that hold it in description or category. Where there is none, those whose name has every word but for one letter.
 * Among equals the order of the list.
 */
export function search(
  integrations: readonly Integration[],
  index: SearchIndex,
  query: string,
): readonly Integration[] {
  const wanted = fold(query).trim();
  if (wanted === '') return integrations;
  const words = wordsOf(query);
  const joined = wanted.replace(BETWEEN_WORDS, '');
  const asked: Asked = {wanted, words, joined: joined.length >= MIN_JOINED ? joined : undefined};
  const ranks: [Integration[], Integration[], Integration[], Integration[]] = [[], [], [], []];
  for (let at = 0; at < integrations.length; at += 1) {
    const [integration, entry] = [integrations[at], index[at]];
    const rank = entry && rankOf(entry, asked);
    if (integration && rank !== undefined) ranks[rank].push(integration);
  }
  const found = ranks.flat();
  return found.length > 0 ? found : nearly(integrations, index, words);
}

/** A query, folded. */
interface Asked {
  readonly wanted: string;
  readonly words: readonly string[];
  /** Without what stands between words, where enough is left. */
  readonly joined: string | undefined;
}

// Loops, no callbacks: thousands of entries are ranked at the first key, before the browser has compiled any of this.
function rankOf(entry: Entry, {wanted, words, joined}: Asked): 0 | 1 | 2 | 3 | undefined {
  const {title, more} = entry;
  let isInTitle = true;
  for (const word of words) isInTitle &&= title.includes(word);
  if (isInTitle) {
    if (title.startsWith(wanted)) return 0;
    let startsAll = true;
    for (const word of words) startsAll &&= startsWord(title, word);
    return startsAll ? 1 : 2;
  }
  const at = joined === undefined ? -1 : entry.joined.indexOf(joined);
  if (at >= 0) return at === 0 ? 1 : 2;
  if (more === undefined) return undefined;
  for (const word of words) {
    if (!title.includes(word) && !startsWord(more, word)) return undefined;
  }
  return 3;
}

function startsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !endsInWord(text, at)) return true;
  }
  return false;
}

/** Whether a letter or a digit stands before a place in a folded text. */
function endsInWord(text: string, end: number): boolean {
  const code = text.charCodeAt(end - 1);
  // Most are ASCII; an expression for each match of one letter in thousands of names is felt in a keystroke.
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  return /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, end - 2), end));
}

function nearly(
  integrations: readonly Integration[],
  index: SearchIndex,
  words: readonly string[],
): readonly Integration[] {
  if (words.some(({length}) => length < MIN_TYPO)) return [];
  return integrations.filter((_, position) => {
    const entry = index[position];
    if (!entry) return false;
    const parts = [entry.joined, ...entry.title.split(BETWEEN_WORDS)];
    return words.every((word) => parts.some((part) => startsNearly(part, word)));
  });
}

/** Whether a text begins with a word but for one letter: another one, one more, one less, or two that are swapped. */
function startsNearly(text: string, word: string): boolean {
  let same = 0;
  while (same < word.length && text[same] === word[same]) same += 1;
  const rest = word.slice(same + 1);
  return (
    text.startsWith(rest, same + 1) ||
    text.startsWith(rest, same) ||
    text.startsWith(word.slice(same), same + 1) ||
    (text[same] === word[same + 1] &&
      text[same + 1] === word[same] &&
      text.startsWith(word.slice(same + 2), same + 2))
  );
}

/** Where the words stand in a text, from and to, for marks on it. */
export function placesOf(
  text: string,
  words: readonly string[],
): readonly (readonly [number, number])[] {
  // Folding may make two letters of one: each folded letter remembers where it came from.
  let folded = '';
  const origins: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const letters = fold(text.charAt(at));
    for (let one = 0; one < letters.length; one += 1) origins.push(at);
    folded += letters;
  }
  return words.flatMap((word) => {
    const at = folded.indexOf(word);
    const end = origins[at + word.length - 1];
    const start = origins[at];
    return at < 0 || start === undefined || end === undefined ? [] : [[start, end + 1] as const];
  });
}
