import assert from 'node:assert/strict';
import {after, suite, test} from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {DEMO_USER_ID} from '../../demo/sandbox/endpoints.js';
import {seededCredentialId} from '../../demo/sandbox/ids.js';
import {ENDPOINT_NAMES, type EndpointName, type Failure} from '../../demo/sandbox/scenario.js';
import {PATIENCE} from '../support/eventually.js';
import {startBrowser, type Session} from './support.js';

/**
 * Everything that can go wrong at every endpoint that the kit's SDK asks: within 15 seconds of the page's clock people have what they
 * wanted, or words and a way on, and once the fault is gone that way leads to what they wanted.
 */

const browser = await startBrowser();
after(() => browser.close());

const FAULTS: Readonly<Record<string, Failure>> = {
  hang: {status: 'hang'},
  drop: {status: 'network'},
  'cut off': {status: 'cut'},
  401: {status: 401},
  403: {status: 403},
  429: {status: 429, body: {message: 'Too many requests', code: '429', status: 429}},
  500: {status: 500, body: '<h1>Internal Server Error</h1>'},
  'wrong shape': {status: 200, body: {unexpected: ['shape']}},
  'wrong list': {status: 200, body: ['a text', 7, null]},
  hollow: {status: 200, bent: 'hollow'},
  holed: {status: 200, bent: 'holed'},
  empty: {status: 200, body: ''},
  null: {status: 200, body: null},
  duplicates: {status: 200, bent: 'doubled'},
};
/** One of each kind, tried in every run. `FAULTS=all` tries them all, `FAULTS=settings/hang` one at one endpoint. */
const COMMON: readonly string[] = ['hang', '401', '500', 'wrong shape'];

/** How long people wait for words at most. Seconds. */
const LIMIT = 15;
const MINUTE = 60;
/** In how many steps the clock runs that far. */
const STEPS = 6;
/** A press that follows another one faster counts as the second half of a double click. Milliseconds. */
const READING = 600;

interface Scene {
  readonly title: string;
  readonly endpoint: EndpointName;
  readonly html: string;
  /** Brings the page to where the endpoint is asked next; before each fault. */
  readonly prepare?: (session: Session) => Promise<unknown>;
  /** Has the endpoint asked. */
  readonly act: (session: Session) => Promise<unknown>;
  /** Whether people have what they wanted. */
  readonly isDone: (session: Session) => Promise<boolean>;
  /** Names of buttons that are a way on; the first one that is there is pressed once the fault is gone. Absent: the page goes on by itself. */
  readonly ways?: readonly RegExp[];
  /** What is there to do after a way was taken that only leads back. */
  readonly finish?: (session: Session) => Promise<unknown>;
  /** Seconds, where more is fair. */
  readonly limit?: number;
}

const visible = ({page}: Session, text: string | RegExp) =>
  page.getByText(text).filter({visible: true}).first();
const isShown = (session: Session, text: string | RegExp): Promise<boolean> =>
  visible(session, text).isVisible();
const flow = (integration: string): string =>
  `<pg-portal><pg-install-flow integration="${integration}" allow-multiple></pg-install-flow></pg-portal>`;
const settings = (integration: string): string =>
  `<pg-portal><pg-user-settings integration="${integration}"></pg-user-settings></pg-portal>`;
const field = ({page}: Session, title: string) =>
  page
    .locator('pg-input')
    .filter({has: page.getByText(title, {exact: true}).first()})
    .locator('input');

let serial = 0;
const next = (what: string): string => `${what} ${(serial += 1)}`;

const reload = async (session: Session): Promise<void> => {
  await session.page.goto('about:blank');
  await session.control({reset: true});
};
/** Loads the page of the scene anew, in a world at its start, and waits for this text. */
const fresh =
  (html: string, text: string | RegExp) =>
  async (session: Session): Promise<void> => {
    await reload(session);
    await session.load(html, {user: DEMO_USER_ID});
    await visible(session, text).waitFor();
  };
