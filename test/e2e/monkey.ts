/**
 * A monkey on the whole kit with the real SDK: it presses, types, switches users, and has the backend fail, as a seed says. Then what
 * the backend has is compared with what was asked for.
 *
 *     npm run monkey -- --actions 20000 --seed 7
 *
 * The seed decides what is done; when answers come is the machine's. A failure prints the seed and the last actions before it.
 */
import {setTimeout as delay} from 'node:timers/promises';
import {isDeepStrictEqual, parseArgs} from 'node:util';
import type {ControlRequest} from '../../demo/sandbox/control.js';
import type {Inspection} from '../../demo/sandbox/inspection.js';
import {redact} from '../../demo/sandbox/request-log.js';
import {startBrowser, type Session} from './support.js';
import type {Decision, Deeds, Sending, Word} from './monkey-hands.js';

const {values} = parseArgs({
  options: {actions: {type: 'string', default: '2000'}, seed: {type: 'string'}},
});
const actions = Number(values.actions);
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
/** Actions until a page is looked at and left for a new one. */
const ROUND = 250;
const BATCH = 25;
/** How long a page may take for some actions, if it answers at all. Milliseconds. */
const ACT_LIMIT = 120_000;
/** How long a page may be busy once nothing goes wrong any more. Milliseconds. */
const PATIENCE = 40_000;

/** Clocks of a page and of Node are one; what is told by a timer comes a little later. Milliseconds. */
const SLACK = 50;

/** How a field is that holds nothing, as JSON. */
const BLANK: ReadonlySet<string> = new Set(['null', '""', 'false']);
const json = (value: unknown): string => JSON.stringify(value ?? null);

const PAGES = [
  '<pg-portal></pg-portal>',
  `<pg-portal><pg-account-list integration="drivepool"></pg-account-list>
    <pg-user-settings integration="drivepool"></pg-user-settings>
    <pg-install-flow integration="postwise" allow-multiple></pg-install-flow></pg-portal>`,
  `<pg-portal><pg-integration integration="drivepool"></pg-integration></pg-portal>`,
  `<pg-portal><pg-account-list></pg-account-list>
    <pg-install-flow integration="wikihaus"></pg-install-flow>
    <pg-user-settings integration="drivepool"></pg-user-settings></pg-portal>`,
];

console.log(`monkey: ${actions} actions, seed ${seed}`);
const browser = await startBrowser();
const ends: (() => unknown)[] = [];
const problems: string[] = [];
let trail: readonly string[] = [];
/** What there was to compare. */
const seen = {saves: 0, removals: 0, signIns: 0, connected: 0};
try {
  for (let done = 0; done < actions && problems.length === 0; done += ROUND)
    await round(done / ROUND, Math.min(ROUND, actions - done)).catch((error: unknown) => {
      problems.push(`the page ended: ${String(error)}`);
    });
} finally {
  for (const end of ends)
    await Promise.resolve(end()).catch((error: unknown) => problems.push(String(error)));
  await browser.close();
}
console.log(
  `${seen.saves} saves, ${seen.removals} removals, ${seen.connected} accounts connected, ${seen.signIns} users switched`,
);
// One that has nothing to compare would be content with anything.
if (problems.length === 0 && actions >= 2000 && Object.values(seen).includes(0))
  problems.push('too little was done');
