/**
 * Runs the tests that need a browser, and takes the options of `wtr`.
 *
 *     node scripts/browser-tests.mjs --config web-test-runner.firefox.mjs
 *
 * With `RETRY_FAILED=1` a test that fails runs once more, with a page and a browser of its own. Is it green then, it is printed as flaky
 * and counted as such. What a page prints, and a file that does not load or end, fails at once.
 */
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {exactly, printFlaky} from './flaky.mjs';

const options = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'pg-browser-tests-'));
try {
  const {status, browsers} = runTests(options);
  let isGreen = status === 0;
  const flaky = [];
  const lines = [];
  for (const [name, {passed, failed, skipped, broken}] of browsers) {
    const saved = process.env.RETRY_FAILED ? failed.filter(retry) : [];
    flaky.push(...saved.map(({title}) => title));
    const left = failed.length - saved.length + broken;
    if (failed.length > 0) isGreen = left === 0;
    lines.push(
      `${name}: ${passed.length + saved.length} passed, ${left} failed, ${skipped} skipped`,
    );
  }
  printFlaky(flaky);
  for (const line of lines) console.log(line);
  process.exitCode = isGreen && browsers.length > 0 ? 0 : 1;
} finally {
  rmSync(folder, {recursive: true, force: true});
}

function runTests(parameters, env = {}) {
  const report = join(folder, 'report.json');
  rmSync(report, {force: true});
  const {status} = spawnSync('npx', ['wtr', ...parameters], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {...process.env, ...env, TEST_REPORT: report},
  });
  return {status, browsers: read(report)};
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    // The runner did not come to its end.
    return [];
  }
}

/** Whether this test, alone, is green. */
function retry({file, title}) {
  console.log(`once more: ${title}`);
  const {browsers} = runTests([...options, '--files', file], {TEST_TITLE: exactly(title).source});
  // The tests of the file that do not run count as failed there.
  return browsers.some(
    ([, {passed, broken}]) => broken === 0 && passed.some((one) => one.title === title),
  );
}
