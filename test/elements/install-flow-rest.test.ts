import {expect} from '@open-wc/testing';
import type {PgInstallFlow} from '../../src/elements/install-flow/install-flow.js';
import {text} from '../support/flow-sdk.js';
import {mountFlow, SLACK, startedFlow, type FlowPage} from './install-flow-fixture.js';
import {hear, turn, typesOf} from './session-fixture.js';

const ADA = {id: 'ada', status: 'VALID', providerData: {email: 'ada@example.com'}};
const BOB = {id: 'bob', status: 'VALID', providerData: {email: 'bob@example.com'}};
const TYPES = [
  {id: 'production', scheme: 'oauth', accountDescription: 'Production'},
  {id: 'sandbox', scheme: 'oauth', accountDescription: 'Sandbox'},
];

const clickAt = (page: FlowPage, name: string, x: number, y: number): void => {
  const init = {bubbles: true, composed: true, detail: 1, clientX: x, clientY: y};
  page.button(name).dispatchEvent(new MouseEvent('click', init));
};

/** The flow that a page shows in the place of one that it has removed. */
async function successor(page: FlowPage): Promise<PgInstallFlow> {
  page.element.remove();
  await turn();
  const next = document.createElement('pg-install-flow');
  Object.assign(next, {session: page.session, integration: 'slack'});
  page.box.append(next);
  await turn();
  await next.updateComplete;
  return next;
}

describe('pg-install-flow at rest', () => {
  it('says which account is connected, and signs that one in again', async () => {
    const page = await mountFlow({}, {}, [{...SLACK, accounts: [ADA]}]);
    expect(page.seen).to.contain('Slack is connected as ada@example.com.');
    expect(page.buttons).to.deep.equal(['Reconnect Slack']);
    await page.click('Reconnect Slack');
    expect(page.sdk.starts[0]![1].selectedCredentialId).to.equal('ada');
    expect(page.heard[0]!.detail).to.deep.equal({integration: 'slack', credentialId: 'ada'});
  });

  it('offers another one where there can be several', async () => {
    const page = await mountFlow({}, {allowMultiple: true}, [{...SLACK, accounts: [ADA, BOB]}]);
    expect(page.seen).to.contain('Slack is connected with 2 accounts.');
    expect(page.buttons).to.deep.equal(['Add another Slack account']);
  });

  it('goes on with the sign-in that another flow has begun for the account it offers', async () => {
    const page = await startedFlow({}, {}, [{...SLACK, accounts: [ADA]}]);
    const next = await successor(page);
    expect(next.stage).to.equal('oauth');
  });
});

describe('pg-install-flow that was away', () => {
  it('tells of the end when it is back, once', async () => {
    const page = await startedFlow({});
    const {element} = page;
    element.remove();
    await turn();
    page.sdk.approve();
    await turn();
    expect(typesOf(page.heard)).not.to.include('pg-installed');
    page.box.append(element);
    await page.settled();
    expect(typesOf(page.heard).filter((type) => type === 'pg-installed')).to.have.length(1);
    element.remove();
    await turn();
    page.box.append(element);
    await page.settled();
    expect(typesOf(page.heard).filter((type) => type === 'pg-installed')).to.have.length(1);
  });

  it('tells of the end through the flow that comes in its place', async () => {
    const page = await startedFlow({});
    page.element.remove();
    await turn();
    const id = page.sdk.approve();
    await turn();
    const next = document.createElement('pg-install-flow');
    Object.assign(next, {session: page.session, integration: 'slack'});
    const heard = hear(next);
    page.box.append(next);
    await turn();
    await next.updateComplete;
    await turn();
    const told = heard.find(({type}) => type === 'pg-installed');
    expect(told?.detail).to.deep.equal({integration: 'slack', credentialId: id});
    expect(next.stage).to.equal('done');
  });

  it('keeps what failed, with the answers, for the flow that comes in its place', async () => {
    const page = await startedFlow({preOptions: [text('site', 'Site')]});
    await page.type('Site', 'acme');
    await page.goOn();
    page.page.window.post({type: 'oauth_error_callback', error: 'No'});
    await page.settled();
    const next = await successor(page);
    expect(next.stage).to.equal('failed');
  });
});

describe('one gesture on pg-install-flow', () => {
  it('takes one decision: the second half of a double click chooses nothing', async () => {
    const page = await mountFlow({accountTypes: TYPES});
    clickAt(page, 'Connect Slack', 40, 40);
    await page.settled();
    for (const found of page.element.shadowRoot!.querySelectorAll('.choice, .main')) {
      const init = {
        bubbles: true,
        cancelable: true,
        composed: true,
        detail: 1,
        clientX: 42,
        clientY: 41,
      };
      found.dispatchEvent(new MouseEvent('click', init));
    }
    await page.settled();
    expect(page.element.stage).to.equal('accountType');
    expect(page.element.shadowRoot!.querySelector(':checked')).to.equal(null);
    await page.mark('Production');
    expect(page.element.stage, 'a mark decides nothing').to.equal('accountType');
    clickAt(page, 'Continue', 200, 90);
    await page.settled();
    expect(page.element.stage).to.equal('oauth');
  });

  it('takes one decision: neither a second Enter nor a held one answers what the first has brought', async () => {
    const page = await mountFlow({accountTypes: TYPES});
    const press = (name: string, init: KeyboardEventInit = {}): boolean => {
      const options = {key: 'Enter', bubbles: true, composed: true, cancelable: true, ...init};
      return page.button(name).dispatchEvent(new KeyboardEvent('keydown', options));
    };
    expect(press('Connect Slack')).to.be.true;
    page.button('Connect Slack').click();
    await page.settled();
    expect(press('Continue')).to.be.false;
    expect(press('Continue', {repeat: true})).to.be.false;
    expect(press('Continue', {key: 'Tab'})).to.be.true;
    expect(press('Continue')).to.be.true;
  });
});

describe('the button that sends', () => {
  it('keeps its width while it is sending', async () => {
    const page = await startedFlow({preOptions: [text('site', 'Site')], oauth: false});
    let finish: () => void = () => undefined;
    page.sdk.save = () => new Promise((resolve) => (finish = resolve));
    await page.type('Site', 'acme');
    const before = page.main.getBoundingClientRect().width;
    await page.goOn();
    const during = page.main.getBoundingClientRect().width;
    expect(during).to.equal(before);
    finish();
    await page.settled();
  });
});

describe('a sign-in window', () => {
  it('that takes long to come up is offered to be opened again', async () => {
    const page = await startedFlow({});
    expect(page.buttons).not.to.include('Open it again');
    page.page.elapse(5_000);
    await page.settled();
    expect(page.seen).to.contain('Is the window empty or closed?');
    await page.click('Open it again');
    expect(page.page.windows).to.have.length(2);
  });
});
