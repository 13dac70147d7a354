import assert from 'node:assert/strict';
import {after, suite, test} from 'node:test';
import type {Locator} from 'playwright-core';
import {INPUT_TYPES, type InputType} from '../../src/elements/input/input-types.js';
import {startBrowser, type Session} from './support.js';
import {eventually, PATIENCE} from '../support/eventually.js';

const browser = await startBrowser();
after(() => browser.close());

const SETTINGS =
  '<pg-portal><pg-user-settings integration="swatchbook"></pg-user-settings></pg-portal>';
const DEMO = {user: 'demo-user'};

/** A type of input: what a person does, what the backend then has, and what is there after a reload. */
interface Case {
  readonly title: string;
  readonly id: string;
  readonly enter: (field: Locator, session: Session) => Promise<unknown>;
  readonly saved: unknown;
  /** Reads what people see. */
  readonly shown: (field: Locator) => Promise<unknown>;
  readonly expected: unknown;
}

const textbox = (field: Locator): Locator => field.getByRole('textbox');
const text = (title: string, id: string, value: string): Case => ({
  title,
  id,
  enter: (field) => textbox(field).fill(value),
  saved: value,
  shown: (field) => textbox(field).inputValue(),
  expected: value,
});

/** What a combobox says, whether it can be typed in or not. */
const textOf = (box: Locator): Promise<string> =>
  box.evaluate((field) =>
    (field instanceof HTMLInputElement ? field.value : field.textContent).trim(),
  );
const combobox = (field: Locator, index = 0): Locator => field.getByRole('combobox').nth(index);
async function choose(box: Locator, {page}: Session, option: string): Promise<void> {
  await box.click();
  await page.getByRole('option', {name: option, exact: true}).first().click();
}

const choice = (title: string, id: string, option: string, value: string): Case => ({
  title,
  id,
  enter: (field, session) => choose(combobox(field), session, option),
  saved: value,
  shown: (field) => textOf(combobox(field)),
  expected: option,
});

const toggle = (title: string, id: string, value: boolean): Case => ({
  title,
  id,
  enter: (field) => field.getByRole('switch').click(),
  saved: value,
  shown: (field) => field.getByRole('switch').getAttribute('aria-checked'),
  expected: String(value),
});

const chips = (field: Locator): Promise<string[]> =>
  field
    .locator('[part=chip]')
    .allTextContents()
    .then((all) => all.map((one) => one.trim()));

