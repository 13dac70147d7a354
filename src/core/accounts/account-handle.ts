import {PgError} from '../errors.js';
import {LazyModule} from '../util/lazy-module.js';
import type {InputSources, OptionSource} from '../options/option-source.js';
import type {OptionPage} from '../options/option-page.js';
import type {ConnectInput, InputValues, SdkConfiguration, SdkWorkflowState} from '../sdk.js';
import type {SettingsDraft} from '../settings/settings-draft.js';
import type {
  AccountCommands,
  AccountSession,
  ChoiceRequest,
  ProviderRequest,
  WorkflowRequest,
} from './account-commands.js';
import {findConfiguration, workflowStateIn} from './configurations.js';
import type {ConnectedAccount, ReauthorizeOptions} from './connected-account.js';

/** Apart, so that a page that only shows accounts does not carry settings and options. */
const work = new LazyModule(() => import('./account-commands.js'));

/**
 * One account with its credential bound to every call. The handle stays good when the account changes; once it is gone, or another
 * user has signed in, every call rejects with `account-not-found`. A `configuration` is an id or external id of one of
 * {@link configurations}; absent, the default one is meant.
 *
 * Calls reject with a {@link PgError}: `account-not-found`, `account-not-valid`, `signed-out`, `token-expired`, `network`,
 * `refused`, `bad-input`, `unknown`. A call that is refused because the session has expired is made again, once, after a new
 * sign-in.
 */
export class AccountHandle {
  /** Id of the credential. */
  readonly id: string;
  /** The integration's type, for example `slack`. */
  readonly integration: string;
  readonly #session: AccountSession;

  constructor(session: AccountSession, {id, integration}: ConnectedAccount) {
    this.id = id;
    this.integration = integration;
    this.#session = session;
  }

  /** The account as it stands now; undefined once it is gone. */
  get model(): ConnectedAccount | undefined {
    const account = this.#session.connectedAccount(this.id);
    return account?.integration === this.integration ? account : undefined;
  }

  get configurations(): readonly SdkConfiguration[] {
    return this.model?.configurations ?? [];
  }

  configuration(reference?: string): SdkConfiguration | undefined {
    return findConfiguration(this.configurations, reference);
  }

  /** Whether a workflow is on, and its settings; undefined for one that never was on. */
  workflowState(workflowId: string, configuration?: string): SdkWorkflowState | undefined {
    return workflowStateIn(this.configuration(configuration), workflowId);
  }

  /**
   * Sends a request to the provider's API. Nothing checks that the answer is a `T`.
   * @param path below the provider's API, for example `/files?limit=10`
   */
  request<T = unknown>(path: string, request: ProviderRequest = {}): Promise<T | undefined> {
    return this.#work((account) => account.request<T>(path, request));
  }

  /** Starts a workflow that is on and has a request trigger; resolves with its answer. */
  workflow<T = unknown>(workflowId: string, request: WorkflowRequest = {}): Promise<T | undefined> {
    return this.#work((account) => account.workflow<T>(workflowId, request));
  }

  /**
   * Signs the account in again; its id, settings and workflows stay. Call it inside the person's click: it opens the provider's
   * window. Where the integration asks something before or after that, a `<pg-install-flow>` for this account that is on the page
   * shows it.
   * @throws {PgError} `flow-missing` at once where there is none; `oauth-blocked`, `oauth-denied`, `oauth-timeout`, `aborted`,
   *   `flow-in-progress`, `scopes-unsupported`
   */
  async connect(options: ReauthorizeOptions = {}): Promise<ConnectedAccount> {
    return this.#current().reauthorize(options);
  }

  /** Disconnects the account for good, with its settings and workflows. Ask the person first. */
  async uninstall(): Promise<void> {
    return this.#current().destroy();
  }

  /** Settings and workflows to edit, shared with every element that shows the same ones. */
  settings(configuration?: string): Promise<SettingsDraft> {
    return this.#work((account) => account.settings(configuration));
  }

  /** Changes settings by input id; those that are not named stay. */
  updateSettings(values: InputValues, configuration?: string): Promise<void> {
    return this.#work((account) => account.updateSettings(values, configuration));
  }

  /** Changes settings of a workflow, which has to have been on. */
  updateWorkflowSettings(
    workflowId: string,
    values: InputValues,
    configuration?: string,
  ): Promise<void> {
    return this.#work((account) =>
      account.updateWorkflowSettings(workflowId, values, configuration),
    );
  }

  /** Switches workflows on and off, by id. Those that are as wanted already are left alone. */
  updateWorkflowState(
    enabled: Readonly<Record<string, boolean>>,
    configuration?: string,
  ): Promise<void> {
    return this.#work((account) => account.updateWorkflowState(enabled, configuration));
  }

  /** Every list of choices that an input needs. */
  sources(input: ConnectInput): Promise<InputSources> {
    return this.#work((account) => account.sources(input));
  }

  /** One page of a list of choices, as this account has them; shared with the inputs that ask the same. */
  options(source: OptionSource, request?: ChoiceRequest): Promise<OptionPage> {
    return this.#work((account) => account.options(source, request));
  }

  /**
   * Adds a set of settings to the account.
   * @param options.externalId the host's own identifier, unique among the account's configurations
   */
  createConfiguration(options?: {readonly externalId?: string}): Promise<SdkConfiguration> {
    return this.#work((account) => account.createConfiguration(options));
  }

  /** Adds to what the host keeps with a configuration. */
  updateConfiguration(
    configuration: string,
    meta: Readonly<Record<string, unknown>>,
  ): Promise<SdkConfiguration> {
    return this.#work((account) => account.updateConfiguration(configuration, meta));
  }

  /** Removes a configuration with its settings; the default one stays. */
  destroyConfiguration(configuration: string): Promise<void> {
    return this.#work((account) => account.destroyConfiguration(configuration));
  }

  /** @throws {PgError} `signed-out`, `account-not-found` */
  #current(): ConnectedAccount {
    const {model} = this;
    if (model) return model;
    const {status, error} = this.#session.snapshot;
    if (status === 'ready')
      throw new PgError('account-not-found', `The account ${this.id} is not connected any more.`);
    throw error ?? new PgError('signed-out', 'No user is signed in.');
  }

  async #work<T>(use: (account: AccountCommands) => T | Promise<T>): Promise<T> {
    this.#current();
    return work.run(async ({AccountCommands}) =>
      use(new AccountCommands(this.#session, () => this.#current())),
    );
  }
}
