import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join, normalize} from 'node:path/posix';
import {after, suite, test, type TestContext} from 'node:test';
import {fileURLToPath} from 'node:url';
import {parse} from 'node-html-parser';
import type {Page} from 'playwright-core';
import {readElements} from '../../demo/site/build/manifest.js';
import {PAGES} from '../../demo/site/build/navigation.js';
import {axeProblems} from '../support/axe.js';
import {launchChromium, openLocalPage} from '../support/chromium.js';
import {serveDemo} from '../support/demo-site.js';
import {watchConsole} from '../support/console.js';

const {origin, dist, close} = await serveDemo();
const demo = fileURLToPath(new URL('../../demo/', import.meta.url));
const browser = await launchChromium();
after(async () => {
  await browser.close();
  await close();
});

const files = readdirSync(dist, {recursive: true, encoding: 'utf8'}).filter((file) =>
  file.endsWith('.html'),
);

/** A page of the site, in a world of its own, once its live elements have their data. */
async function open(
  t: TestContext,
  file: string,
  {configAfter = 0} = {},
): Promise<{page: Page; printed: readonly string[]}> {
  const page = await openLocalPage(browser, {viewport: {width: 1440, height: 900}});
  t.after(() => page.context().close());
  const printed = watchConsole(page);
  if (configAfter > 0) {
    await page.route('**/config.json*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, configAfter));
      await route.continue();
    });
  }
  const project = `${file.replaceAll(/\W/g, '-')}${configAfter}`;
  await page.goto(`${origin}/${file}?project=${project}`);
  await page.waitForFunction(() => document.querySelector('pg-portal:not(:state(ready))') === null);
  return {page, printed};
}

