import type {
  ConnectSdk,
  SdkCredential,
  SdkDataSource,
  SdkInputSources,
  SdkInstallFlow,
  SdkIntegrationConfig,
  SdkIntegrationMetadata,
  SdkIntegrationState,
  SdkOptionPage,
  SdkUser,
} from '../../src/core/sdk.js';

/** One integration of a {@link FakeSdk}. */
export interface FakeIntegration {
  readonly type: string;
  readonly name?: string;
  readonly icon?: string;
  readonly brandColor?: string;
  readonly config?: Partial<SdkIntegrationConfig>;
  /** Accounts that the user has from the start, as {@link FakeSdk.addAccount} takes them. */
  readonly accounts?: readonly FakeAccount[];
}

/** An account; `VALID` and a generated id unless told otherwise. */
export type FakeAccount = Partial<SdkCredential>;

type Answer = (...parameters: unknown[]) => unknown;

/**
 * A scripted Connect SDK in memory, for tests of elements. Reads answer from its own state; every other call answers what
 * {@link answer} says, and is listed in {@link calls}.
 */
export class FakeSdk implements ConnectSdk {
  /** Calls in order, with their parameters. */
  readonly calls: (readonly [name: string, ...parameters: unknown[]])[] = [];
  readonly installFlow: SdkInstallFlow;
  userId: string | undefined = 'user-1';
  meta: Record<string, unknown> = {};
  readonly #metadata = new Map<string, SdkIntegrationMetadata>();
  readonly #configs = new Map<string, Partial<SdkIntegrationConfig>>();
  readonly #credentials = new Map<string, SdkCredential[]>();
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #answers = new Map<string, Answer>();
  #serial = 0;

  constructor(integrations: readonly FakeIntegration[] = []) {
    for (const integration of integrations) this.addIntegration(integration);
    const flow =
      (name: string) =>
      (...parameters: unknown[]): Promise<void> =>
        this.#call(`installFlow.${name}`, parameters, undefined);
    this.installFlow = {
      start: (...parameters) => void flow('start')(...parameters),
      setAccountType: flow('setAccountType'),
      setPreOptions: flow('setPreOptions'),
      setPostOptions: flow('setPostOptions'),
      cancel: flow('cancel'),
    };
  }

  /** Decides what a call answers from now on: a value, an error to throw, or a promise that the test settles. */
  answer(name: string, answer: Answer): this {
    this.#answers.set(name, answer);
    return this;
  }

