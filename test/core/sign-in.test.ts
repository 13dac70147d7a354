import assert from 'node:assert/strict';
import {test} from 'node:test';
import {PgError} from '../../src/core/errors.js';
import {signIn} from '../../src/core/session/sign-in.js';
import {isExpired, readToken} from '../../src/core/session/token.js';
import {whyUnreadable} from '../../src/core/session/token-problems.js';
import {HttpFailure, networkFailure, serverFailure} from '../support/scripted-backend.js';
import {settled} from '../support/scripted-page.js';
import {tokenOf, type ScriptedSdk} from '../support/scripted-sdk.js';
import {sceneOf} from '../support/scripted-session.js';

const HOUR = 3_600_000;
const oldToken = tokenOf('user-1', Date.now() - HOUR);

/** Every token that the SDK was given. */
function tokensOf(sdk: ScriptedSdk): string[] {
  const tokens: string[] = [];
  const authenticate = sdk.authenticate.bind(sdk);
  sdk.authenticate = (projectId, token) => {
    tokens.push(token);
    return authenticate(projectId, token);
  };
  return tokens;
}

test('signs in headless, with the token it was given', async () => {
  const {sdk} = sceneOf();
  const tokens = tokensOf(sdk);
  const token = tokenOf('user-1');
  await signIn(sdk, {projectId: 'p', token}, false);
  assert.deepEqual(tokens, [token]);
  assert.equal(sdk.isHeadless, true);
  assert.equal(sdk.getUser().authenticated, true);
});

test('asks for a token where there is none', async () => {
  const {sdk} = sceneOf();
  const getToken = (): Promise<string> => Promise.resolve(tokenOf('user-2'));
  await signIn(sdk, {projectId: 'p', getToken}, false);
  const user = sdk.getUser();
  assert.equal(user.authenticated && user.userId, 'user-2');
});

test('asks for another token when the one there is has expired', async () => {
  const {sdk} = sceneOf();
  const tokens = tokensOf(sdk);
  const fresh = tokenOf('user-1');
  await signIn(
    sdk,
    {projectId: 'p', token: oldToken, getToken: () => Promise.resolve(fresh)},
    false,
  );
  assert.deepEqual(tokens, [fresh]);
});

test('asks for another token when it signs in again', async () => {
  const {sdk} = sceneOf();
  const tokens = tokensOf(sdk);
  const fresh = tokenOf('user-1', 4_100_000_000_000);
  const credentials = {
    projectId: 'p',
    token: tokenOf('user-1'),
    getToken: () => Promise.resolve(fresh),
  };
  await signIn(sdk, credentials, true);
  assert.deepEqual(tokens, [fresh]);
});

test('uses the same token again when there is nobody to ask for another', async () => {
  const {sdk} = sceneOf();
  const tokens = tokensOf(sdk);
  const token = tokenOf('user-1');
  await signIn(sdk, {projectId: 'p', token}, true);
  assert.deepEqual(tokens, [token]);
});

test('refuses what cannot work without asking the SDK', async () => {
  const {sdk} = sceneOf();
  const tokens = tokensOf(sdk);
  const attempts = [
    [{projectId: '', token: tokenOf('user-1')}, 'project-missing'],
    [{projectId: 'p'}, 'token-missing'],
    [{projectId: 'p', token: oldToken}, 'token-expired'],
    [{projectId: 'p', token: 'not a token'}, 'token-malformed'],
    [{projectId: 'p', token: ''}, 'token-malformed'],
    [{projectId: 'p', getToken: () => Promise.resolve(oldToken)}, 'token-expired'],
    [{projectId: 'p', getToken: () => Promise.resolve('a.b.c')}, 'token-malformed'],
    [{projectId: 'p', getToken: () => Promise.reject(new Error('no'))}, 'token-request-failed'],
  ] as const;
  for (const [credentials, code] of attempts)
    await assert.rejects(signIn(sdk, credentials, false), {code});
  assert.deepEqual(tokens, []);
});

test('takes a token that nobody could fetch for a failure of the network', async () => {
  const {sdk} = sceneOf();
  const getToken = (): Promise<string> => Promise.reject(networkFailure());
  await assert.rejects(signIn(sdk, {projectId: 'p', getToken}, false), {code: 'network'});
});

test('takes a token that the backend refuses for an expired one', async () => {
  const {sdk} = sceneOf();
  const token = tokenOf('user-1');
  sdk.backend.revoked.add(token);
  await assert.rejects(signIn(sdk, {projectId: 'p', token}, false), {code: 'token-expired'});
});

test('tells a failure of the network and of the server from a refusal', async () => {
  const {sdk} = sceneOf();
  const credentials = {projectId: 'p', token: tokenOf('user-1')};
  sdk.backend.failNext('me', networkFailure());
  await assert.rejects(signIn(sdk, credentials, false), {code: 'network'});
  sdk.backend.failNext('me', serverFailure());
  await assert.rejects(signIn(sdk, credentials, false), {code: 'unknown'});
});

test('waits for the sign-in before it, even for one that fails', async () => {
  const {sdk} = sceneOf();
  const tokens = tokensOf(sdk);
  const release = sdk.backend.hold('me');
  sdk.backend.failNext('me', networkFailure());
  const first = signIn(sdk, {projectId: 'p', token: tokenOf('user-1')}, false);
  const second = signIn(sdk, {projectId: 'p', token: tokenOf('user-2')}, false);
  const outcomes = Promise.allSettled([first, second]);
  await settled();
  assert.equal(tokens.length, 1);
  await release();
  const [one, two] = await outcomes;
  assert.equal(one.status, 'rejected');
  assert.equal(two.status, 'fulfilled');
  const user = sdk.getUser();
  assert.equal(user.authenticated && user.userId, 'user-2');
});