suite('every page', {concurrency: 2}, () => {
  test('is in the navigation', () => {
    assert.deepEqual(files.toSorted(), PAGES.map(({path}) => path).toSorted());
  });

  for (const file of files) {
    test(`${file} prints nothing, fits 320 px and satisfies axe in light and dark`, async (t) => {
      const {page, printed} = await open(t, file);
      assert.deepEqual(await axeProblems(page), [], 'light, wide');
      await page.emulateMedia({colorScheme: 'dark'});
      await page.setViewportSize({width: 320, height: 700});
      assert.deepEqual(await axeProblems(page), [], 'dark, narrow');
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${overflow} px too wide`);
      assert.deepEqual(printed, []);
    });
  }
});

suite('a page whose sandbox is slow', {concurrency: 2}, () => {
  for (const file of [
    'elements/pg-field-mapper.html',
    'elements/pg-account-list.html',
    'recipes/own-catalog.html',
    'guides/data-sources.html',
  ]) {
    test(`${file} blames nobody, and shows its example in the end`, async (t) => {
      const {page, printed} = await open(t, file, {configAfter: 4000});
      await page
        .locator('.example')
        .first()
        .locator('pg-account-list, pg-input:not(:state(empty)), pg-field-mapper, button')
        .first()
        .waitFor();
      assert.deepEqual(printed, []);
    });
  }
});

suite('links', () => {
  const pages = new Map(
    files.map((file) => [file, parse(readFileSync(join(dist, file), 'utf8'))] as const),
  );

  for (const [file, root] of pages) {
    test(`of ${file} lead to pages and anchors that exist`, () => {
      const dead = root
        .querySelectorAll('a[href]')
        .map((link) => link.getAttribute('href') ?? '')
        .filter((href) => !/^https?:/.test(href))
        .filter((href) => {
          const [path = '', hash] = href.split('#');
          const target = path === '' ? file : normalize(join(dirname(file), path));
          const found = pages.get(target);
          if (!found) return !existsSync(join(dist, target));
          return hash !== undefined && !found.getElementById(decodeURIComponent(hash));
        });
      assert.deepEqual(dead, []);
    });
  }
});

suite('the reference', () => {
  for (const {label, path} of PAGES.filter(({label}) => label.startsWith('pg-'))) {
    test(`of ${label} has every member of the manifest`, () => {
      const root = parse(readFileSync(join(dist, path), 'utf8'));
      const element = readElements().get(label);
      assert.ok(element);
      const {members, events, slots, cssParts, cssStates, cssProperties} = element;
      const anchors = [
        ...members.map(({kind, name}) => `${kind === 'field' ? 'property' : 'method'}-${name}`),
        ...events.map(({name}) => `event-${name}`),
        ...slots.map(({name}) => `slot-${name || 'default'}`),
        ...cssParts.map(({name}) => `part-${name}`),
        ...cssStates.map(({name}) => `state-${name}`),
        ...cssProperties.map(({name}) => `css-property-${name}`),
      ];
      assert.ok(anchors.length > 5);
      assert.deepEqual(
        anchors.filter((id) => root.querySelector(`tr[id="${id}"] th`) === null),
        [],
      );
    });
  }
});

suite('search', () => {
  test('finds an event by its name, with the keyboard alone', async (t) => {
    const {page, printed} = await open(t, 'index.html');
    await page.keyboard.press('/');
    const box = page.getByRole('combobox', {name: 'Search the documentation'});
    await box.waitFor();
    await page.keyboard.type('pg-installed');
    await page.getByRole('option', {name: /^pg-installed/, selected: true}).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/elements\/pg-portal\.html\?.*#event-pg-installed$/);
    await page.locator('tr:target').getByText('The account is connected').waitFor();
    assert.deepEqual(printed, []);
  });

  test('moves through its results with arrows, and gives the focus back', async (t) => {
    const {page} = await open(t, 'guides/errors.html');
    const opener = page.getByRole('button', {name: 'Search'});
    await opener.focus();
    await page.keyboard.press('Control+k');
    const box = page.getByRole('combobox');
    await box.fill('accent');
    const options = page.getByRole('option');
    await options.first().waitFor();
    assert.equal(await options.first().getAttribute('aria-selected'), 'true');
    await page.keyboard.press('ArrowDown');
    assert.equal(await options.nth(1).getAttribute('aria-selected'), 'true');
    assert.equal(
      await box.getAttribute('aria-activedescendant'),
      await options.nth(1).getAttribute('id'),
    );
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    assert.equal(await options.last().getAttribute('aria-selected'), 'true');
    assert.deepEqual(await axeProblems(page), []);
    await page.keyboard.press('Escape');
    await box.waitFor({state: 'hidden'});
    assert.equal(await opener.evaluate((button) => button === document.activeElement), true);
  });

  test('says so where nothing matches', async (t) => {
    const {page} = await open(t, 'guides/errors.html');
    await page.getByRole('button', {name: 'Search'}).click();
    await page.getByRole('combobox').fill('xyzzyx');
    await page.getByText('Nothing matches “xyzzyx”.').waitFor();
    assert.equal(await page.getByRole('listbox').isVisible(), false);
  });

  test('leaves a slash to the field in which it is typed', async (t) => {
    const {page} = await open(t, 'elements/pg-catalog.html');
    const field = page.getByRole('searchbox').first();
    await field.focus();
    await page.keyboard.type('a/b');
    assert.equal(await field.inputValue(), 'a/b');
    assert.equal(await page.getByRole('combobox', {name: 'Search the documentation'}).count(), 0);
  });
});

suite('narrow windows', () => {
  test('have the navigation behind a button', async (t) => {
    const {page} = await open(t, 'guides/words.html');
    await page.setViewportSize({width: 320, height: 700});
    const navigation = page.getByRole('navigation', {name: 'Documentation'});
    assert.equal(await navigation.isVisible(), false);
    await page.getByRole('button', {name: 'Menu'}).click();
    const current = navigation.getByRole('link', {name: 'Words and languages'});
    assert.equal(await current.getAttribute('aria-current'), 'page');
    await current.focus();
    await page.keyboard.press('Escape');
    assert.equal(await navigation.isVisible(), false);
    const menu = page.getByRole('button', {name: 'Menu'});
    assert.equal(await menu.evaluate((button) => button === document.activeElement), true);
  });
});

suite('what is shown is what runs', () => {
  test('in the recipe for inputs of your own', async (t) => {
    const {page} = await open(t, 'recipes/own-inputs.html');
    const code = await page.getByRole('group', {name: 'own-inputs.ts'}).textContent();
    assert.equal(code?.trim(), readFileSync(join(demo, 'recipes/own-inputs.ts'), 'utf8').trim());
    await page.locator('acme-field').first().waitFor();
  });

  test('in the recipe for tokens, which are asked for again', async (t) => {
    const {page} = await open(t, 'recipes/token.html');
    await page.getByText('Asked once.').waitFor();
    await page.getByRole('button', {name: /Let the session expire/}).click();
    await page.getByText('Asked 2 times.').waitFor();
  });

  test('in the guide to data sources, whose choices come in pages', async (t) => {
    const {page} = await open(t, 'guides/data-sources.html');
    await page.getByRole('combobox', {name: 'Events'}).click();
    await page.getByRole('option', {name: 'Event group 1', exact: true}).waitFor();
  });

  test('in the theming guide, whose code has the theme and what was changed', async (t) => {
    const {page} = await open(t, 'guides/theming.html');
    const code = page.getByRole('group', {name: 'theme.css'});
    const button = page.getByRole('button', {name: 'Connect Chirrup'}).first();
    const radius = () => button.evaluate((shown) => getComputedStyle(shown).borderRadius);
    await page.getByRole('combobox', {name: 'Theme', exact: true}).selectOption('Like shadcn/ui');
    assert.equal(await radius(), '6px');
    await page.getByText('Corners, borders and focus').click();
    await page.getByRole('textbox', {name: 'radius-m', exact: true}).fill('0px');
    assert.equal(await radius(), '0px');
    assert.match((await code.textContent()) ?? '', /themes\/shadcn\.css.*--pg-radius-m: 0px;/s);
  });

  test('in the theming guide, which says what has too little contrast', async (t) => {
    const {page} = await open(t, 'guides/theming.html');
    const contrast = page.locator('#theming-contrast');
    await contrast.getByText('18 of 18 pairs').waitFor();
    await page.locator('[data-token="--pg-color-text"]').fill('#cccccc');
    await contrast.getByText('text on surface: 1.6').waitFor();
    assert.match(
      (await page.getByRole('group', {name: 'theme.css'}).textContent()) ?? '',
      /--pg-color-text: light-dark\(#cccccc, #eceef4\);/,
    );
    await page.getByRole('button', {name: 'Reset'}).click();
    await contrast.getByText('18 of 18 pairs').waitFor();
  });
});
