import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {text} from '../support/flow-sdk.js';
import {mountFlow, SLACK, startedFlow} from './install-flow-fixture.js';
import {focusedElement} from '../../src/ui/dialog/focus.js';
import {expectAccessible, focused, typesOf, until} from './session-fixture.js';

const TYPES = [
  {id: 'production', scheme: 'oauth', accountDescription: 'Production'},
  {id: 'sandbox', scheme: 'oauth', accountDescription: 'Sandbox'},
];
const EVERYTHING = {
  accountTypes: TYPES,
  instruction: {content: 'Install the **package** first.', label: 'It is installed'},
  preOptions: [text('site', 'Site')],
  postOptions: [text('space', 'Space')],
};
const ADA = {id: 'ada', providerData: {email: 'ada@example.com'}} as const;

describe('pg-install-flow', () => {
  it('offers one button, named by what it connects', async () => {
    const page = await mountFlow();
    expect(page.buttons).to.deep.equal(['Connect Slack']);
    page.sdk.addAccount('slack', {id: 'ada'});
    page.element.credential = 'ada';
    await page.settled();
    expect(page.buttons).to.deep.equal(['Reconnect Slack']);
  });

  it('names another account where there is one and several are allowed', async () => {
    const page = await mountFlow({}, {allowMultiple: true}, [{...SLACK, accounts: [ADA]}]);
    expect(page.buttons).to.deep.equal(['Add another Slack account']);
  });

  it('goes through every stage, each with a heading that takes focus', async () => {
    const page = await startedFlow(EVERYTHING);
    expect([page.heading, focused(), page.progress]).to.deep.equal([
      'Which Slack account do you want to connect?',
      'Which Slack account do you want to connect?',
      'Step 1',
    ]);
    expect([page.accountTypes, page.buttons]).to.deep.equal([
      ['Production', 'Sandbox'],
      ['Cancel', 'Continue'],
    ]);
    await page.chooseType('Sandbox');
    expect([page.heading, focused(), page.progress]).to.deep.equal([
      'Before you continue',
      'Before you continue',
      'Step 2 of 5',
    ]);
    await until(() => page.element.shadowRoot!.querySelector('[part="instruction"] strong'));
    await page.click('It is installed');
    expect([page.heading, focused(), page.progress]).to.deep.equal([
      'Your Slack account',
      'Your Slack account',
      'Step 3 of 5',
    ]);
    await page.type('Site', 'acme');
    await page.goOn();
    expect([page.heading, focused(), page.progress]).to.deep.equal([
      'Finish in the Slack window',
      'Finish in the Slack window',
      'Step 4 of 5',
    ]);
    page.sdk.approve();
    await page.settled();
    expect([page.heading, focused(), page.progress]).to.deep.equal([
      'Finish setup',
      'Finish setup',
      'Step 5 of 5',
    ]);
    await page.type('Space', 'one');
    await page.click('Finish');
    expect([page.heading, page.progress]).to.deep.equal([
      'Slack is connected as person-1@acme.example.',
      undefined,
    ]);
    expect(focused()).to.equal('Slack is connected as person-1@acme.example.');
    expect(page.sdk.sent).to.deep.equal([
      ['preOptions', {site: 'acme'}],
      ['postOptions', {space: 'one'}],
    ]);
  });

  it('has no barrier at any stage', async () => {
    const page = await startedFlow(EVERYTHING);
    await expectAccessible(page.element);
    await page.chooseType('Sandbox');
    await until(() => page.element.shadowRoot!.querySelector('[part="instruction"] strong'));
    await expectAccessible(page.element);
    await page.click('It is installed');
    await page.goOn();
    await expectAccessible(page.element);
    await page.type('Site', 'acme');
    await page.goOn();
    await expectAccessible(page.element);
    page.page.comeBack();
    await page.settled();
    await expectAccessible(page.element);
    page.sdk.fail('Error', 'Denied by an administrator');
    await page.settled();
    await expectAccessible(page.element);
    page.sdk.approve();
    await page.settled();
    await page.type('Space', 'one');
    await page.click('Finish');
    await expectAccessible(page.element);
  });

  it('announces the next stage where nothing of it had focus', async () => {
    const page = await startedFlow({});
    focusedElement()?.blur();
    page.sdk.approve();
    await until(() => page.statuses.includes('Slack is connected as person-1@acme.example.'));
    expect(focused()).to.equal('nothing');
  });

  it('tells how far it is once a choice is made, and not before', async () => {
    const page = await startedFlow({accountTypes: TYPES});
    expect(page.progress).to.equal('Step 1');
    await page.chooseType('Production');
    expect(page.progress).to.equal('Step 2 of 2');
    const track = page.element.shadowRoot!.querySelector('.track')!;
    expect(track.getAttribute('aria-hidden')).to.equal('true');
  });

  it('names the steps from the first moment, and keeps its height through all of them', async () => {
    const page = await startedFlow(EVERYTHING);
    const root = page.element.shadowRoot!;
    const steps = (): readonly string[] =>
      [...root.querySelectorAll('.track li')].map(
        ({className, textContent}) => `${textContent.trim()} ${className}`,
      );
    const height = (): number => root.querySelector('.panel')!.getBoundingClientRect().height;
    const first = height();
    expect(steps()).to.deep.equal(['Account type current', 'Connect ']);
    await page.chooseType('Sandbox');
    expect(steps()).to.deep.equal([
      'Account type reached',
      'Preparation current',
      'Details ',
      'Sign in ',
      'Setup ',
    ]);
    await page.click('It is installed');
    expect(height()).to.equal(first);
    await page.type('Site', 'acme');
    await page.goOn();
    expect(height()).to.equal(first);
    page.sdk.approve();
    await page.settled();
    await page.type('Space', 'one');
    await page.click('Finish');
    expect(height()).to.equal(first);
  });

  it('draws no ring around a heading that it moves the focus to', async () => {
    const page = await mountFlow(EVERYTHING);
    page.element.focus();
    await sendKeys({press: 'Enter'});
    await page.settled();
    const heading = page.element.shadowRoot!.querySelector('.heading')!;
    expect(heading.matches(':focus')).to.be.true;
    expect(getComputedStyle(heading).outlineStyle).to.equal('none');
  });

  it('says what its button does', async () => {
    const window = await startedFlow({preOptions: [text('site', 'Site')]});
    expect(window.main.textContent.trim()).to.equal('Continue to Slack');
    const key = await startedFlow({preOptions: [text('key', 'Key')], oauth: false});
    expect(key.main.textContent.trim()).to.equal('Connect Slack');
    const types = await startedFlow(EVERYTHING);
    expect(types.main.textContent.trim()).to.equal('Continue');
  });

  it('goes on with no account type that nobody has chosen, and says so once, with the focus', async () => {
    const page = await startedFlow({accountTypes: TYPES});
    await page.goOn();
    const root = page.element.shadowRoot!;
    const first = root.querySelector('[type=radio]')!;
    await until(() => root.activeElement === first);
    const problem = root.getElementById(first.getAttribute('aria-describedby')!)!;
    expect([page.element.stage, page.alerts, problem.textContent.trim()]).to.deep.equal([
      'accountType',
      [],
      'Choose an account type.',
    ]);
    await page.chooseType('Production');
    expect(page.element.stage).to.equal('oauth');
  });

  it('leads on from the confirmation, for the settings where there are some', async () => {
    const page = await startedFlow({});
    const id = page.sdk.approve();
    await page.settled();
    const asked: unknown[] = [];
    page.box.addEventListener('pg-install-close', ({detail}) => asked.push(detail), {once: true});
    expect(page.buttons).to.deep.equal(['Done']);
    await page.click('Done');
    expect(asked).to.deep.equal([{integration: 'slack', credentialId: id, next: 'nothing'}]);
    expect(page.element.stage).to.equal('idle');
  });

  it('stays at the confirmation where its host prevents that', async () => {
    const page = await startedFlow({});
    page.sdk.approve();
    await page.settled();
    page.box.addEventListener('pg-install-close', (event) => event.preventDefault());
    await page.click('Done');
    expect(page.element.stage).to.equal('done');
  });

  it('counts account types that have no name', async () => {
    const page = await startedFlow({
      accountTypes: [
        {id: 'a', scheme: 'oauth'},
        {id: 'b', scheme: 'oauth', accountDescription: ''},
      ],
    });
    expect(page.accountTypes).to.deep.equal(['Account type 1', 'Account type 2']);
  });

  it('goes back to the account types and keeps what was typed meanwhile', async () => {
    const page = await startedFlow({accountTypes: TYPES, preOptions: [text('site', 'Site')]});
    await page.chooseType('Production');
    await page.type('Site', 'acme');
    await page.click('Back');
    expect(page.heading).to.equal('Which Slack account do you want to connect?');
    expect(focused()).to.equal(page.heading);
    await page.chooseType('Production');
    expect(page.control('Site').value).to.equal('acme');
  });

  it('goes back from the window to the form', async () => {
    const page = await startedFlow({preOptions: [text('site', 'Site')]});
    await page.type('Site', 'acme');
    await page.goOn();
    page.element.back();
    await page.settled();
    expect([page.heading, page.control('Site').value]).to.deep.equal([
      'Your Slack account',
      'acme',
    ]);
    expect(page.page.window.closed).to.be.true;
  });

  it('stops on Cancel, says so, and gives focus back to its button', async () => {
    const page = await startedFlow(EVERYTHING);
    await page.click('Cancel');
    expect(page.buttons).to.deep.equal(['Connect Slack']);
    expect(focused()).to.equal('Connect Slack');
    await until(() => page.statuses.length > 0);
    expect(page.statuses).to.deep.equal([
      'Connecting was cancelled. Your connected accounts have not changed.',
    ]);
    expect(typesOf(page.heard).at(-1)).to.equal('pg-install-cancelled');
  });

  it('closes the window on Cancel and disconnects nothing', async () => {
    const page = await startedFlow({}, {allowMultiple: true}, [{...SLACK, accounts: [ADA]}]);
    await page.click('Cancel');
    expect(page.page.window.closed).to.be.true;
    expect(page.session.connectedAccount('ada')).to.exist;
    expect(page.sdk.calls.some(([name]) => name === 'uninstallIntegration')).to.be.false;
  });

  it('asks before it replaces an account, and leaves it when the person stops', async () => {
    const page = await mountFlow({}, {}, [{...SLACK, accounts: [ADA]}]);
    page.element.start();
    await page.settled();
    expect(page.heading).to.equal('An account is already connected');
    expect(page.seen).to.contain('replaces ada@example.com');
    expect(page.sdk.starts).to.be.empty;
    await expectAccessible(page.element);
    await page.click('Cancel');
    expect(page.sdk.starts).to.be.empty;
    page.element.start();
    await page.settled();
    await page.click('Replace account');
    expect(page.heading).to.equal('Finish in the Slack window');
  });

  it('goes on with an account that was begun before, or leaves it', async () => {
    const begun = {...SLACK, accounts: [{...ADA, status: 'PENDING'}]};
    const page = await startedFlow({}, {}, [begun]);
    expect(page.heading).to.equal('Continue where you left off?');
    expect(page.seen).to.contain('The setup of ada@example.com was not finished.');
    expect(page.buttons).to.deep.equal(['Cancel', 'Start over', 'Continue setup']);
    await expectAccessible(page.element);
    await page.click('Continue setup');
    expect(page.sdk.starts[0]![1].selectedCredentialId).to.equal('ada');
    await page.click('Cancel');
    await page.click('Connect Slack');
    await page.click('Start over');
    expect(page.sdk.starts[1]![1].selectedCredentialId).to.be.undefined;
  });

  it('is used with the keyboard alone', async () => {
    const page = await mountFlow({accountTypes: TYPES, preOptions: [text('site', 'Site')]});
    page.element.focus();
    await sendKeys({press: 'Enter'});
    await page.settled();
    await sendKeys({press: 'Tab'});
    await sendKeys({press: ' '});
    await sendKeys({press: 'ArrowDown'});
    await page.settled();
    expect(page.element.shadowRoot!.querySelector('.choice:has(:checked)')!.textContent).to.contain(
      'Sandbox',
    );
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Tab'});
    expect(focused()).to.equal('Continue');
    await sendKeys({press: 'Enter'});
    await page.settled();
    await sendKeys({press: 'Tab'});
    await sendKeys({type: 'acme'});
    await sendKeys({press: 'Enter'});
    await page.settled();
    expect([page.element.stage, page.sdk.sent]).to.deep.equal([
      'oauth',
      [['preOptions', {site: 'acme'}]],
    ]);
  });
});
