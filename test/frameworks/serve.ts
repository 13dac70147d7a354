import {readFile} from 'node:fs/promises';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {extname, join, normalize} from 'node:path';
import {createSandbox} from '../../demo/sandbox/server.js';

/** The project of the apps; every server has a world of its own. */
export const PROJECT = 'your-project-id';

const TYPES = new Map([
  ['.css', 'text/css'],
  ['.html', 'text/html'],
  ['.js', 'text/javascript'],
]);

export interface Served {
  readonly origin: string;
  close(): void;
}

/**
 * A built app, the backend that signs tokens for it, and the sandbox, on one port.
 *
 * @param policy the app's content security policy
 */
export async function serve(directory: string, policy: string): Promise<Served> {
  const sandbox = createSandbox();
  const server = createServer((request, response) => {
    sandbox.handle(request, response, () => {
      void answer(request, response).catch(() => response.writeHead(404).end());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const {pathname} = new URL(request.url ?? '/', origin);
    if (pathname === '/integration-token') {
      response.writeHead(200, {'content-type': 'text/plain'}).end(await signToken(request, origin));
      return;
    }
    const file = normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    const content = await readFile(join(directory, file));
    response
      .writeHead(200, {
        'content-type': TYPES.get(extname(file)) ?? 'application/octet-stream',
        'content-security-policy': policy,
      })
      .end(content);
  }

  return {
    origin,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What the app's own backend does: it knows by a cookie who is logged in. */
async function signToken({headers}: IncomingMessage, origin: string): Promise<string> {
  const [, userId] = /\buser=([^;]+)/.exec(headers.cookie ?? '') ?? [];
  const response = await fetch(`${origin}/sandbox/token?project=${PROJECT}`, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({userId}),
  });
  const {token} = (await response.json()) as {readonly token: string};
  return token;
}
