import {HttpError, page, redirect} from '../http.js';
import {identityOf} from '../identities.js';
import {integrationId} from '../ids.js';
import {callbackUrl, consentPath, parseState, returnUrl} from '../oauth-addresses.js';
import type {OAuthAttempt} from '../oauth-attempts.js';
import {consentPage, donePage, failedPage} from '../pages.js';
import {isObject} from '../read.js';
import {openRoute, param, type Route, type SandboxRequest} from '../router.js';
import {OPENER_POLICIES} from '../scenario.js';

const CONSENT = '/provider/:projectId/consent/:attemptId';

/** The provider's half of OAuth, and the page to which it leads back. */
export const providerRoutes: readonly Route[] = [
  openRoute('consent', 'GET', CONSENT, (request) => {
    const {query, world} = request;
    const attempt = attemptOf(request);
    if (attempt.outcome.status !== 'pending') return redirect(returnUrl(world, attempt));
    const {autoApprove, autoDeny} = world.scenario.oauth;
    if (autoApprove !== null) attempt.decideLater('approve', autoApprove);
    else if (autoDeny !== null) attempt.decideLater('deny', autoDeny);
    const coop = OPENER_POLICIES.find((policy) => policy === query.get('coop'));
    return page(
      consentPage({
        attempt,
        action: consentPath(world.projectId, attempt),
        continueAfter: autoApprove ?? autoDeny,
      }),
      {
        headers: coop ? {'cross-origin-opener-policy': coop} : {},
        formTargets: new URL(attempt.request.redirectUrl).origin,
      },
    );
  }),

  openRoute('consent', 'POST', CONSENT, (request) => {
    const {body, world} = request;
    const attempt = attemptOf(request);
    const {decision, identity} = isObject(body) ? body : {};
    attempt.decide(decision === 'approve' ? 'approve' : 'deny', identityOf(identity));
    return redirect(returnUrl(world, attempt));
  }),

  // Where the consent page goes by itself once its time for an automatic decision is over.
  openRoute('consent', 'GET', `${CONSENT}/continue`, (request) => {
    const {world} = request;
    const attempt = attemptOf(request);
    attempt.decide(world.scenario.oauth.autoApprove === null ? 'deny' : 'approve');
    return redirect(returnUrl(world, attempt));
  }),

  openRoute('callback', 'GET', '/passport/oauth', ({query, world}) => {
    const attempt = world.attempt(parseState(query.get('state'))?.attemptId ?? '');
    attempt.exchange();
    const {outcome, request} = attempt;
    switch (outcome.status) {
      case 'connected':
        return page(donePage(request.fixture.name));
      case 'denied':
      case 'failed':
        return page(
          failedPage({
            message: outcome.message,
            integrationId: integrationId(request.fixture.type),
            openerOrigin: request.openerOrigin,
          }),
        );
      default:
        throw new HttpError(400, 'not-decided', 'The provider has not decided yet.');
    }
  }),

  // The redirect page of an application that overrides the redirect URL: it must pass everything on to the service.
  {
    method: 'GET',
    path: '/host/oauth-redirect',
    access: 'anyone',
    handle: ({query, origin}) => redirect(`${callbackUrl(origin)}?${query}`),
  },
];

function attemptOf(request: SandboxRequest): OAuthAttempt {
  return request.world.attempt(param(request, 'attemptId'));
}
