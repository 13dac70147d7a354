import type {PgError} from '../../core/errors.js';
import type {errors} from '../../i18n/en/errors.js';
import type {Localizer} from '../../i18n/localize.js';
import {plainText} from '../safe/text.js';

/** Longest words of a backend or provider that are shown (UTF-16 units). */
const MAX_DETAIL = 300;

/** What people read about a failure. */
export interface ErrorWords {
  /** The dictionary's sentence. */
  readonly text: string;
  /** What the backend said, if it adds something; hostile text, bind it as text only. */
  readonly detail?: string | undefined;
}

/**
 * The words for an error: the dictionary's sentence of its code, then the backend's own as a detail.
 * @param localizer of the area `errors`: `new Localizer(this, 'errors', errors)`
 */
export function errorWords(
  error: Pick<PgError, 'code' | 'detail'>,
  localizer: Localizer<typeof errors>,
): ErrorWords {
  const text = localizer.term(error.code);
  const detail = plainText(error.detail, MAX_DETAIL).trim();
  return {text, detail: detail === '' || detail === text ? undefined : detail};
}
