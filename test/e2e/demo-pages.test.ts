import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {Locator} from 'playwright-core';
import {INPUT_TYPES} from '../../src/elements/input/input-types.js';
import {axeProblems} from '../support/axe.js';
import {DemoPage} from './demo-page.js';

const THEMES = {
  light: {colorScheme: 'light', forcedColors: 'none'},
  dark: {colorScheme: 'dark', forcedColors: 'none'},
  'forced colours': {colorScheme: 'dark', forcedColors: 'active'},
} as const;

suite('pages of inputs, settings and mappings', () => {
  const paths = [
    'inputs.html',
    'inputs.html?state=furnished',
    'inputs.html?state=missing',
    'inputs.html?state=gone',
    'inputs.html?type=DYNAMIC_ENUM',
    'settings.html',
    'mapper.html',
    'mapper.html?case=own',
  ];
  for (const path of paths) {
    test(`${path} satisfies axe in light, dark and forced colours`, async (t) => {
      const {page} = await DemoPage.open(t, path);
      await page.waitForLoadState('networkidle');
      for (const [name, media] of Object.entries(THEMES)) {
        await page.emulateMedia(media);
        assert.deepEqual(await axeProblems(page), [], name);
      }
    });
  }
});

suite('the page of inputs', () => {
  test('shows every type in every state that it can be in', async (t) => {
    const {page} = await DemoPage.open(t, 'inputs.html?state=all');
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.kind')].map(({dataset}) => dataset.type),
    );
    assert.deepEqual(shown.toSorted(), [...INPUT_TYPES, 'HOLOGRAM'].toSorted());
    const states = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-type=DYNAMIC_ENUM] .specimen')].map(
        ({dataset}) => dataset.state,
      ),
    );
    assert.deepEqual(states, [
      'plain',
      'furnished',
      'saved',
      'missing',
      'disabled',
      'readonly',
      'loading',
      'empty',
      'failed',
      'gone',
    ]);
    assert.equal(await page.locator('#gallery pg-input:state(empty)').count(), 0);
    await page
      .locator('[data-type=EMAIL]')
      .getByText(/^Enter an email address/)
      .waitFor();
    await page
      .locator('[data-type=CUSTOM_DROPDOWN]')
      .getByText('is being changed')
      .first()
      .waitFor();
  });

  test('opens at a type and a state, and keeps both in its address', async (t) => {
    const {page} = await DemoPage.open(t, 'inputs.html?type=ENUM&state=gone');
    await page.getByRole('combobox', {name: 'Colour model'}).waitFor();
    assert.equal(await page.locator('#gallery pg-input').count(), 1);
    await page.locator('#gallery').getByText('no longer available').waitFor();
    await page.getByRole('combobox', {name: 'Type'}).selectOption({label: 'Email'});
    await page.getByRole('combobox', {name: 'State'}).selectOption({label: 'Saved value'});
    assert.match(page.url(), /type=EMAIL&state=saved/);
  });

  test('shows values as they change and what the form sends, without secrets', async (t) => {
    const demo = await DemoPage.open(t, 'inputs.html');
    const {page} = demo;
    await page.getByRole('textbox', {name: 'Signing secret'}).fill('hush-hush');
    await page.getByRole('textbox', {name: 'Palette name'}).fill('Spring');
    const values = (await demo.json('Values, as they change')) as Record<string, unknown>;
    assert.equal(values['PASSWORD.plain'], '••••••');
    assert.equal(values['TEXT_NO_VARS.plain'], 'Spring');
    await demo.button('Send the form').first().click();
    const sent = (await demo.json('What the form sent')) as Record<string, unknown>;
    assert.equal(sent['PASSWORD.plain'], '••••••');
    assert.equal(sent['TEXT_NO_VARS.plain'], 'Spring');
    assert.ok(!(await page.locator('body').innerHTML()).includes('hush-hush'));
  });

  test('sends no form with something wrong in it, and says what', async (t) => {
    const demo = await DemoPage.open(t, 'inputs.html?type=NUMBER&state=wrong');
    await demo.button('Send the form').first().click();
    await demo.text('Not sent: one field is wrong.').waitFor();
    await demo.page.getByText(/^Enter a number/).waitFor();
    const isFocused = () => document.activeElement?.localName === 'pg-input';
    assert.ok(await demo.page.evaluate(isFocused));
  });
});

