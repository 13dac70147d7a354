/**
 * Breaks the core in many small ways and says which of them no test notices.
 *
 *     npm run mutate -- --seed 1 --count 200 [--only src/core/settings]
 *
 * The sample is the same for the same seed and source. Every test file is built once, with all chosen mutants in it; each mutant then
 * runs in a process of its own, against the test files that reach it, until one of them fails or exceeds its time.
 */
import {spawn} from 'node:child_process';
import {mkdirSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {basename, join, relative} from 'node:path';
import {performance} from 'node:perf_hooks';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {build} from 'esbuild';
import {findMutants, withMutants} from './mutants.mjs';

const ROOMS = ['session', 'settings', 'options', 'install', 'accounts'];
/** At least this much is killed, or the command fails. Per cent. */
const FLOOR = 85;

const root = fileURLToPath(new URL('..', import.meta.url));
// Inside of node_modules, so that what a test imports is found from there.
const folder = join(root, 'node_modules/.mutants');

const {values: options} = parseArgs({
  options: {
    seed: {type: 'string', default: '1'},
    count: {type: 'string', default: '200'},
    only: {type: 'string', default: ''},
    jobs: {type: 'string', default: String(availableParallelism())},
  },
});

/** Mutants that behave as the code does, with the reason. */
const equivalent = JSON.parse(
  readFileSync(new URL('equivalent-mutants.json', import.meta.url), 'utf8'),
);

const sources = new Map(
  ROOMS.flatMap((room) => typescriptFilesIn(`src/core/${room}`)).map((file) => [
    file,
    readFileSync(join(root, file), 'utf8'),
  ]),
);
const possible = [...sources]
  .filter(([file]) => file.startsWith(options.only))
  .flatMap(([file, text]) => findMutants(file, text));
const sample = shuffled(possible, Number(options.seed))
  .slice(0, Number(options.count))
  .map((mutant, index) => ({...mutant, id: index + 1}));
const excused = sample.filter((mutant) => reasonOf(mutant) !== undefined);
const chosen = sample.filter((mutant) => !excused.includes(mutant));

console.log(
  `${possible.length} mutants are possible, ${sample.length} of them chosen by seed ${options.seed}.`,
);
rmSync(folder, {recursive: true, force: true});
mkdirSync(folder, {recursive: true});
try {
  const tests = await buildTests();
  const results = await runAll(tests);
  process.exitCode = report(results) >= FLOOR ? 0 : 1;
} finally {
  rmSync(folder, {recursive: true, force: true});
}

function typescriptFilesIn(path) {
  return readdirSync(join(root, path), {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(path, file))
    .toSorted();
}

/** In an order that depends on the seed alone (mulberry32, Fisher and Yates). */
function shuffled(list, seed) {
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const result = [...list];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other], result[last]];
  }
  return result;
}

function reasonOf({file, original, replacement}) {
  return equivalent.find(
    (one) =>
      one.file === file &&
      one.original === original &&
      (one.replacement ?? replacement) === replacement,
  )?.reason;
}

/** Builds every test file of the core, and runs each as it is to see what it reaches and how long it takes. */
async function buildTests() {
  const files = typescriptFilesIn('test/core').filter((file) => file.endsWith('.test.ts'));
  await build({
    absWorkingDir: root,
    entryPoints: files,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outdir: folder,
    outExtension: {'.js': '.mjs'},
    logLevel: 'warning',
    banner: {
      js: [
        'const reached = new Set();',
        'const on = Number(process.env.MUTANT ?? 0);',
        'globalThis.isMutant = (id) => (reached.add(id), id === on);',
        "if (on === 0) process.on('exit', () => console.log('\\nreached', JSON.stringify([...reached])));",
      ].join('\n'),
    },
    plugins: [
      {
        name: 'mutants',
        setup: ({onLoad}) => {
          onLoad({filter: /\/src\/core\/.*\.ts$/}, ({path}) => {
            const file = relative(root, path);
            const text = sources.get(file);
            if (text === undefined) return undefined;
            const own = chosen.filter((mutant) => mutant.file === file);
            return {contents: withMutants(text, own), loader: 'ts'};
          });
        },
      },
    ],
  });
  return inParallel(files, async (file) => {
    const {status, output, ms} = await runTest(file, 0, 120_000);
    if (status !== 0) throw new Error(`${file} fails without any mutant:\n${output}`);
    const reached = new Set(JSON.parse(/^reached (.*)$/m.exec(output)[1]));
    return {file, ms, reached};
  });
}

function runTest(file, mutant, limit) {
  const built = join(folder, basename(file).replace(/\.ts$/, '.mjs'));
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--max-old-space-size=768', built], {
      cwd: root,
      env: {...process.env, MUTANT: String(mutant), NODE_ENV: 'test'},
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limit,
      killSignal: 'SIGKILL',
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('close', (status) => resolve({status, output, ms: performance.now() - started}));
  });
}

async function runAll(tests) {
  return inParallel(chosen, async (mutant) => {
    const room = mutant.file.split('/')[2];
    const isNear = ({file}) => basename(file).startsWith(room.replace(/s$/, ''));
    const reaching = tests
      .filter(({reached}) => reached.has(mutant.id))
      .toSorted((a, b) => Number(isNear(b)) - Number(isNear(a)) || a.ms - b.ms);
    for (const {file, ms} of reaching) {
      const {status} = await runTest(file, mutant.id, Math.ceil(10_000 + 5 * ms));
      if (status === null) return {mutant, fate: 'too slow', file};
      if (status !== 0) return {mutant, fate: 'killed', file};
    }
    const fate = reaching.length > 0 ? 'survived' : 'not reached';
    describe(mutant, fate);
    return {mutant, fate};
  });
}

async function inParallel(list, work) {
  const results = [];
  const waiting = list.entries();
  const lane = async () => {
    for (const [index, item] of waiting) {
      results[index] = await work(item);
      if (process.stdout.isTTY) process.stdout.write(`\r${index + 1} of ${list.length} `);
    }
  };
  await Promise.all(Array.from({length: Number(options.jobs)}, lane));
  if (process.stdout.isTTY) process.stdout.write('\r');
  return results;
}

function one(text) {
  return text.replaceAll(/\s+/g, ' ').slice(0, 110);
}

function describe({id, file, line, kind, original, replacement}, fate) {
  const written = kind === 'expression' ? one(replacement) : `(${kind} left out)`;
  console.log(`${fate} #${id} ${file}:${line}\n  - ${one(original)}\n  + ${written}`);
}

/** Prints how many mutants of each file were noticed. Returns how many of them were noticed, in per cent. */
function report(results) {
  const isKilled = ({fate}) => fate === 'killed' || fate === 'too slow';
  const percent = (list) =>
    list.length === 0 ? 100 : (100 * list.filter(isKilled).length) / list.length;
  for (const {file, line, ...mutant} of excused)
    console.log(
      `equivalent ${file}:${line} ${one(mutant.replacement)}: ${reasonOf({file, ...mutant})}`,
    );
  for (const file of new Set(results.map(({mutant}) => mutant.file))) {
    const own = results.filter(({mutant}) => mutant.file === file);
    const killed = own.filter(isKilled).length;
    console.log(`${file.padEnd(48)} ${killed} of ${own.length} killed`);
  }
  const slow = results.filter(({fate}) => fate === 'too slow').length;
  console.log(
    `${results.filter(isKilled).length} of ${results.length} mutants killed (${percent(results).toFixed(1)} %), ` +
      `${slow} of them by their time limit; ${excused.length} equivalent ones left out.`,
  );
  return percent(results);
}
