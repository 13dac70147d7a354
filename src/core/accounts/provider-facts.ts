import type {AccountData} from './connected-account.js';
import {isRaw, type Raw} from '../answers.js';

/** What providers say of an account, in the words of the external-account model. */
export type ProviderFacts = Pick<
  AccountData,
  'username' | 'emailAddress' | 'firstName' | 'lastName' | 'imageUrl' | 'label'
>;

/** An answer has a handful of members; a hostile one may have any number. */
const MAX_MEMBERS = 200;
const MAX_DEPTH = 4;

/** Members that are about the person, or about the place where the account is: `team.name` is no person's name. */
const PERSON = /^(user|autheduser|owner|person|profile|me|member|accountowner)$/;
const PLACE =
  '(workspace|team|place|account|organi[sz]ation|org|company|tenant|enterprise|site|shop|store|portal|hub|guild|instance)';
const IS_PLACE = new RegExp(`^${PLACE}$`);
/** Members that say nothing without the object that they are in. */
const GENERIC = /^(name|displayname|title)$/;

/** Keys as {@link plain} makes them, the most telling first. */
const KEYS = {
  username: [/^(preferred)?username$/, /^(login|handle|screenname)$/],
  emailAddress: [/^e?mail(address)?$/, /^\w+email$|^userprincipalname$/],
  firstName: [/^(first|given)name$/],
  lastName: [/^(last|family|sur)name$/],
  imageUrl: [
    /^(image|avatar|picture|photo|profile(image|picture))(url)?$/,
    /^image(192|72)$/,
    /^((workspace|team)?icon|logo)(url)?$/,
  ],
  label: [
    /^label$/,
    new RegExp(`^${PLACE}(name)?$`),
    /domain$/,
    /^(instance|web|site|store|base)url$/,
    /^(display|full|real)name$/,
    /^(person)?name$|^title$/,
  ],
} as const;

/** Finds what the provider says, whose answers have no common form: known keys are tried, however they are written. */
export function readProviderFacts(data: Raw): ProviderFacts {
  const facts = new Map<string, string>();
  collect(data, '', 1, facts);
  const pick = (patterns: readonly RegExp[]): string =>
    patterns.map((one) => find(facts, one)).find(Boolean) ?? '';
  return {
    username: pick(KEYS.username) || null,
    emailAddress: pick(KEYS.emailAddress),
    firstName: pick(KEYS.firstName),
    lastName: pick(KEYS.lastName),
    imageUrl: pick(KEYS.imageUrl),
    label: withoutScheme(pick(KEYS.label)) || null,
  };
}

/** @param subject what `data` is about; '' for the account itself */
function collect(
  data: Raw,
  subject: '' | 'person' | 'place',
  depth: number,
  facts: Map<string, string>,
): void {
  const members = Object.entries(data).slice(0, MAX_MEMBERS);
  const inner: (readonly ['person' | 'place', Raw])[] = [];
  for (const [name, value] of members) {
    const key = plain(name);
    const isGeneric = GENERIC.test(key);
    if (typeof value === 'string') {
      const fact = isGeneric && subject ? `${subject}name` : key;
      const isTelling = isGeneric || subject !== 'place';
      if (isTelling && value.trim() && !facts.has(fact)) facts.set(fact, value.trim());
    } else if (isRaw(value) && depth < MAX_DEPTH) {
      if (PERSON.test(key)) inner.push(['person', value]);
      else if (IS_PLACE.test(key)) inner.push(['place', value]);
    }
  }
  // What is said of the account itself takes precedence.
  for (const [about, object] of inner) collect(object, about, depth + 1, facts);
}

function find(facts: ReadonlyMap<string, string>, key: RegExp): string | undefined {
  for (const [name, fact] of facts) if (key.test(name)) return fact;
  return undefined;
}

/** `user_name`, `user-name` and `userName` are one key. */
const plain = (key: string): string =>
  key
    .slice(0, 64)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** Of an address people know the host. */
const withoutScheme = (label: string): string =>
  /^https?:\/\/([^/?#\s]+)/i.exec(label)?.[1] ?? label;
