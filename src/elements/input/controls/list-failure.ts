import type {PgError} from '../../../core/errors.js';
import type {errors} from '../../../i18n/en/errors.js';
import type {Localizer} from '../../../i18n/localize.js';
import type {ComboboxFailure} from '../../../ui/combobox/list-state.js';
import {errorWords} from '../../../ui/message/error-words.js';

/** A load that may have failed. */
type Load =
  | {readonly status: 'error'; readonly error: PgError; readonly retry: () => void}
  | {readonly status: 'initial' | 'pending' | 'none' | 'complete'};

/** What a box says while its list could not be loaded. For the same failure the same object, so that nothing renders in vain. */
export class ListFailure {
  readonly #errors: Localizer<typeof errors>;
  #known: (ComboboxFailure & {readonly error: PgError}) | undefined;

  constructor(localizer: Localizer<typeof errors>) {
    this.#errors = localizer;
  }

  /** Undefined unless the load failed. */
  of(load: Load): ComboboxFailure | undefined {
    if (load.status !== 'error') return (this.#known = undefined);
    const {error, retry} = load;
    if (this.#known?.error !== error) {
      const {text, detail} = errorWords(error, this.#errors);
      this.#known = {error, retry, message: detail ? `${text} ${detail}` : text};
    }
    return this.#known;
  }
}
