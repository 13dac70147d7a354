import assert from 'node:assert/strict';
import {after, suite, test} from 'node:test';
import type {Page} from 'playwright-core';
import {STATES} from '../sheet/states.js';
import {ibmProblems} from '../support/ibm.js';
import {startBrowser} from './support.js';

const browser = await startBrowser();
after(() => browser.close());

// The page of the tests is bare: it has no landmarks.
const without = ['aria_content_in_landmark: Fail_1', 'skip_main_exists: Fail_1'];

const THEMES = [
  {colorScheme: 'light', forcedColors: 'none'},
  {colorScheme: 'dark', forcedColors: 'none'},
  {colorScheme: 'dark', forcedColors: 'active'},
] as const;

/** How a page can look: the theme, the direction and the width. */
const LOOKS = THEMES.flatMap((theme) =>
  (['ltr', 'rtl'] as const).flatMap((dir) => [1280, 360].map((width) => ({...theme, dir, width}))),
);

/** Each state has its turn in another one; `npm run check:ibm` takes all of them. */
const looksAt = (index: number): typeof LOOKS =>
  process.env['ALL_LOOKS'] ? LOOKS : LOOKS.filter((_, at) => at === index % LOOKS.length);

/** What IBM's checker finds in one look. */
async function problemsIn(page: Page, look: (typeof LOOKS)[number]): Promise<readonly string[]> {
  const {colorScheme, forcedColors, dir, width} = look;
  await page.setViewportSize({width, height: width < 1280 ? 740 : 800});
  await page.emulateMedia({colorScheme, forcedColors});
  await page.evaluate((to) => (document.documentElement.dir = to), dir);
  const problems = await ibmProblems(page, {without});
  return problems.map((problem) => `${colorScheme} ${forcedColors} ${dir} ${width}: ${problem}`);
}

/**
 * Each is reached once and looked at as it stands: every box inside is a part of what the page has, IBM's accessibility checker finds
 * nothing, each change on the way was announced once, and no word stays English when the page turns to another language, whether it was
 * rendered, stored or announced before.
 */
suite('every state that there are pictures of', {concurrency: 2}, () => {
  for (const [index, {name, html, options, reach}] of STATES.entries()) {
    test(name, async (t) => {
      const session = await browser.open(t, html, options);
      await reach(session);
      const {page} = session;
      const announced = await page.evaluate(() => window.testPage.announcements.problems(500));
      const parts = await page.evaluate(() => window.testPage.innerParts());
      const unreached = parts.filter(({isReached}) => !isReached).map((part) => part.name);
      const looks: string[] = [];
      for (const look of looksAt(index)) looks.push(...(await problemsIn(page, look)));
      await page.evaluate(() => window.testPage.speak('en-XA'));
      await page
        .waitForFunction(() => window.testPage.plainTexts().length === 0, undefined, {
          timeout: 2000,
        })
        .catch(() => undefined);
      const english = await page.evaluate(() => window.testPage.plainTexts());
      assert.deepEqual(
        {unreached: [...new Set(unreached)], looks, english, announced},
        {unreached: [], looks: [], english: [], announced: []},
      );
    });
  }
});
