import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {startBrowser} from './support.js';

const browser = await startBrowser();
after(() => browser.close());

test('a style sheet of the page reaches through the whole portal', async (t) => {
  const session = await browser.open(t, '<pg-portal></pg-portal>', {user: 'demo-user'});
  const {page} = session;
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      pg-portal::part(catalog__card) { outline: rgb(1, 2, 3) solid 3px }
      pg-portal::part(input__label) { letter-spacing: 5px }
      pg-portal::part(combobox__control) { outline: rgb(4, 5, 6) solid 3px }
    `);
    document.adoptedStyleSheets.push(sheet);
  });
  await page.getByText('Drivepool').first().click();
  await page.getByRole('tab', {name: 'Settings'}).click();
  await page.getByRole('textbox', {name: 'File name prefix'}).waitFor();
  const styleOf = (selector: string, property: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  assert.equal(await styleOf('[part~=card]', 'outline-color'), 'rgb(1, 2, 3)');
  assert.equal(await styleOf('pg-input [part~=label]', 'letter-spacing'), '5px');
  assert.equal(await styleOf('pg-combobox [part~=control]', 'outline-color'), 'rgb(4, 5, 6)');
});
