import assert from 'node:assert/strict';
import {after, suite, test} from 'node:test';
import axe from 'axe-core';
import {startBrowser, type Session} from './support.js';

const browser = await startBrowser();
after(() => browser.close());

/** What axe finds on the page as it stands. */
async function problems({page}: Session): Promise<string[]> {
  // Evaluated by the debugger, which the page's policy does not bind.
  await page.evaluate(`${axe.source}; undefined`);
  const {violations} = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // The page of the tests is bare: it has no landmarks and no heading of its own.
      rules: {
        region: {enabled: false},
        'page-has-heading-one': {enabled: false},
        'landmark-one-main': {enabled: false},
      },
    }),
  );
  return violations.map(
    ({id, nodes}) =>
      `${id}: ${nodes.map(({target, failureSummary}) => `${target.join(' ')} ${failureSummary ?? ''}`).join('; ')}`,
  );
}

const THEMES = [
  {name: 'light', media: {colorScheme: 'light'}},
  {name: 'dark', media: {colorScheme: 'dark'}},
  {name: 'forced colors', media: {colorScheme: 'dark', forcedColors: 'active'}},
] as const;

suite('axe finds nothing', () => {
  for (const {name, media} of THEMES) {
    test(`from the catalog to a disconnected account, in ${name}`, async (t) => {
      const session = await browser.open(t, '<pg-portal></pg-portal>', {user: 'demo-user'});
      const {page} = session;
      await page.emulateMedia(media);
      const check = async (state: string) => {
        // Motion has ends; colours in between are nobody's contrast.
        await page.evaluate(() =>
          Promise.all(
            document.getAnimations().map((animation) => animation.finished.catch(() => undefined)),
          ),
        );
        assert.deepEqual(await problems(session), [], state);
      };
      await session.text('Quietbox').first().waitFor();
      await check('catalog');
      await page.getByRole('searchbox').fill('zzz');
      await check('no results');
      await page.getByRole('searchbox').fill('drive');
      await page.getByText('Drivepool').first().click();
      await page.getByRole('list', {name: 'Drivepool accounts'}).waitFor();
      await check('detail');
      await session
        .button(/^Disconnect /)
        .first()
        .click();
      await page.getByRole('alertdialog').waitFor();
      await check('confirmation');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.getByRole('searchbox').fill('marketst');
      await page.getByText('Marketstall').first().click();
      await session.button('Connect Marketstall').click();
      await session.button('Continue').click();
      await check('form with errors');
      await session.fill(/Shop address/, 'acme');
      const popup = await session.popup(() => session.button('Continue').click());
      await check('waiting');
      await popup.getByRole('button', {name: 'Deny'}).click();
      await session.text('Access was not granted.').waitFor();
      await check('denied');
    });
  }
});

declare global {
  interface Window {
    axe: typeof axe;
  }
}
