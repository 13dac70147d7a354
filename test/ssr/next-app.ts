import {execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {cp, mkdir, readdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {request as ask} from 'node:http';
import {createServer, type AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import type {Answer} from './support.js';

const run = promisify(execFile);
const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
const APP = join(REPOSITORY, 'demo/ssr/next');
/** Outside the repository, so that nothing resolves from its node_modules. Kept: the next run installs what has changed. */
const WORKSHOP = join(tmpdir(), 'pg-elements-next');
const NPM = ['--no-package-lock', '--no-audit', '--no-fund', '--prefer-offline'];

/** The app of `demo/ssr/next` with the packed kit, built as its developer would, and running. */
export async function startNext(): Promise<{readonly answer: Answer; readonly stop: () => void}> {
  await mkdir(WORKSHOP, {recursive: true});
  const old = (await readdir(WORKSHOP)).filter((file) => file !== 'node_modules');
  await Promise.all(old.map((file) => rm(join(WORKSHOP, file), {recursive: true})));
  await cp(APP, WORKSHOP, {
    recursive: true,
    filter: (path) => !/[\\/](node_modules|\.next)$/.test(path),
  });
  const file = join(WORKSHOP, 'package.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as {
    dependencies: Record<string, string>;
  };
  manifest.dependencies['pg-elements'] = `file:${await pack()}`;
  await writeFile(file, JSON.stringify(manifest));
  const options = {cwd: WORKSHOP, env: {...process.env, NEXT_TELEMETRY_DISABLED: '1'}};
  await run('npm', ['install', ...NPM], options);
  const next = join(WORKSHOP, 'node_modules/next/dist/bin/next');
  await run(process.execPath, [next, 'build'], options);

  const port = await freePort();
  const server = spawn(process.execPath, [next, 'start', '--port', String(port)], {
    ...options,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    let log = '';
    server.stdout.on('data', (chunk) => {
      log += String(chunk);
      if (log.includes('Ready in')) resolve();
    });
    server.once('exit', () => reject(new Error(`Next did not start: ${log}`)));
  });
  return {
    answer(request, response) {
      const {url: path, method, headers} = request;
      const forwarded = ask({host: 'localhost', port, path, method, headers}, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      request.pipe(forwarded);
    },
    stop: () => server.kill(),
  };
}

/** Under a name of its own, since npm keeps what has the name of before. */
async function pack(): Promise<string> {
  const parameters = ['pack', '--json', '--ignore-scripts', '--pack-destination', WORKSHOP];
  const {stdout} = await run('npm', parameters, {cwd: REPOSITORY});
  const [packed] = JSON.parse(stdout) as readonly {
    readonly filename: string;
    readonly shasum: string;
  }[];
  if (!packed) throw new Error('npm packed nothing.');
  const tarball = join(WORKSHOP, `pg-elements-${packed.shasum}.tgz`);
  await rename(join(WORKSHOP, packed.filename), tarball);
  return tarball;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
