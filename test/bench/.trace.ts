import {chromium} from 'playwright-core';
import {chromiumArgs, findChromium} from '../../scripts/browser.mjs';
import {buildPackage} from './build.ts';
import {serve} from './serve.ts';
const built = await buildPackage();
const server = await serve(new Map([['catalog-page.ts', await built.bundle('catalog-page.ts')]]));
const flags =
  process.argv[3] === 'slow' ? [] : ['--disable-frame-rate-limit', '--disable-gpu-vsync'];
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: [...chromiumArgs, ...flags],
});
const n = Number(process.argv[2] ?? 200);
for (const v of ['kit', 'vanilla', 'kit', 'vanilla']) {
  const page = await browser.newPage({viewport: {width: 1280, height: 800}});
  await page.goto(server.origin);
  await page.addScriptTag({type: 'module', url: '/catalog-page.ts'});
  await page.waitForFunction(() => 'bench' in globalThis);
  await page.evaluate((n) => globalThis.bench.prepare(n), n);
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  const s = await page.evaluate(([v, n]) => globalThis.bench[v](n), [v, n]);
  const t = JSON.parse((await browser.stopTracing()).toString());
  const sum = new Map();
  const cnt = new Map();
  for (const e of t.traceEvents) {
    if (e.ph === 'X' && e.dur) {
      sum.set(e.name, (sum.get(e.name) ?? 0) + e.dur / 1000);
      cnt.set(e.name, (cnt.get(e.name) ?? 0) + 1);
    }
  }
  console.log(v, JSON.stringify(s));
  console.log(
    [...sum]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 16)
      .map(([k, x]) => `${k}=${x.toFixed(0)}(${cnt.get(k)})`)
      .join(' '),
  );
  await page.close();
}
await browser.close();
server.close();
await built.dispose();
