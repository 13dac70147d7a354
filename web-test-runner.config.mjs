import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {playwrightLauncher} from '@web/test-runner-playwright';
import {chromiumArgs, findChromium} from './scripts/browser.mjs';
import {ariaPlugin} from './test/support/aria-plugin.mjs';
import {quietReporter} from './test/support/quiet-reporter.mjs';
import {summaryReporter} from './test/support/summary-reporter.mjs';

export default {
  files: ['test/ui/**/*.test.ts', 'test/elements/**/*.test.ts'],
  nodeResolve: {exportConditions: ['development', 'browser']},
  plugins: [
    ariaPlugin(),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
      define: {'process.env.PROPERTY_RUNS': JSON.stringify(process.env.PROPERTY_RUNS ?? '1')},
    }),
  ],
  reporters: [
    defaultReporter({reportTestResults: true, reportTestProgress: process.stdout.isTTY}),
    quietReporter(),
    summaryReporter(),
  ],
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: {executablePath: await findChromium(), args: chromiumArgs},
    }),
  ],
  filterBrowserLogs: ({args: [first]}) => !String(first).startsWith('Lit is in dev mode'),
  // No test waits for a time of its own: this one is for what never comes.
  testFramework: {
    config: {
      timeout: 30_000,
      ...(process.env.TEST_TITLE && {grep: process.env.TEST_TITLE}),
    },
  },
  testsFinishTimeout: 300_000,
};
