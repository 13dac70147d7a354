import type {PgErrorCode} from '../../core/errors.js';

/** Mistakes of the page's developer, who reads more on the console. */
const setUpWrongly = 'This page is not set up correctly.';

/** What people read when something failed: one sentence that says what happened, where there is a way forward also that. */
export const errors: Readonly<Record<PgErrorCode, string>> = {
  aborted: 'This was cancelled before it finished.',
  'account-not-found': 'This account is no longer connected.',
  'account-not-valid': 'This account needs to be reconnected first.',
  'answer-malformed': 'The service sent an unexpected response.',
  'bad-input': setUpWrongly,
  'clock-wrong':
    'The clock on this device is wrong, which prevents signing in. Correct the date and time, then try again.',
  'external-id-in-use': 'An account with this ID is already connected.',
  'flow-in-progress': 'Another connection is being set up on this page. Finish or cancel it first.',
  'flow-missing': 'This account needs more details than can be entered here.',
  'frame-sandbox': 'This page is embedded in a way that blocks sign-in windows.',
  'headless-unavailable': 'This project’s plan does not include a custom portal.',
  'integration-inactive': 'This integration is not available at the moment.',
  'integration-missing': setUpWrongly,
  'integration-unknown': 'This integration does not exist.',
  network: 'The service could not be reached. Check your connection and try again.',
  'nothing-installed': 'Nothing was connected.',
  'oauth-blocked': 'Your browser blocked the sign-in window.',
  'oauth-denied': 'Access was not granted.',
  'oauth-timeout': 'The sign-in took too long.',
  'oauth-unreachable':
    'The sign-in window could not be loaded. Check your connection and try again.',
  'opener-policy': 'The security settings of this page prevent a sign-in in another window.',
  'post-options-unsupported': 'The account was added, but its setup cannot be finished here.',
  'project-missing': setUpWrongly,
  'property-stringified': setUpWrongly,
  'provider-missing': 'The portal is not connected to a project.',
  refused: 'The service did not accept this.',
  'scopes-unsupported': 'Additional access cannot be requested here.',
  'sdk-load-failed': 'The integration service could not be loaded.',
  'sdk-outdated': 'This is not available until the page is updated.',
  'sdk-storage':
    'This browser does not let the page store data. Allow it in the browser settings, then reload the page.',
  'signed-out': 'Your session ended.',
  'tag-taken': setUpWrongly,
  'token-expired': 'Your session has expired.',
  'token-malformed': 'Sign-in is not set up correctly on this page.',
  'token-missing': setUpWrongly,
  'token-request-failed': 'You could not be signed in.',
  'token-wrong-project': 'Sign-in is not set up correctly on this page.',
  unknown: 'Something went wrong.',
  'user-conflict': setUpWrongly,
};
