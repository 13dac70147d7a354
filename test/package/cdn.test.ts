import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import type {Browser} from 'playwright-core';
import {launchChromium} from '../support/chromium.js';
import {Consumer} from './consumer.js';
import {signInScript, Site} from './site.js';

const KIT = '/node_modules/pg-elements/dist/cdn/pg-elements.js';

let browser: Browser;
let consumer: Consumer;
let site: Site;

before(async () => {
  consumer = await Consumer.create();
  await consumer.write('sign-in.js', signInScript);
  await consumer.write(
    'own-sdk.js',
    `document.querySelector('pg-portal').sdk = {
       configureGlobal() {},
       setHeadless() {},
       subscribe() {},
       unsubscribe() {},
       getUser: () => ({authenticated: false}),
       getIntegrationConfig: () => ({}),
       getIntegrationMetadata: () => [],
       installFlow: {},
       authenticate: async () => {
         document.title = 'asked';
       },
     };`,
  );
  browser = await launchChromium();
  site = await Site.serve(consumer.folder, browser);
});

after(async () => {
  site.close();
  await browser.close();
  await consumer.dispose();
});

describe('the bundle for script tags', () => {
  test('shows the whole portal on a page that loads nothing else', async (context) => {
    const {page} = await site.open(context, [KIT, '/sign-in.js'], '<pg-portal></pg-portal>');
    await page.getByRole('button', {name: /^Orbit CRM/}).click();
    await page.getByRole('heading', {name: 'Orbit CRM'}).waitFor();
  });

  test('connects an account with the SDK that it brings', async (context) => {
    const body =
      '<pg-portal><pg-install-flow integration="pulsemetrics" auto-start></pg-install-flow></pg-portal>';
    const {page} = await site.open(context, [KIT, '/sign-in.js'], body);
    const installed = page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('pg-installed', ({detail}) => resolve(detail.integration));
        }),
    );
    await page.getByRole('textbox', {name: 'Write key'}).fill('secret');
    await page.getByRole('button', {name: /^Connect /}).click();
    assert.equal(await installed, 'pulsemetrics');
  });

  test('leaves its SDK alone on a page that brings one', async (context) => {
    const scripts = [KIT, '/own-sdk.js', '/sign-in.js'];
    const {page} = await site.open(context, scripts, '<pg-portal></pg-portal>');
    await page.waitForFunction(() => document.title === 'asked');
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({name}) => name),
    );
    assert.deepEqual(
      loaded.filter((url) => url.includes('/cdn/sdk-')),
      [],
    );
  });
});
