import assert from 'node:assert/strict';
import {after, suite, test} from 'node:test';
import {DrivenPage} from '../support/engines/driven-page.js';
import type {Driver} from '../support/engines/driver.js';
import {mainJob} from './job.js';
import {HOSTS, LIBRARIES, PARTS, type Host} from './pages.js';
import {serveHosts, type HostPage} from './server.js';

/** Keeps what a page prints that it should not, as drivers do not all tell. */
const RECORD = `<script>
window.printed = [];
for (const level of ['warn', 'error']) console[level] = (...all) => printed.push(all.join(' '));
addEventListener('error', ({message}) => printed.push(message));
addEventListener('unhandledrejection', ({reason}) => printed.push(String(reason)));
</script>`;
const recorded = (page: HostPage): HostPage => ({...page, head: RECORD + (page.head ?? '')});

const tested = HOSTS.map((host, index) => ({...host, path: `host-${index}`})).filter(
  ({pretended}) => !pretended,
);

/**
 * All pages with `ALL_HOSTS=1`. Otherwise those where more is done than the main job, which is what depends on an engine, and of the
 * others every fourth, in each engine another.
 */
const chosenFor = (engine: number): typeof tested =>
  tested.filter(
    ({enter, check, job, frame}, index) =>
      process.env['ALL_HOSTS'] || enter || check || job || frame || index % 4 === engine,
  );

async function tryHost(
  page: DrivenPage,
  {enter, check, frame, job = mainJob}: Host,
): Promise<void> {
  await enter?.(page);
  if (frame) await mainJob(page.context(), page.frameLocator('iframe'));
  else await job(page.context(), page);
  await check?.(page);
}

/**
 * The pages of hosts, and what people do there, in an engine that Playwright does not drive here.
 * @param number of the engine, for its share of the pages
 */
export async function testHosts(number: number, start: () => Promise<Driver>): Promise<void> {
  const driver = await start();
  const hosts = chosenFor(number).filter(({crashes}) => !crashes?.includes(driver.name));
  const pages = new Map([
    ...hosts.map(({path, page}) => [path, recorded(page)] as const),
    ...PARTS,
  ]);
  const server = await serveHosts(pages, ['test/hosts/kit.ts', ...LIBRARIES]);
  after(async () => {
    await driver.close();
    server.close();
  });
  suite(
    `${driver.name}: finding, connecting, choosing, saving and disconnecting in a page with`,
    () => {
      for (const host of hosts) {
        test(host.name, async () => {
          const project = `${driver.name}-${process.pid}-${host.path}`;
          const page = await DrivenPage.open(driver, {width: 1000, height: 800});
          await page.goto(`${server.origin}/${host.path}?project=${project}`);
          await tryHost(page, host);
          const printed = await page.evaluate(
            () => (window as unknown as {readonly printed: readonly string[]}).printed,
          );
          assert.deepEqual(printed, []);
        });
      }
    },
  );
}
