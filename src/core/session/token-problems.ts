import {PgError} from '../errors.js';
import {claimsIn, isExpired, userIn, type UserToken} from './token.js';

/**
 * What is wrong with a token that cannot be read. The token itself must not end up in a message or a log.
 * @param isAnswer it was asked for just now, so that words in its place are a server's
 * @returns `token-malformed`, or `token-request-failed` if it is what a server says instead of a token
 */
export function whyUnreadable(token: unknown, isAnswer: boolean): PgError {
  const text = typeof token === 'string' ? token.trim() : '';
  // A token has no white space inside: this is what a server says to people or programs.
  const isSaid = isAnswer ? /[\s<{]/.test(text) : /^[<{]/.test(text);
  if (isSaid && !isWrapped(text)) {
    const line = text.replaceAll(/\s+/g, ' ').slice(0, 100);
    return new PgError('token-request-failed', `Instead of a user token came: ${line}`);
  }
  return new PgError('token-malformed', `The user token ${faultOf(token, text)}.`);
}

/** Why the service did not take a token that has not expired. */
export function whyRefused({projects}: UserToken, projectId: string, cause: unknown): PgError {
  const [other] = projects;
  return other === undefined || projects.includes(projectId)
    ? new PgError('token-expired', 'The backend refused the token.', {cause})
    : new PgError(
        'token-wrong-project',
        `The user token is for the project ${other}, not for ${projectId}.`,
        {cause},
      );
}

/** A token that looks old on a device whose clock is ahead may be fresh: the page's own server knows the time. */
export async function whyExpired(token: UserToken, message: string): Promise<PgError> {
  const now = await serverTime();
  return now !== undefined && !isExpired(token, now)
    ? new PgError('clock-wrong', `The clock of this device is not ${new Date(now).toISOString()}.`)
    : new PgError('token-expired', message);
}

const BEARER = /^bearer\s/i;
const JSON_WITH_TOKEN = /^{[^]*"ey/;

const isWrapped = (text: string): boolean => BEARER.test(text) || JSON_WITH_TOKEN.test(text);

function faultOf(token: unknown, text: string): string {
  if (token === undefined || token === null) return `is ${token}`;
  if (token instanceof Promise) return 'is a promise: await it';
  if (token instanceof Response) return `is a Response (status ${token.status}): await its text()`;
  if (typeof token !== 'string') return `is not a text but of type ${typeof token}`;
  if (text === '') return 'is empty';
  if (BEARER.test(text)) return 'begins with “Bearer”: leave that out';
  if (/^["']/.test(text)) return 'has quotation marks: read it with json(), not text()';
  if (JSON_WITH_TOKEN.test(text)) return 'is inside JSON: return the token alone';
  const claims = claimsIn(text);
  if (!claims) return 'has no three parts of base64 that hold JSON';
  return userIn(claims.sub ?? claims.id) === undefined
    ? 'names no user: it has no “sub”'
    : 'never expires: it has no “exp”';
}

async function serverTime(): Promise<number | undefined> {
  try {
    const {headers} = await fetch(location.href, {method: 'HEAD', cache: 'no-store'});
    return Date.parse(headers.get('date') ?? '') || undefined;
  } catch {
    return undefined;
  }
}
