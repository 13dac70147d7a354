import assert from 'node:assert/strict';
import {after, suite, test} from 'node:test';
import {launchChromium} from '../support/chromium.js';
import {watchConsole} from '../support/console.js';
import {mainJob} from './job.js';
import {HOSTS, LIBRARIES, PARTS} from './pages.js';
import {serveHosts} from './server.js';

const pages = new Map([
  ...HOSTS.map(({page}, index) => [`host-${index}`, page] as const),
  ...PARTS,
]);
const server = await serveHosts(pages, ['test/hosts/kit.ts', ...LIBRARIES]);
const browser = await launchChromium();
after(async () => {
  await browser.close();
  server.close();
});

suite(
  'finding, connecting, choosing, saving and disconnecting in a page with',
  {concurrency: 2},
  () => {
    for (const [
      index,
      {name, enter, check, frame, job = mainJob, pretended = {}},
    ] of HOSTS.entries()) {
      test(name, async () => {
        const context = await browser.newContext({
          viewport: {width: 1000, height: 800},
          ...pretended.device,
        });
        await context.route(
          ({hostname}) => hostname !== 'localhost',
          (route) => route.abort(),
        );
        const page = await context.newPage();
        page.setDefaultTimeout(15_000);
        const printed = watchConsole(page);
        try {
          await page.goto(`${server.origin}/host-${index}?project=hosts-${process.pid}-${index}`);
          await enter?.(page);
          await pretended.enter?.(page);
          if (frame) await mainJob(context, page.frameLocator('iframe'));
          else if (pretended.job) await pretended.job(context, page);
          else await job(context, page);
          await check?.(page);
          assert.deepEqual(printed, []);
        } finally {
          await context.close();
        }
      });
    }
  },
);