/** The same, but the page stays as it is where it has come out of the fault before. */
const again =
  (html: string, text: string | RegExp) =>
  async (session: Session): Promise<void> => {
    const {buttons} = await lookAt(session).catch(() => ({buttons: ['Try again']}));
    const isSound = !buttons.includes('Try again') && (await isShown(session, text));
    if (!isSound) return fresh(html, text)(session);
    await session.control({reset: true});
    await session.page.evaluate(() => window.testPage.portal().refresh());
  };

const PORTAL = '<pg-portal></pg-portal>';
const boot = (endpoint: EndpointName): Scene => ({
  title: 'the page is opened',
  endpoint,
  html: PORTAL,
  prepare: reload,
  act: (session) => session.load(PORTAL, {user: DEMO_USER_ID}),
  isDone: (session) => isShown(session, 'Quietbox'),
  ways: [/^Try again/, /^Sign in again/],
});

const LISTS = '<pg-portal><pg-account-list integration="drivepool"></pg-account-list></pg-portal>';
const refresh = (endpoint: EndpointName): Scene => ({
  title: 'the accounts are read again',
  endpoint,
  html: LISTS,
  prepare: again(LISTS, 'northwind-shared'),
  act: (session) =>
    session.page.evaluate(() => {
      const portal = window.testPage.portal();
      portal.removeAttribute('data-outcome');
      portal.refresh().then(
        () => portal.setAttribute('data-outcome', 'done'),
        (error: unknown) =>
          portal.setAttribute('data-outcome', (error as {code?: string}).code ?? 'raw'),
      );
    }),
  isDone: async (session) =>
    (await isShown(session, 'northwind-shared')) &&
    /^(?!raw$)./.test((await session.page.locator('pg-portal').getAttribute('data-outcome')) ?? ''),
  ways: [/^Try again/, /^Sign in again/],
});

/** Without waiting for the window: one that hangs is not there for the test. */
const openWindow = (session: Session, button: string): Promise<void> =>
  session.button(button).first().click();
const closeWindows = async (session: Session): Promise<void> => {
  for (const page of session.page.context().pages())
    if (page !== session.page) await page.close().catch(() => undefined);
};
const OAUTH = flow('quietbox');
const oauth = (endpoint: EndpointName): Scene => ({
  title: 'a sign-in window is opened',
  endpoint,
  html: OAUTH,
  prepare: async (session) => {
    await closeWindows(session);
    await fresh(OAUTH, 'Connect Quietbox')(session);
    await session.control({oauth: {autoApprove: 0}});
  },
  act: (session) => openWindow(session, 'Connect Quietbox'),
  isDone: (session) => isShown(session, /Quietbox is connected/),
  ways: [/^Open it again/, /^Try again/, /^Connect Quietbox/],
});

const KEY = flow('postwise');
const typeKey = async (session: Session): Promise<void> => {
  await session.fill(/API key/, next('pw_key'));
  await session
    .button(/^(Connect Postwise|Try again)/)
    .first()
    .click();
};

const POST = flow('wikihaus');
const SETTINGS = settings('drivepool');
const WORKFLOWS = settings('drivepool');

const ACCOUNT = seededCredentialId('drivepool', 1);
/** A call of the headless API: it ends in time, with an answer or with an error of the kit. */
const headless = (
  endpoint: EndpointName,
  call: string,
  before: string = 'undefined',
  limit?: number,
): Scene => ({
  title: 'a host calls it',
  endpoint,
  html: LISTS,
  ...(limit !== undefined && {limit}),
  prepare: async (session) => {
    await again(LISTS, 'northwind-shared')(session);
    await run(session, before);
  },
  act: (session) => run(session, call),
  isDone: async ({page}) => {
    const outcome = await page.evaluate(() => document.body.getAttribute('data-outcome'));
    return (
      outcome === 'done' ||
      (outcome !== null && /^[a-z]+(-[a-z]+)*$/.test(outcome) && outcome !== 'raw')
    );
  },
});
/** Evaluates an expression about `account` in the page; its outcome is written on the body. */
const run = ({page}: Session, expression: string): Promise<void> =>
  page.evaluate(`{
    document.body.removeAttribute('data-outcome');
    const account = window.testPage.portal().session.account(${JSON.stringify(ACCOUNT)});
    const tell = (outcome) => document.body.setAttribute('data-outcome', outcome);
    Promise.resolve(${expression}).then(
      () => tell('done'),
      (error) => tell(error.name === 'PgError' ? error.code : 'raw'),
    );
  }`);

