import type {ConnectSdk} from '../sdk.js';

/** A token of nobody that ended in 1970; nothing in it is a secret. */
const EXPIRED_TOKEN = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJub2JvZHkiLCJleHAiOjF9.';

/**
 * Signs the user out of the SDK and out of the storage it keeps them in. Its facade has no way to, but for one: it signs out
 * whoever is there when it is given a token that has expired, before it asks the backend anything.
 */
export function signOutOf(sdk: ConnectSdk): void {
  if (sdk.logout) sdk.logout();
  else sdk.authenticate('signed-out', EXPIRED_TOKEN).catch(() => undefined);
}