test('sends the SDK to another host only where one is named', async () => {
  const {sdk} = sceneOf();
  const configured: unknown[] = [];
  sdk.configureGlobal = (...parameters: unknown[]) => void configured.push(parameters);
  const credentials = {projectId: 'p', token: tokenOf('user-1')};
  await signIn(sdk, credentials, false);
  await signIn(sdk, {...credentials, host: 'acme.com'}, false);
  await signIn(sdk, {...credentials, endpoints: {ZEUS_PUBLIC_URL: 'http://localhost'}}, false);
  assert.deepEqual(configured, [
    [{host: 'acme.com'}, {}],
    [{host: 'useparagon.com'}, {ZEUS_PUBLIC_URL: 'http://localhost'}],
  ]);
});

test('never shows the token in what it says', async () => {
  const {sdk} = sceneOf();
  const secrets = [
    oldToken,
    'header.cGF5bG9hZA.secret-signature',
    'eyJhbGciOi.%%%.secret-signature',
  ];
  for (const token of secrets) {
    const problem: unknown = await signIn(sdk, {projectId: 'p', token}, false).catch(
      (error: unknown) => error,
    );
    assert.ok(problem instanceof PgError);
    const cause = problem.cause instanceof Error ? problem.cause.message : '';
    const said = `${problem.message} ${problem.detail ?? ''} ${cause} ${problem.stack ?? ''}`;
    for (const part of token.split('.')) assert.ok(!said.includes(part), part);
  }
});

test('reads who a token is for, in letters of any language, and until when', () => {
  const expiresAt = Date.UTC(2030, 0, 1);
  const text = tokenOf('ユーザー ÿ?>', expiresAt);
  assert.deepEqual(readToken(text), {text, userId: 'ユーザー ÿ?>', expiresAt, projects: []});
});

test('takes the id where a token has no subject', () => {
  const payload = Buffer.from(JSON.stringify({id: 'user-7', exp: 1})).toString('base64url');
  assert.equal(readToken(`x.${payload}.y`)?.userId, 'user-7');
});

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const signed = (claims: object): string => `${part({alg: 'RS256'})}.${part(claims)}.signature`;

test('reads no token out of anything else', () => {
  const others = [undefined, 7, '', 'a', 'a.b', `a.${part(null)}.c`, `a.${part({sub: 'x'})}.c`];
  for (const other of others) {
    assert.equal(readToken(other), undefined);
    assert.equal(whyUnreadable(other, false).code, 'token-malformed');
  }
});

test('takes what the SDK takes: a number for a user, white space around, an expiry in a text', () => {
  assert.equal(readToken(signed({sub: 7, exp: 1}))?.userId, '7');
  const token = signed({sub: 'u', exp: '100'});
  const read = readToken(` ${token}\r\n`);
  assert.deepEqual([read?.text, read?.expiresAt], [token, 100_000]);
});

test('names what is wrong with a token', () => {
  const token = signed({sub: 'u', exp: 1});
  const faults: readonly (readonly [unknown, string, RegExp])[] = [
    [null, 'token-malformed', /is null/],
    [Promise.resolve(token), 'token-malformed', /promise/],
    [new Response('', {status: 404}), 'token-malformed', /Response \(status 404\)/],
    [{token}, 'token-malformed', /of type object/],
    ['  ', 'token-malformed', /empty/],
    [`Bearer ${token}`, 'token-malformed', /“Bearer”/],
    [`"${token}"`, 'token-malformed', /quotation marks/],
    [JSON.stringify({token}), 'token-malformed', /inside JSON/],
    [signed({exp: 1}), 'token-malformed', /no “sub”/],
    [signed({sub: 'u'}), 'token-malformed', /no “exp”/],
    ['<!doctype html>\n<title>404</title>', 'token-request-failed', /<title>404/],
    ['{"error": "no session"}', 'token-request-failed', /no session/],
    ['Not found', 'token-request-failed', /came: Not found/],
  ];
  for (const [value, code, message] of faults) {
    assert.equal(readToken(value), undefined);
    const problem = whyUnreadable(value, true);
    assert.equal(problem.code, code);
    assert.match(problem.message, message);
  }
});

test('tries a new token again where it meets the refusal of the one before', async () => {
  const {sdk} = sceneOf();
  const refusal = new HttpFailure(401, {message: 'Unauthorized'});
  sdk.backend.failNext('integrations', refusal);
  await signIn(sdk, {projectId: 'p', token: tokenOf('user-1')}, true);
  assert.equal(sdk.getUser().authenticated, true);
  sdk.backend.failNext('integrations', refusal);
  await assert.rejects(signIn(sdk, {projectId: 'p', token: tokenOf('user-1')}, false), {
    code: 'token-expired',
  });
});

test('says that a refused token is for another project', async () => {
  const {sdk} = sceneOf();
  const wrong = signed({sub: 'u', exp: 4_100_000_000, aud: 'useparagon.com/other'});
  const right = signed({sub: 'u', exp: 4_100_000_000, aud: ['x', 'useparagon.com/p']});
  for (const [token, code] of [
    [wrong, 'token-wrong-project'],
    [right, 'token-expired'],
  ] as const) {
    sdk.backend.revoked.add(token);
    await assert.rejects(signIn(sdk, {projectId: 'p', token}, false), {code});
  }
});

test('counts a token as expired some seconds early', () => {
  const token = {text: '', userId: 'u', expiresAt: 100_000, projects: []};
  assert.equal(isExpired(token, 89_000), false);
  assert.equal(isExpired(token, 91_000), true);
});
