/**
 * Every reason the kit can give for a failure. Codes are stable: hosts switch on them, translations are keyed by them.
 */
export const PG_ERROR_CODES = [
  'aborted',
  'account-not-found',
  'account-not-valid',
  'account-types-missing',
  'bad-input',
  'external-id-in-use',
  'flow-in-progress',
  'headless-unavailable',
  'integration-inactive',
  'integration-unknown',
  'network',
  'nothing-installed',
  'oauth-blocked',
  'oauth-denied',
  'oauth-timeout',
  'options-malformed',
  'post-options-unsupported',
  'provider-missing',
  'refused',
  'sdk-load-failed',
  'sdk-storage',
  'signed-out',
  'token-expired',
  'token-malformed',
  'unknown',
] as const;

/** Stable code of a {@link PgError}. */
export type PgErrorCode = (typeof PG_ERROR_CODES)[number];

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
