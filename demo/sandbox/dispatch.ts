import type {IncomingMessage, ServerResponse} from 'node:http';
import {setTimeout as delay} from 'node:timers/promises';
import {DEFAULT_PROJECT_ID} from './endpoints.js';
import {HttpError, json, page, readBody, refusal, write, type Answer} from './http.js';
import {readToken, unauthorized} from './jwt.js';
import {isLoopbackHost, isLoopbackOrigin} from './loopback.js';
import {parseState} from './oauth-addresses.js';
import {errorPage} from './pages.js';
import {textOf} from './read.js';
import {
  CONFIGURATION_HEADER,
  CREDENTIAL_HEADER,
  createRouter,
  header,
  type Route,
  type SandboxRequest,
} from './router.js';
import {bend} from './bend.js';
import type {Failure} from './scenario.js';
import type {SandboxUser} from './user.js';
import type {Worlds} from './world.js';

/** Answers one request. `path` is below the sandbox's prefix, with the query. */
export type Dispatch = (
  incoming: IncomingMessage,
  response: ServerResponse,
  path: string,
) => Promise<void>;

/** What lies between the socket and the routes: who may ask, which world is meant, and what goes wrong in it. */
export function createDispatch(worlds: Worlds, routes: readonly Route[]): Dispatch {
  const match = createRouter(routes);

  return async (incoming, response, path) => {
    const {headers, method = 'GET'} = incoming;
    try {
      if (!isLoopbackHost(headers.host)) {
        throw new HttpError(403, 'not-local', 'This server is local.');
      }
      const url = new URL(`http://${headers.host}${path}`);
      const found = match(method, url.pathname);
      if (found?.route.access !== 'same-origin') shareWithLoopback(incoming, response);
      if (method === 'OPTIONS') {
        write(response, {status: 204, headers: {}, body: ''});
        return;
      }
      if (!found) throw new HttpError(404, 'not-found', 'The sandbox has nothing here.');
      const request: SandboxRequest = {
        method,
        path: url.pathname,
        query: url.searchParams,
        headers,
        body: await readBody(incoming),
        params: found.params,
        origin: url.origin,
        world: worlds.get(projectOf(found.params, url.searchParams)),
      };
      await serve(found.route, request, response);
    } catch (error) {
      write(response, answerTo(error, headers));
    }
  };
}

async function serve(
  route: Route,
  request: SandboxRequest,
  response: ServerResponse,
): Promise<void> {
  const {endpoint} = route;
  if (endpoint === undefined) {
    write(response, handle(route, request).answer);
    return;
  }

  const {scenario, log} = request.world;
  const failure = scenario.takeFailure(endpoint);
  const handled = failure && !failure.applied ? undefined : handle(route, request);
  const entry = log.add({
    at: Date.now(),
    endpoint,
    method: request.method,
    path: `${request.path}${request.query.size > 0 ? `?${request.query}` : ''}`,
    userId: handled?.userId ?? null,
    credential: header(request, CREDENTIAL_HEADER),
    configuration: header(request, CONFIGURATION_HEADER),
    body: request.body ?? null,
    status: null,
  });

  const latency = scenario.latencyOf(endpoint);
  if (latency > 0) await delay(latency, undefined, {ref: false});

  const outcome = failure ? failureOutcome(failure, handled?.answer) : handled?.answer;
  if (outcome === 'network') response.destroy();
  else if (outcome === 'cut') cutOff(response);
  else if (outcome === 'hang')
    response.once(
      'close',
      request.world.hang(() => response.destroy()),
    );
  else if (outcome !== undefined) write(response, outcome);
  entry.status = typeof outcome === 'object' ? outcome.status : (outcome ?? null);
}

/** Begins an answer that promises more than comes. */
function cutOff(response: ServerResponse): void {
  response.writeHead(200, {'content-type': 'application/json', 'content-length': '1000'});
  response.write('{"', () => response.destroy());
}

interface Handled {
  readonly answer: Answer;
  readonly userId: string | null;
}

function handle(route: Route, request: SandboxRequest): Handled {
  let userId: string | null = null;
  try {
    if (route.access !== 'user') return {userId, answer: route.handle(request)};
    const user = authenticate(request);
    userId = user.userId;
    return {userId, answer: route.handle({...request, user})};
  } catch (error) {
    return {userId, answer: answerTo(error, request.headers)};
  }
}

function authenticate(request: SandboxRequest): SandboxUser {
  const {world} = request;
  const [, token] = /^Bearer (.+)$/.exec(header(request, 'authorization') ?? '') ?? [];
  if (token === undefined) throw unauthorized('token-missing', 'There is no user token.');
  return world.user(readToken(token, world.projectId, world.tokenGeneration).sub);
}

function failureOutcome(
  {status, body, bent}: Failure,
  answer: Answer | undefined,
): Answer | 'network' | 'cut' | 'hang' {
  if (typeof status !== 'number') return status;
  if (bent && answer) return bend(answer, bent);
  if (body === undefined) {
    return refusal(new HttpError(status, 'told-to-fail', 'The sandbox was told to fail.'));
  }
  if (typeof body !== 'string') return json(body, status);
  return {status, headers: {'content-type': 'text/plain; charset=utf-8'}, body};
}

/** Refusals are sent as they are, to people as a page. Anything else is a mistake of the sandbox. */
function answerTo(error: unknown, headers: IncomingMessage['headers']): Answer {
  if (!(error instanceof HttpError)) throw error;
  const isForPeople = headers.accept?.includes('text/html') ?? false;
  return isForPeople ? page(errorPage(error.message), {status: error.status}) : refusal(error);
}

/** The project whose world a request is about: in its path, or in what OAuth carries around, or in its query. */
function projectOf(params: Readonly<Record<string, string>>, query: URLSearchParams): string {
  return (
    params.projectId ??
    parseState(query.get('state'))?.projectId ??
    textOf(query.get('project')) ??
    DEFAULT_PROJECT_ID
  );
}

/** Lets pages of this machine read the answer: a demo on `localhost` may use a sandbox on `127.0.0.1`. */
function shareWithLoopback({headers}: IncomingMessage, response: ServerResponse): void {
  response.setHeader('vary', 'origin');
  if (!isLoopbackOrigin(headers.origin)) return;
  response.setHeader('access-control-allow-origin', headers.origin);
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE');
  response.setHeader(
    'access-control-allow-headers',
    headers['access-control-request-headers'] ?? 'authorization, content-type',
  );
  response.setHeader('access-control-max-age', '600');
}