suite('inputs of another design system', () => {
  test('type, refuse what is wrong, and save', async (t) => {
    const demo = await DemoPage.open(t, 'inputs.html');
    const foreign = demo.page.locator('#foreign');
    const email = foreign.getByRole('textbox', {name: 'Send reports to'});
    await foreign.getByRole('textbox', {name: 'File name prefix'}).fill('acme-');
    await email.fill('ada at acme');
    await foreign.getByRole('button', {name: 'Save'}).click();
    await foreign.getByText(/^Enter an email address/).waitFor();
    assert.equal(await email.getAttribute('aria-invalid'), 'true');
    assert.equal((await demo.saved('drivepool'))?.reportTo, undefined);
    await email.fill('ada@acme.example');
    await foreign.getByRole('switch', {name: 'Delete here what is deleted there'}).press('Space');
    await foreign.getByRole('button', {name: 'Save'}).click();
    await foreign.getByText('Saved', {exact: true}).first().waitFor();
    assert.equal(await email.getAttribute('aria-invalid'), 'false');
    const {prefix, reportTo, syncDeletes} = (await demo.saved('drivepool')) ?? {};
    assert.deepEqual([prefix, reportTo, syncDeletes], ['acme-', 'ada@acme.example', true]);
  });

  test('are required, disabled and read-only as the kit says, and part of a form', async (t) => {
    const demo = await DemoPage.open(t, 'inputs.html');
    const form = demo.page.locator('#foreign');
    assert.ok(await form.getByRole('textbox', {name: 'Plan'}).isDisabled());
    assert.ok(!(await form.getByRole('textbox', {name: 'Address'}).isEditable()));
    await form.getByRole('button', {name: 'Send the form'}).click();
    await form.getByText('Not sent: 2 fields are wrong.').waitFor();
    const workspace = form.getByRole('textbox', {name: 'Workspace'});
    assert.ok(await workspace.evaluate((input) => input.matches(':focus')));
    await workspace.fill('acme');
    await form.getByRole('textbox', {name: 'Owner'}).fill('ada@acme.example');
    await form.getByRole('switch', {name: 'Send a weekly report'}).press('Space');
    await form.getByRole('button', {name: 'Send the form'}).click();
    const panel = form.getByRole('group', {name: 'What the form sent'});
    assert.deepEqual(JSON.parse((await panel.textContent()) ?? ''), {
      workspace: 'acme',
      owner: 'ada@acme.example',
      address: 'https://acme.example',
      weekly: 'true',
    });
  });
});

