import 'pg-elements/define';
import type {PgAccountList} from 'pg-elements';

const list = document.querySelector<PgAccountList>('#clerk-accounts');
if (list) {
  list.accounts = [
    account('Google', 'ada@northwind.example', 'verified'),
    account('GitHub', 'ada-moreno', 'expired'),
  ];
}

/** What one of Clerk's `externalAccounts` has, as far as the list reads it. */
function account(title: string, username: string, status: string) {
  const provider = title.toLowerCase();
  return {
    id: `eac_${provider}`,
    provider,
    providerTitle: () => `${title} Account`,
    username,
    firstName: 'Ada',
    lastName: 'Moreno',
    approvedScopes: 'email profile',
    verification: {status},
    reauthorize: () => Promise.reject(new Error('Clerk would lead to the provider now.')),
    destroy: () => Promise.resolve(),
  };
}
