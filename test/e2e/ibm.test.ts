import assert from 'node:assert/strict';
import {after, suite, test} from 'node:test';
import {STATES} from '../sheet/states.js';
import {ibmProblems} from '../support/ibm.js';
import {startBrowser} from './support.js';

const browser = await startBrowser();
after(() => browser.close());

// The page of the tests is bare: it has no landmarks.
const without = ['aria_content_in_landmark: Fail_1', 'skip_main_exists: Fail_1'];

/** In every state that there are pictures of. */
suite("IBM's accessibility checker finds nothing", {concurrency: 2}, () => {
  for (const {name, html, options, reach} of STATES) {
    test(name, async (t) => {
      const session = await browser.open(t, html, options);
      await reach(session);
      assert.deepEqual(await ibmProblems(session.page, {without}), []);
    });
  }
});
