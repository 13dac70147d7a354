import type {ConnectedAccount} from '../../core/accounts/connected-account.js';
import type {accounts} from '../../i18n/en/accounts.js';
import type {Localizer} from '../../i18n/localize.js';
import {relativeTime} from '../../ui/relative-time.js';
import {providerText} from './provider-text.js';

type Words = Localizer<typeof accounts>;

/** How the account stands, in a word or two. */
export function statusLabel(account: ConnectedAccount, words: Words): string {
  const {status, verification} = account;
  if (status === 'invalid' && verification.status === 'expired') return words.term('expired');
  return words.term(status);
}

/**
 * What else is known of an account, a line each, without what its name says already.
 * @param namesProvider accounts of several providers are listed: each says which it is of
 */
export function detailsOf(
  account: ConnectedAccount,
  words: Words,
  namesProvider: boolean,
): readonly string[] {
  const {label, emailAddress, externalId, refreshedAt, status} = account;
  const name = providerText(account.accountIdentifier());
  const provider = namesProvider && words.term('provider', providerText(account.providerName));
  const also = [provider || '', providerText(label), providerText(emailAddress)].filter(
    (text, index, all) => text && text !== name && all.indexOf(text) === index,
  );
  const lines = [also.join(' · ')];
  if (externalId && externalId !== name) {
    lines.push(words.term('externalId', providerText(externalId)));
  }
  if (status !== 'valid') lines.push(...helpOf(account, words));
  else if (refreshedAt) {
    lines.push(words.term('refreshed', relativeTime(refreshedAt, Date.now(), words.language)));
  }
  return lines.filter(Boolean);
}

/** What is wrong with an account, in its source's own words where there are some, and what to do. */
function helpOf({status, verification}: ConnectedAccount, words: Words): readonly string[] {
  if (status === 'pending') return [words.term('pendingHelp')];
  const said = providerText(verification.error?.message);
  if (said) return [said, words.term('failedHelp')];
  return [words.term(verification.status === 'expired' ? 'expiredHelp' : 'invalidHelp')];
}
