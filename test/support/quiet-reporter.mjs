/** Fails a run in which a test file logged to the browser's console: what users see there is a defect. */
export const quietReporter = () => ({
  onTestRunFinished({sessions}) {
    for (const session of sessions) {
      if (session.logs.length === 0) continue;
      console.error(`${session.testFile} logged to the console:`, ...session.logs.flat());
      process.exitCode = 1;
      process.once('exit', () => {
        process.exitCode = 1;
      });
    }
  },
});
