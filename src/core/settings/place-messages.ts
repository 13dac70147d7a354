import {refusal} from '../answers.js';
import type {ConnectInput} from '../sdk.js';

/** Messages of the backend, by the field that they are about. */
export interface PlacedMessages {
  readonly placed: ReadonlyMap<string, string>;
  /** Those about none of the fields, or about more than one. */
  readonly rest: readonly string[];
}

/** The SDK reports refused settings as sentences: this finds the field that each one names, by title or id. */
export function placeMessages(
  messages: readonly string[],
  inputs: readonly ConnectInput[],
): PlacedMessages {
  const placed = new Map<string, string>();
  const rest: string[] = [];
  for (const raw of messages) {
    const message = refusal([raw]).detail ?? raw;
    const id = bestMatch(message, inputs);
    if (id === undefined) rest.push(message);
    else placed.set(id, [placed.get(id), message].filter(Boolean).join('\n'));
  }
  return {placed, rest};
}

/** Id of the input that a message names; the longest name wins, since "Channel" is also in "Channel for deals". */
function bestMatch(message: string, inputs: readonly ConnectInput[]): string | undefined {
  const matches = inputs
    .map((input) => ({id: input.id, score: scoreOf(message, input)}))
    .filter(({score}) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [best, second] = matches;
  return best && best.score !== second?.score ? best.id : undefined;
}

/** How surely a message is about an input: quoted names before ids, as they are written, before mere words; 0 if it does not name it. */
function scoreOf(message: string, {id, title, titleText}: ConnectInput): number {
  const names = [title, titleText].filter((name) => typeof name === 'string' && name.trim() !== '');
  const scores = names.flatMap((name) =>
    typeof name === 'string'
      ? [
          isQuoted(message, name)
            ? 20_000 + name.length
            : hasWord(message.toLowerCase(), name.toLowerCase())
              ? name.length
              : 0,
        ]
      : [],
  );
  if (isQuoted(message, id)) scores.push(20_000 + id.length);
  else if (hasWord(message, id)) scores.push(10_000 + id.length);
  return Math.max(0, ...scores);
}

const QUOTES = ['""', '“”', "''", '‘’', '``', '«»', '„“'] as const;

function isQuoted(message: string, name: string): boolean {
  return QUOTES.some(([open, close]) => message.includes(`${open}${name}${close}`));
}

/** Whether a name stands in a text by itself, not within another word. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return true;
  }
  return false;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_]/u.test(character);
}
