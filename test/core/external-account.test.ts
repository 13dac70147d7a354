import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {externalAccount, type ExternalAccount} from '../../src/core/accounts/external-account.js';

type Reauthorization = Parameters<ExternalAccount['reauthorize']>[0];

/** An account as Clerk has them, and what was asked of it. */
function sourceOf(change: Partial<ExternalAccount> = {}) {
  const asked: Reauthorization[] = [];
  const source: ExternalAccount = {
    id: 'eac_1',
    identificationId: 'idn_1',
    provider: 'google',
    providerUserId: '117',
    emailAddress: ' ada@acme.example ',
    approvedScopes: 'openid email,profile ',
    firstName: 'Ada',
    lastName: 'Lovelace',
    imageUrl: 'https://img.example/ada.png',
    username: 'ada',
    label: 'Work',
    publicMetadata: {team: 'a'},
    verification: {status: 'verified'},
    reauthorize: (options) => {
      asked.push(options);
      return Promise.resolve({...source, label: 'Renewed'});
    },
    destroy: () => Promise.resolve(),
    providerTitle: () => 'Google account',
    ...change,
  };
  return {source, asked};
}

const accountOf = (change?: Partial<ExternalAccount>) => externalAccount(sourceOf(change).source);

describe('an account of another source', () => {
  test('says what the source says, without spaces around', () => {
    const account = accountOf();
    assert.equal(account.id, 'eac_1');
    assert.equal(account.identificationId, 'idn_1');
    assert.equal(account.integration, 'google');
    assert.equal(account.providerUserId, '117');
    assert.equal(account.emailAddress, 'ada@acme.example');
    assert.deepEqual(account.approvedScopes, ['openid', 'email', 'profile']);
    assert.equal(account.firstName, 'Ada');
    assert.equal(account.lastName, 'Lovelace');
    assert.equal(account.imageUrl, 'https://img.example/ada.png');
    assert.equal(account.username, 'ada');
    assert.equal(account.label, 'Work');
    assert.deepEqual(account.publicMetadata, {team: 'a'});
    assert.deepEqual(account.configurations, []);
    assert.equal(account.externalId, null);
    assert.equal(account.refreshedAt, null);
    assert.match(account.providerTitle(), /^Google account$/i);
  });

  test('has empty values for what the source leaves out', () => {
    const reauthorize = (): Promise<ExternalAccount> => Promise.reject(new Error('Not asked.'));
    const account = externalAccount({
      id: 'eac_2',
      provider: 'slack',
      username: '  ',
      label: '',
      reauthorize,
      destroy: () => Promise.resolve(),
    });
    assert.equal(account.identificationId, 'eac_2');
    assert.equal(account.providerUserId, '');
    assert.equal(account.emailAddress, '');
    assert.deepEqual(account.approvedScopes, []);
    assert.deepEqual([account.firstName, account.lastName, account.imageUrl], ['', '', '']);
    assert.equal(account.username, null);
    assert.equal(account.label, null);
    assert.deepEqual(account.publicMetadata, {});
    assert.equal(account.status, 'valid');
    assert.equal(account.verification.status, 'verified');
    assert.equal(account.verification.error, null);
    assert.match(account.providerTitle(), /^slack/i);
  });

  test('takes scopes as a list too', () => {
    assert.deepEqual(accountOf({approvedScopes: ['a', '', 'b']}).approvedScopes, ['a', 'b']);
    assert.deepEqual(accountOf({approvedScopes: ''}).approvedScopes, []);
  });

  const error = {code: 'oauth_denied', message: 'Denied.', longMessage: 'Access was denied.'};
  for (const [status, failure, expected] of [
    ['verified', null, 'valid'],
    ['verified', error, 'invalid'],
    ['unverified', null, 'pending'],
    ['unverified', error, 'invalid'],
    ['failed', null, 'invalid'],
    ['expired', null, 'invalid'],
    ['transferable', null, 'invalid'],
    ['unheard-of', null, 'pending'],
    [null, null, 'pending'],
  ] as const) {
    test(`is ${expected} where its verification is ${status} ${failure ? 'with' : 'without'} an error`, () => {
      const account = accountOf({verification: {status, error: failure}});
      assert.equal(account.status, expected);
      const known = ['verified', 'unverified', 'failed', 'expired', 'transferable'];
      assert.equal(
        account.verification.status,
        status && known.includes(status) ? status : 'unverified',
      );
      assert.deepEqual(
        account.verification.error,
        failure && {code: 'oauth_denied', message: 'Access was denied.'},
      );
    });
  }

  test('keeps where a verification goes on, and the short words where there are no long ones', () => {
    const externalVerificationRedirectURL = new URL('https://accounts.example/verify');
    const {verification} = accountOf({
      verification: {
        status: 'failed',
        error: {message: 'Denied.'},
        externalVerificationRedirectURL,
      },
    });
    assert.equal(verification.externalVerificationRedirectURL, externalVerificationRedirectURL);
    assert.deepEqual(verification.error, {code: '', message: 'Denied.'});
    const silent = accountOf({verification: {status: 'failed', error: {}}});
    assert.deepEqual(silent.verification.error, {code: '', message: ''});
    assert.equal(silent.verification.externalVerificationRedirectURL, null);
  });
});

describe('signing an account of another source in again', () => {
  test('asks for scopes only where there are some, and comes back as it then is', async () => {
    const {source, asked} = sourceOf();
    const account = externalAccount(source);
    const renewed = await account.reauthorize();
    assert.deepEqual(asked.at(-1), {});
    assert.equal(renewed.label, 'Renewed');
    await account.reauthorize({
      additionalScopes: ['calendar'],
      redirectUrl: 'https://acme.example/',
    });
    assert.deepEqual(asked.at(-1), {
      additionalScopes: ['calendar'],
      redirectUrl: 'https://acme.example/',
    });
  });

  test('comes back to this page unless told otherwise', async (t) => {
    const {source, asked} = sourceOf();
    Object.defineProperty(globalThis, 'location', {
      value: {href: 'https://acme.example/settings'},
      configurable: true,
    });
    t.after(() => Reflect.deleteProperty(globalThis, 'location'));
    await externalAccount(source).reauthorize();
    assert.deepEqual(asked, [{redirectUrl: 'https://acme.example/settings'}]);
  });

  const failing = (failure: Error) => ({
    destroy: () => Promise.reject(failure),
    reauthorize: () => Promise.reject(failure),
  });
  const errors = [{message: 'Short.', longMessage: 'Long words.'}];
  /** As Clerk's own errors are. */
  const clerk = (members: object): Error => Object.assign(new Error('Failed.'), members);

  for (const [name, failure, expected] of [
    [
      'the long words of Clerk',
      clerk({errors, status: 422}),
      {code: 'refused', detail: 'Long words.'},
    ],
    ['the short ones', clerk({errors: [{message: 'Short.'}]}), {code: 'refused', detail: 'Short.'}],
    ['a lost session', clerk({errors, status: 401}), {code: 'signed-out', detail: 'Long words.'}],
    ['no words', clerk({errors: [{}], status: 422}), {code: 'refused', detail: undefined}],
    ['a network that is gone', new TypeError('Failed to fetch'), {code: 'network'}],
    ['an empty list', clerk({errors: []}), {code: 'unknown'}],
    ['a list of nothing', clerk({errors: [null]}), {code: 'unknown'}],
  ] as const) {
    test(`fails with ${name}`, async () => {
      const account = accountOf(failing(failure));
      await assert.rejects(account.reauthorize(), expected);
      await assert.rejects(account.destroy(), {code: expected.code});
    });
  }
});
