export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['**/*-styles.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
};
