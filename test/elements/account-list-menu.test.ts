import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {AccountNaming} from '../../src/core/accounts/account-names.js';
import {PgError} from '../../src/core/errors.js';
import {deferred} from '../support/deferred.js';
import {ADA, BOB, mountAccounts, slackWith, type AccountsPage} from './account-list-fixture.js';
import {announced, button, expectAccessible, focused, seen, until} from './session-fixture.js';

const menu = (page: AccountsPage): HTMLElement | null =>
  page.root.querySelector<HTMLElement>('[role="menu"]');
const items = (page: AccountsPage): readonly string[] =>
  [...(menu(page)?.children ?? [])].map((item) => seen(item));

async function press(page: AccountsPage, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await sendKeys({press: key});
    await page.settled();
  }
}

/** A list whose accounts the host names. */
async function mountNamed(naming: AccountNaming): Promise<AccountsPage> {
  const page = await mountAccounts([slackWith(ADA, {...BOB, status: 'VALID'})]);
  page.session.nameAccounts(naming);
  await until(() => page.session.namer);
  await page.settled();
  return page;
}

describe('pg-account-list menu', () => {
  it('holds what can be done and is not due, and is named by the account', async () => {
    const page = await mountAccounts([slackWith(ADA, BOB)]);
    await page.click('Actions for ada@example.com');
    expect(items(page)).to.deep.equal(['Reconnect', 'Disconnect']);
    expect(menu(page)!.ariaLabel).to.equal('Actions for ada@example.com');
    expect(focused()).to.equal('Reconnect');
    await expectAccessible(page.element);
    await page.click('Actions for bob@example.com');
    expect(items(page)).to.deep.equal(['Disconnect']);
    expect([...page.root.querySelectorAll('[role="menu"]')]).to.have.length(1);
  });

  it('signs in again within the click, and has the focus back where that is cancelled', async () => {
    const page = await mountAccounts([slackWith(ADA)]);
    await page.choose('ada@example.com', 'Reconnect');
    expect(page.sdk.starts[0]![1].selectedCredentialId).to.equal('ada');
    await page.click('Cancel');
    expect(focused()).to.equal('Actions for ada@example.com');
  });

  it('is worked with the keys of a menu', async () => {
    const page = await mountAccounts([slackWith(ADA)]);
    button(page.element, 'Actions for ada@example.com').focus();
    await press(page, 'ArrowUp');
    expect(focused()).to.equal('Disconnect');
    await press(page, 'ArrowDown');
    expect(focused()).to.equal('Reconnect');
    await press(page, 'ArrowUp');
    expect(focused()).to.equal('Disconnect');
    await press(page, 'Home');
    expect(focused()).to.equal('Reconnect');
    await press(page, 'd');
    expect(focused()).to.equal('Disconnect');
    await press(page, 'Escape');
    expect([menu(page), focused()]).to.deep.equal([null, 'Actions for ada@example.com']);
    await press(page, 'Enter');
    expect(focused()).to.equal('Reconnect');
    await press(page, 'Tab');
    expect([menu(page), focused()]).to.deep.equal([null, 'Add another Slack account']);
  });

  it('closes when something else is pressed, or its account goes', async () => {
    const page = await mountAccounts([slackWith(ADA, BOB)]);
    await page.click('Actions for ada@example.com');
    document.body.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true}));
    await page.settled();
    expect(menu(page)).to.be.null;
    await page.click('Actions for ada@example.com');
    await page.click('Actions for ada@example.com');
    expect(menu(page)).to.be.null;
    await page.click('Actions for ada@example.com');
    page.sdk.removeAccount('ada');
    await page.settled();
    expect(menu(page)).to.be.null;
    await page.click('Actions for bob@example.com');
    expect(items(page)).to.deep.equal(['Disconnect']);
  });

  it('stays within the window, at the end of its button in both directions', async () => {
    const page = await mountAccounts([slackWith(ADA)]);
    for (const dir of ['ltr', 'rtl'] as const) {
      page.element.dir = dir;
      await page.click('Actions for ada@example.com');
      const list = menu(page)!.getBoundingClientRect();
      const own = button(page.element, 'Actions for ada@example.com').getBoundingClientRect();
      const [edge, of] = dir === 'ltr' ? [list.right, own.right] : [list.left, own.left];
      expect(edge).to.be.closeTo(of, 9);
      expect(list.left).to.be.at.least(0);
      expect(list.right).to.be.at.most(innerWidth);
      await press(page, 'Escape');
    }
  });
});

