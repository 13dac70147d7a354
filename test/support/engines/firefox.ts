import puppeteer, {type BrowserContext, type KeyInput, type Page} from 'puppeteer-core';
import type {Driver, Tab} from './driver.js';

/** Firefox over WebDriver BiDi. It reaches nothing but this machine: for everything else there is a proxy that is not there. */
export async function startFirefox(): Promise<Driver> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr',
    headless: true,
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': 9,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': 9,
    },
  });
  let context: BrowserContext | undefined;
  const ids = new WeakMap<Page, string>();
  let count = 0;
  const tabOf = (page: Page): Tab => {
    const id = ids.get(page) ?? String((count += 1));
    ids.set(page, id);
    return {
      id,
      navigate: (url) => page.goto(url),
      back: () => page.goBack(),
      evaluate: (expression) => page.evaluate(expression),
      click: (x, y) => page.mouse.click(x, y),
      press: (key) => page.keyboard.press(key as KeyInput),
      type: (text) => page.keyboard.type(text),
    };
  };
  return {
    name: 'Firefox',
    async open(viewport) {
      await context?.close();
      context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport(viewport);
      return tabOf(page);
    },
    tabs: async () => ((await context?.pages()) ?? []).map(tabOf),
    close: () => browser.close(),
  };
}
