import {PgError} from '../errors.js';

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
