import assert from 'node:assert/strict';
import {after, suite, test, type TestContext} from 'node:test';
import type {PgInput} from '../../src/index.js';
import {startBrowser, type OpenOptions, type Session} from './support.js';

const browser = await startBrowser();
after(() => browser.close());

const USER = 'demo-user';

/** A form, how it is filled in and sent, and what is in it. */
interface Form {
  readonly name: string;
  readonly html: string;
  readonly user: string;
  readonly open?: (session: Session) => Promise<void>;
  readonly fill: (session: Session) => Promise<void>;
  readonly send: (session: Session) => Promise<void>;
  readonly typed: (session: Session) => Promise<unknown>;
  readonly sent: (session: Session) => Promise<void>;
  /** What sending asks the backend for. */
  readonly endpoint: 'settings' | 'credential-create' | 'complete-setup';
}

/** Values of all inputs, whichever element they are in. */
const valuesOf = ({page}: Session): Promise<unknown> =>
  page
    .locator('pg-input')
    .evaluateAll((all) =>
      (all as PgInput[]).flatMap(({input, value}) =>
        value === undefined
          ? []
          : [[input?.id, JSON.parse(JSON.stringify(value)) as unknown] as const],
      ),
    );

const save = (session: Session): Promise<void> => session.button('Save').click();
const saved = async ({page}: Session): Promise<void> => {
  await page.getByText('Saved', {exact: true}).first().waitFor();
};

const FORMS: readonly Form[] = [
  {
    name: 'a text and a choice in settings',
    html: '<pg-user-settings integration="drivepool"></pg-user-settings>',
    user: USER,
    async fill(session) {
      await session.page.getByRole('combobox', {name: /Folder/}).click();
      await session.page.getByRole('option', {name: /^Invoices/}).click();
      await session.fill('File name prefix', 'typed-');
    },
    send: save,
    typed: valuesOf,
    sent: saved,
    endpoint: 'settings',
  },
  {
    name: 'a mapping in settings',
    html: '<pg-user-settings integration="orbitcrm"></pg-user-settings>',
    user: USER,
    async fill({page}) {
      await page.getByRole('combobox', {name: 'Object'}).click();
      await page.getByRole('option', {name: 'Contact'}).click();
      await page.getByRole('combobox', {name: 'Layout'}).click();
      await page.getByRole('option', {name: 'Partner contact layout'}).click();
      await page.getByRole('combobox', {name: 'Field for City'}).click();
      await page.keyboard.type('shipping_city_161');
      await page.getByRole('option', {name: /^Shipping city/}).click();
    },
    send: save,
    typed: valuesOf,
    sent: saved,
    endpoint: 'settings',
  },
  {
    name: 'the form of a key',
    html: '<pg-install-flow integration="postwise"></pg-install-flow>',
    user: 'newcomer',
    open: (session) => session.button('Connect Postwise').click(),
    async fill(session) {
      await session.fill(/API key/, 'pw_typed');
      await session.fill(/Sender name/, 'Acme');
    },
    // The SDK that a host imports does not tell which step is the last one.
    send: (session) => session.button(/^(Connect Postwise|Continue)$/).click(),
    typed: valuesOf,
    sent: (session) => session.text(/Postwise is connected/).waitFor(),
    endpoint: 'credential-create',
  },
  {
    name: 'the last questions of a connection',
    html: '<pg-install-flow integration="wikihaus"></pg-install-flow>',
    user: 'newcomer',
    async open(session) {
      const popup = await session.popup(() => session.button('Connect Wikihaus').click());
      await session.approve(popup);
      await session.text('Finish setup').waitFor();
    },
    async fill(session) {
      await session.choose('Site', 'northwind.wikihaus.example');
      await session.choose('Space', 'Product');
    },
    send: (session) => session.button(/^(Finish|Continue)$/).click(),
    typed: valuesOf,
    sent: (session) => session.text(/Wikihaus is connected/).waitFor(),
    endpoint: 'complete-setup',
  },
];

/**
 * Waits until nothing is asked for any more, such as the next page of fields: each answer that is refused after the session was renewed
 * signs the SDK out again.
 */
async function isQuiet(session: Session): Promise<void> {
  const {page} = session;
  let asked = -1;
  for (;;) {
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    const {log} = await session.inspect();
    if (log.length === asked) return;
    asked = log.length;
  }
}

/** Opens a form in which something is typed. */
async function typeInto(
  t: TestContext,
  form: Form,
  {around = (html) => html, ...options}: OpenOptions & {around?: (html: string) => string} = {},
): Promise<readonly [Session, unknown]> {
  const session = await browser.open(t, `<pg-portal>${around(form.html)}</pg-portal>`, {
    user: form.user,
    documented: true,
    ...options,
  });
  await session.page.waitForFunction(
    () => window.testPage.portal().session?.snapshot.status === 'ready',
  );
  await form.open?.(session);
  await form.fill(session);
  await isQuiet(session);
  const typed = await form.typed(session);
  assert.notDeepEqual(typed, []);
  return [session, typed];
}

