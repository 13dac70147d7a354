import {expect} from '@open-wc/testing';
import {deferred} from '../support/deferred.js';
import '../support/mistakes.js';
import {mountPortal, signedOutSdk, tokenOf, TWO, type PortalPage} from './portal-fixture.js';
import {seen, turn, until} from './session-fixture.js';

const settled = async (page: PortalPage): Promise<void> => {
  await page.element.updateComplete;
  await turn();
  await page.element.updateComplete;
  await turn();
};
const ready = (page: PortalPage): Promise<void> => until(() => page.seen.includes('Slack'));
const PROJECT = {projectId: 'project-1'};
/** A token that ended a minute ago. */
const expired = (userId: string): string => tokenOf(userId, Date.now() - 60_000);

describe('pg-portal signing in', () => {
  it('signs the user of its token in, headless, once', async () => {
    const token = tokenOf('ada');
    const page = await mountPortal(signedOutSdk(), {...PROJECT, userToken: token});
    await ready(page);
    expect(page.signIns).to.deep.equal([['project-1', token]]);
    const names = page.sdk.calls.map(([name]) => name);
    expect(names.indexOf('setHeadless')).to.be.lessThan(names.indexOf('authenticate'));
    expect([page.events, page.states]).to.deep.equal([['pg-ready ada'], ['ready']]);
  });

  it('takes project and token as attributes, in any order', async () => {
    const token = tokenOf('ada');
    const page = await mountPortal(signedOutSdk());
    page.element.setAttribute('user-token', token);
    await settled(page);
    page.element.setAttribute('project-id', 'project-1');
    await ready(page);
    expect(page.signIns).to.deep.equal([['project-1', token]]);
  });

  it('signs in to the project that it has by then, and to that alone', async () => {
    const page = await mountPortal(signedOutSdk(), {projectId: 'not-known-yet'});
    await settled(page);
    let asked = 0;
    page.element.projectId = 'project-1';
    page.element.getUserToken = () => {
      asked += 1;
      return Promise.resolve(tokenOf('ada'));
    };
    await ready(page);
    await settled(page);
    expect([asked, page.signIns.map(([project]) => project)]).to.deep.equal([1, ['project-1']]);
  });

  it('does not put a token that was set as a property into the page', async () => {
    const page = await mountPortal(signedOutSdk(), {...PROJECT, userToken: tokenOf('ada')});
    await ready(page);
    expect(page.element.outerHTML).not.to.contain('eyJ');
    expect(JSON.stringify(page.heard.map(({detail}) => detail))).not.to.contain('eyJ');
  });

  it('asks the host for a token when it has none, and again when that has run out', async () => {
    let asked = 0;
    const getUserToken = (): Promise<string> => {
      asked += 1;
      return Promise.resolve(tokenOf('ada', Date.now() + 86_400_000 + asked * 1000));
    };
    const page = await mountPortal(signedOutSdk(), {...PROJECT, getUserToken});
    await ready(page);
    expect(asked).to.equal(1);
    page.sdk.signOut();
    await until(() => page.signIns.length === 2);
    await settled(page);
    expect([asked, page.states]).to.deep.equal([2, ['ready']]);
    expect(page.seen).to.contain('Slack');
    expect(page.signIns[0]![1]).not.to.equal(page.signIns[1]![1]);
  });

  it('prefers asking to a token that has expired', async () => {
    const page = await mountPortal(signedOutSdk(), {
      ...PROJECT,
      userToken: expired('ada'),
      getUserToken: () => Promise.resolve(tokenOf('ada')),
    });
    await ready(page);
    expect(page.signIns.length).to.equal(1);
  });

  it('tells the SDK about a host of one’s own', async () => {
    const page = await mountPortal(signedOutSdk(), {
      ...PROJECT,
      userToken: tokenOf('ada'),
      host: 'integrations.acme.example',
      endpoints: {ZEUS: 'https://zeus.acme.example'},
    });
    await ready(page);
    expect(page.sdk.calls.filter(([name]) => name === 'configureGlobal')).to.deep.equal([
      ['configureGlobal', {host: 'integrations.acme.example'}, {ZEUS: 'https://zeus.acme.example'}],
    ]);
  });

  it('starts nothing over for settings that are equal, as frameworks set them at every render', async () => {
    const endpoints = (): Record<string, string> => ({ZEUS: 'https://zeus.acme.example'});
    const page = await mountPortal(signedOutSdk(), {
      ...PROJECT,
      userToken: tokenOf('ada'),
      endpoints: endpoints(),
    });
    await ready(page);
    const {session} = page.element;
    page.element.endpoints = endpoints();
    await settled(page);
    expect([page.element.session === session, page.signIns.length]).to.deep.equal([true, 1]);
  });

  for (const [what, code, words, bad] of [
    ['malformed', 'token-malformed', 'You are signed out', () => 'not a token'],
    ['expired', 'token-expired', 'You are signed out', () => expired('ada')],
  ] as const) {
    it(`says what is wrong with a token that is ${what}, and recovers by another`, async () => {
      const page = await mountPortal(signedOutSdk(), {...PROJECT, userToken: bad()});
      await until(() => page.states.includes('signed-out'));
      await settled(page);
      await until(() => page.seen.includes(words));
      expect(page.events).to.deep.equal([`pg-error ${code}`, 'pg-signed-out']);
      expect(JSON.stringify(page.heard[0]!.detail)).not.to.contain(bad());
      expect(page.signIns).to.be.empty;
      page.element.userToken = tokenOf('ada');
      await ready(page);
      expect(page.events.at(-1)).to.equal('pg-ready ada');
    });
  }

  it('says that a token is missing', async () => {
    const page = await mountPortal(signedOutSdk(), PROJECT);
    await until(() => page.states.includes('error'));
    expect(page.events).to.deep.equal(['pg-error token-missing']);
    await until(() => page.seen.includes('This page is not set up correctly.'));
    page.element.userToken = tokenOf('ada');
    await ready(page);
  });

  it('takes a token that the backend refuses for one that has expired', async () => {
    const sdk = signedOutSdk();
    sdk.answer('authenticate', () =>
      Promise.reject(new Error(JSON.stringify({message: 'Unauthorized', status: 401}))),
    );
    const page = await mountPortal(sdk, {...PROJECT, userToken: tokenOf('ada')});
    await until(() => page.states.includes('signed-out'));
    expect(page.events[0]).to.equal('pg-error token-expired');
  });

  it('offers another try when the service is out of reach', async () => {
    const sdk = signedOutSdk();
    sdk.answer('authenticate', () => Promise.reject(new TypeError('Failed to fetch')));
    const page = await mountPortal(sdk, {...PROJECT, userToken: tokenOf('ada')});
    await until(() => page.seen.includes('The service could not be reached'));
    expect([page.events, page.states]).to.deep.equal([['pg-error network'], ['error']]);
    sdk.answer('authenticate', () => {
      sdk.userId = 'ada';
    });
    const catalog = page.element.querySelector('pg-catalog')!;
    catalog.shadowRoot!.querySelector<HTMLElement>('[part="retry"]')!.click();
    await ready(page);
  });

  it('says that the host could not give a token', async () => {
    const page = await mountPortal(signedOutSdk(), {
      ...PROJECT,
      getUserToken: () => Promise.reject(new Error('No session: secret-cookie')),
    });
    await until(() => page.states.includes('signed-out'));
    expect(page.events).to.deep.equal(['pg-error token-request-failed', 'pg-signed-out']);
    expect(page.seen).not.to.contain('secret-cookie');
  });

  it('does nothing about a fresh token of the same user', async () => {
    const page = await mountPortal(signedOutSdk(), {...PROJECT, userToken: tokenOf('ada')});
    await ready(page);
    page.element.userToken = tokenOf('ada', Date.now() + 9_000_000);
    await settled(page);
    expect([page.signIns.length, page.events]).to.deep.equal([1, ['pg-ready ada']]);
  });

  it('forgets one user before it shows the next', async () => {
    const page = await mountPortal(signedOutSdk(), {...PROJECT, userToken: tokenOf('ada')});
    await ready(page);
    const answer = deferred<undefined>();
    page.sdk.answer('authenticate', async () => {
      await answer.promise;
      page.sdk.userId = 'bob';
    });
    page.element.userToken = tokenOf('bob');
    await settled(page);
    expect([page.states, page.element.session?.snapshot.integrations]).to.deep.equal([
      ['loading'],
      [],
    ]);
    expect(page.seen).not.to.contain('Slack');
    answer.resolve(undefined);
    await ready(page);
    expect(page.events).to.deep.equal(['pg-ready ada', 'pg-ready bob']);
  });

  it('shows the last of several users that are set while one signs in', async () => {
    const sdk = signedOutSdk();
    const answers = [deferred<string>(), deferred<string>()];
    let turns = 0;
    sdk.answer('authenticate', async () => {
      sdk.userId = await answers[turns++]!.promise;
    });
    const page = await mountPortal(sdk, {...PROJECT, userToken: tokenOf('ada')});
    await until(() => turns === 1);
    page.element.userToken = tokenOf('bob');
    await settled(page);
    page.element.userToken = tokenOf('cat');
    await settled(page);
    answers[0]!.resolve('ada');
    await until(() => turns === 2);
    answers[1]!.resolve('cat');
    await ready(page);
    expect(page.events).to.deep.equal(['pg-ready cat']);
    expect(page.signIns.at(-1)![1]).to.equal(page.element.userToken);
  });

  it('signs out, forgets everything, and stays signed out', async () => {
    const page = await mountPortal(signedOutSdk(), {
      ...PROJECT,
      getUserToken: () => Promise.resolve(tokenOf('ada')),
    });
    await ready(page);
    page.sdk.answer('authenticate', (_project, token) => {
      if (token === page.signIns[0]![1]) throw new Error('Signed in again');
      page.sdk.userId = undefined;
    });
    page.element.signOut();
    await settled(page);
    await until(() => page.seen.includes('You are signed out'));
    expect([page.events.at(-1), page.states]).to.deep.equal(['pg-signed-out', ['signed-out']]);
    const before = page.signIns.length;
    // As a framework does that makes its functions anew at every render.
    page.element.getUserToken = () => Promise.resolve(tokenOf('ada'));
    await settled(page);
    expect([page.signIns.length, page.states]).to.deep.equal([before, ['signed-out']]);
  });

  it('signs in again after a sign-out when it is given a token', async () => {
    const page = await mountPortal(signedOutSdk(), {...PROJECT, userToken: tokenOf('ada')});
    await ready(page);
    page.sdk.answer('authenticate', () => {
      page.sdk.userId = undefined;
    });
    page.element.signOut();
    await settled(page);
    page.sdk.answer('authenticate', () => {
      page.sdk.userId = 'bob';
    });
    page.element.userToken = tokenOf('bob');
    await ready(page);
    expect(page.events.at(-1)).to.equal('pg-ready bob');
  });

  it('uses the function that the host has given last', async () => {
    const page = await mountPortal(signedOutSdk(), {
      ...PROJECT,
      getUserToken: () => Promise.resolve(tokenOf('ada')),
    });
    await ready(page);
    page.element.getUserToken = () => Promise.resolve(tokenOf('ada', Date.now() + 7_000_000));
    const last = tokenOf('ada', Date.now() + 7_000_000);
    await settled(page);
    expect(page.signIns.length).to.equal(1);
    page.sdk.signOut();
    await until(() => page.signIns.length === 2);
    expect(String(page.signIns[1]![1]).slice(0, 60)).to.equal(last.slice(0, 60));
  });

  it('goes on signing in while it is moved', async () => {
    const sdk = signedOutSdk();
    const answer = deferred<undefined>();
    sdk.answer('authenticate', async () => {
      await answer.promise;
      sdk.userId = 'ada';
    });
    const page = await mountPortal(sdk, {...PROJECT, userToken: tokenOf('ada')});
    await until(() => page.signIns.length === 1);
    const other = document.createElement('div');
    page.element.parentElement!.append(other);
    other.append(page.element);
    answer.resolve(undefined);
    await until(() => seen(other).includes('Slack'));
    expect([page.signIns.length, page.events]).to.deep.equal([1, ['pg-ready ada']]);
  });

  it('signs in to two projects of one SDK one after the other', async () => {
    const sdk = signedOutSdk(TWO);
    let running = 0;
    let most = 0;
    sdk.answer('authenticate', async () => {
      running += 1;
      most = Math.max(most, running);
      await turn();
      sdk.userId = 'ada';
      running -= 1;
    });
    const first = await mountPortal(sdk, {...PROJECT, userToken: tokenOf('ada')});
    const second = await mountPortal(sdk, {projectId: 'project-2', userToken: tokenOf('ada')});
    await ready(first);
    await ready(second);
    expect(most).to.equal(1);
  });
});
