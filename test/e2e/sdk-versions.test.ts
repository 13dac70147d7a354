import assert from 'node:assert/strict';
import {suite, test, type TestContext} from 'node:test';
import {DEMO_USER_ID} from '../../demo/sandbox/endpoints.js';
import {seededCredentialId} from '../../demo/sandbox/ids.js';
import {mainJob} from '../hosts/job.js';
import {startBrowser, type Session} from './support.js';

/** Versions of the SDK, the packages that they are installed as, and what the kit names that they lack. */
const VERSIONS = [
  {version: '2.4.0', sdk: '@useparagon/connect', lacks: '', connects: true},
  {
    version: '2.2.4',
    sdk: 'connect-2.2',
    lacks: 'getSourcesForInput, setDataSources: 2.4.0 or newer is needed.',
    connects: true,
  },
  {
    version: '2.1.1',
    sdk: 'connect-2.1',
    lacks: 'installFlow.cancel, getSourcesForInput, setDataSources: 2.4.0 or newer is needed.',
    connects: false,
  },
  {
    version: '2.0.6',
    sdk: 'connect-2.0',
    lacks: 'installFlow.cancel, getSourcesForInput, setDataSources: 2.4.0 or newer is needed.',
    connects: false,
  },
];

const SECOND = seededCredentialId('drivepool', 2);
const ACCOUNT = `<pg-portal>
  <pg-account-list integration="drivepool" without-add></pg-account-list>
  <pg-user-settings integration="drivepool" credential="${SECOND}"></pg-user-settings>
</pg-portal>`;

/** What the page was told is missing, each time. */
const shortcomings = async ({page}: Session): Promise<readonly string[]> => {
  const events = await page.evaluate(() => window.testPage.events);
  return events.flatMap(({name, detail}) => {
    const {code, message} = detail as {readonly code?: string; readonly message?: string};
    return name === 'pg-error' && code === 'sdk-outdated' ? [message ?? ''] : [];
  });
};

const open = async (t: TestContext, sdk: string, html: string, user: string): Promise<Session> => {
  const browser = await startBrowser(undefined, sdk);
  t.after(() => browser.close());
  return browser.open(t, html, {user, documented: true});
};

suite('with an SDK of version', () => {
  for (const {version, sdk, lacks, connects} of VERSIONS) {
    test(`${version}, what is missing is named once, ${connects ? 'and all of the main job works' : 'and nothing is connected'}`, async (t) => {
      const session = await open(t, sdk, '<pg-portal></pg-portal>', 'newcomer');
      const {page} = session;
      await session.text('Quietbox').first().waitFor();
      const told = await shortcomings(session);
      assert.equal(told.length, lacks ? 1 : 0);
      assert.ok(told.every((message) => message.endsWith(` has no ${lacks}`)));
      if (connects) {
        await mainJob(page.context(), page);
        assert.equal((await session.stored('postwise')).length, 1);
        assert.equal((await session.stored('ticketline')).length, 0);
        assert.equal((await shortcomings(session)).length, told.length);
        await page.evaluate(() => window.testPage.useFacade());
        await session.button(/^Ticketline/).waitFor();
        // The facade is another object, and a session of its own.
        assert.equal((await shortcomings(session)).length, 2 * told.length);
        return;
      }
      await page
        .getByRole('button', {name: /^Postwise/})
        .first()
        .click();
      await session.connect('Postwise').click();
      await session.shown('This is not available until the page is updated.').waitFor();
      assert.match((await shortcomings(session)).at(-1) ?? '', /2\.2\.3 or newer is needed/);
      assert.deepEqual(await session.stored('postwise'), []);
    });

    test(`${version}, an account of several is listed, changed and disconnected, and no other`, async (t) => {
      const session = await open(t, sdk, ACCOUNT, DEMO_USER_ID);
      const {page} = session;
      const accounts = page.getByRole('list', {name: 'Drivepool accounts'});
      await accounts.waitFor();
      assert.equal(await accounts.getByRole('listitem').count(), 3);
      const before = await session.stored('drivepool', DEMO_USER_ID);
      await session.fill('File name prefix', `Written with ${version}`);
      const folder = page.getByRole('combobox', {name: 'Folder'});
      await folder.click();
      if (connects)
        await page
          .getByRole('option', {name: /Contracts/})
          .first()
          .click();
      else
        await session.shown('This is not available until the page is updated.').first().waitFor();
      await session.button('Save').click();
      await page.getByText('Saved', {exact: true}).first().waitFor();
      const after = await session.stored('drivepool', DEMO_USER_ID);
      const changed = after.filter(
        (account, index) => JSON.stringify(account) !== JSON.stringify(before[index]),
      );
      assert.deepEqual(
        changed.map(({credential}) => credential.id),
        [SECOND],
      );
      assert.match(JSON.stringify(changed), new RegExp(`Written with ${version}`));
      await accounts.getByRole('button', {name: 'Actions for northwind-shared'}).click();
      await page.getByRole('menuitem', {name: 'Disconnect'}).click();
      await page.getByRole('alertdialog').getByRole('button', {name: 'Disconnect'}).click();
      await page.getByRole('alertdialog').waitFor({state: 'hidden'});
      const left = await session.stored('drivepool', DEMO_USER_ID);
      assert.deepEqual(
        left.map(({credential}) => credential.id),
        before.map(({credential}) => credential.id).filter((id) => id !== SECOND),
      );
    });
  }
});
