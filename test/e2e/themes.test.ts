import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, suite, test} from 'node:test';
import {STATES} from '../sheet/states.js';
import {axeProblems} from '../support/axe.js';
import {startBrowser} from './support.js';

const browser = await startBrowser();
after(() => browser.close());

/** Between them they show every kind of text, control and surface. */
const SAMPLE = [
  'catalog',
  'catalog-failed',
  'detail-overview',
  'detail-attention',
  'install-types',
  'install-refused-key',
  'install-done',
  'accounts-menu',
  'accounts-disconnect',
  'settings-refused',
  'mapper-suggestions',
];
const THEMES = ['shadcn', 'material', 'dense', 'high-contrast'];

// The page of the tests is bare: it has no landmarks.
const without = ['region', 'landmark-one-main', 'page-has-heading-one'];

const sheets = await Promise.all(
  THEMES.map(async (theme) => {
    const css = await readFile(new URL(`../../src/themes/${theme}.css`, import.meta.url), 'utf8');
    return {theme, css};
  }),
);

suite('axe finds nothing under any theme', {concurrency: 2}, () => {
  for (const {name, html, options, reach} of STATES.filter((one) => SAMPLE.includes(one.name))) {
    test(name, async (t) => {
      const session = await browser.open(t, html, options);
      await reach(session);
      const {page} = session;
      for (const {theme, css} of sheets) {
        await page.evaluate((text) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(text);
          document.adoptedStyleSheets = [sheet];
        }, css);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({colorScheme});
          assert.deepEqual(await axeProblems(page, {without}), [], `${theme}, ${colorScheme}`);
        }
      }
    });
  }
});

test('the sample names states that there are', () => {
  const names = new Set(STATES.map(({name}) => name));
  assert.deepEqual(
    SAMPLE.filter((name) => !names.has(name)),
    [],
  );
});
