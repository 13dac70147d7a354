/**
 * Every reason the kit can give for a failure. Codes are stable: hosts switch on them, translations are keyed by them.
 */
export const PG_ERROR_CODES = [
  /** Stopped by the person or by your code before it finished; nothing is wrong. */
  'aborted',
  /** The credential does not exist, or belongs to another integration. */
  'account-not-found',
  /** The account must be reconnected before this can work. */
  'account-not-valid',
  /** The service answered in a shape that cannot be read; `cause` has what the SDK made of it. */
  'answer-malformed',
  /** A property or an argument is missing or wrong: a mistake in the page. */
  'bad-input',
  /** The clock of this device is wrong by more than a token lives: no sign-in works until it is set. */
  'clock-wrong',
  /** Another account or configuration has this identifier already. */
  'external-id-in-use',
  /** Another install flow runs on this page; the SDK can do one at a time. */
  'flow-in-progress',
  /** The integration asks the person something, and no `<pg-install-flow>` for the account is there to show it. */
  'flow-missing',
  /** The project's plan has no headless portal. */
  'headless-unavailable',
  /** The integration is switched off in the project. */
  'integration-inactive',
  /** An element has no `integration`, and shows one. */
  'integration-missing',
  /** The project has no integration of this type. */
  'integration-unknown',
  /** No answer: out of reach, or not in time. Trying again may help. */
  'network',
  /** The SDK reported success without an account. */
  'nothing-installed',
  /** The browser blocked the sign-in window. Start inside a click. */
  'oauth-blocked',
  /** The provider refused, or the person did. */
  'oauth-denied',
  /** Nobody finished the sign-in within `oauth-timeout`. */
  'oauth-timeout',
  /** The sign-in window did not load, or the service gave no address for it. */
  'oauth-unreachable',
  /**
   * The page's own `Cross-Origin-Opener-Policy` cuts the sign-in window off. Send `same-origin-allow-popups` instead of `same-origin`.
   */
  'opener-policy',
  /**
   * The frame that the page is in lets it open no window. Add `allow-popups allow-popups-to-escape-sandbox` to its `sandbox`.
   */
  'frame-sandbox',
  /** The SDK cannot send the questions that follow a key; the account stays unfinished. */
  'post-options-unsupported',
  /** `<pg-portal>` has neither a `project-id` nor an `sdk`. */
  'project-missing',
  /** A property came as the text of a function, an object or a boolean: the framework rendered before the elements were defined. */
  'property-stringified',
  /** An element stands outside a `<pg-portal>` and has no session of its own. */
  'provider-missing',
  /** The service answered that it does not take this; `detail` has its words. */
  'refused',
  /** More scopes were asked for, and the integration lets nobody choose them. */
  'scopes-unsupported',
  /** `@useparagon/connect` is not installed, or could not be fetched. */
  'sdk-load-failed',
  /** This version of `@useparagon/connect` cannot do it; `message` names it, what it lacks, and the version that has it. */
  'sdk-outdated',
  /** The browser keeps the page from storing data, which the SDK needs. */
  'sdk-storage',
  /** Nobody is signed in. */
  'signed-out',
  /** The page has another element under a name of the kit's. */
  'tag-taken',
  /** The user token has expired, or the service refused it. */
  'token-expired',
  /** The user token is no signed token (JWT). */
  'token-malformed',
  /** The portal has no source of user tokens. */
  'token-missing',
  /** `getUserToken`, or the request for the token, failed. */
  'token-request-failed',
  /** The service refused a user token that was signed for another project. */
  'token-wrong-project',
  /** Anything else; see `cause`. */
  'unknown',
  /** Two portals of the page sign different users in to the same SDK. */
  'user-conflict',
] as const;

/** Stable code of a {@link PgError}. */
export type PgErrorCode = (typeof PG_ERROR_CODES)[number];

/** Codes that the page's developer causes and can mend. */
export const DEVELOPER_CODES = [
  'bad-input',
  'flow-missing',
  'headless-unavailable',
  'integration-missing',
  'integration-unknown',
  'project-missing',
  'property-stringified',
  'provider-missing',
  'scopes-unsupported',
  'sdk-load-failed',
  'sdk-outdated',
  'tag-taken',
  'token-expired',
  'token-malformed',
  'token-missing',
  'token-request-failed',
  'token-wrong-project',
  'user-conflict',
] as const satisfies readonly PgErrorCode[];

/** One of {@link DEVELOPER_CODES}. */
export type DeveloperCode = (typeof DEVELOPER_CODES)[number];

/** Options of {@link PgError}. */
export interface PgErrorOptions {
  /** What was thrown or sent; kept for debuggers, never rendered. */
  readonly cause?: unknown;
  /** Words of the backend or provider, cleaned of JSON wrapping; hostile text, render as text only. */
  readonly detail?: string | undefined;
}

/** The kit's only error type. `message` is for developers; people read the dictionary entry of `code`, then `detail`. */
export class PgError extends Error {
  override readonly name = 'PgError';
  readonly code: PgErrorCode;
  readonly detail: string | undefined;

  constructor(code: PgErrorCode, message: string, options: PgErrorOptions = {}) {
    super(message, 'cause' in options ? {cause: options.cause} : undefined);
    this.code = code;
    this.detail = options.detail;
  }
}
