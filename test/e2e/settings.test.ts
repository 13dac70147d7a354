import assert from 'node:assert/strict';
import {after, suite, test, type TestContext} from 'node:test';
import type {Locator} from 'playwright-core';
import {seededCredentialId} from '../../demo/sandbox/ids.js';
import {startBrowser, type OpenOptions, type Session} from './support.js';
import {eventually} from '../support/eventually.js';

const browser = await startBrowser();
after(() => browser.close());

const portal = (attributes: string): string =>
  `<pg-portal><pg-user-settings ${attributes}></pg-user-settings></pg-portal>`;

const open = (t: TestContext, attributes: string, options: OpenOptions = {}) =>
  browser.open(t, portal(attributes), {user: 'demo-user', ...options});

/** The field of this title. */
const field = ({page}: Session, title: string): Locator =>
  page.locator('pg-input').filter({has: page.getByText(title, {exact: true}).first()});

async function save(session: Session): Promise<void> {
  const isSaved = ({name}: {readonly name: string}): boolean => name === 'pg-settings-saved';
  const before = (await session.page.evaluate(() => window.testPage.events)).filter(isSaved).length;
  await session.button('Save').click();
  await session.page.waitForFunction(
    (count) =>
      window.testPage.events.filter(({name}) => name === 'pg-settings-saved').length > count,
    before,
  );
  await session.page.getByText('Saved', {exact: true}).first().waitFor();
}

async function savedSettings(session: Session, type: string, index = 0) {
  const accounts = await session.stored(type, 'demo-user');
  const configurations = accounts[index]?.credential.configurations ?? [];
  return configurations.find(({isDefault}) => isDefault);
}

const requests = async (session: Session, endpoint: string) => {
  const {log} = await session.inspect();
  return log.filter((entry) => entry.endpoint === endpoint);
};

/** A user who has just connected an integration. */
async function connected(t: TestContext, type: string, name: string): Promise<Session> {
  const session = await browser.open(
    t,
    `<pg-portal><pg-install-flow integration="${type}"></pg-install-flow><pg-user-settings integration="${type}"></pg-user-settings></pg-portal>`,
    {user: 'demo-user'},
  );
  await session.approve(
    await session.popup(() => session.button(`Connect ${name}`).first().click()),
  );
  await session.text(`${name} is connected`).first().waitFor();
  return session;
}

