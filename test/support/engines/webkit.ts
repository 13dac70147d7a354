import {startWebKit, WebKitPage} from '../webkit-driver.mjs';
import type {Driver, Tab} from './driver.js';

/** Reaches nothing but this machine: for everything else there is a proxy that is not there. */
const CAPABILITIES = {
  proxy: {
    proxyType: 'manual',
    httpProxy: '127.0.0.1:9',
    sslProxy: '127.0.0.1:9',
    noProxy: ['localhost', '127.0.0.1'],
  },
};

/** WebKitGTK over WebDriver, which speaks to one window at a time. All pages are of one session. */
export async function startWebKitDriver(): Promise<Driver> {
  const webkit = await startWebKit({capabilities: CAPABILITIES});
  const driver = webkit.wd;
  const page = new WebKitPage(driver);
  const first = (await driver('GET', '/window')) as string;
  const windows = new Map<string, Tab>();
  let current = first;
  let idle: Promise<unknown> = Promise.resolve();

  /** What is done in a window is done before something else is done in another. */
  const inWindow = <T>(handle: string, act: () => Promise<T>): Promise<T> => {
    const result = idle.then(async () => {
      if (current !== handle) {
        current = '';
        await driver('POST', '/window', {handle});
        current = handle;
      }
      return act();
    });
    idle = result.catch(() => undefined);
    return result;
  };

  const tabOf = (id: string): Tab => {
    const known = windows.get(id);
    if (known) return known;
    const tab: Tab = {
      id,
      navigate: (url) => inWindow(id, () => driver('POST', '/url', {url})),
      back: () => inWindow(id, () => driver('POST', '/back', {})),
      evaluate: (expression) => inWindow(id, () => page.evaluate(`return ${expression}`)),
      click: (x, y) => inWindow(id, () => page.mouse.click(x, y)),
      press: (key) => inWindow(id, () => page.keyboard.press(key)),
      type: (text) => inWindow(id, () => page.keyboard.type(text)),
    };
    windows.set(id, tab);
    return tab;
  };
  const handles = () => driver('GET', '/window/handles') as Promise<readonly string[]>;

  return {
    name: 'WebKit',
    async open(size) {
      for (const handle of await handles())
        if (handle !== first) await inWindow(handle, () => driver('DELETE', '/window'));
      const tab = tabOf(first);
      await tab.evaluate(
        `location.protocol === 'http:' && (localStorage.clear(), sessionStorage.clear())`,
      );
      await tab.navigate('about:blank');
      await inWindow(first, () => page.setViewportSize(size));
      return tab;
    },
    tabs: async () => (await handles()).map(tabOf),
    async close() {
      await idle;
      await webkit.stop();
    },
  };
}
