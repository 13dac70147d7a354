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
  }),
);
const TAKEN_APART = new RegExp(`[${[...BASE_LETTERS.keys()].join('')}]`, 'g');
/**
 * Accents, and the vowel points of Hebrew and Arabic, which people leave out when they type. Marks of other scripts stay: in Thai,
 * Devanagari and Japanese another mark is another letter.
 */
const OPTIONAL_MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;
/** Where a katakana letter is behind the hiragana letter of the same sound. */
const KATAKANA = /[\u30a1-\u30f6]/g;
const KANA_DISTANCE = 0x60;

/** Text without case, accents, width and kind of kana, to compare what people type with what is listed. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Most names are ASCII, and five thousand normalisations are felt in a keystroke.
  return /^[\n\x20-\x7e]*$/.test(lower) ? lower : foldUnicode(lower);
}

const foldUnicode = (lower: string): string =>
  lower
    .normalize('NFKD')
    .toLowerCase()
    .replace(OPTIONAL_MARKS, '')
    .replace(TAKEN_APART, (letter) => BASE_LETTERS.get(letter) ?? letter)
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - KANA_DISTANCE));
