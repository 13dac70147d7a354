import assert from 'node:assert/strict';
import {join, resolve} from 'node:path';
import {after, before, describe, test, type TestContext} from 'node:test';
import {build, type Plugin} from 'esbuild';
import type {Browser, Page} from 'playwright-core';
import {launchChromium} from '../support/chromium.js';
import {Consumer} from './consumer.js';
import {Site} from './site.js';

const modules = resolve(import.meta.dirname, '../../node_modules');
const versions = {'19': {}, '18': {react: 'react-18', 'react-dom': 'react-dom-18'}};

let browser: Browser;
let consumer: Consumer;
let site: Site;

before(async () => {
  consumer = await Consumer.create(['@useparagon/connect']);
  for (const [version, alias] of Object.entries(versions)) {
    await build({
      entryPoints: [join(import.meta.dirname, 'react-page.ts')],
      bundle: true,
      format: 'esm',
      target: 'es2022',
      outfile: consumer.path(`react-${version}.js`),
      define: {'process.env.NODE_ENV': '"development"'},
      nodePaths: [modules],
      alias: Object.fromEntries(
        Object.entries(alias).map(([name, other]) => [name, join(modules, other)]),
      ),
      plugins: [fromPackage()],
    });
  }
  browser = await launchChromium();
  site = await Site.serve(consumer.folder, browser);
});

after(async () => {
  site.close();
  await browser.close();
  await consumer.dispose();
});

/** The page imports from `src`, for its types; it runs on what was packed of it. */
function fromPackage(): Plugin {
  return {
    name: 'from-package',
    setup: (building) =>
      building.onResolve({filter: /\/src\/react\/index\.js$/}, () =>
        building.resolve('pg-elements/react', {
          resolveDir: consumer.folder,
          kind: 'import-statement',
        }),
      ),
  };
}

for (const version of Object.keys(versions)) {
  describe(`the components in React ${version}, in strict mode`, () => {
    const open = async (context: TestContext): Promise<Page> => {
      const {page} = await site.open(context, [`/react-${version}.js`], '');
      await page.waitForFunction(() => 'reactPage' in window);
      assert.match(
        await page.evaluate(() => window.reactPage.version),
        new RegExp(`^${version}\\.`),
      );
      return page;
    };
    const card = (page: Page) => page.getByRole('button', {name: /^Orbit CRM/});

    test('sign in once, and call the handler that was rendered last', async (context) => {
      const page = await open(context);
      await page.evaluate(() => window.reactPage.show({word: 'first'}));
      await card(page).click();
      await page.evaluate(() => window.reactPage.show({word: 'second'}));
      await card(page).click();
      await page.evaluate(() => window.reactPage.show({}));
      await card(page).click();
      assert.deepEqual(await page.evaluate(() => window.reactPage.heard), [
        'ready',
        'first orbitcrm pg-catalog',
        'second orbitcrm pg-catalog',
      ]);
    });

    test('set properties by reference, and give the element as ref', async (context) => {
      const page = await open(context);
      await page.evaluate(() => window.reactPage.show({hasGroups: true}));
      await page.getByRole('heading', {name: 'Popular'}).waitFor();
      const isSame = await page.evaluate(() => {
        const {catalog, portal, groups} = window.reactPage;
        return [
          catalog.current === document.querySelector('pg-catalog'),
          catalog.current?.groups === groups,
          portal.current?.className === 'integrations',
        ];
      });
      assert.deepEqual(isSame, [true, true, true]);
    });

    test('go back to the default when a property is not given any more', async (context) => {
      const page = await open(context);
      const width = async (): Promise<number> => (await card(page).boundingBox())?.width ?? 0;
      await page.evaluate(() => window.reactPage.show({}));
      await card(page).waitFor();
      const inColumns = await width();
      await page.evaluate(() => window.reactPage.show({layout: 'list'}));
      await page.locator('pg-catalog[layout=list]').waitFor();
      assert.ok((await width()) > inColumns * 2);
      await page.evaluate(() => window.reactPage.show({}));
      await page.locator('pg-catalog:not([layout=list])').waitFor();
      assert.equal(await width(), inColumns);
    });

    test('leave nothing when they are unmounted', async (context) => {
      const page = await open(context);
      await page.evaluate(() => window.reactPage.show({word: 'first'}));
      await card(page).waitFor();
      await page.evaluate(() => window.reactPage.unmount());
      assert.equal(await page.locator('main > *').count(), 0);
      assert.equal(await page.evaluate(() => window.reactPage.catalog.current), null);
    });
  });
}
