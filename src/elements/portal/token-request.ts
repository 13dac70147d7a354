import {isRaw, objectIn} from '../../core/answers.js';
import {PgError} from '../../core/errors.js';

/** Names that servers give the token in JSON. */
const NAMES = ['token', 'jwt', 'userToken'];

/**
 * Asks the page's own server for a user token, with the cookies of the page; with POST also with the token against forged requests that
 * Rails, Laravel and others write into `<meta name="csrf-token">`.
 * @param address relative to the page
 * @throws {PgError} `token-request-failed` if something else than a token comes, `TypeError` without an answer
 */
export async function requestToken(address: string, method = 'GET'): Promise<string> {
  const isPost = method.toUpperCase() === 'POST';
  const verb = isPost ? 'POST' : 'GET';
  const url = parse(address);
  const forgery = document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content;
  const headers = new Headers({accept: 'application/json, text/plain;q=0.9'});
  if (isPost && forgery && url.origin === location.origin) headers.set('x-csrf-token', forgery);
  const response = await fetch(url, {
    method: verb,
    headers,
    credentials: 'same-origin',
    cache: 'no-store',
  });
  const body = (await response.text()).trim();
  const token = response.ok ? tokenIn(body) : undefined;
  if (token !== undefined) return token;
  const from = response.redirected ? `, after a redirect to ${response.url},` : '';
  const message = `${verb} ${address} answered ${response.status}${from} ${describe(body)}`;
  throw new PgError('token-request-failed', message.trim());
}

function parse(address: string): URL {
  try {
    return new URL(address, document.baseURI);
  } catch (cause) {
    const message = `token-url is "${address}", which is no address.`;
    throw new PgError('token-request-failed', message, {cause});
  }
}

/** The token in what a server answers: the text itself, or one of the known names in JSON. */
function tokenIn(body: string): string | undefined {
  // A token has no white space inside, as words for people have.
  if (/^[^\s<{["]+$/.test(body)) return body;
  const json = readJson(body);
  if (typeof json === 'string') return json;
  const values = NAMES.map((name) => objectIn(json)[name]);
  return values.find((value) => typeof value === 'string');
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** What came instead of a token: the first line, or the names in JSON, whose values may be secret. */
function describe(body: string): string {
  const json = readJson(body);
  if (isRaw(json))
    return `with JSON that has none of ${NAMES.join(', ')} but ${Object.keys(json).join(', ')}`;
  const [line = ''] = body.split('\n', 1);
  return line === '' ? 'with nothing' : `with: ${line.trim().slice(0, 100)}`;
}
