import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {cp, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

const run = promisify(execFile);
const APPS = fileURLToPath(new URL('../../demo/frameworks/', import.meta.url));
const INTEROP = fileURLToPath(new URL('interop/', import.meta.url));

/** Outside the repository, so that nothing resolves from its node_modules. Kept: the next run installs only what has changed. */
const WORKSHOP = join(tmpdir(), 'pg-elements-frameworks');

type Command = readonly [string, ...(readonly string[])];

/** How an app becomes files for a browser; without a command they are files already. */
export interface Build {
  readonly command?: Command;
  /** Folder, below the app's, with what it makes. */
  readonly output: string;
}

export interface InstalledApp {
  readonly root: string;
  /** The folder to serve. */
  readonly app: string;
  /** The same with the page of `test/frameworks/interop/<name>` in the place of the app's own. */
  readonly interop: string;
}

/** Copies an app of `demo/frameworks`, installs the packed kit into it and builds it, as its developer would. */
export async function installApp(name: string, app: Build, interop: Build): Promise<InstalledApp> {
  const root = join(WORKSHOP, name);
  await clear(root);
  await cp(join(APPS, name), root, {recursive: true, filter: isSource});
  await npmInstall(root);
  if (app.command) await execute(root, app.command);
  await cp(join(INTEROP, name), root, {recursive: true});
  if (interop.command) {
    await cp(join(INTEROP, 'data.ts'), join(root, 'src/data.ts'));
    await execute(root, interop.command, {NODE_ENV: 'development'});
  }
  return {root, app: join(root, app.output), interop: join(root, interop.output)};
}

/** Takes everything away but what npm put there. */
async function clear(root: string): Promise<void> {
  await mkdir(root, {recursive: true});
  const files = await readdir(root);
  await Promise.all(
    files
      .filter((file) => file !== 'node_modules')
      .map((file) => rm(join(root, file), {recursive: true})),
  );
}

const isSource = (path: string): boolean => !['node_modules', 'dist'].includes(basename(path));

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

async function npmInstall(root: string): Promise<void> {
  const files = await readdir(root);
  const manifest = files.includes('package.json')
    ? (JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Manifest)
    : await packagesOfPage(root);
  const dependencies = {...manifest.dependencies, 'pg-elements': `file:${await packedKit()}`};
  await writeFile(join(root, 'package.json'), JSON.stringify({...manifest, dependencies}, null, 2));
  await execute(root, [
    'npm',
    'install',
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
  ]);
}

/** The packages that a page without a build loads from a network of mirrors. */
async function packagesOfPage(root: string): Promise<Manifest> {
  const page = await readFile(join(root, 'index.html'), 'utf8');
  const found = page.matchAll(/\/npm\/((?:@[^/]+\/)?[^/@]+)@([^/]+)\//g);
  return {
    dependencies: Object.fromEntries(
      [...found].map(([, name = '', version = '']) => [name, version]),
    ),
  };
}

/** A copy of the tarball whose name depends on its content: npm keeps what it knows by the same name. */
async function packedKit(): Promise<string> {
  const {PG_TARBALL} = process.env;
  if (!PG_TARBALL) throw new Error('PG_TARBALL is not set: run `npm run test:frameworks`.');
  const tarball = await readFile(PG_TARBALL);
  const hash = createHash('sha256').update(tarball).digest('hex').slice(0, 16);
  const copy = join(WORKSHOP, `pg-elements-${hash}.tgz`);
  await writeFile(copy, tarball);
  return copy;
}

/** @throws {Error} with all that the command printed */
async function execute(
  root: string,
  [command, ...parameters]: Command,
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  try {
    await run(command, parameters, {cwd: root, env: {...process.env, ...environment}});
  } catch (error) {
    const {stdout = '', stderr = ''} = error as {stdout?: string; stderr?: string};
    throw new Error(`${command} ${parameters.join(' ')} failed:\n${stdout}${stderr}`, {
      cause: error,
    });
  }
}