suite('the page of settings', () => {
  const prefix = ({page}: DemoPage): Locator =>
    page.getByRole('textbox', {name: 'File name prefix'});

  test('shows why a value is refused at its field, in both views, and keeps it', async (t) => {
    const demo = await DemoPage.open(t, 'settings.html');
    await demo.button('Refuses a value').click();
    await demo.text('On: Refuses a value.').waitFor();
    await prefix(demo).first().fill('team-');
    await demo.button('Save').click();
    const views = demo.page.locator('pg-user-settings');
    for (const view of [views.first(), views.last()]) {
      const field = view.locator('pg-input').filter({hasText: 'File name prefix'});
      await field.getByText('used by another team').first().waitFor();
      assert.equal(await field.getByRole('textbox').inputValue(), 'team-');
    }
    assert.ok(
      await prefix(demo)
        .first()
        .evaluate((input) => input.matches(':focus')),
    );
    assert.equal((await demo.saved('drivepool'))?.prefix, undefined);
  });

  test('saves what failed twice with the third attempt', async (t) => {
    const demo = await DemoPage.open(t, 'settings.html');
    await demo.button('Fails twice').click();
    await demo.text('On: Fails twice.').waitFor();
    await prefix(demo).first().fill('team-');
    await demo.button('Save').click();
    const failed = () => demo.control().then(({log}) => log.filter(({status}) => status === 500));
    await demo.button('Try again').first().waitFor();
    assert.equal((await failed()).length, 1);
    await demo.button('Try again').first().click();
    await demo.page.waitForFunction(
      () => document.querySelectorAll('.log-row[data-event="pg-settings-error"]').length === 2,
    );
    await demo.button('Try again').first().click();
    await demo.text('Saved').first().waitFor();
    await demo.page.locator('.log-row[data-event="pg-settings-saved"]').waitFor();
    assert.equal((await demo.saved('drivepool'))?.prefix, 'team-');
  });

  test('shows what another tab changed, and leaves alone what is being typed', async (t) => {
    const demo = await DemoPage.open(t, 'settings.html');
    const email = demo.page.getByRole('textbox', {name: 'Send reports to'}).first();
    await email.fill('ada@acme.example');
    await demo.button('Changed in another tab').click();
    await demo.page.waitForFunction(() => {
      const view = document.querySelector('pg-user-settings')?.shadowRoot;
      return [...(view?.querySelectorAll('pg-input') ?? [])].some(({value}) =>
        String(value).startsWith('From another tab'),
      );
    });
    assert.equal(await email.inputValue(), 'ada@acme.example');
  });

  test('says why an account cannot be set up, and keeps what was typed', async (t) => {
    const demo = await DemoPage.open(t, 'settings.html');
    await prefix(demo).first().fill('team-');
    await demo.button('Access is withdrawn').click();
    await demo.text('What you typed is kept.').first().waitFor();
    await demo.button('Reconnect Drivepool').first().waitFor();
  });
});

suite('the page of mappings', () => {
  /** Waits until the row of a field shows this; a name arrives with its list. */
  const shows = async ({page}: DemoPage, field: string, text: string): Promise<void> => {
    await page.waitForFunction(
      ([name, expected]) => {
        const rows = document.querySelector('#mapper')?.shadowRoot?.querySelectorAll('.row') ?? [];
        const row = [...rows].find((one) => one.querySelector('bdi')?.textContent === name);
        const box = row?.querySelector('pg-combobox')?.shadowRoot;
        return box?.querySelector('input')?.value === expected;
      },
      [field, text] as const,
    );
  };

  test('marks a mapped field that the integration has no more, and changes nothing', async (t) => {
    const demo = await DemoPage.open(t, 'mapper.html');
    const before = await demo.json('Value, as it changes');
    assert.deepEqual((before as {keptBy: unknown}).keptBy, {nightly: ['export']});
    await demo.button('Remove “Phone”').click();
    await demo.text('This field no longer exists').waitFor();
    await shows(demo, 'Phone', 'Phone (no longer available)');
    assert.deepEqual(await demo.json('Value, as it changes'), before);
    await demo.button('As it was').click();
    await shows(demo, 'Phone', 'Phone');
    assert.equal(await demo.text('This field no longer exists').count(), 0);
  });

  test('stores what the form sends and opens it again as it was', async (t) => {
    const demo = await DemoPage.open(t, 'mapper.html?case=own');
    await demo.button('Use Number for Invoice number').click();
    await demo.button('Remove Total').click();
    await demo.text('2025-0117').waitFor();
    const value = await demo.json('Value, as it changes');
    await demo.button('Store').click();
    await demo.button('Open what is stored').click();
    await demo.text('byte for byte').waitFor();
    assert.deepEqual(await demo.json('Value, as it changes'), value);
    await demo.page.getByRole('combobox', {name: 'Field for Invoice number'}).waitFor();
    assert.equal(await demo.page.getByRole('combobox', {name: 'Field for Total'}).count(), 0);
  });

  test('accepts 300 suggestions out of 5,000 fields at once', async (t) => {
    const demo = await DemoPage.open(t, 'mapper.html?case=large');
    await demo.text('300 likely matches').waitFor();
    // By its text: to tell its role Playwright has every row that is out of sight laid out, which takes it longer than anything here.
    await demo.text('Accept all').click();
    await demo.text('300 of 300 mapped').waitFor();
    const {fieldMappings} = (await demo.json('Value, as it changes')) as {fieldMappings: object};
    assert.equal(Object.keys(fieldMappings).length, 300);
  });
});
