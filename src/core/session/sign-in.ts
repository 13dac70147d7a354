import {PgError} from '../errors.js';
import {toPgError} from '../parse-error.js';
import type {ConnectSdk, SdkEndpoints} from '../sdk.js';

/** How to sign a user in to a project. */
export interface Credentials {
  readonly projectId: string;
  /** A signed user token. */
  readonly token?: string | undefined;
  /** Asked for a token at the start, when there is none, and whenever the last one has expired. */
  readonly getToken?: (() => Promise<string>) | undefined;
  /** Domain of an on-premise installation, for example `integrations.acme.com`. */
  readonly host?: string | undefined;
  /** Base URLs that replace those derived from `host`. */
  readonly endpoints?: SdkEndpoints | undefined;
}

/** Sign-ins of one SDK wait for each other: overlapping ones can give one user the other's integrations. */
const queues = new WeakMap<ConnectSdk, Promise<unknown>>();

/**
 * Signs a user in to the SDK, headless.
 * @throws {PgError} `bad-input`, `token-malformed`, `token-expired`, `headless-unavailable`, `network`, `signed-out`, `unknown`
 */
export function signIn(sdk: ConnectSdk, credentials: Credentials, renew: boolean): Promise<void> {
  const turn = (queues.get(sdk) ?? Promise.resolve()).then(() => attempt(sdk, credentials, renew));
  queues.set(
    sdk,
    turn.catch(() => undefined),
  );
  return turn;
}

async function attempt(sdk: ConnectSdk, credentials: Credentials, renew: boolean): Promise<void> {
  const {projectId, host, endpoints} = credentials;
  if (!projectId) throw new PgError('bad-input', 'A project id is missing.');
  const token = await validToken(credentials, renew);
  if (host !== undefined || endpoints) {
    sdk.configureGlobal({host: host ?? 'useparagon.com'}, {...endpoints});
  }
  sdk.setHeadless(true);
  try {
    await sdk.authenticate(projectId, token);
  } catch (error) {
    const problem = toPgError(error);
    throw problem.code === 'signed-out'
      ? new PgError('token-expired', 'The backend refused the token.', {cause: error})
      : problem;
  }
}

async function validToken({token, getToken}: Credentials, renew: boolean): Promise<string> {
  if (token !== undefined && !(renew && getToken) && !isExpired(readToken(token), Date.now()))
    return token;
  if (!getToken) {
    if (token === undefined) throw new PgError('bad-input', 'A user token is missing.');
    throw new PgError(
      'token-expired',
      'The user token has expired, and there is no getUserToken to ask.',
    );
  }
  let fresh: string;
  try {
    fresh = await getToken();
  } catch (cause) {
    // Out of reach is not signed out: once the network is back it works again.
    const problem = toPgError(cause);
    throw problem.code === 'network'
      ? problem
      : new PgError('signed-out', 'getUserToken failed.', {cause});
  }
  if (isExpired(readToken(fresh), Date.now())) {
    throw new PgError('token-expired', 'getUserToken gave a token that has expired already.');
  }
  return fresh;
}

/** Tokens that end within this time are renewed before they are used. Milliseconds. */
const MARGIN = 10_000;

/** What the kit reads of a user token; the backend alone decides whether it holds. */
export interface UserToken {
  readonly userId: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/**
 * Reads a signed JSON Web Token without checking its signature.
 * @throws {PgError} `token-malformed`
 */
export function readToken(token: unknown): UserToken {
  try {
    if (typeof token !== 'string') throw new TypeError('A token is a string.');
    const [, payload] = token.split('.');
    const binary = atob((payload ?? '').replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const {sub, id, exp} = claims as Record<string, unknown>;
    const userId = sub ?? id;
    if (typeof userId !== 'string' || typeof exp !== 'number')
      throw new TypeError('Claims are missing.');
    return {userId, expiresAt: exp * 1000};
  } catch (cause) {
    // The token itself must not end up in a message or a log.
    throw new PgError(
      'token-malformed',
      'The user token is not a JSON Web Token with sub and exp.',
      {
        cause: cause instanceof TypeError ? cause : undefined,
      },
    );
  }
}

/** Whether a token is too old to be used at `now`. */
export function isExpired({expiresAt}: UserToken, now: number): boolean {
  return expiresAt - MARGIN <= now;
}
