import {after, suite, test} from 'node:test';
import {startBrowser} from './support.js';

const browser = await startBrowser();
after(() => browser.close());

/** Within which people read something and find a way on. Milliseconds. */
const IN_TIME = 15_000;
const HOUR = 3_600_000;
const PORTAL = '<pg-portal></pg-portal>';

suite('a portal that cannot start', () => {
  test('says so in time where the page never gives a token, and goes on with one that comes then', async (t) => {
    const session = await browser.open(t, '<p>Host</p>');
    await session.page.clock.install();
    // As text: what the test's own compiler adds to functions is not there in the page.
    await session.page.evaluate(`{
      const portal = document.createElement('pg-portal');
      let give;
      portal.getUserToken = () => new Promise((resolve) => (give = resolve));
      window.giveToken = async () => {
        const response = await fetch('/sandbox/token?project=${session.project}', {
          method: 'POST',
          headers: {'content-type': 'application/json'},
          body: JSON.stringify({userId: 'newcomer'}),
        });
        give((await response.json()).token);
      };
      portal.endpoints = window.testPage.endpoints;
      portal.host = 'localhost';
      portal.projectId = '${session.project}';
      document.body.append(portal);
    }`);
    await session.page.clock.fastForward(IN_TIME);
    await session.button('Try again').waitFor();
    await session.page.evaluate('giveToken()');
    await session
      .button(/^Quietbox/)
      .first()
      .waitFor();
  });

  test('says that the clock of the device is wrong, not that the session has ended', async (t) => {
    const session = await browser.open(t, '<p>Host</p>', {documented: true});
    await session.page.clock.install({time: Date.now() + 5 * HOUR});
    await session.load(PORTAL);
    await session.text(/clock on this device is wrong/).waitFor();
    await session.page.clock.setSystemTime(Date.now());
    await session.button('Try again').click();
    await session
      .button(/^Quietbox/)
      .first()
      .waitFor();
  });

  test('works where the clock of the device is behind', async (t) => {
    const session = await browser.open(t, '<p>Host</p>');
    await session.page.clock.install({time: Date.now() - 5 * HOUR});
    await session.load(PORTAL);
    await session
      .button(/^Quietbox/)
      .first()
      .waitFor();
  });
});
