/**
 * A language for developers: English with accents, a third longer, in brackets. What stays plain on a page is not in the dictionary, what
 * has no bracket at its end is cut off.
 * @packageDocumentation
 */
import {english} from '../english.js';
import {registerLanguage, type Terms, type Translation} from '../translations.js';

const PLAIN = 'AaBbCcDdEeGgHhIiKkLlNnOoRrSsTtUuWwYyZz';
const ACCENTED = 'ÅåƁƀÇçÐðÉéĜĝĤĥÎîĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž';
/** Stand for what is filled in while the rest is changed: letters of nobody's alphabet. */
const FIRST_MARK = 0xe000;

function accented(text: string): string {
  const padding = ' ~'.repeat(Math.ceil(text.length / 6));
  const letters = text.replace(/[A-Za-z]/g, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter);
  return `[${letters}${padding}]`;
}

type Phrase = Terms[string];

function phraseOf(phrase: Phrase): Phrase {
  if (typeof phrase === 'string') return accented(phrase);
  const say = phrase as (...values: readonly unknown[]) => string;
  return (...values: readonly unknown[]) => {
    // Numbers stay what they are: the words go by them.
    const marks = values.map((value, index) =>
      typeof value === 'string' ? String.fromCharCode(FIRST_MARK + index) : value,
    );
    return values.reduce<string>(
      (text, value, index) =>
        text.replaceAll(String.fromCharCode(FIRST_MARK + index), () => String(value)),
      accented(say(...marks)),
    );
  };
}

/** The pseudo-locale, made of the English words. */
export const words = Object.fromEntries(
  Object.entries<Terms>(english).map(([area, terms]) => [
    area,
    Object.fromEntries(Object.entries(terms).map(([key, phrase]) => [key, phraseOf(phrase)])),
  ]),
) as Translation;

registerLanguage('en-XA', words);
