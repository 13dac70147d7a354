import {createServer, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {basename} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {createSandbox} from '../../demo/sandbox/server.js';
import {sandboxEndpoints} from '../../demo/sandbox/endpoints.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a page of a host brings along. `{project}` and `{endpoints}` in it are filled in, as the templates of servers do. */
export interface HostPage {
  /** Attributes of `<html>`, and everything that stands in `<head>` before the import map. */
  readonly html?: string;
  readonly head?: string;
  readonly body?: string;
  /** Import map: the SDK, unless told otherwise; null for none. */
  readonly imports?: Readonly<Record<string, string>> | null;
  readonly headers?: Readonly<Record<string, string>>;
}

const SDK = {'@useparagon/connect': '/built/sdk.js'};

/** What every page knows of its backend: a script without modules, so that it runs before everything else. */
const SITE = `{
  const project = new URLSearchParams(location.search).get('project') ?? '';
  const endpoints = ${JSON.stringify(sandboxEndpoints('ORIGIN'))};
  for (const name in endpoints) endpoints[name] = endpoints[name].replace('ORIGIN', location.origin);
  window.site = {
    project,
    endpoints,
    events: [],
    tokensGiven: 0,
    async token(userId = 'newcomer', options = {}) {
      site.tokensGiven += 1;
      const response = await fetch('/sandbox/token?project=' + (options.project ?? project), {
        method: 'POST',
        headers: {'content-type': 'application/json'},
        body: JSON.stringify({userId, ...options}),
      });
      return (await response.json()).token;
    },
  };
  for (const name of ['pg-ready', 'pg-error', 'pg-installed', 'pg-install-error', 'pg-settings-saved', 'pg-disconnected'])
    document.addEventListener(name, ({detail}) => site.events.push([name, detail?.code ?? detail?.integration ?? '']));
}`;

/**
 * Pages that are not the kit's own: each says what it brings, and finds the kit, the SDK and the host's libraries built under
 * \`/built/\`, and the sandbox on the same origin.
 * @param entries modules of the hosts, by their path from the repository
 */
export async function serveHosts(pages: ReadonlyMap<string, HostPage>, entries: readonly string[]) {
  const sandbox = createSandbox();
  const built = await bundle(entries);
  const server = createServer((request, response) => {
    const {pathname, searchParams} = new URL(request.url ?? '/', 'http://localhost');
    const project = searchParams.get('project') ?? '';
    const file = built.get(pathname);
    const page = pages.get(pathname.slice(1));
    if (file !== undefined) send(response, file, 'text/javascript');
    else if (pathname === '/site.js') send(response, SITE, 'text/javascript');
    else if (page) {
      const text = documentOf(page)
        .replaceAll('{project}', project)
        .replaceAll('{endpoints}', JSON.stringify(sandboxEndpoints(originOf(server))));
      send(response, text, 'text/html', page.headers);
    } else if (pathname === '/integration-token')
      void giveToken(originOf(server), project, request.method, response);
    else sandbox.handle(request, response, () => notFound(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: originOf(server),
    close(): void {
      server.closeAllConnections();
      server.close();
    },
  };
}

function originOf(server: Server): string {
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

/** As servers of hosts give tokens: text to those who get, JSON to those who post. */
async function giveToken(
  origin: string,
  project: string,
  method: string | undefined,
  response: ServerResponse,
): Promise<void> {
  const answer = await fetch(`${origin}/sandbox/token?project=${project}`, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({userId: 'newcomer'}),
  });
  const {token} = (await answer.json()) as {readonly token: string};
  if (method === 'POST') send(response, JSON.stringify({token}), 'application/json');
  else send(response, token, 'text/plain');
}

function send(
  response: ServerResponse,
  text: string,
  type: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(200, {'content-type': `${type}; charset=utf-8`, ...headers}).end(text);
}

/** As servers of hosts answer. */
function notFound(response: ServerResponse): void {
  response
    .writeHead(404, {'content-type': 'text/html'})
    .end('<!doctype html>\n<title>404</title><h1>Not found</h1>');
}

function documentOf({html = 'lang="en"', head = '', body = '', imports = SDK}: HostPage): string {
  const map = imports && `<script type="importmap">${JSON.stringify({imports})}</script>`;
  return `<!doctype html>
<html ${html}>
<head>
<title>Host</title>
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<script src="/site.js"></script>
${map ?? ''}
${head}
</head>
<body>${body}</body>
</html>`;
}

/** The kit, split as bundlers of hosts split it, with the SDK outside; and the SDK as an ES module. */
async function bundle(entries: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const shared = {
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minifySyntax: true,
    legalComments: 'none',
    jsx: 'automatic',
    define: {'process.env.NODE_ENV': '"production"'},
    outdir: '/built',
    write: false,
    logLevel: 'error',
  } as const;
  const results = await Promise.all([
    build({
      ...shared,
      entryPoints: ['src/define.ts', 'src/elements/catalog/pg-catalog.ts', ...entries],
      entryNames: '[name]',
      splitting: true,
      external: ['@useparagon/connect'],
    }),
    build({...shared, entryPoints: {sdk: '@useparagon/connect'}}),
    build({...shared, entryPoints: {commonjs: '@useparagon/connect'}, format: 'cjs'}),
    build({...shared, entryPoints: {'sdk-2.0': 'connect-2.0'}}),
  ]);
  const files = results.flatMap(({outputFiles}) => outputFiles);
  return new Map(files.map(({path, text}) => [`/built/${basename(path)}`, text]));
}
