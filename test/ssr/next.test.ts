import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import type {Browser} from 'playwright-core';
import {launchChromium} from '../support/chromium.js';
import {startNext} from './next-app.js';
import {openServed, serve, type Served} from './support.js';

suite('the Next.js example', {timeout: 300_000}, () => {
  let browser: Browser;
  let served: Served;
  let stop: () => void;

  before(async () => {
    const next = await startNext();
    stop = next.stop;
    served = await serve(next.answer);
    browser = await launchChromium();
  });

  after(async () => {
    await browser.close();
    served.close();
    stop();
  });

  test('shows the catalog’s skeleton with its styles before any script', async (t) => {
    const {page} = await openServed(t, browser, served);
    const skeletons = page.locator('pg-catalog .skeletons');
    await skeletons.waitFor();
    assert.equal(await page.locator('pg-catalog .skeleton-card').count(), 12);
    assert.equal(await skeletons.evaluate((one) => getComputedStyle(one).display), 'grid');
    assert.deepEqual(served.requests, []);
  });

  test('takes the server’s nodes over, and works', async (t) => {
    const {page, start} = await openServed(t, browser, served);
    const results = await page.locator('pg-catalog .results').evaluateHandle((node) => node);
    start();
    await page.getByRole('heading', {name: 'Popular'}).waitFor();
    assert.equal(await results.evaluate((node) => node.isConnected), true);
    assert.equal(await page.locator('pg-catalog .base').count(), 1);
    await page.getByRole('button', {name: /^Salesforce/}).click();
    await page.getByText('You chose salesforce.').waitFor();
  });
});
