import {isObject} from './read.js';
import type {EndpointName} from './scenario.js';

/** One request as tests see it. Tokens, keys and passwords are kept out. */
export interface LoggedRequest {
  /** When it came. Milliseconds since 1970. */
  readonly at: number;
  readonly endpoint: EndpointName;
  readonly method: string;
  /** Below the sandbox's prefix, with the query. */
  readonly path: string;
  readonly userId: string | null;
  /** The `X-Paragon-Credential` header. */
  readonly credential: string | null;
  /** The `X-Paragon-Configuration-Id` header. */
  readonly configuration: string | null;
  /** Null if there was none. */
  readonly body: unknown;
  /** The HTTP status sent, `network`, `cut` or `hang` if a failure was asked for, null while the answer is on its way. */
  status: number | 'network' | 'cut' | 'hang' | null;
}

/** Enough for any test, and a bound for a demo that is left open. */
const CAPACITY = 2000;

export class RequestLog {
  #entries: LoggedRequest[] = [];

  get entries(): readonly LoggedRequest[] {
    return this.#entries;
  }

  add(entry: LoggedRequest): LoggedRequest {
    const safe = {...entry, path: redactPath(entry.path), body: redact(entry.body)};
    this.#entries.push(safe);
    if (this.#entries.length > CAPACITY) this.#entries.shift();
    return safe;
  }

  clear(): void {
    this.#entries = [];
  }
}

const SECRET_NAME = /secret|password|passphrase|token|api_?key|private_?key/i;
const REDACTED = '[redacted]';

/** A copy without the values of properties that are named like secrets. */
export function redact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redact);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      SECRET_NAME.test(name) && typeof inner === 'string' ? REDACTED : redact(inner),
    ]),
  );
}

/** The SDK sends the user token, and what the user typed, in queries as well. */
function redactPath(path: string): string {
  const url = new URL(path, 'http://sandbox');
  for (const [name, value] of [...url.searchParams]) {
    if (SECRET_NAME.test(name)) url.searchParams.set(name, REDACTED);
    else if (value.startsWith('{')) url.searchParams.set(name, redactJson(value));
  }
  return url.pathname + url.search;
}

function redactJson(text: string): string {
  try {
    return JSON.stringify(redact(JSON.parse(text)));
  } catch {
    return REDACTED;
  }
}
