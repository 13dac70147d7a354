import assert from 'node:assert/strict';
import {after, suite, test} from 'node:test';
import {axeProblems} from '../support/axe.js';
import {startBrowser} from './support.js';

const browser = await startBrowser();
after(() => browser.close());

// The page of the tests is bare: it has no landmarks and no heading of its own.
const without = ['region', 'page-has-heading-one', 'landmark-one-main'];

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
        assert.deepEqual(await axeProblems(page, {without}), [], state);
      };
      await session.text('Quietbox').first().waitFor();
      await check('catalog');
      await page.getByRole('searchbox').fill('zzz');
      await check('no results');
      await page.getByRole('searchbox').fill('drive');
      await page.getByText('Drivepool').first().click();
      await page.getByRole('tab', {name: 'Settings'}).click();
      await page.getByRole('textbox', {name: 'File name prefix'}).waitFor();
      await check('settings');
      await page.getByRole('tab', {name: 'Overview'}).click();
      await check('overview');
      await page.getByRole('tab', {name: 'Accounts'}).click();
      await page.getByRole('list', {name: 'Drivepool accounts'}).waitFor();
      await check('accounts');
      await session
        .button(/^Actions for /)
        .first()
        .click();
      await check('menu');
      await page.getByRole('menuitem', {name: 'Disconnect'}).click();
      await page.getByRole('alertdialog').waitFor();
      await check('confirmation');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.getByRole('searchbox').fill('marketst');
      await page.getByText('Marketstall').first().click();
      await session.connect('Marketstall').click();
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
