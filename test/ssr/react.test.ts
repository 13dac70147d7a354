import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import type {Browser} from 'playwright-core';
import {launchChromium} from '../support/chromium.js';
import {openServed, serve, type Answer, type Served} from './support.js';

const {answer} = (await import(new URL('../../demo/ssr/react/app.jsx', import.meta.url).href)) as {
  readonly answer: Answer;
};

suite('the streaming React example', {timeout: 60_000}, () => {
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

  test('streams the catalog’s skeleton with its styles, and late content after it', async (t) => {
    const {page} = await openServed(t, browser, served);
    await page.getByText('Signed in as nobody').waitFor();
    assert.equal(await page.locator('pg-catalog .skeleton-card').count(), 12);
    const columns = await page
      .locator('pg-catalog .skeletons')
      .evaluate((skeletons) => getComputedStyle(skeletons).gridTemplateColumns.split(' ').length);
    assert.equal(columns, 3);
    assert.deepEqual(served.requests, []);
  });

  test('takes the server’s nodes over, with the groups that only the script has', async (t) => {
    const {page, start} = await openServed(t, browser, served);
    const catalog = page.locator('pg-catalog');
    const nodes = await catalog.evaluateHandle((element) => [
      element,
      element.closest('pg-portal'),
      element.shadowRoot?.querySelector('.base'),
      element.shadowRoot?.querySelector('.results'),
    ]);
    start();
    await page.getByRole('heading', {name: 'Popular'}).waitFor();
    await page.getByRole('button', {name: /^Salesforce/}).waitFor();
    assert.ok(
      await nodes.evaluate((all) => all.every((node) => node?.isConnected)),
      'Some of the server’s nodes were replaced.',
    );
    assert.equal(await page.locator('pg-catalog .base').count(), 1);
    assert.equal(await page.locator('[defer-hydration]').count(), 0);
  });

  test('tells React what the person chose', async (t) => {
    const {page, start} = await openServed(t, browser, served);
    start();
    await page.getByRole('button', {name: /^Salesforce/}).click();
    await page.getByText('You chose salesforce.').waitFor();
  });

  test('mixes up nothing of requests at the same time', async () => {
    const pages = await Promise.all(
      ['Ada', 'Grace'].map(async (user) => {
        const response = await fetch(served.origin, {headers: {'x-user': user}});
        return response.text();
      }),
    );
    const [ada = '', grace = ''] = pages;
    assert.match(ada, /Ada/);
    assert.doesNotMatch(ada, /Grace/);
    assert.match(grace, /Grace/);
    assert.doesNotMatch(grace, /Ada/);
    const portalOf = (page: string): string => /<pg-portal.*<\/pg-portal>/s.exec(page)?.[0] ?? '';
    assert.notEqual(portalOf(ada), '');
    assert.equal(portalOf(ada), portalOf(grace));
  });
});
