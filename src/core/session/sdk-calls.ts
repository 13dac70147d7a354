import {PgError, type PgErrorCode} from '../errors.js';
import {toPgError} from '../answers.js';
import {readBackend} from './sdk-link.js';
import type {SdkReader} from './sdk-reader.js';
import type {SessionCalls, SessionState} from './ports.js';
import type {SignInAttempts} from './sign-in-attempts.js';

/**
 * The SDK waits for ever. How long a refresh may take, a write with all that it does, and what a provider or a workflow is asked,
 * until they count as failed. Milliseconds.
 */
const REFRESH_LIMIT = 15_000;
const WRITE_LIMIT = 14_000;
const CALL_LIMIT = 60_000;

/** How long a write waits for a refresh to end. Milliseconds. */
const REFRESH_PATIENCE = 5_000;

/** Many lists can fail at a time, for one reason. Milliseconds. */
const LOOK_EVERY = 2_000;

/** What a call for an account that does not work may fail with: the SDK drops the status of most answers. */
const REFUSALS: ReadonlySet<PgErrorCode> = new Set([
  'account-not-found',
  'account-not-valid',
  'refused',
  'unknown',
]);

type Session = Pick<SessionCalls, 'environment' | 'sdk' | 'generation' | 'reread' | 'verifyUser'> &
  Pick<SessionState, 'snapshot'>;

/** Calls the backend through the SDK: writes in order, refreshes beside none of them, and both past an expired session. */
export class SdkCalls {
  readonly #session: Session;
  readonly #reader: SdkReader;
  readonly #signIn: SignInAttempts | undefined;
  readonly #writes = new WriteQueue();
  #writesEnded = 0;
  #asked = 0;
  /** How many calls have no answer yet. */
  #open = 0;
  #lookedAt = -LOOK_EVERY;
  #refreshedAt: number;
  #refreshing: Promise<void> | undefined;

  /** @param signIn missing where the host signs the user in */
  constructor(session: Session, reader: SdkReader, signIn: SignInAttempts | undefined) {
    this.#session = session;
    this.#reader = reader;
    this.#signIn = signIn;
    this.#refreshedAt = session.environment.now();
  }

  /** When the backend was last asked for everything. Milliseconds since 1970. */
  get refreshedAt(): number {
    return this.#refreshedAt;
  }

  refresh(): Promise<void> {
    this.#asked += 1;
    if (this.#refreshing) return this.#refreshing;
    const {generation} = this.#session;
    const isTheirs = (): boolean => generation === this.#session.generation;
    const onFailed = (problem: PgError): void => {
      if (isTheirs()) this.#reader.onRefreshFailed(problem);
    };
    const refreshing = this.#inTime(
      this.#refresh(isTheirs, onFailed),
      REFRESH_LIMIT,
      onFailed,
    ).finally(() => {
      if (this.#refreshing === refreshing) this.#refreshing = undefined;
    });
    return (this.#refreshing = refreshing);
  }

  /** Asks the backend again, and believes nothing that the SDK holds before: it may be mixed with what is somebody else's. */
  readAnew(): void {
    this.#reader.distrust();
    this.refresh().catch(() => undefined);
  }

  /**
   * The user has gone: who comes waits for nothing of theirs.
   * @returns whether something of theirs is still under way
   */
  leave(): boolean {
    this.#refreshing = undefined;
    return this.#open > 0;
  }

  /** @param generation of the user for whom the call is: it is not made for another */
  perform<T>(key: string, generation: number, call: () => Promise<T>): Promise<T> {
    const done = this.#writes.run(key, async () => {
      try {
        return await this.#inTime(this.#write(generation, call), WRITE_LIMIT);
      } finally {
        this.#writesEnded += 1;
        this.#session.reread();
      }
    });
    done.catch((error: unknown) => void this.onRefused(toPgError(error)));
    return done;
  }

