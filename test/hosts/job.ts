import assert from 'node:assert/strict';
import type {BrowserContext, Locator, Page} from 'playwright-core';

/** Where the kit is: in the page, or in a frame of it. */
export type Scope = Pick<Page, 'getByRole' | 'getByText'>;

/** Closes the dialog of an integration. */
async function close(page: Scope): Promise<void> {
  await page.getByRole('button', {name: 'Close', exact: true}).first().click();
}

async function find(page: Scope, name: string): Promise<void> {
  const search = page.getByRole('searchbox').first();
  await search.click();
  await search.fill(name);
  await page
    .getByRole('button', {name: new RegExp(`^${name}`)})
    .first()
    .click();
}

/** The menu of the one account, wherever the page shows its accounts: behind a tab where it shows them with other things. */
async function actions(page: Scope): Promise<Locator> {
  const button = page.getByRole('button', {name: /^Actions for /}).first();
  const tab = page.getByRole('tab', {name: 'Accounts 1'});
  await button.or(tab).first().waitFor();
  if (await tab.isVisible()) await tab.click();
  return button;
}

/** What people come for: find, connect by key and by OAuth, choose in a list, save, disconnect. */
export async function mainJob(window: BrowserContext, page: Scope): Promise<void> {
  await find(page, 'Postwise');
  await page.getByRole('button', {name: 'Connect Postwise'}).last().click();
  await page.getByRole('textbox', {name: /API key/}).pressSequentially('pw_right');
  await page.getByRole('button', {name: 'Connect Postwise'}).last().click();
  await page.getByRole('button', {name: 'Done', exact: true}).click();
  await (await actions(page)).waitFor();
  await close(page);

  await find(page, 'Ticketline');
  const connect = page.getByRole('button', {name: 'Connect Ticketline'}).last();
  const opened = window.waitForEvent('page');
  await connect.click();
  const popup = await opened;
  const closed = popup.waitForEvent('close');
  await popup.getByRole('button', {name: 'Approve'}).click();
  await closed;
  await page.getByRole('button', {name: 'Choose settings'}).click();
  await page.getByRole('combobox', {name: 'Severity'}).click();
  const option = page.getByRole('option', {name: 'Minor'});
  await option.click();
  const severity = page.getByRole('combobox', {name: 'Severity'});
  assert.match((await severity.textContent()) || (await severity.inputValue()), /Minor/);
  await page.getByRole('button', {name: 'Save', exact: true}).click();
  await page.getByText('All changes saved').or(page.getByText('Saved')).first().waitFor();
  await (await actions(page)).click();
  await page.getByRole('menuitem', {name: 'Disconnect'}).click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', {name: 'Disconnect'}).click();
  await page.getByRole('button', {name: 'Connect Ticketline'}).last().waitFor();
  await close(page);
}
