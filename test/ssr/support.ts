import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {TestContext} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {sandboxEndpoints} from '../../demo/sandbox/endpoints.js';
import {createSandbox} from '../../demo/sandbox/server.js';
import {openLocalPage} from '../support/chromium.js';
import {watchConsole} from '../support/console.js';
import {deferred} from '../support/deferred.js';
import {PATIENCE} from '../support/eventually.js';

const PROJECT = 'your-project-id';

/** What an example exports: its pages and their scripts. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface Served {
  readonly origin: string;
  /** Requests that the backend of the kit and the one for tokens got. */
  readonly requests: readonly string[];
  close(): void;
}

/** An example, the backend that signs tokens for it, and the sandbox, on one port. */
export async function serve(answer: Answer): Promise<Served> {
  const sandbox = createSandbox();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (/^\/(sandbox|integration-token)/.test(url)) requests.push(url);
    sandbox.handle(request, response, () => {
      if (url !== '/integration-token') answer(request, response);
      else void signToken(origin).then((token) => response.end(token));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    requests,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function signToken(origin: string): Promise<string> {
  const response = await fetch(`${origin}/sandbox/token?project=${PROJECT}`, {method: 'POST'});
  const {token} = (await response.json()) as {readonly token: string};
  return token;
}

export interface ServedPage {
  readonly page: Page;
  /** Lets the page's scripts through. */
  readonly start: () => void;
}

/**
 * Opens a page of an example as it comes from the server: its scripts wait. Fails the test if the page prints something. The portal
 * gets the sandbox for its backend as soon as it is parsed, as by a script of the host's before the elements are defined.
 */
export async function openServed(
  test: TestContext,
  browser: Browser,
  {origin}: Served,
): Promise<ServedPage> {
  const page = await openLocalPage(browser, {viewport: {width: 1000, height: 600}});
  page.setDefaultTimeout(PATIENCE);
  const printed = watchConsole(page);
  test.after(async () => {
    await page.context().close();
    if (printed.length > 0) throw new Error(`The page printed: ${printed.join('\n')}`);
  });
  const scripts = deferred<undefined>();
  await page.route(/\/(assets|_next)\/.*\.js/, async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await page.addInitScript((endpoints) => {
    new MutationObserver((_, observer) => {
      const portal = document.querySelector('pg-portal');
      if (!portal) return;
      observer.disconnect();
      Object.assign(portal, {endpoints, host: 'localhost'});
    }).observe(document, {childList: true, subtree: true});
  }, sandboxEndpoints(origin));
  await page.goto(origin, {waitUntil: 'commit'});
  return {page, start: () => scripts.resolve(undefined)};
}