if (problems.length > 0) {
  console.log(`The last actions:\n  ${trail.join('\n  ')}`);
  console.log(`${problems.join('\n')}\nseed ${seed}`);
}
console.log(
  `Monkey: ${problems.length === 0 ? 1 : 0} passed, ${problems.length} failed, 0 skipped`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

/** One page, from its opening to the comparison. */
async function round(index: number, count: number): Promise<void> {
  const after = (end: () => unknown): void => void ends.push(end);
  const session = await browser.open({after}, PAGES[index % PAGES.length] ?? '', {
    user: 'demo-user',
    documented: true,
    control: {oauth: {autoApprove: 20}},
  });
  const {page} = session;
  // Not from the page itself: what hangs there takes the connections that a browser has for a server.
  await page.exposeFunction('tellSandbox', async (request: ControlRequest) => {
    await session.control(request);
  });
  await page.waitForFunction(() => window.testPage.portal().session?.snapshot.status === 'ready');
  const names: Names = new Map();
  const begin = await session.inspect();
  noteNames(begin, names);
  await page.evaluate((start) => window.testPage.monkey.begin(start), seed * 1000 + index);
  for (let done = 0; done < count; done += BATCH) {
    const some = Math.min(BATCH, count - done);
    const acting = page.evaluate((actions) => window.testPage.monkey.act(actions), some);
    const hung = delay(ACT_LIMIT, `hung after ${done} actions`, {ref: false});
    const problem = await Promise.race([acting, hung]);
    if (problem) problems.push(problem);
    for (const other of page.context().pages())
      if (other !== page) await other.close().catch(() => undefined);
    const inspection = await session.inspect();
    noteNames(inspection, names);
    problems.push(...foreign(inspection));
  }
  await page.evaluate(() => window.testPage.monkey.rest());
  const busy = await untilIdle(session);
  const deeds = await page.evaluate(() => window.testPage.monkey.deeds());
  ({trail} = deeds);
  const inspection = await session.inspect();
  noteNames(inspection, names);
  const saves = savesOf(inspection.log, begin.users, deeds.sendings);
  seen.saves += saves.length;
  seen.removals += inspection.log.filter(({endpoint}) => endpoint === 'uninstall').length;
  seen.signIns += deeds.signIns;
  seen.connected += deeds.words.filter(({name}) => name === 'pg-installed').length;
  problems.push(
    ...busy,
    ...unconfirmed(inspection, deeds, names),
    ...untrue(inspection, deeds, saves),
    ...misplaced(inspection, deeds),
    ...overwritten(deeds, saves),
    ...foreign(inspection),
  );
  // Of an account with holes in it the SDK prints what it has caught itself, and says that there is none.
  const printed = session.printed.filter(
    (text) => !/^pg-elements: /.test(text) && !/ at \S+\.hasCredential /.test(text),
  );
  problems.push(...printed.map((text) => `printed: ${text}`));
  const end = ends.pop();
  await Promise.resolve(end?.()).catch((error: unknown) => problems.push(String(error)));
}

async function untilIdle({page}: Session): Promise<string[]> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const {busy, raw} = await page.evaluate(() => window.testPage.monkey.look());
    if (raw.length > 0) return raw.map((text) => `raw words: ${text}`);
    if (busy.length === 0) return [];
    if (Date.now() > deadline) return [`busy without end: ${busy.join(', ')}`];
    await delay(250);
  }
}

/** Removals of an account that nobody was asked about, or of another one than the question named. */
function unconfirmed({users, log}: Inspection, {confirmed}: Deeds, names: Names): string[] {
  const nobodys = log.filter(({endpoint, credential}) => endpoint === 'uninstall' && !credential);
  const answers = [...confirmed];
  const uninstalled = log.flatMap(({endpoint, credential}) =>
    endpoint === 'uninstall' ? [credential] : [],
  );
  const unasked = users.flatMap(({userId, removed}) =>
    removed.filter(({credential: {id, status}}) => {
      // What was begun and never finished is tidied up without a question.
      if (status === 'PENDING' || !uninstalled.includes(id)) return false;
      const known = names.get(id);
      const answer = answers.findIndex(({user, name}) => user === userId && known?.has(name));
      if (answer >= 0) answers.splice(answer, 1);
      return answer < 0;
    }),
  );
  return [
    ...nobodys.map(() => 'a removal of no account in particular'),
    ...unasked.map(({credential}) => {
      const known = [...(names.get(credential.id) ?? [])];
      return `removed unasked: ${known.join(', ')}; asked: ${JSON.stringify(confirmed)}`;
    }),
  ];
}

/** What an account can have been called so far: whoever signs in anew may have another name. */
type Names = Map<string, Set<string>>;

function noteNames({users}: Inspection, names: Names): void {
  for (const {accounts, removed} of users) {
    for (const {credential} of [...accounts, ...removed]) {
      const {id, externalId, providerId, providerData} = credential;
      const known = names.get(id) ?? new Set();
      names.set(id, known);
      for (const name of [...Object.values(providerData), externalId, providerId])
        if (typeof name === 'string') known.add(name);
    }
  }
}

