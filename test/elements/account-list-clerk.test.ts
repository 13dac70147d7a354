import {expect, fixture, html} from '@open-wc/testing';
import type {ExternalAccount as KitExternalAccount} from '../../src/core/accounts/external-account.js';
import type {PgAccountList} from '../../src/elements/account-list/account-list.js';
import '../../src/elements/account-list/pg-account-list.js';
import '../../src/ui/dialog/pg-confirm.js';
import type {PgConfirm} from '../../src/ui/dialog/confirm.js';
import {
  ClerkPage,
  clerkAccount,
  clerkRefusal,
  verified,
  type ClerkAccount,
} from './clerk-fixture.js';
import {
  button,
  choose,
  controls,
  expectAccessible,
  hear,
  seen,
  typesOf,
  until,
} from './session-fixture.js';

const REVOKED = clerkAccount({
  id: 'eac_bob',
  email_address: 'bob@example.com',
  verification: {
    ...verified,
    error: {
      code: 'external_account_missing_refresh_token',
      message: 'Token gone',
      long_message: 'The account cannot be renewed.',
    },
  },
});

const confirmOf = (list: PgAccountList): PgConfirm => list.shadowRoot!.querySelector('pg-confirm')!;
const dialogOf = (list: PgAccountList): HTMLDialogElement =>
  confirmOf(list).shadowRoot!.querySelector('dialog')!;

