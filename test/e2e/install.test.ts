import assert from 'node:assert/strict';
import {after, suite, test} from 'node:test';
import {startBrowser} from './support.js';

const browser = await startBrowser();
after(() => browser.close());

const flow = (integration: string, attributes = ''): string =>
  `<pg-portal><pg-install-flow integration="${integration}" ${attributes}></pg-install-flow></pg-portal>`;

suite('connecting with the real SDK', () => {
  test('signs in through the provider’s window', async (t) => {
    const session = await browser.open(t, flow('quietbox'));
    const popup = await session.popup(() => session.button('Connect Quietbox').click());
    await session.text('Sign in to Quietbox in the new window').waitFor();
    await session.approve(popup);
    await session.text(/Quietbox is connected as/).waitFor();
    assert.deepEqual(await session.events(), [
      'pg-ready',
      'pg-install',
      'pg-install-stage:oauth',
      'pg-install-stage:done',
      'pg-installed',
    ]);
    assert.equal((await session.accounts('quietbox'))[0]?.status, 'valid');
  });
});
