import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {after, before, describe, test, type TestContext} from 'node:test';
import {gzipSync} from 'node:zlib';
import type {Browser, Page, Request} from 'playwright-core';
import {build} from 'vite';
import {launchChromium} from '../support/chromium.js';
import {Consumer} from './consumer.js';
import {signInScript, Site} from './site.js';

const CDN = '/node_modules/pg-elements/dist/cdn';
const AUTOLOAD = `${CDN}/autoload.js`;
/** Of the slow network (ms). */
const ROUND_TRIP = 200;

let browser: Browser;
let consumer: Consumer;
let site: Site;

before(async () => {
  consumer = await Consumer.create(['@useparagon/connect']);
  await consumer.write('sign-in.js', signInScript);
  browser = await launchChromium();
  site = await Site.serve(consumer.folder, browser);
});

after(async () => {
  site.close();
  await browser.close();
  await consumer.dispose();
});

const nameOf = (request: Request): string => request.url().split('/').at(-1) ?? '';
/** Of the kit itself. The checks of how a host has set things up come by a clock of their own, whatever else is asked for. */
const isOurs = (request: Request): boolean =>
  /\/(cdn|built)\/.*\.js$/.test(request.url()) && !/^(sdk|checks?)-/.test(nameOf(request));

interface Asked {
  readonly name: string;
  /** How many answers, one after the other, had to come before this file was asked for. The page's own script waits for none. */
  readonly depth: number;
  /** Whether everything that the card shows was there already. */
  readonly late: boolean;
}

/** A page on which nobody has done anything, and whose browser is never idle. */
async function open(context: TestContext, options: {delay?: number; fails?: RegExp} = {}) {
  const {page} = await site.open(context, [], '', {prints: options.fails !== undefined});
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  const asked: Asked[] = [];
  const depths = new Map<Request, number>();
  let answered = -1;
  let failing = options.fails;
  const data = new Set<string>();
  page.on('requestfinished', (request) => {
    answered = Math.max(answered, depths.get(request) ?? -1);
    const [, answer] = /\/sdk\/(me|integrations)$/.exec(request.url()) ?? [];
    if (answer) data.add(answer);
  });
  await page.route(/./, async (route, request) => {
    if (isOurs(request)) {
      depths.set(request, answered + 1);
      asked.push({name: nameOf(request), depth: answered + 1, late: data.size === 2});
    }
    if (failing?.test(nameOf(request))) await route.abort();
    else {
      if (options.delay) await new Promise((resolve) => setTimeout(resolve, options.delay));
      await route.continue();
    }
  });
  return {page, asked, mend: () => (failing = undefined)};
}

async function load(page: Page, body: string, scripts = [AUTOLOAD, '/sign-in.js']): Promise<void> {
  await page.goto(site.page(scripts, body));
}

const card = (page: Page) => page.getByRole('button', {name: /^Orbit CRM/});

