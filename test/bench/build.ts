import {spawnSync} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {build, type Plugin} from 'esbuild';

const root = resolve(import.meta.dirname, '../..');

/** The package as `npm run build:lib` makes it, and pages that use it. */
export interface Built {
  /** Bundles the script of a page. */
  readonly bundle: (page: string) => Promise<string>;
  readonly dispose: () => Promise<void>;
}

/** Builds the package into a temporary folder: what is measured is what is published, minified as an application would. */
export async function buildPackage(): Promise<Built> {
  const dist = await mkdtemp(join(tmpdir(), 'pg-bench-'));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const {status, stdout} = spawnSync(
    process.execPath,
    [tsc, '-p', 'tsconfig.build.json', '--outDir', dist],
    {cwd: root, encoding: 'utf8'},
  );
  if (status !== 0) console.error(`The package does not compile:\n${stdout}`);
  return {
    bundle: (page) => bundle(join(import.meta.dirname, page), dist),
    dispose: () => rm(dist, {recursive: true}),
  };
}

async function bundle(page: string, dist: string): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [page],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    // As applications are deployed; what the kit is compared with has another mode as well.
    define: {'process.env.NODE_ENV': '"production"'},
    write: false,
    nodePaths: [join(root, 'node_modules')],
    plugins: [fromDist(dist)],
  });
  return outputFiles[0]?.text ?? '';
}

/** Pages import from `src`, for its types; they run on what was built of it. */
function fromDist(dist: string): Plugin {
  return {
    name: 'from-dist',
    setup: (building) =>
      building.onResolve({filter: /\/src\/.*\.js$/}, ({path}) => ({
        path: join(dist, path.replace(/^.*\/src\//, '')),
        sideEffects: true,
      })),
  };
}