suite('user settings', () => {
  test('keep every field that was not touched, and save no hidden or locked one', async (t) => {
    const session = await open(t, 'integration="swatchbook"');
    await field(session, 'Email').locator('input').fill('ada@northwind.example');
    await save(session);
    const {sharedSettings} = (await savedSettings(session, 'swatchbook')) ?? {};
    const {text, number, email, enum: model, boolean, ...others} = sharedSettings ?? {};
    assert.deepEqual(
      [text, number, email, model, boolean],
      ['Winter', '7', 'ada@northwind.example', 'cmyk', true],
    );
    assert.deepEqual(others, {}, 'defaults that people see are saved with it, others are not');
  });

  test('show a refusal at its field, with everything typed still there', async (t) => {
    const session = await open(t, 'integration="swatchbook"');
    const text = field(session, 'Text').locator('input');
    const email = field(session, 'Email').locator('input');
    await text.fill('refuse-me');
    await email.fill('ada@northwind.example');
    await session.button('Save').click();
    await session.text('"Text" was not accepted.').first().waitFor();
    assert.deepEqual(
      [await text.inputValue(), await email.inputValue()],
      ['refuse-me', 'ada@northwind.example'],
    );
    assert.equal(await text.evaluate((input) => input.matches(':focus')), true);
    assert.equal(await text.getAttribute('aria-invalid'), 'true');
    const saved = (await savedSettings(session, 'swatchbook'))?.sharedSettings;
    assert.deepEqual([saved?.text, saved?.email], ['Winter', 'ada@northwind.example']);
    assert.ok((await session.events()).includes('pg-settings-error'));
    await text.fill('Summer');
    await save(session);
    assert.equal((await savedSettings(session, 'swatchbook'))?.sharedSettings.text, 'Summer');
  });

  test('keep everything when the service fails, and save it on another try', async (t) => {
    const session = await open(t, 'integration="swatchbook"');
    // Chromium sends a request again by itself when its connection breaks, so once is not enough.
    await session.control({failures: {settings: {status: 'network'}}});
    await field(session, 'Text').locator('input').fill('Summer');
    await session.button('Save').click();
    await session
      .text(/could not be reached/)
      .first()
      .waitFor();
    await session.control({failures: {settings: null}});
    await session.button('Save').click();
    await session.page.getByText('Saved', {exact: true}).first().waitFor();
    assert.equal((await savedSettings(session, 'swatchbook'))?.sharedSettings.text, 'Summer');
  });

  test('lose nothing when an answer is lost or comes late', async (t) => {
    const session = await open(t, 'integration="swatchbook"');
    await session.control({failures: {settings: {status: 504, times: 1, applied: true}}});
    await field(session, 'Text').locator('input').fill('Summer');
    await session.button('Save').click();
    // Said only until the account has been read again: there it is saved.
    await eventually(async () => (await session.events()).includes('pg-settings-error'), true);
    await session.control({latency: {settings: 600}});
    await field(session, 'Email').locator('input').fill('ada@northwind.example');
    await session.button('Save').click();
    await field(session, 'Number').locator('input').fill('99');
    await session.text(/\d changes?$/).waitFor();
    assert.equal(await field(session, 'Number').locator('input').inputValue(), '99');
    await save(session);
    const saved = (await savedSettings(session, 'swatchbook'))?.sharedSettings;
    assert.deepEqual(
      [saved?.text, saved?.email, saved?.number],
      ['Summer', 'ada@northwind.example', '99'],
    );
  });

  test('check before they save, and lead to what is wrong', async (t) => {
    const session = await open(t, 'integration="swatchbook"');
    await field(session, 'Email').locator('input').fill('nobody');
    await field(session, 'Web address').locator('input').fill('nowhere');
    await session.button('Save').click();
    await session.text('2 fields need your attention.').waitFor();
    const email = field(session, 'Email').locator('input');
    assert.equal(await email.evaluate((input) => input.matches(':focus')), true);
    await session.page.getByRole('button', {name: 'Web address'}).click();
    const url = field(session, 'Web address').locator('input');
    assert.equal(await url.evaluate((input) => input.matches(':focus')), true);
    assert.equal((await requests(session, 'settings')).length, 0);
  });

  test('save by themselves where asked to', async (t) => {
    const session = await open(t, 'integration="swatchbook" autosave');
    const text = field(session, 'Text').locator('input');
    await text.fill('Summer');
    await text.press('Tab');
    await session.text('All changes saved').waitFor();
    assert.equal((await savedSettings(session, 'swatchbook'))?.sharedSettings.text, 'Summer');
    await field(session, 'Email').locator('input').fill('ada@northwind.example');
    await session.page.evaluate(() => document.querySelector('pg-user-settings')?.remove());
    await eventually(
      async () => (await savedSettings(session, 'swatchbook'))?.sharedSettings.email,
      'ada@northwind.example',
    );
  });

  test('save what was typed last when the page is left', async (t) => {
    const session = await open(t, 'integration="swatchbook" autosave');
    await field(session, 'Text').locator('input').fill('Summer');
    await session.load('<pg-portal></pg-portal>', {user: 'demo-user'});
    await eventually(
      async () => (await savedSettings(session, 'swatchbook'))?.sharedSettings.text,
      'Summer',
    );
  });

  test('show a field that another tab has saved meanwhile, and overwrite nothing unasked', async (t) => {
    const session = await open(t, 'integration="swatchbook"');
    const text = field(session, 'Text').locator('input');
    await text.fill('mine');
    const other = session.on(await session.page.context().newPage());
    t.after(() => other.page.close());
    await other.load(portal('integration="swatchbook"'), {user: 'demo-user'});
    await field(other, 'Text').locator('input').fill('theirs');
    await save(other);
    await session.button('Save').click();
    await session.text('This was changed elsewhere').first().waitFor();
    const saved = async (): Promise<unknown> =>
      (await savedSettings(session, 'swatchbook'))?.sharedSettings['text'];
    assert.equal(await saved(), 'theirs');
    assert.equal(await text.first().inputValue(), 'mine');
    await session.button('Keep mine').click();
    await save(session);
    assert.equal(await saved(), 'mine');
  });

  test('are apart for two accounts', async (t) => {
    const [first, second] = [1, 2].map((position) => seededCredentialId('drivepool', position));
    const session = await browser.open(
      t,
      `<pg-portal>
        <pg-user-settings integration="drivepool" credential="${first}"></pg-user-settings>
        <pg-user-settings integration="drivepool" credential="${second}"></pg-user-settings>
      </pg-portal>`,
      {user: 'demo-user'},
    );
    const {page} = session;
    const before = (await savedSettings(session, 'drivepool', 1))?.sharedSettings;
    const box = page.getByRole('combobox').first();
    await box.click();
    const option = page.getByRole('option').nth(1);
    await option.click();
    await session.button('Save').first().click();
    await session.page.getByText('Saved', {exact: true}).first().waitFor();
    assert.ok((await savedSettings(session, 'drivepool', 0))?.sharedSettings.folder);
    assert.deepEqual((await savedSettings(session, 'drivepool', 1))?.sharedSettings, before);
  });

  test('ask each distinct question once', async (t) => {
    const [first, second] = [1, 2].map((position) => seededCredentialId('drivepool', position));
    const settings = (id = ''): string =>
      `<pg-user-settings integration="drivepool" credential="${id}"></pg-user-settings>`;
    const session = await browser.open(
      t,
      `<pg-portal>${settings(first)}${settings(first)}${settings(second)}</pg-portal>`,
      {user: 'demo-user'},
    );
    const {page} = session;
    await page.getByRole('combobox').nth(2).waitFor();
    await page.waitForLoadState('networkidle');
    for (const index of [0, 1, 2]) {
      await page.getByRole('combobox').nth(index).click();
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Escape');
    }
    const asked = (await requests(session, 'options')).map(({body, credential}) =>
      JSON.stringify([body, credential]),
    );
    assert.equal(new Set(asked).size, asked.length, asked.join('\n'));
  });
});

