/**
 * Measures what a page downloads before it can show something: each entry with Lit inside and the SDK outside, minified and
 * gzipped, without the parts that load later on their own. Fails above a budget.
 */
import {gzipSync} from 'node:zlib';
import {build} from 'esbuild';

/** Entry, budget in bytes (gzip): what each weighs today and a little more, so that growth is a decision. */
const BUDGETS = [
  ['dist/elements/catalog/pg-catalog.js', 24_700],
  ['dist/elements/portal/pg-portal.js', 21_000],
  ['dist/elements/install-flow/pg-install-flow.js', 46_500],
  ['dist/core/index.js', 26_000],
  ['dist/define.js', 99_500],
];

async function measure(entry) {
  const {metafile, outputFiles} = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    external: ['@useparagon/connect'],
    outdir: 'out',
    metafile: true,
    write: false,
  });
  const outputs = Object.entries(metafile.outputs);
  const first = outputs.find(([, output]) => output.entryPoint === entry)?.[0];
  const initial = new Set();
  const visit = (path) => {
    if (initial.has(path)) return;
    initial.add(path);
    for (const {path: next, kind} of metafile.outputs[path].imports) {
      if (kind === 'import-statement' && next in metafile.outputs) visit(next);
    }
  };
  visit(first);
  const sizeOf = (path) => {
    const file = outputFiles.find(({path: absolute}) => absolute.endsWith(path));
    return gzipSync(file.contents, {level: 9}).length;
  };
  const sum = (paths) => paths.reduce((total, path) => total + sizeOf(path), 0);
  return {initial: sum([...initial]), all: sum(outputs.map(([path]) => path))};
}

let failed = 0;
for (const [entry, budget] of BUDGETS) {
  const {initial, all} = await measure(entry);
  const ok = initial <= budget;
  if (!ok) failed += 1;
  console.log(
    `${ok ? 'ok  ' : 'FAIL'} ${entry.padEnd(48)} ${initial} B of ${budget} B gzip, ${all} B with all that loads later`,
  );
}
process.exitCode = failed > 0 ? 1 : 0;
