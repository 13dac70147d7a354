import type {IntegrationFixture, ProviderAccount} from './fixtures/fixture.js';

/** A person, or a mailbox, who can be signed in at the pretended providers. */
export interface Identity {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly initials: string;
  readonly organisation: string;
}

const ADA: Identity = {
  id: 'ada',
  name: 'Ada Moreno',
  email: 'ada.moreno@northwind.example',
  initials: 'AM',
  organisation: 'Northwind',
};

export const IDENTITIES: readonly Identity[] = [
  ADA,
  {
    id: 'bilal',
    name: 'Bilal Okafor',
    email: 'bilal@okafor-design.example',
    initials: 'BO',
    organisation: 'Okafor Design',
  },
  {
    id: 'operations',
    name: 'Operations team',
    email: 'ops@northwind.example',
    initials: 'OT',
    organisation: 'Northwind',
  },
];

/** The identity that was chosen; the first if none was. */
export function identityOf(id: unknown): Identity {
  return IDENTITIES.find((identity) => identity.id === id) ?? ADA;
}

export function identityAccount(
  {id, name, email, organisation}: Identity,
  {type}: IntegrationFixture,
  scopes: readonly string[],
): ProviderAccount {
  return {
    providerId: `${type}:${id}`,
    providerData: {name, email, organisation, scope: scopes.join(' ')},
  };
}
