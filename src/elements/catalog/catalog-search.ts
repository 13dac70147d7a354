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
      title: `${title}\n${fold(type)}`,
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
  const ranks: [Integration[], Integration[], Integration[], Integration[]] = [[], [], [], []];
  for (const [position, integration] of integrations.entries()) {
    const entry = index[position];
    const rank = entry && rankOf(entry, wanted, words, joined);
    if (rank !== undefined) ranks[rank].push(integration);
  }
  const found = ranks.flat();
  return found.length > 0 ? found : nearly(integrations, index, words);
}

function rankOf(
  {title, joined: name, more}: Entry,
  wanted: string,
  words: readonly string[],
  joined: string,
): 0 | 1 | 2 | 3 | undefined {
  if (words.every((word) => title.includes(word))) {
    if (title.startsWith(wanted)) return 0;
    return words.every((word) => startsWord(title, word)) ? 1 : 2;
  }
  if (joined.length >= MIN_JOINED && name.includes(joined)) return name.startsWith(joined) ? 1 : 2;
  if (more === undefined) return undefined;
  return words.every((word) => title.includes(word) || startsWord(more, word)) ? 3 : undefined;
}

function startsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at))) return true;
  }
  return false;
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
