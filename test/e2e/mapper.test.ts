import assert from 'node:assert/strict';
import {after, suite, test, type TestContext} from 'node:test';
import {startBrowser, type MapperSetup, type OpenOptions, type Session} from './support.js';

const browser = await startBrowser();
after(() => browser.close());

const MAPPER = '<pg-portal><form><pg-field-mapper></pg-field-mapper></form></pg-portal>';

/** Loaders of a host, with pages of four fields, and fields of its own. Lists what the fields were asked for. */
const LOADERS = `window.asked = [];
window.testPage.portal().dataSources = {
  mapObjectFields: {
    Invoice: {
      objectTypes: {
        get: async (cursor, search) => ({
          options: [{label: 'Receivables', value: 'ar'}, {label: 'Payables', value: 'ap'}],
          nextPageCursor: null,
        }),
      },
      integrationFields: {
        get: async ({objectType}, cursor, search = '') => {
          window.asked.push(objectType + ' ' + (cursor ?? 0) + ' ' + search);
          const all = ['Number', 'Issue date', 'Due date', 'Amount', 'Currency', 'Client'];
          const found = all.filter((label) => label.toLowerCase().includes(search.toLowerCase()));
          const start = Number(cursor ?? 0);
          return {
            options: found.slice(start, start + 4).map((label) => ({label, value: objectType + '.' + label})),
            nextPageCursor: start + 4 < found.length ? String(start + 4) : null,
          };
        },
      },
      applicationFields: {
        fields: [
          {label: 'Invoice number', value: 'number'},
          {label: 'Total', value: 'total'},
          {label: 'Customer', value: 'customer.name'},
        ],
        defaultFields: ['number', 'total'],
        userCanRemoveMappings: true,
        userCanCreateFields: true,
      },
    },
  },
};`;

async function open(
  t: TestContext,
  integration: string,
  {before, value, suggest, ...options}: OpenOptions & MapperSetup = {},
): Promise<Session> {
  const session = await browser.open(t, MAPPER, {user: 'demo-user', ...options});
  await session.showMapper(integration, {
    value,
    ...(before !== undefined && {before}),
    ...(suggest !== undefined && {suggest}),
  });
  return session;
}

const valueOf = (session: Session): Promise<unknown> =>
  session.page.evaluate(() => document.querySelector('pg-field-mapper')?.value);

const shows = async ({page}: Session, field: string, text: string): Promise<void> => {
  await page.waitForFunction(
    ([name, expected]) => {
      const rows = document.querySelector('pg-field-mapper')?.shadowRoot?.querySelectorAll('.row');
      const row = [...(rows ?? [])].find((one) => one.querySelector('bdi')?.textContent === name);
      const box = row?.querySelector('pg-combobox')?.shadowRoot;
      return box?.querySelector('input')?.value === expected;
    },
    [field, text] as const,
  );
};

const options = async (session: Session): Promise<number> => {
  const {log} = await session.inspect();
  return log.filter(({endpoint}) => endpoint === 'options').length;
};

