import assert from 'node:assert/strict';
import {mkdtemp, readdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, suite, test} from 'node:test';
import type {Browser} from 'playwright-core';
import {launchChromium, openLocalPage} from '../support/chromium.js';
import {serveDemo} from '../support/demo-site.js';

/** Families of very different widths, and how wide the sample is in each. Pixels. */
const FAMILIES = [
  {family: 'Liberation Sans Narrow', width: 139},
  {family: 'Liberation Sans', width: 166},
  {family: 'DejaVu Sans', width: 192},
  {family: 'DejaVu Sans Mono', width: 240},
] as const;

const {origin, dist, close} = await serveDemo();
const folder = await mkdtemp(join(tmpdir(), 'pg-fonts-'));
after(async () => {
  await close();
  await rm(folder, {recursive: true, force: true});
});

const files = (await readdir(dist, {recursive: true})).filter((file) => file.endsWith('.html'));

/** A browser on a machine that has this family and no other. */
async function launchWith(family: string): Promise<Browser> {
  const config = join(folder, `${family}.conf`);
  await writeFile(
    config,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
  <match target="pattern">
    <edit name="family" mode="prepend" binding="strong"><string>${family}</string></edit>
  </match>
</fontconfig>`,
  );
  return launchChromium({FONTCONFIG_FILE: config});
}

for (const {family, width} of FAMILIES) {
  suite(`in ${family}`, {concurrency: 2}, () => {
    const launched = launchWith(family);
    after(async () => (await launched).close());

    test('the text is as wide as in that family', async () => {
      const page = await openLocalPage(await launched);
      await page.setContent('<span style="font: 20px sans-serif">Quick brown fox illi</span>');
      const measured = await page.evaluate(
        () => document.querySelector('span')?.getBoundingClientRect().width,
      );
      await page.context().close();
      assert.equal(measured, width, `Is the family ${family} installed?`);
    });

    for (const file of files) {
      test(`${file} fits 320 px`, async (t) => {
        const page = await openLocalPage(await launched, {viewport: {width: 320, height: 700}});
        t.after(() => page.context().close());
        const project = `${family}-${file}`.replaceAll(/\W/g, '-');
        await page.goto(`${origin}/${file}?project=${project}`);
        await page.waitForFunction(
          () => document.querySelector('pg-portal:not(:state(ready))') === null,
        );
        // Whatever loads later may be what is too wide: what is measured is the page once it rests.
        await page.waitForLoadState('networkidle');
        assert.deepEqual(await page.evaluate(widest), []);
      });
    }
  });
}

/** What reaches out of the window, and out of nothing that scrolls or clips it. */
function widest(): readonly string[] {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const found: string[] = [];
  const roots: ParentNode[] = [document.body];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (getComputedStyle(element.parentElement ?? element).overflowX !== 'visible') continue;
      if (element.closest('pre > *, [hidden]')) continue;
      if (element.shadowRoot) roots.push(element.shadowRoot);
      const right = Math.round(element.getBoundingClientRect().right);
      if (right > innerWidth) found.push(`${element.localName}.${element.className} ${right}`);
    }
  }
  return [
    `${document.documentElement.scrollWidth - innerWidth} px too wide`,
    ...found.slice(0, 20),
  ];
}
