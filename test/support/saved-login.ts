import {createCipheriv, pbkdf2Sync} from 'node:crypto';
import {existsSync} from 'node:fs';
import {mkdtemp, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {chromium, type BrowserContext, type Page} from 'playwright-core';
import initSqlJs from 'sql.js';
import {chromiumArgs} from '../../scripts/browser.mjs';
import {stayLocal, type PageSource} from './chromium.js';

/** What the browser has saved for the site. */
export const LOGIN = {username: 'ada@site.example', password: 'site-password'} as const;

/** Whole browsers: a headless shell has no password manager. */
const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** A browser with a password manager whose database can be written by a script: on Linux the key is well known. */
export function findBrowserWithPasswords(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const {CHROME_PATH} = process.env;
  const given = CHROME_PATH && !CHROME_PATH.includes('headless') ? [CHROME_PATH] : [];
  return [...given, ...BROWSERS].find((path) => existsSync(path));
}

/** Pages of a browser whose password manager has a login for this origin, and fills it in by itself. */
export async function withSavedLogin(executablePath: string, origin: string): Promise<PageSource> {
  const profile = await mkdtemp(join(tmpdir(), 'pg-profile-'));
  const launch = (): Promise<BrowserContext> =>
    chromium.launchPersistentContext(profile, {
      executablePath,
      args: [...chromiumArgs, '--password-store=basic'],
      // Automated browsers leave passwords alone.
      ignoreDefaultArgs: ['--enable-automation'],
    });
  const database = join(profile, 'Default', 'Login Data');
  const first = await launch();
  await isWritten(database);
  await first.close();
  await addLogin(database, origin);
  const context = await launch();
  await stayLocal(context);
  return {
    async open({width, height}): Promise<Page> {
      const page = await context.newPage();
      await page.setViewportSize({width, height});
      return page;
    },
    closePage: (page) => page.close(),
    async close(): Promise<void> {
      await context.close();
      await rm(profile, {recursive: true, force: true});
    },
  };
}

/** The browser makes the database, with the tables of its version, a moment after it has started. */
async function isWritten(file: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const {size} = await stat(file).catch(() => ({size: 0}));
    if (size > 0) return;
    await wait(100);
  }
  throw new Error('The browser made no database of logins.');
}

async function addLogin(file: string, origin: string): Promise<void> {
  const sql = await initSqlJs();
  const database = new sql.Database(await readFile(file));
  // Microseconds since 1601.
  const now = (Date.now() + 11_644_473_600_000) * 1000;
  const known: Readonly<Record<string, string | number | Uint8Array>> = {
    origin_url: `${origin}/login`,
    action_url: `${origin}/login`,
    signon_realm: `${origin}/`,
    username_value: LOGIN.username,
    password_value: encrypt(LOGIN.password),
    times_used: 3,
    date_created: now,
    date_last_used: now,
    date_password_modified: now,
  };
  const columns = database.exec('PRAGMA table_info(logins)')[0]?.values ?? [];
  const row = columns
    .map(([, name, type]): [string, string | number | Uint8Array] => [
      String(name),
      known[String(name)] ?? (type === 'INTEGER' ? 0 : type === 'BLOB' ? new Uint8Array() : ''),
    ])
    .filter(([name]) => name !== 'id');
  database.run(
    `INSERT INTO logins (${row.map(([name]) => name).join()}) VALUES (${row.map(() => '?').join()})`,
    row.map(([, value]) => value),
  );
  await writeFile(file, database.export());
  database.close();
}

/** As Chromium does on Linux without a keyring: with a password that is in its source code. */
function encrypt(text: string): Uint8Array {
  const key = pbkdf2Sync('peanuts', 'saltysalt', 1, 16, 'sha1');
  const cipher = createCipheriv('aes-128-cbc', key, Buffer.alloc(16, ' '));
  return Buffer.concat([Buffer.from('v10'), cipher.update(text, 'utf8'), cipher.final()]);
}
