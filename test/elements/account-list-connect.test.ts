import {expect} from '@open-wc/testing';
import {recordAnnouncements} from '../support/announcements.js';
import {ADA, BOB, mountAccounts, slackWith} from './account-list-fixture.js';
import {button, focused} from './session-fixture.js';

const TWO = [slackWith(ADA), {type: 'jira', name: 'Jira', accounts: [BOB]}];

describe('pg-account-list connecting', () => {
  it('reconnects within the click, for that account, below the list', async () => {
    const page = await mountAccounts([slackWith(ADA, BOB)]);
    button(page.element, 'Reconnect bob@example.com').click();
    expect(page.sdk.page.windows.length).to.equal(1);
    expect(page.sdk.starts[0]![1].selectedCredentialId).to.equal('bob');
    await page.settled();
    expect(page.seen).to.contain('Finish in the Slack window');
    page.sdk.approve();
    await page.settled();
    expect(page.texts[0], 'where it was').to.contain('bob@example.com Connected');
    expect(page.heard.map(({type, detail}) => [type, detail['credentialId']])[0]).to.deep.equal([
      'pg-install',
      'bob',
    ]);
  });

  it('reconnects an account of any integration in the list of all', async () => {
    const page = await mountAccounts(TWO, {integration: undefined});
    await page.click('Reconnect bob@example.com');
    expect(page.sdk.starts.map(([type]) => type)).to.deep.equal(['jira']);
    expect(page.seen).to.contain('Finish in the Jira window');
  });

  it('starts the other reconnection within the click while one runs', async () => {
    const other = {...BOB, id: 'cat', providerData: {email: 'cat@example.com'}};
    const page = await mountAccounts([slackWith(BOB, other)]);
    await page.click('Reconnect bob@example.com');
    button(page.element, 'Reconnect cat@example.com').click();
    expect(page.sdk.starts.map(([, options]) => options.selectedCredentialId)).to.deep.equal([
      'bob',
      'cat',
    ]);
    expect(page.sdk.page.windows.map(({closed}) => closed)).to.deep.equal([true, false]);
    await page.settled();
    expect(page.seen).to.contain('Finish in the Slack window');
  });

  it('has a stage read out by its focus alone, not by an announcement as well', async () => {
    const page = await mountAccounts([slackWith(ADA, BOB)]);
    const {said, end} = recordAnnouncements();
    await page.click('Reconnect bob@example.com');
    end();
    expect(focused()).to.equal('Finish in the Slack window');
    expect(said.at(-1) ?? '').to.equal('');
  });

  it('gives focus back to the button that began a connection when it is cancelled', async () => {
    const page = await mountAccounts([slackWith(ADA, BOB)]);
    await page.click('Reconnect bob@example.com');
    expect(focused()).to.equal('Finish in the Slack window');
    await page.click('Cancel');
    expect([page.seen.includes('Sign in to'), focused()]).to.deep.equal([
      false,
      'Reconnect bob@example.com',
    ]);
    await page.click('Add another Slack account');
    await page.click('Cancel');
    expect(focused()).to.equal('Add another Slack account');
  });

  it('adds an account beside the others, one after another', async () => {
    const page = await mountAccounts([slackWith(ADA)]);
    for (const count of [2, 3]) {
      await page.click('Add another Slack account');
      expect(page.sdk.starts.at(-1)![1].allowMultipleCredentials).to.be.true;
      page.sdk.approve();
      await page.settled();
      expect(page.rows.length).to.equal(count);
    }
  });

  it('offers no other account when told so, or for all integrations at once', async () => {
    const page = await mountAccounts([slackWith(ADA)], {withoutAdd: true});
    expect(page.buttons).to.deep.equal(['Actions for ada@example.com']);
  });

  it('shows why a connection did not start', async () => {
    const page = await mountAccounts([slackWith(ADA, BOB)]);
    const other = document.createElement('pg-install-flow');
    Object.assign(other, {session: page.session, integration: 'slack', allowMultiple: true});
    page.element.after(other);
    await other.updateComplete;
    other.start();
    await page.click('Reconnect bob@example.com');
    expect(page.seen).to.contain('Another connection is being set up on this page.');
  });

  it('lets a host veto a reconnection', async () => {
    const page = await mountAccounts([slackWith(BOB)]);
    page.element.addEventListener('pg-install', (event) => event.preventDefault());
    await page.click('Reconnect bob@example.com');
    expect([page.sdk.starts.length, page.seen.includes('Sign in')]).to.deep.equal([0, false]);
  });

  it('forgets the connection of one integration when it is about another', async () => {
    const page = await mountAccounts([
      slackWith(ADA),
      {type: 'jira', name: 'Jira', accounts: [{}]},
    ]);
    await page.click('Add another Slack account');
    page.sdk.approve();
    await page.settled();
    page.element.integration = 'jira';
    await page.settled();
    expect(page.seen).not.to.contain('Slack is connected');
    expect(page.buttons).to.include('Add another Jira account');
  });
});