const SCENES: readonly Scene[] = [
  boot('me'),
  {
    ...boot('integrations'),
    // A list in which the SDK can read nothing is an empty one.
    isDone: async (session) =>
      (await isShown(session, 'Quietbox')) || (await isShown(session, 'No integrations yet')),
  },
  {...boot('icon'), title: 'the pictures are loaded'},
  refresh('me'),
  refresh('integrations'),
  {
    ...refresh('metadata-update'),
    title: 'the accounts are read again through the facade of the SDK',
    prepare: async (session) => {
      await again(LISTS, 'northwind-shared')(session);
      await session.page.evaluate(() => window.testPage.useFacade());
      await visible(session, 'northwind-shared').waitFor();
    },
  },
  oauth('oauth-nonce'),
  oauth('build-oauth'),
  oauth('consent'),
  oauth('callback'),
  oauth('session-id'),
  oauth('session-id-clear'),
  oauth('credential'),
  {
    title: 'a key is sent',
    endpoint: 'credential-create',
    html: KEY,
    prepare: async (session) => {
      await fresh(KEY, /^Connect|Add another/)(session);
      await session
        .button(/Connect Postwise|Add another/)
        .first()
        .click();
      await session.page.getByRole('textbox', {name: /API key/}).waitFor();
    },
    act: typeKey,
    isDone: (session) => isShown(session, /Postwise is connected/),
    ways: [/^Try again/, /^(Connect Postwise|Add another)/, /^Cancel/],
    finish: typeKey,
  },
  {
    title: 'a setup is finished',
    endpoint: 'complete-setup',
    html: POST,
    prepare: async (session) => {
      await fresh(POST, /Connect Wikihaus/)(session);
      await session.control({oauth: {autoApprove: 0}});
      await openWindow(session, 'Connect Wikihaus');
      const deadline = Date.now() + PATIENCE;
      while (Date.now() < deadline && !(await isShown(session, 'Finish setup'))) {
        await tick(session);
        await delay(100);
      }
      await session.choose('Site', 'northwind.wikihaus.example');
    },
    act: (session) => session.button('Finish').click(),
    isDone: (session) => isShown(session, /Wikihaus is connected/),
    ways: [/^Finish/, /^Try again/, /^Cancel/],
  },
  {
    title: 'settings are saved',
    endpoint: 'settings',
    html: SETTINGS,
    prepare: async (session) => {
      await again(SETTINGS, 'File name prefix')(session);
      await field(session, 'File name prefix').fill(next('Prefix'));
    },
    act: (session) => session.button('Save').click(),
    // What seems to fail can have worked: then there is nothing to save any more.
    isDone: async (session) => {
      const {buttons, busy} = await lookAt(session);
      return busy.length === 0 && !buttons.some((name) => /^(Discard|Try again)/.test(name));
    },
    ways: [/^Try again/, /^Save/],
  },
  ...(['workflow-enable', 'workflow-disable'] as const).map((endpoint): Scene => ({
    title: 'a workflow is switched',
    endpoint,
    html: WORKFLOWS,
    prepare: async (session) => {
      await again(WORKFLOWS, 'Workflows')(session);
      const toggle = session.page.getByRole('switch').first();
      const isOn = (await toggle.getAttribute('aria-checked')) === 'true';
      if (isOn === (endpoint === 'workflow-disable')) return;
      await toggle.click();
      await session.page.locator('[role=switch][aria-busy=false]').first().waitFor();
    },
    act: (session) => session.page.getByRole('switch').first().click(),
    isDone: async ({page}) => {
      const toggle = page.getByRole('switch').first();
      const isOn = (await toggle.getAttribute('aria-checked')) === 'true';
      const isBusy = (await toggle.getAttribute('aria-busy')) === 'true';
      return !isBusy && isOn === (endpoint === 'workflow-enable');
    },
    ways: [/^Try again/],
  })),
  {
    title: 'an account is disconnected',
    endpoint: 'uninstall',
    html: LISTS,
    prepare: async (session) => {
      await fresh(LISTS, 'northwind-shared')(session);
      await session.chooseAction('northwind-shared', 'Disconnect');
      await session.page.getByRole('alertdialog').waitFor();
    },
    act: (session) =>
      session.page.getByRole('alertdialog').getByRole('button', {name: 'Disconnect'}).click(),
    isDone: async (session) => !(await isShown(session, 'northwind-shared')),
    ways: [/^Try again/, /^Disconnect$/],
  },
  {
    title: 'choices are asked for',
    endpoint: 'options',
    html: SETTINGS,
    prepare: fresh(SETTINGS, 'File name prefix'),
    act: (session) => session.page.getByRole('combobox', {name: 'Folder'}).click(),
    isDone: ({page}) =>
      page
        .getByRole('option', {name: /Contracts/})
        .first()
        .isVisible(),
    ways: [/^Try again/],
  },
  headless('configuration-create', `account.createConfiguration({externalId: 'team'})`),
  headless(
    'configuration-update',
    `account.updateConfiguration('team', {colour: 'red'})`,
    `account.createConfiguration({externalId: 'team'})`,
  ),
  headless(
    'configuration-delete',
    `account.destroyConfiguration('team')`,
    `account.createConfiguration({externalId: 'team'})`,
  ),
  // How long a provider, or a workflow, may take is not for the kit to say; only for ever is too long.
  headless('proxy', `account.request('/files')`, undefined, MINUTE),
  headless('workflow-trigger', `account.workflow('any')`, undefined, MINUTE),
];

