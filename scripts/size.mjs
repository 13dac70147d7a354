/**
 * Holds the promise of what a page downloads, minified and gzipped, the SDK apart: the whole portal of the files for script tags until its
 * first card is painted, and what each first intent adds; then each element alone, as Vite bundles it in an application, without the parts
 * that load later on their own and without Vite's own helper for loading them, which an application has once. Fails above a budget.
 */
import {existsSync, readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {gzipSync} from 'node:zlib';
import {build} from 'vite';

const CDN = 'dist/cdn';
const KB = 1000;

/** Of the whole portal: budget until the first card, and how many files that may take. */
const PORTAL = {bytes: 42 * KB, files: 8};
/** What one more surface of it may add. */
const SURFACE = 25 * KB;
const AUTOLOAD = 1 * KB;
const SURFACES = [
  'pg-portal-detail',
  'pg-install-flow',
  'pg-account-list',
  'pg-input',
  'pg-user-settings',
  'pg-combobox',
  'pg-field-mapper',
];

/** Element, budget in bytes: what is promised, or a tenth above what it weighed when that was decided. */
const ELEMENTS = [
  ['elements/catalog/pg-catalog.js', 20 * KB],
  ['elements/account-list/pg-account-list.js', 34.4 * KB],
  ['elements/install-flow/pg-install-flow.js', 41 * KB],
  ['elements/user-settings/pg-user-settings.js', 43 * KB],
  ['elements/integration/pg-integration.js', 29.6 * KB],
  ['elements/tools/pg-tools.js', 30.8 * KB],
  ['core/index.js', 26 * KB],
];

const gzip = (code) => gzipSync(code, {level: 9}).length;
let failed = 0;

function report(name, bytes, budget, more = '') {
  const kept = bytes <= budget;
  if (!kept) failed += 1;
  const word = kept ? 'ok' : 'FAIL';
  const over = kept ? '' : `, ${bytes - budget} B too much`;
  console.log(`${word.padEnd(6)} ${name.padEnd(46)} ${bytes} B of ${budget}${over}${more}`);
}

const codeOf = (file) => readFileSync(join(CDN, file), 'utf8');

/** A file with all that it imports before it runs. */
function withStatic(file, files = new Set()) {
  if (files.has(file)) return files;
  files.add(file);
  for (const [, next] of codeOf(file).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)) {
    withStatic(next, files);
  }
  return files;
}

/** Which file registers a tag, told by those that load it when it is wanted. */
function fileOf(tag, loaders) {
  const pattern = new RegExp(
    `["'\`]${tag}["'\`](?:,|:)\\(.*?\\)=>.*?import\\(["'\`]\\./([^"'\`]+)`,
  );
  const file = loaders.map((code) => pattern.exec(code)?.[1]).find(Boolean);
  if (!file) throw new Error(`Nothing loads ${tag}.`);
  return file;
}

function measurePortal() {
  const autoload = codeOf('autoload.js');
  report('autoload', gzip(autoload), AUTOLOAD);
  const loaded = withStatic('autoload.js');
  withStatic(fileOf('pg-portal', [autoload]), loaded);
  const sum = () => [...loaded].reduce((total, file) => total + gzip(codeOf(file)), 0);
  let before = sum();
  if (loaded.size > PORTAL.files) failed += 1;
  const files = `, ${loaded.size} files of ${PORTAL.files}`;
  report('whole portal until its first card', before, PORTAL.bytes, files);
  const loaders = [...loaded].map(codeOf);
  for (const tag of SURFACES) {
    withStatic(fileOf(tag, loaders), loaded);
    const after = sum();
    report(`  then ${tag}`, after - before, SURFACE);
    before = after;
  }
}

async function measureElement(module, budget) {
  const path = JSON.stringify(resolve('dist', module));
  const entry = {
    name: 'entry',
    resolveId: (id) => (id === 'virtual:entry' ? id : undefined),
    load: (id) => (id === 'virtual:entry' ? `export * from ${path}; import ${path};` : undefined),
  };
  const withoutHelper = {
    name: 'without-helper',
    enforce: 'pre',
    load: {
      filter: {id: /vite\/preload-helper/},
      handler: () => 'export const __vitePreload = (load) => load();',
    },
  };
  const {output} = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [entry, withoutHelper],
    build: {
      write: false,
      minify: true,
      modulePreload: false,
      rolldownOptions: {
        input: 'virtual:entry',
        external: ['@useparagon/connect'],
        preserveEntrySignatures: 'allow-extension',
        output: {minify: true},
      },
    },
  });
  const chunks = new Map(
    output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])),
  );
  const first = new Set([...chunks.values()].flatMap((one) => (one.isEntry ? one.fileName : [])));
  for (const name of first) for (const next of chunks.get(name)?.imports ?? []) first.add(next);
  const bytes = (names) =>
    names.reduce((total, name) => total + gzip(chunks.get(name)?.code ?? ''), 0);
  const all = bytes([...chunks.keys()]);
  report(module, bytes([...first]), budget, `, ${all} B with all that loads later`);
}

if (!existsSync(join(CDN, 'autoload.js'))) throw new Error('Run `npm run build` first.');
measurePortal();
for (const [module, budget] of ELEMENTS) await measureElement(module, budget);
process.exitCode = failed > 0 ? 1 : 0;
