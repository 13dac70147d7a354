/** Prints one plain closing line per run ('Chromium: 15 passed, 0 failed, 0 skipped') that log readers can parse. */
export const summaryReporter = () => ({
  onTestRunFinished({sessions}) {
    const totals = new Map();
    const walk = (suite, t) => {
      for (const test of suite?.tests ?? [])
        t[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
      for (const child of suite?.suites ?? []) walk(child, t);
    };
    for (const s of sessions) {
      const t = totals.get(s.browser.name) ?? {passed: 0, failed: 0, skipped: 0};
      totals.set(s.browser.name, t);
      walk(s.testResults, t);
      if (!s.testResults || (s.errors.length && !s.passed)) t.failed += s.errors.length || 1;
    }
    // on exit, so that the line stands alone after the progress bar's cursor codes
    process.once('exit', () => {
      for (const [name, t] of totals)
        console.log(
          `${name.split(' ')[0]}: ${t.passed} passed, ${t.failed} failed, ${t.skipped} skipped`,
        );
    });
  },
});
