import type {LitElement} from 'lit';
import {ConnectedAccount, type ReauthorizeOptions} from '../../core/accounts/connected-account.js';
import {externalAccount, type ExternalAccount} from '../../core/accounts/external-account.js';
import {PgError} from '../../core/errors.js';
import {toPgError} from '../../core/answers.js';
import {safeLink} from '../../ui/safe.js';
import {emit} from '../emit.js';

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

/** Signs accounts of another source in again: asks the source for it, and goes where that leads. */
export class Redirection {
  readonly #host: LitElement;
  readonly #navigate: (url: string) => void;
  readonly #pending = new Set<string>();
  readonly #failures = new Map<string, PgError>();

  constructor(host: LitElement, navigate: (url: string) => void) {
    this.#host = host;
    this.#navigate = navigate;
  }

  isPending({id}: ConnectedAccount): boolean {
    return this.#pending.has(id);
  }

  /** Why the last attempt failed. */
  failureOf({id}: ConnectedAccount): PgError | undefined {
    return this.#failures.get(id);
  }

  /** Call it inside the click: some sources open a window. */
  async start(account: ConnectedAccount, options: ReauthorizeOptions): Promise<void> {
    const {id, integration} = account;
    const of = {integration, credentialId: id};
    if (this.isPending(account) || !emit(this.#host, 'pg-install', {...of})) return;
    this.#failures.delete(id);
    this.#pending.add(id);
    this.#host.requestUpdate();
    try {
      const {verification} = await account.reauthorize(options);
      const url = verification.externalVerificationRedirectURL;
      if (!url) emit(this.#host, 'pg-installed', {...of});
      else this.#follow(account, url);
    } catch (error) {
      const failure = toPgError(error);
      this.#failures.set(id, failure);
      const {code, message} = failure;
      emit(this.#host, 'pg-install-error', {
        integration,
        stage: 'failed',
        error: {code, message},
      });
    } finally {
      this.#pending.delete(id);
      this.#host.requestUpdate();
    }
  }

  #follow({integration, id: credentialId}: ConnectedAccount, address: URL): void {
    const url = safeLink(String(address));
    if (!url?.startsWith('http'))
      throw new PgError('refused', 'The address to sign in at is no web address.');
    // Whoever has left the list in the meantime is not to be taken off the page.
    if (this.#host.isConnected && emit(this.#host, 'pg-redirect', {integration, credentialId, url}))
      this.#navigate(url);
  }
}
