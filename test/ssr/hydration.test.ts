import assert from 'node:assert/strict';
import {after, before, suite, test, type TestContext} from 'node:test';
import {fileURLToPath} from 'node:url';
import {render} from '@lit-labs/ssr';
import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
import {build} from 'esbuild';
import {html, type TemplateResult} from 'lit';
import type {Browser, Page} from 'playwright-core';
import type * as kit from '../../src/index.js';
import {launchChromium, openLocalPage} from '../support/chromium.js';
import {watchConsole} from '../support/console.js';
import {deferred} from '../support/deferred.js';
import {serve, type Served} from './support.js';
import {PATIENCE} from '../support/eventually.js';

/** As a server imports it, through the package's exports. */
const entry = 'pg-elements/define';
await import(entry);

const TAGS = [
  ...['pg-portal', 'pg-catalog', 'pg-integration', 'pg-install-flow', 'pg-account-list'],
  ...[
    'pg-user-settings',
    'pg-field-mapper',
    'pg-input',
    'pg-tools',
    'pg-portal-view',
    'pg-portal-detail',
    'pg-dialog',
    'pg-confirm',
  ],
];

/** Every element, each without a session: they stay as they are until they find that out. */
const ALL = html`
  <pg-catalog></pg-catalog>
  <pg-integration integration="x"></pg-integration>
  <pg-install-flow integration="x"></pg-install-flow>
  <pg-account-list></pg-account-list>
  <pg-user-settings integration="x"></pg-user-settings>
  <pg-field-mapper></pg-field-mapper>
  <pg-input></pg-input>
  <pg-tools></pg-tools>
  <pg-portal-view></pg-portal-view>
  <pg-portal-detail></pg-portal-detail>
`;

type Translations = Pick<typeof kit, 'registerTranslation'>;

const SUPPORT = "import '@lit-labs/ssr-client/lit-element-hydrate-support.js';";
/** A portal around everything keeps the elements waiting, and quiet: it has no project yet. */
const wait = (content: TemplateResult): TemplateResult => html`<pg-portal>${content}</pg-portal>`;

interface PageOptions {
  readonly lang?: string;
  readonly policy?: string;
  /** What the server sends after everything else. */
  readonly late?: Promise<string>;
}

