import '../support/mistakes.js';
import {expect} from '@open-wc/testing';
import {text} from '../support/flow-sdk.js';
import {mountFlow, SLACK, startedFlow} from './install-flow-fixture.js';
import {hear, typesOf, until} from './session-fixture.js';

const told = (heard: ReturnType<typeof hear>): readonly string[] =>
  heard.map(({type, detail}) =>
    type === 'pg-install-stage' ? `${type}:${String(detail['stage'])}` : type,
  );

describe('pg-install-flow events', () => {
  it('tells the whole way in its order', async () => {
    const page = await startedFlow({
      accountTypes: [{id: 'a', scheme: 'oauth', accountDescription: 'One'}],
      preOptions: [text('site', 'Site')],
      postOptions: [text('space', 'Space')],
    });
    await page.chooseType('One');
    await page.type('Site', 'acme');
    await page.goOn();
    const id = page.sdk.approve();
    await page.settled();
    await page.type('Space', 'one');
    await page.click('Finish');
    expect(told(page.heard)).to.deep.equal([
      'pg-install',
      'pg-install-stage:accountType',
      'pg-install-stage:preOptions',
      'pg-install-stage:submitting',
      'pg-install-stage:oauth',
      'pg-install-stage:postOptions',
      'pg-install-stage:submitting',
      'pg-install-stage:done',
      'pg-installed',
    ]);
    expect(page.heard[0]!.detail).to.deep.equal({integration: 'slack'});
    expect(page.heard.at(-1)!.detail).to.deep.equal({integration: 'slack', credentialId: id});
  });

  it('fires events that bubble, cross shadow trees and are frozen; only the first can be cancelled', async () => {
    const page = await startedFlow({});
    page.sdk.approve();
    await page.settled();
    for (const {type, event, detail} of page.heard) {
      expect([event.bubbles, event.composed, Object.isFrozen(detail)], type).to.deep.equal([
        true,
        true,
        true,
      ]);
      expect(event.cancelable, type).to.equal(type === 'pg-install');
    }
  });

  it('lets a host veto the start', async () => {
    const page = await mountFlow();
    page.box.addEventListener('pg-install', (event) => event.preventDefault());
    await page.click('Connect Slack');
    expect([page.element.stage, page.sdk.starts.length, typesOf(page.heard)]).to.deep.equal([
      'idle',
      0,
      ['pg-install'],
    ]);
  });

  it('names the account that is signed in again', async () => {
    const accounts = [{id: 'ada', status: 'INVALID'}];
    const page = await startedFlow({}, {credential: 'ada'}, [{...SLACK, accounts}]);
    expect(page.heard[0]!.detail).to.deep.equal({integration: 'slack', credentialId: 'ada'});
  });

  it('tells a failure once, as plain data with the stage it happened at', async () => {
    const page = await startedFlow({oauth: false, preOptions: [text('key', 'Key')]});
    await page.type('Key', 'pw_secret');
    page.sdk.save = () => Promise.reject(new TypeError('Failed to fetch'));
    await page.goOn();
    const failures = page.heard.filter(({type}) => type === 'pg-install-error');
    expect(failures.map(({detail}) => detail)).to.deep.equal([
      {
        integration: 'slack',
        stage: 'preOptions',
        error: {code: 'network', message: 'Failed to fetch'},
      },
    ]);
    expect(JSON.parse(JSON.stringify(failures[0]!.detail))).to.deep.equal(failures[0]!.detail);
  });

  it('tells that the window was blocked, and that the sign-in took too long', async () => {
    const page = await mountFlow({}, {oauthTimeout: 5000});
    page.page.blocksWindows = true;
    await page.click('Connect Slack');
    page.page.blocksWindows = false;
    await page.click('Open the sign-in window');
    page.page.elapse(6000);
    page.sdk.fail('OAuthTimeoutError', 'OAuth timeout');
    await page.settled();
    const failures = page.heard.filter(({type}) => type === 'pg-install-error');
    expect(
      failures.map(({detail}) => [detail['stage'], (detail['error'] as {code: string}).code]),
    ).to.deep.equal([
      ['oauth', 'oauth-blocked'],
      ['oauth', 'oauth-timeout'],
    ]);
  });

  it('fires nothing because the host set something', async () => {
    const page = await mountFlow({}, {}, [
      SLACK,
      {type: 'jira', name: 'Jira', accounts: [{id: 'y'}]},
    ]);
    Object.assign(page.element, {
      allowMultiple: true,
      accountType: 'x',
      integration: 'jira',
      credential: 'y',
      oauthTimeout: 1,
      redirectUrl: 'https://acme.example',
      externalId: 'z',
    });
    await page.settled();
    expect(typesOf(page.heard)).to.be.empty;
  });

  it('tells a developer that it was started without a session', async () => {
    const page = await mountFlow();
    const heard = hear(page.box);
    const alone = document.createElement('pg-install-flow');
    page.box.append(alone);
    alone.start();
    expect(heard.map(({detail}) => detail['code'])).to.deep.equal(['provider-missing']);
    alone.remove();
  });

  it('survives a listener that removes it in the middle', async () => {
    const page = await mountFlow({accountTypes: [{id: 'a', scheme: 'oauth'}]});
    page.box.addEventListener('pg-install-stage', () => page.element.remove(), {once: true});
    page.button('Connect Slack').click();
    await page.settled();
    expect(page.element.isConnected).to.be.false;
    expect(page.session.run?.isDetached).to.be.true;
  });

  it('survives a listener that cancels it in the middle', async () => {
    const page = await mountFlow({accountTypes: [{id: 'a', scheme: 'oauth'}]});
    page.box.addEventListener('pg-install-stage', () => page.element.cancel(), {once: true});
    page.button('Connect Slack').click();
    await page.settled();
    expect(page.buttons).to.deep.equal(['Connect Slack']);
    expect(told(page.heard)).to.include('pg-install-cancelled');
  });

  it('starts once where a host starts it and it starts itself', async () => {
    const page = await mountFlow({}, {autoStart: true});
    page.element.start();
    await until(() => page.element.stage === 'oauth');
    await page.settled();
    expect(typesOf(page.heard).filter((type) => type === 'pg-install').length).to.equal(1);
  });
});
