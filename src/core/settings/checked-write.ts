import {PgError} from '../errors.js';
import {toPgError} from '../answers.js';
import type {SdkSelection} from '../sdk.js';
import type {SessionCalls} from '../session/ports.js';

/** How long a save may take until it counts as failed; the SDK itself waits for ever. Milliseconds. */
const TIMEOUT = 10_000;
/** How long a save waits for the account to be read again before it. Milliseconds. */
const READ_TIMEOUT = 4_000;
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

const copies = new WeakMap<SessionCalls, Copies>();

/**
 * Writes to an account when all writes before have ended, with an answer in time or a failure that says so. After a write whose
 * end is unknown it reads the account again first: else the next one would undo what that one did.
 * @throws {PgError}
 */
export function writeAfterCheck<T>(
  calls: SessionCalls,
  credentialId: string,
  call: () => Promise<T>,
): Promise<T> {
  return write(calls, credentialId, call, () =>
    copiesOf(calls).doubted.has(credentialId) ? readAgain(calls, credentialId) : Promise.resolve(),
  );
}

/**
 * As {@link writeAfterCheck}, for settings: the SDK saves them by changing its own copy and sending all of it, so what another tab
 * or device has saved since that was read would be lost. It is read again first. What is saved elsewhere between that and the
 * write is still lost: the service takes whole configurations only, and has nothing to tell an old one by.
 * @throws {PgError}
 */
export function rewriteAfterCheck<T>(
  calls: SessionCalls,
  credentialId: string,
  call: () => Promise<T>,
): Promise<T> {
  return write(calls, credentialId, call, async () => {
    const {doubted, knownAt, hurriedAt} = copiesOf(calls);
    const isCertain = !doubted.has(credentialId);
    const age =
      calls.environment.now() - Math.max(knownAt.get(credentialId) ?? -Infinity, hurriedAt);
    // A clock that was set back makes an age negative.
    if (isCertain && age >= 0 && age < FRESH_FOR) return;
    try {
      const reading = readAgain(calls, credentialId);
      await (isCertain ? unlessHurried(calls, reading) : reading);
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
export function skipChecks(calls: SessionCalls): void {
  const known = copiesOf(calls);
  known.hurriedAt = calls.environment.now();
  for (const end of [...known.waits]) end();
}

function unlessHurried(calls: SessionCalls, work: Promise<void>): Promise<void> {
  const {waits} = copiesOf(calls);
  return new Promise((resolve, reject) => {
    waits.add(resolve);
    work.then(resolve, reject).finally(() => waits.delete(resolve));
  });
}

function write<T>(
  calls: SessionCalls,
  credentialId: string,
  call: () => Promise<T>,
  prepare: () => Promise<void>,
): Promise<T> {
  const generation = calls.generation;
  return calls.perform(credentialId, async () => {
    await prepare();
    const answer = call();
    try {
      const value = await inTime(calls, answer, TIMEOUT, () => {
        if (calls.generation !== generation) {
          calls.readAnew();
          return;
        }
        // The SDK has just put the account back to what it was then.
        markUncertain(calls, credentialId);
        calls.perform(credentialId, () => readAgain(calls, credentialId)).catch(() => undefined);
      });
      copiesOf(calls).knownAt.set(credentialId, calls.environment.now());
      return value;
    } catch (error) {
      if (isOpen(error)) markUncertain(calls, credentialId);
      throw error;
    }
  });
}

function copiesOf(calls: SessionCalls): Copies {
  let known = copies.get(calls);
  if (!known) copies.set(calls, (known = noCopies()));
  return known;
}

function noCopies(): Copies {
  return {doubted: new Set(), knownAt: new Map(), waits: new Set(), hurriedAt: -Infinity};
}

function markUncertain(calls: SessionCalls, credentialId: string): void {
  copiesOf(calls).doubted.add(credentialId);
}

async function readAgain(calls: SessionCalls, credentialId: string): Promise<void> {
  const {doubted, knownAt} = copiesOf(calls);
  await inTime(calls, calls.readAccounts(), READ_TIMEOUT);
  doubted.delete(credentialId);
  knownAt.set(credentialId, calls.environment.now());
}

/** @param onLate called if the answer comes after all */
function inTime<T>(
  calls: SessionCalls,
  answer: Promise<T>,
  timeout: number,
  onLate: () => void = () => undefined,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let isLate = false;
    const stop = calls.environment.after(timeout, () => {
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

/**
 * Switches workflows on and off, by id. The SDK's own call never rejects: as an exception a failure is seen by the session too, which
 * signs in again if that is why.
 */
export async function switchWorkflows(
  calls: SessionCalls,
  enabled: Readonly<Record<string, boolean>>,
  selection: SdkSelection,
): Promise<void> {
  const {errors} = await calls.sdk.updateWorkflowState(enabled, selection);
  if (errors[0]) throw new Error(errors[0].message);
}
