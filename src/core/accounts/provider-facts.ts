import type {AccountData} from './connected-account.js';
import {isRaw, type Raw} from '../util/read-answer.js';

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
  /^(team|workspace|organi[sz]ation|org|company|account|tenant|site|shop|store|hub|portal|guild|instance|enterprise)$/;
/** Members that say nothing without the object that they are in. */
const GENERIC = /^(name|displayname|title)$/;

/** Keys as {@link plain} makes them, the most telling first. */
const KEYS = {
  username: 'username login handle screenname preferredusername',
  emailAddress:
    'email emailaddress useremail mail primaryemail loginemail accountemail owneremail userprincipalname',
  firstName: 'firstname givenname',
  lastName: 'lastname familyname surname',
  imageUrl:
    'imageurl avatarurl picture pictureurl avatar photourl photo profileimageurl profilepicture image image192 image72 workspaceicon teamicon iconurl logourl',
  label:
    'label workspacename teamname workspace placename accountname organizationname organisationname orgname organization organisation companyname company tenantname enterprisename sitename shopname shop storename portalname hubdomain guildname subdomain domain myshopifydomain instanceurl weburl siteurl storeurl baseurl displayname fullname realname personname name title',
} as const;

/** Finds what the provider says, whose answers have no common form: known keys are tried, however they are written. */
export function readProviderFacts(data: Raw): ProviderFacts {
  const facts = new Map<string, string>();
  collect(data, '', 1, facts);
  const pick = (keys: string): string => {
    const key = keys.split(' ').find((one) => facts.has(one));
    return (key && facts.get(key)) ?? '';
  };
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
      else if (PLACE.test(key)) inner.push(['place', value]);
    }
  }
  // What is said of the account itself takes precedence.
  for (const [about, object] of inner) collect(object, about, depth + 1, facts);
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