describe('pg-account-list renaming', () => {
  it('is offered only where the host keeps names', async () => {
    const page = await mountAccounts([slackWith(ADA)]);
    await page.click('Actions for ada@example.com');
    expect(items(page)).not.to.include('Rename');
    const named = await mountNamed({renameAccount: () => undefined});
    await named.click('Actions for ada@example.com');
    expect(items(named)).to.deep.equal(['Reconnect', 'Rename', 'Disconnect']);
  });

  it('takes a name in place, keeps it with the host, and gives the focus back', async () => {
    const kept = deferred<undefined>();
    const calls: unknown[] = [];
    const page = await mountNamed({
      renameAccount: async ({id}, {type}, name) => {
        calls.push([id, type, name]);
        await kept.promise;
      },
    });
    await page.choose('ada@example.com', 'Rename');
    await until(() => focused() === 'Name of ada@example.com');
    await expectAccessible(page.element);
    await sendKeys({type: 'Marketing'});
    await press(page, 'Enter', 'Enter');
    expect(calls).to.deep.equal([['ada', 'slack', 'Marketing']]);
    expect(button(page.element, 'Save name').getAttribute('aria-busy')).to.equal('true');
    kept.resolve(undefined);
    await until(() => page.texts[0]!.startsWith('Marketing Connected'));
    expect(focused()).to.equal('Actions for Marketing');
    await until(() => announced(page.element, 'status').includes('Renamed to Marketing.'));
    expect(page.texts[0]).to.contain('ada@example.com');
  });

  it('is left with Escape, or by a name that is the same', async () => {
    let calls = 0;
    const page = await mountNamed({renameAccount: () => void (calls += 1)});
    for (const key of ['Escape', 'Enter']) {
      await page.choose('ada@example.com', 'Rename');
      await until(() => focused() === 'Name of ada@example.com');
      await press(page, key);
      expect(focused()).to.equal('Actions for ada@example.com');
    }
    expect([calls, page.texts[0]]).to.deep.equal([0, 'ada@example.com Connected Acme']);
  });

  it('says what is wrong with a name, at its field', async () => {
    const page = await mountNamed({
      renameAccount: (_account, _integration, name) => {
        if (name === 'Sales') throw new PgError('refused', 'x', {detail: 'Sales is taken.'});
      },
    });
    await page.choose('ada@example.com', 'Rename');
    await until(() => focused() === 'Name of ada@example.com');
    await press(page, 'Delete', 'Enter');
    expect(announced(page.element, 'alert')).to.deep.equal(['Enter a name.']);
    const field = page.root.querySelector('.new-name')!;
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    await sendKeys({type: 'Sales'});
    await press(page, 'Enter');
    await until(() => announced(page.element, 'alert').includes('Sales is taken.'));
    expect(focused()).to.equal('Name of ada@example.com');
    await expectAccessible(page.element);
    await sendKeys({type: ' 2'});
    await press(page, 'Enter');
    await until(() => page.texts[0]!.startsWith('Sales 2 Connected'));
  });

  it('tells of a failure that comes when the person has gone on', async () => {
    const kept = deferred<undefined>();
    const page = await mountNamed({renameAccount: () => kept.promise});
    await page.choose('ada@example.com', 'Rename');
    await until(() => focused() === 'Name of ada@example.com');
    await sendKeys({type: 'Marketing'});
    await press(page, 'Enter', 'Escape');
    expect(page.texts[0]).to.contain('ada@example.com Connected');
    kept.reject(new Error('Down'));
    await until(() => announced(page.element, 'alert').some((one) => one.includes('“Marketing”')));
  });
});

describe('pg-account-list pictures', () => {
  const picture = (page: AccountsPage, row: number): HTMLElement =>
    page.rows[row]!.querySelector<HTMLElement>('[part="picture"]')!;
  const DOT = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

  it('are shown from safe addresses only; else the first letter of the name', async () => {
    const answers = new Map([
      ['ada', {name: 'Marketing', picture: DOT}],
      ['bob', {name: 'Sales', picture: 'javascript:alert(1)'}],
    ]);
    const page = await mountNamed({accountName: ({id}) => answers.get(id)});
    await until(() => page.texts[1]!.startsWith('Sales'));
    expect(picture(page, 0).querySelector('img')!.src).to.equal(DOT);
    expect(picture(page, 1).querySelector('img')).to.be.null;
    expect(picture(page, 1).dataset['monogram']).to.equal('S');
    expect(picture(page, 1).ariaHidden).to.equal('true');
  });

  it('of providers are fetched from listed hosts only', async () => {
    const imageUrl = `${location.origin}/none.png`;
    const from = (picture: string) => slackWith({...ADA, providerData: {picture}});
    const page = await mountAccounts([from('https://elsewhere.example/a.png')]);
    expect(picture(page, 0).querySelector('img')).to.be.null;
    const own = await mountAccounts([from(imageUrl)]);
    expect(picture(own, 0).querySelector('img')!.src).to.equal(imageUrl);
  });

  it('are the integration’s own in a list of all, where the account has none', async () => {
    const page = await mountAccounts([{...slackWith(ADA), icon: DOT}], {integration: undefined});
    expect(picture(page, 0).querySelector('img')!.src).to.equal(DOT);
  });
});
