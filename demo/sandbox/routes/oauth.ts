import type {IntegrationFixture} from '../fixtures/fixture.js';
import {json, page} from '../http.js';
import {checkInstallOptions, readInstallOptions} from '../installation.js';
import {isLoopbackOrigin} from '../loopback.js';
import {callbackUrl, consentUrl} from '../oauth-addresses.js';
import type {OAuthAttempt} from '../oauth-attempts.js';
import {noncePage} from '../pages.js';
import {badInput, jsonObjectOf, requiredTextOf, textOf, type JsonObject} from '../read.js';
import {redact} from '../request-log.js';
import {openRoute, param, userRoute, type Route, type UserRequest} from '../router.js';

const ACTIONS = '/zeus/projects/:projectId/sdk/actions';

/** The service's half of OAuth. The SDK calls `build-oauth` and opens the nonce page at the same time, then polls. */
export const oauthRoutes: readonly Route[] = [
  openRoute('oauth-nonce', 'GET', `${ACTIONS}/oauth-nonce`, ({query}) =>
    page(noncePage(openerOriginOf(query))),
  ),

  userRoute(
    'build-oauth',
    'GET',
    '/zeus/v2/projects/:projectId/sdk/actions/build-oauth',
    (request) => {
      const {query, user, world, origin} = request;
      const fixture = world.fixture(requiredTextOf(query.get('integrationId'), 'integrationId'));
      const installOptions = jsonObjectOf(query.get('installOptions'), 'installOptions');
      const supplied = jsonObjectOf(query.get('endUserSuppliedValues'), 'endUserSuppliedValues');
      const accountType = fixture.accountTypes?.find(({id}) => id === installOptions.accountType);
      const options = readInstallOptions(installOptions, accountType?.skipPostOAuthInputs ?? false);
      checkInstallOptions(user, fixture, options);
      const overrideRedirectUrl = redirectUrlOf(query);
      const attempt = world.begin({
        user,
        fixture,
        sessionKey: requiredTextOf(query.get('oauthMetaKeyId'), 'oauthMetaKeyId'),
        options,
        record: {
          accountType: accountType?.id ?? null,
          scopes: requestedScopes(fixture, supplied),
          suppliedValues: redact(supplied),
          overrideRedirectUrl,
        },
        openerOrigin: openerOriginOf(query),
        redirectUrl: overrideRedirectUrl ?? callbackUrl(origin),
      });
      return json({redirectUrl: consentUrl(origin, world, attempt)});
    },
  ),

  // A denial looks like waiting: the SDK knows one answer besides success, and polls on after any other.
  userRoute('session-id', 'GET', `${ACTIONS}/session-id/:sessionKey`, (request) => {
    const outcome = attemptsOf(request).find(({isSessionCleared}) => !isSessionCleared)?.outcome;
    return json(outcome?.status === 'connected' ? {connectCredentialId: outcome.credentialId} : {});
  }),

  userRoute('session-id-clear', 'DELETE', `${ACTIONS}/session-id/:sessionKey`, (request) => {
    for (const attempt of attemptsOf(request)) attempt.isSessionCleared = true;
    return json({});
  }),
];

function attemptsOf(request: UserRequest): readonly OAuthAttempt[] {
  const sessionKey = param(request, 'sessionKey');
  return request.world.attempts.filter(
    (attempt) => attempt.request.sessionKey === sessionKey && attempt.request.user === request.user,
  );
}

/** The page to which messages are posted. Exactly an origin, or `postMessage` would throw. */
function openerOriginOf(query: URLSearchParams): string {
  const origin = requiredTextOf(query.get('originForPostMessage'), 'originForPostMessage');
  if (!isLoopbackOrigin(origin) || new URL(origin).origin !== origin) {
    throw badInput('originForPostMessage must be an origin of this machine.');
  }
  return origin;
}

function redirectUrlOf(query: URLSearchParams): string | null {
  const url = textOf(query.get('redirectUrl'));
  if (url === undefined) return null;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw badInput('redirectUrl must be a web address.');
  }
  return url;
}

/** What people chose in a PERMISSION input, else all that the integration asks for. */
function requestedScopes(
  {scopes = []}: IntegrationFixture,
  supplied: JsonObject,
): readonly string[] {
  return textOf(supplied.scopes)?.split(/\s+/) ?? scopes.map(({name}) => name);
}
