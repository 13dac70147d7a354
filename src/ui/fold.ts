/** Letters that Unicode does not take apart into a base letter and a mark, but people type as one, or as another. */
const BASE_LETTERS = new Map(
  Object.entries({
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ı: 'i',
    ς: 'σ',
    // Letters that keyboards of Arabic, Persian and Urdu each have their own sign for, or that are written alike at the end of words.
    ى: 'ي',
    ی: 'ي',
    ے: 'ي',
    ک: 'ك',
    ة: 'ه',
    ہ: 'ه',
    ھ: 'ه',
    ۃ: 'ه',
    ە: 'ه',
  }),
);
const TAKEN_APART = new RegExp(`[${[...BASE_LETTERS.keys()].join('')}]`, 'g');
/**
 * Accents, the vowel points of Hebrew and Arabic, which people leave out when they type, and what only draws letters together or apart.
 * Marks of other scripts stay: in Thai, Devanagari and Japanese another mark is another letter.
 */
const OPTIONAL_MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]|[\u0640\u200c\u200d]/g;
/** Digits of Arabic, Persian, Devanagari, Bengali and Thai. */
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/g;
/** Where a katakana letter is behind the hiragana letter of the same sound. */
const KATAKANA = /[\u30a1-\u30f6]/g;
const KANA_DISTANCE = 0x60;

/** Text without case, accents, width, kind of kana and script of digits, to compare what people type with what is listed. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Most names are ASCII, and five thousand normalisations are felt in a keystroke.
  return /^[\n\x20-\x7e]*$/.test(lower) ? lower : foldUnicode(lower);
}

/** In each script they are in order; some begin at the seventh place of a row of the code charts. */
const digitOf = (digit: string): string => {
  const place = digit.charCodeAt(0) & 0xf;
  return String(/[\u0966-\u09ef]/.test(digit) ? place - 6 : place);
};

const foldUnicode = (lower: string): string =>
  lower
    .normalize('NFKD')
    .toLowerCase()
    .replace(OPTIONAL_MARKS, '')
    .replace(TAKEN_APART, (letter) => BASE_LETTERS.get(letter) ?? letter)
    .replace(DIGITS, digitOf)
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - KANA_DISTANCE));