  /** Fires an event of the SDK, as after a change. */
  fire(event: 'onIntegrationInstall' | 'onIntegrationUninstall'): void {
    for (const listener of [...(this.#listeners.get(event) ?? [])]) listener();
  }

  /** How many listeners there are; none after the last element has gone. */
  get listenerCount(): number {
    return [...this.#listeners.values()].reduce((sum, {size}) => sum + size, 0);
  }

  addIntegration({accounts = [], config = {}, ...shown}: FakeIntegration): void {
    const {type, name = type, icon = '', brandColor = ''} = shown;
    this.#metadata.set(type, {type, name, icon, brandColor});
    this.#configs.set(type, config);
    this.#credentials.set(type, []);
    for (const account of accounts) this.#add(type, account);
  }

  removeIntegration(type: string): void {
    this.#credentials.delete(type);
    this.fire('onIntegrationUninstall');
  }

  /** Connects an account and says so. Returns its id. */
  addAccount(type: string, account: FakeAccount = {}): string {
    const id = this.#add(type, account);
    this.fire('onIntegrationInstall');
    return id;
  }

  /** Changes an account, for example `{status: 'INVALID'}` for one whose access was revoked. */
  changeAccount(id: string, change: FakeAccount): void {
    this.#edit(id, (credential) => [{...credential, ...change}]);
    this.fire('onIntegrationInstall');
  }

  removeAccount(id: string): void {
    this.#edit(id, () => []);
    this.fire('onIntegrationUninstall');
  }

  signOut(): void {
    this.userId = undefined;
    this.fire('onIntegrationUninstall');
  }

  getUser(): SdkUser {
    if (this.userId === undefined) return {authenticated: false};
    const integrations = Object.fromEntries<SdkIntegrationState>(
      [...this.#credentials].map(([type, credentials]) => [
        type,
        {enabled: credentials.length > 0, allCredentials: [...credentials]},
      ]),
    );
    return {authenticated: true, userId: this.userId, integrations, meta: this.meta};
  }

  getIntegrationMetadata(): readonly SdkIntegrationMetadata[] {
    return [...this.#metadata.values()];
  }

  getIntegrationConfig(type: string): SdkIntegrationConfig {
    const config = this.#configs.get(type);
    if (!config) throw new TypeError(`No integration ${type}`);
    return {availableWorkflows: [], hiddenWorkflows: [], ...config};
  }

  subscribe(event: string, listener: () => void): void {
    const listeners = this.#listeners.get(event) ?? new Set<() => void>();
    this.#listeners.set(event, listeners.add(listener));
  }

  unsubscribe(event: string, listener: () => void): void {
    this.#listeners.get(event)?.delete(listener);
  }

  authenticate(...parameters: Parameters<ConnectSdk['authenticate']>): Promise<void> {
    return this.#call('authenticate', parameters, undefined);
  }

  bootstrapSDKState(): Promise<void> {
    return this.#call('bootstrapSDKState', [], undefined);
  }

  setHeadless(): void {
    this.calls.push(['setHeadless']);
  }

  configureGlobal(...parameters: Parameters<ConnectSdk['configureGlobal']>): void {
    this.calls.push(['configureGlobal', ...parameters]);
  }

  async setUserMetadata(meta: Record<string, unknown>): Promise<unknown> {
    this.meta = await this.#call('setUserMetadata', [meta], meta);
    return this.meta;
  }

  getAccountTypeOptions(type: string): ReturnType<ConnectSdk['getAccountTypeOptions']> {
    return this.#read('getAccountTypeOptions', [type], []);
  }

  getPreOptions(...parameters: Parameters<ConnectSdk['getPreOptions']>): readonly unknown[] {
    return this.#read('getPreOptions', parameters, []);
  }

  getPostOptions(type: string): readonly unknown[] {
    return this.#read('getPostOptions', [type], []);
  }

  updateIntegrationUserSettings(
    ...parameters: Parameters<ConnectSdk['updateIntegrationUserSettings']>
  ): ReturnType<ConnectSdk['updateIntegrationUserSettings']> {
    return this.#call('updateIntegrationUserSettings', parameters, {});
  }

  updateWorkflowUserSettings(
    ...parameters: Parameters<ConnectSdk['updateWorkflowUserSettings']>
  ): ReturnType<ConnectSdk['updateWorkflowUserSettings']> {
    return this.#call('updateWorkflowUserSettings', parameters, {});
  }

  updateWorkflowState(
    ...parameters: Parameters<ConnectSdk['updateWorkflowState']>
  ): ReturnType<ConnectSdk['updateWorkflowState']> {
    return this.#call('updateWorkflowState', parameters, {errors: []});
  }

  getSourcesForInput(...parameters: [string, object]): SdkInputSources | null {
    return this.#read('getSourcesForInput', parameters, null);
  }

  getDataSourceOptions(...parameters: [string, string]): Promise<SdkDataSource | undefined> {
    return this.#call('getDataSourceOptions', parameters, undefined);
  }

  getFieldOptions(request: object): Promise<SdkOptionPage> {
    return this.#call('getFieldOptions', [request], {
      data: [],
      nestedData: [],
      nextPageCursor: null,
    });
  }

  setDataSources(config: object): void {
    this.calls.push(['setDataSources', config]);
  }

  createConfiguration(
    ...parameters: Parameters<ConnectSdk['createConfiguration']>
  ): ReturnType<ConnectSdk['createConfiguration']> {
    return this.#call('createConfiguration', parameters, {id: 'configuration', isDefault: false});
  }

  updateConfiguration(
    ...parameters: Parameters<ConnectSdk['updateConfiguration']>
  ): ReturnType<ConnectSdk['updateConfiguration']> {
    return this.#call('updateConfiguration', parameters, {id: 'configuration', isDefault: false});
  }

  destroyConfiguration(
    ...parameters: Parameters<ConnectSdk['destroyConfiguration']>
  ): Promise<void> {
    return this.#call('destroyConfiguration', parameters, undefined);
  }

  request(...parameters: [string, string, object]): Promise<unknown> {
    return this.#call('request', parameters, undefined);
  }

  workflow(...parameters: [string, object]): Promise<unknown> {
    return this.#call('workflow', parameters, undefined);
  }

  async uninstallIntegration(type: string, options: {selectedCredentialId: string}): Promise<void> {
    await this.#call('uninstallIntegration', [type, options], undefined);
    this.removeAccount(options.selectedCredentialId);
  }

  #add(type: string, account: FakeAccount): string {
    const credential = {id: `credential-${++this.#serial}`, status: 'VALID', ...account};
    this.#credentials.set(type, [...(this.#credentials.get(type) ?? []), credential]);
    return credential.id;
  }

  #edit(id: string, edit: (credential: SdkCredential) => readonly SdkCredential[]): void {
    for (const [type, credentials] of this.#credentials) {
      const edited = credentials.flatMap((one) => (one.id === id ? edit(one) : [one]));
      this.#credentials.set(type, edited);
    }
  }

  #read<T>(name: string, parameters: readonly unknown[], otherwise: T): T {
    this.calls.push([name, ...parameters]);
    const answer = this.#answers.get(name);
    return answer ? (answer(...parameters) as T) : otherwise;
  }

  async #call<T>(name: string, parameters: readonly unknown[], otherwise: T): Promise<T> {
    return await this.#read<T | Promise<T>>(name, parameters, otherwise);
  }
}
