import {ConnectedAccount} from '../../core/accounts/connected-account.js';
import {externalAccount, type ExternalAccount} from '../../core/accounts/external-account.js';

/** An account of another source than the session: one of Clerk's `user.externalAccounts`, or one that is adapted already. */
export type OtherAccount = ConnectedAccount | ExternalAccount;

/** Accounts of another source, as the list shows them. */
export class OtherAccounts {
  readonly #sources = new WeakMap<ConnectedAccount, OtherAccount>();
  /** Their source still holds them when the list is to forget them. */
  readonly #destroyed = new WeakSet<OtherAccount>();

  /** Sources change their objects in place, so this is how the accounts stand now. */
  read(given: readonly OtherAccount[]): readonly ConnectedAccount[] {
    return given
      .filter((source) => !this.#destroyed.has(source))
      .map((source) => {
        const account = isAdapted(source) ? source : externalAccount(source);
        this.#sources.set(account, source);
        return account;
      });
  }

  onDestroyed(account: ConnectedAccount): void {
    this.#destroyed.add(this.#sources.get(account) ?? account);
  }
}

/** Not by its class alone, of which a page can have two. */
function isAdapted(account: OtherAccount): account is ConnectedAccount {
  return account instanceof ConnectedAccount || 'providerName' in account;
}