describe('the files for script tags', () => {
  test('load 42 KB in 8 files until the first card of a portal is there', async (context) => {
    const {page, asked} = await open(context);
    await load(page, '<pg-portal></pg-portal>');
    await card(page).waitFor();
    assert.ok(asked.length <= 8, String(asked.map(({name}) => name)));
    let bytes = 0;
    for (const {name} of asked) {
      const code = await readFile(consumer.path(`.${CDN}`, name));
      bytes += gzipSync(code, {level: 9}).length;
    }
    assert.ok(bytes <= 42_000, `${bytes} B`);
  });

  test('are asked for within two round trips, and not again when the data has come', async (context) => {
    const {page, asked} = await open(context, {delay: ROUND_TRIP});
    await load(page, '<pg-portal></pg-portal>');
    await card(page).waitFor();
    const late = asked.filter((file) => file.depth > 2 || file.late);
    assert.deepEqual(late, [], JSON.stringify(asked));
  });

  test('bring what comes next when the pointer is over the catalog', async (context) => {
    const {page, asked} = await open(context);
    await load(page, '<pg-portal></pg-portal>');
    await card(page).waitFor();
    const before = asked.length;
    await card(page).hover();
    await page.waitForFunction(() =>
      ['pg-portal-detail', 'pg-install-flow', 'pg-user-settings', 'pg-field-mapper'].every((tag) =>
        customElements.get(tag),
      ),
    );
    // What it needs in turn it asks for when it has come into the page.
    await page.locator('pg-portal-detail').waitFor({state: 'attached'});
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    assert.ok(asked.length > before);
    const warm = asked.map(({name}) => name);
    await card(page).click();
    await page.locator('pg-install-flow').getByRole('button', {name: 'Connect'}).waitFor();
    assert.deepEqual(
      asked.map(({name}) => name),
      warm,
    );
  });

  test('say what did not come, and load it at the next try', async (context) => {
    const {page, mend} = await open(context, {fails: /^detail-/});
    await load(page, '<pg-portal></pg-portal>');
    await card(page).click();
    // The catalog's search needs that file too, and says so beside it.
    const detail = page.getByRole('status').filter({hasText: 'The service could not be reached'});
    await detail.waitFor();
    mend();
    const heading = page.getByRole('heading', {name: 'Orbit CRM'});
    // What loads ahead of the person may have tried again before, and then there is nothing to press any more.
    const pressed = detail.getByRole('button', {name: 'Try again'}).click();
    await Promise.race([pressed.catch(() => undefined), heading.waitFor()]);
    await heading.waitFor();
  });

  test('register a tag when it first comes, in a shadow root that was given too', async (context) => {
    const {page, asked} = await open(context);
    await load(page, '<div></div>', [AUTOLOAD]);
    await page.waitForLoadState();
    assert.deepEqual(
      asked.map(({name}) => name),
      ['autoload.js'],
    );
    const registered = await page.evaluate(async (url) => {
      const {autoload} = (await import(url)) as {autoload: (root: Node) => () => void};
      const root = document.querySelector('div')!.attachShadow({mode: 'open'});
      const stop = autoload(root);
      root.append(document.createElement('pg-catalog'));
      await customElements.whenDefined('pg-catalog');
      stop();
      document.body.append(document.createElement('pg-portal'));
      await customElements.whenDefined('pg-portal');
      return true;
    }, AUTOLOAD);
    assert.ok(registered);
  });

  test('have the hashes that the package names', async () => {
    const folder = consumer.path(`.${CDN}`);
    const hashes = JSON.parse(await readFile(`${folder}/integrity.json`, 'utf8')) as Readonly<
      Record<string, string>
    >;
    assert.ok('pg-elements.bundle.js' in hashes && 'themes/bridge.css' in hashes);
    for (const [name, hash] of Object.entries(hashes)) {
      const digest = createHash('sha384').update(await readFile(`${folder}/${name}`));
      assert.equal(hash, `sha384-${digest.digest('base64')}`, name);
    }
  });

  test('work as one file that loads no other of the kit', async (context) => {
    const {page, asked} = await open(context);
    await load(page, '<pg-portal></pg-portal>', [`${CDN}/pg-elements.bundle.js`, '/sign-in.js']);
    await card(page).click();
    await page.getByRole('heading', {name: 'Orbit CRM'}).waitFor();
    assert.deepEqual(
      asked.map(({name}) => name),
      ['pg-elements.bundle.js'],
    );
  });
});

/** A plain application of Vite, without a word of configuration that concerns the kit. */
async function buildApplication(): Promise<string> {
  const input = await consumer.write('main.js', `import 'pg-elements/pg-portal';`);
  await build({
    root: consumer.folder,
    configFile: false,
    logLevel: 'silent',
    build: {
      outDir: 'built',
      modulePreload: {polyfill: false},
      rolldownOptions: {
        input,
        output: {
          entryFileNames: 'main.js',
          chunkFileNames: ({facadeModuleId, name}) =>
            `${facadeModuleId?.includes('@useparagon/connect') ? 'sdk' : name}-[hash].js`,
        },
      },
    },
  });
  return '/built/main.js';
}

describe('an application built with Vite', () => {
  // What parts share that load at different times is a file each: lower it with each gain, never raise it.
  test('loads at most 8 files until the first card of a portal is there', async (context) => {
    const script = await buildApplication();
    const {page, asked} = await open(context);
    await load(page, '<pg-portal></pg-portal>', [script, '/sign-in.js']);
    await card(page).waitFor();
    assert.ok(asked.length <= 8, String(asked.map(({name}) => name)));
  });
});
