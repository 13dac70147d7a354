import assert from 'node:assert/strict';
import {after, suite, test} from 'node:test';
import {startBrowser, type OpenOptions, type Session} from './support.js';

const browser = await startBrowser();
after(() => browser.close());

const ADA = 'ada.moreno@northwind.example';
const within = (html: string): string => `<pg-portal>${html}</pg-portal>`;
const flow = (type: string): string =>
  within(`<pg-install-flow integration="${type}"></pg-install-flow>`);

/** Something that changes without a move of the focus, and what those are told who do not see it. */
interface Change {
  readonly name: string;
  readonly html: string;
  readonly options?: OpenOptions;
  readonly act: (session: Session) => Promise<unknown>;
  readonly told: readonly string[];
}

const CHANGES: readonly Change[] = [
  {
    name: 'a search, its end and a filter',
    html: '<pg-portal></pg-portal>',
    options: {user: 'demo-user'},
    async act(session) {
      await session.text('Quietbox').first().waitFor();
      const search = session.page.getByRole('searchbox');
      await search.fill('drive');
      await session.page.evaluate(() => window.testPage.announcements.silence(500));
      await search.fill('zzz');
      await session.page.evaluate(() => window.testPage.announcements.silence(500));
      await search.fill('');
      await session.page.evaluate(() => window.testPage.announcements.silence(500));
      await session.page.getByRole('radio', {name: /^Connected/}).check({force: true});
    },
    told: ['1 integration', 'Nothing matches “zzz”', '18 integrations', '2 integrations'],
  },
  {
    name: 'a catalog that is long on its way',
    html: '<pg-portal></pg-portal>',
    options: {user: 'demo-user', control: {latency: {integrations: 2500}}},
    act: (session) => session.text('Quietbox').first().waitFor(),
    told: ['Loading…'],
  },
  {
    name: 'a catalog that cannot be loaded',
    html: '<pg-portal></pg-portal>',
    options: {control: {failures: {integrations: {status: 500}}}},
    act: (session) => session.button('Try again').first().waitFor(),
    told: ['Your integrations could not be loaded. The sandbox was told to fail.'],
  },
  {
    name: 'settings that are saved',
    html: within('<pg-user-settings integration="drivepool"></pg-user-settings>'),
    options: {user: 'demo-user'},
    async act(session) {
      await session.fill('File name prefix', 'scan-');
      await session.button('Save').click();
      await session.text('Saved').first().waitFor();
    },
    told: ['Saved'],
  },
  {
    name: 'settings that are not saved',
    html: within('<pg-user-settings integration="drivepool"></pg-user-settings>'),
    options: {user: 'demo-user', control: {failures: {settings: {status: 500}}}},
    async act(session) {
      await session.fill('File name prefix', 'scan-');
      await session.button('Save').click();
      await session.text('Not saved.').first().waitFor();
    },
    told: ['Not saved. The sandbox was told to fail.'],
  },
  {
    name: 'a setting that is refused',
    html: within('<pg-user-settings integration="swatchbook"></pg-user-settings>'),
    options: {user: 'demo-user'},
    async act(session) {
      await session.page.getByRole('textbox', {name: 'Text', exact: true}).fill('refuse-me');
      await session.button('Save').click();
      await session.text('"Text" was not accepted.').first().waitFor();
    },
    told: ['Not saved.'],
  },
  {
    name: 'choices that cannot be loaded',
    html: within('<pg-user-settings integration="drivepool"></pg-user-settings>'),
    options: {user: 'demo-user', control: {failures: {options: {status: 500}}}},
    act: (session) => session.button('Try again').first().waitFor(),
    told: ['Folder: Something went wrong. The sandbox was told to fail.'],
  },
  {
    name: 'fields that cannot be loaded',
    html: within('<pg-field-mapper></pg-field-mapper>'),
    options: {user: 'demo-user', control: {failures: {options: {status: 500}}}},
    async act(session) {
      await session.showMapper('orbitcrm', {
        value: {mainInput: 'Contact', dependentInput: 'standard'},
      });
      await session.button('Try again').first().waitFor();
    },
    told: ['Map contact fields: Something went wrong. The sandbox was told to fail.'],
  },
  {
    name: 'a workflow that is switched',
    html: within(
      '<pg-user-settings integration="drivepool" section="workflows"></pg-user-settings>',
    ),
    options: {user: 'demo-user'},
    act: ({page}) => page.getByRole('switch').first().click(),
    told: ['“Import new files” is off.'],
  },
  {
    name: 'a sign-in that is denied',
    html: flow('quietbox'),
    async act(session) {
      const popup = await session.popup(() => session.button('Connect Quietbox').click());
      await popup.getByRole('button', {name: 'Deny'}).click();
      await session.text('Access was not granted.').waitFor();
    },
    told: ['Access was not granted. Access to Quietbox was denied.'],
  },
  {
    name: 'an account that is reconnected below its list',
    html: within('<pg-account-list integration="drivepool"></pg-account-list>'),
    options: {user: 'demo-user'},
    async act(session) {
      const popup = await session.popup(() => session.button(/^Reconnect bilal/).click());
      await popup.getByText('Bilal Okafor').click();
      await session.approve(popup);
      await session
        .text(/is reconnected/)
        .first()
        .waitFor();
    },
    told: [],
  },
  {
    name: 'an account that is renamed',
    html: within('<pg-account-list integration="drivepool"></pg-account-list>'),
    options: {user: 'demo-user'},
    async act(session) {
      await session.page.evaluate(() => {
        window.testPage.portal().renameAccount = () => Promise.resolve();
      });
      await session.chooseAction(ADA, 'Rename');
      await session.page.getByRole('textbox').first().fill('Mine');
      await session.page.keyboard.press('Enter');
      await session.text('Mine').first().waitFor();
    },
    told: ['Renamed to Mine.'],
  },
];

suite('each change is announced once', {concurrency: 2}, () => {
  for (const {name, html, options, act, told} of CHANGES) {
    test(name, async (t) => {
      const session = await browser.open(t, html, options);
      await act(session);
      const {page} = session;
      const problems = await page.evaluate(() => window.testPage.announcements.problems(600));
      const heard = await page.evaluate(() => window.testPage.announcements.heard);
      // What takes long on a slow machine is said to be loading.
      const texts = heard
        .map(({text}) => text)
        .filter((text) => text !== 'Loading…' || told.includes(text));
      assert.deepEqual({heard: texts, problems}, {heard: told, problems: []});
    });
  }
});
