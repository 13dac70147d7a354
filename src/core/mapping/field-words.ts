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
const MARKER = /__(?:c|pc|r)$/i;

const meanings = new Map<string, string>();
/** Words that begin a phrase among the synonyms, which has three at most. */
const beginnings = new Set<string>();
const singulars = new Map<string, string>();
for (const [meaning = '', ...others] of SYNONYMS) {
  for (const other of others) {
    const [first = '', ...rest] = other.split('_');
    meanings.set([first, ...rest].join(' '), meaning);
    if (rest.length > 0) beginnings.add(first);
  }
}

/**
 * What the words of a name mean, comparable between two systems: `First Name`, `firstName`, `FIRST_NAME__c` and `given_name` share
 * theirs.
 */
export function wordsOf(name: string): readonly string[] {
  return meaningsOf(split(name));
}

/** A name without what separates its words, and without case. */
export function squash(name: string): string {
  return split(name).join('');
}

/** By hand, because regular expressions would take most of the time that thousands of fields need. */
function split(name: string): readonly string[] {
  const text = name.endsWith('c') || name.endsWith('r') ? name.replace(MARKER, '') : name;
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

function meaningsOf(words: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const phrase = beginnings.has(word) ? longestPhrase(words, at) : undefined;
    if (phrase) at += phrase.length - 1;
    else if (FILLERS.has(word) && words.length > 1) continue;
    const meaning = phrase?.meaning ?? meanings.get(word) ?? singular(word);
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
  if (word.length < 4 || !word.endsWith('s')) return word;
  let known = singulars.get(word);
  if (known === undefined) {
    known = /(?:ss|us|is)$/.test(word) ? word : word.slice(0, -1);
    // Words come from backends: remember those of a few lists, not of all there ever were.
    if (singulars.size < 5_000) singulars.set(word, known);
  }
  return known;
}
