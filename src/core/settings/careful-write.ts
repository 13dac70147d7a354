import {PgError} from '../errors.js';
import {toPgError} from '../parse-error.js';
import type {ConnectSession} from '../session/session.js';

/** How long a save may take until it counts as failed; the SDK itself waits for ever. Milliseconds. */
const TIMEOUT = 30_000;

/** Accounts by session whose state in the SDK may not be that of the backend. */
const doubts = new WeakMap<ConnectSession, Set<string>>();

/**
 * Writes to an account when all writes before have ended. The SDK saves by changing its own copy and sending all of it, so
 * after a write whose end is unknown it reads the account again first: else the next one would undo what that one did.
 * @throws {PgError}
 */
export function carefulWrite<T>(
  session: ConnectSession,
  credentialId: string,
  call: () => Promise<T>,
): Promise<T> {
  const generation = session.generation;
  return session.perform(credentialId, async () => {
    await readAgain(session, credentialId);
    const answer = call();
    try {
      return await inTime(session, answer, () => {
        if (session.generation !== generation) return;
        // The SDK has just put the account back to what it was then.
        doubt(session, credentialId);
        session
          .perform(credentialId, () => readAgain(session, credentialId))
          .catch(() => undefined);
      });
    } catch (error) {
      if (isOpen(error)) doubt(session, credentialId);
      throw error;
    }
  });
}

function doubt(session: ConnectSession, credentialId: string): void {
  const accounts = doubts.get(session) ?? new Set();
  doubts.set(session, accounts.add(credentialId));
}

async function readAgain(session: ConnectSession, credentialId: string): Promise<void> {
  const accounts = doubts.get(session);
  if (!accounts?.has(credentialId)) return;
  await session.refresh();
  accounts.delete(credentialId);
}

/** @param onLate called if the answer comes after all */
function inTime<T>(session: ConnectSession, answer: Promise<T>, onLate: () => void): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let isLate = false;
    const stop = session.page.after(TIMEOUT, () => {
      isLate = true;
      reject(new PgError('network', `No answer within ${TIMEOUT} ms.`));
    });
    const settle = (end: () => void): void => {
      stop();
      if (isLate) onLate();
      else end();
    };
    answer.then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(toPgError(error))),
    );
  });
}

/** Whether a write that failed so may have taken effect all the same. */
function isOpen(error: unknown): boolean {
  const {code} = toPgError(error);
  return code === 'network' || code === 'unknown';
}
