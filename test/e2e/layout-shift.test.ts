import assert from 'node:assert/strict';
import {after, suite, test} from 'node:test';
import type {Page} from 'playwright-core';
import {PAGES} from '../../demo/site/build/navigation.js';
import {launchChromium, openLocalPage} from '../support/chromium.js';
import {serveDemo} from '../support/demo-site.js';
import {PATIENCE} from '../support/eventually.js';
import {recordShifts, shiftsOf, slowDown} from './layout-shift.js';

const {origin, close} = await serveDemo();
const browser = await launchChromium();
after(async () => {
  await browser.close();
  await close();
});

const WINDOWS = [
  {width: 1280, height: 900},
  {width: 360, height: 740},
] as const;

/** Pages whose elements have a session: what they load, they load slowly here. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('pg-portal:not(:state(ready))') === null);
  await page.waitForLoadState('networkidle');
}

suite('on a slow network nothing moves after it was seen', {concurrency: 4}, () => {
  for (const {path} of PAGES) {
    for (const viewport of WINDOWS) {
      test(`${path}, ${viewport.width} px wide`, async (t) => {
        const page = await openLocalPage(browser, {viewport});
        t.after(() => page.context().close());
        page.setDefaultTimeout(PATIENCE);
        await page.addInitScript(recordShifts);
        await slowDown(page);
        await page.goto(
          `${origin}/${path}?project=shift-${path.replaceAll(/\W/g, '-')}-${viewport.width}`,
        );
        await settled(page);
        const {score, shifts} = await shiftsOf(page);
        assert.ok(score < 0.02, `${score.toFixed(3)}: ${shifts.join('\n')}`);
      });
    }
  }
});
