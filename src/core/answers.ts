import {PgError, type PgErrorCode} from './errors.js';

const NOTHING: Raw = Object.freeze({});
const NONE: readonly never[] = Object.freeze([]);

/** Names the SDK gives its errors, and what they mean here. */
const BY_NAME: ReadonlyMap<string, PgErrorCode> = new Map([
  ['UserNotAuthenticatedError', 'signed-out'],
  ['IntegrationNotFoundError', 'integration-unknown'],
  ['IntegrationNotInstalledError', 'account-not-found'],
  ['HeadlessModeNotEnabledError', 'headless-unavailable'],
  ['OAuthBlockedError', 'oauth-blocked'],
  ['OAuthTimeoutError', 'oauth-timeout'],
  ['AbortError', 'aborted'],
  ['QuotaExceededError', 'sdk-storage'],
]);

/** Messages of the SDK that have no name of their own. The SDK throws them as bare `Error`s. */
const BY_MESSAGE: readonly (readonly [RegExp, PgErrorCode])[] = [
  [/no user was authenticated/i, 'signed-out'],
  [/jwt token provided has expired/i, 'token-expired'],
  [/well-formed jwt/i, 'token-malformed'],
  [/headless connect portal is available on/i, 'headless-unavailable'],
  [/is not a valid integration type|has not been set up/i, 'integration-unknown'],
  [/is not active in your/i, 'integration-inactive'],
  [/valid credential not found/i, 'account-not-valid'],
  [/credential not found|unable to find credential/i, 'account-not-found'],
  [/^workflow .* is not enabled|cannot be disabled for this user/i, 'refused'],
  [/credential with externalid .* already exists/i, 'external-id-in-use'],
  // What the three engines say when no answer came at all.
  [/failed to fetch|networkerror|load failed|fetch failed/i, 'network'],
  [/exceeded the quota|quotaexceeded/i, 'sdk-storage'],
];

/** Words of the SDK for an answer that was empty, or that it could not read: what it puts behind them is its own exception. */
const UNREADABLE =
  /^failed to authenticate user with|^unable to (get|fetch|save|create|update)|^could not find a credential id|^failed to update settings/i;

/** What engines throw where a value is not what the code takes it for: the words are about the code. */
const ENGINE_ERRORS: ReadonlySet<string> = new Set([
  'TypeError',
  'RangeError',
  'SyntaxError',
  'ReferenceError',
]);

/** Longest text of a backend that is worth showing. */
const DETAIL_LENGTH = 500;

/**
 * Turns whatever the SDK threw, or reported, into a {@link PgError}. The SDK wraps the backend's answer as JSON text in
 * `message`, sometimes behind a prefix of its own, and a body that is not JSON becomes the text `{}`.
 */
export function toPgError(error: unknown, fallback: PgErrorCode = 'unknown'): PgError {
  if (error instanceof PgError) return error;
  const {name, message, response} = describe(error);
  const answer = isRaw(response) ? readAnswer(response) : backendAnswer(message);
  const code =
    BY_NAME.get(name) ??
    BY_MESSAGE.find(([pattern]) => pattern.test(message))?.[1] ??
    (answer
      ? codeOfAnswer(answer)
      : ENGINE_ERRORS.has(name) || UNREADABLE.test(message)
        ? 'answer-malformed'
        : undefined) ??
    fallback;
  const detail = answer ? answer.text : isTechnical(code) ? undefined : message;
  return new PgError(code, answer ? (answer.text ?? code) : message || code, {
    cause: error,
    detail: detail?.slice(0, DETAIL_LENGTH),
  });
}

/** Words that a failed SDK call reports in a resolved `errors` list. */
export function refusal(messages: readonly string[]): PgError {
  const detail = messages.map((message) => backendAnswer(message)?.text ?? message).join('\n');
  return new PgError('refused', detail || 'refused', {detail: detail.slice(0, DETAIL_LENGTH)});
}

interface Description {
  readonly name: string;
  readonly message: string;
  /** What the SDK adds to failures of requests to a provider: the answer as it was read, or the `Response`. */
  readonly response?: unknown;
}

function describe(error: unknown): Description {
  if (typeof error === 'string') return {name: '', message: error};
  if (typeof error !== 'object' || error === null) return {name: '', message: String(error)};
  // The SDK reports `{name: 'UnknownError', originalError}` for anything it does not know.
  const {name, message, originalError, response} = error as Record<string, unknown>;
  if (name === 'UnknownError' && originalError instanceof Error) return describe(originalError);
  return {
    name: typeof name === 'string' ? name : '',
    message: typeof message === 'string' ? message : '',
    response,
  };
}

interface BackendAnswer {
  readonly text: string | undefined;
  readonly status: number | undefined;
}

function backendAnswer(message: string): BackendAnswer | undefined {
  const start = message.indexOf('{');
  if (start < 0 || !message.trimEnd().endsWith('}')) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(message.slice(start));
  } catch {
    return undefined;
  }
  return typeof parsed === 'object' && parsed !== null ? readAnswer(parsed) : undefined;
}

function readAnswer(answer: object): BackendAnswer {
  const {message, error, status, statusCode} = answer as Record<string, unknown>;
  const number = [status, statusCode].find((value) => typeof value === 'number');
  return {text: textOf(message) ?? textOf(error), status: number};
}

/** Words of an answer; a validation sends a list of them. */
function textOf(value: unknown): string | undefined {
  const texts = [value].flat().filter((text) => typeof text === 'string' && text !== '');
  return texts.length > 0 ? texts.join('\n') : undefined;
}

function codeOfAnswer({text, status}: BackendAnswer): PgErrorCode | undefined {
  // The SDK drops the status of an answer; only some bodies repeat it.
  if (status === 401 || /^unauthorized$/i.test(text ?? '')) return 'signed-out';
  if (status === undefined) return undefined;
  return status >= 400 && status < 500 ? 'refused' : undefined;
}

/** Codes whose message is for developers: the dictionary says it better to people. */
function isTechnical(code: PgErrorCode): boolean {
  return code !== 'refused';
}

/** What a backend sent, with nothing known of it but that it is an object. */
export type Raw = Readonly<Record<string, unknown>>;

/** Whether a value is an object and no list. */
export function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object, or an empty one where something else came. */
export function objectIn(value: unknown): Raw {
  return isRaw(value) ? value : NOTHING;
}

/** The text, or an empty one where something else came. */
export function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/**
 * The entries of a list that can be told apart by the text under `key`, each once: a view that fails on one bad entry, or shows one
 * twice, would lose the others. The same list if nothing is wrong with it.
 */
export function entriesIn<T>(value: unknown, key: keyof T & string): readonly T[] {
  if (!Array.isArray(value)) return NONE;
  const list = value as readonly unknown[];
  const known = new Set<string>();
  const good = list.filter((entry): entry is T & Raw => {
    const id = isRaw(entry) ? entry[key] : undefined;
    if (typeof id !== 'string' || known.has(id)) return false;
    known.add(id);
    return true;
  });
  return good.length === list.length ? (list as readonly T[]) : good;
}
