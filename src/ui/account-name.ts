import type {ConnectedAccount} from '../core/accounts/connected-account.js';
import type {common} from '../i18n/en/common.js';
import type {Localizer} from '../i18n/localize.js';
import {plainText} from './safe.js';

/** Longest name that is shown (UTF-16 units). */
const MAX_NAME = 120;
/** What is shown of an id, enough to tell two apart. */
const MAX_ID = 16;

/** What an account is called wherever it is named. An id is the last resort, and says that it is one. */
export function accountName(account: ConnectedAccount, words: Localizer<typeof common>): string {
  const name = account.accountIdentifier();
  if (account.isNamed) return plainText(name, MAX_NAME).trim();
  const id = name.replace(/^#(?=.)/, '');
  return words.term('accountId', id === name ? plainText(id, MAX_ID) : `${plainText(id)}…`);
}
