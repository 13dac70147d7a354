import {expect} from '@open-wc/testing';
import {deferred} from '../support/deferred.js';
import {stilled} from '../support/stilled.js';
import {accountOf, REFUSED, SettingsSdk} from '../core/settings-double.js';
import {ConnectSession} from '../../src/core/compose.js';
import {show, type SettingsPage} from './user-settings-fixture.js';

async function expectAccessible({element}: SettingsPage): Promise<void> {
  const {style} = document.documentElement;
  try {
    for (const [scheme, background] of [
      ['light', '#ffffff'],
      ['dark', '#16181e'],
    ] as const) {
      style.colorScheme = scheme;
      element.style.background = background;
      await stilled();
      await expect(element).to.be.accessible();
    }
  } finally {
    style.colorScheme = '';
    element.style.background = '';
  }
}

describe('pg-user-settings states', () => {
  it('is accessible as a form, while wrong, and with a switch that went back', async () => {
    const page = await show();
    await expectAccessible(page);
    await page.type('a', REFUSED);
    await page.type('b', REFUSED);
    await page.element.save();
    await page.rendered();
    expect(page.text).to.contain('2 fields need your attention.');
    page.sdk.network = () => Promise.reject(new Error('{"message":"No.","status":400}'));
    page.switchOf('Never ran').click();
    await page.until(() => page.text.includes('could not be turned on'));
    await expectAccessible(page);
  });

  it('shows stand-ins while loading', async () => {
    const signedIn = deferred<undefined>();
    const sdk = new SettingsSdk([accountOf('one')]);
    const session = new ConnectSession(sdk, {
      signIn: async () => {
        await signedIn.promise;
      },
    });
    const page = await show({session}, sdk);
    expect(page.states).to.deep.equal(['loading']);
    expect(page.part('base')!.getAttribute('aria-busy')).to.equal('true');
    expect(page.root.querySelectorAll('.skeleton')).not.to.have.length(0);
    signedIn.resolve(undefined);
    await page.until(() => page.root.querySelector('pg-input') !== null);
    expect(page.states).to.deep.equal([]);
  });

  it('says that no account is connected', async () => {
    const page = await show({}, new SettingsSdk([]));
    expect(page.text).to.contain('Connect Acme to change its settings.');
    await expectAccessible(page);
  });

  it('says that the account that is asked for is gone, tells it once, and offers the others and a new one', async () => {
    const element = document.createElement('pg-user-settings');
    const heard: unknown[] = [];
    element.addEventListener('pg-error', ({detail}) => heard.push(detail.code));
    element.addEventListener('pg-account-select', ({detail}) => heard.push(detail));
    const page = await show({credential: 'none'}, undefined, element);
    expect(page.text).to.contain('no longer connected');
    expect([...page.root.querySelectorAll('[part=save]')]).to.have.length(0);
    await page.session.refresh();
    await page.rendered();
    expect(heard).to.deep.equal(['account-not-found']);
    await expectAccessible(page);
    const flow = page.root.querySelector('pg-install-flow')!;
    expect(flow.allowMultiple).to.equal(true);
    [...page.root.querySelectorAll('button')]
      .find((one) => one.textContent.includes('Use'))!
      .click();
    await page.rendered();
    expect(page.element.credential).to.equal('one');
    expect(heard.slice(1)).to.deep.equal([{integration: 'acme', credentialId: 'one'}]);
    expect(page.field('a').credential).to.equal('one');
  });

  it('shows the settings of an external id, written either way', async () => {
    for (const credential of ['team', 'ext:team']) {
      const sdk = new SettingsSdk([accountOf('one'), accountOf('two', {externalId: 'team'})]);
      const page = await show({credential}, sdk);
      expect(page.field('a').credential).to.equal('two');
    }
  });

  it('shows no other account when the one that it has chosen itself goes', async () => {
    const page = await show();
    expect(page.field('a').credential).to.equal('one');
    page.sdk.server.delete('one');
    await page.session.refresh();
    await page.rendered();
    expect(page.text).to.contain('no longer connected');
  });

  it('says that the account has no such configuration', async () => {
    const page = await show({configuration: 'none'});
    expect(page.text).to.contain('does not have this configuration');
  });

  it('says that there is nothing to set', async () => {
    const page = await show({section: 'settings'}, new SettingsSdk([accountOf('one')], []));
    expect(page.text).to.contain('Acme works without settings.');
  });

  it('says why an account does not work, reconnects it in place, and keeps what was typed', async () => {
    const page = await show({credential: 'one'});
    await page.type('a', 'x');
    page.sdk.change('one', {status: 'INVALID'});
    await page.session.refresh();
    await page.rendered();
    expect(page.part('note')!.textContent).to.contain('Access to');
    expect(page.part('note')!.textContent).to.contain('What you typed is kept.');
    const flow = page.root.querySelector('pg-install-flow')!;
    expect([flow.integration, flow.credential]).to.deep.equal(['acme', 'one']);
    await expectAccessible(page);
    page.sdk.change('one', {status: 'VALID'});
    await page.session.refresh();
    await page.rendered();
    expect(page.control('a').value).to.equal('x');
  });

  it('takes the first account that works, and stays with it', async () => {
    const sdk = new SettingsSdk([accountOf('one', {status: 'INVALID'}), accountOf('two')]);
    const page = await show({}, sdk);
    await page.type('a', 'x');
    page.sdk.change('one', {status: 'VALID'});
    await page.session.refresh();
    await page.rendered();
    expect(page.control('a').value).to.equal('x');
    await page.element.save();
    expect(sdk.saved('two').sharedSettings).to.deep.equal({a: 'x'});
  });

  it('forgets what was typed when another user signs in', async () => {
    const page = await show();
    await page.type('a', 'hers');
    page.sdk.userId = 'user-2';
    page.session.reread();
    await page.rendered();
    expect(page.control('a').value).to.equal('');
  });

  it('leaves no listener behind', async () => {
    const page = await show();
    expect(page.sdk.listenerCount).to.be.greaterThan(0);
    page.element.remove();
    await Promise.resolve();
    expect(page.sdk.listenerCount).to.equal(0);
  });
});
