import {PgError} from '../errors.js';
import type {SdkConfiguration} from '../sdk.js';

/** Whether an account works: `pending` ones were begun and never finished. */
export type AccountStatus = 'valid' | 'invalid' | 'pending';

/** Proof that the account belongs to the person, in the words of the external-account model. */
export interface AccountVerification {
  readonly status: 'verified' | 'unverified' | 'failed' | 'expired' | 'transferable';
  /** Why it failed, in the words of the source: hostile text. */
  readonly error: {readonly code: string; readonly message: string} | null;
  /** Where to send the person to verify the account again, for sources that work by redirection. */
  readonly externalVerificationRedirectURL: URL | null;
}

/** What a {@link ConnectedAccount} can have done to it; its source supplies it. */
export interface AccountActions {
  /** An account may have to be signed in again: get ready to do it inside the click. */
  prepare?(): void;
  /** Called inside the person's click: it may open a window. */
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

/** All that is known of an account. Strings are the provider's: render them as text. */
export interface AccountData {
  /** Id of the credential. */
  readonly id: string;
  /** Id of the identification that the account belongs to; a credential of the SDK is its own. */
  readonly identificationId: string;
  /** The integration's type, for example `slack`. */
  readonly integration: string;
  /** The integration's display name, for example `Slack`. */
  readonly providerName: string;
  readonly status: AccountStatus;
  readonly verification: AccountVerification;
  /** The host's own identifier, given when the account was connected. */
  readonly externalId: string | null;
  readonly providerUserId: string;
  /** What the host calls the account, by `accountName`; takes precedence over all that the provider says. */
  readonly displayName?: string | null;
  /** What the host says of the account besides its name. */
  readonly displayDetail?: string | null;
  /** Unchecked address of the picture that the host has for the account. */
  readonly displayPicture?: string | null;
  readonly username: string | null;
  readonly emailAddress: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Unchecked address of the provider's picture. */
  readonly imageUrl: string;
  /** Tells accounts of one provider apart: workspace, team, site or shop name. */
  readonly label: string | null;
  readonly approvedScopes: readonly string[];
  readonly publicMetadata: Readonly<Record<string, unknown>>;
  /** When the account was connected. */
  readonly connectedAt: Date | null;
  /** When the provider's access was last renewed. */
  readonly refreshedAt: Date | null;
  /** When the provider's access ends, or has ended. */
  readonly validUntil: Date | null;
  readonly configurations: readonly SdkConfiguration[];
}

/**
 * A connected account: the external-account model over a credential of the SDK, or over an account of another source.
 * Immutable; a change makes a new object.
 */
export class ConnectedAccount implements AccountData {
  declare readonly id: string;
  declare readonly identificationId: string;
  declare readonly integration: string;
  declare readonly providerName: string;
  declare readonly status: AccountStatus;
  declare readonly verification: AccountVerification;
  declare readonly externalId: string | null;
  declare readonly providerUserId: string;
  declare readonly displayName: string | null;
  declare readonly displayDetail: string | null;
  declare readonly displayPicture: string | null;
  declare readonly username: string | null;
  declare readonly emailAddress: string;
  declare readonly firstName: string;
  declare readonly lastName: string;
  declare readonly imageUrl: string;
  declare readonly label: string | null;
  declare readonly approvedScopes: readonly string[];
  declare readonly publicMetadata: Readonly<Record<string, unknown>>;
  declare readonly connectedAt: Date | null;
  declare readonly refreshedAt: Date | null;
  declare readonly validUntil: Date | null;
  declare readonly configurations: readonly SdkConfiguration[];
  readonly #actions: AccountActions | undefined;

  constructor(data: AccountData, actions?: AccountActions) {
    Object.assign(this, data, {
      verification: Object.freeze({...data.verification}),
      displayName: data.displayName ?? null,
      displayDetail: data.displayDetail ?? null,
      displayPicture: data.displayPicture ?? null,
      approvedScopes: Object.freeze([...data.approvedScopes]),
      publicMetadata: Object.freeze({...data.publicMetadata}),
    });
    this.#actions = actions;
    Object.freeze(this);
  }

  /** The provider, for example `slack`. */
  get provider(): string {
    return this.integration;
  }

  /** The configuration that counts unless another is chosen. */
  get defaultConfiguration(): SdkConfiguration | undefined {
    return this.configurations.find(({isDefault}) => isDefault);
  }

  providerSlug(): string {
    return this.integration;
  }

  /** For example "Google Account". English: elements have words of their own for it. */
  providerTitle(): string {
    return `${this.providerName} Account`;
  }

  /**
   * What tells this account from others of the same provider: the host's name for it, else username, email, label, the person's name,
   * the host's identifier, else the provider's id or a short form of our own ({@link isNamed} is false then). Never a bare UUID.
   */
  accountIdentifier(): string {
    return this.#name ?? shortId(this.providerUserId || this.id);
  }

  /** Whether {@link accountIdentifier} is something that people know the account by, and no id. */
  get isNamed(): boolean {
    return this.#name !== undefined;
  }

  /**
   * Signs this account in again; the credential, its settings and workflows stay. An account of the SDK opens the provider's
   * window: call it inside the person's click. Of a source that works by redirection the account that comes back says where
   * to send the person, in `verification.externalVerificationRedirectURL`.
   * @throws {PgError} `bad-input` for an account without a source, `scopes-unsupported`, `oauth-blocked`, `aborted`, else the
   *   codes of an install run
   */
  async reauthorize(options: ReauthorizeOptions = {}): Promise<ConnectedAccount> {
    return this.#source().reauthorize(this, options);
  }

  /**
   * Disconnects this account for good, with its settings and workflows. Ask the person first.
   * @throws {PgError} `bad-input` for an account without a source, `account-not-found`, `signed-out`, `network`, `unknown`
   */
  async destroy(): Promise<void> {
    return this.#source().destroy(this);
  }

  get #name(): string | undefined {
    const {displayName, username, emailAddress, label, externalId, providerUserId} = this;
    const name = `${this.firstName} ${this.lastName}`.trim();
    // Some providers name accounts by an address, that of a shop for example.
    const address = ADDRESS.test(providerUserId) ? providerUserId : '';
    const named = [displayName, username, emailAddress, label, name, externalId, address];
    return named.find((text) => text && !UUID.test(text)) ?? undefined;
  }

  #source(): AccountActions {
    if (!this.#actions) throw new PgError('bad-input', 'This account belongs to no session.');
    return this.#actions;
  }
}

const ADDRESS = /^\S+@\S+$|^[\w-]+(\.[\w-]+)*\.[a-z]{2,}$/i;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const shortId = (id: string): string => (UUID.test(id) ? `#${id.slice(0, 8)}` : id);