/** Where the page said that something was done, and it was not. */
function untrue(
  {users, log}: Inspection,
  {words, decisions}: Deeds,
  saves: readonly Save[],
): string[] {
  const kept = users.flatMap(({accounts}) => accounts.map(({credential}) => credential.id));
  const gone = users.flatMap(({removed}) => removed.map(({credential}) => credential.id));
  const wrong = words.filter(({name, credential}) => {
    if (name === 'pg-disconnected') return kept.includes(credential);
    return name === 'pg-installed' && ![...kept, ...gone].includes(credential);
  });
  return [
    ...wrong.map(
      ({name, user, credential, at}) =>
        `${name} was said to ${user} of ${credential}: ${log
          .filter((entry) => entry.credential === credential && entry.endpoint !== 'options')
          .map(
            (entry) =>
              `\n    ${entry.at - at} ms: ${entry.userId} ${entry.endpoint} ${entry.status}`,
          )
          .join('')}`,
    ),
    ...words.flatMap((word, index) =>
      word.name === 'pg-settings-saved' && !isSaved(word, words.slice(0, index), decisions, saves)
        ? [
            `saved was said of ${word.credential}, and not all of it was: ${story(word, words, saves)}`,
          ]
        : [],
    ),
  ];
}

/** What was shown or told to somebody of somebody else, long after they signed in, or was sent for them. */
function misplaced({users, log}: Inspection, {words, leaks, shown, signInsAt}: Deeds): string[] {
  const owners = new Map(
    users.flatMap(({userId, accounts, removed}) =>
      [...accounts, ...removed].map(({credential}) => [credential.id, userId] as const),
    ),
  );
  const said = words.filter(
    ({user, credential, isSettled}) => isSettled && (owners.get(credential) ?? user) !== user,
  );
  const sent = log.filter(
    ({userId, credential, endpoint}) =>
      userId !== null &&
      /^(settings|uninstall|options|workflow-\w+)$/.test(endpoint) &&
      (owners.get(credential ?? '') ?? userId) !== userId,
  );
  const seenBy = shown.filter(({user, credential}) => (owners.get(credential) ?? user) !== user);
  return [
    ...leaks,
    ...seenBy.map(({user, credential}) => `${credential} was shown to ${user}`),
    ...said.map(({name, user, credential}) => `${name} was said to ${user} of ${credential}`),
    ...sent.map(
      ({endpoint, userId, credential, at, status}) =>
        `${endpoint} of ${credential} by ${userId} at ${at}, ${status}; users: ${signInsAt.join(' ')}`,
    ),
  ];
}

/** What was asked for of an account and what was sent, until a word was said. */
function story({credential, at}: Word, words: readonly Word[], saves: readonly Save[]): string {
  const said = words.map((word) => ({...word, what: [word.name, word.values]}));
  const sent = saves.map((save) => ({...save, what: [save.isAnswered, ...save.sent]}));
  return [...said, ...sent]
    .filter((one) => one.credential === credential && one.at <= at + SLACK)
    .sort((one, other) => one.at - other.at)
    .map((one) => `\n    ${one.at - at} ms: ${one.user} ${JSON.stringify(one.what)}`)
    .join('');
}

/** Whether one of the saves that had been asked for has brought all its values to the backend. */
function isSaved(
  said: Word,
  before: readonly Word[],
  decisions: readonly Decision[],
  saves: readonly Save[],
): boolean {
  const asked = before.filter(
    ({name, credential}) => name === 'pg-settings-save' && credential === said.credential,
  );
  // What was edited while the save waited is sent as it was then, or not at all where it is as before.
  const isBrought = (save: Save, field: string, value: unknown, since: number): boolean => {
    const later = decisions.findLast(
      (one) =>
        one.credential === save.credential &&
        one.field === field &&
        one.at >= since &&
        one.at <= save.at,
    );
    const now = save.sent.get(field) ?? 'null';
    if (save.changed.has(field)) return true;
    return (
      now === (later?.value ?? json(value)) ||
      (later !== undefined && BLANK.has(later.value) && BLANK.has(now))
    );
  };
  return asked.some(({at, values}) =>
    Object.entries(values).every(([field, value]) =>
      saves.some(
        (save) =>
          save.credential === said.credential &&
          save.isAnswered &&
          save.at >= at - SLACK &&
          save.at <= said.at + SLACK &&
          isBrought(save, field, value, at),
      ),
    ),
  );
}

/** A request that has changed settings. Values are JSON. */
interface Save {
  readonly user: string;
  readonly credential: string;
  readonly at: number;
  readonly isAnswered: boolean;
  readonly sent: ReadonlyMap<string, string>;
  readonly changed: ReadonlyMap<string, {readonly from: string; readonly to: string}>;
}

/**
 * @param users how their accounts were at first
 * @param sendings what the page sent, which a busy machine receives some time later
 */