describe('pg-account-list with the accounts of Clerk', () => {
  let clerk: ClerkPage;
  let left: string[];

  async function mount(
    accounts: readonly ClerkAccount[],
    properties: Partial<PgAccountList> = {},
  ): Promise<PgAccountList> {
    clerk = new ClerkPage(accounts);
    await clerk.load();
    left = [];
    const navigate = (url: string): void => void left.push(url);
    const list = await fixture<PgAccountList>(html`<pg-account-list></pg-account-list>`);
    Object.assign(list, {navigate, ...properties});
    list.accounts = clerk.externalAccounts;
    await list.updateComplete;
    return list;
  }

  const rows = (list: PgAccountList): readonly string[] =>
    [...list.shadowRoot!.querySelectorAll('.who')].map((row) => seen(row));

  afterEach(() => clerk.close());

  it('shows what the real class says of each', async () => {
    const list = await mount([
      clerkAccount(),
      clerkAccount({
        id: 'eac_eve',
        username: 'eve',
        verification: {...verified, status: 'unverified'},
      }),
      clerkAccount({
        id: 'eac_old',
        username: 'old',
        verification: {...verified, status: 'expired'},
      }),
      REVOKED,
    ]);
    expect(clerk.externalAccounts[0]!.constructor.name).not.to.equal('Object');
    expect(rows(list)).to.deep.equal([
      'ada@example.com Connected Google account',
      'eve Setup not finished Google account · ada@example.com Finish the setup to use this account.',
      'old Verification expired Google account · ada@example.com The verification took too long. Reconnect this account to try again.',
      'bob@example.com Needs attention Google account The account cannot be renewed. Reconnect this account to use it again.',
    ]);
    await expectAccessible(list);
  });

  it('satisfies the types, so that it can be set as it is', async () => {
    await mount([clerkAccount()]);
    const accounts: readonly KitExternalAccount[] = clerk.externalAccounts;
    expect(accounts).to.have.length(1);
  });

  it('signs an account in again, and goes where Clerk says', async () => {
    const list = await mount([REVOKED], {redirectUrl: 'https://app.example.com/back'});
    const heard = hear(list);
    button(list, 'Reconnect bob@example.com').click();
    await until(() => left.length > 0);
    expect(clerk.requests).to.deep.equal([
      {
        method: 'PATCH',
        path: '/me/external_accounts/eac_bob/reauthorize',
        body: {redirect_url: 'https://app.example.com/back'},
      },
    ]);
    expect(left).to.deep.equal(['https://accounts.example.com/o?for=eac_bob']);
    expect(typesOf(heard)).to.deep.equal(['pg-install', 'pg-redirect']);
    expect(heard[1]!.detail).to.deep.equal({
      integration: 'google',
      credentialId: 'eac_bob',
      url: left[0],
    });
  });

  it('comes back to this page unless told otherwise', async () => {
    const list = await mount([REVOKED]);
    button(list, 'Reconnect bob@example.com').click();
    await until(() => left.length > 0);
    expect(clerk.requests[0]!.body['redirect_url']).to.equal(location.href);
  });

  it('asks for the scopes that are missing, and for nothing where none is', async () => {
    const list = await mount(
      [
        clerkAccount(),
        clerkAccount({
          id: 'eac_full',
          username: 'full',
          approved_scopes: 'email files.read calendar',
        }),
      ],
      {
        additionalScopes: {google: ['files.read', 'calendar', 'email']},
      },
    );
    expect([...controls(list).keys()]).to.deep.equal([
      'Allow more access to ada@example.com',
      'Actions for ada@example.com',
      'Actions for full',
    ]);
    button(list, 'Allow more access to ada@example.com').click();
    await until(() => left.length > 0);
    expect(clerk.requests[0]!.body['additional_scope']).to.equal('files.read calendar');
  });

  it('lets a host veto both steps', async () => {
    const list = await mount([REVOKED]);
    const veto = (event: Event): void => event.preventDefault();
    list.addEventListener('pg-install', veto);
    button(list, 'Reconnect bob@example.com').click();
    await list.updateComplete;
    expect(clerk.requests).to.deep.equal([]);
    list.removeEventListener('pg-install', veto);
    let url: string | undefined;
    list.addEventListener('pg-redirect', (event) => {
      event.preventDefault();
      url = event.detail.url;
    });
    button(list, 'Reconnect bob@example.com').click();
    await until(() => url !== undefined);
    expect(url).to.equal('https://accounts.example.com/o?for=eac_bob');
    expect(left).to.deep.equal([]);
  });

  for (const address of ['javascript:alert(1)', 'data:text/html,x', 'mailto:ada@example.com']) {
    it(`does not go to ${address}`, async () => {
      const list = await mount([REVOKED]);
      clerk.answer = () =>
        Response.json({
          response: {
            ...REVOKED,
            verification: {...verified, external_verification_redirect_url: address},
          },
        });
      button(list, 'Reconnect bob@example.com').click();
      await until(() => seen(list).includes('The service did not accept this.'));
      expect(left).to.deep.equal([]);
    });
  }

  it('says why it failed, in the words of Clerk, and tries again', async () => {
    const list = await mount([REVOKED]);
    clerk.answer = () => clerkRefusal('form_param_invalid', 'Not allowed');
    button(list, 'Reconnect bob@example.com').click();
    await until(() => seen(list).includes('Not allowed, at length.'));
    const alerts = [...list.shadowRoot!.querySelectorAll('[role="alert"]')];
    expect(alerts.map(({textContent}) => textContent).join('')).to.contain('Not allowed');
    button(list, 'Reconnect bob@example.com').click();
    await until(() => left.length > 0);
    expect(seen(list)).not.to.contain('Not allowed');
  });

  it('sends one request, however often the person asks', async () => {
    const list = await mount([REVOKED]);
    button(list, 'Reconnect bob@example.com').click();
    await list.updateComplete;
    expect(button(list, 'Reconnect bob@example.com').getAttribute('aria-busy')).to.equal('true');
    button(list, 'Reconnect bob@example.com').click();
    await until(() => left.length > 0);
    expect(clerk.requests).to.have.length(1);
  });

  it('removes an account once the person agrees, although Clerk still holds it', async () => {
    const list = await mount([clerkAccount(), REVOKED]);
    const heard = hear(list);
    await choose(list, 'bob@example.com', 'Disconnect');
    await until(() => controls(confirmOf(list)).has('Disconnect'));
    const question = seen(dialogOf(list));
    expect(question).to.contain('Disconnect bob@example.com?');
    expect(question).to.contain('This removes it from your connected Google accounts.');
    button(confirmOf(list), 'Disconnect').click();
    await until(() => rows(list).length === 1);
    expect(clerk.requests).to.deep.equal([
      {method: 'DELETE', path: '/me/external_accounts/eac_bob', body: {}},
    ]);
    expect(rows(list)[0]).to.contain('ada@example.com');
    expect(heard.find(({type}) => type === 'pg-disconnected')!.detail).to.deep.equal({
      integration: 'google',
      credentialId: 'eac_bob',
    });
    list.accounts = clerk.externalAccounts;
    await list.updateComplete;
    expect(rows(list)).to.have.length(1);
  });

  it('keeps an account that Clerk refuses to remove, and says why', async () => {
    const list = await mount([clerkAccount()]);
    await choose(list, 'ada@example.com', 'Disconnect');
    await until(() => controls(confirmOf(list)).has('Disconnect'));
    clerk.answer = () => clerkRefusal('last_identification', 'It is the last one');
    button(confirmOf(list), 'Disconnect').click();
    await until(() => seen(confirmOf(list)).includes('It is the last one, at length.'));
    expect(rows(list)).to.have.length(1);
  });

  it('waits for accounts that are not there yet, and needs no session', async () => {
    clerk = new ClerkPage([]);
    const list = await fixture<PgAccountList>(
      html`<pg-account-list .accounts=${null}></pg-account-list>`,
    );
    expect(list.shadowRoot!.querySelector('.skeleton')).to.exist;
    list.accounts = [];
    await list.updateComplete;
    expect(seen(list)).to.equal('No accounts yet Accounts you connect are listed here.');
  });

  it('chooses accounts, and shows those of one provider', async () => {
    const list = await mount(
      [clerkAccount(), clerkAccount({id: 'eac_gh', provider: 'oauth_github', username: 'octo'})],
      {selectable: true, integration: 'github'},
    );
    expect(rows(list)).to.deep.equal(['octo Connected ada@example.com']);
    const heard = hear(list);
    list.shadowRoot!.querySelector<HTMLInputElement>('[type="radio"]')!.click();
    expect(heard[0]!.detail).to.deep.equal({integration: 'github', credentialId: 'eac_gh'});
  });
});
