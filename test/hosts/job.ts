import assert from 'node:assert/strict';
import {eventually} from '../support/eventually.js';
import type {Located, Scope, Windows} from '../support/engines/scope.js';

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
async function actions(page: Scope): Promise<Located> {
  const button = page.getByRole('button', {name: /^Actions for /}).first();
  const tab = page.getByRole('tab', {name: 'Accounts 1'});
  await button.or(tab).first().waitFor();
  if (await tab.isVisible()) await tab.click();
  return button;
}

const boxOf = (located: Located) =>
  located.evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRectReadOnly);

/** A list is where its control is, below it or above. Pixels. */
async function opensAt(control: Located, list: Located): Promise<void> {
  const near = 24;
  await eventually(async () => {
    const [box, {x, right, y, bottom}] = [await boxOf(control), await boxOf(list)];
    const gap = Math.max(y - box.bottom, box.y - bottom);
    const isAligned = Math.abs(x - box.x) < near || Math.abs(right - box.right) < near;
    return isAligned && Math.abs(gap) < near ? 'near' : {control: box, list: {x, right, y, bottom}};
  }, 'near');
}

/** What people come for: find, connect by key and by OAuth, choose in a list, save, disconnect. */
export async function mainJob(windows: Windows, page: Scope): Promise<void> {
  await find(page, 'Postwise');
  await page.getByRole('button', {name: 'Connect Postwise'}).last().click();
  await page.getByRole('textbox', {name: /API key/}).pressSequentially('pw_right');
  await page.getByRole('button', {name: 'Connect Postwise'}).last().click();
  await page.getByRole('button', {name: 'Done', exact: true}).click();
  await (await actions(page)).waitFor();
  await close(page);

  await find(page, 'Ticketline');
  const connect = page.getByRole('button', {name: 'Connect Ticketline'}).last();
  const opened = windows.waitForEvent('page');
  await connect.click();
  const popup = await opened;
  const closed = popup.waitForEvent('close');
  await popup.getByRole('button', {name: 'Approve'}).click();
  await closed;
  await page.getByRole('button', {name: 'Choose settings'}).click();
  const severity = page.getByRole('combobox', {name: 'Severity'});
  await severity.click();
  const option = page.getByRole('option', {name: 'Minor'});
  await option.waitFor();
  await opensAt(severity, page.getByRole('listbox').first());
  await option.click();
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
