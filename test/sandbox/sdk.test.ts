import assert from 'node:assert/strict';
import {after, suite, test} from 'node:test';
import {DEMO_USER_ID} from '../../demo/sandbox/endpoints.js';
import {startSdkBrowser} from './sdk-browser.js';

const browser = await startSdkBrowser();
after(() => browser.close());

suite('the real SDK', () => {
  test('signs in', async () => {
    const {page} = await browser.newSession(DEMO_USER_ID);
    const types = await page.evaluate(() =>
      window.sdkPage.paragon.getIntegrationMetadata().map(({type}) => type),
    );
    assert.ok(types.length > 16);
    assert.ok(!types.includes('faxbridge'));
  });

  test('connects over OAuth', async () => {
    const session = await browser.newSession('user-1');
    const {popup, outcome} = await session.popupOf(() =>
      session.page.evaluate(() => window.sdkPage.install('chirrup')),
    );
    await popup.getByRole('button', {name: 'Approve'}).click();
    console.log(await outcome, popup.isClosed());
  });
});
