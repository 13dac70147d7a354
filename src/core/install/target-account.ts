import type {ConnectedAccount} from '../accounts/connected-account.js';
import type {SdkStartOptions} from '../sdk.js';
import type {ConnectSession} from '../session/session.js';
import type {InstallOptions} from './install-state.js';

/**
 * Knows which account an install run is about: the one it signs in again, or the new one, told by what there was when the run
 * began. Accounts of other runs are not its own, even where the SDK mixes them up.
 */
export class TargetAccount {
  readonly #session: ConnectSession;
  readonly #options: InstallOptions;
  #before: ReadonlyMap<string, ConnectedAccount> = new Map();
  #id: string | undefined;
  #obsolete: string | undefined;

  constructor(session: ConnectSession, options: InstallOptions) {
    this.#session = session;
    this.#options = options;
    this.#id = options.credentialId;
  }

  /** The account to sign in again; undefined as long as a new one is to be added. */
  get id(): string | undefined {
    return this.#id;
  }

  /** What tells the SDK which account it is. */
  get startOptions(): Partial<SdkStartOptions> {
    const {allowMultiple, externalId} = this.#options;
    return {
      ...(allowMultiple && {allowMultipleCredentials: true}),
      ...(this.#id === undefined
        ? externalId !== undefined && {externalId: externalId.trim()}
        : {selectedCredentialId: this.#id}),
    };
  }

  /** The account that answers are for, as soon as there is one. */
  get credentialId(): string | undefined {
    return this.find()?.id ?? this.#id;
  }

  /** An account that an earlier run has left unfinished, unless this run is about one already. */
  get unfinished(): ConnectedAccount | undefined {
    if (this.#id !== undefined) return undefined;
    return [...this.#before.values()].find(({status}) => status === 'pending');
  }

  /** The account that the backend would replace with the new one. */
  get replaced(): ConnectedAccount | undefined {
    if (this.#id !== undefined || this.#options.allowMultiple) return undefined;
    return this.#current.find(({id}) => id !== this.#obsolete);
  }

  /** Takes what there is now for what there was before the run. */
  remember(): void {
    this.#before = new Map(this.#current.map((account) => [account.id, account]));
  }

  /** Goes on with this account instead of adding one. */
  choose(id: string): void {
    this.#id = id;
  }

  /** Adds a new account instead of going on with this unfinished one. */
  leaveBehind(id: string): void {
    if (this.#options.credentialId !== undefined) return;
    this.#obsolete = id;
    this.#id = undefined;
  }

  /** The account that was added, or the one that was to be signed in again once it was. */
  find(): ConnectedAccount | undefined {
    if (this.#id === undefined) return this.#current.find(({id}) => !this.#before.has(id));
    const account = this.#get(this.#id);
    const before = this.#before.get(this.#id);
    if (!account || !before) return account;
    const renewed = before.refreshedAt?.getTime() !== account.refreshedAt?.getTime();
    return renewed || before.status !== account.status ? account : undefined;
  }

  /** The account of the run in whatever state it is. */
  findAny(): ConnectedAccount | undefined {
    return this.find() ?? this.#get(this.#id);
  }

  /** Whether an account is what this run is about: windows of other runs complete this one's flow too. */
  isOurs(credentialId: string): boolean {
    if (this.#id !== undefined) return credentialId === this.#id;
    return !(this.#options.allowMultiple && this.#before.has(credentialId));
  }

  /** Whether what the SDK's flow holds is an account that the window of another run has put there. */
  isForeign(held: string | null | undefined): boolean {
    return typeof held === 'string' && !(this.isOurs(held) && this.#get(held));
  }

  /**
   * Brings the accounts up to date once this one is connected, and removes the unfinished one that was left behind. Of an
   * account that was renewed or replaced the SDK keeps the old state: only the backend knows what is true now.
   */
  async settle(credentialId: string): Promise<void> {
    const obsolete = this.#obsolete;
    if (this.#before.size === 0 && obsolete === undefined) return;
    try {
      await this.#session.refresh();
      if (obsolete === undefined || obsolete === credentialId) return;
      if (this.#session.connectedAccount(obsolete)?.status === 'pending')
        await this.#session.disconnect(obsolete);
    } catch {
      // The account is connected. Nothing is removed without the backend's word that it is still unfinished.
    }
  }

  get #current(): readonly ConnectedAccount[] {
    return this.#session.integration(this.#options.integration)?.accounts ?? [];
  }

  #get(id: string | undefined): ConnectedAccount | undefined {
    return this.#current.find((account) => account.id === id);
  }
}
