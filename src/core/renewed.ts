import {PgError} from './errors.js';
import type {SessionCalls} from './session/ports.js';

/**
 * Signs in again, if a call that was made outside of the session was refused because that had expired. Resolves with whether the call is
 * to be repeated; never rejects.
 */
export async function renewed(session: Pick<SessionCalls, 'call' | 'sdk'>): Promise<boolean> {
  const isSignedIn = (): boolean => session.sdk.getUser().authenticated;
  if (isSignedIn()) return false;
  const check = (): Promise<boolean> =>
    isSignedIn()
      ? Promise.resolve(true)
      : Promise.reject(new PgError('signed-out', 'No user is signed in.'));
  return session.call(check).catch(() => false);
}
