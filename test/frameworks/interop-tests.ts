import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import type {Place} from './app-tests.js';
import {AppPage} from './browser.js';

interface InteropPlace extends Place {
  /** Path of the interop page. */
  readonly path: string;
  /** Whether the elements are registered before the framework renders, whatever the page does. */
  readonly isAlwaysLoaded: boolean;
}

/** What every framework must be able to do with the elements, on the pages of `test/frameworks/interop`. */
export function testInterop({root, browser, served, path, isAlwaysLoaded}: InteropPlace): void {
  const openEmpty = (t: TestContext) => AppPage.open(t, browser, served, {root, path});

  async function open(t: TestContext): Promise<AppPage> {
    const app = await openEmpty(t);
    if (!isAlwaysLoaded) await app.button('Load the elements').click();
    await app.card('Chirrup').waitFor();
    return app;
  }

  if (!isAlwaysLoaded) {
    test('keep objects, arrays, functions and values that were set before they existed', async (t) => {
      const app = await openEmpty(t);
      await app.page.locator('pg-install-flow').first().waitFor({state: 'attached'});
      assert.equal(await app.page.evaluate(() => customElements.get('pg-portal')), undefined);
      await app.button('Load the elements').click();
      await app.page.getByRole('heading', {name: 'Popular'}).waitFor();
      await haveValues(app, ['grid', false, 100_000, true]);
      assert.equal(await app.page.locator('pg-catalog').getByRole('listitem').count(), 4);
    });
  }

  test('sign in once', async (t) => {
    const app = await open(t);
    const {log} = await app.inspect();
    const asked = log.filter(({userId}) => userId === app.user).map(({endpoint}) => endpoint);
    assert.deepEqual(asked.toSorted(), ['integrations', 'me']);
  });

  test('get the very array that was given, and keep it over a rendering', async (t) => {
    const app = await open(t);
    const catalog = app.page.locator('pg-catalog');
    const before = await catalog.evaluateHandle(
      ({groups}: HTMLElementTagNameMap['pg-catalog']) => groups,
    );
    await app.button('Render again').click();
    await app.page.getByText('Rendered 1 times').waitFor();
    const isSame = await catalog.evaluate(
      ({groups}: HTMLElementTagNameMap['pg-catalog'], given) => groups === given,
      before,
    );
    assert.equal(isSame, true);
    assert.deepEqual(await before.jsonValue(), [{label: 'Popular', integrations: ['chirrup']}]);
  });

  test('follow a text, booleans and a number as they change, `readonly` by its other name too', async (t) => {
    const app = await open(t);
    await haveValues(app, ['grid', false, 100_000, true]);
    await app.button('Change everything').click();
    await haveValues(app, ['list', true, 200_000, false]);
    await app.button('Change everything').click();
    await haveValues(app, ['grid', false, 100_000, true]);
  });

  test('are heard by a listener, and only by the newest one', async (t) => {
    const app = await open(t);
    await app.card('Chirrup').click();
    await hear(app, 'first');
    await app.button('Change everything').click();
    await app.card('Chirrup').click();
    await hear(app, 'first second');
  });

  test('keep state and focus while the children of the portal are rendered again', async (t) => {
    const app = await open(t);
    const before = await app.requests();
    await app.page.getByRole('searchbox').fill('chir');
    await app.button('Render again').evaluate((button: HTMLElement) => button.click());
    await app.page.getByText('Rendered 1 times').waitFor();
    await app.text('No accounts yet').waitFor();
    assert.equal(await app.page.getByRole('searchbox').inputValue(), 'chir');
    assert.equal(await app.page.evaluate(() => document.activeElement?.localName), 'pg-catalog');
    assert.equal(await app.requests(), before);
  });

  test('show what is slotted, and its changes', async (t) => {
    const app = await open(t);
    const heading = app.page.getByRole('heading', {name: /Rendered/});
    assert.equal(await heading.textContent(), 'Rendered 0 times');
    await app.button('Render again').click();
    await app.page.getByText('Rendered 1 times').waitFor();
    assert.ok(await heading.evaluate(({assignedSlot}) => assignedSlot?.name === 'heading'));
  });

  test('keep their state when a keyed list is reordered', async (t) => {
    const app = await open(t);
    await flowButton(app, 'Connect Postwise').click();
    await app.fill(/Sender name/, 'Acme');
    const before = await app.requests();
    await app.button('Reverse the list').click();
    await app.page.waitForFunction(
      (order) =>
        [...document.querySelectorAll('pg-install-flow')]
          .map(({integration, stage}) => `${integration} ${stage}`)
          .join() === order,
      'calendo idle,quietbox idle,postwise preOptions',
    );
    assert.equal(await app.page.getByRole('textbox', {name: /Sender name/}).inputValue(), 'Acme');
    assert.equal(await app.requests(), before);
  });

  test('keep their state when the page around them moves, and load nothing twice', async (t) => {
    const app = await open(t);
    await flowButton(app, 'Connect Postwise').click();
    await app.fill(/Sender name/, 'Acme');
    await app.page.getByRole('searchbox').fill('chir');
    const before = await app.requests();
    await app.page.evaluate(() => {
      const place = document.createElement('section');
      const portal = document.querySelector('pg-portal');
      // All of it, so that the framework finds everything where it left it.
      portal?.parentElement?.insertBefore(place, portal);
      if (portal) place.append(portal);
      place.replaceWith(...place.childNodes);
    });
    await app.page.getByRole('textbox', {name: /Sender name/}).waitFor();
    assert.equal(await app.page.getByRole('textbox', {name: /Sender name/}).inputValue(), 'Acme');
    assert.equal(await app.page.getByRole('searchbox').inputValue(), 'chir');
    assert.equal(await app.requests(), before);
  });

  test('work again after they were taken away and put back', async (t) => {
    const app = await open(t);
    await app.button('Show or hide').click();
    await app.page.locator('pg-portal').waitFor({state: 'detached'});
    await app.button('Show or hide').click();
    await app.card('Chirrup').waitFor();
    await app.card('Chirrup').click();
    await hear(app, 'first');
  });

  test('finish a connection that was under way when the portal was taken away', async (t) => {
    const app = await open(t);
    const popup = await app.popup(() => flowButton(app, 'Connect Quietbox').click());
    await app.button('Show or hide').click();
    await app.approve(popup);
    await app.button('Show or hide').click();
    await app.card('Quietbox Connected').waitFor();
    assert.equal((await app.stored('quietbox', app.user)).length, 1);
  });
}

/** Of a flow: a card of the catalog has a button of the same name. */
const flowButton = ({page}: AppPage, name: string) =>
  page.locator('pg-install-flow').getByRole('button', {name});

/** Waits until the elements have this layout, these accounts, this time limit, and are read-only or not. */
const haveValues = ({page}: AppPage, values: readonly [string, boolean, number, boolean]) =>
  page.waitForFunction((expected) => {
    const flow = document.querySelector('pg-install-flow');
    const layout = document.querySelector('pg-catalog')?.layout;
    const isReadonly = document.querySelector('pg-input')?.readonly;
    const found = [layout, flow?.allowMultiple, flow?.oauthTimeout, isReadonly];
    return expected.every((value, index) => value === found[index]);
  }, values);

/** Waits until the page says that these of its listeners have heard something, in this order, and no other. */
const hear = ({page}: AppPage, names: string) =>
  page
    .locator('output')
    .filter({hasText: new RegExp(`^${names}$`)})
    .waitFor();
