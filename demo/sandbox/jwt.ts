import {createHmac} from 'node:crypto';
import {HttpError} from './http.js';
import {isObject} from './read.js';

/** What a token of the sandbox says. Times are in seconds, as RFC 7519 has them. */
export interface TokenClaims {
  readonly sub: string;
  readonly aud: string;
  readonly iat: number;
  readonly exp: number;
  /** Which issue of tokens this one belongs to; a world that expires its tokens moves on to the next. */
  readonly generation: number;
}

const HEADER = encode({alg: 'HS256', typ: 'JWT'});

export function signToken(claims: TokenClaims): string {
  const content = `${HEADER}.${encode(claims)}`;
  return `${content}.${createHmac('sha256', 'sandbox').update(content).digest('base64url')}`;
}

export function audienceOf(projectId: string): string {
  return `useparagon.com/${projectId}`;
}

/**
 * Reads a token as the service would, except for the signature: the key above is public, so checking it would protect
 * nothing, and tests may want to write tokens of their own.
 *
 * @throws {HttpError} 401 unless the token is well formed, for this project, unexpired and not revoked
 */
export function readToken(token: string, projectId: string, generation: number): TokenClaims {
  const claims = decode(token);
  if (claims.aud !== audienceOf(projectId)) {
    throw unauthorized('token-wrong-project', `The token is not for project ${projectId}.`);
  }
  if (claims.exp * 1000 <= Date.now()) {
    throw unauthorized('token-expired', 'The user token has expired.');
  }
  if (claims.generation < generation) {
    throw unauthorized('token-revoked', 'The user token has been revoked.');
  }
  return claims;
}

export function unauthorized(code: string, message: string): HttpError {
  return new HttpError(401, code, message);
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(token: string): TokenClaims {
  const claims = parsePayload(token.split('.')[1] ?? '');
  if (!isObject(claims) || typeof claims.sub !== 'string' || typeof claims.exp !== 'number') {
    throw unauthorized('token-malformed', 'The user token is not a well-formed JWT.');
  }
  const {sub, exp, aud, iat, generation} = claims;
  return {
    sub,
    exp,
    aud: typeof aud === 'string' ? aud : '',
    iat: typeof iat === 'number' ? iat : 0,
    generation: typeof generation === 'number' ? generation : 0,
  };
}

function parsePayload(payload: string): unknown {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
