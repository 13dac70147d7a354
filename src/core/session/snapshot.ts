import type {AccountActions, ConnectedAccount} from '../accounts/connected-account.js';
import {credentialAccount} from '../accounts/credential-account.js';
import {keepSame, sameContent} from '../util/equal.js';
import type {PgError} from '../errors.js';
import type {SdkCredential, SdkIntegrationMetadata, SdkUser} from '../sdk.js';

/** Where a session stands. `loading` has no data yet; a refresh of `ready` data stays `ready`. */
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
  /** Why `status` is `error`, or what the last refresh of `ready` data failed with. */
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

interface KnownAccount {
  readonly raw: SdkCredential;
  readonly account: ConnectedAccount;
}

/** Builds snapshots, keeping what did not change reference-equal with the snapshot before. */
export class SnapshotBuilder {
  readonly #actions: AccountActions;
  #integrations = new Map<string, Integration>();
  #credentials = new Map<string, KnownAccount>();

  constructor(actions: AccountActions) {
    this.#actions = actions;
  }

  /** Forgets everything of the user before. */
  reset(): void {
    this.#integrations = new Map();
    this.#credentials = new Map();
  }

  build(
    user: SignedInUser,
    metadata: readonly SdkIntegrationMetadata[],
    previous: SessionSnapshot,
    error: PgError | undefined,
  ): SessionSnapshot {
    const credentials = new Map<string, KnownAccount>();
    const integrations = new Map<string, Integration>();
    for (const entry of metadata) {
      // The SDK keeps the metadata of removed integrations: only what the user's state names exists.
      if (!Object.hasOwn(user.integrations, entry.type)) continue;
      const raw = user.integrations[entry.type]?.allCredentials ?? [];
      const accounts = raw.map((credential) => this.#account(credential, entry, credentials));
      integrations.set(entry.type, this.#integration(entry, accounts));
    }
    this.#credentials = credentials;
    this.#integrations = integrations;
    return Object.freeze({
      status: 'ready',
      error,
      userId: user.userId,
      integrations: keepSame(previous.integrations, [...integrations.values()]),
    });
  }

  #account(
    raw: SdkCredential,
    integration: SdkIntegrationMetadata,
    into: Map<string, KnownAccount>,
  ): ConnectedAccount {
    const known = this.#credentials.get(raw.id);
    const entry =
      known?.account.providerName === integration.name && sameContent(known.raw, raw)
        ? known
        : {raw, account: credentialAccount(raw, integration, this.#actions)};
    into.set(raw.id, entry);
    if (entry.account.status !== 'valid') this.#actions.prepare?.();
    return entry.account;
  }

  #integration(entry: SdkIntegrationMetadata, list: ConnectedAccount[]): Integration {
    const before = this.#integrations.get(entry.type);
    const accounts = keepSame(before?.accounts, list);
    if (
      before?.accounts === accounts &&
      before.name === entry.name &&
      before.icon === entry.icon &&
      before.brandColor === entry.brandColor
    ) {
      return before;
    }
    const {type, name, icon, brandColor} = entry;
    return Object.freeze({type, name, icon, brandColor, status: statusOf(accounts), accounts});
  }
}

function statusOf(accounts: readonly ConnectedAccount[]): IntegrationStatus {
  if (accounts.length === 0) return 'available';
  if (accounts.some(({status}) => status === 'invalid')) return 'attention';
  return accounts.some(({status}) => status === 'valid') ? 'connected' : 'pending';
}
