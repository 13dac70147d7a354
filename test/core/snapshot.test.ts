import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {keepSame, sameContent} from '../../src/core/util/equal.js';
import type {SdkCredential, SdkIntegrationMetadata, SdkUser} from '../../src/core/sdk.js';
import {SnapshotBuilder} from '../../src/core/session/sdk-reader.js';
import {emptySnapshot, type SessionSnapshot} from '../../src/core/session/snapshot.js';
import {propertyRuns} from '../support/property-runs.js';

type SignedIn = Extract<SdkUser, {authenticated: true}>;

const actions = {
  reauthorize: () => Promise.reject(new Error('Not asked for here.')),
  destroy: () => Promise.reject(new Error('Not asked for here.')),
};

const metadataOf = (...types: string[]): SdkIntegrationMetadata[] =>
  types.map((type) => ({type, name: type, icon: 'i', brandColor: '#000'}));

/** A user as JSON brings one: every key is the object's own, whatever its name. */
const userOf = (accounts: Record<string, string[]> | [string, string[]][]): SignedIn => {
  const entries = Array.isArray(accounts) ? accounts : Object.entries(accounts);
  const integrations = Object.fromEntries(
    entries.map(([type, statuses]) => {
      const allCredentials = statuses.map((status, index): SdkCredential => ({
        id: `${type}-${index}`,
        status,
      }));
      return [type, {enabled: true, allCredentials}];
    }),
  );
  return {authenticated: true, userId: 'u', meta: {}, integrations};
};

const empty = emptySnapshot('loading');

const build = (
  builder: SnapshotBuilder,
  user: SignedIn,
  before: SessionSnapshot,
): SessionSnapshot =>
  builder.build(user, metadataOf(...Object.keys(user.integrations)), before, undefined);

test('says of an integration what its accounts say', () => {
  const {integrations} = build(
    new SnapshotBuilder(actions),
    userOf({
      none: [],
      valid: ['VALID'],
      pending: ['PENDING'],
      both: ['PENDING', 'VALID'],
      broken: ['VALID', 'INVALID', 'PENDING'],
    }),
    empty,
  );
  assert.deepEqual(
    integrations.map(({type, status}) => `${type} ${status}`),
    ['none available', 'valid connected', 'pending pending', 'both connected', 'broken attention'],
  );
});

test('freezes everything it makes', () => {
  const snapshot = build(new SnapshotBuilder(actions), userOf({a: ['VALID']}), empty);
  assert.ok(Object.isFrozen(snapshot));
  assert.ok(Object.isFrozen(snapshot.integrations));
  const [integration] = snapshot.integrations;
  assert.ok(Object.isFrozen(integration));
  assert.ok(Object.isFrozen(integration?.accounts));
});

test('takes a type named like the prototype for a type', () => {
  const user = userOf([['__proto__', ['VALID']]]);
  const {integrations} = build(new SnapshotBuilder(actions), user, empty);
  assert.equal(integrations[0]?.accounts.length, 1);
  const inherited = userOf({});
  const {integrations: none} = new SnapshotBuilder(actions).build(
    inherited,
    metadataOf('__proto__', 'constructor', 'toString'),
    empty,
    undefined,
  );
  assert.deepEqual(none, []);
});

test('keeps the identity of all that is the same, and of nothing else', () => {
  const statuses = fc.array(fc.constantFrom('VALID', 'PENDING', 'INVALID'), {maxLength: 3});
  const users = fc.dictionary(fc.constantFrom('a', 'b', 'c'), statuses).map(userOf);
  fc.assert(
    fc.property(fc.array(users, {minLength: 2, maxLength: 6}), (sequence) => {
      const builder = new SnapshotBuilder(actions);
      let before = empty;
      for (const user of sequence) {
        const after = build(builder, structuredClone(user), before);
        const fresh = build(new SnapshotBuilder(actions), user, empty);
        assert.ok(sameContent(after.integrations, fresh.integrations));
        for (const integration of after.integrations) {
          const old = before.integrations.find(({type}) => type === integration.type);
          assert.equal(old === integration, sameContent(old, integration));
        }
        if (before !== empty) {
          const isSame = sameContent(before.integrations, after.integrations);
          assert.equal(before.integrations === after.integrations, isSame);
        }
        before = after;
      }
    }),
    propertyRuns(50),
  );
});

test('makes an account anew when its provider is renamed', () => {
  const builder = new SnapshotBuilder(actions);
  const user = userOf({a: ['VALID']});
  const before = build(builder, user, empty);
  const renamed = metadataOf('a').map((entry) => ({...entry, name: 'New'}));
  const after = builder.build(user, renamed, before, undefined);
  assert.equal(after.integrations[0]?.accounts[0]?.providerTitle(), 'New Account');
});

test('content is the same for any copy, and different for any change', () => {
  const value = fc.jsonValue();
  fc.assert(
    fc.property(value, value, (a, b) => {
      assert.ok(sameContent(a, structuredClone(a)));
      assert.equal(sameContent(a, b), sameContent(b, a));
      if (sameContent(a, b)) assert.deepEqual(a, b);
    }),
    propertyRuns(50),
  );
  assert.ok(sameContent(new Date(5), new Date(5)));
  assert.ok(!sameContent(new Date(5), new Date(6)));
  assert.ok(!sameContent(new Date(5), {}));
  assert.ok(!sameContent([], {}));
  assert.ok(!sameContent({a: undefined}, {b: undefined}));
});

test('a list keeps its identity only with the same items in the same order', () => {
  const [one, two] = [{}, {}];
  const before = [one, two];
  assert.equal(keepSame(before, [one, two]), before);
  for (const next of [[two, one], [one], [one, two, one], [one, {}]])
    assert.equal(keepSame(before, next), next);
});
