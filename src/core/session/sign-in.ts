import {PgError} from '../errors.js';
import {toPgError} from '../parse-error.js';
import type {ConnectSdk, SdkEndpoints} from '../sdk.js';
import {isExpired, readToken} from './token.js';

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