function savesOf(
  log: Inspection['log'],
  users: Inspection['users'],
  sendings: readonly Sending[],
): readonly Save[] {
  const left = [...sendings];
  const sentAt = (credential: string, body: unknown): number | undefined => {
    const index = left.findIndex(
      (one) =>
        one.credential === credential &&
        isDeepStrictEqual(redact(JSON.parse(one.body) as unknown), body),
    );
    return index < 0 ? undefined : left.splice(index, 1)[0]?.at;
  };
  const known = new Map<string, ReadonlyMap<string, string>>();
  for (const {userId, accounts} of users) {
    for (const {credential} of accounts) {
      const {sharedSettings = {}} =
        credential.configurations.find(({isDefault}) => isDefault) ?? {};
      known.set([userId, credential.id, ''].join(), toJson(sharedSettings));
    }
  }
  return log.flatMap(({endpoint, userId, credential, at: cameAt, status, body}) => {
    if (endpoint !== 'settings' || userId === null || credential === null) return [];
    const at = sentAt(credential, body) ?? cameAt;
    if (typeof status === 'number' && status >= 400 && status < 500) return [];
    const {sharedSettings, workflowSettings} = (body as SettingsBody).config;
    const groups = sharedSettings
      ? {'': sharedSettings}
      : Object.fromEntries(
          Object.entries(workflowSettings ?? {}).map(([id, {settings}]) => [id, settings]),
        );
    const sent = new Map<string, string>();
    const changed = new Map<string, {from: string; to: string}>();
    for (const [group, values] of Object.entries(groups)) {
      const key = [userId, credential, group].join();
      const before = known.get(key) ?? new Map<string, string>();
      const now = toJson(values ?? {});
      known.set(key, now);
      for (const field of new Set([...before.keys(), ...now.keys()])) {
        const [from, to] = [before.get(field) ?? 'null', now.get(field) ?? 'null'];
        sent.set(field, to);
        if (from !== to) changed.set(field, {from, to});
      }
    }
    return [{user: userId, credential, at, isAnswered: status === 200, sent, changed}];
  });
}

function toJson(values: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(values).map(([id, value]) => [id, JSON.stringify(value ?? null)]));
}

interface SettingsBody {
  readonly config: {
    readonly sharedSettings?: Readonly<Record<string, unknown>>;
    readonly workflowSettings?: Readonly<
      Record<string, {readonly settings?: Readonly<Record<string, unknown>>}>
    >;
  };
}

/** Values that a save has brought though nobody chose them, or though a newer choice was there. */
function overwritten({decisions}: Deeds, saves: readonly Save[]): string[] {
  return saves.flatMap(({user, credential, at, changed}) => {
    // Page and page have one clock: what was chosen after the request left is none of its business.
    const lastly = (field: string, value: string): Decision | undefined =>
      decisions.findLast(
        (one) =>
          one.user === user &&
          one.credential === credential &&
          one.field === field &&
          one.value === value &&
          one.at <= at,
      );
    return [...changed].flatMap(([field, {from, to}]) => {
      const [chosen, replaced] = [lastly(field, to), lastly(field, from)];
      if (chosen && (!replaced || replaced.at <= chosen.at + SLACK)) return [];
      const why = chosen ? '' : ', which nobody chose';
      return [`${user}, ${credential}: ${field} became ${to}${why}, in place of ${from}`];
    });
  });
}

/** What belongs to one user or account and is at another. */
function foreign({users, log}: Inspection): string[] {
  const kept = users.flatMap(({userId, accounts}) =>
    accounts.flatMap(({credential, install}) =>
      marksIn({configurations: credential.configurations, install})
        .filter(([who, id]) => who !== userId || (id !== 'new' && id !== credential.id))
        .map((mark) => `${mark.join('~')} is at ${userId}, ${credential.id}`),
    ),
  );
  const sent = log.flatMap(({endpoint, userId, credential, body}) =>
    marksIn(body)
      .filter(
        ([who, id]) =>
          (userId !== null && who !== userId) || (endpoint === 'settings' && id !== credential),
      )
      .map((mark) => `${mark.join('~')} was sent to ${endpoint} for ${userId}, ${credential}`),
  );
  return [...kept, ...sent];
}

/** Every `user~account~number` in a value. */
function marksIn(value: unknown): readonly (readonly string[])[] {
  const text = JSON.stringify(value ?? null);
  return [...text.matchAll(/([\w-]+)~([\w-]+)~(\d+)/g)].map(
    ([, who = '', id = '', serial = '']) => [who, id, serial],
  );
}
