import {after, suite} from 'node:test';
import {launchChromium} from '../support/chromium.js';
import {testApp} from './app-tests.js';
import {installApp, type Build} from './install.js';
import {testInterop} from './interop-tests.js';
import {policyOf, type PolicyNeeds} from './policy.js';
import {serve} from './serve.js';

const VITE_APP: Build = {command: ['npm', 'run', 'build'], output: 'dist'};

/** Unminified, so that the framework's own checks and warnings are on. */
const VITE_INTEROP: Build = {
  command: ['npx', 'vite', 'build', '--mode', 'development', '--outDir', 'interop'],
  output: 'interop',
};

/** One framework: all that differs from the others. */
export interface Framework extends PolicyNeeds {
  /** Its folder in `demo/frameworks`. */
  readonly name: string;
  /** Builds with Vite, unless these say otherwise. */
  readonly app?: Build;
  readonly interop?: Build;
  /** Path of the interop page. */
  readonly interopPath?: string;
  /** Whether its elements are registered before it renders, whatever the page does. */
  readonly isAlwaysLoaded?: boolean;
}

/** Installs the packed kit into the framework's app, builds it, and tests the app and the interop page in a browser. */
export async function testFramework(framework: Framework): Promise<void> {
  const {name, app = VITE_APP, interop = VITE_INTEROP} = framework;
  const installed = await installApp(name, app, interop);
  const policy = policyOf(framework);
  const servedApp = await serve(installed.app, policy);
  const servedInterop = await serve(installed.interop, policy);
  const browser = await launchChromium();
  after(async () => {
    await browser.close();
    servedApp.close();
    servedInterop.close();
  });
  const {root} = installed;
  suite(`the app for ${name}`, () => testApp({root, browser, served: servedApp}));
  suite(`the elements in ${name}`, () =>
    testInterop({
      root,
      browser,
      served: servedInterop,
      path: framework.interopPath ?? '/',
      isAlwaysLoaded: framework.isAlwaysLoaded ?? false,
    }),
  );
}
