import {AccountHandle} from './accounts/account-handle.js';
import type {AccountNaming} from './accounts/account-names.js';
import type {ConnectedAccount} from './accounts/connected-account.js';
import {missingSettings, type MissingSetting} from './accounts/missing-settings.js';
import {toPgError} from './answers.js';
import type {ConnectSdk} from './sdk.js';
import {SdkSession, type SessionFeatures, type SessionOptions} from './session/session.js';
import {LazyModule} from './util/lazy-module.js';

/**
 * Where the session and the features meet: the session knows none of them, and they know its ports only. What a page may never need
 * is loaded when it is used, so that a page without install flows, settings or choices carries no code for them.
 */

const install = new LazyModule(() => import('./install/start-install.js'));

const names = new LazyModule(() => import('./accounts/account-names.js'));

const features: SessionFeatures = {
  prepare: () => install.prepare(),
  reauthorize: (session, account, options) =>
    install.run(({reauthorize}) => reauthorize(session, account, options)),
};

/** A session with everything that can be done in it. */
export class ConnectSession extends SdkSession {
  #naming: AccountNaming | undefined;

  /** @param sdk the SDK, or how to load it once somebody wants to see the session */
  constructor(sdk: ConnectSdk | (() => Promise<ConnectSdk>), options: SessionOptions = {}) {
    super(sdk, options, features);
  }

  /**
   * What can be done with an account, its credential bound to every call; undefined if there is no such account. Gets ready to
   * sign it in again inside a click.
   * @param reference credential id, or external id with the SDK's `ext:` before it or without
   * @param integration tells accounts of several integrations apart that have the same external id
   * @throws {PgError} `bad-input` if several accounts could be meant
   */
  account(reference: string, integration?: string): AccountHandle | undefined {
    const account = this.resolveAccount(reference, integration);
    if (!account) return undefined;
    install.prepare();
    return new AccountHandle(this, account);
  }

  /** What an account still needs to do its work: required settings without a value. */
  missingSettings(account: ConnectedAccount): readonly MissingSetting[] {
    return missingSettings(account, this.texts(account.integration));
  }

  /**
   * Calls accounts as the host does, everywhere: in `accountIdentifier()`, and in each element. `<pg-portal>` does it with its
   * `accountName` and `renameAccount`. Undefined goes back to what providers say.
   */
  nameAccounts(naming: AccountNaming | undefined): void {
    this.#naming = naming;
    if (!naming) this.useNamer(undefined);
    else void this.#useNames(naming);
  }

  async #useNames(naming: AccountNaming): Promise<void> {
    try {
      const {AccountNames} = await names.load();
      if (this.#naming === naming) this.useNamer(new AccountNames(naming, this));
    } catch (error) {
      naming.onError?.(toPgError(error));
    }
  }
}

const sessions = new WeakMap<ConnectSdk, ConnectSession>();

/** The session of an SDK instance that its host signs in: the same one for every element of the page. */
export function sessionOf(sdk: ConnectSdk): ConnectSession {
  let session = sessions.get(sdk);
  if (!session) {
    session = new ConnectSession(sdk);
    sessions.set(sdk, session);
  }
  return session;
}
