/** Runs in the browser of the end-to-end tests: the kit, the real SDK, and a log of the kit's events. */
import {announcements} from './heard.js';
import '../../src/define.js';
import {loadTranslations} from '../../src/i18n/load.js';
import type {PgPortal} from '../../src/index.js';
import {watchAgreement} from './agreement.js';
import {look} from './looks.js';
import {monkey} from './monkey-hands.js';
import {innerParts} from './part-chains.js';
import {plainTexts} from './plain-texts.js';
import {sandboxEndpoints} from '../../demo/sandbox/endpoints.js';

const EVENTS = [
  'pg-ready',
  'pg-signed-out',
  'pg-error',
  'pg-select',
  'pg-install',
  'pg-install-stage',
  'pg-installed',
  'pg-install-error',
  'pg-install-cancelled',
  'pg-account-select',
  'pg-redirect',
  'pg-disconnect',
  'pg-disconnected',
  'pg-settings-save',
  'pg-settings-saved',
  'pg-settings-error',
  'pg-workflow-toggle',
  'pg-workflow-toggled',
] as const;

interface LoggedEvent {
  readonly name: string;
  readonly detail: unknown;
}

const events: LoggedEvent[] = [];
for (const name of EVENTS) {
  document.addEventListener(name, (event) => {
    events.push({name, detail: JSON.parse(JSON.stringify(event.detail)) as unknown});
  });
}

const project = new URLSearchParams(location.search).get('project') ?? '';
let userId = new URLSearchParams(location.search).get('user') ?? 'demo-user';
let tokensGiven = 0;
let refusesTokens = false;

async function getUserToken(): Promise<string> {
  if (refusesTokens) throw new Error('The person may not come back.');
  tokensGiven += 1;
  const response = await fetch(`/sandbox/token?project=${project}`, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({userId}),
  });
  const {token} = (await response.json()) as {token: string};
  return token;
}

function portal(): PgPortal {
  const element = document.querySelector('pg-portal');
  if (!element) throw new Error('The page has no portal.');
  return element;
}

export const testPage = {
  events,
  portal,
  endpoints: sandboxEndpoints(location.origin),

  get tokensGiven() {
    return tokensGiven;
  },

  /** From now on there is no token, or there is one again. */
  refuseTokens(isRefused: boolean): void {
    refusesTokens = isRefused;
  },

  watchAgreement,
  look,
  monkey,

  announcements,
  innerParts,
  plainTexts,

  /** Turns the page to a language of the kit. */
  async speak(language: string): Promise<void> {
    await loadTranslations(language);
    document.documentElement.lang = language;
  },

  /** Gives the portal the facade that hosts import, which has less than what the kit imports itself. */
  async useFacade(): Promise<void> {
    const loaded = await import('@useparagon/connect');
    portal().sdk = loaded.paragon;
  },

  async signInAs(id: string): Promise<void> {
    userId = id;
    portal().userToken = await getUserToken();
  },

  /** Signs a user in as hosts do that know nothing of the kit: over the facade that the SDK's package exports. */
  async hostSignsInAs(id: string): Promise<void> {
    userId = id;
    const token = await getUserToken();
    const loaded = await import('@useparagon/connect');
    await loaded.paragon.authenticate(project, token);
  },
};

declare global {
  interface Window {
    testPage: typeof testPage;
  }
}

window.testPage = testPage;

/** The host signs in over the SDK that it hands the portal. */
async function signInBeside(element: PgPortal): Promise<void> {
  const {paragon} = await import('@useparagon/connect');
  paragon.configureGlobal({host: 'localhost'}, {...sandboxEndpoints(location.origin)});
  paragon.setHeadless(true);
  element.sdk = paragon;
  await testPage.hostSignsInAs(userId);
}

/** Whose task it is to sign in: the kit asks for tokens, is handed one, or is handed an SDK. */
const signsIn = new URLSearchParams(location.search).get('signs-in');
for (const element of document.querySelectorAll('pg-portal')) {
  if (signsIn === 'sdk') {
    void signInBeside(element);
    continue;
  }
  element.endpoints = {...sandboxEndpoints(location.origin)};
  element.host = 'localhost';
  if (signsIn === 'userToken') void testPage.signInAs(userId);
  else element.getUserToken = getUserToken;
  element.projectId = project;
}
