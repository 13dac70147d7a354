import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {extname, join, normalize} from 'node:path';
import type {TestContext} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {createSandbox} from '../../demo/sandbox/server.js';
import {openLocalPage} from '../support/chromium.js';
import {watchConsole} from '../support/console.js';
import {PATIENCE} from '../support/eventually.js';

const TYPES = new Map([
  ['.js', 'text/javascript'],
  ['.json', 'application/json'],
]);

/** The policy under which the kit promises to work; the frame is the SDK's own. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  'frame-src *',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

export interface OpenOptions {
  /** Of the policy: names that Trusted Types policies may have. */
  readonly trustedTypes?: string;
  /** Whether the page is expected to print warnings or errors, which the test then looks at. */
  readonly prints?: boolean;
}

/** Serves a folder under the strict policy, and the sandbox, on one port. */
export class Site {
  readonly #folder: string;
  readonly #browser: Browser;
  readonly #server = createServer();
  readonly #pages = new Map<string, {html: string; policy: string}>();

  private constructor(folder: string, browser: Browser) {
    this.#folder = folder;
    this.#browser = browser;
    const sandbox = createSandbox();
    this.#server.on('request', (request, response) => {
      sandbox.handle(request, response, () => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname;
        const page = this.#pages.get(path);
        if (page) {
          const headers = {'content-type': 'text/html', 'content-security-policy': page.policy};
          response.writeHead(200, headers).end(page.html);
          return;
        }
        readFile(join(this.#folder, normalize(path))).then(
          (content) => {
            const type = TYPES.get(extname(path)) ?? 'application/octet-stream';
            response.writeHead(200, {'content-type': type}).end(content);
          },
          () => response.writeHead(404).end(),
        );
      });
    });
  }

  static async serve(folder: string, browser: Browser): Promise<Site> {
    const site = new Site(folder, browser);
    await new Promise<void>((resolve) => site.#server.listen(0, '127.0.0.1', resolve));
    return site;
  }

  get origin(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The address of a page with these scripts and this body. */
  page(scripts: readonly string[], body: string, trustedTypes = 'lit-html'): string {
    const path = `/page-${this.#pages.size + 1}.html`;
    const tags = scripts.map((src) => `<script type="module" src="${src}"></script>`);
    this.#pages.set(path, {
      html: `<!doctype html><html lang="en"><title>Test</title><link rel="icon" href="data:,">${tags.join('')}<body>${body}</body></html>`,
      policy: `${POLICY}; trusted-types ${trustedTypes}`,
    });
    return `${this.origin}${path}`;
  }

  /** A page with these scripts and this body. Closed when the test is over, which fails if it printed anything. */
  async open(
    context: TestContext,
    scripts: readonly string[],
    body: string,
    {trustedTypes = 'lit-html', prints = false}: OpenOptions = {},
  ): Promise<{page: Page; printed: readonly string[]}> {
    const address = this.page(scripts, body, trustedTypes);
    const page = await openLocalPage(this.#browser);
    page.setDefaultTimeout(PATIENCE);
    const printed = watchConsole(page);
    context.after(async () => {
      await page.context().close();
      if (!prints && printed.length > 0) throw new Error(`The page printed: ${printed.join('\n')}`);
    });
    await page.goto(address);
    return {page, printed};
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** A script that signs in every portal of a page to the sandbox. */
export const signInScript = `
const {endpoints} = await (await fetch('/sandbox/config.json')).json();
const project = 'package-' + Math.random();
async function getUserToken() {
  const response = await fetch('/sandbox/token?project=' + project, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({userId: 'newcomer'}),
  });
  return (await response.json()).token;
}
for (const portal of document.querySelectorAll('pg-portal')) {
  Object.assign(portal, {endpoints, host: 'localhost', getUserToken, projectId: project});
}
`;
