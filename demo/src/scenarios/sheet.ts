import type {ControlRequest} from '../../sandbox/control.js';
import {button, byId, el} from '../dom.js';
import {EVENT_NAMES} from '../log/event-words.js';
import {preference, setPreference} from '../preferences.js';
import type {DemoSession} from '../sign-in.js';
import {accountsSection} from './accounts-section.js';
import {ControlClient} from './control-client.js';
import {failuresSection} from './failures-section.js';
import {latencySection} from './latency-section.js';
import {oauthSection} from './oauth-section.js';
import {requestsSection} from './requests-section.js';
import {setBadge, type SheetContext} from './section.js';
import {sizeSection} from './size-section.js';
import {userSection} from './user-section.js';

/** While the sheet is open, the sandbox is asked this often what it does by now. Milliseconds. */
const POLL = 2500;

/** Adds the side sheet to the page, which the button of the header opens. */
export function startScenarios(session: DemoSession): void {
  const client = new ControlClient();
  const problem = el('p', {class: 'problem', role: 'alert', hidden: true});
  const tell = (error: unknown): void => {
    problem.hidden = error === undefined;
    problem.textContent =
      error instanceof TypeError
        ? 'The sandbox does not answer. Is `npm start` running?'
        : error instanceof Error
          ? error.message
          : '';
  };
  const attempt = async (action: Promise<void>): Promise<void> => {
    try {
      await action;
      tell(undefined);
    } catch (error) {
      tell(error);
    }
  };
  const context: SheetContext = {
    session,
    send: (request: ControlRequest) => attempt(client.send(request)),
    refreshPortal: async () => {
      // What goes wrong here the portal says itself: it is what the scenario is for.
      await session.portal.refresh().catch(() => undefined);
      await attempt(client.read());
    },
  };

  const heading = el('h2', {id: 'scenarios-title', tabindex: '-1'}, 'Scenarios');
  const sheet = el('aside', {
    class: 'sheet',
    id: 'scenarios',
    'aria-labelledby': 'scenarios-title',
  });
  const toggle = byId('scenarios-open', HTMLButtonElement);
  toggle.addEventListener('click', () => setOpen(sheet.hidden !== false, true));
  toggle.append(' ', el('span', {class: 'badge', hidden: true}));
  client.subscribe(({scenario: {latency, failures}}) => {
    setBadge(toggle, Object.keys(latency).length + Object.keys(failures).length);
  });

  const isSandbox = !session.isLive;
  const refresh = (): void => {
    if (isSandbox && !sheet.hidden) void attempt(client.read());
  };
  const setOpen = (open: boolean, byPerson: boolean): void => {
    sheet.hidden = !open;
    toggle.setAttribute('aria-expanded', String(open));
    document.documentElement.dataset.scenarios = open ? 'open' : 'closed';
    refresh();
    if (!byPerson) return;
    setPreference('scenarios', open ? 'open' : 'closed');
    (open ? heading : toggle).focus();
  };

  sheet.append(
    el(
      'header',
      {class: 'panel-header'},
      heading,
      button('Close', () => setOpen(false, true), {class: 'button small'}),
    ),
    ...(isSandbox ? sandboxBody(context, client, problem) : liveBody(session)),
  );
  sheet.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    setOpen(false, true);
  });
  document.body.append(sheet);
  setOpen(preference('scenarios') === 'open', false);

  if (isSandbox) {
    void attempt(client.read());
    for (const name of EVENT_NAMES) document.addEventListener(name, refresh);
    setInterval(() => {
      if (document.visibilityState === 'visible') refresh();
    }, POLL);
  }
}

function sandboxBody(
  context: SheetContext,
  client: ControlClient,
  problem: HTMLElement,
): readonly HTMLElement[] {
  const sections = [
    userSection(context),
    latencySection(context),
    failuresSection(context),
    oauthSection(context),
    accountsSection(context),
    sizeSection(context),
    requestsSection(context),
  ];
  client.subscribe((state) => {
    for (const {update} of sections) update?.(state);
  });
  const {projectId} = context.session.config;
  return [
    el(
      'p',
      {class: 'hint sheet-intro'},
      'The service behind this page is a sandbox on your machine. Project ',
      el('code', {}, projectId),
      '.',
    ),
    problem,
    ...sections.map(({element}) => element),
    el(
      'div',
      {class: 'sheet-end'},
      button('Reset everything', () => {
        void context.send({reset: true}).then(context.refreshPortal);
      }),
      el(
        'p',
        {class: 'hint'},
        'Back to the first accounts, no scenarios, nothing logged. Other projects are not touched.',
      ),
    ),
  ];
}

function liveBody(session: DemoSession): readonly HTMLElement[] {
  return [
    el(
      'p',
      {class: 'sheet-intro'},
      'This page talks to the live service, to project ',
      el('code', {}, session.config.projectId),
      '. What you connect here is connected.',
    ),
    el(
      'p',
      {class: 'hint'},
      'Scenarios need the sandbox: take PG_PROJECT_ID and PG_USER_TOKEN out of .env and start again.',
    ),
    el(
      'div',
      {class: 'actions'},
      button('Sign out', () => session.signOut()),
      button('Sign in', () => void session.portal.session?.switchUser()),
    ),
  ];
}
