import assert from 'node:assert/strict';
import {after, suite, test} from 'node:test';
import {eventually} from '../support/eventually.js';
import {recordShifts, shiftsOf, slowDown} from './layout-shift.js';
import {startBrowser, type Session} from './support.js';

const browser = await startBrowser();
after(() => browser.close());

/** What people do, step by step; answers come later than what still counts as following a press. */
interface Flow {
  readonly name: string;
  readonly steps: (session: Session) => Promise<unknown>;
  readonly user?: string;
}

const ADA = 'ada.moreno@northwind.example';
/** Of every answer of the service. Milliseconds. */
const LATENCY = 800;

/** Opens an integration in the dialog of the portal. */
async function openDetail(session: Session, name: string): Promise<void> {
  await session.page.getByText(name, {exact: true}).first().click();
  await session.page.getByRole('dialog').waitFor();
}

const FLOWS: readonly Flow[] = [
  {
    name: 'the catalog of somebody who has connected nothing',
    user: 'newcomer',
    steps: ({page}) => page.waitForLoadState('networkidle'),
  },
  {
    name: 'a first connection, with account types',
    steps: async (session) => {
      await openDetail(session, 'Salesforce');
      await session.connect('Salesforce').click();
      await session.page.getByText('Own connected app').click();
      await session.button('Continue').click();
      await session.fill(/Consumer key/, 'key');
      await session.fill(/Consumer secret/, 'secret');
      const popup = await session.popup(() => session.button('Continue').click());
      await session.approve(popup);
      await session.text(/Salesforce is connected as/).waitFor();
      await session.button('Choose settings').click();
      await session.page.getByRole('combobox', {name: 'Direction'}).waitFor();
    },
  },
  {
    name: 'a refused key, and the right one',
    steps: async (session) => {
      await openDetail(session, 'Postwise');
      await session.connect('Postwise').click();
      await session.fill(/API key/, 'wrong-key');
      await session.connect('Postwise').click();
      await session
        .text(/did not accept/)
        .first()
        .waitFor();
      await session.fill(/API key/, 'pw_right');
      await session.connect('Postwise').click();
      await session.text(/Postwise is connected as/).waitFor();
    },
  },
  {
    name: 'an account that is reconnected',
    steps: async (session) => {
      await openDetail(session, 'Drivepool');
      const popup = await session.popup(() => session.button(/^Reconnect bilal/).click());
      await session.approve(popup);
      await session.text(/is reconnected/).waitFor();
      await session.button('Choose settings').click();
      await session.page.getByRole('tab', {name: /^Settings/, selected: true}).waitFor();
    },
  },
  {
    name: 'the settings of one account after the other',
    steps: async (session) => {
      await openDetail(session, 'Drivepool');
      await session.page.getByRole('tab', {name: /^Settings/}).click();
      await session.page.getByRole('textbox', {name: 'File name prefix'}).waitFor();
      const chosen = session.page.getByLabel('Account', {exact: true});
      await chosen.selectOption('northwind-shared');
      const folder = session.page.getByRole('combobox', {name: 'Folder'});
      await eventually(async () => /campaigns/.test(await folder.inputValue()), true);
      await session.page.getByRole('tab', {name: /^Workflows/}).click();
      await session.page.getByRole('switch').first().waitFor();
    },
  },
  {
    name: 'settings that are changed and saved, from one tab to the next',
    steps: async (session) => {
      await openDetail(session, 'Drivepool');
      await session.page.getByRole('tab', {name: /^Settings/}).click();
      await session.fill('File name prefix', 'scan-');
      await session.button('Save').click();
      await session.text('Saved').first().waitFor();
      await session.page.getByRole('tab', {name: /^Workflows/}).click();
      await session.page.getByRole('switch').first().waitFor();
      await session.page.getByRole('tab', {name: /^Accounts/}).click();
      await session.shown(ADA).first().waitFor();
    },
  },
];

suite('nothing moves by itself in', {concurrency: 2}, () => {
  for (const {name, steps, user = 'demo-user'} of FLOWS) {
    for (const width of [1280, 360]) {
      test(`${name}, ${width} px wide`, async (t) => {
        const session = await browser.open(t, '<pg-portal></pg-portal>', {
          user,
          width,
          control: {latency: LATENCY},
          script: recordShifts,
        });
        await slowDown(session.page);
        await session.text('Quietbox').first().waitFor();
        await steps(session);
        const {score, shifts} = await shiftsOf(session.page);
        assert.ok(score < 0.02, `${score.toFixed(3)}: ${shifts.join('\n')}`);
      });
    }
  }
});