/** What the kit asks the SDK for nowhere. */
const UNUSED: readonly EndpointName[] = ['account', 'event', 'triggers'];

suite('every endpoint with every fault', {concurrency: 4}, () => {
  test('is in the table', () => {
    const endpoints = new Set([...SCENES.map(({endpoint}) => endpoint), ...UNUSED]);
    assert.deepEqual(
      ENDPOINT_NAMES.filter((name) => !endpoints.has(name)),
      [],
    );
  });

  const asked = process.env.FAULTS ?? '';
  const [endpoint, fault] = asked.includes('/') ? asked.split('/') : [];
  const faults = Object.entries(FAULTS).filter(([name]) =>
    fault ? name === fault : asked === 'all' || COMMON.includes(name),
  );
  for (const scene of SCENES) {
    if (endpoint && scene.endpoint !== endpoint) continue;
    test(`${scene.endpoint}, when ${scene.title}, leaves words and a way on`, async (t) => {
      const session = await browser.open(t, '<p>Host</p>', {
        documented: true,
      });
      await session.page.clock.install();
      const problems: string[] = [];
      for (const [name, failure] of faults) {
        const found = await cell(session, scene, failure).catch((error: unknown) => [
          String(error),
        ]);
        problems.push(...found.map((problem) => `${name}: ${problem}`));
      }
      await closeWindows(session);
      assert.equal(problems.join('\n'), '');
    });
  }
});

