import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {TestContext} from 'node:test';
import type {Browser, BrowserContextOptions, Locator, Route} from 'playwright-core';
import {Session} from '../e2e/support.js';
import {openLocalPage} from '../support/chromium.js';
import {PROJECT, type Served} from './serve.js';
import {PATIENCE} from '../support/eventually.js';

let users = 0;

/** The hosts of the live service that the apps talk to, and where the sandbox has the same. */
const SERVICES = new Map([
  ['zeus.useparagon.com', ['', '/sandbox/zeus']],
  ['cdn.useparagon.com', ['/latest/dashboard/public', '/sandbox/cdn']],
] as const);

/** A page of an app, with somebody logged in to it who has no account yet. */
export class AppPage extends Session {
  override readonly project = PROJECT;
  readonly user = `user-${(users += 1)}`;
  #isOver = false;

  /**
   * @param root where the app's packages are installed
   * @param path of the page to open
   */
  static async open(
    test: TestContext,
    browser: Browser,
    served: Served,
    {root, path = '/', ...options}: {root: string; path?: string} & BrowserContextOptions,
  ): Promise<AppPage> {
    const page = await openLocalPage(browser, {viewport: {width: 1000, height: 800}, ...options});
    page.setDefaultTimeout(PATIENCE);
    const app = new AppPage(served.origin, page);
    test.after(async () => {
      // What the page says of requests that its closing cuts off is not its fault.
      const printed = [...app.printed];
      app.#isOver = true;
      await page.context().close();
      if (printed.length > 0) throw new Error(`The page printed: ${printed.join('\n')}`);
    });
    await page.context().addCookies([{name: 'user', value: app.user, url: served.origin}]);
    await app.#sendToSandbox(served.origin);
    await app.#serveMirror(root);
    await page.goto(`${served.origin}${path}`);
    return app;
  }

  /** The button of the catalog that chooses an integration; its name ends with the status. */
  card(name: string): Locator {
    return this.page.locator('pg-catalog').getByRole('button', {name: new RegExp(`^${name}`)});
  }

  /** What the app wrote down of the events that it heard. */
  activity(): Promise<readonly string[]> {
    return this.page.locator('footer li').allTextContents();
  }

  /** How often this user asked for something. */
  async requests(): Promise<number> {
    const {log} = await this.inspect();
    return log.filter(({userId}) => userId === this.user).length;
  }

  /** The apps are set up for the live service, as yours will be. What they send there, the sandbox answers. */
  async #sendToSandbox(origin: string): Promise<void> {
    for (const [host, [from, to]] of SERVICES) {
      await this.#route(host, async (route, {pathname, search}) => {
        // The sandbox's pages ask for their own files by whole paths.
        const isOwn = pathname.startsWith('/sandbox/');
        const path = isOwn ? pathname : `${to}${pathname.slice(from.length)}`;
        const response = await route.fetch({url: `${origin}${path}${search}`});
        await route.fulfill({response});
      });
    }
  }

  /** Packages that a page loads from a network of mirrors are the installed ones. */
  async #serveMirror(root: string): Promise<void> {
    await this.#route('cdn.jsdelivr.net', async (route, {pathname}) => {
      const file = pathname.replace(/^\/npm\/((?:@[^/]+\/)?[^/@]+)@[^/]+\//, '$1/');
      await route.fulfill({
        contentType: 'text/javascript',
        headers: {'access-control-allow-origin': '*'},
        body: await readFile(join(root, 'node_modules', file)),
      });
    });
  }

  async #route(host: string, answer: (route: Route, url: URL) => Promise<void>): Promise<void> {
    await this.page.context().route(
      ({hostname}) => hostname === host,
      async (route) => {
        try {
          await answer(route, new URL(route.request().url()));
        } catch (error) {
          // What is still on its way when the page is closed has nobody to go to.
          if (!this.#isOver) throw error;
        }
      },
    );
  }
}
