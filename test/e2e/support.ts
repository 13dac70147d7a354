import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import type {Locator, Page} from 'playwright-core';
import type {ControlRequest} from '../../demo/sandbox/control.js';
import type {Inspection} from '../../demo/sandbox/inspection.js';
import {createSandbox} from '../../demo/sandbox/server.js';
import {separatePages, type PageSource} from '../support/chromium.js';
import {watchConsole} from '../support/console.js';
import {eventually, PATIENCE} from '../support/eventually.js';

const SDK = '@useparagon/connect';
const pageScript = fileURLToPath(new URL('page.ts', import.meta.url));

/** The policy under which the kit promises to work; the frame is the SDK's own. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' http: data:",
  "connect-src 'self'",
  'frame-src *',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const pageOf = (body: string): string => `<!doctype html>
<html lang="en">
<head>
  <title>Test</title>
  <meta name="viewport" content="width=device-width">
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/e2e.css">
  <script type="module" src="/e2e.js"></script>
</head>
<body>${body}</body>
</html>`;

/**
 * The sandbox, a page with the kit under its strict content security policy, and a browser that reaches nothing else.
 * @param launch starts another browser than usual, for pages of this origin
 * @param sdk the package that is there as the SDK
 */
export async function startBrowser(
  launch: (origin: string) => Promise<PageSource> = separatePages,
  sdk = SDK,
) {
  const sandbox = createSandbox();
  const script = await bundle(sdk);
  const server = createServer((request, response) => {
    if (request.url === '/e2e.css') {
      // Pages that can be dark say so.
      response
        .writeHead(200, {'content-type': 'text/css'})
        .end(':root { color-scheme: light dark; background: Canvas }');
    } else if (request.url === '/e2e.js') {
      response.writeHead(200, {'content-type': 'text/javascript'}).end(script);
    } else if (request.url?.startsWith('/e2e?')) {
      const {searchParams} = new URL(request.url, 'http://localhost');
      const body = searchParams.get('body') ?? '';
      const headers = JSON.parse(searchParams.get('headers') ?? '{}') as Record<string, string>;
      response
        .writeHead(200, {
          'content-type': 'text/html',
          'content-security-policy': POLICY,
          ...headers,
        })
        .end(pageOf(body));
    } else {
      sandbox.handle(request, response, () => response.writeHead(404).end());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  const origin = `http://localhost:${port}`;
  const pages = await launch(origin);

  return {
    /** A page that shows this markup, signed in to a project of its own. Closed when the test is over. */
    async open(
      test: {readonly after: (end: () => Promise<void>) => unknown},
      html: string,
      options: OpenOptions = {},
    ): Promise<Session> {
      const page = await pages.open({width: options.width ?? 1000, height: 800});
      page.setDefaultTimeout(PATIENCE);
      if (options.script) await page.addInitScript(options.script);
      const session = new Session(origin, page);
      test.after(async () => {
        await pages.closePage(page);
        const printed = session.printed.filter(
          (text) => !options.documented || !/^pg-elements: /.test(text),
        );
        if (printed.length > 0) throw new Error(`The page printed: ${printed.join('\n')}`);
      });
      await session.load(html, options);
      return session;
    },

    async close(): Promise<void> {
      await pages.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bundle(sdk: string): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [pageScript],
    bundle: true,
    ...(sdk !== SDK && {alias: {[SDK]: sdk}}),
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

export interface OpenOptions {
  readonly user?: string;
  readonly width?: number;
  /** How the page signs its user in; by `getUserToken` unless told. */
  readonly signsIn?: 'getUserToken' | 'userToken' | 'sdk';
  /** Set before the page signs in. */
  readonly control?: ControlRequest;
  /** Headers of the page besides its policy. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The page may print what the kit is documented to: mistakes of the page, explained to its developer. */
  readonly documented?: true;
  /** Runs in the page before its own scripts. */
  readonly script?: () => void;
}

export interface MapperSetup {
  readonly value?: unknown;
  readonly suggest?: boolean;
  /** Run in the page first. */
  readonly before?: string;
}

let projects = 0;

/** One page with the kit, and the world that it talks to. */
export class Session {
  readonly page: Page;
  readonly project: string;
  /** What the page put on its console. */
  readonly printed: readonly string[];
  readonly #origin: string;

  constructor(origin: string, page: Page, project = `e2e-${process.pid}-${(projects += 1)}`) {
    this.#origin = origin;
    this.page = page;
    this.project = project;
    this.printed = watchConsole(page);
  }

  /** The same world, seen from another page. */
  on(page: Page): Session {
    return new Session(this.#origin, page, this.project);
  }

  async load(
    html: string,
    {user = 'newcomer', control, headers = {}, signsIn}: OpenOptions = {},
  ): Promise<void> {
    if (control) await this.control(control);
    const query = new URLSearchParams({project: this.project, user, body: html});
    if (signsIn) query.set('signs-in', signsIn);
    if (Object.keys(headers).length > 0) query.set('headers', JSON.stringify(headers));
    await this.page.goto(`${this.#origin}/e2e?${query.toString()}`);
    await this.page.waitForFunction(() => 'testPage' in window);
  }

  async control(request: ControlRequest): Promise<Inspection> {
    const response = await fetch(`${this.#origin}/sandbox/control?project=${this.project}`, {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify(request),
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as Inspection;
  }

  inspect(): Promise<Inspection> {
    return this.control({});
  }

  /** Chooses something in the menu of an account. */
  async chooseAction(
    account: string,
    item: string,
    within: Pick<Locator, 'getByRole'> = this.page,
  ) {
    await within
      .getByRole('button', {name: `Actions for ${account}`})
      .first()
      .click();
    await this.page.getByRole('menuitem', {name: item, exact: true}).click();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', {name});
  }

  /** The button that begins to connect this integration: the flow's, not that of its card in a catalog. */
  connect(name: string): Locator {
    return this.page.locator('pg-install-flow').getByRole('button', {name: `Connect ${name}`});
  }

  text(text: string | RegExp): Locator {
    return this.page.getByText(text);
  }

  /** A text that can be seen, where the same is ready in something closed. */
  shown(text: string | RegExp): Locator {
    return this.text(text).filter({visible: true});
  }

  /** Names of the kit's events so far, stages with their names. */
  async events(): Promise<string[]> {
    const events = await this.page.evaluate(() => window.testPage.events);
    return events.map(({name, detail}) => {
      const {stage} = detail as {stage?: string};
      return name === 'pg-install-stage' ? `${name}:${stage ?? ''}` : name;
    });
  }

  /** Does something that opens the sign-in window, and waits for the provider's page in it. */
  async popup(act: () => Promise<unknown>): Promise<Page> {
    const opened = this.page.context().waitForEvent('page');
    await act();
    const popup = await opened;
    await popup.getByRole('button', {name: 'Approve'}).waitFor();
    return popup;
  }

  async approve(popup: Page): Promise<void> {
    const closed = popup.waitForEvent('close');
    await popup.getByRole('button', {name: 'Approve'}).click();
    await closed;
  }

  /** Types into the field of this title. */
  async fill(title: string | RegExp, value: string): Promise<void> {
    await this.page.getByRole('textbox', {name: title}).fill(value);
  }

  /** Chooses an option of the combobox of this title. */
  async choose(title: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', {name: title}).click();
    await this.page.getByRole('option', {name: option}).click();
  }

  /** Waits until a picture of this name is there. */
  async picture(name: string): Promise<void> {
    const picture = this.page.getByRole('img', {name});
    await eventually(
      () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth > 0),
      true,
    );
  }

  /** Has the page's mapper show the first setting of an integration, for its first account. */
  async showMapper(integration: string, {value, suggest = true, before = ''}: MapperSetup = {}) {
    await this.page.waitForFunction(
      () => window.testPage.portal().session?.snapshot.status === 'ready',
    );
    if (before) await this.page.evaluate(before);
    await this.page.evaluate(
      ([type, saved, isSuggesting]) => {
        const {session: current} = window.testPage.portal();
        const mapper = document.querySelector('pg-field-mapper');
        if (!current || !mapper) throw new Error('The page has no mapper.');
        const {availableUserSettings} = current.sdk.getIntegrationConfig(type);
        mapper.integration = type;
        mapper.credential = current.integration(type)?.accounts[0]?.id;
        mapper.suggest = isSuggesting;
        mapper.value = saved;
        mapper.input = availableUserSettings?.[0] as typeof mapper.input;
      },
      [integration, value, suggest] as const,
    );
    await this.page.getByRole('group').waitFor();
  }

  /** What the backend keeps of the user's accounts of an integration. */
  async stored(type: string, user = 'newcomer') {
    const {users} = await this.inspect();
    const accounts = users.find(({userId}) => userId === user)?.accounts ?? [];
    return accounts.filter(({integration}) => integration === type);
  }

  /** What the page knows of the user's accounts of an integration. */
  accounts(type: string) {
    return this.page.evaluate((integration) => {
      const accounts = window.testPage.portal().session?.integration(integration)?.accounts ?? [];
      return accounts.map(({id, status}) => ({id, status}));
    }, type);
  }
}
