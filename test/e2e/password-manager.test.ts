import assert from 'node:assert/strict';
import {after, suite, test} from 'node:test';
import {findBrowserWithPasswords, LOGIN, withSavedLogin} from '../support/saved-login.js';
import {startBrowser, type Session} from './support.js';

/** What the host page has of its own: when this is filled in, the browser has seen to everything that was there before. */
async function browserHasFilled({page}: Session): Promise<void> {
  await page.evaluate(() => {
    const login = document.createElement('form');
    login.id = 'login';
    for (const [type, autocomplete] of [
      ['text', 'username'],
      ['password', 'current-password'],
    ] as const) {
      const input = document.createElement('input');
      Object.assign(input, {type, autocomplete});
      login.append(input);
    }
    document.body.append(login);
  });
  await page.waitForFunction(() => document.querySelectorAll('#login input:autofill').length === 2);
  // Scripts see what was filled in, and the page hears of it, once the person has done anything anywhere.
  await page.mouse.click(5, 790);
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('#login input')?.value !== '',
  );
}

/** All that stands in fields of integrations, and what the elements make of it. */
const fieldsOf = ({page}: Session) =>
  page.locator('pg-input').evaluateAll((elements) =>
    elements.flatMap((element) => {
      const {value} = element as unknown as {readonly value: unknown};
      const boxes = element.shadowRoot?.querySelectorAll('input, textarea') ?? [];
      const texts = [...boxes].map((box) => (box as HTMLInputElement).value);
      return [...texts, JSON.stringify(value ?? null)];
    }),
  );

/** @param atLeast so many fields are there */
async function assertClean(session: Session, atLeast = 1): Promise<void> {
  const fields = await fieldsOf(session);
  assert.ok(fields.length >= atLeast);
  for (const text of fields) assert.doesNotMatch(text, /site/);
  const world = JSON.stringify(await session.inspect());
  assert.ok(!world.includes(LOGIN.password));
  assert.ok(!world.includes(LOGIN.username));
}

/** Makes secrets what they are for browsers that heed no attribute, and counts what the browser fills in. */
function ignoreAttributes(): void {
  const set: (this: Element, name: string, value: string) => void = Reflect.get(
    Element.prototype,
    'setAttribute',
  );
  Element.prototype.setAttribute = function (name, value) {
    set.call(this, name, value === 'new-password' ? 'off' : value);
  };
  window.filledIn = 0;
  window.addEventListener(
    'input',
    (event) => {
      if (event.composedPath()[0] instanceof HTMLInputElement && !(event instanceof InputEvent))
        window.filledIn += 1;
    },
    true,
  );
}

declare global {
  interface Window {
    filledIn: number;
  }
}

const settings = (attributes = ''): string =>
  `<pg-portal><pg-user-settings integration="swatchbook" ${attributes}></pg-user-settings></pg-portal>`;
const flow = (integration: string): string =>
  `<pg-portal><pg-install-flow integration="${integration}"></pg-install-flow></pg-portal>`;

/** Controls of the host's own, which do nothing to keep passwords out. As text: the test's compiler is not there in the page. */
const OWN_CONTROLS = {
  'an element': `customElements.define('own-field', class extends HTMLElement {
  #box = this.attachShadow({mode: 'open'}).appendChild(document.createElement('input'));
  constructor() {
    super();
    this.#box.addEventListener('change', () => this.dispatchEvent(new Event('change')));
  }
  set field({input, label}) {
    this.#box.type = input.type === 'PASSWORD' ? 'password' : 'text';
    this.#box.autocomplete = 'off';
    this.#box.ariaLabel = label;
  }
  get value() { return this.#box.value; }
  set value(value) { this.#box.value = value ?? ''; }
});
inputs = {TEXT_NO_VARS: 'own-field', PASSWORD: 'own-field'};`,
  'an element that nobody looks into': `customElements.define('own-field', class extends HTMLElement {
  #box = this.attachShadow({mode: 'closed', delegatesFocus: true}).appendChild(document.createElement('input'));
  constructor() {
    super();
    for (const type of ['input', 'change'])
      this.#box.addEventListener(type, () => this.dispatchEvent(new Event(type)));
  }
  set field({input, label}) {
    this.#box.type = input.type === 'PASSWORD' ? 'password' : 'text';
    this.#box.autocomplete = 'off';
    this.#box.ariaLabel = label;
  }
  get value() { return this.#box.value; }
  set value(value) { this.#box.value = value ?? ''; }
});
inputs = {TEXT_NO_VARS: 'own-field', PASSWORD: 'own-field'};`,
  'a function': `const boxes = new Map();
const render = ({input, label, value, change}) => {
  const box = boxes.get(input.id) ?? document.createElement('input');
  boxes.set(input.id, box);
  box.type = input.type === 'PASSWORD' ? 'password' : 'text';
  box.autocomplete = 'off';
  box.ariaLabel = label;
  box.value = value ?? '';
  box.oninput = box.onchange = () => change(box.value);
  return box;
};
inputs = {TEXT_NO_VARS: render, PASSWORD: render};`,
} as const;

