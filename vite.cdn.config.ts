import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {defineConfig, type Plugin} from 'vite';
import {compileModule} from './scripts/compile.mjs';

const SDK = '@useparagon/connect';

/**
 * For plain script tags: everything inside, the SDK too, which is a module of its own and fetched only when an element needs it. A page
 * that sets `sdk` brings its own and never fetches that.
 *
 * `--mode single` makes one file of everything instead, for pages that give the hash of what they load.
 */
export default defineConfig(({mode}) => {
  const isSingle = mode === 'single';
  return {
    publicDir: false,
    plugins: [compiled(), sdkNotices()],
    build: {
      target: 'es2022',
      outDir: 'dist/cdn',
      emptyOutDir: !isSingle,
      minify: true,
      license: {fileName: 'LICENSES.md'},
      lib: {
        entry: isSingle
          ? {'pg-elements.bundle': 'src/define.ts'}
          : {'pg-elements': 'src/define.ts', autoload: 'src/autoload.ts'},
        formats: ['es'],
      },
      rolldownOptions: {
        // Those who import everything have asked for what others load later.
        checks: {ineffectiveDynamicImport: false},
        output: {
          entryFileNames: '[name].js',
          // Those of a group are named by all that import them.
          chunkFileNames: ({facadeModuleId, name}) =>
            `${facadeModuleId?.includes(SDK) ? 'sdk' : name.split('~', 1)[0]}-[hash].js`,
          minify: true,
          codeSplitting: isSingle ? false : {groups: GROUPS},
        },
      },
    },
  };
});

/**
 * Each file costs a request, and what compression cannot see across files. So what the first card of a portal needs is one file, and what
 * people come to next is one each, in the order in which they do: what several share is in the first of them. The rest is joined where it
 * is small.
 */
const GROUPS = [
  {name: 'portal', test: /\/src\/elements\/portal\/pg-portal(-view)?\.ts$/, priority: 9},
  {name: 'detail', test: /pg-portal-detail\.ts$/, priority: 8},
  {name: 'flow', test: /pg-install-flow\.ts$|start-install\.ts$/, priority: 7},
  {name: 'accounts', test: /pg-account-list\.ts$/, priority: 6},
  {name: 'inputs', test: /pg-input\.ts$/, priority: 5},
  {name: 'settings', test: /pg-user-settings\.ts$/, priority: 4},
  {name: 'choices', test: /pg-combobox\.ts$|controls\/choice\.ts$/, priority: 3},
  {
    name: 'mapper',
    test: /pg-field-mapper\.ts$|mapper-view\.ts$|controls\/field-mapper\.ts/,
    priority: 2,
  },
  {name: 'tools', test: /pg-tools\.ts$/, priority: 1},
  {name: 'combos', test: /controls\/(combo|dynamic-combo)\.ts$/, priority: 1},
  // For developers, a while after everything else.
  {name: 'checks', test: /check-set-up\.ts$|developer-help\.ts$/, priority: 1},
  {
    name: 'part',
    // A language is loaded for those who read it: joined with others it would be registered for everybody.
    test: /(?<!@useparagon.*)\/src\/(?!autoload|i18n\/languages\/)|node_modules\/(@?lit)/,
    entriesAware: true,
    entriesAwareMergeThreshold: 3000,
  },
];

/** The source as the package has it, style sheets and templates minified. */
function compiled(): Plugin {
  return {
    name: 'compiled',
    enforce: 'pre',
    transform: {
      filter: {id: /^(?!.*node_modules).*\/src\/.*\.ts$/},
      handler: (code, id) => compileModule(code, id),
    },
  };
}

/** The SDK comes with others' code inside, and their notices beside it. */
function sdkNotices(): Plugin {
  return {
    name: 'sdk-notices',
    generateBundle() {
      const path = `${createRequire(import.meta.url).resolve(SDK)}.LICENSE.txt`;
      this.emitFile({type: 'asset', fileName: 'sdk.LICENSE.txt', source: readFileSync(path)});
    },
  };
}
