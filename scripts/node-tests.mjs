/**
 * Runs test files in Node, each in a process of its own.
 *
 *     node --import tsx scripts/node-tests.mjs [--concurrency 2] test/core test/e2e/popup.test.ts
 *
 * `--name "Radix|Turbo"` runs only the tests whose names match.
 *
 * With `RETRY_FAILED=1` a test that fails runs once more, alone. Is it green then, it is printed as flaky and counted as such.
 */
import {readdirSync, statSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {join, resolve} from 'node:path';
import {run} from 'node:test';
import {spec} from 'node:test/reporters';
import {parseArgs} from 'node:util';
import {exactly, printFlaky} from './flaky.mjs';

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    concurrency: {type: 'string', default: String(availableParallelism())},
    name: {type: 'string'},
  },
});

const files = positionals.flatMap((path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((file) => file.endsWith('.test.ts'))
        .map((file) => join(path, file))
    : [path],
);
if (files.length === 0) throw new Error(`There is no test in ${positionals.join(', ')}.`);

const first = await runFiles(
  files.map((file) => resolve(file)),
  values.name && new RegExp(values.name),
);
const flaky = process.env.RETRY_FAILED ? await retry(first.failed) : [];
const failed = first.failed.length - flaky.length;
printFlaky(flaky);
console.log(
  `Node: ${first.passed + flaky.length} passed, ${failed} failed, ${first.skipped} skipped`,
);
process.exitCode = failed === 0 && first.passed + flaky.length > 0 ? 0 : 1;

/** Counts tests, not suites. A test fails with its hooks, and with what it prints after its end. */
async function runFiles(paths, pattern) {
  const stream = run({
    files: paths,
    concurrency: Number(values.concurrency),
    ...(pattern && {testNamePatterns: [pattern]}),
  });
  const result = {passed: 0, skipped: 0, failed: [], green: new Set()};
  /** Names of the suites and tests under way, for each file. */
  const under = new Map();
  stream.on('test:start', ({file, name, nesting}) => {
    const names = under.get(file) ?? [];
    under.set(file, [...names.slice(0, nesting), name]);
  });
  const titleOf = ({file, name, nesting}) =>
    [...(under.get(file) ?? []).slice(0, nesting), name].join(' › ');
  stream.on('test:pass', (test) => {
    if (test.details.type === 'suite') return;
    if (test.skip !== undefined) result.skipped += 1;
    else {
      result.passed += 1;
      result.green.add(titleOf(test));
    }
  });
  stream.on('test:fail', (test) => {
    const {details, file, name} = test;
    if (details.error?.failureType === 'subtestsFailed') return;
    result.failed.push({
      file,
      name,
      title: titleOf(test),
      // A suite or a file as a whole is not run again.
      isTest: details.type !== 'suite' && resolve(name) !== file,
    });
  });
  const reporter = stream.compose(spec);
  reporter.pipe(process.stdout);
  await new Promise((done) => reporter.once('end', done));
  return result;
}

/** Runs each of these tests once more. Returns those that are green this time. */
async function retry(failed) {
  const flaky = [];
  for (const test of failed.filter(({isTest}) => isTest)) {
    console.log(`once more: ${test.title}`);
    const {green} = await runFiles([test.file], exactly(test.name));
    if (green.has(test.title)) flaky.push(test.title);
  }
  return flaky;
}
