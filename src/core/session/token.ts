import {PgError} from '../errors.js';

/** Tokens that end within this time are renewed before they are used. Milliseconds. */
const MARGIN = 10_000;

/** What the kit reads of a user token; the backend alone decides whether it holds. */
export interface UserToken {
  /** The token without white space around it, as it can be sent. */
  readonly text: string;
  readonly userId: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** Projects that the token names, in the form that the service asks for; empty if it names none. */
  readonly projects: readonly string[];
}

/** What `aud` says in tokens for the service. */
const AUDIENCE = /^useparagon\.com\/(.+)$/;

/**
 * Reads a signed JSON Web Token without checking its signature. Takes what the SDK takes.
 * @param isAnswer it was asked for just now, so that words in its place are a server's
 * @throws {PgError} `token-malformed`, or `token-request-failed` if it is what a server says instead of a token
 */
export function readToken(token: unknown, isAnswer = false): UserToken {
  const text = textOf(token, isAnswer);
  const {sub, id, exp, aud} = claimsOf(text);
  const userId = sub ?? id;
  if ((typeof userId !== 'string' && typeof userId !== 'number') || userId === '')
    throw malformed('names no user: it has no “sub”');
  const expiry = Number(exp ?? Number.NaN);
  if (Number.isNaN(expiry)) throw malformed('never expires: it has no “exp”');
  const projects = [aud].flat().flatMap((one) => AUDIENCE.exec(String(one))?.[1] ?? []);
  return {text, userId: String(userId), expiresAt: expiry * 1000, projects};
}

/** Whether a token is too old to be used at `now`. */
export function isExpired({expiresAt}: UserToken, now: number): boolean {
  return expiresAt - MARGIN <= now;
}

/** The text of a token; what is no token is named, as far as it holds no secret. */
function textOf(token: unknown, isAnswer: boolean): string {
  if (token === undefined || token === null) throw malformed(`is ${token}`);
  if (token instanceof Promise) throw malformed('is a promise: await it');
  if (token instanceof Response)
    throw malformed(`is a Response (status ${token.status}): await its text()`);
  if (typeof token !== 'string') throw malformed(`is not a text but of type ${typeof token}`);
  const text = token.trim();
  if (text === '') throw malformed('is empty');
  if (/^bearer\s/i.test(text)) throw malformed('begins with “Bearer”: leave that out');
  if (/^["']ey/.test(text)) throw malformed('has quotation marks: read it with json(), not text()');
  if (/^{[^]*"ey/.test(text)) throw malformed('is inside JSON: return the token alone');
  // A token has no white space inside: this is what a server says to people or programs.
  if (isAnswer ? /[\s<{]/.test(text) : /^[<{]/.test(text)) {
    const line = text.replaceAll(/\s+/g, ' ').slice(0, 100);
    throw new PgError('token-request-failed', `Instead of a user token came: ${line}`);
  }
  return text;
}

function claimsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const [, payload = ''] = text.split('.');
    const binary = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return Object(JSON.parse(new TextDecoder().decode(bytes))) as Record<string, unknown>;
  } catch {
    // Why it does not parse would tell parts of the token.
    throw malformed('has no three parts of base64 that hold JSON');
  }
}

/** The token itself must not end up in a message or a log. */
const malformed = (what: string): PgError =>
  new PgError('token-malformed', `The user token ${what}.`);
