import {PgError} from '../errors.js';
import {getOptionStore} from '../options/option-store.js';
import type {OptionParameter} from '../options/option-request.js';
import type {InputSources, OptionSource} from '../options/option-source.js';
import type {OptionCursor, OptionPage} from '../options/option-page.js';
import {refusal, toPgError} from '../answers.js';
import type {ConnectInput, InputValues, SdkConfiguration, SdkSelection} from '../sdk.js';
import type {RunSlot, SessionCalls, SessionEvents, SessionState} from '../session/ports.js';
import {rewriteAfterCheck, switchWorkflows, writeAfterCheck} from '../settings/checked-write.js';
import type {SettingsDraft} from '../settings/settings-draft.js';
import {getSettingsDrafts} from '../settings/settings-drafts.js';
import {findConfiguration, workflowStateIn} from './configurations.js';
import type {ConnectedAccount} from './connected-account.js';
import {requireConfiguration, selectionOf} from './selection.js';

/** What an account asks of its session. */
export type AccountSession = SessionState & SessionCalls & SessionEvents & RunSlot;

/** Which page of a list of choices is asked for. */
export interface ChoiceRequest {
  /** Chosen values of the lists that this one depends on. */
  readonly parameters?: readonly OptionParameter[];
  readonly search?: string;
  /** Where the page before said the next one starts. */
  readonly cursor?: OptionCursor | null;
  readonly signal?: AbortSignal;
}

/** A request to the provider's API, which the service sends with the account's own access. */
export interface ProviderRequest {
  /** `GET` unless told otherwise. */
  readonly method?: string;
  /** An object is sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a workflow is started with. */
export interface WorkflowRequest {
  readonly body?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Id or external id of the configuration to run it with; absent, the default one. */
  readonly configuration?: string | undefined;
}

/** What an `AccountHandle` does with settings, options and configurations: its methods say what. */
export class AccountCommands {
  readonly #session: AccountSession;
  readonly #current: () => ConnectedAccount;

  /** @param current the account as it stands; throws once it is gone */
  constructor(session: AccountSession, current: () => ConnectedAccount) {
    this.#session = session;
    this.#current = current;
  }

  request<T>(path: string, request: ProviderRequest): Promise<T | undefined> {
    return this.#ask(async () => {
      const {id, integration} = this.#current();
      const selected = {...request, selectedCredentialId: id};
      return (await this.#session.sdk.request(integration, path, selected)) as T | undefined;
    });
  }

  workflow<T>(workflowId: string, request: WorkflowRequest): Promise<T | undefined> {
    const {configuration, ...rest} = request;
    return this.#ask(async () => {
      const selected = {...rest, ...selectionOf(this.#current(), configuration)};
      return (await this.#session.sdk.workflow(workflowId, selected)) as T | undefined;
    });
  }

  /** A call that changes nothing of the account. */
  async #ask<T>(call: () => Promise<T>): Promise<T> {
    const {id} = this.#current();
    try {
      return await this.#session.call(call);
    } catch (error) {
      const problem = toPgError(error);
      await this.#session.onRefused(problem);
      // A service may refuse an account that was removed elsewhere in words of its own, which are kept.
      if (this.#session.connectedAccount(id) || this.#session.snapshot.status !== 'ready')
        throw problem;
      const {message, detail} = problem;
      throw new PgError('account-not-found', message, {cause: error, detail});
    }
  }

  settings(configuration: string | undefined): SettingsDraft {
    const account = this.#current();
    const {selectedConfigurationId: configurationId} = selectionOf(account, configuration);
    const {integration, id: credentialId} = account;
    return getSettingsDrafts(this.#session).draft({integration, credentialId, configurationId});
  }

  updateSettings(values: InputValues, configuration: string | undefined): Promise<void> {
    return this.#rewrite(configuration, ({integration}, selection) =>
      this.#session.sdk.updateIntegrationUserSettings(integration, values, selection),
    );
  }

  updateWorkflowSettings(
    workflowId: string,
    values: InputValues,
    configuration: string | undefined,
  ): Promise<void> {
    return this.#rewrite(configuration, ({integration}, selection) =>
      this.#session.sdk.updateWorkflowUserSettings(integration, workflowId, values, selection),
    );
  }

  updateWorkflowState(
    enabled: Readonly<Record<string, boolean>>,
    configuration: string | undefined,
  ): Promise<void> {
    return writeAfterCheck(this.#session, this.#current().id, async () => {
      const account = this.#current();
      const selection = selectionOf(account, configuration);
      const shown = findConfiguration(account.configurations, configuration);
      const changes = Object.entries(enabled).filter(
        ([id, on]) => (workflowStateIn(shown, id)?.enabled === true) !== on,
      );
      if (changes.length === 0) return;
      await switchWorkflows(this.#session, Object.fromEntries(changes), selection);
    });
  }

  sources(input: ConnectInput): Promise<InputSources> {
    const {integration} = this.#current();
    return getOptionStore(this.#session).sourceOf(integration, input);
  }

  async options(source: OptionSource, request: ChoiceRequest = {}): Promise<OptionPage> {
    if (source.kind === 'static') return source.page;
    const {integration, id: credentialId} = this.#current();
    const {parameters = [], search = '', cursor = null} = request;
    const {signal = new AbortController().signal} = request;
    const question = {integration, credentialId, source, parameters, search, cursor};
    return getOptionStore(this.#session).load(question, signal);
  }

  createConfiguration({
    externalId,
  }: {readonly externalId?: string} = {}): Promise<SdkConfiguration> {
    const name = externalId?.trim();
    return this.#change(({id: credentialId, configurations}) => {
      if (name === '') throw new PgError('bad-input', 'An external id is not blank.');
      if (name !== undefined && configurations.some((one) => one.externalId === name))
        throw new PgError('external-id-in-use', `"${name}" is the id of another configuration.`);
      const named = name === undefined ? {} : {externalId: name};
      return this.#session.sdk.createConfiguration({credentialId, ...named});
    });
  }

  updateConfiguration(
    configuration: string,
    meta: Readonly<Record<string, unknown>>,
  ): Promise<SdkConfiguration> {
    return this.#change((account) => {
      const {id} = requireConfiguration(account, configuration);
      const change = {id, credentialId: account.id, meta: {...meta}};
      return this.#session.sdk.updateConfiguration(change);
    });
  }

  destroyConfiguration(configuration: string): Promise<void> {
    return this.#change((account) => {
      const {id, isDefault} = requireConfiguration(account, configuration);
      if (isDefault) throw new PgError('bad-input', 'The default configuration has to stay.');
      return this.#session.sdk.destroyConfiguration({id, credentialId: account.id});
    });
  }

  /** A write to settings, after all earlier ones. */
  async #rewrite(
    configuration: string | undefined,
    send: (
      account: ConnectedAccount,
      selection: SdkSelection,
    ) => Promise<{readonly errors?: readonly string[]}>,
  ): Promise<void> {
    const {errors} = await rewriteAfterCheck(this.#session, this.#current().id, async () => {
      const account = this.#current();
      return send(account, selectionOf(account, configuration));
    });
    // The SDK passes on whatever the backend sent in that place.
    if (Array.isArray(errors) && errors.length > 0) throw refusal(errors.map(String));
  }

  /** A write to the account itself, after all earlier ones. */
  #change<T>(call: (account: ConnectedAccount) => Promise<T>): Promise<T> {
    return this.#session.perform(this.#current().id, async () => call(this.#current()));
  }
}