/** Nothing of what was typed is anywhere on the page. */
async function showsNothingOf(session: Session, typed: unknown, form: Form): Promise<void> {
  const texts = JSON.stringify(await form.typed(session));
  assert.notEqual(texts, JSON.stringify(typed));
  assert.doesNotMatch(texts, /pw_typed|typed-|shipping_city|Acme|invoices|site-northwind/);
}

const isReady = ({page}: Session, user: string) =>
  page.waitForFunction((id) => {
    const {snapshot} = window.testPage.portal().session ?? {};
    return snapshot?.status === 'ready' && snapshot.userId === id;
  }, user);

for (const form of FORMS) {
  suite(`${form.name}, where the token has expired`, () => {
    test('is sent once the kit has asked for another token', async (t) => {
      const [session] = await typeInto(t, form);
      const before = await session.page.evaluate(() => window.testPage.tokensGiven);
      await session.control({expireTokens: true, clearLog: true});
      await form.send(session);
      await form.sent(session);
      assert.equal(await session.page.evaluate(() => window.testPage.tokensGiven), before + 1);
      const {log} = await session.inspect();
      const writes = log
        .filter(({endpoint}) => /^(settings|credential-create|complete-setup)$/.test(endpoint))
        .map(({status}) => status);
      assert.equal(writes.filter((status) => status === 200 || status === 201).length, 1);
      assert.ok(writes.filter((status) => status === 401).length <= 1, String(writes));
    });

    test('stays, out of reach, where there is no other token, and is sent once there is', async (t) => {
      const [session, typed] = await typeInto(t, form);
      const {page} = session;
      await page.evaluate(() => window.testPage.refuseTokens(true));
      await session.control({expireTokens: true});
      await form.send(session);
      const again = session.button('Sign in again');
      await again.waitFor();
      await session.shown(/What you typed is still here/).waitFor();
      assert.deepEqual(await form.typed(session), typed);
      assert.equal(await page.evaluate(() => document.activeElement === document.body), false);
      await again.click();
      await page.waitForFunction(
        () => window.testPage.portal().session?.snapshot.status === 'signed-out',
      );
      assert.deepEqual(await form.typed(session), typed);
      await page.evaluate(() => window.testPage.refuseTokens(false));
      await again.click();
      await again.waitFor({state: 'detached'});
      assert.deepEqual(await form.typed(session), typed);
      await form.send(session);
      await form.sent(session);
    });

    test('says that it was not sent where another token does not help either', async (t) => {
      const [session, typed] = await typeInto(t, form);
      await session.control({failures: {[form.endpoint]: {status: 401}}});
      await form.send(session);
      await session.shown(/^Not saved|Send it again/).waitFor();
      await isReady(session, form.user);
      await isQuiet(session);
      assert.deepEqual(await form.typed(session), typed);
      await session.shown(/^Not saved|Send it again/).waitFor();
      await session.control({failures: {[form.endpoint]: null}});
      await form.send(session);
      await form.sent(session);
    });

    test('is nothing of another user who signs in then', async (t) => {
      const [session, typed] = await typeInto(t, form);
      await session.page.evaluate(() => window.testPage.refuseTokens(true));
      await session.control({expireTokens: true});
      await form.send(session);
      await session.button('Sign in again').waitFor();
      await session.page.evaluate(() => window.testPage.refuseTokens(false));
      await session.page.evaluate(() => window.testPage.signInAs('somebody-else'));
      await isReady(session, 'somebody-else');
      await showsNothingOf(session, typed, form);
      await session.page.evaluate((user) => window.testPage.signInAs(user), form.user);
      await isReady(session, form.user);
      await showsNothingOf(session, typed, form);
    });

    for (const signsIn of ['userToken', 'sdk'] as const) {
      test(`is there when the host, by ${signsIn}, has the same user back, and for no other`, async (t) => {
        const [session, typed] = await typeInto(t, form, {signsIn});
        const {page} = session;
        const back = (user: string) =>
          page.evaluate(
            ([how, id]) =>
              how === 'sdk' ? window.testPage.hostSignsInAs(id) : window.testPage.signInAs(id),
            [signsIn, user] as const,
          );
        await session.control({expireTokens: true});
        await form.send(session);
        await page.waitForFunction(
          () => window.testPage.portal().session?.snapshot.status === 'signed-out',
        );
        await back(form.user);
        await isReady(session, form.user);
        await page.locator('pg-input').first().waitFor();
        assert.deepEqual(await form.typed(session), typed);
        await back('somebody-else');
        await isReady(session, 'somebody-else');
        await showsNothingOf(session, typed, form);
      });
    }
  });
}
