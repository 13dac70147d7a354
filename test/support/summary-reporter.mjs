import {writeFileSync} from 'node:fs';

/**
 * Prints one plain closing line per run ('Chromium: 15 passed, 0 failed, 0 skipped') that log readers can parse, or writes the results
 * to the file `TEST_REPORT`, for who decides what a failed test means.
 */
export const summaryReporter = () => ({
  onTestRunFinished({sessions}) {
    const browsers = new Map();
    for (const session of sessions) {
      const name = session.browser.name.split(' ')[0];
      const result = browsers.get(name) ?? {passed: [], failed: [], skipped: 0, broken: 0};
      browsers.set(name, result);
      collect(session.testResults, [], session.testFile, result);
      // What is wrong with a file as a whole belongs to none of its tests.
      if (!session.testResults || (session.errors.length > 0 && !session.passed))
        result.broken += session.errors.length || 1;
      if (session.logs.length > 0) result.broken += 1;
    }
    const {TEST_REPORT} = process.env;
    if (TEST_REPORT) {
      writeFileSync(TEST_REPORT, JSON.stringify([...browsers]));
      return;
    }
    // On exit, so that the line stands alone after the progress bar's cursor codes.
    process.once('exit', () => {
      for (const [name, {passed, failed, skipped, broken}] of browsers)
        console.log(
          `${name}: ${passed.length} passed, ${failed.length + broken} failed, ${skipped} skipped`,
        );
    });
  },
});

function collect(suite, titles, file, result) {
  for (const test of suite?.tests ?? []) {
    const title = [...titles, test.name].join(' ');
    if (test.skipped) result.skipped += 1;
    else result[test.passed ? 'passed' : 'failed'].push({file, title});
  }
  for (const child of suite?.suites ?? []) collect(child, [...titles, child.name], file, result);
}
