import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Markup} from './markup.js';

/** What a route answers. Routes return it rather than write it, so that faults and latency can come between. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A refusal, sent as `{message, code, status}`: the shape of the service's errors. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export function json(value: unknown, status = 200): Answer {
  return {
    status,
    headers: {'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store'},
    body: JSON.stringify(value),
  };
}

export function refusal(error: HttpError): Answer {
  const {message, code, status} = error;
  return json({message, code, status}, status);
}

/** @param formTargets origins, beyond the page's own, to which forms of the page may lead */
export function page(
  content: Markup,
  options: {status?: number; headers?: Readonly<Record<string, string>>; formTargets?: string} = {},
): Answer {
  const policy = [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self'`,
    `form-action 'self' ${options.formTargets ?? ''}`.trim(),
    `base-uri 'none'`,
    `require-trusted-types-for 'script'`,
  ];
  return {
    status: options.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': policy.join('; '),
      ...options.headers,
    },
    body: content.text,
  };
}

/** Goes on with GET, also after a POST. */
export function redirect(location: string): Answer {
  return {status: 303, headers: {location, 'cache-control': 'no-store'}, body: ''};
}

const BODY_LIMIT = 4 * 1024 * 1024;

/** The parsed body of a request: JSON, form fields as an object, other text as it is, or undefined if there is none. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new HttpError(413, 'too-large', 'The request body is too large.');
    chunks.push(chunk);
  }
  if (size === 0) return undefined;
  const text = Buffer.concat(chunks).toString('utf8');
  const type = request.headers['content-type'] ?? '';
  if (type.includes('json')) return parseJson(text);
  if (type.includes('form-urlencoded')) return Object.fromEntries(new URLSearchParams(text));
  return text;
}

export function write(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, {...answer.headers, 'x-content-type-options': 'nosniff'});
  response.end(answer.body);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpError(400, 'bad-input', 'The request body is not JSON.');
  }
}
