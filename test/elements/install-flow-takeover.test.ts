import {expect} from '@open-wc/testing';
import {waitUntil} from '../support/wait-until.js';
import {text} from '../support/flow-sdk.js';
import {FlowPage, mountFlow, SLACK, startedFlow} from './install-flow-fixture.js';
import {focused, hear, turn, typesOf} from './session-fixture.js';

const FORM = {preOptions: [text('site', 'Site')]};
const TWO = [SLACK, {type: 'jira', name: 'Jira'}];

/** Another flow of the same page, as a route that shows one makes it. */
async function another(page: FlowPage, properties: object = {}): Promise<FlowPage> {
  const box = document.createElement('div');
  page.box.append(box);
  const element = document.createElement('pg-install-flow');
  Object.assign(element, {session: page.session, integration: 'slack', ...properties});
  box.append(element);
  const other = new FlowPage(box, page.sdk, page.session);
  await other.settled();
  return other;
}

describe('pg-install-flow that comes and goes', () => {
  it('keeps a run through a move in the document, with what was typed and the focus to come', async () => {
    const page = await startedFlow(FORM);
    await page.type('Site', 'acme');
    const control = page.control('Site');
    const other = document.createElement('div');
    page.box.append(other);
    other.append(page.element);
    await page.settled();
    expect([page.control('Site') === control, control.value]).to.deep.equal([true, 'acme']);
    expect([page.session.run?.isDetached, page.sdk.starts.length]).to.deep.equal([false, 1]);
  });

  it('goes on in the flow that is shown next, where the first one left it', async () => {
    const page = await startedFlow(FORM);
    await page.type('Site', 'acme');
    page.element.remove();
    await turn();
    const next = await another(page);
    expect([next.heading, next.control('Site').value]).to.deep.equal([
      'Your Slack account',
      'acme',
    ]);
    expect(next.states).to.deep.equal(['active']);
    await next.goOn();
    next.sdk.approve();
    await next.settled();
    expect(next.heading).to.equal('Slack is connected as person-1@acme.example.');
    expect(typesOf(next.heard)).to.include('pg-installed');
    expect(page.sdk.starts.length).to.equal(1);
  });

  it('tells only through the flow that shows the run', async () => {
    const page = await startedFlow({});
    const gone = page.element;
    const heard = hear(gone);
    gone.remove();
    await turn();
    const next = await another(page);
    page.sdk.approve();
    await next.settled();
    expect(typesOf(next.heard)).to.deep.equal(['pg-install-stage', 'pg-installed']);
    expect(typesOf(heard)).to.be.empty;
  });

  it('leaves a run to the flow that took it over when it comes back itself', async () => {
    const page = await startedFlow({});
    const first = page.element;
    first.remove();
    await turn();
    const next = await another(page);
    page.box.append(first);
    await page.settled();
    expect([first.stage, next.element.stage]).to.deep.equal(['idle', 'oauth']);
    first.remove();
    await turn();
    expect(page.session.run?.isDetached).to.be.false;
  });

  it('goes on with its own run when it comes back and nobody else has it', async () => {
    const page = await startedFlow(FORM);
    await page.type('Site', 'acme');
    page.element.remove();
    await turn();
    expect(page.session.run?.isDetached).to.be.true;
    page.box.append(page.element);
    await page.settled();
    expect([page.control('Site').value, page.session.run?.isDetached]).to.deep.equal([
      'acme',
      false,
    ]);
  });

  it('tells what happened meanwhile when it comes back', async () => {
    const page = await startedFlow({});
    page.element.remove();
    await turn();
    page.sdk.approve();
    await turn();
    page.box.append(page.element);
    await page.settled();
    expect(page.heading).to.equal('Slack is connected as person-1@acme.example.');
  });

  it('shows what is asked when its account is signed in again by the page', async () => {
    const page = await mountFlow(FORM, {credential: 'ada'}, [
      {...SLACK, accounts: [{id: 'ada', status: 'INVALID'}]},
    ]);
    const connected = page.session.account('ada')!.connect();
    await waitUntil(() => page.heading === 'Your Slack account', 'the form is there');
    await page.settled();
    await page.type('Site', 'acme');
    await page.goOn();
    page.sdk.approve();
    await page.settled();
    expect((await connected).id).to.equal('ada');
    expect(page.stages.at(-1)).to.equal('done');
  });

  it('takes over no run of another integration or another account', async () => {
    const page = await startedFlow({}, {}, TWO);
    page.element.remove();
    await turn();
    const jira = await another(page, {integration: 'jira'});
    expect(jira.buttons).to.deep.equal(['Connect Jira']);
    const account = await another(page, {credential: 'ada'});
    expect(account.buttons).to.deep.equal(['Connect Slack']);
    expect(account.alerts).to.deep.equal(['This account is no longer connected.']);
  });

  it('ends a run that nobody shows when another one is started', async () => {
    const page = await startedFlow({}, {}, TWO);
    page.element.remove();
    await turn();
    const jira = await another(page, {integration: 'jira'});
    await jira.click('Connect Jira');
    expect(jira.heading).to.equal('Finish in the Jira window');
    expect(page.page.windows.map(({closed}) => closed)).to.deep.equal([true, false]);
  });

  it('leaves its run when its integration changes, and shows the other one', async () => {
    const page = await startedFlow(FORM, {}, TWO);
    page.element.integration = 'jira';
    await page.settled();
    expect([page.buttons, page.element.stage, page.states]).to.deep.equal([
      ['Connect Jira'],
      'idle',
      [],
    ]);
    expect(page.session.run?.isDetached).to.be.true;
    page.element.integration = 'slack';
    await page.settled();
    expect(page.heading).to.equal('Your Slack account');
  });

  it('leaves its run when its account changes', async () => {
    const accounts = [
      {id: 'ada', status: 'INVALID'},
      {id: 'bob', status: 'INVALID'},
    ];
    const page = await startedFlow({}, {credential: 'ada'}, [{...SLACK, accounts}]);
    page.element.credential = 'bob';
    await page.settled();
    expect(page.buttons).to.deep.equal(['Reconnect Slack']);
    await page.click('Reconnect Slack');
    expect(page.sdk.starts.map(([, options]) => options.selectedCredentialId)).to.deep.equal([
      'ada',
      'bob',
    ]);
  });

  it('leaves its run when it is given another session', async () => {
    const page = await startedFlow(FORM);
    const other = await mountFlow();
    page.element.session = other.session;
    await page.settled();
    expect(page.buttons).to.deep.equal(['Connect Slack']);
    expect(page.session.run?.isDetached).to.be.true;
    page.element.session = page.session;
    await page.settled();
    expect(page.heading).to.equal('Your Slack account');
  });

  it('starts for what it is for now, also straight after that was set', async () => {
    const page = await startedFlow({}, {}, TWO);
    page.element.integration = 'jira';
    page.element.start();
    await page.settled();
    expect(page.sdk.starts.map(([type]) => type)).to.deep.equal(['slack', 'jira']);
    expect(page.heading).to.equal('Finish in the Jira window');
    expect(page.page.windows.map(({closed}) => closed)).to.deep.equal([true, false]);
  });

  it('drops the words about a failed start when it becomes about something else', async () => {
    const page = await mountFlow({}, {credential: 'nobody'});
    page.element.start();
    await page.settled();
    expect(page.alerts).to.have.length(1);
    page.element.credential = undefined;
    await page.settled();
    expect([page.alerts, page.states]).to.deep.equal([[], []]);
  });

  it('leaves no timer and no listener of the page behind once it is done', async () => {
    const page = await startedFlow({});
    page.sdk.approve();
    await page.settled();
    page.element.remove();
    await turn();
    expect([page.page.leftovers, page.sdk.listenerCount]).to.deep.equal([0, 0]);
  });

  it('moves no focus for what happens while the person is elsewhere', async () => {
    const page = await startedFlow({});
    const outside = document.createElement('button');
    outside.textContent = 'Outside';
    page.box.append(outside);
    outside.focus();
    page.page.window.post({type: 'oauth_error_callback', error: 'No'});
    await page.settled();
    expect(focused()).to.equal('Outside');
  });
});