/** The compiler misses none of the types. */
const CASES: Readonly<Record<InputType, Case>> = {
  TEXT_NO_VARS: text('Text', 'text', 'Summer'),
  TEXTAREA_NO_VARS: text('Long text', 'textarea', 'Two\nlines'),
  NUMBER: text('Number', 'number', '42'),
  EMAIL: text('Email', 'email', 'ada@northwind.example'),
  URL: text('Web address', 'url', 'https://northwind.example/hook'),
  PASSWORD: {
    ...text('Password', 'webhookSecret', 'correct horse'),
    enter: (field) => field.locator('input').fill('correct horse'),
    shown: (field) => field.locator('input').inputValue(),
  },
  BOOLEAN_INPUT: toggle('Yes or no', 'boolean', false),
  SWITCH: toggle('Switch', 'switch', true),
  ENUM: choice('Choice', 'enum', 'sRGB', 'srgb'),
  DYNAMIC_ENUM: choice('Choice from the provider', 'dynamicEnum', 'Colour 3', 'colour-3'),
  CUSTOM_DROPDOWN: choice('Choice from the application', 'customDropdown', 'Letter', 'letter'),
  COMBO_INPUT: {
    title: 'Two in one',
    id: 'combo',
    async enter(field, session) {
      await choose(combobox(field), session, 'Autumn');
      await choose(combobox(field, 1), session, 'Page 2');
    },
    saved: {mainInput: 'autumn', dependentInput: 'autumn-2'},
    shown: (field) => Promise.all([textOf(combobox(field)), textOf(combobox(field, 1))]),
    expected: ['Autumn', 'Page 2'],
  },
  DYNAMIC_COMBO_INPUT: {
    title: 'Two in one with defaults',
    id: 'dynamicCombo',
    async enter(field, session) {
      await choose(combobox(field), session, 'Spring');
      await choose(combobox(field, 1), session, 'Page 1');
      await field.getByRole('textbox', {name: 'Ink'}).fill('Indigo');
      for (const title of ['Weight', 'Finish', 'Tags', 'Proofs']) {
        await choose(field.getByRole('combobox', {name: 'Add a field'}), session, title);
      }
      await field.getByRole('textbox', {name: 'Weight'}).fill('2.5');
      await choose(field.getByRole('combobox', {name: 'Finish'}), session, 'Gloss');
      const tags = field.getByRole('combobox', {name: 'Tags'});
      await choose(tags, session, 'Warm');
      await tags.fill('Bright');
      await session.page.getByRole('option', {name: 'Add “Bright”'}).click();
      await session.page.keyboard.press('Escape');
      await field.getByRole('checkbox', {name: 'Print'}).check();
    },
    saved: {
      mainInput: 'spring',
      dependentInput: 'spring-1',
      variableInput: {
        ink: 'Indigo',
        weight: '2.5',
        finish: 'gloss',
        tags: ['warm', 'Bright'],
        proofs: ['print'],
      },
    },
    shown: async (field) => [
      await textOf(combobox(field, 1)),
      await field.getByRole('textbox', {name: 'Ink'}).inputValue(),
      await field.getByRole('textbox', {name: 'Weight'}).inputValue(),
      await textOf(field.getByRole('combobox', {name: 'Finish'})),
      await chips(field),
      await field.getByRole('checkbox', {name: 'Print'}).isChecked(),
      await field.getByRole('checkbox', {name: 'Screen'}).isChecked(),
    ],
    expected: ['Page 1', 'Indigo', '2.5', 'Gloss', ['Warm', 'Bright'], true, false],
  },
  FIELD_MAPPER: {
    title: 'Fields',
    id: 'fieldMapper',
    async enter(field, session) {
      await choose(field.getByRole('combobox', {name: 'Book'}), session, 'Autumn');
      const row = field.getByRole('combobox', {name: 'Field for Hex value'});
      await row.click();
      await session.page.getByRole('option', {name: 'Hex'}).first().click();
    },
    saved: {mainInput: 'autumn', objectMapping: 'autumn', fieldMappings: {'Hex value': 'hex'}},
    shown: async (field) => [
      await textOf(field.getByRole('combobox', {name: 'Book'})),
      await textOf(field.getByRole('combobox', {name: 'Field for Hex value'})),
    ],
    expected: ['Autumn', 'Hex'],
  },
  PERMISSION: {
    title: 'Permissions',
    id: 'permission',
    enter: (field) => field.getByRole('checkbox', {name: 'Exports'}).check(),
    saved: 'palette.read export',
    shown: (field) =>
      Promise.all(
        ['Palettes', 'Change palettes', 'Exports'].map((name) =>
          field.getByRole('checkbox', {name}).first().isChecked(),
        ),
      ),
    expected: [true, false, true],
  },
  FILE: {
    title: 'File',
    id: 'file',
    async enter(field, session) {
      const file = {name: 'p.txt', mimeType: 'text/plain', buffer: Buffer.from('#fff')};
      await field.locator('input[type=file]').setInputFiles(file);
      await session.text('p.txt').first().waitFor();
    },
    saved: '#fff',
    // What is in a file is not shown, and how it was called is not saved.
    shown: (field) => field.locator('[part=file]').getByText('Saved content').count(),
    expected: 1,
  },
  COPYABLE_BUTTON_INPUT: {
    title: 'Address to paste at Swatchbook',
    id: 'copyable',
    async enter(field, session) {
      await session.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await field.getByRole('button', {name: /^Copy/}).click();
      await field.getByText('Copied').first().waitFor();
      const copied = await session.page.evaluate(() => navigator.clipboard.readText());
      assert.equal(copied, 'https://hooks.acme.example/swatchbook/4f1c');
    },
    saved: undefined,
    shown: (field) => textbox(field).inputValue(),
    expected: 'https://hooks.acme.example/swatchbook/4f1c',
  },
};

/** The field of this title. */
const fieldOf = ({page}: Session, title: string): Locator =>
  page.locator('pg-input').filter({
    has: page.locator('#label').filter({hasText: new RegExp(`^${title}$`)}),
  });

async function save(session: Session): Promise<void> {
  await session.page.getByRole('button', {name: 'Save', exact: true}).click();
  await session.page.getByText('Saved', {exact: true}).first().waitFor();
}

const sharedSettings = async (session: Session): Promise<Readonly<Record<string, unknown>>> => {
  const [account] = await session.stored('swatchbook', 'demo-user');
  const configurations = account?.credential.configurations ?? [];
  return configurations.find(({isDefault}) => isDefault)?.sharedSettings ?? {};
};

suite('every type of input', () => {
  for (const type of INPUT_TYPES) {
    const {title, id, enter, saved, shown, expected} = CASES[type];
    test(`${type} is entered, saved, and there after a reload`, async (t) => {
      const session = await browser.open(t, SETTINGS, DEMO);
      const field = fieldOf(session, title);
      await field.waitFor();
      await enter(field, session);
      // What cannot be changed has nothing to save.
      if (saved !== undefined) await save(session);
      assert.deepEqual((await sharedSettings(session))[id], saved);
      await session.page.reload();
      await session.page.waitForFunction(() => 'testPage' in window);
      await eventually(() => shown(fieldOf(session, title)), expected);
    });
  }
});

