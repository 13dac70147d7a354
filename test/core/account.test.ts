import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {AccountActions, ConnectedAccount} from '../../src/core/accounts/connected-account.js';
import {missingSettings} from '../../src/core/accounts/missing-settings.js';
import {integrationTexts} from '../../src/core/integration-texts.js';
import {credentialAccount} from '../../src/core/accounts/credential-account.js';
import type {SdkCredential} from '../../src/core/sdk.js';

const google = {type: 'google', name: 'Google'};

const accountOf = (
  credential: Partial<SdkCredential> = {},
  actions?: AccountActions,
): ConnectedAccount =>
  credentialAccount({id: 'c-1', status: 'VALID', ...credential}, google, actions);

const withData = (providerData: Record<string, unknown>, id = 'c-1'): ConnectedAccount =>
  accountOf({id, providerData});

describe('the properties of the external-account model', () => {
  test('come from the credential and what the provider said', () => {
    const account = accountOf({
      id: 'c-9',
      providerId: 'p-9',
      externalId: 'team-7',
      dateRefreshed: '2024-05-06T07:08:09.000Z',
      configurations: [
        {id: 'x', isDefault: false},
        {id: 'y', isDefault: true},
      ],
      providerData: {
        username: 'ada',
        email: 'ada@example.com',
        given_name: 'Ada',
        family_name: 'Lovelace',
        picture: 'https://cdn.example.com/ada.png',
        teamName: 'Engines',
        scope: 'read write,admin',
        plan: 'pro',
      },
    });
    assert.equal(account.id, 'c-9');
    assert.equal(account.identificationId, 'c-9');
    assert.equal(account.provider, 'google');
    assert.equal(account.integration, 'google');
    assert.equal(account.providerUserId, 'p-9');
    assert.equal(account.externalId, 'team-7');
    assert.equal(account.username, 'ada');
    assert.equal(account.emailAddress, 'ada@example.com');
    assert.equal(account.firstName, 'Ada');
    assert.equal(account.lastName, 'Lovelace');
    assert.equal(account.imageUrl, 'https://cdn.example.com/ada.png');
    assert.equal(account.label, 'Engines');
    assert.deepEqual(account.approvedScopes, ['read', 'write', 'admin']);
    assert.equal(account.publicMetadata['plan'], 'pro');
    assert.equal(account.refreshedAt?.toISOString(), '2024-05-06T07:08:09.000Z');
    assert.equal(account.defaultConfiguration?.id, 'y');
  });

  test('are empty, and never undefined, where the provider said nothing', () => {
    const account = accountOf();
    assert.equal(account.username, null);
    assert.equal(account.label, null);
    assert.equal(account.externalId, null);
    assert.equal(account.refreshedAt, null);
    for (const text of [
      account.emailAddress,
      account.firstName,
      account.lastName,
      account.imageUrl,
      account.providerUserId,
    ]) {
      assert.equal(text, '');
    }
    assert.deepEqual(account.approvedScopes, []);
    assert.deepEqual(account.publicMetadata, {});
    assert.equal(account.defaultConfiguration, undefined);
  });

  test('take only text for text', () => {
    const account = withData({
      username: {toString: 'forged'},
      email: 7,
      name: ['x'],
      login: '  ',
      handle: ' real ',
    });
    assert.equal(account.username, 'real');
    assert.equal(account.emailAddress, '');
    assert.equal(account.label, null);
  });

  test('do not read what an object inherits', () => {
    const account = withData(
      Object.create({username: 'inherited', scope: 'all'}) as object as Record<string, unknown>,
    );
    assert.equal(account.username, null);
    assert.deepEqual(account.approvedScopes, []);
  });

  test('read scopes from a list as well', () => {
    assert.deepEqual(withData({scopes: ['read', 'write admin', 7]}).approvedScopes, [
      'read',
      'write',
      'admin',
    ]);
  });

  test('read dates however they are written, and only dates', () => {
    const time = Date.UTC(2024, 0, 2);
    assert.equal(accountOf({dateRefreshed: time}).refreshedAt?.getTime(), time);
    assert.equal(accountOf({dateRefreshed: new Date(time)}).refreshedAt?.getTime(), time);
    for (const dateRefreshed of ['never', {}, null, Number.NaN])
      assert.equal(accountOf({dateRefreshed}).refreshedAt, null);
  });

  test('cannot be changed', () => {
    const account = withData({scope: 'read'});
    assert.ok(Object.isFrozen(account));
    assert.ok(Object.isFrozen(account.approvedScopes));
    assert.ok(Object.isFrozen(account.publicMetadata));
  });
});

