import type {Terms} from './registered.js';

/** Stand for what is filled in while the rest is changed: letters of nobody's alphabet. */
const FIRST_MARK = 0xe000;

type Areas = Readonly<Record<string, Terms>>;
type Phrase = Terms[string];

/** Words made of other words: each text changed, and what is filled into it left as it is. */
export function reworded(words: Areas, change: (text: string) => string): Areas {
  const everyIn = <T, U>(entries: Readonly<Record<string, T>>, make: (entry: T) => U) =>
    Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, make(entry)]));
  return everyIn(words, (terms) => everyIn(terms, (phrase) => phraseOf(phrase, change)));
}

function phraseOf(phrase: Phrase, change: (text: string) => string): Phrase {
  if (typeof phrase === 'string') return change(phrase);
  const say = phrase as (...values: readonly unknown[]) => string;
  return (...values: readonly unknown[]) => {
    // Numbers stay what they are: the words go by them.
    const marks = values.map((value, index) =>
      typeof value === 'string' ? String.fromCharCode(FIRST_MARK + index) : value,
    );
    return values.reduce<string>(
      (text, value, index) =>
        text.replaceAll(String.fromCharCode(FIRST_MARK + index), () => String(value)),
      change(say(...marks)),
    );
  };
}
