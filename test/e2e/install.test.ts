import assert from 'node:assert/strict';
import {after, suite, test} from 'node:test';
import {startBrowser} from './support.js';

const browser = await startBrowser();
after(() => browser.close());

const flow = (integration: string, attributes = ''): string =>
  `<pg-portal><pg-install-flow integration="${integration}" ${attributes}></pg-install-flow></pg-portal>`;

suite('connecting with the real SDK', () => {
  test('signs in through the provider’s window', async (t) => {
    const session = await browser.open(t, flow('quietbox'));
    const popup = await session.popup(() => session.button('Connect Quietbox').click());
    await session.text('Finish in the Quietbox window').waitFor();
    await session.approve(popup);
    await session.text(/Quietbox is connected as/).waitFor();
    assert.deepEqual(await session.events(), [
      'pg-ready',
      'pg-install',
      'pg-install-stage:oauth',
      'pg-install-stage:done',
      'pg-installed',
    ]);
    assert.equal((await session.accounts('quietbox'))[0]?.status, 'valid');
  });

  test('asks for the account type, shows the instructions, then signs in', async (t) => {
    const session = await browser.open(t, flow('salesforce'));
    await session.button('Connect Salesforce').click();
    await session.page.getByText('Sandbox account').click();
    await session.button('Continue').click();
    await session.text('Step 2').waitFor();
    await session.picture('Install Image');
    const install = session.page.getByRole('link', {name: 'Install', exact: true});
    assert.match((await install.getAttribute('href')) ?? '', /^https:\/\/test\.salesforce\.com\//);
    const popup = await session.popup(() =>
      // A second click in the same place so soon would be the second half of a double click.
      session.button('I’ve installed the package').click({position: {x: 12, y: 12}}),
    );
    await session.approve(popup);
    await session.text(/Salesforce is connected/).waitFor();
    assert.equal((await session.accounts('salesforce')).length, 1);
  });

  test('goes back to another account type and shows its instructions again', async (t) => {
    const session = await browser.open(t, flow('salesforce'));
    await session.button('Connect Salesforce').click();
    await session.page.getByText('Production account').click();
    await session.button('Continue').click();
    await session.button('Back').click();
    await session.page.getByText('Sandbox account').click();
    await session.button('Continue').click();
    await session.text('Before you continue').waitFor();
    await session.button('Back').click();
    await session.page.getByText('Own connected app').click();
    await session.button('Continue').click();
    await session.fill(/Consumer key/, 'key');
    await session.fill(/Consumer secret/, 'secret');
    const popup = await session.popup(() => session.button('Continue').click());
    await session.approve(popup);
    await session.text(/Salesforce is connected/).waitFor();
  });

  test('asks first, then signs in with the answers', async (t) => {
    const session = await browser.open(t, flow('marketstall'));
    await session.button('Connect Marketstall').click();
    await session.text('Step 1 of 2').waitFor();
    await session.button('Continue').click();
    await session.text('Fill in this field').or(session.page.getByRole('alert')).first().waitFor();
    assert.equal((await session.inspect()).attempts.length, 0);
    await session.fill(/Shop address/, 'acme-flowers');
    const popup = await session.popup(() => session.page.keyboard.press('Enter'));
    await session.approve(popup);
    await session.text(/Marketstall is connected/).waitFor();
    const [account] = await session.stored('marketstall');
    assert.match(JSON.stringify(account?.install), /acme-flowers/);
    assert.match(JSON.stringify(account?.install), /2025-01/);
  });

  test('connects with an API key, and keeps what was typed when it is refused', async (t) => {
    const session = await browser.open(t, flow('postwise'));
    await session.button('Connect Postwise').click();
    await session.fill(/API key/, 'wrong-key');
    await session.fill(/Sender name/, 'Acme');
    await session.button('Connect Postwise').click();
    await session.text('Postwise did not accept these credentials.').waitFor();
    assert.equal(await session.page.getByRole('alert').filter({hasText: /\w/}).count(), 0);
    assert.equal(
      await session.page.getByRole('textbox', {name: /Sender name/}).inputValue(),
      'Acme',
    );
    await session.fill(/API key/, 'pw_right');
    await session.button('Connect Postwise').click();
    await session.text(/Postwise is connected as northwind-mail/).waitFor();
    const events = await session.page.evaluate(() => JSON.stringify(window.testPage.events));
    assert.doesNotMatch(events, /wrong-key|pw_right/);
  });

  test('sends the same answers again once the SDK would hear them', async (t) => {
    const session = await browser.open(t, flow('postwise'), {
      control: {failures: {'credential-create': {status: 500, times: 1}}},
    });
    await session.button('Connect Postwise').click();
    await session.fill(/API key/, 'pw_right');
    await session.button('Connect Postwise').click();
    await session.page.getByRole('alert').filter({hasText: /\w/}).first().waitFor();
    await session.button('Connect Postwise').click();
    await session.text(/Trying again in a few seconds/).waitFor();
    await session.text(/Postwise is connected/).waitFor();
    assert.equal((await session.accounts('postwise')).length, 1);
  });

  test('finishes the account with choices of that account', async (t) => {
    const session = await browser.open(t, flow('wikihaus'));
    const popup = await session.popup(() => session.button('Connect Wikihaus').click());
    await session.approve(popup);
    await session.text('Finish setup').waitFor();
    const space = session.page.getByRole('combobox', {name: 'Space'});
    assert.equal(await space.getAttribute('placeholder'), 'Choose Site first.');
    await session.choose('Site', 'archive.wikihaus.example (refuses)');
    await session.button('Finish').click();
    await session.page.getByRole('alert').filter({hasText: /\w/}).first().waitFor();
    await session.choose('Site', 'northwind.wikihaus.example');
    await session.choose('Space', 'Product');
    await session.button('Finish').click();
    await session.text(/Wikihaus is connected/).waitFor();
    const [account] = await session.stored('wikihaus');
    assert.equal(account?.credential.status, 'VALID');
    assert.match(JSON.stringify(account), /site-northwind/);
  });

  test('connects a custom integration with client credentials', async (t) => {
    const session = await browser.open(t, flow('custom.warehousehub'));
    await session.button('Connect Warehouse Hub').click();
    await session.fill(/Client ID/, 'hub');
    await session.fill(/Client Secret/, 'hush');
    await session.button('Connect Warehouse Hub').click();
    await session.text(/Warehouse Hub is connected/).waitFor();
  });

  test('says that an API key with later questions cannot be finished, and removes what is left', async (t) => {
    const session = await browser.open(t, flow('vaultkey'));
    await session.button('Connect Vaultkey').click();
    await session.fill(/Service key/, 'vk');
    await session.button('Continue').click();
    await session.text(/cannot be finished here/).waitFor();
    await session.button('Remove unfinished account').click();
    await session.text('The unfinished account was removed.').waitFor();
    assert.deepEqual(await session.stored('vaultkey'), []);
  });

  test('offers to go on with an account that was left unfinished', async (t) => {
    const session = await browser.open(t, flow('wikihaus'));
    await session.approve(await session.popup(() => session.button('Connect Wikihaus').click()));
    await session.text('Finish setup').waitFor();
    await session.button('Cancel').click();
    const [left] = await session.stored('wikihaus');
    assert.equal(left?.credential.status, 'PENDING');
    await session.button('Connect Wikihaus').click();
    await session.text('Continue where you left off?').waitFor();
    await session.approve(await session.popup(() => session.button('Continue setup').click()));
    await session.choose('Site', 'handbook.wikihaus.example');
    await session.button('Finish').click();
    await session.text(/Wikihaus is connected/).waitFor();
    const accounts = await session.stored('wikihaus');
    assert.deepEqual(
      accounts.map(({credential}) => credential.id),
      [left.credential.id],
    );
  });

  test('starts over instead, and removes the unfinished account afterwards', async (t) => {
    const session = await browser.open(t, flow('wikihaus'));
    await session.approve(await session.popup(() => session.button('Connect Wikihaus').click()));
    await session.text('Finish setup').waitFor();
    await session.button('Cancel').click();
    await session.button('Connect Wikihaus').click();
    await session.approve(await session.popup(() => session.button('Start over').click()));
    await session.choose('Site', 'handbook.wikihaus.example');
    await session.button('Finish').click();
    await session.text(/Wikihaus is connected/).waitFor();
    await session.page.waitForFunction(
      () => window.testPage.portal().session?.integration('wikihaus')?.accounts.length === 1,
    );
    assert.equal((await session.stored('wikihaus')).length, 1);
  });

  test('warns before it replaces an account', async (t) => {
    const session = await browser.open(t, flow('quietbox'));
    await session.approve(await session.popup(() => session.button('Connect Quietbox').click()));
    await session.text(/Quietbox is connected/).waitFor();
    await session.page.evaluate(() => document.querySelector('pg-install-flow')!.start());
    await session.text('An account is already connected').waitFor();
    await session.approve(await session.popup(() => session.button('Replace account').click()));
    await session.text(/Quietbox is connected/).waitFor();
    await session.page.waitForFunction(
      () => window.testPage.portal().session?.integration('quietbox')?.accounts.length === 1,
    );
  });

  test('adds an account beside the first', async (t) => {
    const session = await browser.open(t, flow('quietbox', 'allow-multiple external-id="team-2"'));
    await session.approve(await session.popup(() => session.button('Connect Quietbox').click()));
    await session.text(/Quietbox is connected/).waitFor();
    const [first] = await session.stored('quietbox');
    assert.equal(first?.credential.externalId, 'team-2');
    await session.page.evaluate(() => document.querySelector('pg-install-flow')!.start());
    await session.text(/already connected/).waitFor();
    await session.page.evaluate(() => {
      const element = document.querySelector('pg-install-flow');
      if (element) element.externalId = 'team-3';
    });
    await session.approve(
      await session.popup(() => session.button('Add another Quietbox account').click()),
    );
    await session.text(/Quietbox is connected/).waitFor();
    assert.equal((await session.stored('quietbox')).length, 2);
  });

  test('signs a revoked account in again and keeps its id', async (t) => {
    const session = await browser.open(
      t,
      '<pg-portal><pg-account-list integration="quietbox" without-add></pg-account-list><pg-install-flow integration="quietbox"></pg-install-flow></pg-portal>',
    );
    await session.approve(await session.popup(() => session.button('Connect Quietbox').click()));
    await session
      .text(/Quietbox is connected/)
      .filter({visible: true})
      .waitFor();
    const [before] = await session.stored('quietbox');
    await session.control({revokeCredential: before?.credential.id ?? ''});
    await session.page.evaluate(() => window.testPage.portal().refresh());
    await session.approve(await session.popup(() => session.button(/^Reconnect/).click()));
    await session.page.waitForFunction(
      () =>
        window.testPage.portal().session?.integration('quietbox')?.accounts[0]?.status === 'valid',
    );
    const [now, ...others] = await session.stored('quietbox');
    assert.equal(now?.credential.id, before?.credential.id);
    assert.equal(others.length, 0);
  });

  test('lets a host veto the start', async (t) => {
    const session = await browser.open(t, flow('quietbox'));
    await session.page.evaluate(() =>
      document.addEventListener('pg-install', (event) => event.preventDefault()),
    );
    await session.button('Connect Quietbox').click();
    assert.equal((await session.inspect()).attempts.length, 0);
    assert.equal(await session.button('Connect Quietbox').count(), 1);
  });
});
