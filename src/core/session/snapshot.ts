import {externalIdIn} from '../accounts/configurations.js';
import type {ConnectedAccount} from '../accounts/connected-account.js';
import {PgError} from '../errors.js';
import type {SdkUser} from '../sdk.js';
import {notify} from '../util/notify.js';

/**
 * Where a session stands. A refresh of `ready` data stays `ready`. The others have no data, but for a user who could not be signed in
 * again: theirs is kept, with `signed-out` and while that is tried, until they are back or another one is.
 */
export type SessionStatus = 'loading' | 'ready' | 'signed-out' | 'error';

/** One word for an integration: `attention` wants a reconnection, `pending` was begun and never finished. */
export type IntegrationStatus = 'available' | 'connected' | 'attention' | 'pending';

/** An integration with the user's accounts. */
export interface Integration {
  readonly type: string;
  readonly name: string;
  /** Unchecked URL. */
  readonly icon: string;
  /** Unchecked CSS colour. */
  readonly brandColor: string;
  readonly status: IntegrationStatus;
  readonly accounts: readonly ConnectedAccount[];
}

/** All that a session knows at one moment. Frozen; parts that did not change keep their identity. */
export interface SessionSnapshot {
  readonly status: SessionStatus;
  /** Why `status` is `error` or `signed-out`, or what the last refresh of `ready` data failed with. */
  readonly error: PgError | undefined;
  readonly userId: string | undefined;
  readonly integrations: readonly Integration[];
}

/** A snapshot without data. */
export function emptySnapshot(status: SessionStatus, error?: PgError): SessionSnapshot {
  return Object.freeze({status, error, userId: undefined, integrations: NONE});
}

const NONE: readonly Integration[] = Object.freeze([]);

/** The SDK's user, once there is one. */
export type SignedInUser = Extract<SdkUser, {authenticated: true}>;

/** Told after every change, with the snapshot before. */
export type SessionListener = (snapshot: SessionSnapshot, previous: SessionSnapshot) => void;

/** An account, and the integration it belongs to. */
export interface FoundAccount {
  readonly integration: Integration;
  readonly account: ConnectedAccount;
}

/** The snapshot of today, what can be looked up in it, and those who are told when it changes. */
export class SnapshotStore {
  readonly #listeners = new Set<SessionListener>();
  #current = emptySnapshot('loading');
  #byType: ReadonlyMap<string, Integration> = new Map();

  get current(): SessionSnapshot {
    return this.#current;
  }

  /** How many are told. */
  get audience(): number {
    return this.#listeners.size;
  }

  add(listener: SessionListener): void {
    this.#listeners.add(listener);
  }

  remove(listener: SessionListener): void {
    this.#listeners.delete(listener);
  }

  integration(type: string): Integration | undefined {
    return this.#byType.get(type);
  }

  find(credentialId: string): FoundAccount | undefined {
    for (const integration of this.#current.integrations) {
      const account = integration.accounts.find(({id}) => id === credentialId);
      if (account) return {integration, account};
    }
    return undefined;
  }

  /**
   * The account of this credential id, else of this external id, which is unique in one integration only.
   * @throws {PgError} `bad-input` if several could be meant
   */
  resolve(reference: string, integration?: string): ConnectedAccount | undefined {
    const accounts =
      integration === undefined
        ? this.#current.integrations.flatMap((entry) => entry.accounts)
        : (this.integration(integration)?.accounts ?? []);
    const named = accounts.find(({id}) => id === reference);
    if (named) return named;
    const externalId = externalIdIn(reference);
    const [first, second] = accounts.filter((account) => account.externalId === externalId);
    if (second) throw new PgError('bad-input', `Several accounts have the id "${externalId}".`);
    return first;
  }

  /** @throws {PgError} `account-not-found` */
  findOrThrow(credentialId: string): FoundAccount {
    const found = this.find(credentialId);
    if (!found) throw new PgError('account-not-found', `No account ${credentialId} is connected.`);
    return found;
  }

  /** Tells everybody of something that is not in the snapshot. */
  announce(): void {
    notify(this.#listeners, this.#current, this.#current);
  }

  /** A user is on the way; why the one that there is has to come back stays said meanwhile. */
  await(): void {
    const {current} = this;
    this.set(
      current.integrations.length > 0 ? {...current, status: 'loading'} : emptySnapshot('loading'),
    );
  }

  set(next: SessionSnapshot): void {
    const previous = this.#current;
    if (
      previous.status === next.status &&
      previous.error === next.error &&
      previous.userId === next.userId &&
      previous.integrations === next.integrations
    ) {
      return;
    }
    this.#current = Object.freeze(next);
    if (previous.integrations !== next.integrations) {
      this.#byType = new Map(
        next.integrations.map((integration) => [integration.type, integration]),
      );
    }
    notify(this.#listeners, next, previous);
  }
}
