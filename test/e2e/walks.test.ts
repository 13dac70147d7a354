import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {after, suite, test, type TestContext} from 'node:test';
import {fileURLToPath} from 'node:url';
import {ScreenReader} from '../support/screen-reader.js';
import {startBrowser, type OpenOptions, type Session} from './support.js';

const browser = await startBrowser();
after(() => browser.close());

const PORTAL = '<pg-portal></pg-portal>';

/** Somebody who sees nothing of the page, and has no mouse. */
interface Walk {
  readonly name: string;
  readonly html?: string;
  readonly options?: OpenOptions;
  readonly go: (reader: ScreenReader, session: Session) => Promise<void>;
}

/** Presses Tab until the focus is on what begins like this. */
async function tabTo(reader: ScreenReader, name: string): Promise<void> {
  for (let presses = 0; presses < 12; presses += 1) {
    await reader.press('Tab');
    if (reader.focus.startsWith(name)) return;
  }
  throw new Error(`Tab does not lead to ${name}:\n${reader.transcript}`);
}

/** Searches the catalog, and opens what is found first. */
async function find(reader: ScreenReader, session: Session, name: string): Promise<void> {
  await session.text('Quietbox').first().waitFor();
  await reader.read();
  await tabTo(reader, 'Search');
  await reader.type(name);
  await tabTo(reader, name);
  await reader.press('Enter', () => session.page.getByRole('dialog').waitFor());
  await reader.read();
}

/** Approves at the provider, in its window, as one of those who are known there. */
async function approve(
  reader: ScreenReader,
  session: Session,
  act: () => Promise<unknown>,
  person = 'Ada Moreno',
): Promise<void> {
  let popup = session.page;
  await reader.step('Enter', async () => {
    popup = await session.popup(act);
    await session
      .text(/Finish in the/)
      .first()
      .waitFor();
  });
  await reader.step(`approves as ${person} in the window of the provider`, async () => {
    await popup.getByText(person).click();
    await session.approve(popup);
    await session
      .text(/Finish in the/)
      .first()
      .waitFor({state: 'detached'});
  });
}

const enter = (session: Session) => () => session.page.keyboard.press('Enter');

const WALKS: readonly Walk[] = [
  {
    name: 'first connection',
    html: PORTAL,
    async go(reader, session) {
      await find(reader, session, 'Salesforce');
      await tabTo(reader, 'Connect Salesforce');
      await reader.press('Enter', () => session.text('Sandbox account').waitFor());
      await tabTo(reader, 'Continue');
      await reader.press('Enter');
      await reader.press('ArrowDown');
      await reader.read();
      await tabTo(reader, 'Continue');
      await reader.press('Enter', () => session.text('Step 2').waitFor());
      await reader.read();
      await tabTo(reader, 'I’ve installed the package');
      await approve(reader, session, enter(session));
      await reader.read();
      await reader.press('Escape');
    },
  },
  {
    name: 'revoked account',
    html: PORTAL,
    options: {user: 'demo-user'},
    async go(reader, session) {
      await find(reader, session, 'Drivepool');
      await tabTo(reader, 'Reconnect');
      await approve(reader, session, enter(session), 'Bilal Okafor');
      await reader.read();
    },
  },
  {
    name: 'two workspaces',
    html: '<pg-portal><pg-account-list integration="quietbox"></pg-account-list></pg-portal>',
    async go(reader, session) {
      await session
        .text(/No accounts/)
        .first()
        .waitFor();
      await reader.read();
      await tabTo(reader, 'Connect');
      await approve(reader, session, enter(session));
      await tabTo(reader, 'Done');
      await tabTo(reader, 'Add another');
      await approve(reader, session, enter(session), 'Bilal Okafor');
      await reader.read();
      await tabTo(reader, 'Actions for bilal');
      await reader.press('Enter', () => session.page.getByRole('menuitem').first().waitFor());
      await reader.press('End');
      await reader.press('Enter', () => session.page.getByRole('alertdialog').waitFor());
      await reader.read();
      await tabTo(reader, 'Disconnect');
      await reader.press('Enter', () =>
        session.page.getByRole('button', {name: /bilal/}).waitFor({state: 'detached'}),
      );
      await reader.read();
    },
  },
  {
    name: 'many fields',
    html: '<pg-portal><pg-field-mapper></pg-field-mapper></pg-portal>',
    options: {user: 'demo-user'},
    async go(reader, session) {
      await reader.step('opens the fields of a contact', () =>
        session.showMapper('orbitcrm', {value: {mainInput: 'Contact', dependentInput: 'standard'}}),
      );
      await reader.read();
      await tabTo(reader, 'Accept all');
      await reader.press('Enter');
      await tabTo(reader, 'Undo');
      await reader.press('Enter');
      await tabTo(reader, 'Field for Full name');
      await reader.press('Enter');
      await reader.press('Tab');
      await reader.press('Shift+Tab');
      await tabTo(reader, 'Field for City');
      await reader.type('shipping city', () => session.page.getByRole('option').first().waitFor());
      await reader.press('ArrowDown');
      await reader.press('Enter');
      await reader.press('Shift+Tab');
    },
  },
  {
    name: 'refused key',
    html: PORTAL,
    async go(reader, session) {
      await find(reader, session, 'Postwise');
      await tabTo(reader, 'Connect Postwise');
      const key = session.page.getByRole('textbox', {name: /API key/});
      await reader.press('Enter', () => key.waitFor());
      await reader.read();
      await tabTo(reader, 'Connect Postwise');
      await reader.press('Enter');
      await reader.type('wrong-key');
      const refused = session.text(/did not accept/).first();
      await reader.press('Enter', () => refused.waitFor());
      await reader.read();
      await reader.press('ControlOrMeta+a');
      await reader.type('pw_right');
      await tabTo(reader, 'Connect Postwise');
      const connected = session.text(/is connected as/).first();
      await reader.press('Enter', () => connected.waitFor());
      await reader.read();
    },
  },
];

/**
 * What people hear who see nothing, in the five walks that everybody takes. A difference is a change of what they hear: read the new line
 * as they do, and keep it with `ACCEPT=1`.
 */
suite('with a screen reader', {concurrency: 2}, () => {
  for (const {name, html = PORTAL, options, go} of WALKS) {
    test(name, async (t: TestContext) => {
      const session = await browser.open(t, html, options);
      const reader = await ScreenReader.of(session.page);
      const file = fileURLToPath(
        new URL(`transcripts/${name.replaceAll(' ', '-')}.txt`, import.meta.url),
      );
      try {
        await go(reader, session);
      } finally {
        // Of a walk that ends before its end, it shows where.
        if (process.env['ACCEPT']) await writeFile(file, reader.transcript);
      }
      assert.equal(reader.transcript, await readFile(file, 'utf8'));
    });
  }
});
