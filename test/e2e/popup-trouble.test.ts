import assert from 'node:assert/strict';
import {after, suite, test} from 'node:test';
import {comeBack, connect, connected, FLOW, OAUTH_TIMEOUT} from './quietbox.js';
import {startBrowser, type Session} from './support.js';

const browser = await startBrowser();
after(() => browser.close());

const MANY = FLOW.replace('integration', 'allow-multiple integration');
/** Provider pages that nobody can close, or see closed, from here. */
const UNCLOSABLE = {control: {oauth: {coop: 'same-origin', crossHost: true}}} as const;

/** Opens a window that will never be the provider's page. */
async function openInVain(session: Session): Promise<void> {
  const opened = session.page.context().waitForEvent('page');
  await session.button('Connect Quietbox').click();
  await opened;
}

suite('a sign-in window that cannot work', () => {
  test('says within eight seconds that the service does not come up in it', async (t) => {
    const session = await browser.open(t, FLOW, {
      control: {failures: {'oauth-nonce': {status: 'hang'}}},
    });
    await session.button('Connect Quietbox').click();
    await session.text('The sign-in window does not load').first().waitFor({timeout: 8000});
    await session.button('Try again').waitFor();
  });

  test('says at once that there is no address to sign in at', async (t) => {
    const session = await browser.open(t, FLOW, {
      control: {failures: {'build-oauth': {status: 500, times: 1}}},
    });
    await openInVain(session);
    await session
      .text(/The sign-in window could not be loaded/)
      .first()
      .waitFor();
    await session.approve(await session.popup(() => session.button('Try again').click()));
    await connected(session);
  });

  test('offers to open it again where the provider does not answer', async (t) => {
    const session = await browser.open(t, FLOW, {
      control: {failures: {consent: {status: 'hang', times: 1}}},
    });
    await openInVain(session);
    await session.text(/Is the window empty/).waitFor({timeout: 9000});
    await session.approve(await session.popup(() => session.button('Open it again').click()));
    await connected(session);
  });

  test('says that the policy of the page cuts windows off, and opens no second one', async (t) => {
    const session = await browser.open(t, FLOW, {
      headers: {'cross-origin-opener-policy': 'same-origin'},
      control: {oauth: {crossHost: true}},
    });
    await openInVain(session);
    await session
      .text(/prevent a sign-in in another window/)
      .first()
      .waitFor({timeout: 8000});
    const before = session.page.context().pages().length;
    await session.button('Try again').click();
    await session
      .text(/prevent a sign-in in another window/)
      .first()
      .waitFor();
    assert.ok(session.page.context().pages().length <= before);
    assert.ok((await session.events()).includes('pg-install-error'));
  });

  test('says that the frame around the page forbids windows', async (t) => {
    const session = await browser.open(t, '<p>Host</p>');
    await session.page.evaluate((body) => {
      const frame = document.createElement('iframe');
      frame.sandbox.add('allow-scripts', 'allow-same-origin');
      frame.style.inlineSize = '600px';
      frame.style.blockSize = '400px';
      const url = new URL(location.href);
      url.searchParams.set('body', body);
      frame.src = url.href;
      document.body.append(frame);
    }, FLOW);
    const frame = session.page.frameLocator('iframe');
    await frame.getByRole('button', {name: 'Connect Quietbox'}).click();
    await frame
      .getByText(/blocks sign-in windows/)
      .first()
      .waitFor();
  });

  // As text: what the test's own compiler adds to functions is not there in the page.
  for (const [how, change] of [
    ['read-only', `Object.defineProperty(window, 'open', {value: window.open, writable: false})`],
    [
      'a getter',
      `const own = window.open; Object.defineProperty(window, 'open', {get: () => own, configurable: true})`,
    ],
    [
      'frozen',
      `Object.defineProperty(window, 'open', {value: window.open, writable: false, configurable: false})`,
    ],
    ['replaced', `const own = window.open.bind(window); window.open = (...all) => own(...all)`],
  ] as const) {
    test(`works where the page's \`open\` is ${how}`, async (t) => {
      const session = await browser.open(t, FLOW);
      await session.page.evaluate(`{${change}}`);
      await session.approve(await connect(session));
      await connected(session);
    });
  }
});

suite('windows that nobody can close', () => {
  test('add no second account unnoticed: it is shown, and removed if it is not wanted', async (t) => {
    const session = await browser.open(t, MANY, UNCLOSABLE);
    const first = await connect(session);
    await comeBack(session);
    const second = await session.popup(() => session.button('Try again').click());
    await second.getByRole('button', {name: 'Approve'}).click();
    await connected(session);
    await first.getByRole('button', {name: 'Approve'}).click();
    await session.text(/You also signed in as/).waitFor();
    await session.button('Keep both').waitFor();
    assert.equal((await session.stored('quietbox')).length, 2);
    await session.button(/^Remove /).click();
    await session.text(/Another Quietbox account/).waitFor({state: 'detached'});
    assert.equal((await session.stored('quietbox')).length, 1);
  });

  test('are heard after the time for them is over, with the event', async (t) => {
    const session = await browser.open(t, FLOW, UNCLOSABLE);
    // Time ends once the provider's page is there: before that, the window could still be closed from here.
    await session.page.clock.install();
    const popup = await connect(session);
    await session.page.clock.fastForward(OAUTH_TIMEOUT);
    await session.text('The sign-in took too long.').waitFor();
    await popup.getByRole('button', {name: 'Approve'}).click();
    await comeBack(session);
    await connected(session);
    assert.ok((await session.events()).includes('pg-installed'));
  });
});