const executable = findBrowserWithPasswords();
if (executable === undefined) {
  // Elsewhere only a headless shell may be there; where everything is tested this must be.
  test('has a browser with a password manager in CI', () => assert.ok(!process.env.CI));
} else {
  const browser = await startBrowser((origin) => withSavedLogin(executable, origin));
  after(() => browser.close());

  suite('the login that a browser has saved for the site', () => {
    test('is not put into client credentials', async (t) => {
      const session = await browser.open(t, flow('custom.warehousehub'));
      await session.button('Connect Warehouse Hub').click();
      await session.page.getByLabel('Client Secret').first().waitFor();
      await browserHasFilled(session);
      await assertClean(session);
      await session.button('Connect Warehouse Hub').click();
      await session.text('Fill in this field').first().waitFor();
      await assertClean(session);
    });

    test('is not put beside an API key', async (t) => {
      const session = await browser.open(t, flow('postwise'));
      await session.button('Connect Postwise').click();
      await session.page.getByLabel('API key').first().waitFor();
      await browserHasFilled(session);
      await session.button('Connect Postwise').click();
      await session.text('Fill in this field').first().waitFor();
      await assertClean(session);
    });

    test('is not put into user name and password of another service', async (t) => {
      const session = await browser.open(t, flow('stormglass'));
      await session.button('Connect Stormglass').click();
      await session.page.getByLabel('Password').first().waitFor();
      await browserHasFilled(session);
      await assertClean(session);
      await session.button('Connect Stormglass').click();
      await session.text('Fill in this field').first().waitFor();
      await assertClean(session);
      await session.fill('Username', 'weather');
      await session.page.getByLabel('Password').first().fill('our-secret');
      await session.button('Connect Stormglass').click();
      await session.text(/Stormglass is connected/).waitFor();
      await assertClean(session, 0);
    });

    for (const [what, script] of Object.entries(OWN_CONTROLS)) {
      test(`is neither taken nor sent from controls of the host's own: ${what}`, async (t) => {
        const session = await browser.open(t, flow('stormglass'));
        await session.page.evaluate(
          `{ let inputs; ${script} window.testPage.portal().inputs = inputs; }`,
        );
        await session.button('Connect Stormglass').click();
        const fields = session.page.locator('pg-input');
        await fields.nth(1).waitFor();
        await browserHasFilled(session);
        await assertClean(session);
        await session.button('Connect Stormglass').click();
        assert.deepEqual(await session.stored('stormglass'), []);
        await assertClean(session);
        // Whoever types is heard.
        await fields.nth(0).click({position: {x: 10, y: 10}});
        await session.page.keyboard.type('weather');
        await fields.nth(1).click({position: {x: 10, y: 10}});
        await session.page.keyboard.type('our-secret');
        await session.button('Connect Stormglass').click();
        await session.text(/Stormglass is connected/).waitFor();
        await assertClean(session, 0);
        assert.match(JSON.stringify(await session.stored('stormglass')), /weather/);
      });
    }

    test('is not put into settings, where a text comes before a secret', async (t) => {
      const session = await browser.open(t, settings(), {user: 'demo-user'});
      await session.page.getByLabel('Password').first().waitFor();
      await browserHasFilled(session);
      await assertClean(session);
      // There is nothing to save.
      assert.equal(await session.button('Save').count(), 0);
    });

    test('is not saved by settings that save by themselves', async (t) => {
      const session = await browser.open(t, settings('autosave'), {user: 'demo-user'});
      await session.page.getByLabel('Password').first().waitFor();
      await browserHasFilled(session);
      await session.fill('Long text', 'By hand');
      await session.page.keyboard.press('Tab');
      await session.page.waitForFunction(() =>
        window.testPage.events.some(({name}) => name === 'pg-settings-saved'),
      );
      await assertClean(session);
    });

    for (const [where, html, user, opens] of [
      ['settings that save by themselves', settings('autosave'), 'demo-user', undefined],
      ['client credentials', flow('custom.warehousehub'), 'newcomer', 'Connect Warehouse Hub'],
    ] as const) {
      test(`is taken out of ${where}, where a browser puts it in spite of all`, async (t) => {
        const session = await browser.open(t, html, {user, script: ignoreAttributes});
        if (opens) await session.button(opens).click();
        const secret = session.page.locator('pg-input input[type=password]');
        await secret.waitFor();
        await browserHasFilled(session);
        await assertClean(session);
        // Two of the host's own, and two of ours that had to be taken out.
        await session.page.waitForFunction(() => window.filledIn === 4);
        await session.page.locator('pg-input :autofill').first().waitFor({state: 'detached'});
        if (opens) return;
        await session.fill('Long text', 'By hand');
        await session.page.keyboard.press('Tab');
        await session.page.waitForFunction(() =>
          window.testPage.events.some(({name}) => name === 'pg-settings-saved'),
        );
        await assertClean(session);
      });
    }

    test('does not keep a person from typing where it was taken out', async (t) => {
      const session = await browser.open(t, flow('custom.warehousehub'), {
        script: ignoreAttributes,
      });
      await session.button('Connect Warehouse Hub').click();
      await session.page.getByLabel('Client Secret').first().waitFor();
      await browserHasFilled(session);
      await session.page.getByLabel('Client ID').first().click();
      await session.page.keyboard.type('ours');
      await session.page.getByLabel('Client Secret').first().click();
      await session.page.keyboard.type('our-secret');
      await session.button('Connect Warehouse Hub').click();
      await session.text(/Warehouse Hub is connected/).waitFor();
      assert.match(JSON.stringify(await session.stored('custom.warehousehub')), /ours/);
    });
  });
}
