import {PgError} from './errors.js';
import {isSecret} from './inputs.js';
import type {ConnectInput} from './sdk.js';

/** Shorter ones are also in words that have nothing to do with them. */
const SHORTEST = 4;
const MASK = '••••';

/** The secrets among values, as the texts that they would be recognised by. */
export function secretsIn(
  inputs: readonly ConnectInput[],
  valueOf: (id: string) => unknown,
): readonly string[] {
  return inputs
    .filter(isSecret)
    .map(({id}) => valueOf(id))
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .map((value) => String(value).trim())
    .filter((text) => text.length >= SHORTEST);
}

/** A text without the secrets that a service repeats in it, as they are or as JSON or a URL has them. */
export function masked(text: string, secrets: readonly string[]): string {
  const forms = secrets.flatMap((secret) => [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
  ]);
  // The longest first: one may be the start of another.
  const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, form) => rest.replaceAll(form, MASK), text);
}

/** The same error without the secrets that a service repeats in its words; the cause, which would still have them, is left out. */
export function maskedError(error: PgError, secrets: readonly string[]): PgError {
  const message = masked(error.message, secrets);
  const detail = error.detail === undefined ? undefined : masked(error.detail, secrets);
  const cause = error.cause instanceof Error ? error.cause.message : '';
  const isClean =
    message === error.message && detail === error.detail && masked(cause, secrets) === cause;
  return isClean ? error : new PgError(error.code, message, {detail});
}
