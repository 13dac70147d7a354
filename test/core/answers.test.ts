import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {PgError, PG_ERROR_CODES} from '../../src/core/errors.js';
import {refusal, toPgError} from '../../src/core/answers.js';
import {propertyRuns} from '../support/property-runs.js';

const named = (name: string, message = 'm'): Error => Object.assign(new Error(message), {name});

test('keeps an error of the kit as it is', () => {
  const error = new PgError('refused', 'No');
  assert.equal(toPgError(error), error);
});

test('knows the names that the SDK gives its errors', () => {
  const expected = {
    UserNotAuthenticatedError: 'signed-out',
    IntegrationNotFoundError: 'integration-unknown',
    IntegrationNotInstalledError: 'account-not-found',
    HeadlessModeNotEnabledError: 'headless-unavailable',
    OAuthBlockedError: 'oauth-blocked',
    OAuthTimeoutError: 'oauth-timeout',
    QuotaExceededError: 'sdk-storage',
  };
  for (const [name, code] of Object.entries(expected)) {
    const problem = toPgError(named(name));
    assert.equal(problem.code, code);
    assert.equal(problem.detail, undefined);
  }
});

test('knows the messages that the SDK throws without a name', () => {
  const expected = [
    ['Connect SDK attempted to make an API request, but no user was authenticated.', 'signed-out'],
    ['JWT token provided has expired.', 'token-expired'],
    ['A well-formed JWT was not provided to paragon.authenticate()', 'token-malformed'],
    ['Headless Connect Portal is available on our Pro plan and above.', 'headless-unavailable'],
    ['"x" is not a valid integration type.', 'integration-unknown'],
    ['integration "x" has not been set up in your Paragon project yet.', 'integration-unknown'],
    ['integration "x" is not active in your Paragon project yet.', 'integration-inactive'],
    ['Unable to find credential for provided options.', 'account-not-found'],
    ['Valid credential not found', 'account-not-valid'],
    ['A credential with externalId "a" already exists for integration', 'external-id-in-use'],
    ['Failed to fetch', 'network'],
    ['NetworkError when attempting to fetch resource.', 'network'],
    ['Load failed', 'network'],
  ] as const;
  for (const [message, code] of expected) assert.equal(toPgError(new Error(message)).code, code);
});

test('reads the words of the backend out of the JSON text of a message', () => {
  const problem = toPgError(new Error('{"message":"Invalid key","code":"4001"}'));
  assert.equal(problem.detail, 'Invalid key');
  assert.equal(problem.code, 'unknown');
});

test('reads them behind a prefix of the SDK', () => {
  const problem = toPgError(
    new Error('Failed to authenticate user with Paragon: {"message":"Nope","status":403}'),
  );
  assert.equal(problem.detail, 'Nope');
  assert.equal(problem.code, 'refused');
});

test('reads an error member, and a list of messages', () => {
  assert.equal(toPgError(new Error('{"error":"Bad Request"}')).detail, 'Bad Request');
  const list = toPgError(new Error('{"statusCode":400,"message":["a is missing","b is missing"]}'));
  assert.equal(list.detail, 'a is missing\nb is missing');
  assert.equal(list.code, 'refused');
});

test('reads the answer that the SDK puts beside the words of a refused provider request', () => {
  const refused = (response: unknown): Error =>
    Object.assign(new Error('No such account.'), {response});
  const known = toPgError(refused({message: 'No such account.', code: 'x', status: 404}));
  assert.deepEqual([known.code, known.detail], ['refused', 'No such account.']);
  assert.equal(toPgError(refused({statusCode: 401, message: 'Who?'})).code, 'signed-out');
  // What was not JSON may be markup.
  const page = toPgError(
    Object.assign(new Error('<p>Bad gateway'), {response: new Response('', {status: 404})}),
  );
  assert.deepEqual([page.code, page.detail], ['refused', undefined]);
});

test('says nothing of an answer that was not JSON', () => {
  const problem = toPgError(new Error('{}'));
  assert.equal(problem.code, 'unknown');
  assert.equal(problem.detail, undefined);
});

test('takes an answer without authorisation for a lost session', () => {
  for (const text of ['{"message":"Unauthorized","code":"7000"}', '{"message":"x","status":401}'])
    assert.equal(toPgError(new Error(text)).code, 'signed-out');
});

test('does not blame the person for a failure of the server', () => {
  const problem = toPgError(new Error('{"message":"Oops","statusCode":500}'));
  assert.equal(problem.code, 'unknown');
  assert.equal(problem.detail, 'Oops');
});

test('uses the fallback only where nothing is known', () => {
  assert.equal(toPgError(new Error('?'), 'sdk-load-failed').code, 'sdk-load-failed');
  assert.equal(toPgError(new Error('Failed to fetch'), 'sdk-load-failed').code, 'network');
});

test('looks into the error that the SDK could not name', () => {
  const reported = {
    name: 'UnknownError',
    message: 'An unknown error occurred',
    originalError: new Error('{"message":"Inner"}'),
  };
  assert.equal(toPgError(reported).detail, 'Inner');
  assert.equal(
    toPgError({...reported, originalError: 'text'}).message,
    'An unknown error occurred',
  );
});

test('keeps the words of exceptions from people', () => {
  const thrown = [
    new TypeError('t8.forEach is not a function'),
    new SyntaxError('Unexpected end of JSON input'),
    new Error('Failed to authenticate user with Paragon: Cannot read properties of null'),
    new Error('Failed to authenticate user with Paragon: Unable to get user Data'),
    {name: 'UnknownError', originalError: new RangeError('Invalid array length')},
  ];
  for (const error of thrown) {
    const {code, detail} = toPgError(error);
    assert.deepEqual([code, detail], ['answer-malformed', undefined], toPgError(error).message);
  }
  const own = new Error('Method unable to run: invalid retries.');
  assert.deepEqual([toPgError(own).code, toPgError(own).detail], ['unknown', undefined]);
  assert.equal(toPgError(own).message, own.message);
});

test('shortens what a backend writes at length', () => {
  const problem = toPgError(new Error(JSON.stringify({message: 'x'.repeat(10_000)})));
  assert.equal(problem.detail?.length, 500);
});

test('keeps what was thrown for debuggers', () => {
  const error = new Error('?');
  assert.equal(toPgError(error).cause, error);
});

test('makes an error of anything at all', () => {
  fc.assert(
    fc.property(fc.anything(), (thrown) => {
      const problem = toPgError(thrown);
      assert.ok(PG_ERROR_CODES.includes(problem.code));
      assert.equal(typeof problem.message, 'string');
    }),
    propertyRuns(50),
  );
});

test('reads any text without throwing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const {detail} = toPgError(new Error(text));
      assert.ok(detail === undefined || detail.length <= 500);
    }),
    propertyRuns(50),
  );
});

test('joins the reasons of a refusal, each in its own words', () => {
  const problem = refusal(['{"message":"Inner"}', 'Plain']);
  assert.equal(problem.code, 'refused');
  assert.equal(problem.detail, 'Inner\nPlain');
});
