import assert from 'node:assert/strict';
import {after, suite, test, type TestContext} from 'node:test';
import type {SchemaChange} from '../../demo/sandbox/schema.js';
import {startBrowser, type Session} from './support.js';

const browser = await startBrowser();
after(() => browser.close());

const SETTINGS =
  '<pg-portal><pg-user-settings integration="orbitcrm" section="settings"></pg-user-settings></pg-portal>';
const USER = {user: 'demo-user'};

/** Waits until a box, by its name, shows this text. */
async function shows({page}: Session, name: string, text: string): Promise<void> {
  const box = page.getByRole('combobox', {name, exact: true});
  await box.waitFor();
  await page.waitForFunction(
    ([input, expected]) => (input as HTMLInputElement | null)?.value === expected,
    [await box.elementHandle(), text] as const,
  );
}

async function save(session: Session): Promise<void> {
  await session.button('Save').click();
  await session.page.getByText('Saved', {exact: true}).first().waitFor();
}

/** What the backend keeps of the mapping, to the byte. */
async function saved(session: Session): Promise<string> {
  const [account] = await session.stored('orbitcrm', USER.user);
  const configuration = account?.credential.configurations.find(({isDefault}) => isDefault);
  return JSON.stringify(configuration?.sharedSettings['contactMapping']);
}

/** The settings of somebody who has mapped some fields of an object and saved them. */
async function mapped(t: TestContext, object: string): Promise<Session> {
  const session = await browser.open(t, SETTINGS, USER);
  await session.choose('Object', object);
  await session.choose('Layout', `Standard ${object.toLowerCase()} layout`);
  await session.button('Use Email for Email address').click();
  await session.button('Use Phone for Phone').click();
  await session.choose('Field for Full name', 'Name');
  await shows(session, 'Field for Full name', 'Name');
  await save(session);
  return session;
}

/** Changes the schema at the provider, and opens the settings again. */
async function reopen(session: Session, orbitcrm: SchemaChange | null): Promise<void> {
  await session.control({schema: {orbitcrm}});
  await session.load(SETTINGS, USER);
}

/** Saves another setting, which writes all of them. */
async function saveAnother(session: Session): Promise<void> {
  await session.fill(/Source of new contacts/, 'Fair');
  await save(session);
}

suite('a mapping that is opened again after the provider changed', () => {
  test('keeps and marks fields that are gone, and is saved as it was', async (t) => {
    const session = await mapped(t, 'Contact');
    const before = await saved(session);
    assert.deepEqual(JSON.parse(before), {
      objectMapping: 'Contact',
      mainInput: 'Contact',
      dependentInput: 'standard',
      fieldMappings: {
        'Email address': 'Contact.email',
        Phone: 'Contact.phone',
        'Full name': 'Contact.name',
      },
    });
    await reopen(session, {
      removeFields: ['Contact.phone'],
      renameFields: {
        'Contact.name': {label: 'Display name'},
        'Contact.email': {value: 'Contact.email_2'},
      },
    });
    await shows(session, 'Field for Full name', 'Display name');
    await shows(session, 'Field for Phone', 'Contact.phone (no longer available)');
    await shows(session, 'Field for Email address', 'Contact.email (no longer available)');
    await session.button('2 fields to check').waitFor();
    await saveAnother(session);
    assert.equal(await saved(session), before);
  });

  test('offers fields that are new, also for those that are gone', async (t) => {
    const session = await mapped(t, 'Contact');
    await reopen(session, {
      renameFields: {'Contact.email': {value: 'Contact.email_2'}},
      addFields: [{object: 'Contact', label: 'Headquarters', value: 'Contact.headquarters'}],
    });
    await session.button('Use Email for Email address').click();
    await session.choose('Field for Company', 'Headquarters');
    await shows(session, 'Field for Email address', 'Email');
    await save(session);
    const {fieldMappings} = JSON.parse(await saved(session)) as {fieldMappings: unknown};
    assert.deepEqual(fieldMappings, {
      'Email address': 'Contact.email_2',
      Phone: 'Contact.phone',
      'Full name': 'Contact.name',
      Company: 'Contact.headquarters',
    });
  });

  test('keeps and marks an object that is gone, and has it back with its fields', async (t) => {
    const session = await mapped(t, 'Deal');
    const before = await saved(session);
    await reopen(session, {removeObjects: ['Deal']});
    await shows(session, 'Object', 'Deal (no longer available)');
    await session.text('This object no longer exists.').waitFor();
    await shows(session, 'Field for Phone', 'Deal.phone');
    await saveAnother(session);
    assert.equal(await saved(session), before);
    await reopen(session, null);
    await shows(session, 'Object', 'Deal');
    await shows(session, 'Field for Phone', 'Phone');
    assert.equal(await saved(session), before);
  });
});
