import {currentEnvironment} from '../environment.js';
import {PgError} from '../errors.js';
import {toPgError} from '../answers.js';
import type {ConnectSdk, SdkEndpoints} from '../sdk.js';
import {LazyModule} from '../util/lazy-module.js';
import {isReadingOthers, othersRead} from './sdk-link.js';
import {isExpired, readToken, type UserToken} from './token.js';

/** What is wrong with a token is said only where something is. */
const problems = new LazyModule(() => import('./token-problems.js'));

/** How to sign a user in to a project. */
export interface Credentials {
  readonly projectId: string;
  /** A signed user token. */
  readonly token?: string | undefined;
  /** Asked for a token at the start, when there is none, and whenever the last one has expired. */
  readonly getToken?: (() => Promise<string>) | undefined;
  /** Told for whom a token is, before it is used. */
  readonly onUser?: ((userId: string) => void) | undefined;
  /** Domain of an on-premise installation, for example `integrations.acme.com`. */
  readonly host?: string | undefined;
  /** Base URLs that replace those derived from `host`. */
  readonly endpoints?: SdkEndpoints | undefined;
}

/** How long a sign-in waits for the one before, which may never settle. Milliseconds. */
const WAIT = 8_000;

function atMost(work: Promise<unknown>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const stop = currentEnvironment().after(ms, resolve);
    void work.finally(() => {
      stop();
      resolve();
    });
  });
}

/** How long a sign-in waits for what is read for somebody else. Milliseconds. */
const PATIENCE = 4_000;

/** Sign-ins of one SDK wait for each other: overlapping ones can give one user the other's integrations. */
const queues = new WeakMap<ConnectSdk, Promise<unknown>>();

/**
 * Signs a user in to the SDK, headless.
 * @throws {PgError} `project-missing`, `token-missing`, `token-malformed`, `token-expired`, `token-request-failed`,
 * `token-wrong-project`, `clock-wrong`, `headless-unavailable`, `network`, `signed-out`, `unknown`
 */
export function signIn(sdk: ConnectSdk, credentials: Credentials, renew: boolean): Promise<void> {
  const before = queues.get(sdk) ?? Promise.resolve();
  const turn = atMost(before, WAIT).then(() => attempt(sdk, credentials, renew));
  queues.set(
    sdk,
    turn.catch(() => undefined),
  );
  return turn;
}

async function attempt(sdk: ConnectSdk, credentials: Credentials, renew: boolean): Promise<void> {
  const {projectId, host, endpoints} = credentials;
  if (!projectId) throw new PgError('project-missing', 'A project id is missing.');
  const token = await validToken(credentials, renew);
  credentials.onUser?.(token.userId);
  await atMost(othersRead(sdk, token.userId), PATIENCE);
  const isJoined = isReadingOthers(sdk, token.userId);
  if (host !== undefined || endpoints) {
    sdk.configureGlobal({host: host ?? 'useparagon.com'}, {...endpoints});
  }
  sdk.setHeadless(true);
  try {
    const authenticate = (): Promise<void> => sdk.authenticate(projectId, token.text);
    await authenticate().catch((error: unknown) => {
      // The SDK joins equal requests: this one may have joined one with the token before, which was refused.
      if (!renew || toPgError(error).code !== 'signed-out') throw error;
      return authenticate();
    });
    // What came the first time may be somebody else's. That has ended now.
    if (isJoined) await authenticate();
  } catch (error) {
    const problem = toPgError(error);
    if (problem.code !== 'signed-out') throw problem;
    throw (await problems.load()).whyRefused(token, projectId, error);
  }
}

async function validToken({token, getToken}: Credentials, renew: boolean): Promise<UserToken> {
  if (token !== undefined && !(renew && getToken)) {
    const given = await read(token, false);
    if (!isExpired(given, Date.now())) return given;
    if (!getToken)
      throw await expired(
        given,
        'The user token has expired, and there is no getUserToken to ask.',
      );
  }
  if (!getToken) throw new PgError('token-missing', 'A user token is missing.');
  const fresh = await read(await ask(getToken), true);
  if (isExpired(fresh, Date.now()))
    throw await expired(fresh, 'getUserToken gave a token that has expired already.');
  return fresh;
}

async function read(token: unknown, isAnswer: boolean): Promise<UserToken> {
  const known = readToken(token);
  if (known) return known;
  throw (await problems.load()).whyUnreadable(token, isAnswer);
}

const expired = async (token: UserToken, message: string): Promise<PgError> =>
  (await problems.load()).whyExpired(token, message);

async function ask(getToken: () => Promise<string>): Promise<string> {
  try {
    return await getToken();
  } catch (cause) {
    if (cause instanceof PgError) throw cause;
    // Out of reach is not signed out: once the network is back it works again.
    const problem = toPgError(cause);
    throw problem.code === 'network'
      ? problem
      : new PgError('token-request-failed', 'getUserToken failed.', {cause});
  }
}