suite('somebody else', () => {
  test('who signs in on the same SDK does not get the key that was typed', async (t) => {
    const session = await browser.open(
      t,
      '<pg-portal><pg-install-flow integration="postwise"></pg-install-flow></pg-portal>',
    );
    await session.button('Connect Postwise').click();
    await session.page.locator('input[type=password]').fill('secret-of-the-first');
    await session.control({clearLog: true});
    await session.page.evaluate(async () => {
      const project = new URLSearchParams(location.search).get('project') ?? '';
      const response = await fetch(`/sandbox/token?project=${project}`, {
        method: 'POST',
        headers: {'content-type': 'application/json'},
        body: JSON.stringify({userId: 'second'}),
      });
      const {token} = (await response.json()) as {token: string};
      // As a host does: what it was for may be gone when the button is pressed, so this is all one turn.
      const flow = document.querySelector('pg-install-flow');
      const button = [...(flow?.shadowRoot?.querySelectorAll('button') ?? [])].find(
        ({textContent}) => textContent.trim() === 'Connect Postwise',
      );
      const signedIn = window.testPage.portal().session?.sdk.authenticate(project, token);
      button?.click();
      await signedIn;
    });
    await session.button('Connect Postwise').waitFor();
    const {log} = await session.inspect();
    assert.ok(!JSON.stringify(log).includes('secret-of-the-first'));
    assert.deepEqual(await session.stored('postwise', 'second'), []);
    assert.deepEqual(await session.stored('postwise'), []);
  });

  test('who connected in another tab is heard of before a second account is made', async (t) => {
    const session = await browser.open(t, MANY);
    await session.page.clock.install();
    const elsewhere = session.on(await session.page.context().newPage());
    await elsewhere.load(FLOW);
    await elsewhere.approve(await connect(elsewhere));
    await connected(elsewhere);
    await elsewhere.page.close();
    await session.page.clock.fastForward(10_000);
    await session.button('Connect Quietbox').click();
    await session.text('An account is already connected').first().waitFor();
    await session.text(/is already connected\./).waitFor();
    assert.equal(session.page.context().pages().length, 1);
    await session.approve(await session.popup(() => session.button('Add another account').click()));
    await connected(session);
    assert.equal((await session.stored('quietbox')).length, 2);
  });
});

suite('a flow that comes and goes', () => {
  test('is told of an end that came while it was away, and the page once, at the time', async (t) => {
    const session = await browser.open(t, FLOW);
    const popup = await connect(session);
    await session.page.evaluate(() => {
      const flow = document.querySelector('pg-install-flow');
      flow?.remove();
      Object.assign(window, {flow});
    });
    await session.approve(popup);
    await session.page.waitForFunction(
      () => window.testPage.portal().session?.integration('quietbox')?.status === 'connected',
    );
    const told = async () =>
      (await session.events()).filter((name) => name === 'pg-installed').length;
    await session.page.waitForFunction(() =>
      window.testPage.events.some(({name}) => name === 'pg-installed'),
    );
    await session.page.evaluate(() =>
      window.testPage.portal().append((window as unknown as {flow: Element}).flow),
    );
    await connected(session);
    assert.equal(await told(), 1);
  });

  test('goes on with the portal around it gone and made again', async (t) => {
    const session = await browser.open(t, FLOW);
    const popup = await connect(session);
    await session.page.evaluate(() => {
      const old = window.testPage.portal();
      const next = document.createElement('pg-portal');
      next.endpoints = old.endpoints;
      next.host = old.host;
      next.getUserToken = old.getUserToken;
      next.projectId = old.projectId;
      const flow = document.createElement('pg-install-flow');
      flow.integration = 'quietbox';
      next.append(flow);
      old.replaceWith(next);
    });
    await session.text('Finish in the Quietbox window').first().waitFor();
    await session.approve(popup);
    await connected(session);
    assert.equal((await session.stored('quietbox')).length, 1);
    assert.equal(await session.button('Connect Quietbox').count(), 0);
  });

  test('at rest says what is connected, and offers to sign that in again', async (t) => {
    const session = await browser.open(t, FLOW);
    await session.approve(await connect(session));
    await connected(session);
    await session.load(FLOW);
    await session.text(/Quietbox is connected as/).waitFor();
    const [account] = await session.stored('quietbox');
    await session.approve(await session.popup(() => session.button('Reconnect Quietbox').click()));
    await session.shown(/is reconnected\. Its settings and workflows are kept/).waitFor();
    const stored = await session.stored('quietbox');
    assert.deepEqual(
      stored.map(({credential}) => credential.id),
      [account?.credential.id],
    );
  });
});

test('a double click on the button that connects chooses no kind of account', async (t) => {
  const session = await browser.open(
    t,
    '<pg-portal><pg-install-flow integration="salesforce"></pg-install-flow></pg-portal>',
  );
  const box = await session.button('Connect Salesforce').boundingBox();
  assert.ok(box);
  // Where the first choice will be, for whatever layout.
  await session.page.evaluate(() => {
    const flow = document.querySelector('pg-install-flow');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.choices, .button { position: fixed; inset: 0; }');
    flow?.shadowRoot?.adoptedStyleSheets.push(sheet);
  });
  await session.page.mouse.dblclick(box.x + 10, box.y + 10);
  const types = session.page.getByRole('radio');
  await types.first().waitFor();
  assert.equal(await session.page.getByRole('radio', {checked: true}).count(), 0);
  assert.ok(!(await session.events()).includes('pg-install-stage:instruction'));
});
