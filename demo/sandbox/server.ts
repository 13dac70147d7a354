import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {createDispatch} from './dispatch.js';
import {SANDBOX_PREFIX} from './endpoints.js';
import {json, write} from './http.js';
import {assetRoutes} from './routes/assets.js';
import {configurationRoutes} from './routes/configurations.js';
import {credentialRoutes} from './routes/credentials.js';
import {executionRoutes} from './routes/execution.js';
import {oauthRoutes} from './routes/oauth.js';
import {optionRoutes} from './routes/options.js';
import {ownRoutes, type LiveProject} from './routes/own.js';
import {providerRoutes} from './routes/provider.js';
import {sessionRoutes} from './routes/session.js';
import {Worlds} from './world.js';

export interface SandboxOptions {
  /** Makes `config.json` send the demo to the live service. */
  readonly live?: LiveProject | undefined;
}

export interface RunningSandbox {
  /** `http://127.0.0.1:<port>`; the same port answers under `localhost`. */
  readonly origin: string;
  close(): Promise<void>;
}

export interface Sandbox {
  /**
   * Middleware in the style of Connect. Passes on what is not below {@link SANDBOX_PREFIX}, and there what no route begins
   * with: Vite serves the modules of this folder under the same prefix.
   */
  readonly handle: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  /** Serves by itself, on 127.0.0.1. Port 0, the default, takes a free one. */
  readonly listen: (port?: number) => Promise<RunningSandbox>;
  /** Puts all worlds back to the start. */
  readonly reset: () => void;
}

/** A stand-in for the service behind `@useparagon/connect`, in memory and for this machine only. */
export function createSandbox({live}: SandboxOptions = {}): Sandbox {
  const worlds = new Worlds();
  const routes = [
    ...sessionRoutes,
    ...oauthRoutes,
    ...credentialRoutes,
    ...configurationRoutes,
    ...optionRoutes,
    ...executionRoutes,
    ...providerRoutes,
    ...assetRoutes,
    ...ownRoutes(live),
  ];
  const dispatch = createDispatch(worlds, routes);
  const ownSegments = new Set(routes.map(({path}) => firstSegment(path)));

  const handle: Sandbox['handle'] = (request, response, next) => {
    const path = pathBelowPrefix(request.url ?? '/');
    if (path === undefined || !ownSegments.has(firstSegment(path))) {
      next();
      return;
    }
    dispatch(request, response, path).catch((error: unknown) => {
      console.error('The sandbox is broken:', error);
      if (response.headersSent) response.destroy();
      else write(response, json({message: 'The sandbox is broken.', status: 500}, 500));
    });
  };

  return {
    handle,
    listen: (port = 0) => listen(handle, port),
    reset: () => worlds.reset(),
  };
}

async function listen(handle: Sandbox['handle'], port: number): Promise<RunningSandbox> {
  const server = createServer((request, response) => {
    handle(request, response, () => response.writeHead(404).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function pathBelowPrefix(url: string): string | undefined {
  return url.startsWith(`${SANDBOX_PREFIX}/`) ? url.slice(SANDBOX_PREFIX.length) : undefined;
}

function firstSegment(path: string): string {
  return path.split(/[/?]/)[1] ?? '';
}
