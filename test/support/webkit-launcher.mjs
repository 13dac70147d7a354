// WTR launcher for WebKitGTK. It reports itself as type 'playwright' and hands out a Page-like adapter, so that
// @web/test-runner-commands (sendKeys, sendMouse, resetMouse, setViewport) work unchanged.
import {startWebKit, WebKitPage} from './webkit-driver.mjs';

export function webkitLauncher(options) {
  let starting, webkit, session;
  const urls = new Map();

  async function start() {
    webkit = await startWebKit(options);
    const {wd} = webkit;
    session = {wd, page: new WebKitPage(wd)};
    return session;
  }

  return {
    name: 'WebKitGTK',
    type: 'playwright',
    concurrency: 1,
    async initialize() {},
    async startSession(id, url) {
      const {wd} = await (starting ??= start());
      urls.set(id, url);
      // One window serves all test files: each finds it as large as the first did.
      session.rect ??= await wd('GET', '/window/rect');
      await wd('POST', '/window/rect', session.rect);
      await wd('POST', '/url', {url});
    },
    async stopSession(id) {
      urls.delete(id);
      await session.page.idle;
      await session.page.mouse.release();
      await session.wd('POST', '/url', {url: 'about:blank'});
      return {};
    },
    isActive: (id) => urls.has(id),
    getBrowserUrl: (id) => urls.get(id),
    getPage: () => session.page,
    async startDebugSession() {
      throw new Error('not supported');
    },
    async stop() {
      await webkit?.stop();
    },
  };
}
