import assert from 'node:assert/strict';
import {after, suite, test} from 'node:test';
import {startBrowser} from './support.js';

const browser = await startBrowser();
after(() => browser.close());

suite('the session', () => {
  test('is the whole portal when it is empty: find, connect, disconnect, by keyboard alone', async (t) => {
    const session = await browser.open(t, '<pg-portal></pg-portal>');
    const {page} = session;
    await page.getByRole('searchbox').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('postw');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', {name: 'Postwise'});
    await dialog.waitFor();
    const tabTo = async (name: string | RegExp, role: 'button' | 'textbox' | 'tab' = 'button') => {
      const target = page.getByRole(role, {name});
      for (let presses = 0; presses < 30; presses += 1) {
        await page.keyboard.press('Tab');
        if (await target.evaluateAll((all) => all.some((element) => element.matches(':focus'))))
          return;
      }
      assert.fail(`Tab does not reach ${String(name)}`);
    };
    const accounts = page.getByRole('tab', {name: 'Accounts 1'});
    await tabTo('Connect Postwise');
    await page.keyboard.press('Enter');
    await tabTo(/API key/, 'textbox');
    await page.keyboard.type('pw_key');
    await page.keyboard.press('Enter');
    await session.shown(/Postwise is connected/).waitFor();
    await tabTo('Done');
    await page.keyboard.press('Enter');
    await accounts.waitFor();
    await tabTo(/^(Overview|Accounts|Settings|Workflows)/, 'tab');
    await page.keyboard.press('Home');
    if ((await accounts.getAttribute('aria-selected')) !== 'true')
      await page.keyboard.press('ArrowRight');
    await tabTo('Actions for northwind-mail');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem').first().waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    const question = page.getByRole('alertdialog');
    await question.getByText(/Welcome new contacts/).waitFor();
    await tabTo('Disconnect');
    await page.keyboard.press('Enter');
    await question.waitFor({state: 'hidden'});
    assert.deepEqual(await session.stored('postwise'), []);
    assert.ok((await session.events()).includes('pg-disconnected'));
  });

  test('works on a screen 320 px wide without scrolling sideways', async (t) => {
    const session = await browser.open(t, '<pg-portal></pg-portal>', {width: 320});
    const {page} = session;
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await page.getByRole('searchbox').fill('quiet');
    await page.getByText('Quietbox').first().click();
    await session.approve(await session.popup(() => session.connect('Quietbox').click()));
    await session.shown(/Quietbox is connected/).waitFor();
    assert.ok((await overflow()) <= 0);
  });

  test('shows the same account in every element at once', async (t) => {
    const session = await browser.open(
      t,
      '<pg-portal><pg-catalog include="quietbox"></pg-catalog><pg-account-list integration="quietbox" without-add></pg-account-list><pg-install-flow integration="quietbox"></pg-install-flow></pg-portal>',
    );
    await session.approve(await session.popup(() => session.connect('Quietbox').click()));
    await session.shown(/Quietbox is connected/).waitFor();
    await session.page.getByRole('list', {name: 'Quietbox accounts'}).waitFor();
    await session.button('Quietbox Connected').waitFor();
  });

  test('signs in again by itself when the token has expired, and loses nothing typed', async (t) => {
    const session = await browser.open(
      t,
      '<pg-portal><pg-install-flow integration="postwise"></pg-install-flow></pg-portal>',
    );
    await session.button('Connect Postwise').click();
    await session.fill(/API key/, 'pw_key');
    await session.control({expireTokens: true});
    await session.page.evaluate(() => window.testPage.portal().refresh());
    assert.equal(await session.page.getByRole('textbox', {name: /API key/}).inputValue(), 'pw_key');
    await session.button('Connect Postwise').click();
    await session.text(/Postwise is connected/).waitFor();
    assert.ok((await session.page.evaluate(() => window.testPage.tokensGiven)) > 1);
  });

  test('says that the service failed, and recovers without a reload', async (t) => {
    const session = await browser.open(t, '<pg-portal></pg-portal>', {
      control: {failures: {integrations: {status: 500}}},
    });
    await session.button('Try again').waitFor();
    await session.control({failures: {integrations: null}});
    await session.button('Try again').click();
    await session.text('Quietbox').first().waitFor();
    assert.ok((await session.events()).includes('pg-error'));
  });

  test('says that nobody is signed in, and recovers', async (t) => {
    const session = await browser.open(t, '<pg-portal></pg-portal>');
    await session.text('Quietbox').first().waitFor();
    await session.page.evaluate(() => window.testPage.portal().signOut());
    await session.text('You are signed out').waitFor();
    assert.ok((await session.events()).includes('pg-signed-out'));
    await session.page.evaluate(() => window.testPage.signInAs('newcomer'));
    await session.text('Quietbox').first().waitFor();
  });

  test('shows and sends nothing of one user when the host signs in another', async (t) => {
    const session = await browser.open(
      t,
      '<pg-portal><pg-install-flow integration="postwise"></pg-install-flow><pg-account-list integration="drivepool"></pg-account-list><pg-user-settings integration="taskgrove"></pg-user-settings></pg-portal>',
      {user: 'demo-user'},
    );
    const {page} = session;
    const accounts = page.getByRole('list', {name: 'Drivepool accounts'});
    await accounts.waitFor();
    assert.equal(await accounts.getByRole('listitem').count(), 3);
    await session
      .button(/^(Connect|Add)/)
      .first()
      .click();
    await session.fill(/API key/, 'key of demo-user');
    const [before] = await session.stored('postwise', 'demo-user');
    await page.evaluate(() => window.testPage.hostSignsInAs('newcomer'));
    // At once: nothing is polled for.
    assert.equal(await page.getByRole('textbox', {name: /API key/}).count(), 0);
    assert.equal(await accounts.count(), 0);
    await session.button('Connect Postwise').click();
    assert.equal(await page.getByRole('textbox', {name: /API key/}).inputValue(), '');
    await session.fill(/API key/, 'key of newcomer');
    await session.button('Connect Postwise').click();
    await session.text(/Postwise is connected/).waitFor();
    assert.equal((await session.stored('postwise', 'newcomer')).length, 1);
    assert.deepEqual((await session.stored('postwise', 'demo-user'))[0], before);
  });

  test('keeps an account whose disconnection failed, and tries again', async (t) => {
    const session = await browser.open(
      t,
      '<pg-portal><pg-account-list integration="drivepool"></pg-account-list></pg-portal>',
      {user: 'demo-user', control: {failures: {uninstall: {status: 500, times: 1}}}},
    );
    await session.chooseAction('', 'Disconnect');
    const question = session.page.getByRole('alertdialog');
    await question.getByRole('button', {name: 'Disconnect'}).click();
    await question.getByRole('button', {name: 'Try again'}).waitFor();
    assert.equal((await session.stored('drivepool', 'demo-user')).length, 3);
    await question.getByRole('button', {name: 'Try again'}).click();
    await question.waitFor({state: 'hidden'});
    assert.equal((await session.stored('drivepool', 'demo-user')).length, 2);
  });

  test('puts no token and no secret into an event', async (t) => {
    const session = await browser.open(t, '<pg-portal></pg-portal>', {user: 'demo-user'});
    await session.text('Quietbox').first().waitFor();
    const log = await session.page.evaluate(() => JSON.stringify(window.testPage.events));
    assert.doesNotMatch(log, /eyJ|token/i);
  });
});
