import {reworded} from '../reworded.js';
import {registerLanguage, type CompleteTranslation} from '../translations.js';
import {words as cyrillic} from './sr.js';

const CYRILLIC = 'абвгдђежзијклмнопрстћуфхцчш';
const LATIN = 'abvgdđežzijklmnoprstćufhcčš';
/** Letters that are two in the other alphabet. */
const PAIRS: Readonly<Record<string, string>> = {љ: 'lj', њ: 'nj', џ: 'dž'};

function inLatin(text: string): string {
  return text.replace(/\p{Script=Cyrillic}/gu, (letter) => {
    const lower = letter.toLowerCase();
    const latin = PAIRS[lower] ?? LATIN.charAt(CYRILLIC.indexOf(lower));
    return letter === lower ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
  });
}

/** Serbian in Latin letters, made of the words in Cyrillic ones. */
export const words = reworded(cyrillic, inLatin) as unknown as CompleteTranslation;

registerLanguage('sr-Latn', words);
