import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {moveInGrid, type GridShape} from '../../src/elements/catalog/grid-keys.js';
import {mount, type CatalogPage} from './catalog-fixture.js';

const CALENDAR = 'Google Calendar';

/** Three columns: calendar, drive, jira / málaga, notion, salesforce / slack. */
async function threeColumns(): Promise<CatalogPage> {
  const page = await mount();
  page.element.parentElement!.style.inlineSize = '420px';
  page.element.style.setProperty('--pg-catalog-card-width', '120px');
  page.search.focus();
  // The focus asks for the code of the keyboard.
  await page.element.updateComplete;
  return page;
}

async function walk(page: CatalogPage, keys: string): Promise<string | undefined> {
  for (const press of keys.split(' ')) await sendKeys({press});
  return page.focused;
}

describe('pg-catalog by keyboard', () => {
  it('leads from the search field to the cards and back', async () => {
    const page = await threeColumns();
    expect(await walk(page, 'ArrowDown')).to.equal(CALENDAR);
    await sendKeys({press: 'ArrowUp'});
    expect(page.root.activeElement).to.equal(page.search);
  });

  it('moves by rows and columns', async () => {
    const page = await threeColumns();
    await walk(page, 'ArrowDown');
    expect(await walk(page, 'ArrowRight')).to.equal('Google Drive');
    expect(await walk(page, 'ArrowDown')).to.equal('Notion');
    expect(await walk(page, 'ArrowLeft')).to.equal('Málaga Ærø');
    expect(await walk(page, 'ArrowUp')).to.equal(CALENDAR);
    expect(await walk(page, 'End')).to.equal('Slack');
    expect(await walk(page, 'ArrowRight')).to.equal('Slack');
    expect(await walk(page, 'Home')).to.equal(CALENDAR);
  });

  it('goes on in the last, shorter row', async () => {
    const page = await threeColumns();
    await walk(page, 'ArrowDown');
    expect(await walk(page, 'ArrowRight ArrowRight ArrowDown ArrowDown')).to.equal('Slack');
    expect(await walk(page, 'ArrowDown')).to.equal('Slack');
  });

  it('moves to the other side in right-to-left pages', async () => {
    const page = await threeColumns();
    page.element.dir = 'rtl';
    await Promise.resolve();
    await walk(page, 'ArrowDown');
    expect(await walk(page, 'ArrowLeft')).to.equal('Google Drive');
    expect(await walk(page, 'ArrowRight')).to.equal(CALENDAR);
  });

  it('follows keys that were pressed before their code was there', async () => {
    const page = await mount();
    page.card(CALENDAR).focus();
    await walk(page, 'ArrowRight ArrowRight');
    await page.element.updateComplete;
    expect(page.focused).to.equal('Jira');
  });

  it('is one tab stop after the search and the filter', async () => {
    const page = await threeColumns();
    await walk(page, 'ArrowDown');
    await walk(page, 'ArrowRight');
    const stops = page.cards.filter(({tabIndex}) => tabIndex === 0);
    expect(stops.map(({textContent}) => textContent)).to.deep.equal(['Google Drive']);
    await sendKeys({press: 'Shift+Tab'});
    expect(page.focused).to.be.undefined;
    await sendKeys({press: 'Tab'});
    expect(page.focused).to.equal('Google Drive');
  });

  it('starts at the best match after a search', async () => {
    const page = await threeColumns();
    await walk(page, 'ArrowDown ArrowRight');
    await page.type('sla');
    expect(page.card('Slack').tabIndex).to.equal(0);
  });

  it('chooses by Enter and by Space', async () => {
    const page = await threeColumns();
    await walk(page, 'ArrowDown');
    await sendKeys({press: 'Enter'});
    await sendKeys({press: ' '});
    expect(page.selected).to.deep.equal(['googlecalendar', 'googlecalendar']);
  });

  it('clears the query by Escape, and lets the next Escape through', async () => {
    const page = await threeColumns();
    let escapes = 0;
    page.element.parentElement!.addEventListener('keydown', ({key}) => {
      if (key === 'Escape') escapes += 1;
    });
    await sendKeys({type: 'jira'});
    expect(page.names).to.deep.equal(['Jira']);
    await sendKeys({press: 'Escape'});
    expect([page.element.query, page.search.value, escapes]).to.deep.equal(['', '', 0]);
    await sendKeys({press: 'Escape'});
    expect(escapes).to.equal(1);
  });

  it('chooses a status by arrow keys', async () => {
    const page = await threeColumns();
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'ArrowRight'});
    await page.element.updateComplete;
    expect(page.element.status).to.equal('connected');
    expect(page.names).to.deep.equal(['Slack']);
  });

  it('stays on the same place when the focused card disappears', async () => {
    const page = await threeColumns();
    await walk(page, 'ArrowDown');
    await walk(page, 'ArrowRight');
    page.sdk.removeIntegration('googledrive');
    await page.element.updateComplete;
    expect(page.focused).to.equal('Jira');
  });
});

describe('moveInGrid', () => {
  const shape: GridShape = {sections: [4, 0, 2], columns: 3, page: 2, rtl: false};

  it('keeps the column into the next section', () => {
    expect(moveInGrid(shape, 0, 'ArrowDown')).to.equal(3);
    expect(moveInGrid(shape, 2, 'ArrowDown')).to.equal(3);
    expect(moveInGrid(shape, 3, 'ArrowDown')).to.equal(4);
    expect(moveInGrid(shape, 5, 'ArrowUp')).to.equal(3);
    expect(moveInGrid(shape, 5, 'ArrowDown')).to.equal(5);
  });

  it('leaves upwards from the first row only', () => {
    expect(moveInGrid(shape, 1, 'ArrowUp')).to.equal(-1);
    expect(moveInGrid(shape, 3, 'ArrowUp')).to.equal(0);
  });

  it('passes a page of rows, and stops at the ends', () => {
    expect(moveInGrid(shape, 1, 'PageDown')).to.equal(5);
    expect(moveInGrid(shape, 5, 'PageUp')).to.equal(1);
    expect(moveInGrid(shape, 1, 'PageUp')).to.equal(1);
    expect(moveInGrid(shape, 5, 'PageDown')).to.equal(5);
  });

  it('leaves other keys alone', () => {
    expect(moveInGrid(shape, 0, 'a')).to.be.undefined;
  });
});
