import {SANDBOX_PREFIX, sandboxEndpoints} from './endpoints.js';
import {otherLoopbackOrigin} from './loopback.js';
import type {OAuthAttempt} from './oauth-attempts.js';
import type {World} from './world.js';

/** Where the provider sends people back to, unless the application overrides it. */
export function callbackUrl(origin: string): string {
  return `${sandboxEndpoints(origin).PASSPORT_PUBLIC_URL}/oauth`;
}

/** The provider's consent page, on the host and with the opener policy that the scenario asks for. */
export function consentUrl(origin: string, world: World, attempt: OAuthAttempt): string {
  const {coop, crossHost} = world.scenario.oauth;
  const url = new URL(
    consentPath(world.projectId, attempt),
    crossHost ? otherLoopbackOrigin(origin) : origin,
  );
  if (coop !== 'unsafe-none') url.searchParams.set('coop', coop);
  return url.href;
}

export function consentPath(projectId: string, attempt: OAuthAttempt): string {
  return `${SANDBOX_PREFIX}/provider/${encodeURIComponent(projectId)}/consent/${attempt.id}`;
}

/** The address to which the provider returns with its decision, as RFC 6749 section 4.1.2 has it. */
export function returnUrl(world: World, attempt: OAuthAttempt): string {
  const url = new URL(attempt.request.redirectUrl);
  const {outcome} = attempt;
  if (outcome.status === 'denied') {
    url.searchParams.set('error', 'access_denied');
    url.searchParams.set('error_description', outcome.message);
  } else {
    url.searchParams.set('code', attempt.id);
  }
  url.searchParams.set('state', `${attempt.id}@${world.projectId}`);
  return url.href;
}

/** What {@link returnUrl} wrote into `state`. */
export function parseState(state: string | null): {attemptId: string; projectId: string} | null {
  const [, attemptId, projectId] = /^([^@]+)@(.+)$/.exec(state ?? '') ?? [];
  return attemptId && projectId ? {attemptId, projectId} : null;
}
