import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {defineConfig, type Plugin} from 'vite';
import {minifyStyles} from './scripts/styles.mjs';

const SDK = '@useparagon/connect';

/**
 * For a plain script tag: everything inside, the SDK too, which is a module of its own and fetched only when an element needs it. A page
 * that sets `sdk` brings its own and never fetches that.
 */
export default defineConfig({
  publicDir: false,
  plugins: [smallStyles(), sdkNotices()],
  build: {
    target: 'es2022',
    outDir: 'dist/cdn',
    emptyOutDir: true,
    minify: true,
    sourcemap: true,
    license: {fileName: 'LICENSES.md'},
    lib: {entry: {'pg-elements': 'src/define.ts'}, formats: ['es']},
    rolldownOptions: {
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: ({facadeModuleId}) =>
          facadeModuleId?.includes(SDK) ? 'sdk-[hash].js' : '[name]-[hash].js',
        minify: true,
      },
    },
  },
});

function smallStyles(): Plugin {
  return {
    name: 'small-styles',
    enforce: 'pre',
    transform: {
      filter: {id: /\/src\/.*\.ts$/},
      handler: (code, id) => ({code: minifyStyles(code, id), map: null}),
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
