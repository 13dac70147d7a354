import {expect} from '@open-wc/testing';
import {text} from '../support/flow-sdk.js';
import {mountFlow, startedFlow} from './install-flow-fixture.js';
import {expectAccessible, focused, until} from './session-fixture.js';

const TYPES = [
  {id: 'production', scheme: 'oauth', accountDescription: 'Production'},
  {id: 'sandbox', scheme: 'oauth', accountDescription: 'Sandbox'},
];

describe('pg-install-flow driven by its host', () => {
  it('asks for no account type that its host has chosen', async () => {
    const page = await startedFlow({accountTypes: TYPES}, {accountType: 'sandbox'});
    expect(page.heading).to.equal('Finish in the Slack window');
    expect(page.buttons).not.to.include('Back');
    expect(page.sdk.calls.filter(([name]) => name === 'installFlow.setAccountType')).to.deep.equal([
      ['installFlow.setAccountType', 'sandbox'],
    ]);
  });

  it('hands the SDK what its host asked for', async () => {
    const page = await startedFlow(
      {},
      {
        allowMultiple: true,
        externalId: ' team-1 ',
        redirectUrl: 'https://acme.example/back',
        oauthTimeout: 1234,
      },
    );
    const [, options] = page.sdk.starts[0]!;
    expect(options).to.deep.include({
      allowMultipleCredentials: true,
      externalId: 'team-1',
      overrideRedirectUrl: 'https://acme.example/back',
      oauthTimeout: 1234,
    });
  });

  it('takes a timeout that is no number for the usual one', async () => {
    const page = await mountFlow();
    page.element.setAttribute('oauth-timeout', 'soon');
    await page.click('Connect Slack');
    expect(page.sdk.starts[0]![1].oauthTimeout).to.equal(600_000);
  });

  it('shows its host’s own button and confirmation instead', async () => {
    const page = await mountFlow();
    const idle = document.createElement('button');
    idle.slot = 'idle';
    idle.textContent = 'Plug in';
    const done = document.createElement('p');
    done.slot = 'done';
    done.textContent = 'All set';
    page.element.append(idle, done);
    await page.settled();
    expect(page.seen).to.equal('Plug in');
    page.element.start();
    await page.settled();
    page.sdk.approve();
    await page.settled();
    expect(page.seen).to.equal('All set');
  });

  for (const [what, markup, place] of [
    ['the first control', '<p>All set</p><a href="#next">Go on</a><button>Close</button>', 'Go on'],
    [
      'the place that is marked for it',
      '<p tabindex="-1">All set</p><button>Close</button>',
      'All set',
    ],
  ] as const) {
    it(`hands the focus on to ${what} of its host’s confirmation`, async () => {
      const page = await startedFlow({});
      const parts = document.createRange().createContextualFragment(markup);
      for (const part of parts.children) part.slot = 'done';
      page.element.append(parts);
      page.button('Show window').focus();
      page.sdk.approve();
      await page.settled();
      expect(focused()).to.equal(place);
    });
  }

  it('keeps the focus itself where its host’s confirmation has no place for it', async () => {
    const page = await startedFlow({});
    const done = document.createElement('p');
    done.slot = 'done';
    done.textContent = 'All set';
    page.element.append(done);
    page.button('Show window').focus();
    page.sdk.approve();
    await page.settled();
    const base = page.element.shadowRoot!.querySelector('[part="base"]')!;
    expect(page.element.shadowRoot!.activeElement === base).to.be.true;
    expect(base.getAttribute('tabindex')).to.equal('-1');
    await expectAccessible(page.element);
    (base as HTMLElement).blur();
    expect(base.hasAttribute('tabindex')).to.be.false;
  });

  it('takes no focus at the end that was elsewhere', async () => {
    const page = await startedFlow({});
    const done = document.createElement('button');
    done.slot = 'done';
    page.element.append(done);
    const outside = document.createElement('button');
    outside.textContent = 'Outside';
    page.box.append(outside);
    outside.focus();
    page.sdk.approve();
    await page.settled();
    expect(focused()).to.equal('Outside');
  });

  it('can be driven from outside, and tells its stage', async () => {
    const page = await mountFlow({accountTypes: TYPES, preOptions: [text('site', 'Site')]});
    const {element} = page;
    expect(element.stage).to.equal('idle');
    element.back();
    element.retry();
    element.cancel();
    expect(element.stage).to.equal('idle');
    element.start();
    element.start();
    expect([element.stage, page.sdk.starts.length]).to.deep.equal(['accountType', 1]);
    await page.settled();
    await page.chooseType('Production');
    expect(element.stage).to.equal('preOptions');
    element.back();
    expect(element.stage).to.equal('accountType');
    element.cancel();
    expect(element.stage).to.equal('cancelled');
  });

  it('has states for styles: active, connected, error', async () => {
    const page = await mountFlow();
    expect(page.states).to.deep.equal([]);
    await page.click('Connect Slack');
    expect(page.states).to.deep.equal(['active']);
    page.sdk.fail('OAuthTimeoutError', 'too late');
    page.page.elapse(700_000);
    page.sdk.fail('OAuthTimeoutError', 'too late');
    await page.settled();
    expect(page.states).to.deep.equal(['error']);
    await page.click('Try again');
    page.sdk.approve();
    await page.settled();
    expect(page.states).to.deep.equal(['connected']);
  });

  it('starts by itself once the session is ready, once', async () => {
    const page = await mountFlow({}, {autoStart: true});
    await until(() => page.element.stage === 'oauth');
    await page.click('Cancel');
    await page.settled();
    expect([page.element.stage, page.sdk.starts.length]).to.deep.equal(['cancelled', 1]);
  });

  it('offers a button where the browser blocks the window that nobody clicked for', async () => {
    const page = await mountFlow();
    page.page.blocksWindows = true;
    page.element.autoStart = true;
    await until(() => page.heading === 'Your browser blocked the sign-in window');
    expect(page.buttons).to.include('Open the sign-in window');
  });
});
