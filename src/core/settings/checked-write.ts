import {PgError} from '../errors.js';
import {toPgError} from '../parse-error.js';
import type {ConnectSession} from '../session/session.js';

/** How long a save may take until it counts as failed; the SDK itself waits for ever. Milliseconds. */
const TIMEOUT = 30_000;
/** How long a save waits for the account to be read again before it. Milliseconds. */
const READ_TIMEOUT = 10_000;
/** How long the SDK's copy of an account counts as that of the backend. Milliseconds. */
const FRESH_FOR = 2_000;

/** What is known of the SDK's copies of accounts. */
interface Copies {
  /** Accounts whose copy may not be that of the backend. */
  readonly doubted: Set<string>;
  /** When the copy of an account last was that of the backend; in milliseconds. */
  readonly knownAt: Map<string, number>;
  /** Ends the waits of saves that read first. */
  readonly waits: Set<() => void>;
  /** When the page was last about to end; in milliseconds. */
  hurriedAt: number;
}

const copies = new WeakMap<ConnectSession, Copies>();

/**
 * Writes to an account when all writes before have ended, with an answer in time or a failure that says so. After a write whose
 * end is unknown it reads the account again first: else the next one would undo what that one did.
 * @throws {PgError}
 */
export function writeAfterCheck<T>(
  session: ConnectSession,
  credentialId: string,
  call: () => Promise<T>,
): Promise<T> {
  return write(session, credentialId, call, () =>
    copiesOf(session).doubted.has(credentialId)
      ? readAgain(session, credentialId)
      : Promise.resolve(),
  );
}

/**
 * As {@link writeAfterCheck}, for settings: the SDK saves them by changing its own copy and sending all of it, so what another tab
 * or device has saved since that was read would be lost. It is read again first. What is saved elsewhere between that and the
 * write is still lost: the service takes whole configurations only, and has nothing to tell an old one by.
 * @throws {PgError}
 */
export function rewriteAfterCheck<T>(
  session: ConnectSession,
  credentialId: string,
  call: () => Promise<T>,
): Promise<T> {
  return write(session, credentialId, call, async () => {
    const {doubted, knownAt, hurriedAt} = copiesOf(session);
    const isCertain = !doubted.has(credentialId);
    const age =
      session.environment.now() - Math.max(knownAt.get(credentialId) ?? -Infinity, hurriedAt);
    // A clock that was set back makes an age negative.
    if (isCertain && age >= 0 && age < FRESH_FOR) return;
    try {
      const reading = readAgain(session, credentialId);
      await (isCertain ? unlessHurried(session, reading) : reading);
    } catch (error) {
      // Who cannot read may still write. Only where that would undo something for sure it must not.
      if (!isCertain) throw error;
    }
  });
}

/**
 * The page may be about to end: saves go on without reading first, those that wait for it too. A request that begins later would
 * never be sent, and what was typed counts more than what might be elsewhere.
 */
export function skipChecks(session: ConnectSession): void {
  const known = copiesOf(session);
  known.hurriedAt = session.environment.now();
  for (const end of [...known.waits]) end();
}

function unlessHurried(session: ConnectSession, work: Promise<void>): Promise<void> {
  const {waits} = copiesOf(session);
  return new Promise((resolve, reject) => {
    waits.add(resolve);
    work.then(resolve, reject).finally(() => waits.delete(resolve));
  });
}

function write<T>(
  session: ConnectSession,
  credentialId: string,
  call: () => Promise<T>,
  prepare: () => Promise<void>,
): Promise<T> {
  const generation = session.generation;
  return session.perform(credentialId, async () => {
    await prepare();
    const answer = call();
    try {
      const value = await inTime(session, answer, TIMEOUT, () => {
        if (session.generation !== generation) return;
        // The SDK has just put the account back to what it was then.
        markUncertain(session, credentialId);
        session
          .perform(credentialId, () => readAgain(session, credentialId))
          .catch(() => undefined);
      });
      copiesOf(session).knownAt.set(credentialId, session.environment.now());
      return value;
    } catch (error) {
      if (isOpen(error)) markUncertain(session, credentialId);
      throw error;
    }
  });
}

function copiesOf(session: ConnectSession): Copies {
  let known = copies.get(session);
  if (!known) copies.set(session, (known = noCopies()));
  return known;
}

function noCopies(): Copies {
  return {doubted: new Set(), knownAt: new Map(), waits: new Set(), hurriedAt: -Infinity};
}

function markUncertain(session: ConnectSession, credentialId: string): void {
  copiesOf(session).doubted.add(credentialId);
}

async function readAgain(session: ConnectSession, credentialId: string): Promise<void> {
  const {doubted, knownAt} = copiesOf(session);
  await inTime(session, session.readAccounts(), READ_TIMEOUT);
  doubted.delete(credentialId);
  knownAt.set(credentialId, session.environment.now());
}

/** @param onLate called if the answer comes after all */
function inTime<T>(
  session: ConnectSession,
  answer: Promise<T>,
  timeout: number,
  onLate: () => void = () => undefined,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let isLate = false;
    const stop = session.environment.after(timeout, () => {
      isLate = true;
      reject(new PgError('network', `No answer within ${timeout} ms.`));
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
