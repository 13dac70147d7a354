import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {deferred} from '../support/deferred.js';
import {ADA, BOB, mountAccounts, slackWith, type AccountsPage} from './account-list-fixture.js';
import {announced, expectAccessible, focused, seen, typesOf, until} from './session-fixture.js';

const inDialog = (page: AccountsPage, name: string): HTMLElement => {
  const all = [...page.confirm.shadowRoot!.querySelectorAll('button')];
  const found = all.find(({textContent}) => textContent.trim() === name);
  expect(found, `button "${name}" in the question`).to.exist;
  return found!;
};
const click = async (page: AccountsPage, name: string): Promise<void> => {
  inDialog(page, name).focus();
  inDialog(page, name).click();
  await page.settled();
};
const running = (id: string): object => ({[id]: {enabled: true}});

describe('pg-account-list disconnecting', () => {
  it('asks first, naming the account, with focus on Cancel', async () => {
    const page = await mountAccounts([slackWith(ADA, BOB)]);
    await page.ask('ada@example.com');
    expect(page.dialog.getAttribute('role')).to.equal('alertdialog');
    expect(seen(page.dialog)).to.contain('Disconnect ada@example.com?');
    expect(seen(page.dialog)).to.contain('ends access to Slack through this account');
    expect([focused(), page.uninstalls]).to.deep.equal(['Cancel', []]);
    await expectAccessible(page.element);
  });

  it('names the workflows that stop, and counts those without a name', async () => {
    const workflowSettings = {
      ...running('sync'),
      ...running('secret'),
      ...running('nameless'),
      ...running('gone'),
      off: {enabled: false},
    };
    const configurations = [{id: 'c', isDefault: true, workflowSettings}];
    const page = await mountAccounts([
      {
        ...slackWith({...ADA, configurations}),
        config: {
          availableWorkflows: [
            {id: 'sync', description: 'Sync <b>contacts</b>'},
            {id: 'off', description: 'Off'},
          ],
          hiddenWorkflows: [{id: 'secret', description: 'Clean up'}, {id: 'nameless'}],
        },
      },
    ]);
    await page.ask('ada@example.com');
    const lines = [...page.confirm.shadowRoot!.querySelectorAll('li')];
    expect(lines.map(({textContent}) => textContent)).to.deep.equal([
      'The workflow “Sync <b>contacts</b>” will stop.',
      'The workflow “Clean up” will stop.',
      '2 more workflows will stop.',
    ]);
  });

  it('disconnects once the person agrees, tells, and says so', async () => {
    const page = await mountAccounts([slackWith(ADA, BOB)]);
    await page.ask('ada@example.com');
    expect(typesOf(page.heard)).to.deep.equal(['pg-disconnect']);
    await click(page, 'Disconnect');
    expect([page.dialog.open, page.uninstalls, page.rows.length]).to.deep.equal([
      false,
      ['ada'],
      1,
    ]);
    expect(page.heard.map(({type, detail, event}) => [type, detail, event.cancelable]))
      .to //
      .deep.equal([
        ['pg-disconnect', {integration: 'slack', credentialId: 'ada'}, true],
        ['pg-disconnected', {integration: 'slack', credentialId: 'ada'}, false],
      ]);
    await until(() => announced(page.element, 'status').length > 0);
    expect(announced(page.element, 'status')).to.include('ada@example.com was disconnected.');
  });

  it('gives focus to what is there when the account has gone', async () => {
    const page = await mountAccounts([slackWith(ADA, BOB)]);
    await page.ask('ada@example.com');
    await click(page, 'Disconnect');
    expect(focused()).to.equal('Reconnect bob@example.com');
  });

  it('keeps focus in the list when the last account has gone', async () => {
    const page = await mountAccounts([slackWith(ADA)]);
    await page.ask('ada@example.com');
    await click(page, 'Disconnect');
    expect(page.seen).to.contain('No accounts yet');
    expect(focused()).to.equal('Connect Slack');
  });

  it('keeps focus in a list that offers nothing', async () => {
    const page = await mountAccounts([slackWith(ADA)], {withoutAdd: true});
    await page.ask('ada@example.com');
    await click(page, 'Disconnect');
    expect(page.root.activeElement?.getAttribute('part')).to.equal('base');
  });

  it('does nothing when the person declines, and gives focus back', async () => {
    const page = await mountAccounts([slackWith(ADA, BOB)]);
    await page.ask('bob@example.com');
    await click(page, 'Cancel');
    expect([page.dialog.open, page.uninstalls, focused()]).to.deep.equal([
      false,
      [],
      'Actions for bob@example.com',
    ]);
    await page.ask('ada@example.com');
    await sendKeys({press: 'Escape'});
    await page.settled();
    expect([page.dialog.open, page.uninstalls, focused()]).to.deep.equal([
      false,
      [],
      'Actions for ada@example.com',
    ]);
    expect(typesOf(page.heard)).to.deep.equal(['pg-disconnect', 'pg-disconnect']);
  });

  it('lets a host veto before anybody is asked', async () => {
    const page = await mountAccounts([slackWith(ADA)]);
    page.element.addEventListener('pg-disconnect', (event) => event.preventDefault());
    await page.choose('ada@example.com', 'Disconnect');
    expect([page.dialog.open, page.uninstalls]).to.deep.equal([false, []]);
  });

  it('sends one request, however often the person agrees, and stays open meanwhile', async () => {
    const page = await mountAccounts([slackWith(ADA)]);
    const answer = deferred<undefined>();
    page.sdk.answer('uninstallIntegration', () => answer.promise);
    await page.ask('ada@example.com');
    const agree = inDialog(page, 'Disconnect');
    agree.click();
    agree.click();
    await page.settled();
    inDialog(page, 'Working…').click();
    inDialog(page, 'Cancel').click();
    await sendKeys({press: 'Escape'});
    await page.settled();
    expect([page.uninstalls, page.dialog.open]).to.deep.equal([['ada'], true]);
    expect(inDialog(page, 'Working…').getAttribute('aria-busy')).to.equal('true');
    answer.resolve(undefined);
    await page.settled();
    expect(page.dialog.open).to.be.false;
  });

  it('keeps the account and the question when it failed, and tries again', async () => {
    const page = await mountAccounts([slackWith(ADA)]);
    page.sdk.answer('uninstallIntegration', () => Promise.reject(new TypeError('Failed to fetch')));
    await page.ask('ada@example.com');
    await click(page, 'Disconnect');
    expect([page.dialog.open, page.rows.length]).to.deep.equal([true, 1]);
    expect(announced(page.confirm, 'alert')[0]).to.contain('The service could not be reached');
    await expectAccessible(page.element);
    page.sdk.answer('uninstallIntegration', () => undefined);
    await click(page, 'Try again');
    expect([page.dialog.open, page.rows.length]).to.deep.equal([false, 0]);
    expect(typesOf(page.heard)).to.deep.equal(['pg-disconnect', 'pg-disconnected']);
  });

  it('does not show the failure of before when it asks again', async () => {
    const page = await mountAccounts([slackWith(ADA, BOB)]);
    page.sdk.answer('uninstallIntegration', () => Promise.reject(new Error('Broken')));
    await page.ask('ada@example.com');
    await click(page, 'Disconnect');
    await click(page, 'Cancel');
    await page.ask('bob@example.com');
    expect(announced(page.confirm, 'alert')).to.deep.equal([]);
    expect(inDialog(page, 'Disconnect').getAttribute('aria-busy')).to.equal('false');
  });

  it('stops asking when the account is gone by other ways', async () => {
    const page = await mountAccounts([slackWith(ADA, BOB)]);
    await page.ask('ada@example.com');
    page.sdk.removeAccount('ada');
    await page.settled();
    expect([page.dialog.open, page.uninstalls]).to.deep.equal([false, []]);
    expect(focused()).to.equal('Reconnect bob@example.com');
  });

  it('stops asking when the user signs out', async () => {
    const page = await mountAccounts([slackWith(ADA)]);
    await page.ask('ada@example.com');
    page.sdk.signOut();
    await page.settled();
    expect(page.dialog.open).to.be.false;
  });

  it('closes nothing but its own question when a slow answer comes', async () => {
    const page = await mountAccounts([slackWith(ADA, BOB)]);
    const answer = deferred<undefined>();
    page.sdk.answer('uninstallIntegration', () => answer.promise);
    await page.ask('ada@example.com');
    await click(page, 'Disconnect');
    // What the question tells when a person leaves it after ten seconds.
    page.confirm.dispatchEvent(new CustomEvent('pg-dialog-close'));
    await page.settled();
    expect(page.dialog.open).to.be.false;
    await page.ask('bob@example.com');
    expect(inDialog(page, 'Disconnect').getAttribute('aria-busy')).to.equal('false');
    answer.resolve(undefined);
    await page.settled();
    expect(page.dialog.open).to.be.true;
    expect(seen(page.dialog)).to.contain('Disconnect bob@example.com?');
    expect(page.heard.map(({type, detail}) => [type, detail['credentialId']]).at(-1))
      .to //
      .deep.equal(['pg-disconnected', 'ada']);
  });

  it('has a way back where the account is disconnected whose connection it has just shown', async () => {
    const page = await mountAccounts([slackWith(ADA, BOB)]);
    await page.click('Reconnect bob@example.com');
    page.sdk.approve();
    await page.settled();
    expect(page.seen).to.contain('bob@example.com is reconnected.');
    await page.ask('bob@example.com');
    await click(page, 'Disconnect');
    expect(page.buttons).to.deep.equal([
      'Actions for ada@example.com',
      'Add another Slack account',
    ]);
  });
});
