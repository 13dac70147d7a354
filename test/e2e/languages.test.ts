import assert from 'node:assert/strict';
import {after, suite, test} from 'node:test';
import {STATES} from '../sheet/states.js';
import {startBrowser} from './support.js';

const browser = await startBrowser();
after(() => browser.close());

/** In every state that there are pictures of, as it stands: what was rendered, stored or announced before follows too. */
suite('no word stays English when the page turns to another language', () => {
  for (const {name, html, options, reach} of STATES) {
    test(name, async (t) => {
      const session = await browser.open(t, html, options);
      await reach(session);
      const {page} = session;
      await page.evaluate(() => window.testPage.speak('en-XA'));
      await page
        .waitForFunction(() => window.testPage.plainTexts().length === 0, undefined, {
          timeout: 2000,
        })
        .catch(() => undefined);
      assert.deepEqual(await page.evaluate(() => window.testPage.plainTexts()), []);
    });
  }
});
