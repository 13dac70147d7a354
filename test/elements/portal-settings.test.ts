import {expect} from '@open-wc/testing';
import {configure} from '../../src/elements/portal/page-defaults.js';
import {mistakes} from '../support/mistakes.js';
import {mountPortal, signedOutSdk, tokenOf, type PortalPage} from './portal-fixture.js';
import {turn, until} from './session-fixture.js';

const PROJECT = {projectId: 'project-1'};
const ready = (page: PortalPage): Promise<void> => until(() => page.seen.includes('Slack'));

/** A request as the page's server sees it. */
interface Asked {
  readonly path: string;
  readonly method: string;
  readonly credentials: string;
  readonly forgery: string | null;
}

/** A server of the page, in place of the network. */
class Server {
  readonly asked: Asked[] = [];
  readonly #answers: readonly (() => Response)[];
  readonly #fetch = window.fetch.bind(window);

  constructor(...answers: readonly (() => Response)[]) {
    this.#answers = answers;
    window.fetch = (target, init) => {
      const {url, method, credentials, headers} = new Request(target, init);
      const path = new URL(url).pathname;
      this.asked.push({path, method, credentials, forgery: headers.get('x-csrf-token')});
      const answer = this.#answers[Math.min(this.asked.length, this.#answers.length) - 1]!;
      return Promise.resolve(answer());
    };
  }

  stop(): void {
    window.fetch = this.#fetch;
  }
}

let server: Server | undefined;
const serve = (...answers: readonly (() => Response)[]): Server =>
  (server = new Server(...answers));
afterEach(() => {
  server?.stop();
  server = undefined;
  document.querySelectorAll('[data-pg-elements], meta').forEach((element) => {
    if (element.matches('[data-pg-elements], [name="pg-elements"], [name="csrf-token"]'))
      element.remove();
  });
  // What one test says for the page, no other hears.
  configure({
    projectId: undefined,
    tokenUrl: undefined,
    getUserToken: undefined,
    sdk: undefined,
    tokenMethod: undefined,
  });
});

/** Attributes alone, as a server writes them. */
async function mountMarkup(
  attributes: string,
): Promise<{readonly page: PortalPage; readonly sdk: ReturnType<typeof signedOutSdk>}> {
  const sdk = signedOutSdk();
  const page = await mountPortal(sdk);
  const parsed = new DOMParser().parseFromString(`<p ${attributes}></p>`, 'text/html');
  for (const {name, value} of parsed.querySelector('p')!.attributes)
    page.element.setAttribute(name, value);
  return {page, sdk};
}

describe('pg-portal with token-url', () => {
  for (const [what, answer] of [
    ['text', (token: string) => new Response(`${token}\n`)],
    ['JSON with token', (token: string) => Response.json({token})],
    ['JSON with jwt', (token: string) => Response.json({jwt: token})],
    ['JSON with userToken', (token: string) => Response.json({userToken: token, id: 7})],
    ['a JSON string', (token: string) => Response.json(token)],
  ] as const) {
    it(`signs in with the token of an answer that is ${what}`, async () => {
      const token = tokenOf('ada');
      const {asked} = serve(() => answer(token));
      const {page} = await mountMarkup('project-id="project-1" token-url="/integration-token"');
      await ready(page);
      expect(page.signIns).to.deep.equal([['project-1', token]]);
      expect(asked).to.deep.equal([
        {path: '/integration-token', method: 'GET', credentials: 'same-origin', forgery: null},
      ]);
    });
  }

  it('posts where it is told to, with the token of the page against forged requests', async () => {
    const meta = document.createElement('meta');
    meta.name = 'csrf-token';
    meta.content = 'not-forged';
    document.head.append(meta);
    const {asked} = serve(() => new Response(tokenOf('ada')));
    const {page} = await mountMarkup('project-id="project-1" token-url="/t" token-method="post"');
    await ready(page);
    expect([asked[0]!.method, asked[0]!.forgery]).to.deep.equal(['POST', 'not-forged']);
  });

  it('sends no other server the token against forged requests', async () => {
    const meta = document.createElement('meta');
    meta.name = 'csrf-token';
    meta.content = 'not-forged';
    document.head.append(meta);
    const {asked} = serve(() => new Response(tokenOf('ada')));
    const page = await mountPortal(signedOutSdk(), {
      ...PROJECT,
      tokenUrl: 'https://tokens.acme.example/t',
      tokenMethod: 'POST',
    });
    await ready(page);
    expect(asked[0]!.forgery).to.equal(null);
  });

  it('asks again when the session has ended', async () => {
    const {asked} = serve(
      () => new Response(tokenOf('ada')),
      () => new Response(tokenOf('ada', Date.now() + 9_000_000)),
    );
    const page = await mountPortal(signedOutSdk(), {...PROJECT, tokenUrl: '/t'});
    await ready(page);
    page.sdk.signOut();
    await until(() => page.signIns.length === 2);
    await ready(page);
    expect(asked.length).to.equal(2);
    expect(page.signIns[0]![1]).not.to.equal(page.signIns[1]![1]);
  });

  it('asks once a given token has expired', async () => {
    const {asked} = serve(() => new Response(tokenOf('ada')));
    const page = await mountPortal(signedOutSdk(), {
      ...PROJECT,
      userToken: tokenOf('ada', Date.now() - 60_000),
      tokenUrl: '/t',
    });
    await ready(page);
    expect(asked.length).to.equal(1);
  });

  it('leaves the server alone where the host gives tokens itself', async () => {
    const {asked} = serve(() => new Response('never'));
    const getUserToken = (): Promise<string> => Promise.resolve(tokenOf('ada'));
    const page = await mountPortal(signedOutSdk(), {...PROJECT, tokenUrl: '/t', getUserToken});
    await ready(page);
    expect(asked).to.deep.equal([]);
  });

  it('is enough when it comes after the project', async () => {
    serve(() => new Response(tokenOf('ada')));
    const page = await mountPortal(signedOutSdk(), PROJECT);
    await until(() => page.states.includes('error'));
    page.element.setAttribute('token-url', '/t');
    await ready(page);
  });

  for (const [what, answer, says] of [
    [
      'a page that is not there',
      () => new Response('<!doctype html>\n<h1>Not found</h1>', {status: 404}),
      'GET /t answered 404 with: <!doctype html>',
    ],
    [
      'a page for people',
      () => new Response('<html><body>Log in</body></html>'),
      'GET /t answered 200 with: <html><body>Log in</body></html>',
    ],
    [
      'a failure in JSON',
      () => Response.json({error: 'secret-cookie'}, {status: 500}),
      'GET /t answered 500 with JSON that has none of token, jwt, userToken but error',
    ],
    [
      'JSON without a token',
      () => Response.json({value: 'secret', user: 'ada'}),
      'GET /t answered 200 with JSON that has none of token, jwt, userToken but value, user',
    ],
    ['nothing', () => new Response(null, {status: 204}), 'GET /t answered 204 with nothing'],
  ] as const) {
    it(`says with the status what came instead of a token: ${what}`, async () => {
      serve(answer);
      const page = await mountPortal(signedOutSdk(), {...PROJECT, tokenUrl: '/t'});
      await until(() => page.states.includes('signed-out'));
      const [error] = page.heard.filter(({type}) => type === 'pg-error');
      expect([error!.detail['code'], error!.detail['message']]).to.deep.equal([
        'token-request-failed',
        says,
      ]);
    });
  }

  it('says that an address is none', async () => {
    const page = await mountPortal(signedOutSdk(), {...PROJECT, tokenUrl: 'https://'});
    await until(() => page.states.includes('signed-out'));
    expect(page.events[0]).to.equal('pg-error token-request-failed');
  });
});

