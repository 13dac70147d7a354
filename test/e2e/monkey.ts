/**
 * A monkey on the whole kit with the real SDK: it presses, types, switches users, and has the backend fail, as a seed says. Then what
 * the backend has is compared with what was asked for.
 *
 *     npm run monkey -- --actions 20000 --seed 7
 *
 * The seed decides what is done; when answers come is the machine's. A failure prints the seed and the last actions before it.
 */
import {parseArgs} from 'node:util';
import type {Inspection} from '../../demo/sandbox/inspection.js';
import {startBrowser, type Session} from './support.js';
import type {Deeds} from './monkey-hands.js';

const {values} = parseArgs({
  options: {actions: {type: 'string', default: '2000'}, seed: {type: 'string'}},
});
const actions = Number(values.actions);
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
/** Actions until a page is looked at and left for a new one. */
const ROUND = 250;
const BATCH = 25;
/** How long a page may be busy once nothing goes wrong any more. Milliseconds. */
const PATIENCE = 40_000;

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
try {
  for (let done = 0; done < actions && problems.length === 0; done += ROUND)
    await round(done / ROUND, Math.min(ROUND, actions - done));
} finally {
  for (const end of ends)
    await Promise.resolve(end()).catch((error: unknown) => problems.push(String(error)));
  await browser.close();
}
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
  await page.waitForFunction(() => window.testPage.portal().session?.snapshot.status === 'ready');
  await page.evaluate((start) => window.testPage.monkey.begin(start), seed * 1000 + index);
  for (let done = 0; done < count; done += BATCH) {
    await page.evaluate((some) => window.testPage.monkey.act(some), Math.min(BATCH, count - done));
    for (const other of page.context().pages())
      if (other !== page) await other.close().catch(() => undefined);
    problems.push(...deletions(await session.inspect()), ...foreign(await session.inspect()));
  }
  await page.evaluate(() => window.testPage.monkey.rest());
  const busy = await untilIdle(session);
  const deeds = await page.evaluate(() => window.testPage.monkey.deeds());
  ({trail} = deeds);
  const inspection = await session.inspect();
  problems.push(
    ...busy,
    ...unconfirmed(inspection, deeds),
    ...lost(inspection, deeds),
    ...foreign(inspection),
  );
  const printed = session.printed.filter((text) => !/^pg-elements: /.test(text));
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
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Accounts whose removal reached the backend. */
function removed({log}: Inspection): readonly string[] {
  return [
    ...new Set(
      log.flatMap(({endpoint, credential}) =>
        endpoint === 'uninstall' && credential !== null ? [credential] : [],
      ),
    ),
  ];
}

function deletions(inspection: Inspection): string[] {
  const {log} = inspection;
  return log
    .filter(({endpoint, credential}) => endpoint === 'uninstall' && credential === null)
    .map(() => 'a removal of no account in particular');
}

function unconfirmed(inspection: Inspection, {confirmed}: Deeds): string[] {
  const gone = removed(inspection);
  return gone.length > confirmed
    ? [`${gone.length} accounts were removed, ${confirmed} removals confirmed: ${gone.join(', ')}`]
    : [];
}

/** What was acknowledged and is not there. */
function lost({users}: Inspection, {wanted, acknowledged}: Deeds): string[] {
  return Object.entries(wanted).flatMap(([key, allowed]) => {
    const [userId, id, field = ''] = key.split('/');
    const account = users
      .find((one) => one.userId === userId)
      ?.accounts.find(({credential}) => credential.id === id);
    const settings = account?.credential.configurations.find(
      ({isDefault}) => isDefault,
    )?.sharedSettings;
    if (!settings || allowed.length === 0) return [];
    const now = JSON.stringify(settings[field]);
    const isThere = allowed.some((value) => JSON.stringify(value) === now);
    // Where nothing was acknowledged, what was there before may be there still.
    return isThere || !acknowledged.includes(key)
      ? []
      : [`lost: ${key} is ${now}, not ${JSON.stringify(allowed)}`];
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
