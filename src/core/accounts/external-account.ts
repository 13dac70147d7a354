import {PgError} from '../errors.js';
import {toPgError} from '../answers.js';
import {
  ConnectedAccount,
  type AccountStatus,
  type AccountVerification,
  type ReauthorizeOptions,
} from './connected-account.js';

/** The part of Clerk's `VerificationResource` that the kit reads. */
export interface ExternalVerification {
  readonly status: string | null;
  readonly error?: {
    readonly code?: string;
    readonly message?: string;
    readonly longMessage?: string;
  } | null;
  readonly externalVerificationRedirectURL?: URL | null;
}

/**
 * An account of another source, in the shape of Clerk's `ExternalAccountResource`: what `user.externalAccounts` holds
 * satisfies it, and so does any object with these members.
 */
export interface ExternalAccount {
  readonly id: string;
  readonly identificationId?: string;
  readonly provider: string;
  readonly providerUserId?: string;
  readonly emailAddress?: string | null;
  /** Scopes between spaces, as Clerk has them, or a list. */
  readonly approvedScopes?: string | readonly string[];
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly imageUrl?: string | null;
  readonly username?: string | null;
  readonly label?: string | null;
  readonly publicMetadata?: Readonly<Record<string, unknown>>;
  readonly verification?: ExternalVerification | null;
  reauthorize(options: {
    additionalScopes?: string[];
    redirectUrl?: string;
  }): Promise<ExternalAccount>;
  destroy(): Promise<void>;
  providerTitle?(): string;
}

/**
 * The account as the kit knows accounts. Clerk changes its objects in place, so this is how one stands now. Signing it in again
 * leads back to this page unless told otherwise.
 */
export function externalAccount(source: ExternalAccount): ConnectedAccount {
  const {id, provider} = source;
  const verification = verificationOf(source.verification);
  return new ConnectedAccount(
    {
      id,
      identificationId: source.identificationId ?? id,
      integration: provider,
      providerName: nameOf(source),
      status: statusOf(verification),
      verification,
      externalId: null,
      providerUserId: source.providerUserId ?? '',
      username: textOf(source.username) ?? null,
      emailAddress: textOf(source.emailAddress) ?? '',
      firstName: textOf(source.firstName) ?? '',
      lastName: textOf(source.lastName) ?? '',
      imageUrl: textOf(source.imageUrl) ?? '',
      label: textOf(source.label) ?? null,
      approvedScopes: scopesOf(source.approvedScopes),
      publicMetadata: source.publicMetadata ?? {},
      connectedAt: null,
      refreshedAt: null,
      validUntil: null,
      configurations: [],
    },
    {
      reauthorize: (_, options) => reauthorize(source, options),
      destroy: () => attempt(() => source.destroy()),
    },
  );
}

async function reauthorize(
  source: ExternalAccount,
  {additionalScopes = [], redirectUrl = currentAddress()}: ReauthorizeOptions,
): Promise<ConnectedAccount> {
  const renewed = await attempt(() =>
    source.reauthorize({
      ...(additionalScopes.length > 0 && {additionalScopes: [...additionalScopes]}),
      ...(redirectUrl !== undefined && {redirectUrl}),
    }),
  );
  return externalAccount(renewed);
}

/** Clerk signs nobody in without an address to come back to. */
const currentAddress = (): string | undefined =>
  typeof location === 'undefined' ? undefined : location.href;

/** Clerk rejects with a list of errors, the long words of which are for people. */
async function attempt<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const {errors, status} = error as {readonly errors?: unknown; readonly status?: unknown};
    const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
    if (typeof first !== 'object' || first === null) throw toPgError(error);
    const {message, longMessage} = first as {readonly message?: unknown; longMessage?: unknown};
    const detail = textOf(longMessage) ?? textOf(message);
    const code = status === 401 ? 'signed-out' : 'refused';
    throw new PgError(code, detail ?? code, {cause: error, detail});
  }
}

/** Clerk has none for accounts that need no proof. */
function verificationOf(source: ExternalVerification | null | undefined): AccountVerification {
  if (!source) return {status: 'verified', error: null, externalVerificationRedirectURL: null};
  const {error, externalVerificationRedirectURL = null} = source;
  const message = textOf(error?.longMessage) ?? textOf(error?.message);
  return {
    status: STATUSES.find((status) => status === source.status) ?? 'unverified',
    error: error ? {code: textOf(error.code) ?? '', message: message ?? ''} : null,
    externalVerificationRedirectURL,
  };
}

const STATUSES = ['verified', 'unverified', 'failed', 'expired', 'transferable'] as const;

/** A verified account can have an error too: its access is not renewed any more. */
function statusOf({status, error}: AccountVerification): AccountStatus {
  if (status === 'verified') return error ? 'invalid' : 'valid';
  return status === 'unverified' && !error ? 'pending' : 'invalid';
}

/** The title without the word that `providerTitle()` of the account adds again. */
function nameOf(source: ExternalAccount): string {
  const title = textOf(source.providerTitle?.())?.replace(/ account$/i, '');
  return title ?? source.provider;
}

function scopesOf(scopes: ExternalAccount['approvedScopes']): readonly string[] {
  const all = typeof scopes === 'string' ? scopes.split(/[\s,]+/) : (scopes ?? []);
  return all.filter(Boolean);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
