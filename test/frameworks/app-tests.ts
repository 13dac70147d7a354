import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import axe from 'axe-core';
import type {Browser} from 'playwright-core';
import {stilled} from '../support/stilled.js';
import {AppPage} from './browser.js';
import type {Served} from './serve.js';

export interface Place {
  /** Where the app's packages are installed. */
  readonly root: string;
  readonly browser: Browser;
  readonly served: Served;
}

/** What every app of `demo/frameworks` does for its users. */
export function testApp({root, browser, served}: Place): void {
  const open = (t: TestContext, width = 1000) =>
    AppPage.open(t, browser, served, {root, viewport: {width, height: 800}});

  /** Up to the provider's window. */
  async function startCalendo(app: AppPage) {
    await app.card('Calendo').click();
    await app.button('Connect Calendo').click();
    return app.popup(() => app.button('Continue').click());
  }

  test('shows the integrations of the user of its backend, in its own groups', async (t) => {
    const app = await open(t);
    await app.card('Calendo').waitFor();
    await app.page.getByRole('heading', {name: 'Popular'}).waitFor();
    const {users} = await app.inspect();
    assert.ok(users.some(({userId}) => userId === app.user));
  });

  test('connects an account, saves a setting, disconnects, and hears of all of it', async (t) => {
    const app = await open(t);
    await app.approve(await startCalendo(app));
    // The list of accounts says so too, below.
    const flow = app.page.locator('pg-install-flow');
    await flow
      .getByText(/Calendo is connected/)
      .first()
      .waitFor();
    await app.page.getByLabel(/Minutes between meetings/).fill('15');
    await app.button('Save').click();
    await app.page.getByText('Saved', {exact: true}).first().waitFor();
    const [account] = await app.stored('calendo', app.user);
    const settings = account?.credential.configurations.find(({isDefault}) => isDefault);
    assert.equal(settings?.sharedSettings['bufferMinutes'], '15');
    await app.button(/^Actions for /).click();
    await app.page.getByRole('menuitem', {name: 'Disconnect'}).click();
    await app.page.getByRole('alertdialog').getByRole('button', {name: 'Disconnect'}).click();
    await app.text('No accounts yet').waitFor();
    assert.deepEqual(await app.stored('calendo', app.user), []);
    await app.text(/^pg-disconnected/).waitFor();
    assert.deepEqual(await app.activity(), [
      'pg-installed: calendo',
      'pg-settings-saved: calendo',
      'pg-disconnected: calendo',
    ]);
  });

  test('sets boolean, number and text attributes', async (t) => {
    const app = await open(t);
    await app.card('Quietbox').click();
    const flow = await app.page
      .locator('pg-install-flow')
      .first()
      .evaluate(
        ({allowMultiple, oauthTimeout, integration}: HTMLElementTagNameMap['pg-install-flow']) => [
          allowMultiple,
          oauthTimeout,
          integration,
        ],
      );
    assert.deepEqual(flow, [true, 300_000, 'quietbox']);
  });

  test('restyles a part, and an element by a token', async (t) => {
    const app = await open(t);
    await app.page.emulateMedia({colorScheme: 'light'});
    const heading = app.page.getByRole('heading', {name: 'Popular'});
    const transform = await heading.evaluate((element) => getComputedStyle(element).textTransform);
    assert.equal(transform, 'uppercase');
    await app.card('Quietbox').click();
    // Until the other page is there, the card's own button has this name too.
    await app.button('Show all').waitFor();
    const accent = await app
      .button('Connect Quietbox')
      .evaluate((element) => getComputedStyle(element).backgroundColor);
    assert.equal(accent, 'rgb(138, 75, 22)');
  });

  test('goes back and forth between its pages without asking for anything again', async (t) => {
    const app = await open(t);
    await app.card('Quietbox').click();
    await app.button('Connect Quietbox').waitFor();
    const before = await app.requests();
    await app.button('Show all').click();
    await app.card('Calendo').click();
    await app.button('Connect Calendo').waitFor();
    assert.equal(await app.requests(), before);
  });

  test('loses no account when its user goes to another page in the middle of connecting', async (t) => {
    const app = await open(t);
    const popup = await startCalendo(app);
    await app.button('Show all').click();
    await app.approve(popup);
    await app.card('Calendo Connected').waitFor();
    await app.card('Calendo').click();
    await app.button(/^Actions for /).waitFor();
    assert.equal((await app.stored('calendo', app.user)).length, 1);
  });

  test('shows a question again with what was answered, after its user was elsewhere', async (t) => {
    const app = await open(t);
    await app.card('Postwise').click();
    await app.button('Connect Postwise').click();
    await app.fill(/Sender name/, 'Acme');
    await app.button('Show all').click();
    await app.card('Postwise').click();
    const name = app.page.getByRole('textbox', {name: /Sender name/});
    await name.waitFor();
    assert.equal(await name.inputValue(), 'Acme');
  });

  test('fits 320 px', async (t) => {
    const app = await open(t, 320);
    const overflow = () =>
      app.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    await app.card('Calendo').waitFor();
    assert.equal(await overflow(), 0);
    await app.card('Calendo').click();
    await app.button('Connect Calendo').waitFor();
    assert.equal(await overflow(), 0);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has no barrier in ${colorScheme}`, async (t) => {
      const app = await open(t);
      await app.page.emulateMedia({colorScheme, reducedMotion: 'reduce'});
      await app.card('Calendo').waitFor();
      assert.deepEqual(await barriers(app), []);
      await app.card('Calendo').click();
      await app.button('Connect Calendo').waitFor();
      assert.deepEqual(await barriers(app), []);
    });
  }
}

async function barriers({page}: AppPage): Promise<readonly string[]> {
  await page.evaluate(stilled);
  // Evaluated by the debugger, which the page's policy does not bind.
  await page.evaluate(`${axe.source}; undefined`);
  const {violations} = await page.evaluate(() => window.axe.run(document));
  return violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' ')}`);
}
