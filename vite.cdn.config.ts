import {defineConfig} from 'vite';

/** One file with Lit inside, for a plain script tag. */
export default defineConfig({
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: 'dist/cdn',
    emptyOutDir: true,
    minify: true,
    sourcemap: true,
    lib: {entry: {'pg-elements': 'src/define.ts'}, formats: ['es']},
    rolldownOptions: {
      // The SDK stays outside: the page decides whether and from where it comes.
      external: ['@useparagon/connect'],
      output: {entryFileNames: '[name].js', minify: true},
    },
  },
});
