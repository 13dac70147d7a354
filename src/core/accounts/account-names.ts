import {PgError} from '../errors.js';
import {toPgError, isRaw, textIn} from '../answers.js';
import type {AccountName, AccountNamer, NamedIntegration, SessionCalls} from '../session/ports.js';
import {sameContent} from '../util/equal.js';
import type {ConnectedAccount} from './connected-account.js';

/** A name alone or with more; nothing where the kit is to find one. */
export type AccountNameAnswer = string | AccountName | null | undefined;

/** How the host calls accounts. */
export interface AccountNaming {
  /** Asked once for each account, and again when the account has changed or after a refresh. Until it has answered, the kit's own name is shown. */
  readonly accountName?:
    | ((
        account: ConnectedAccount,
        integration: NamedIntegration,
      ) => AccountNameAnswer | Promise<AccountNameAnswer>)
    | undefined;
  /** Keeps the name that the person gave an account. Rejecting refuses it. */
  readonly renameAccount?:
    | ((
        account: ConnectedAccount,
        integration: NamedIntegration,
        name: string,
      ) => void | Promise<void>)
    | undefined;
  /** Told once when `accountName` fails. */
  readonly onError?: ((error: PgError) => void) | undefined;
}

interface KnownName {
  /** The account that was asked about. */
  readonly account: ConnectedAccount;
  readonly integration: NamedIntegration;
  name: AccountName | undefined;
}

/** Asks the host for the names of accounts, and keeps what it says. */
export class AccountNames implements AccountNamer {
  readonly #naming: AccountNaming;
  readonly #session: Pick<SessionCalls, 'reread'>;
  readonly #known = new Map<string, KnownName>();
  #hasFailed = false;

  constructor(naming: AccountNaming, session: Pick<SessionCalls, 'reread'>) {
    this.#naming = naming;
    this.#session = session;
  }

  get canRename(): boolean {
    return this.#naming.renameAccount !== undefined;
  }

  nameOf(account: ConnectedAccount, integration: NamedIntegration): AccountName | undefined {
    const known = this.#known.get(account.id);
    if (known?.account === account) return known.name;
    return this.#ask({account, integration, name: known?.name});
  }

  async rename(credentialId: string, name: string): Promise<void> {
    const known = this.#known.get(credentialId);
    if (!known) throw new PgError('account-not-found', 'The account is not connected any more.');
    const {account, integration} = known;
    try {
      await this.#naming.renameAccount?.(account, integration, name);
    } catch (error) {
      throw toPgError(error);
    }
    const now = this.#known.get(credentialId);
    if (!now) return;
    // Told at once; the host may make another one of it.
    now.name = {...now.name, name};
    this.#ask(now);
    this.#session.reread();
  }

  askAgain(): void {
    for (const known of this.#known.values()) this.#ask(known);
    this.#session.reread();
  }

  keepOnly(credentialIds: ReadonlySet<string>): void {
    for (const id of this.#known.keys()) if (!credentialIds.has(id)) this.#known.delete(id);
  }

  /** @returns the name as far as it is known now: of an answer that comes later, the one before */
  #ask({account, integration, name}: KnownName): AccountName | undefined {
    const known: KnownName = {account, integration, name};
    this.#known.set(account.id, known);
    try {
      const answer = this.#naming.accountName?.(account, integration);
      if (isPromise(answer)) void this.#follow(known, answer);
      else if (this.#naming.accountName) known.name = this.#read(answer, known);
    } catch (error) {
      this.#fail(error);
    }
    return known.name;
  }

  async #follow(known: KnownName, answer: Promise<AccountNameAnswer>): Promise<void> {
    try {
      const name = this.#read(await answer, known);
      // An account that has gone, or has changed and was asked about again, has no use for it.
      if (this.#known.get(known.account.id) !== known || known.name === name) return;
      known.name = name;
      this.#session.reread();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** The same object for the same name, so that nothing renders for it. */
  #read(answer: unknown, {name: before}: KnownName): AccountName | undefined {
    if (answer === undefined || answer === null) return undefined;
    if (typeof answer !== 'string' && !isRaw(answer))
      throw new PgError(
        'bad-input',
        'accountName gave neither a text nor {name, detail, picture}.',
      );
    const given = typeof answer === 'string' ? {name: answer} : answer;
    const name: AccountName = {
      name: textIn(given['name']).trim() || undefined,
      detail: textIn(given['detail']).trim() || undefined,
      picture: textIn(given['picture']) || undefined,
    };
    return before && sameContent(before, name) ? before : Object.freeze(name);
  }

  /** Once: the function is the same for all accounts. */
  #fail(cause: unknown): void {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    const message = cause instanceof Error ? cause.message : String(cause);
    const error =
      cause instanceof PgError
        ? cause
        : new PgError('bad-input', `accountName failed: ${message}`, {cause});
    // Not while the snapshot is being read: a listener may change what is being read.
    queueMicrotask(() => this.#naming.onError?.(error));
  }
}

/** A promise of any make. */
function isPromise(answer: unknown): answer is Promise<AccountNameAnswer> {
  return typeof answer === 'object' && answer !== null && 'then' in answer;
}
