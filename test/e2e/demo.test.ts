import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import type {AddressInfo} from 'node:net';
import {after, suite, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {build, preview} from 'vite';
import {launchChromium, openLocalPage} from '../support/chromium.js';
import {watchConsole} from '../support/console.js';

const configFile = fileURLToPath(new URL('../../demo/vite.config.ts', import.meta.url));
const pages = readdirSync(fileURLToPath(new URL('../../demo', import.meta.url))).filter((file) =>
  file.endsWith('.html'),
);

// The built demo, as it would be published; `npm start` serves the same pages unbuilt.
await build({configFile, logLevel: 'error'});
const server = await preview({configFile, logLevel: 'error', preview: {port: 0}});
const {port} = server.httpServer.address() as AddressInfo;
const browser = await launchChromium();
after(async () => {
  await browser.close();
  await server.close();
});

suite('the demo', () => {
  for (const [index, file] of pages.entries()) {
    test(`${file} shows the catalog's data, prints nothing and fits 320 px`, async (t) => {
      const page = await openLocalPage(browser, {viewport: {width: 320, height: 700}});
      t.after(() => page.context().close());
      const printed = watchConsole(page);
      await page.goto(`http://localhost:${port}/${file}?project=demo-${index}`);
      await page
        .getByText(/Chirrup|Calendo/)
        .first()
        .waitFor();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${overflow} px too wide`);
      assert.deepEqual(printed, []);
    });
  }
});
