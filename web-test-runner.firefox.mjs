// Firefox ESR over WebDriver BiDi with the puppeteer-core that @web/test-runner-chrome already brings.
import {chromeLauncher} from '@web/test-runner-chrome';
import base from './web-test-runner.config.mjs';

const launcher = chromeLauncher({
  launchOptions: {
    browser: 'firefox',
    executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
    headless: true,
    extraPrefsFirefox: {'ui.prefersReducedMotion': 0},
  },
});
launcher.name = 'Firefox';
const initialize = launcher.initialize.bind(launcher);
launcher.initialize = async (...a) => {
  await initialize(...a);
  launcher.name = 'Firefox';
};
// puppeteer has no 'Shift+Tab' syntax; give it Playwright's
const getPage = launcher.getPage.bind(launcher);
const patched = new WeakSet();
launcher.getPage = (id) => {
  const page = getPage(id);
  if (!patched.has(page)) {
    patched.add(page);
    const {keyboard} = page;
    const press = keyboard.press.bind(keyboard);
    keyboard.press = async (combo, o) => {
      const parts = combo.length > 1 ? combo.split(/\+(?!$)/) : [combo];
      const last = parts.pop();
      for (const k of parts) await keyboard.down(k);
      await press(last, o);
      for (const k of parts.reverse()) await keyboard.up(k);
    };
  }
  return page;
};

export default {
  ...base,
  coverage: false,
  concurrency: 1,
  browserStartTimeout: 60_000,
  browsers: [launcher],
};
