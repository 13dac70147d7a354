import type {IncomingHttpHeaders} from 'node:http';
import {HttpError, type Answer} from './http.js';
import {textOf} from './read.js';
import type {EndpointName} from './scenario.js';
import type {Account, SandboxUser} from './user.js';
import type {World} from './world.js';

/** A request after parsing. */
export interface SandboxRequest {
  readonly method: string;
  /** Below the sandbox's prefix. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  /** Values of the `:names` in the route's path. */
  readonly params: Readonly<Record<string, string>>;
  /** Scheme, host and port under which the caller sees the sandbox. */
  readonly origin: string;
  readonly world: World;
}

/** A request with a valid user token. */
export interface UserRequest extends SandboxRequest {
  readonly user: SandboxUser;
}

export type Handler<TRequest> = (request: TRequest) => Answer;

export type Route = {
  readonly method: string;
  readonly path: string;
  /** Absent for the sandbox's own routes, which are neither logged nor disturbed. */
  readonly endpoint?: EndpointName;
} & (
  | {readonly access: 'user'; readonly handle: Handler<UserRequest>}
  /** `same-origin` routes are not shared with pages of other origins. */
  | {readonly access: 'anyone' | 'same-origin'; readonly handle: Handler<SandboxRequest>}
);

/** A route of the service's API: needs a user token. */
export function userRoute(
  endpoint: EndpointName,
  method: string,
  path: string,
  handle: Handler<UserRequest>,
): Route {
  return {endpoint, method, path, access: 'user', handle};
}

/** A page or file that browsers load without a token. */
export function openRoute(
  endpoint: EndpointName,
  method: string,
  path: string,
  handle: Handler<SandboxRequest>,
): Route {
  return {endpoint, method, path, access: 'anyone', handle};
}

export interface RouteMatch {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** @returns a function from method and path to the route that serves it. `:name` matches a segment, a final `*` the rest. */
export function createRouter(
  routes: readonly Route[],
): (method: string, path: string) => RouteMatch | undefined {
  const compiled = routes.map((route) => ({route, pattern: compile(route.path)}));
  return (method, path) => {
    for (const {route, pattern} of compiled) {
      if (route.method !== method && route.method !== 'ANY') continue;
      const match = pattern.exec(path);
      if (match) return {route, params: decoded(match.groups ?? {})};
    }
    return undefined;
  };
}

/** @throws {Error} if the route has no such parameter, which is a mistake in the sandbox */
export function param(request: SandboxRequest, name: string): string {
  const value = request.params[name];
  if (value === undefined) throw new Error(`The route has no parameter "${name}".`);
  return value;
}

/** A header that is sent once. */
export function header(
  request: {readonly headers: IncomingHttpHeaders},
  name: string,
): string | null {
  const value = request.headers[name.toLowerCase()];
  return typeof value === 'string' ? value : null;
}

export const CREDENTIAL_HEADER = 'X-Paragon-Credential';
export const CONFIGURATION_HEADER = 'X-Paragon-Configuration-Id';

/** The account that the request names in its header, else the integration's default one. */
export function selectedAccount(request: UserRequest, type: string): Account {
  const reference = textOf(header(request, CREDENTIAL_HEADER));
  const account =
    reference === undefined ? request.user.defaultAccount(type) : request.user.account(reference);
  if (account?.fixture.type !== type) {
    throw new HttpError(404, 'credential-unknown', 'This integration has no such account.');
  }
  return account;
}

function compile(path: string): RegExp {
  const source = path
    .replace(/[.]/g, '\\.')
    .replace(/:(\w+)/g, '(?<$1>[^/]+)')
    .replace(/\*$/, '(?<rest>.*)');
  return new RegExp(`^${source}$`);
}

function decoded(groups: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
  } catch {
    throw new HttpError(400, 'bad-input', 'The address is not well formed.');
  }
}