suite('a page from a server', {timeout: 60_000}, () => {
  let browser: Browser;
  let served: Served;
  let content = '';
  let rest: Promise<string> | undefined;
  let headers: Record<string, string> = {};
  const scripts = new Map<string, Uint8Array>();

  before(async () => {
    for (const [name, support] of [
      ['hydrating', SUPPORT],
      ['plain', ''],
    ] as const)
      scripts.set(`/${name}.js`, await bundle(`${support} await import('${entry}');`));
    browser = await launchChromium();
    served = await serve(({url = '/'}, response) => {
      const script = scripts.get(url);
      if (script) response.writeHead(200, {'content-type': 'text/javascript'}).end(script);
      else {
        response.writeHead(200, {'content-type': 'text/html', ...headers}).write(content);
        void Promise.resolve(rest).then((text) => response.end(text));
      }
    });
  });

  after(async () => {
    await browser.close();
    served.close();
  });

  /** Opens what a server makes of a template; the kit comes when the test says so, so that hosts can be before it. */
  async function open(
    test: TestContext,
    template: TemplateResult,
    {lang = 'en', policy, late}: PageOptions = {},
  ): Promise<{readonly page: Page; readonly printed: readonly string[]}> {
    const rendered = await collectResult(render(template));
    headers = policy === undefined ? {} : {'content-security-policy': policy};
    rest = late;
    content = `<!doctype html><html lang="${lang}"><title>Test</title><link rel="icon" href="data:,"><body>${rendered}</body></html>`;
    const page = await openLocalPage(browser, {viewport: {width: 1000, height: 600}});
    page.setDefaultTimeout(PATIENCE);
    test.after(() => page.context().close());
    const printed = watchConsole(page);
    await page.goto(served.origin, {waitUntil: late ? 'commit' : 'load'});
    return {page, printed};
  }

  /** Imports the kit, with or without Lit’s support for hydration, and lets all elements finish their first renders. */
  async function upgrade(page: Page, script: 'hydrating' | 'plain'): Promise<void> {
    await page.evaluate(async (url) => {
      await import(url);
      for (const element of document.querySelectorAll<kit.PgCatalog>(':defined')) {
        if (element.localName.startsWith('pg-')) await element.updateComplete;
      }
    }, `/${script}.js`);
  }

  test('every element takes its nodes over and has its styles', async (t) => {
    const {page, printed} = await open(t, wait(ALL));
    const elements = page.locator(TAGS.join());
    const tags = await elements.evaluateAll((all) =>
      all.map((element) => {
        element.toggleAttribute('data-sent');
        element.shadowRoot?.querySelector(':not(style)')?.setAttribute('data-served', '');
        return element.localName;
      }),
    );
    assert.deepEqual(new Set(tags), new Set(TAGS));
    await upgrade(page, 'hydrating');
    // What is there for a click that may come is no part of what was sent.
    const states = await page.locator('[data-sent]').evaluateAll((all) =>
      all.map(({localName, shadowRoot}) => ({
        localName,
        served: shadowRoot?.querySelector('[data-served]') !== null,
        styles: shadowRoot?.querySelectorAll('style').length,
        isStyled: (shadowRoot?.adoptedStyleSheets.length ?? 0) > 0,
      })),
    );
    // A field that turns out to have no input shows nothing in the place of its skeleton.
    const fields = ['pg-field-mapper', 'pg-input'];
    const expected = tags.map((localName) => ({
      localName,
      served: !fields.includes(localName),
      styles: 0,
      isStyled: true,
    }));
    const byTag = (one: {localName: string}, other: {localName: string}): number =>
      one.localName.localeCompare(other.localName);
    assert.deepEqual(states.toSorted(byTag), expected.toSorted(byTag));
    assert.deepEqual(printed, []);
  });

  test('without support for hydration every element renders anew, once', async (t) => {
    const {page, printed} = await open(t, wait(ALL));
    await upgrade(page, 'plain');
    for (const tag of ['pg-catalog', 'pg-integration', 'pg-install-flow', 'pg-user-settings']) {
      const bases = page.locator(`pg-portal > ${tag}`).locator('css=[part~="base"]');
      assert.equal(await bases.count(), 1, tag);
    }
    assert.equal(await page.locator('pg-portal-view pg-catalog').count(), 1);
    assert.equal(await page.locator('[defer-hydration]').count(), 0);
    assert.deepEqual(printed, []);
  });

  test('keeps what a host has set before, also where the server rendered something else', async (t) => {
    const {page, printed} = await open(t, wait(html`<pg-catalog></pg-catalog>`));
    await page.evaluate(() => {
      const catalog = document.querySelector('pg-catalog');
      Object.assign(catalog ?? {}, {query: 'crm', layout: 'list'});
    });
    await upgrade(page, 'hydrating');
    const field = page.getByRole('searchbox', {name: 'Search integrations'});
    assert.equal(await field.inputValue(), 'crm');
    await page.getByRole('button', {name: 'Clear search'}).waitFor();
    assert.equal(await page.locator('pg-catalog').getAttribute('layout'), 'list');
    assert.deepEqual(printed, []);
  });

  test('goes on in the language around it, which the server did not know', async (t) => {
    const {page, printed} = await open(t, wait(html`<pg-catalog></pg-catalog>`), {lang: 'de'});
    await page.getByRole('searchbox', {name: 'Search integrations'}).waitFor();
    await page.evaluate(async (url) => {
      const {registerTranslation} = (await import(url)) as Translations;
      registerTranslation('de', {catalog: {search: 'Integrationen suchen'}});
    }, '/hydrating.js');
    await page.getByRole('searchbox', {name: 'Integrationen suchen'}).waitFor();
    assert.deepEqual(printed, []);
  });

  test('gets its styles with the script where the policy blocks those of the server', async (t) => {
    const policy = "style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";
    const {page, printed} = await open(t, wait(html`<pg-catalog></pg-catalog>`), {policy});
    const display = (): Promise<string> =>
      page.locator('pg-catalog .skeletons').evaluate((one) => getComputedStyle(one).display);
    assert.equal(await display(), 'block');
    assert.ok(printed.every((text) => text.includes('inline style')));
    const before = printed.length;
    await upgrade(page, 'hydrating');
    assert.equal(await display(), 'grid');
    assert.equal(printed.length, before);
  });

  test('an empty portal that a server sends after the kit is there is whole', async (t) => {
    const late = deferred<string>();
    const {page, printed} = await open(
      t,
      html`<script type="module" async src="/hydrating.js"></script>`,
      {late: late.promise},
    );
    await page.waitForFunction(() => customElements.get('pg-portal'));
    late.resolve(await collectResult(render(html`<pg-portal></pg-portal>`)));
    await page.locator('pg-portal-view pg-catalog .skeleton-card').first().waitFor();
    assert.equal(await page.locator('pg-portal > template').count(), 1);
    // Chromium’s word on it: such an element has a shadow root already.
    assert.ok(printed.every((text) => text.includes('second declarative shadow root')));
  });

  for (const width of [1000, 360]) {
    test(`an empty portal keeps the room of its catalog in ${width} px until that is there`, async (t) => {
      const {page, printed} = await open(t, html`<pg-portal></pg-portal>`);
      await page.setViewportSize({width, height: 600});
      const blocks = page.locator('pg-portal .cards > span');
      assert.equal(await blocks.count(), 12);
      const box = await blocks.first().boundingBox();
      await upgrade(page, 'hydrating');
      const skeleton = page.locator('pg-portal-view pg-catalog .skeleton-card').first();
      await skeleton.waitFor();
      assert.deepEqual(await skeleton.boundingBox(), box);
      assert.equal(await blocks.count(), 0);
      assert.deepEqual(printed, []);
    });
  }
});

async function bundle(contents: string): Promise<Uint8Array> {
  const resolveDir = fileURLToPath(new URL('.', import.meta.url));
  const {outputFiles} = await build({
    stdin: {contents: `${contents} export * from '${entry}';`, resolveDir},
    bundle: true,
    format: 'esm',
    target: 'es2022',
    // The repository's own names the sources.
    tsconfigRaw: '{}',
    write: false,
  });
  const [file] = outputFiles;
  assert.ok(file);
  return file.contents;
}
