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
  /** Its words as one: without case and what separates them. */
  readonly plain: string;
  /** What its words mean: `First Name`, `firstName`, `FIRST_NAME__c` and `given_name` mean the same. */
  readonly meant: readonly string[];
}

/** Words of a label or an API name. */
export function wordsOf(name: string): FieldWords {
  const words = split(name);
  return {plain: words.join(''), meant: meaningsOf(words)};
}

/** By hand, because regular expressions would take most of the time that thousands of fields need. */
function split(name: string): readonly string[] {
  const marker = MARKERS.find((ending) => name.endsWith(ending));
  const text = marker ? name.slice(0, -marker.length) : name;
  const lower = text.toLowerCase();
  const words: string[] = [];
  let start = 0;
  let wasLower = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 126) return splitUnicode(text);
    const isUpper = code > 64 && code < 91;
    const isWord = isUpper || (code > 96 && code < 123) || (code > 47 && code < 58);
    if (!isWord || (isUpper && wasLower)) {
      if (at > start) words.push(lower.slice(start, at));
      start = isWord ? at : at + 1;
    }
    wasLower = isWord && !isUpper;
  }
  if (text.length > start) words.push(lower.slice(start));
  return words;
}

function splitUnicode(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '');
  const spaced = plain.replace(/([\p{Ll}\d])(?=\p{Lu})/gu, '$1 ').toLowerCase();
  return spaced.match(/[\p{L}\p{N}]+/gu) ?? [];
}

interface Word {
  readonly meaning: string;
  readonly isFiller: boolean;
  readonly following: ReadonlySet<string> | undefined;
}

/** Words come from backends: those of a few lists are remembered, not all there ever were. */
const MAX_WORDS = 20_000;
let vocabulary = new Map<string, Word>();

/** Names of thousands of fields share few words, each of which is thought about once. */
function know(text: string): Word {
  let word = vocabulary.get(text);
  if (!word) {
    if (vocabulary.size >= MAX_WORDS) vocabulary = new Map();
    const meaning = meanings.get(text) ?? singular(text);
    word = {meaning, isFiller: FILLERS.has(text), following: beginnings.get(text)};
    vocabulary.set(text, word);
  }
  return word;
}

function meaningsOf(words: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = know(words[at] ?? '');
    const isPhrase = word.following?.has(words[at + 1] ?? '') === true;
    const phrase = isPhrase ? longestPhrase(words, at) : undefined;
    if (phrase) at += phrase.length - 1;
    else if (word.isFiller && words.length > 1) continue;
    const meaning = phrase?.meaning ?? word.meaning;
    if (!found.includes(meaning)) found.push(meaning);
  }
  return found;
}

function longestPhrase(
  words: readonly string[],
  at: number,
): {readonly meaning: string; readonly length: number} | undefined {
  for (const length of [3, 2]) {
    const meaning = meanings.get(words.slice(at, at + length).join(' '));
    if (meaning !== undefined) return {meaning, length: Math.min(length, words.length - at)};
  }
  return undefined;
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word)
    ? word.slice(0, -1)
    : word;
}
