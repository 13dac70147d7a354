import assert from 'node:assert/strict';
import {after, suite, test} from 'node:test';
import {comeBack, connect, connected, FLOW, OAUTH_TIMEOUT} from './quietbox.js';
import {startBrowser} from './support.js';

const browser = await startBrowser();
after(() => browser.close());

suite('the sign-in window', () => {
  for (const coop of [
    'same-origin',
    'same-origin-allow-popups',
    'noopener-allow-popups',
  ] as const) {
    test(`succeeds behind a provider that sends COOP ${coop}`, async (t) => {
      const session = await browser.open(t, FLOW, {control: {oauth: {coop, crossHost: true}}});
      const popup = await connect(session);
      assert.equal(await session.text(/cancelled/i).count(), 0);
      await session.approve(popup);
      await connected(session);
      const events = await session.events();
      assert.ok(!events.includes('pg-install-cancelled') && !events.includes('pg-install-error'));
    });
  }

  test('closed at once, asks on returning, and tries again', async (t) => {
    const session = await browser.open(t, FLOW);
    const popup = await connect(session);
    await popup.close();
    await comeBack(session);
    await session.text('Have you finished signing in?').waitFor();
    await session.button('I have finished').click();
    await session.button('I have finished').waitFor();
    await session.approve(await session.popup(() => session.button('Try again').click()));
    await connected(session);
    assert.equal((await session.stored('quietbox')).length, 1);
  });

  test('closed, still accepts a success that arrives late', async (t) => {
    const session = await browser.open(t, FLOW);
    const popup = await connect(session);
    await popup.close();
    await comeBack(session);
    await session.text('Have you finished signing in?').waitFor();
    await session.control({settleOAuth: 'approve'});
    await connected(session);
  });

  test('closed and cancelled, shows the account that arrives late all the same', async (t) => {
    const session = await browser.open(
      t,
      '<pg-portal><pg-install-flow integration="quietbox"></pg-install-flow><pg-account-list integration="quietbox" without-add></pg-account-list></pg-portal>',
    );
    await connect(session);
    await session.button('Cancel').click();
    await session.control({settleOAuth: 'approve'});
    await session.page.getByRole('list', {name: 'Quietbox accounts'}).waitFor();
    assert.equal((await session.stored('quietbox')).length, 1);
    assert.ok((await session.events()).includes('pg-install-cancelled'));
  });

  test('tried again while the first is open, makes one account', async (t) => {
    const session = await browser.open(t, FLOW);
    await connect(session);
    await comeBack(session);
    const second = await session.popup(() => session.button('Try again').click());
    await session.approve(second);
    await connected(session);
    assert.equal(session.page.context().pages().length, 1);
    assert.equal((await session.stored('quietbox')).length, 1);
  });

  test('blocked, offers a button that opens it in its own click', async (t) => {
    const session = await browser.open(t, FLOW);
    await session.page.evaluate(() => {
      const open = window.open.bind(window);
      let isBlocked = true;
      window.open = (...parameters) => {
        if (!isBlocked) return open(...parameters);
        isBlocked = false;
        return null;
      };
    });
    await session.button('Connect Quietbox').click();
    await session.text('Your browser blocked the sign-in window').waitFor();
    await session.approve(
      await session.popup(() => session.button('Open the sign-in window').click()),
    );
    await connected(session);
  });

  test('left open for too long, ends in words and a way to try again', async (t) => {
    const session = await browser.open(t, FLOW);
    await session.page.clock.install();
    const popup = await connect(session);
    const closed = popup.waitForEvent('close');
    await session.page.clock.fastForward(OAUTH_TIMEOUT);
    await session.text('The sign-in took too long.').waitFor();
    await closed;
    await session.approve(await session.popup(() => session.button('Try again').click()));
    await connected(session);
  });

  test('taking longer than the SDK waits, is found on return', async (t) => {
    const session = await browser.open(t, FLOW);
    await session.page.clock.install();
    await connect(session);
    await session.page.clock.fastForward(170_000);
    await session.page.clock.fastForward(20_000);
    await session.control({settleOAuth: 'approve'});
    await comeBack(session);
    await connected(session);
  });

  test('denied, shows what the provider said and tries again', async (t) => {
    const session = await browser.open(t, FLOW);
    const popup = await connect(session);
    await popup.getByRole('button', {name: 'Deny'}).click();
    await session.text('Access was not granted.').waitFor();
    await session.approve(await session.popup(() => session.button('Try again').click()));
    await connected(session);
  });

  test('survives that its element is removed and shown again', async (t) => {
    const session = await browser.open(t, FLOW);
    const popup = await connect(session);
    await session.page.evaluate(() => document.querySelector('pg-install-flow')?.remove());
    await session.page.evaluate(() => {
      const element = document.createElement('pg-install-flow');
      element.integration = 'quietbox';
      window.testPage.portal().append(element);
    });
    await session.text('Finish in the Quietbox window').first().waitFor();
    await session.approve(popup);
    await connected(session);
  });

  test('approved after the user changed, is nothing of the new user’s', async (t) => {
    const session = await browser.open(t, FLOW);
    await connect(session);
    await session.page.evaluate(() => window.testPage.signInAs('somebody-else'));
    await session.button('Connect Quietbox').waitFor();
    await session.control({settleOAuth: 'approve'});
    await session.page.evaluate(() => window.testPage.portal().refresh());
    assert.deepEqual(await session.accounts('quietbox'), []);
    assert.deepEqual(await session.stored('quietbox', 'somebody-else'), []);
    assert.equal(await session.button('Connect Quietbox').count(), 1);
  });

  test('approved while the page was offline, is found when it is back', async (t) => {
    const session = await browser.open(t, FLOW);
    const popup = await connect(session);
    await session.page.context().setOffline(true);
    await session.control({settleOAuth: 'approve'});
    await popup.close();
    await comeBack(session);
    await session.text('Have you finished signing in?').waitFor();
    await session.page.context().setOffline(false);
    await connected(session);
  });

  test('refuses a second connection while one runs, in words', async (t) => {
    const session = await browser.open(
      t,
      '<pg-portal><pg-install-flow integration="quietbox"></pg-install-flow><pg-install-flow integration="salesforce"></pg-install-flow></pg-portal>',
    );
    await connect(session);
    await session.button('Connect Salesforce').click();
    await session.text(/Another connection is being set up/).waitFor();
    await session.button('Cancel').click();
    await session.button('Connect Salesforce').click();
    await session.page.getByRole('radio', {name: 'Production account'}).waitFor();
  });
});
