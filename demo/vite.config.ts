import {readdirSync} from 'node:fs';
import {resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {defineConfig, loadEnv} from 'vite';
import type {LiveProject} from './sandbox/routes/own.js';
import {sandboxPlugin} from './sandbox/vite-plugin.js';
import {sitePlugin} from './site/build/plugin.js';

const DEMO = fileURLToPath(new URL('.', import.meta.url));
const REPOSITORY = resolve(DEMO, '..');

/** The demo, with the sandbox on the same port: `npm start` opens no other. */
export default defineConfig(({mode}) => ({
  root: DEMO,
  // The token in .env reaches the page through the sandbox's config.json alone, never through a bundle.
  envDir: false,
  plugins: [sandboxPlugin({live: readLiveProject(mode)}), sitePlugin()],
  // Examples import the package by its name, as everybody does who copies them.
  resolve: {alias: packageEntries()},
  // The sandbox shares what it means to share; Vite's own rule would share config.json too.
  server: {host: '127.0.0.1', port: 5173, strictPort: false, cors: false},
  preview: {host: '127.0.0.1', port: 5173, strictPort: false, cors: false},
  // Imported lazily, so Vite would find it late and reload the page in the middle of the first click.
  optimizeDeps: {
    include: [
      '@useparagon/connect',
      'minisearch',
      '@awesome.me/webawesome/dist/components/input/input.js',
      '@awesome.me/webawesome/dist/components/switch/switch.js',
    ],
  },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    rolldownOptions: {input: findPages()},
  },
}));

function readLiveProject(mode: string): LiveProject | undefined {
  const {PG_PROJECT_ID: projectId, PG_USER_TOKEN: userToken} = loadEnv(mode, REPOSITORY, 'PG_');
  if (projectId && userToken) return {projectId, userToken};
  if (projectId || userToken) {
    throw new Error('Set both PG_PROJECT_ID and PG_USER_TOKEN in .env, or neither.');
  }
  return undefined;
}

/** The sources of the package's entries, by the names that package.json gives them. */
function packageEntries(): {find: RegExp; replacement: string}[] {
  return [
    {find: /^pg-elements$/, replacement: resolve(REPOSITORY, 'src/index.ts')},
    {find: /^pg-elements\/define$/, replacement: resolve(REPOSITORY, 'src/define.ts')},
    {
      find: /^pg-elements\/core\/external-account$/,
      replacement: resolve(REPOSITORY, 'src/core/accounts/external-account.ts'),
    },
    {
      find: /^pg-elements\/core\/mapping$/,
      replacement: resolve(REPOSITORY, 'src/core/mapping/index.ts'),
    },
    {
      find: /^pg-elements\/i18n\/load$/,
      replacement: resolve(REPOSITORY, 'src/i18n/load.ts'),
    },
    {find: /^pg-elements\/core$/, replacement: resolve(REPOSITORY, 'src/core/index.ts')},
  ];
}

/** Every HTML file below demo/ is a page, named by its path. */
function findPages(): Record<string, string> {
  const files = readdirSync(DEMO, {recursive: true, encoding: 'utf8'});
  return Object.fromEntries(
    files
      .filter(
        (file) =>
          file.endsWith('.html') && !/(^|[\\/])(dist|node_modules|frameworks)[\\/]/.test(file),
      )
      .map((file) => [file.slice(0, -'.html'.length), resolve(DEMO, file)]),
  );
}