/** What is wrong with the page when one thing has gone wrong. */
async function cell(session: Session, scene: Scene, failure: Failure): Promise<string[]> {
  const problems: string[] = [];
  await scene.prepare?.(session);
  await session.control({failures: {[scene.endpoint]: failure}});
  const quiet = requestsOf(session);
  await scene.act(session);
  const limit = scene.limit ?? LIMIT;
  let found = await judge(session, scene);
  for (let step = 0; step < STEPS && found.length > 0; step += 1) {
    await quiet();
    found = await judge(session, scene);
    if (found.length === 0) break;
    await tick(session, (limit * 1000) / STEPS);
    await quiet();
    found = await judge(session, scene);
  }
  problems.push(...found);
  const isDone = await scene.isDone(session);
  await session.control({failures: {[scene.endpoint]: null}, release: true});
  if (isDone || (await leadsOn(session, scene, quiet))) return problems;
  const {texts} = await lookAt(session);
  return [...problems, `does not lead on: ${texts.join(' | ').slice(0, 300)}`];
}

/**
 * Whether people have what they wanted after they took the way on. The page's clock runs ahead of the windows and the backend, which
 * take the time that this machine gives them: so what counts is that it comes, not after how many turns of that clock.
 */
async function leadsOn(
  session: Session,
  scene: Scene,
  quiet: () => Promise<void>,
): Promise<boolean> {
  const deadline = Date.now() + PATIENCE;
  let isPressed = false;
  let isFinished = false;
  for (let turn = 0; turn < 2 * STEPS || Date.now() < deadline; turn += 1) {
    await quiet();
    if (await scene.isDone(session)) return true;
    if (!isPressed) isPressed = await press(session, scene);
    if (!isFinished && turn > STEPS / 2 && scene.finish) {
      isFinished = true;
      await scene.finish(session).catch(() => undefined);
    }
    await tick(session);
  }
  return false;
}

/** Presses the first way on that is there, as fast as people read. It may go on by itself before. */
async function press(session: Session, scene: Scene): Promise<boolean> {
  await delay(READING);
  for (const way of scene.ways ?? []) {
    const button = session.button(way).filter({visible: true}).first();
    if (!(await button.isVisible())) continue;
    return button.click({timeout: 2000}).then(
      () => true,
      () => false,
    );
  }
  return false;
}

/** Lets the page's clock run, in milliseconds. Windows that have gone or hang do not answer: nobody waits for those. */
const tick = ({page}: Session, ms = 2500): Promise<unknown> =>
  Promise.race([page.clock.runFor(ms).catch(() => undefined), delay(ms)]);

const lookAt = ({page}: Session) => page.evaluate(() => window.testPage.look());

/** What people lack at this moment. */
async function judge(session: Session, scene: Scene): Promise<string[]> {
  const {texts, busy, raw, buttons} = await lookAt(session);
  const problems = raw.map((text) => `raw words: ${text}`);
  const isDone = await scene.isDone(session);
  if (isDone || !scene.ways) return isDone ? problems : [...problems, 'no end'];
  const ways = buttons.filter((name) => scene.ways?.some((way) => way.test(name)));
  // A sign-in has a window of its own to wait for, for as long as people like.
  const isExplained = texts.some((text) => text.startsWith('This is taking longer'));
  const stuck = busy.filter(
    (what) => ways.length === 0 || (what !== 'span.spinner' && !isExplained),
  );
  if (stuck.length > 0) problems.push(`busy: ${stuck.join(', ')}`);
  if (ways.length === 0) problems.push(`no way on: ${texts.join(' | ').slice(0, 300)}`);
  return problems;
}

/** Waits until the page waits for no answer, or for one that does not come. */
function requestsOf({page}: Session): () => Promise<void> {
  let open = 0;
  page.on('request', () => (open += 1));
  const onEnd = (): void => void (open -= 1);
  page.on('requestfinished', onEnd);
  page.on('requestfailed', onEnd);
  return async () => {
    let before = -1;
    for (let turn = 0; turn < 60 && (open > 0 || before === -1) && open !== before; turn += 1) {
      before = open;
      await delay(20);
    }
  };
}
