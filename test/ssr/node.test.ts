import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import type {Browser} from 'playwright-core';
import {launchChromium} from '../support/chromium.js';
import {openServed, serve, type Answer, type Served} from './support.js';

const {answer} = (await import(new URL('../../demo/ssr/node/app.js', import.meta.url).href)) as {
  readonly answer: Answer;
};

suite('the plain Node example', {timeout: 60_000}, () => {
  let browser: Browser;
  let served: Served;

  before(async () => {
    served = await serve(answer);
    browser = await launchChromium();
  });

  after(async () => {
    await browser.close();
    served.close();
  });

  test('shows the catalog’s skeleton with its styles under a strict policy, before any script', async (t) => {
    const {page} = await openServed(t, browser, served);
    const blocks = page.locator('pg-catalog .skeleton-card');
    await blocks.first().waitFor();
    assert.equal(await blocks.count(), 12);
    const columns = await page
      .locator('pg-catalog .skeletons')
      .evaluate((skeletons) => getComputedStyle(skeletons).gridTemplateColumns.split(' ').length);
    assert.equal(columns, 3);
    await page.getByRole('searchbox', {name: 'Search integrations'}).waitFor();
    assert.deepEqual(served.requests, []);
  });

  test('takes the server’s nodes over, and puts cards where their skeletons were', async (t) => {
    const {page, start} = await openServed(t, browser, served);
    const skeleton = page.locator('pg-catalog .skeleton-card').first();
    const place = await skeleton.boundingBox();
    const nodes = await page
      .locator('pg-catalog')
      .evaluateHandle(({shadowRoot}) => [
        shadowRoot?.querySelector('.base'),
        shadowRoot?.querySelector('.toolbar'),
        shadowRoot?.querySelector('input'),
        shadowRoot?.querySelector('.results'),
        shadowRoot?.querySelector('[role="status"]'),
      ]);
    start();
    const card = page.locator('pg-catalog .card').first();
    await card.waitFor();
    assert.deepEqual(await card.boundingBox(), place);
    assert.ok(
      await nodes.evaluate((all) => all.every((node) => node?.isConnected)),
      'Some of the server’s nodes were replaced.',
    );
    assert.equal(await page.locator('pg-catalog .base').count(), 1);
    assert.equal(await page.locator('pg-catalog style').count(), 0);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            resolve(list.getEntries().reduce((sum, entry) => sum + (entry as Shift).value, 0));
          }).observe({type: 'layout-shift', buffered: true});
          // An observer of what has not happened is not called.
          setTimeout(() => resolve(0), 200);
        }),
    );
    assert.equal(shift, 0);
  });

  test('works once it is there: searches for what was typed before, chooses', async (t) => {
    const {page, start} = await openServed(t, browser, served);
    const search = page.getByRole('searchbox', {name: 'Search integrations'});
    await search.pressSequentially('sales');
    start();
    await page.getByRole('button', {name: /^Salesforce/}).waitFor();
    assert.equal(await search.inputValue(), 'sales');
    assert.ok(await search.evaluate((field) => field.matches(':focus')), 'The focus is lost.');
    assert.equal(await page.locator('pg-catalog .card').count(), 1);
    const chosen = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('pg-select', ({detail}) => resolve(detail.integration));
        }),
    );
    await page.getByRole('button', {name: /^Salesforce/}).click();
    assert.equal(await chosen, 'salesforce');
  });
});

interface Shift extends PerformanceEntry {
  readonly value: number;
}