test('has the status and the verification that the credential stands for', () => {
  const expected = [
    ['VALID', 'valid', 'verified'],
    ['PENDING', 'pending', 'unverified'],
    ['INVALID', 'invalid', 'failed'],
    ['INVALID_ACCESS_TOKEN', 'invalid', 'failed'],
    ['', 'invalid', 'failed'],
  ] as const;
  for (const [status, own, verification] of expected) {
    const account = accountOf({status});
    assert.equal(account.status, own);
    assert.deepEqual(account.verification, {
      status: verification,
      error: null,
      externalVerificationRedirectURL: null,
    });
  }
});

test('names its provider', () => {
  assert.equal(accountOf().providerSlug(), 'google');
  assert.equal(accountOf().providerTitle(), 'Google Account');
});

describe('the account identifier', () => {
  test('is the username, else the email address, else the label', () => {
    const data = {username: 'ada', email: 'ada@example.com', teamName: 'Engines'};
    assert.equal(withData(data).accountIdentifier(), 'ada');
    assert.equal(withData({...data, username: ''}).accountIdentifier(), 'ada@example.com');
    assert.equal(withData({teamName: 'Engines'}).accountIdentifier(), 'Engines');
  });

  test('is a name or an id where none of these is known', () => {
    assert.equal(withData({firstName: 'Ada', lastName: 'L.'}).accountIdentifier(), 'Ada L.');
    assert.equal(accountOf({externalId: 'team-7'}).accountIdentifier(), 'team-7');
    assert.equal(accountOf({providerId: 'p-1'}).accountIdentifier(), 'p-1');
    assert.equal(accountOf().accountIdentifier(), 'c-1');
  });

  test('is found under the keys that services use, in whatever case and depth', () => {
    const said: readonly (readonly [Record<string, unknown>, string])[] = [
      [{instanceUrl: 'https://acme.my.salesforce.com'}, 'acme.my.salesforce.com'],
      [{webUrl: 'https://acme.sharepoint.com/sites/x', tenantId: 't'}, 'acme.sharepoint.com'],
      [{team: {id: 'T1', name: 'Acme'}, authed_user: {id: 'U1'}}, 'Acme'],
      [{workspace_name: 'Acme HQ', workspace_icon: '🚀', bot_id: 'b'}, 'Acme HQ'],
      [{owner: {type: 'user', user: {person: {email: 'ada@x.example'}}}}, 'ada@x.example'],
      [{userPrincipalName: 'ada@x.example', displayName: 'Ada'}, 'ada@x.example'],
      [{hub_domain: 'acme.example', hub_id: 7}, 'acme.example'],
      [{CompanyName: 'Acme Books', realmId: '9'}, 'Acme Books'],
      [{'tenant-name': 'Acme Ledger'}, 'Acme Ledger'],
      [{user: {full_name: 'Ada Lovelace', title: 'Countess'}}, 'Ada Lovelace'],
      [{name: 'Ada', organisation: 'Engines'}, 'Engines'],
    ];
    for (const [data, name] of said) assert.equal(withData(data).accountIdentifier(), name);
    assert.equal(
      withData({user: {avatar_url: 'https://x.example/a'}}).imageUrl,
      'https://x.example/a',
    );
    assert.equal(withData({company: {email: 'info@x.example'}}).emailAddress, '', 'nobody’s');
  });

  test('says whether it is a name or an id', () => {
    assert.ok(withData({teamName: 'Engines'}).isNamed);
    assert.ok(accountOf({externalId: 'team-7'}).isNamed);
    assert.ok(accountOf({providerId: 'acme.myshop.example'}).isNamed);
    assert.ok(accountOf({providerId: 'ada@example.com'}).isNamed);
    assert.ok(!accountOf({providerId: 'T0123456'}).isNamed);
    assert.ok(!accountOf().isNamed);
  });

  test('reads no more of an answer than it can use', () => {
    const endless: Record<string, unknown> = {};
    endless['user'] = endless;
    assert.equal(withData(endless).accountIdentifier(), 'c-1');
  });

  test('is never a bare UUID', () => {
    const id = '3f0c1a9e-0000-4000-8000-1234567890ab';
    assert.equal(accountOf({id}).accountIdentifier(), '#3f0c1a9e');
    assert.equal(accountOf({providerId: id.toUpperCase()}).accountIdentifier(), '#3F0C1A9E');
  });
});

