import assert from 'node:assert/strict';
import {cp} from 'node:fs/promises';
import {after, before, describe, test} from 'node:test';
import {build} from 'esbuild';
import type {Browser} from 'playwright-core';
import {launchChromium} from '../support/chromium.js';
import {Consumer} from './consumer.js';
import {signInScript, Site} from './site.js';

const CDN = 'node_modules/pg-elements/dist/cdn';

let browser: Browser;
let consumer: Consumer;
let site: Site;

before(async () => {
  consumer = await Consumer.create(['@useparagon/connect']);
  await consumer.write('sign-in.js', signInScript);
  for (const version of ['one', 'other']) {
    await cp(consumer.path(CDN), consumer.path(version), {recursive: true});
  }
  await bundle('catalog', `import 'pg-elements/pg-catalog';`);
  await bundle('portal', `import 'pg-elements/pg-portal';`);
  browser = await launchChromium();
  site = await Site.serve(consumer.folder, browser);
});

after(async () => {
  site.close();
  await browser.close();
  await consumer.dispose();
});

/** As of an application, with a Lit of its own inside. */
async function bundle(name: string, code: string): Promise<void> {
  await build({
    entryPoints: [await consumer.write(`${name}-entry.js`, code)],
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    outdir: consumer.path(name),
    entryNames: 'entry',
  });
}

describe('two copies of the kit on a page', () => {
  const body = '<pg-portal></pg-portal>';
  const versions = ['/one/pg-elements.js', '/other/pg-elements.js'];

  test('work as one where the policy lets Lit’s name be used twice', async (context) => {
    const scripts = [...versions, '/sign-in.js'];
    const {page} = await site.open(context, scripts, body, {
      trustedTypes: "lit-html 'allow-duplicates'",
    });
    await page.getByRole('button', {name: /^Orbit CRM/}).click();
    await page.getByRole('heading', {name: 'Orbit CRM'}).waitFor();
  });

  test('leave the first at work where the policy stops the second', async (context) => {
    const scripts = [...versions, '/sign-in.js'];
    const {page, printed} = await site.open(context, scripts, body, {prints: true});
    await page.getByRole('button', {name: /^Orbit CRM/}).click();
    await page.getByRole('heading', {name: 'Orbit CRM'}).waitFor();
    assert.ok(printed.length > 0);
    for (const line of printed) assert.match(line, /lit-html/);
  });

  test('share the session, each with elements of the other', async (context) => {
    const scripts = ['/catalog/entry.js', '/portal/entry.js', '/sign-in.js'];
    const {page} = await site.open(
      context,
      scripts,
      '<pg-portal><pg-catalog></pg-catalog></pg-portal>',
      {trustedTypes: "lit-html 'allow-duplicates'"},
    );
    await page.getByRole('button', {name: /^Orbit CRM/}).waitFor();
  });
});
