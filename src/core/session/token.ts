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
 * Reads a signed JSON Web Token without checking its signature. Takes what the SDK takes; of the rest `token-problems` says what is
 * wrong with it.
 */
export function readToken(token: unknown): UserToken | undefined {
  const text = typeof token === 'string' ? token.trim() : '';
  // Around a token these are a header, a text of JSON or a whole page.
  if (/^(bearer\s|["'<{])/i.test(text)) return undefined;
  const {sub, id, exp, aud} = claimsIn(text) ?? {};
  const userId = userIn(sub ?? id);
  const expiresAt = Number(exp ?? Number.NaN) * 1000;
  if (userId === undefined || Number.isNaN(expiresAt)) return undefined;
  const projects = [aud].flat().flatMap((one) => AUDIENCE.exec(String(one))?.[1] ?? []);
  return {text, userId, expiresAt, projects};
}

/** Whether a token is too old to be used at `now`. */
export function isExpired({expiresAt}: UserToken, now: number): boolean {
  return expiresAt - MARGIN <= now;
}

/** What a token says; undefined if it has no three parts of base64 that hold JSON. */
export function claimsIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const [, payload = ''] = text.split('.');
    const binary = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return Object(JSON.parse(new TextDecoder().decode(bytes))) as Record<string, unknown>;
  } catch {
    // Why it does not parse would tell parts of the token.
    return undefined;
  }
}

/** The subject of a token may be a number. */
export const userIn = (subject: unknown): string | undefined =>
  (typeof subject === 'string' && subject !== '') || typeof subject === 'number'
    ? String(subject)
    : undefined;
