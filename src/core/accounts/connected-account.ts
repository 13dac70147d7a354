import {PgError} from '../errors.js';
import type {SdkConfiguration, SdkCredential} from '../sdk.js';

/** Whether an account works: `pending` ones were begun and never finished. */
export type AccountStatus = 'valid' | 'invalid' | 'pending';

/** Proof that the account belongs to the person, in the words of the external-account model. */
export interface AccountVerification {
  readonly status: 'verified' | 'unverified' | 'failed';
  /** Where to send the person to verify the account again, for sources that work by redirection. */
  readonly externalVerificationRedirectURL: URL | null;
}

/** What a {@link ConnectedAccount} can have done to it; the session supplies it. */
export interface AccountActions {
  reauthorize(account: ConnectedAccount, options: ReauthorizeOptions): Promise<ConnectedAccount>;
  destroy(account: ConnectedAccount): Promise<void>;
}

/** Options of {@link ConnectedAccount.reauthorize}. */
export interface ReauthorizeOptions {
  /** Scopes to ask for beyond those the account already has. */
  readonly additionalScopes?: readonly string[];
  /** Where the provider sends the person afterwards. */
  readonly redirectUrl?: string;
}

/**
 * A connected account: the external-account model over a credential of the SDK. Immutable; a change makes a new object.
 * All strings come from the provider: render them as text.
 */
export class ConnectedAccount {
  /** Id of the credential. */
  readonly id: string;
  /** The integration's type, for example `slack`. */
  readonly integration: string;
  /** The integration's display name, for example `Slack`. */
  readonly providerName: string;
  readonly status: AccountStatus;
  /** The host's own identifier, given when the account was connected. */
  readonly externalId: string | null;
  readonly providerUserId: string;
  readonly username: string | null;
  readonly emailAddress: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly imageUrl: string;
  /** Workspace, team, site or shop name. */
  readonly label: string | null;
  readonly approvedScopes: readonly string[];
  readonly publicMetadata: Readonly<Record<string, unknown>>;
  /** When the provider's access was last renewed. */
  readonly refreshedAt: Date | null;
  readonly configurations: readonly SdkConfiguration[];
  readonly #actions: AccountActions | undefined;

  constructor(
    credential: SdkCredential,
    integration: {readonly type: string; readonly name: string},
    actions?: AccountActions,
  ) {
    const data = credential.providerData ?? {};
    this.id = credential.id;
    this.integration = integration.type;
    this.providerName = integration.name;
    this.status = statusOf(credential.status);
    this.externalId = credential.externalId ?? null;
    this.providerUserId = credential.providerId ?? '';
    this.username = pick(data, ['username', 'login', 'handle', 'userName', 'screen_name']) ?? null;
    this.emailAddress = pick(data, ['email', 'emailAddress', 'userEmail', 'mail']) ?? '';
    this.firstName = pick(data, ['firstName', 'first_name', 'given_name']) ?? '';
    this.lastName = pick(data, ['lastName', 'last_name', 'family_name']) ?? '';
    this.imageUrl = pick(data, ['imageUrl', 'avatarUrl', 'avatar_url', 'picture']) ?? '';
    this.label = pick(data, LABEL_KEYS) ?? null;
    this.approvedScopes = Object.freeze(scopesOf(data));
    this.publicMetadata = Object.freeze({...data});
    this.refreshedAt = dateOf(credential.dateRefreshed);
    this.configurations = credential.configurations ?? [];
    this.#actions = actions;
    Object.freeze(this);
  }

  /** Id of the identification: an SDK credential is its own. */
  get identificationId(): string {
    return this.id;
  }

  /** The provider, for example `slack`. */
  get provider(): string {
    return this.integration;
  }

  get verification(): AccountVerification {
    const status =
      this.status === 'valid' ? 'verified' : this.status === 'invalid' ? 'failed' : 'unverified';
    return {status, externalVerificationRedirectURL: null};
  }

  /** The configuration that counts unless another is chosen. */
  get defaultConfiguration(): SdkConfiguration | undefined {
    return this.configurations.find(({isDefault}) => isDefault);
  }

  providerSlug(): string {
    return this.integration;
  }

  /** For example "Google Account". */
  providerTitle(): string {
    return `${this.providerName} Account`;
  }

  /**
   * What tells this account from others of the same provider: username, else email, else label, else the person's name,
   * else the provider's id or a short form of our own. Never a bare UUID.
   */
  accountIdentifier(): string {
    const name = `${this.firstName} ${this.lastName}`.trim();
    const known = this.username ?? (this.emailAddress || this.label || name || this.externalId);
    if (known) return known;
    const id = this.providerUserId || this.id;
    return UUID.test(id) ? `#${id.slice(0, 8)}` : id;
  }

  /**
   * Signs this account in again; the credential, its settings and workflows stay.
   * @throws {PgError} `bad-input` for an account that no session owns, else the codes of an install run
   */
  async reauthorize(options: ReauthorizeOptions = {}): Promise<ConnectedAccount> {
    return this.#owner().reauthorize(this, options);
  }

  /**
   * Disconnects this account for good, with its settings and workflows. Ask the person first.
   * @throws {PgError} `bad-input` for an account that no session owns, `account-not-found`, `signed-out`, `network`, `unknown`
   */
  async destroy(): Promise<void> {
    return this.#owner().destroy(this);
  }

  #owner(): AccountActions {
    if (!this.#actions) throw new PgError('bad-input', 'This account belongs to no session.');
    return this.#actions;
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const LABEL_KEYS = [
  'workspaceName',
  'teamName',
  'team_name',
  'workspace',
  'accountName',
  'organizationName',
  'siteName',
  'shopName',
  'shop',
  'domain',
  'instanceUrl',
  'displayName',
  'name',
  'title',
] as const;

function statusOf(status: string): AccountStatus {
  if (status === 'VALID') return 'valid';
  return status === 'PENDING' ? 'pending' : 'invalid';
}

function pick(
  data: Readonly<Record<string, unknown>>,
  keys: readonly string[],
): string | undefined {
  for (const key of keys) {
    const value = Object.hasOwn(data, key) ? data[key] : undefined;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return undefined;
}

function scopesOf(data: Readonly<Record<string, unknown>>): string[] {
  for (const key of ['scope', 'scopes', 'approvedScopes']) {
    const value = Object.hasOwn(data, key) ? data[key] : undefined;
    const texts = [value].flat().filter((scope) => typeof scope === 'string');
    const scopes = texts.flatMap((text) => text.split(/[\s,]+/)).filter(Boolean);
    if (scopes.length > 0) return scopes;
  }
  return [];
}

function dateOf(value: unknown): Date | null {
  if (typeof value !== 'string' && typeof value !== 'number' && !(value instanceof Date))
    return null;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date;
}