  /**
   * No event tells of an account that was revoked or removed elsewhere: looks, if a failure may be due to that. Resolves when a look
   * that is under way has ended.
   */
  async onRefused({code}: PgError): Promise<void> {
    const {environment, snapshot} = this.#session;
    if (!REFUSALS.has(code) || snapshot.status !== 'ready') return;
    const isDue = environment.now() - this.#lookedAt >= LOOK_EVERY;
    if (isDue) this.#lookedAt = environment.now();
    await (isDue ? this.refresh() : this.#refreshing)?.catch(() => undefined);
  }

  async call<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await this.#inTime(this.#callSignedIn(call), CALL_LIMIT);
    } catch (error) {
      this.#session.reread();
      void this.onRefused(toPgError(error));
      throw error;
    }
  }

  async #write<T>(generation: number, call: () => Promise<T>): Promise<T> {
    if (this.#refreshing) await this.#refreshEnd(this.#refreshing);
    if (generation !== this.#session.generation) throw userChanged();
    return this.#callSignedIn(call);
  }

  /** What comes late is looked at then. */
  #inTime<T>(
    work: Promise<T>,
    limit: number,
    onOverdue: (problem: PgError) => void = () => undefined,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      let isLate = false;
      const stop = this.#session.environment.after(limit, () => {
        isLate = true;
        const problem = new PgError('network', `No answer within ${limit} ms.`);
        onOverdue(problem);
        this.#session.reread();
        reject(problem);
      });
      const onEnd = (): void => {
        stop();
        if (isLate) this.#session.reread();
      };
      work.finally(onEnd).then(resolve, reject);
    });
  }

  async #refresh(isTheirs: () => boolean, onFailed: (problem: PgError) => void): Promise<void> {
    try {
      // Whoever asks at the same time is answered by the same requests.
      await Promise.resolve();
      let before: number;
      do {
        // What is under way may be from before a write ended, or before whatever made somebody ask for it again.
        before = this.#writesEnded + this.#asked;
        await this.#callSignedIn(() => readBackend(this.#session.sdk));
      } while (isTheirs() && before !== this.#writesEnded + this.#asked);
      if (!isTheirs()) return;
      this.#reader.onRefreshed();
      this.#refreshedAt = this.#session.environment.now();
    } catch (error) {
      const problem = toPgError(error);
      onFailed(problem);
      throw problem;
    } finally {
      this.#session.reread();
    }
  }

  /** A write changes the SDK's own copy of an account, which a refresh replaces: not both at once. */
  #refreshEnd(refreshing: Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      const giveUp = this.#session.environment.after(REFRESH_PATIENCE, resolve);
      const onEnd = (): void => {
        giveUp();
        resolve();
      };
      refreshing.then(onEnd, onEnd);
    });
  }

  async #callSignedIn<T>(call: () => Promise<T>): Promise<T> {
    const generation = this.#session.generation;
    if (this.#signIn?.underWay) {
      // Meanwhile the SDK has a user without integrations, for whom every call would fail.
      await this.#signIn.underWay;
      if (generation !== this.#session.generation)
        throw this.#session.snapshot.error ?? userChanged();
    }
    if (!this.#session.verifyUser()) throw userChanged();
    try {
      return await this.#ask(call);
    } catch (error) {
      const problem = toPgError(error);
      if (!this.#signIn || !this.#isSessionLost(problem)) throw problem;
      // A 401 made the SDK forget its user, so the backend has refused the call and it is safe to repeat.
      await this.#signIn.run(this.#session.sdk);
      if (this.#session.snapshot.status !== 'ready' || !this.#session.sdk.getUser().authenticated)
        throw this.#session.snapshot.error ?? problem;
      if (generation !== this.#session.generation) throw userChanged();
    }
    try {
      return await this.#ask(call);
    } catch (error) {
      throw toPgError(error);
    }
  }

  /** The SDK gives an answer to whoever its user is by then. */
  async #ask<T>(call: () => Promise<T>): Promise<T> {
    const {generation} = this.#session;
    this.#open += 1;
    try {
      return await call();
    } finally {
      this.#open -= 1;
      if (generation !== this.#session.generation) this.readAnew();
    }
  }

  #isSessionLost({code}: PgError): boolean {
    // A sign-in that another call has begun makes the SDK look signed in already.
    if (this.#signIn?.underWay && code === 'signed-out') return true;
    return !this.#session.sdk.getUser().authenticated;
  }
}

const userChanged = (): PgError => new PgError('aborted', 'The user changed.');

/**
 * Runs tasks of the same key one after the other, and tasks of different keys side by side. The SDK's saves read, change
 * and write a whole configuration: two at once would lose one.
 */
export class WriteQueue {
  readonly #tails = new Map<string, Promise<unknown>>();

  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const result = before.then(task);
    // A failed task must not stop those behind it; its caller has the rejection.
    const tail = result.then(
      () => undefined,
      () => undefined,
    );
    this.#tails.set(key, tail);
    void tail.then(() => {
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    });
    return result;
  }
}