describe('settings of a page for all of its portals', () => {
  it('set up a portal that says nothing itself', async () => {
    const sdk = signedOutSdk();
    serve(() => new Response(tokenOf('ada')));
    configure({...PROJECT, tokenUrl: '/t', sdk});
    const page = await mountPortal(sdk, {sdk: undefined});
    await ready(page);
    expect(page.signIns.length).to.equal(1);
  });

  it('may come after the portal', async () => {
    const page = await mountPortal(signedOutSdk(), {sdk: undefined});
    await turn();
    configure({...PROJECT, sdk: page.sdk, getUserToken: () => Promise.resolve(tokenOf('ada'))});
    await ready(page);
  });

  it('give way to what a portal says itself', async () => {
    configure({projectId: 'project-9', getUserToken: () => Promise.reject(new Error('Never'))});
    const page = await mountPortal(signedOutSdk(), {...PROJECT, userToken: tokenOf('ada')});
    await ready(page);
    expect(page.signIns[0]![0]).to.equal('project-1');
  });

  it('reach a portal that is cloned, and one that a framework sets nothing on', async () => {
    const sdk = signedOutSdk();
    configure({...PROJECT, sdk, getUserToken: () => Promise.resolve(tokenOf('ada'))});
    const first = await mountPortal(sdk, {
      sdk: undefined,
      projectId: undefined as unknown as string,
      tokenUrl: null as unknown as undefined,
    });
    await ready(first);
    first.element.after(first.element.cloneNode(true));
    const copy = first.element.parentElement!.querySelectorAll('pg-portal')[1]!;
    await until(() => copy.session?.snapshot.status === 'ready');
  });

  for (const [what, write] of [
    [
      'a script',
      (json: string) => {
        const script = document.createElement('script');
        script.type = 'application/json';
        script.dataset['pgElements'] = '';
        script.textContent = json;
        return script;
      },
    ],
    [
      'a meta tag',
      (json: string) => {
        const meta = document.createElement('meta');
        meta.name = 'pg-elements';
        meta.content = json;
        return meta;
      },
    ],
  ] as const) {
    it(`are read from JSON in ${what}`, async () => {
      serve(() => new Response(tokenOf('ada')));
      const endpoints = {ZEUS: 'https://zeus.acme.example'};
      document.head.append(write(JSON.stringify({...PROJECT, tokenUrl: '/t', endpoints})));
      const page = await mountPortal(signedOutSdk());
      await ready(page);
      const configured = page.sdk.calls.find(([name]) => name === 'configureGlobal');
      expect([page.signIns[0]![0], configured![2]]).to.deep.equal(['project-1', endpoints]);
    });

    it(`say once that the JSON in ${what} is broken`, async () => {
      document.head.append(write('{projectId: 1}'));
      const page = await mountPortal(signedOutSdk());
      page.element.setAttribute('host', 'a.example');
      await page.element.updateComplete;
      await turn();
      const errors = page.events.filter((event) => event.startsWith('pg-error'));
      expect(errors).to.deep.equal(['pg-error bad-input']);
      await until(() => mistakes.some((text) => text.includes('data-pg-elements')));
    });
  }
});