suite('the field mapper', () => {
  test('maps an object with a dependent choice, by keyboard, and finds a field by its API name', async (t) => {
    const session = await open(t, 'orbitcrm');
    const {page} = session;
    await page.getByRole('combobox', {name: 'Object'}).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', {name: 'Contact'}).waitFor();
    await page.keyboard.type('cont');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', {name: 'Partner contact layout'}).waitFor();
    await page.keyboard.type('partner');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', {name: 'Field for City'}).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('shipping_city_161');
    await page.getByRole('option', {name: /^Shipping city/}).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await shows(session, 'City', 'Shipping city');
    assert.deepEqual(await valueOf(session), {
      objectMapping: 'Contact',
      mainInput: 'Contact',
      dependentInput: 'partner',
      fieldMappings: {City: 'Contact.shipping_city_161__c'},
    });
  });

  test('asks once for the fields of all rows, and page by page only for suggestions', async (t) => {
    const session = await open(t, 'orbitcrm', {
      value: {mainInput: 'Contact', dependentInput: 'standard'},
    });
    await session.button(/^Use Email for Email address/).waitFor();
    // Objects, layouts, and the 301 fields in pages of 50.
    assert.equal(await options(session), 2 + 7);
    await session.button('Accept all').click();
    await shows(session, 'Email address', 'Email');
    await shows(session, 'Phone', 'Phone');
    assert.equal(await options(session), 2 + 7);
  });

  test('maps with the loaders of the host, and keeps its rows when it is opened again', async (t) => {
    const session = await open(t, 'loomworks', {before: LOADERS});
    const {page} = session;
    await session.choose('Ledger', 'Payables');
    await session.button('Use Number for Invoice number').click();
    await session.button('Remove Total').click();
    await session.choose('Add a field', 'Customer');
    await session.button('Create a field').click();
    await page.keyboard.type('Cost centre');
    await page.keyboard.press('Enter');
    await session.choose('Field for Cost centre', 'Client');
    const value = await valueOf(session);
    assert.deepEqual(value, {
      objectMapping: 'ap',
      mainInput: 'ap',
      dynamicMappings: {
        number: {applicationField: 'number', integrationField: 'ap.Number'},
        'customer.name': {applicationField: 'customer.name'},
        'Cost centre': {applicationField: 'Cost centre', integrationField: 'ap.Client'},
      },
      mappingType: 'DYNAMIC',
      fieldMappings: {number: 'ap.Number', 'Cost centre': 'ap.Client'},
      userCreatedFields: ['Cost centre'],
    });
    const again = await open(t, 'loomworks', {before: LOADERS, value});
    await shows(again, 'Invoice number', 'Number');
    await shows(again, 'Cost centre', 'Client');
    const rows = await again.page.getByRole('rowheader').locator('bdi').allTextContents();
    assert.deepEqual(rows, ['Invoice number', 'Customer', 'Cost centre']);
    assert.deepEqual(await valueOf(again), value);
  });

  test('pages and searches with the loaders of the host', async (t) => {
    const session = await open(t, 'loomworks', {
      before: LOADERS,
      value: {mainInput: 'ap'},
      suggest: false,
    });
    const {page} = session;
    const asked = () => page.evaluate<string[]>('window.asked');
    const labels = () => page.getByRole('option').allTextContents();
    await page.getByRole('combobox', {name: 'Field for Total'}).click();
    await page.getByRole('option', {name: 'Client'}).waitFor();
    assert.equal((await labels()).length, 6);
    assert.deepEqual(await asked(), ['ap 0 ', 'ap 4 ']);
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', {name: 'Field for Invoice number'}).click();
    await page.keyboard.type('date');
    await page.waitForFunction(() => (window as {asked?: string[]}).asked?.at(-1) === 'ap 0 date');
    await page.getByRole('option', {name: 'Due date'}).click();
    await shows(session, 'Invoice number', 'Due date');
    assert.deepEqual(((await valueOf(session)) as {fieldMappings: unknown}).fieldMappings, {
      number: 'ap.Due date',
    });
  });

  test('keeps and marks what the integration has lost since it was saved', async (t) => {
    const value = {
      mainInput: 'Contact',
      dependentInput: 'standard',
      fieldMappings: {
        'Full name': 'Contact.name',
        // Only the other layout has it.
        City: 'layout.partner.extra',
        Country: 'Contact.primary_country_283__c',
      },
      keptBy: {another: ['reader']},
    };
    const session = await open(t, 'orbitcrm', {value});
    await shows(session, 'Full name', 'Name');
    await shows(session, 'Country', 'Primary country');
    await shows(session, 'City', 'layout.partner.extra (no longer available)');
    assert.deepEqual(await valueOf(session), value);
    await session.choose('Layout', 'Partner contact layout');
    await shows(session, 'City', 'Only in layout partner');
    assert.deepEqual(await valueOf(session), {
      ...value,
      dependentInput: 'partner',
      objectMapping: 'Contact',
    });
  });

  test('loses nothing while the service fails, and recovers', async (t) => {
    const value = {
      mainInput: 'Contact',
      dependentInput: 'standard',
      fieldMappings: {City: 'Contact.name'},
    };
    const session = await open(t, 'orbitcrm', {
      value,
      control: {failures: {options: {status: 503}}},
    });
    await session.button('Try again').first().waitFor();
    assert.deepEqual(await valueOf(session), value);
    await session.control({failures: {options: null}});
    for (const button of await session.button('Try again').all()) await button.click();
    await session.button('Try again').click();
    await shows(session, 'City', 'Name');
  });

  test('fits a screen 320 px wide without scrolling sideways', async (t) => {
    const session = await open(t, 'orbitcrm', {
      width: 320,
      value: {mainInput: 'Contact', dependentInput: 'standard'},
    });
    await session.button(/^Use Email/).waitFor();
    const overflow = await session.page.evaluate(
      () => document.documentElement.scrollWidth - innerWidth,
    );
    assert.ok(overflow <= 0, String(overflow));
  });

  test('keeps its bar in view while rows scroll in the dialog, which stays as high as it is', async (t) => {
    const session = await browser.open(t, '<pg-portal></pg-portal>', {
      user: 'demo-user',
      width: 360,
    });
    const {page} = session;
    await page.getByText('Orbit CRM', {exact: true}).first().click();
    await page.getByRole('tab', {name: /^Settings/}).click();
    await session.choose('Object', 'Contact');
    await session.choose('Layout', 'Standard contact layout');
    const last = page.getByRole('combobox', {name: 'Field for Country'});
    await last.waitFor();
    const panel = page.getByRole('tabpanel');
    await panel.evaluate((element) => (element.scrollTop = element.scrollHeight / 2 - 100));
    const bar = page.getByText('0 of 6 mapped').locator('xpath=../..');
    const top = async (place: typeof bar): Promise<number> => (await place.boundingBox())?.y ?? NaN;
    // What sticks is moved by whole pixels, from wherever between two of them it stands.
    const distance = (await top(bar)) - (await top(panel));
    assert.ok(Math.abs(distance) <= 1, String(distance));
    const hidden = await page
      .locator('dialog[open]')
      .evaluate((element) => element.scrollHeight - element.clientHeight);
    assert.equal(hidden, 0);
  });
});
