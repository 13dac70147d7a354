/**
 * A language for developers: English with accents, a third longer, in brackets. What stays plain on a page is not in the dictionary, what
 * has no bracket at its end is cut off.
 * @packageDocumentation
 */
import {english} from '../english.js';
import {reworded} from '../reworded.js';
import {registerLanguage, type Translation} from '../translations.js';

const PLAIN = 'AaBbCcDdEeGgHhIiKkLlNnOoRrSsTtUuWwYyZz';
const ACCENTED = 'ÅåƁƀÇçÐðÉéĜĝĤĥÎîĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž';

function accented(text: string): string {
  const padding = ' ~'.repeat(Math.ceil(text.length / 6));
  const letters = text.replace(/[A-Za-z]/g, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter);
  return `[${letters}${padding}]`;
}

/** The pseudo-locale, made of the English words. */
export const words = reworded(english, accented) as Translation;

registerLanguage('en-XA', words);
