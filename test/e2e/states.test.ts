import assert from 'node:assert/strict';
import {after, suite, test} from 'node:test';
import {STATES} from '../sheet/states.js';
import {ibmProblems} from '../support/ibm.js';
import {startBrowser} from './support.js';

const browser = await startBrowser();
after(() => browser.close());

// The page of the tests is bare: it has no landmarks.
const without = ['aria_content_in_landmark: Fail_1', 'skip_main_exists: Fail_1'];

/**
 * Each is reached once and looked at as it stands: every box inside is a part of what the page has, IBM's accessibility checker finds
 * nothing, each change on the way was announced once, and no word stays English when the page turns to another language, whether it was
 * rendered, stored or announced before.
 */
suite('every state that there are pictures of', {concurrency: 2}, () => {
  for (const {name, html, options, reach} of STATES) {
    test(name, async (t) => {
      const session = await browser.open(t, html, options);
      await reach(session);
      const {page} = session;
      const announced = await page.evaluate(() => window.testPage.announcements.problems(500));
      const parts = await page.evaluate(() => window.testPage.innerParts());
      const unreached = parts.filter(({isReached}) => !isReached).map((part) => part.name);
      const ibm = await ibmProblems(page, {without});
      await page.evaluate(() => window.testPage.speak('en-XA'));
      await page
        .waitForFunction(() => window.testPage.plainTexts().length === 0, undefined, {
          timeout: 2000,
        })
        .catch(() => undefined);
      const english = await page.evaluate(() => window.testPage.plainTexts());
      assert.deepEqual(
        {unreached: [...new Set(unreached)], ibm, english, announced},
        {unreached: [], ibm: [], english: [], announced: []},
      );
    });
  }
});