suite('inputs that depend on others', () => {
  const taskgrove =
    '<pg-portal><pg-install-flow integration="taskgrove"></pg-install-flow><pg-user-settings integration="taskgrove"></pg-user-settings></pg-portal>';

  test('mark what was chosen for another parent, and are right again when it comes back', async (t) => {
    const session = await browser.open(t, taskgrove, DEMO);
    await session.approve(
      await session.popup(() => session.button('Connect Taskgrove').first().click()),
    );
    const {page} = session;
    const settings = page.locator('pg-user-settings');
    const box = (name: string): Locator => settings.getByRole('combobox', {name, exact: true});
    const optionAt = async (name: string, index: number): Promise<string> => {
      await box(name).click();
      const option = page.getByRole('option').nth(index);
      const label = (await option.locator('[part=option-label]').textContent())?.trim() ?? '';
      await option.click();
      return label;
    };
    const workspace = await optionAt('Workspace', 0);
    const project = await optionAt('Project', 0);
    await optionAt('Workspace', 1);
    await eventually(() => textOf(box('Project')), `${project} (no longer available)`);
    await settings.getByText('This choice no longer fits. Choose again.').waitFor();
    await session.page.getByRole('button', {name: 'Save', exact: true}).click();
    await eventually(() => box('Project').evaluate((field) => field.matches(':focus')), true);
    assert.equal(
      (await session.inspect()).log.filter(({endpoint}) => endpoint === 'settings').length,
      0,
    );
    await box('Workspace').click();
    await page.getByRole('option', {name: workspace}).first().click();
    await eventually(() => textOf(box('Project')), project);
    await save(session);
  });
});

suite('requests of settings', () => {
  test('are one for each distinct question, whatever is opened how often', async (t) => {
    const session = await browser.open(t, SETTINGS, DEMO);
    const {page} = session;
    await choose(combobox(fieldOf(session, 'Two in one')), session, 'Spring');
    await choose(combobox(fieldOf(session, 'Two in one with defaults')), session, 'Spring');
    await choose(
      fieldOf(session, 'Fields').getByRole('combobox', {name: 'Book'}),
      session,
      'Spring',
    );
    for (const title of ['Two in one', 'Two in one with defaults']) {
      await choose(combobox(fieldOf(session, title), 1), session, 'Page 1');
    }
    await fieldOf(session, 'Two in one with defaults')
      .getByRole('textbox', {name: 'Ink'})
      .waitFor();
    const provider = combobox(fieldOf(session, 'Choice from the provider'));
    for (let turn = 0; turn < 3; turn += 1) {
      await provider.click();
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Escape');
    }
    const {log} = await session.inspect();
    const asked = log
      .filter(({endpoint}) => endpoint === 'options')
      .map(({body}) => body as {readonly sourceKey: string});
    const questions = new Set(asked.map((body) => JSON.stringify(body)));
    assert.equal(asked.length, questions.size, [...questions].join('\n'));
    assert.deepEqual(asked.map(({sourceKey}) => sourceKey).sort(), [
      'bookFields',
      'books',
      'colours',
      'pages',
      'slots',
    ]);
  });
});

suite('settings that are open twice', () => {
  /** Another tab on the same world, as the same user. */
  const otherTab = async (session: Session): Promise<Session> => {
    const page = await session.page.context().newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(session.page.url());
    await page.waitForFunction(() => 'testPage' in window);
    return session.on(page);
  };

  test('keep what another tab has saved in other fields', async (t) => {
    const first = await browser.open(t, SETTINGS, DEMO);
    await fieldOf(first, 'Text').waitFor();
    const second = await otherTab(first);
    await textbox(fieldOf(second, 'Email')).fill('ada@northwind.example');
    await save(second);
    await textbox(fieldOf(first, 'Text')).fill('Summer');
    await save(first);
    const {text: saved, email} = await sharedSettings(first);
    assert.deepEqual([saved, email], ['Summer', 'ada@northwind.example']);
    assert.equal(await textbox(fieldOf(first, 'Email')).inputValue(), 'ada@northwind.example');
    assert.deepEqual(second.printed, []);
  });

  test('keep what is being typed while another tab saves the same field', async (t) => {
    const first = await browser.open(t, SETTINGS, DEMO);
    await fieldOf(first, 'Text').waitFor();
    const second = await otherTab(first);
    await textbox(fieldOf(first, 'Text')).fill('mine');
    await textbox(fieldOf(second, 'Text')).fill('theirs');
    await save(second);
    await first.page.evaluate(() => window.testPage.portal().refresh());
    assert.equal(await textbox(fieldOf(first, 'Text')).inputValue(), 'mine');
    await first.page.getByRole('button', {name: 'Save', exact: true}).click();
    await first.button('Keep mine').waitFor();
    assert.equal((await sharedSettings(first)).text, 'theirs', 'nothing is overwritten unasked');
    await first.button('Keep mine').click();
    await save(first);
    assert.equal((await sharedSettings(first)).text, 'mine');
  });
});