describe('what can be done to an account', () => {
  test('is done by its session', async () => {
    const calls: unknown[] = [];
    const account = accountOf(
      {},
      {
        reauthorize: (renewed, options) => {
          calls.push([renewed, options]);
          return Promise.resolve(renewed);
        },
        destroy: (gone) => {
          calls.push([gone]);
          return Promise.resolve();
        },
      },
    );
    const options = {additionalScopes: ['admin'], redirectUrl: 'https://example.com/back'};
    assert.equal(await account.reauthorize(options), account);
    assert.equal(await account.reauthorize(), account);
    await account.destroy();
    assert.deepEqual(calls, [[account, options], [account, {}], [account]]);
  });

  test('is refused, by a rejection, for an account of no session', async () => {
    await assert.rejects(accountOf().reauthorize(), {code: 'bad-input'});
    await assert.rejects(accountOf().destroy(), {code: 'bad-input'});
  });
});

describe('what is missing of an account', () => {
  const input = (id: string, more: object = {}) => ({id, type: 'TEXT_NO_VARS', title: id, ...more});
  const texts = (settings: readonly object[], workflowInputs: readonly object[] = []) =>
    integrationTexts({
      availableUserSettings: settings,
      availableWorkflows: [{id: 'sync', inputs: workflowInputs}],
      hiddenWorkflows: [],
    });
  const account = (
    sharedSettings: Record<string, unknown>,
    state?: {enabled: boolean; settings?: Record<string, unknown>},
    status = 'VALID',
  ): ConnectedAccount =>
    accountOf({
      status,
      configurations: [
        {id: 'other', isDefault: false, sharedSettings: {}},
        {id: 'd', isDefault: true, sharedSettings, workflowSettings: {sync: state}},
      ],
    });
  const missing = (...given: Parameters<typeof missingSettings>) =>
    missingSettings(...given).map(({input: {id}, workflowId}) => [id, workflowId]);

  test('is what is required and has neither a value nor a default', () => {
    const settings = [
      input('empty'),
      input('blank'),
      input('optional', {required: false}),
      input('hidden', {hidden: true}),
      input('fixed', {readOnly: true}),
      input('default', {defaultValue: 'x'}),
      input('zero', {type: 'NUMBER'}),
      input('off', {type: 'SWITCH'}),
      input('secret', {type: 'PASSWORD'}),
      input('mapping', {type: 'FIELD_MAPPER'}),
      input('combo', {type: 'COMBO_INPUT'}),
    ];
    const saved = {
      blank: ' ',
      zero: 0,
      mapping: {mainInput: '', fieldMappings: {}},
      combo: {mainInput: 'a'},
    };
    assert.deepEqual(missing(account(saved), texts(settings)), [
      ['empty', undefined],
      ['blank', undefined],
      ['mapping', undefined],
    ]);
  });

  test('includes what a workflow needs that is on, and nothing of one that is off', () => {
    const of = texts([], [input('hour')]);
    assert.deepEqual(missing(account({}, {enabled: true}), of), [['hour', 'sync']]);
    assert.deepEqual(missing(account({}, {enabled: true, settings: {hour: '7'}}), of), []);
    assert.deepEqual(missing(account({}, {enabled: false}), of), []);
    assert.deepEqual(missing(account({}), of), []);
  });

  test('is nothing where the account does not work, or nothing is known', () => {
    const of = texts([input('empty')]);
    assert.deepEqual(missing(account({}, undefined, 'INVALID'), of), []);
    assert.deepEqual(missing(account({}), undefined), []);
    assert.deepEqual(missing(accountOf({}), of), []);
  });
});
