import type {PgErrorCode} from '../../core/errors.js';

/** Mistakes of the page's developer, who reads more on the console. */
const setUpWrongly = 'Something about this page is set up wrongly.';

/** What people read when something failed: one sentence that says what happened, where there is a way forward also that. */
export const errors: Readonly<Record<PgErrorCode, string>> = {
  aborted: 'This was stopped before it finished.',
  'account-not-found': 'This account is no longer connected.',
  'account-not-valid': 'This account needs to be reconnected first.',
  'answer-malformed': 'The service answered in a way that this page does not understand.',
  'bad-input': setUpWrongly,
  'clock-wrong':
    'The clock of this device is wrong, so nobody can sign in. Set its date and time, then try again.',
  'external-id-in-use': 'An account with this identifier is already connected.',
  'flow-in-progress': 'Another connection is being set up on this page. Finish or cancel it first.',
  'flow-missing': 'This account needs more than a sign-in, which cannot be asked for here.',
  'frame-sandbox': 'The frame around this page does not let it open a sign-in window.',
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
  'opener-policy': 'The settings of this page keep it from hearing of a sign-in in another window.',
  'post-options-unsupported': 'The account was created, but its setup cannot be finished here.',
  'project-missing': setUpWrongly,
  'property-stringified': setUpWrongly,
  'provider-missing': 'The portal is not connected to a project.',
  refused: 'The service did not accept this.',
  'scopes-unsupported': 'More access cannot be asked for here.',
  'sdk-load-failed': 'The integration service could not be loaded.',
  'sdk-outdated': 'This does not work here until the page has been updated.',
  'sdk-storage':
    'This browser does not allow the page to store data, which the integration service needs.',
  'signed-out': 'Your session ended in the meantime.',
  'tag-taken': setUpWrongly,
  'token-expired': 'Your session has expired.',
  'token-malformed': 'The sign-in of this page is set up wrongly.',
  'token-missing': setUpWrongly,
  'token-request-failed': 'The page could not sign you in.',
  'token-wrong-project': 'The sign-in of this page is set up wrongly.',
  unknown: 'Something went wrong.',
  'user-conflict': setUpWrongly,
};
