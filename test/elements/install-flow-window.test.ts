import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {deferred} from '../support/deferred.js';
import {text} from '../support/flow-sdk.js';
import {mountFlow, SLACK, startedFlow} from './install-flow-fixture.js';
import {expectAccessible, focused, turn, typesOf, until} from './session-fixture.js';

describe('pg-install-flow while the person signs in elsewhere', () => {
  it('opens the window in the click, before anything else can run', async () => {
    const page = await mountFlow();
    page.button('Connect Slack').click();
    expect(page.page.windows.length).to.equal(1);
  });

  it('says where to go, and brings the window to the front', async () => {
    const page = await startedFlow({});
    expect(page.seen).to.contain('This page continues automatically when you are done.');
    await page.click('Show window');
    expect(page.page.window.focused).to.equal(1);
  });

  it('offers to open a blocked window in a click of its own, and says it once', async () => {
    const page = await mountFlow();
    page.page.blocksWindows = true;
    await page.click('Connect Slack');
    expect([page.heading, focused()]).to.deep.equal([
      'Your browser blocked the sign-in window',
      'Your browser blocked the sign-in window',
    ]);
    expect(page.alerts).to.deep.equal([]);
    await expectAccessible(page.element);
    page.page.blocksWindows = false;
    await page.click('Open the sign-in window');
    expect(page.heading).to.equal('Finish in the Slack window');
    expect(page.page.windows.length).to.equal(1);
  });

  it('asks a person who is back whether they have finished', async () => {
    const page = await startedFlow({});
    page.page.comeBack();
    await page.settled();
    expect([page.heading, page.buttons]).to.deep.equal([
      'Have you finished signing in?',
      ['Cancel', 'Try again', 'I have finished'],
    ]);
  });

  it('looks once for the account when the person says they have finished', async () => {
    const page = await startedFlow({});
    page.page.comeBack();
    await page.settled();
    const answer = deferred<undefined>();
    page.sdk.answer('bootstrapSDKState', () => answer.promise);
    const asked = (): number =>
      page.sdk.calls.filter(([name]) => name === 'bootstrapSDKState').length;
    const before = asked();
    await page.click('I have finished');
    page.button('I have finished').click();
    await page.settled();
    expect([asked() - before, focused()]).to.deep.equal([1, 'I have finished']);
    expect(page.button('I have finished').getAttribute('aria-busy')).to.equal('true');
    answer.resolve(undefined);
    await until(() => page.statuses.length > 0);
    expect(page.statuses).to.deep.equal(['Slack has not confirmed the sign-in yet.']);
    expect(focused()).to.equal('I have finished');
  });

  it('finds an account that no message told of', async () => {
    const page = await startedFlow({});
    page.page.comeBack();
    await page.settled();
    page.sdk.answer('bootstrapSDKState', () => {
      page.sdk.addAccount('slack', {providerData: {email: 'ada@example.com'}});
    });
    await page.click('I have finished');
    await until(() => page.element.stage === 'done');
    expect(page.heading).to.equal('Slack is connected as ada@example.com.');
  });

  it('opens another window and closes the first when the person tries again', async () => {
    const page = await startedFlow({});
    const first = page.page.window;
    page.page.comeBack();
    await page.settled();
    await page.click('Try again');
    expect([first.closed, page.page.windows.length]).to.deep.equal([true, 2]);
    page.sdk.approve();
    await page.settled();
    expect(page.element.stage).to.equal('done');
  });

  it('sends what was typed again when the person tries again', async () => {
    const page = await startedFlow({preOptions: [text('a', 'Site'), text('b', 'Team')]});
    await page.type('Site', 'acme');
    page.control('Team').focus();
    await sendKeys({type: 'blue'});
    await sendKeys({press: 'Enter'});
    await page.settled();
    page.page.comeBack();
    await page.settled();
    await page.click('Try again');
    expect(page.sdk.sent.map(([, values]) => values)).to.deep.equal([
      {a: 'acme', b: 'blue'},
      {a: 'acme', b: 'blue'},
    ]);
  });

  it('says what the provider said when it refused, and lets the person try again or go back', async () => {
    const page = await startedFlow({preOptions: [text('site', 'Site')]});
    await page.type('Site', 'acme');
    await page.goOn();
    page.page.window.post({type: 'oauth_error_callback', error: '<b>You may not</b>'});
    await page.settled();
    expect([page.heading, focused()]).to.deep.equal([
      'Slack is not connected yet',
      'Slack is not connected yet',
    ]);
    expect(page.alerts).to.deep.equal(['Access was not granted. <b>You may not</b>']);
    expect(page.element.shadowRoot!.querySelector('b')).to.be.null;
    expect(page.buttons).to.deep.equal(['Back', 'Cancel', 'Try again']);
    await page.click('Back');
    expect(page.control('Site').value).to.equal('acme');
  });

  it('ends a sign-in that takes too long in words, and starts it again', async () => {
    const page = await startedFlow({}, {oauthTimeout: 5000});
    page.page.elapse(6000);
    page.sdk.fail('OAuthTimeoutError', 'OAuth timeout');
    await page.settled();
    expect(page.alerts).to.deep.equal(['The sign-in took too long.']);
    expect([page.page.window.closed, page.states]).to.deep.equal([true, ['error']]);
    await page.click('Try again');
    page.sdk.approve();
    await page.settled();
    expect(page.element.stage).to.equal('done');
  });

  it('keeps its words when another connection on the page is in the way', async () => {
    const page = await startedFlow({}, {oauthTimeout: 5000}, [SLACK, {type: 'jira', name: 'Jira'}]);
    page.page.elapse(6000);
    page.sdk.fail('OAuthTimeoutError', 'OAuth timeout');
    await page.settled();
    const other = document.createElement('pg-install-flow');
    Object.assign(other, {session: page.session, integration: 'jira'});
    page.box.append(other);
    await other.updateComplete;
    other.start();
    await page.click('Try again');
    expect(page.alerts).to.deep.equal([
      'Another connection is being set up on this page. Finish or cancel it first.',
    ]);
    other.cancel();
    await page.click('Try again');
    expect(page.heading).to.equal('Finish in the Slack window');
  });

  it('refuses a second connection in words, and can start it when the first is over', async () => {
    const page = await startedFlow({}, {}, [SLACK, {type: 'jira', name: 'Jira'}]);
    const other = document.createElement('pg-install-flow');
    Object.assign(other, {session: page.session, integration: 'jira'});
    page.box.append(other);
    await other.updateComplete;
    other.start();
    await other.updateComplete;
    expect([other.stage, other.matches(':state(error)')]).to.deep.equal(['idle', true]);
    expect(other.shadowRoot!.querySelector('[role="alert"] p')!.textContent).to.contain(
      'Another connection is being set up',
    );
    page.element.cancel();
    other.start();
    expect([other.stage, page.sdk.starts.length]).to.deep.equal(['oauth', 2]);
    await other.updateComplete;
    expect(other.shadowRoot!.querySelector('[role="alert"] p')).to.be.null;
  });

  it('signs the same account in again', async () => {
    const revoked = {id: 'ada', status: 'INVALID', providerData: {email: 'ada@example.com'}};
    const page = await startedFlow({}, {credential: 'ada'}, [{...SLACK, accounts: [revoked]}]);
    expect(page.sdk.starts[0]![1].selectedCredentialId).to.equal('ada');
    page.sdk.approve();
    await page.settled();
    expect(page.heading).to.equal(
      'ada@example.com is reconnected. Its settings and workflows are kept.',
    );
    expect(page.session.integration('slack')!.accounts.map(({id, status}) => [id, status]))
      .to //
      .deep.equal([['ada', 'valid']]);
  });

  it('says that the account to sign in again is gone', async () => {
    const page = await mountFlow({}, {credential: 'nobody'});
    expect(page.alerts).to.deep.equal(['This account is no longer connected.']);
    page.sdk.addAccount('slack', {id: 'other'});
    page.sdk.addAccount('slack', {id: 'third'});
    await page.settled();
    expect(page.heard.map(({type, detail}) => [type, detail['code']])).to.deep.equal([
      ['pg-error', 'account-not-found'],
    ]);
    expect(page.buttons).to.deep.equal(['Add another Slack account']);
    page.element.start();
    await page.settled();
    expect([page.sdk.starts, typesOf(page.heard)]).to.deep.equal([
      [],
      ['pg-error', 'pg-install', 'pg-error'],
    ]);
  });

  it('signs the account of an external id in again', async () => {
    const accounts = [{id: 'ada'}, {id: 'bob', externalId: 'team-b'}];
    for (const credential of ['team-b', 'ext:team-b']) {
      const page = await mountFlow({}, {credential}, [{...SLACK, accounts}]);
      await page.click('Reconnect Slack');
      expect(page.sdk.starts[0]![1].selectedCredentialId).to.equal('bob');
      expect(page.heard[0]!.detail).to.deep.equal({integration: 'slack', credentialId: 'bob'});
      page.element.remove();
      await turn();
    }
  });

  it('refuses an identifier that another account has', async () => {
    const page = await mountFlow({}, {allowMultiple: true, externalId: 'team'}, [
      {...SLACK, accounts: [{externalId: 'team'}]},
    ]);
    await page.click('Add another Slack account');
    expect(page.alerts).to.deep.equal(['An account with this ID is already connected.']);
  });

  it('starts over for another user, and shows nothing of the first', async () => {
    const page = await startedFlow({preOptions: [text('site', 'Site')]});
    await page.type('Site', 'acme');
    page.sdk.userId = 'user-2';
    page.sdk.fire('onIntegrationInstall');
    await page.settled();
    expect(page.buttons).to.deep.equal(['Connect Slack']);
    await page.click('Connect Slack');
    expect(page.control('Site').value).to.equal('');
  });

  it('does not tell another user that the first one’s account is connected', async () => {
    const page = await startedFlow({});
    page.sdk.approve();
    await page.settled();
    page.sdk.removeAccount(page.session.integration('slack')!.accounts[0]!.id);
    page.sdk.userId = 'user-2';
    page.sdk.fire('onIntegrationInstall');
    await page.settled();
    expect(page.buttons).to.deep.equal(['Connect Slack']);
  });

  it('offers to connect again once the account it connected is gone', async () => {
    const page = await startedFlow({});
    const id = page.sdk.approve();
    await page.settled();
    expect(page.states).to.deep.equal(['connected']);
    page.sdk.removeAccount(id);
    await page.settled();
    expect([page.buttons, page.states, page.element.stage]).to.deep.equal([
      ['Connect Slack'],
      [],
      'idle',
    ]);
  });

  it('ends when the user signs out, and says so', async () => {
    const page = await startedFlow({});
    page.sdk.signOut();
    await page.settled();
    expect(page.seen).to.contain('You are signed out');
    expect([page.page.window.closed, typesOf(page.heard).at(-1)]).to.deep.equal([
      true,
      'pg-install-cancelled',
    ]);
  });

  it('keeps endless names inside 320 px at every stage', async () => {
    const word = 'Donaudampfschifffahrtsgesellschaft'.repeat(4);
    const page = await mountFlow(
      {
        accountTypes: [{id: 'a', scheme: 'oauth', accountDescription: word}],
        instruction: {
          content: `# ${word}\n\n${word}\n\n\`\`\`\n${word}\n\`\`\``,
          ctas: [{type: 'link', label: word, href: 'https://example.com'}],
          label: `Go ${word}`,
        },
        preOptions: [text('site', word)],
      },
      {},
      [{...SLACK, name: word}],
    );
    page.box.style.setProperty('inline-size', '320px');
    page.box.style.setProperty('overflow', 'auto');
    const fits = (): void => {
      expect(page.box.scrollWidth, page.heading).to.be.at.most(320);
    };
    page.element.start();
    await page.settled();
    fits();
    await page.chooseType(word.slice(0, 60));
    await until(() => page.element.shadowRoot!.querySelector('pre'));
    fits();
    await page.click(page.buttons.at(-1)!);
    await page.goOn();
    fits();
    page.control(word).value = word;
    await page.type(word, word);
    await page.goOn();
    fits();
    page.page.window.post({type: 'oauth_error_callback', error: word});
    await page.settled();
    fits();
    await page.click('Try again');
    page.sdk.approve();
    await page.settled();
    fits();
  });
});
