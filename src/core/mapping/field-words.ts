/** What systems call the same thing. The first of each line stands for the others; `_` joins words that mean one thing together. */
const SYNONYMS = [
  'email mail e_mail email_address mail_address',
  'phone telephone tel phone_number telephone_number',
  'mobile cell cellphone mobile_phone mobile_number cell_phone',
  'fax fax_number telefax',
  'firstname first_name given_name fname forename',
  'lastname last_name family_name surname lname',
  'fullname full_name display_name contact_name name',
  'company organisation organization org account business employer company_name account_name',
  'website web url homepage site web_site web_address',
  'zip zipcode postcode postalcode zip_code post_code postal_code plz',
  'city town',
  'state province region county',
  'country nation country_code',
  'street address_line street_address address1 addr address',
  'created created_at created_on date_created create_date creation_date created_date inserted',
  'updated updated_at updated_on date_updated modified last_modified modified_at changed last_modified_date',
  'birthday birthdate birth_date date_of_birth dob',
  'jobtitle job_title position role',
  'description desc details summary',
  'notes note comment comments remark remarks memo',
  'owner assignee assigned_to responsible rep sales_rep',
  'amount total sum value total_amount',
  'price cost rate unit_price',
  'quantity qty count',
  'id identifier uid uuid record_id',
  'number no num nr',
  'status stage',
  'currency currency_code',
  'customer client buyer',
  'due duedate due_date deadline pay_by',
  'invoicedate invoice_date issue_date issued_on',
  'tax vat',
  'reference ref',
  'language lang locale',
  'gender sex',
  'category type kind',
  'image photo picture avatar',
  'industry sector branch',
].map((line) => line.split(' '));

/** Says nothing about which field is meant. */
const FILLERS = new Set(['the', 'of', 'a', 'an', 'field']);
/** Endings by which systems mark the fields that people made. */
const MARKERS = ['__c', '__pc', '__r'];

const meanings = new Map<string, string>();
/** What may follow the words that begin a phrase among the synonyms, which has three words at most. */
const beginnings = new Map<string, Set<string>>();
for (const [meaning = '', ...others] of SYNONYMS) {
  for (const other of others) {
    const [first = '', ...rest] = other.split('_');
    meanings.set([first, ...rest].join(' '), meaning);
    if (rest[0] === undefined) continue;
    const following = beginnings.get(first) ?? new Set<string>();
    beginnings.set(first, following.add(rest[0]));
  }
}

/** A name, comparable between two systems. */
export interface FieldWords {
  /** A number of all its words as one, without case and what separates them. Few other names have it by chance. */
  readonly plain: number;
  /** What its words mean: `First Name`, `firstName`, `FIRST_NAME__c` and `given_name` mean the same. */
  readonly meant: readonly string[];
}

/** Words of a label or an API name. */
export function wordsOf(name: string): FieldWords {
  const {words, plain} = split(name);
  return {plain, meant: meaningsOf(words)};
}

/** Whether two names are the same but for case and what separates their words. */
export function isSameName(a: string, b: string): boolean {
  const textOf = (name: string): string =>
    split(name)
      .words.map(({text}) => text)
      .join('');
  return textOf(a) === textOf(b);
}

interface Word {
  readonly text: string;
  readonly meaning: string;
  readonly isFiller: boolean;
  readonly following: ReadonlySet<string> | undefined;
}

interface Words {
  readonly words: readonly Word[];
  readonly plain: number;
}

/**
 * By hand, because with regular expressions, and with a string for each word, this would take most of the time that thousands of
 * fields need: words are known by a number, and compared where they stand.
 */
function split(name: string): Words {
  const end = name.length - markerOf(name).length;
  const lower = name.toLowerCase();
  const words: Word[] = [];
  let plain = 0;
  let hash = 0;
  let start = 0;
  let wasLower = false;
  for (let at = 0; at < end; at += 1) {
    const code = name.charCodeAt(at);
    if (code > 126) return splitUnicode(name.slice(0, end));
    const isUpper = code > 64 && code < 91;
    const isWord = isUpper || (code > 96 && code < 123) || (code > 47 && code < 58);
    if (!isWord || (isUpper && wasLower)) {
      if (at > start) words.push(wordAt(lower, start, at, hash));
      start = isWord ? at : at + 1;
      hash = 0;
    }
    if (isWord) {
      const small = isUpper ? code + 32 : code;
      hash = mix(hash, small);
      plain = mix(plain, small);
    }
    wasLower = isWord && !isUpper;
  }
  if (end > start) words.push(wordAt(lower, start, end, hash));
  return {words, plain};
}

function markerOf(name: string): string {
  const mayHaveOne = name.endsWith('c') || name.endsWith('r');
  return (mayHaveOne && MARKERS.find((marker) => name.endsWith(marker))) || '';
}

function splitUnicode(text: string): Words {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '');
  const spaced = bare.replace(/([\p{Ll}\d])(?=\p{Lu})/gu, '$1 ').toLowerCase();
  const texts: readonly string[] = spaced.match(/[\p{L}\p{N}]+/gu) ?? [];
  const words = texts.map((word) => wordAt(word, 0, word.length, hashOf(word)));
  return {words, plain: hashOf(texts.join(''))};
}

/** Words come from backends: those of a few lists are remembered, not all there ever were. */
const MAX_WORDS = 20_000;
let vocabulary = new Map<number, Word>();

/** Names of thousands of fields share few words, each of which is thought about once. */
function wordAt(text: string, start: number, end: number, hash: number): Word {
  const known = vocabulary.get(hash);
  const isIt = known?.text.length === end - start && text.startsWith(known.text, start);
  return isIt ? known : learn(text.slice(start, end), hash);
}

function learn(text: string, hash: number): Word {
  if (vocabulary.size >= MAX_WORDS) vocabulary = new Map();
  const meaning = meanings.get(text) ?? singular(text);
  const word = {text, meaning, isFiller: FILLERS.has(text), following: beginnings.get(text)};
  vocabulary.set(hash, word);
  return word;
}

/** Stays in the range of small integers, which are the quickest keys. */
function mix(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code + 1) & 0x3fffffff;
}

function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = mix(hash, text.charCodeAt(at));
  return hash;
}

function meaningsOf(words: readonly Word[]): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    const next = words[at + 1];
    const phrase = next && word?.following?.has(next.text) ? longestPhrase(words, at) : undefined;
    if (phrase) at += phrase.length - 1;
    else if (!word || (word.isFiller && words.length > 1)) continue;
    const meaning = phrase?.meaning ?? word?.meaning;
    if (meaning !== undefined && !found.includes(meaning)) found.push(meaning);
  }
  return found;
}

function longestPhrase(
  words: readonly Word[],
  at: number,
): {readonly meaning: string; readonly length: number} | undefined {
  for (const length of [3, 2]) {
    const phrase = words.slice(at, at + length);
    const meaning = meanings.get(phrase.map(({text}) => text).join(' '));
    if (meaning !== undefined) return {meaning, length: phrase.length};
  }
  return undefined;
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word)
    ? word.slice(0, -1)
    : word;
}
