import {mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import type {TestContext} from 'node:test';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Page} from 'playwright-core';
import {createServer as createVite} from 'vite';
import type {ControlRequest} from '../../demo/sandbox/control.js';
import type {Inspection} from '../../demo/sandbox/inspection.js';
import {launchChromium, openLocalPage} from '../support/chromium.js';

const demoConfig = fileURLToPath(new URL('../../demo/vite.config.ts', import.meta.url));
const pageScript = fileURLToPath(new URL('sdk-page.ts', import.meta.url));

/** The demo's server with the sandbox in it, and a browser that cannot reach anything else. */
export async function startSdkBrowser() {
  const cacheDir = mkdtempSync(join(tmpdir(), 'pg-sandbox-'));
  const vite = await createVite({
    configFile: demoConfig,
    cacheDir,
    logLevel: 'error',
    appType: 'custom',
    // The pages of the demo are not looked at: what they need is no concern of these tests.
    optimizeDeps: {noDiscovery: true},
    server: {middlewareMode: true, hmr: false, ws: false, watch: null},
  });
  const server = createServer((request, response) => {
    if (request.url !== '/sdk-page') {
      vite.middlewares(request, response);
      return;
    }
    const html = `<!doctype html><script type="module" src="/@fs/${pageScript}"></script>`;
    response.writeHead(200, {'content-type': 'text/html'}).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  const origin = `http://localhost:${port}`;
  const browser = await launchChromium();

  return {
    /** A page with the SDK, signed in to a project of its own. Closed when the test is over. */
    async newSession(test: TestContext, userId: string): Promise<SdkSession> {
      const page = await openLocalPage(browser);
      await page.goto(`${origin}/sdk-page`);
      await page.waitForFunction(() => 'sdkPage' in window);
      test.after(() => page.context().close());
      const session = new SdkSession(origin, page);
      await session.signIn(userId);
      return session;
    },

    async close(): Promise<void> {
      await browser.close();
      server.closeAllConnections();
      server.close();
      await vite.close();
      rmSync(cacheDir, {recursive: true});
    },
  };
}

let projects = 0;

/** One page with the SDK, and the world that it talks to. */
export class SdkSession {
  readonly page: Page;
  readonly projectId = `project-${(projects += 1)}`;
  readonly #origin: string;

  constructor(origin: string, page: Page) {
    this.#origin = origin;
    this.page = page;
  }

  async signIn(userId: string): Promise<void> {
    const {token} = await this.#post<{token: string}>('token', {userId});
    await this.page.evaluate(
      ([projectId, userToken]) => window.sdkPage.signIn(projectId, userToken),
      [this.projectId, token] as const,
    );
  }

  control(request: ControlRequest): Promise<Inspection> {
    return this.#post('control', request);
  }

  /** Does something that opens the popup, and waits for the popup's consent page. */
  async popupOf<T>(act: () => Promise<T>): Promise<{popup: Page; outcome: Promise<T>}> {
    const opened = this.page.context().waitForEvent('page');
    const outcome = act();
    const popup = await opened;
    await popup.getByRole('button', {name: 'Approve'}).waitFor();
    return {popup, outcome};
  }

  async #post<T>(path: string, body: unknown): Promise<T> {
    const response = await fetch(`${this.#origin}/sandbox/${path}?project=${this.projectId}`, {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify(body),
    });
    return (await response.json()) as T;
  }
}
