import type {ConnectedAccount} from '../core/accounts/connected-account.js';
import type {ConnectSession} from '../core/compose.js';
import {PgError} from '../core/errors.js';
import {toPgError} from '../core/answers.js';
import {report} from './emit.js';

/** What a `credential` stands for. `gone`: there is no such account any more, and no other one takes its place. */
export type ReferredAccount =
  | {readonly status: 'none' | 'loading'}
  | {readonly status: 'found'; readonly account: ConnectedAccount}
  | {readonly status: 'gone'; readonly error: PgError};

/** A session, as far as an account is looked up in it. */
type Session = Pick<ConnectSession, 'snapshot' | 'integration' | 'resolveAccount'>;

const NONE: ReferredAccount = {status: 'none'};
const GONE = new PgError('account-not-found', 'The account that was shown is gone.');
const LOADING: ReferredAccount = {status: 'loading'};

/**
 * Resolves the `credential` of an element: a credential id, or an external id with the SDK's `ext:` before it or without. An account
 * that is gone is told to the host with one `pg-error`, once for each time that it goes.
 */
export class AccountReference {
  readonly #host: HTMLElement;
  #key = '';
  #value = NONE;
  #isTold = false;
  /** The id that the reference had last. */
  #id: string | undefined;
  /** The account that is shown where there is no reference, and of whom and what it is. */
  #chosen: string | undefined;
  #owner = '';

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** What it stood for when it was last resolved. */
  get value(): ReferredAccount {
    return this.#value;
  }

  get account(): ConnectedAccount | undefined {
    return this.#value.status === 'found' ? this.#value.account : undefined;
  }

  /** Why there is no account. */
  get error(): PgError | undefined {
    return this.#value.status === 'gone' ? this.#value.error : undefined;
  }

  /** The account's id, also while it is not known whether it still exists, and after it has gone. */
  get id(): string | undefined {
    return this.#id ?? this.#chosen;
  }

  /** @param integration whose accounts can be meant */
  resolve(
    session: Session | undefined,
    reference: string | undefined,
    integration: string | undefined,
  ): ReferredAccount {
    const key = `${integration ?? ''} ${reference ?? ''}`;
    if (key !== this.#key) {
      this.#key = key;
      this.#isTold = false;
      this.#id = reference || undefined;
    }
    const next = find(session, reference, integration || undefined);
    // The same error for as long as it is gone.
    const isStillGone = next.status === 'gone' && this.#isTold && this.error;
    if (!isStillGone) this.#value = next;
    if (next.status === 'found') {
      this.#id = next.account.id;
      this.#isTold = false;
    }
    if (next.status === 'gone' && !this.#isTold) this.#tell(next.error);
    return this.#value;
  }

  /**
   * As {@link resolve}; without a reference the account that was chosen so before, also when there are others, else the first one that
   * works. One that has gone stays chosen while there are others: which of them it is to be only the person knows.
   */
  choose(
    session: Session | undefined,
    reference: string | undefined,
    integration: string,
  ): ConnectedAccount | undefined {
    const {status} = this.resolve(session, reference, integration);
    if (status !== 'none') this.forget();
    if (status !== 'none' || !session || !hasAccounts(session)) return this.account;
    const accounts = session.integration(integration)?.accounts ?? [];
    const owner = `${session.snapshot.userId} ${integration}`;
    if (accounts.length === 0 || owner !== this.#owner) this.forget();
    this.#owner = owner;
    const first = accounts.find((one) => one.status === 'valid') ?? accounts[0];
    this.#chosen ??= first?.id;
    const account = accounts.find(({id}) => id === this.#chosen);
    if (account) this.#value = {status: 'found', account};
    else if (first) this.#value = {status: 'gone', error: GONE};
    return account;
  }

  /** Another account may be chosen. */
  forget(): void {
    this.#chosen = undefined;
  }

  #tell(error: PgError): void {
    this.#isTold = true;
    // Not while rendering: a listener may change what is being rendered. By then whoever holds the element may have another account.
    queueMicrotask(() => {
      if (this.error === error) report(this.#host, error);
    });
  }
}

/** Those of a user who has to be signed in again are there still. */
const hasAccounts = ({snapshot}: Session): boolean =>
  snapshot.status === 'ready' || snapshot.integrations.length > 0;

function find(
  session: Session | undefined,
  reference: string | undefined,
  integration: string | undefined,
): ReferredAccount {
  if (!reference) return NONE;
  if (!session || !hasAccounts(session)) return LOADING;
  // Said of the integration already.
  if (integration !== undefined && !session.integration(integration)) return NONE;
  try {
    const account = session.resolveAccount(reference, integration);
    if (account) return {status: 'found', account};
    const of = integration === undefined ? '' : ` of ${integration}`;
    const message = `There is no account "${reference}"${of}.`;
    return {status: 'gone', error: new PgError('account-not-found', message)};
  } catch (error) {
    return {status: 'gone', error: toPgError(error)};
  }
}