suite('unsaved settings', () => {
  test('keep the portal’s dialog open until the person decides', async (t) => {
    const session = await browser.open(t, '<pg-portal></pg-portal>', {user: 'demo-user'});
    const {page} = session;
    const dialog = page.getByRole('dialog', {name: 'Swatchbook'});
    const show = async (): Promise<void> => {
      await page.getByText('Swatchbook').first().click();
      await dialog.waitFor();
    };
    await page.getByRole('searchbox').fill('swatch');
    await show();
    const text = field(session, 'Text').locator('input');
    await text.fill('Summer');
    await page.keyboard.press('Escape');
    const question = page.getByRole('alertdialog', {name: 'Discard your changes?'});
    await question.waitFor();
    await page.keyboard.press('Escape');
    await question.waitFor({state: 'hidden'});
    assert.equal(await text.inputValue(), 'Summer');
    await page.keyboard.press('Escape');
    await question.getByRole('button', {name: 'Discard changes'}).click();
    await dialog.waitFor({state: 'hidden'});
    await show();
    assert.equal(await text.inputValue(), 'Winter');
    await page.keyboard.press('Escape');
    await dialog.waitFor({state: 'hidden'});
    assert.deepEqual(await requests(session, 'settings'), []);
  });

  test('never cover what has the focus, on a small screen either', async (t) => {
    const session = await open(t, 'integration="swatchbook"', {width: 320});
    const {page} = session;
    const notes = field(session, 'Long text').locator('textarea');
    // At the very end of what is in sight when the first key brings the bar.
    await notes.evaluate((area) => area.scrollIntoView({block: 'end'}));
    await notes.click();
    await page.keyboard.type('x');
    await session.text(/\d changes?$/).waitFor();
    const covered = await page.evaluate(() => {
      const root = document.querySelector('pg-user-settings')?.shadowRoot;
      const field = root?.activeElement?.getBoundingClientRect().bottom ?? Infinity;
      return field - (root?.querySelector('.bar')?.getBoundingClientRect().top ?? 0);
    });
    assert.ok(covered <= 0, `${covered} px are covered`);
    await field(session, 'Text').locator('input').focus();
    for (let presses = 0; presses < 24; presses += 1) {
      await page.keyboard.press('Tab');
      const isSeen = await page.evaluate(() => {
        let focused = document.activeElement;
        while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
        const root = document.querySelector('pg-user-settings')?.shadowRoot;
        const bar = root?.querySelector('.bar');
        if (!focused || !bar || bar.contains(focused)) return true;
        return focused.getBoundingClientRect().bottom <= bar.getBoundingClientRect().top;
      });
      assert.ok(isSeen, `hidden after ${presses + 1} presses`);
    }
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
  });
});

suite('workflows of an account', () => {
  test('are switched on, set and switched off', async (t) => {
    const session = await connected(t, 'chirrup', 'Chirrup');
    const {page} = session;
    const deals = page.getByRole('switch', {name: 'Announce won deals'});
    assert.equal(await session.text('Clean up old messages').count(), 0, 'not the hidden one');
    assert.equal(await deals.getAttribute('aria-checked'), 'false');
    await deals.click();
    await page.getByRole('textbox', {name: 'Message'}).fill('Hooray');
    await page.getByRole('combobox', {name: 'Channel for won deals'}).click();
    await page.getByRole('option', {name: '#sales'}).first().click();
    await save(session);
    const saved = await savedSettings(session, 'chirrup');
    assert.deepEqual(saved?.workflowSettings['chirrup-deal-won'], {
      enabled: true,
      settings: {dealChannel: 'C1001', dealMessage: 'Hooray'},
    });
    await deals.press('Space');
    await page.getByRole('textbox', {name: 'Message'}).waitFor({state: 'detached'});
    await page.waitForFunction(
      () => window.testPage.events.filter(({name}) => name === 'pg-workflow-toggled').length === 2,
    );
    const after = (await savedSettings(session, 'chirrup'))?.workflowSettings['chirrup-deal-won'];
    assert.deepEqual([after?.enabled, after?.settings.dealMessage], [false, 'Hooray']);
  });

  test('go back with words when the service fails', async (t) => {
    const session = await connected(t, 'chirrup', 'Chirrup');
    await session.control({failures: {'workflow-enable': {status: 500, times: 1}}});
    const mentions = session.page.getByRole('switch', {name: 'Mention the owner of a record'});
    await mentions.click();
    await session.text(/could not be turned on/).waitFor();
    assert.equal(await mentions.getAttribute('aria-checked'), 'false');
    await session.button('Try again').click();
    await session.page.waitForFunction(() =>
      window.testPage.events.some(({name}) => name === 'pg-workflow-toggled'),
    );
    assert.equal(await mentions.getAttribute('aria-checked'), 'true');
  });
});
