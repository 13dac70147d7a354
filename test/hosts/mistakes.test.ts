import assert from 'node:assert/strict';
import {after, suite, test} from 'node:test';
import {parse} from 'node-html-parser';
import {errorSections} from '../../demo/site/build/tables.js';
import {DEVELOPER_CODES} from '../../src/core/errors.js';
import {CURES} from '../../src/elements/developer-help.js';
import {launchChromium} from '../support/chromium.js';
import {watchConsole} from '../support/console.js';
import {MISTAKES as OTHERS, RIGHT as OTHERS_RIGHT, type SetUp} from './mistakes.js';
import {README_MISTAKES, README_RIGHT} from './readme-mistakes.js';
import {serveHosts, type HostPage} from './server.js';

const MISTAKES = [...OTHERS, ...README_MISTAKES];
const RIGHT = [...OTHERS_RIGHT, README_RIGHT];

/** Words come within two seconds; machines that run many tests at a time take longer. Milliseconds. */
const IN_TIME = 8000;

/** The sections of the guide, as the documentation has them. */
const guide = parse(String(errorSections()));

const pageOf = ({body, script, imports}: SetUp): HostPage => ({
  body: `${body ?? ''}<script type="module">${script}</script>`,
  ...(imports !== undefined && {imports}),
});

const pages = new Map([...MISTAKES, ...RIGHT].map((one, index) => [`page-${index}`, pageOf(one)]));
const server = await serveHosts(pages, []);
const browser = await launchChromium();
const context = await browser.newContext();
await context.route(
  ({hostname}) => hostname !== 'localhost',
  (route) => route.abort(),
);
after(async () => {
  await browser.close();
  server.close();
});

async function open(index: number) {
  const page = await context.newPage();
  const printed = watchConsole(page);
  await page.goto(`${server.origin}/page-${index}?project=mistakes-${process.pid}-${index}`);
  return {
    page,
    printed,
    said: () => printed.filter((text) => text.startsWith('pg-elements: ')),
    codes: () =>
      page.evaluate(() =>
        (window as unknown as {site: {events: string[][]}}).site.events
          .filter(([name]) => name === 'pg-error')
          .map(([, code]) => code),
      ),
  };
}

suite('a page that is set up wrongly', {concurrency: 4}, () => {
  for (const [index, {name, code, says, reads}] of MISTAKES.entries()) {
    test(`${name}: ${code}`, async () => {
      const {page, printed, said, codes} = await open(index);
      if (reads) await page.getByText(reads).first().waitFor({timeout: IN_TIME});
      await page.waitForFunction(
        (wanted) =>
          (window as unknown as {site: {events: string[][]}}).site.events.some(
            ([event, found]) => event === 'pg-error' && found === wanted,
          ),
        code,
        {timeout: IN_TIME},
      );
      const about = (text: string): boolean => text.startsWith(`pg-elements: ${code}: `);
      for (let tries = 0; tries < 80 && !said().some(about); tries += 1)
        await page.waitForTimeout(50);
      const messages = said().filter(about);
      assert.equal(messages.length, 1, [...printed, ...(await codes())].join('\n'));
      assert.match(messages[0] ?? '', says);
      const [, cure = '', file = '', id = ''] =
        /\nCure: (.+)\nRead more: (.+)#(\S+)/.exec(messages[0] ?? '') ?? [];
      // What the console leads to.
      assert.equal(file, 'guides/errors.html');
      const heading = guide.querySelector(`[id="${id}"]`);
      assert.equal(heading?.text.trim(), code);
      assert.ok(guide.text.includes(cure));
      // A skeleton that never ends is not a word.
      await page.locator('[aria-busy=true]').first().waitFor({state: 'hidden', timeout: IN_TIME});
      await page.close();
    });
  }
});

suite('a page that is set up rightly', {concurrency: 4}, () => {
  for (const [index, {name}] of RIGHT.entries()) {
    test(`prints nothing: ${name}`, async () => {
      const {page, printed, codes} = await open(MISTAKES.length + index);
      await page.getByText('Quietbox').first().waitFor();
      await page.waitForTimeout(1700);
      assert.deepEqual([printed, await codes()], [[], []]);
      const loaded = await page.evaluate(() =>
        performance.getEntriesByType('resource').map((entry) => entry.name),
      );
      assert.deepEqual(
        loaded.filter((url) => url.includes('developer-help')),
        [],
      );
      await page.close();
    });
  }
});

test('the guide has a heading and a cure for every mistake', () => {
  for (const code of DEVELOPER_CODES) {
    const heading = guide.querySelector(`h3#error-${code}`);
    assert.equal(heading?.text.trim(), code);
    assert.ok(CURES[code].length > 20, code);
    assert.ok(guide.text.includes(CURES[code]), code);
  }
});
