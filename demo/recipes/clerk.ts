import type {Clerk} from '@clerk/clerk-js';
import type {PgAccountList} from 'pg-elements';

/** Shows the accounts that the user has connected at Clerk, as they change. Returns what ends it. */
export function showClerkAccounts(list: PgAccountList, clerk: Clerk): () => void {
  return clerk.addListener(({user}) => {
    // Null while Clerk loads: the list keeps their room.
    list.accounts = user?.externalAccounts ?? null;
  });
}
