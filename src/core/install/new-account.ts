import type {ConnectedAccount} from '../account.js';
import type {ConnectSession} from '../session.js';

/** Knows the account that an install run brings: by what there was when the run began. */
export class NewAccount {
  readonly #session: ConnectSession;
  readonly #integration: string;
  readonly #before: ReadonlyMap<string, ConnectedAccount>;

  constructor(session: ConnectSession, integration: string) {
    this.#session = session;
    this.#integration = integration;
    this.#before = new Map(this.current().map((account) => [account.id, account]));
  }

  /** Accounts when the run began. */
  get before(): ReadonlyMap<string, ConnectedAccount> {
    return this.#before;
  }

  current(): readonly ConnectedAccount[] {
    return this.#session.integration(this.#integration)?.accounts ?? [];
  }

  get(id: string | undefined): ConnectedAccount | undefined {
    return this.current().find((account) => account.id === id);
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  /** The account that was added, or with `target` that account once it was signed in again. */
  find(target: string | undefined): ConnectedAccount | undefined {
    if (target === undefined) return this.current().find(({id}) => !this.#before.has(id));
    const account = this.get(target);
    const before = this.#before.get(target);
    if (!account || !before) return account;
    const renewed = before.refreshedAt?.getTime() !== account.refreshedAt?.getTime();
    return renewed || before.status !== account.status ? account : undefined;
  }
}
