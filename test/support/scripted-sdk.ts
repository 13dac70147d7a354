import type {
  ConnectSdk,
  InputValues,
  SdkAccountType,
  SdkConfiguration,
  SdkCredential,
  SdkInputSources,
  SdkInstallEvent,
  SdkIntegrationConfig,
  SdkIntegrationMetadata,
  SdkIntegrationState,
  SdkOptionPage,
  SdkSelection,
  SdkUser,
} from '../../src/core/sdk.js';
import {
  HttpFailure,
  ScriptedBackend,
  type RequestName,
  type ScriptedInstallOptions,
  type ScriptedIntegration,
} from './scripted-backend.js';
import {NamedError, ScriptedInstallFlow} from './scripted-install-flow.js';
import type {ScriptedPage, ScriptedWindow} from './scripted-page.js';

/** The SDK stops asking for a window's account after this long. Milliseconds. */
const MAX_POLL_DURATION = 180_000;
/** Identical submissions within this time get no answer. Milliseconds. */
const DUPLICATE_TTL = 5_000;

interface State {
  readonly enabled: boolean;
  readonly credentialId?: string;
  readonly allCredentials: readonly SdkCredential[];
}

type UserState =
  | {authenticated: false}
  | {
      authenticated: true;
      token: string;
      userId: string;
      integrations: Record<string, State>;
      meta: Record<string, unknown>;
    };

type Listener = (event: unknown, user: unknown) => void;

interface SignIn {
  readonly integration: string;
  readonly userId: string;
  readonly options: ScriptedInstallOptions;
  credentialId: string | undefined;
}

/** A token as the backend signs it, with nothing behind the signature. */
export function tokenOf(userId: string, expiresAt = 4_000_000_000_000): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {sub: userId, exp: Math.floor(expiresAt / 1000)};
  return `${part({alg: 'RS256'})}.${part(claims)}.secret-signature`;
}

/**
 * A stand-in for `paragon` that behaves like it in everything the kit must stand: see `SDK-NOTES`. Nothing in it waits for real
 * time or leaves the process; the page's clock drives it.
 */
export class ScriptedSdk implements ConnectSdk {
  readonly page: ScriptedPage;
  readonly backend: ScriptedBackend;
  readonly installFlow = new ScriptedInstallFlow(this);
  isHeadless = false;
  /** Whether the service's page comes up in windows. */
  windowsLoad = true;
  getUserCalls = 0;
  getMetadataCalls = 0;
  /** What the SDK itself would have logged. */
  readonly warnings: string[] = [];
  /** Accounts that were uninstalled, by id. */
  readonly uninstalled: string[] = [];
  /** Answers that went to an account they were not meant for. */
  readonly misdirected: string[] = [];
  /** Every user and event that listeners were given. */
  readonly emitted: unknown[] = [];
  #user: UserState = {authenticated: false};
  #loaded: readonly ScriptedIntegration[] = [];
  readonly #metadata = new Map<string, SdkIntegrationMetadata>();
  readonly #listeners = new Map<string, Listener[]>();
  readonly #duplicates = new Map<string, number>();
  readonly #reads = new Map<string, Promise<unknown>>();
  readonly #signIns = new Map<ScriptedWindow, SignIn>();

  constructor(page: ScriptedPage, integrations: readonly ScriptedIntegration[]) {
    this.page = page;
    this.backend = new ScriptedBackend(integrations);
  }

  get listenerCount(): number {
    return [...this.#listeners.values()].flat().length;
  }

  async authenticate(_projectId: string, token: string): Promise<void> {
    const [, payload = ''] = token.split('.');
    const {sub} = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {sub: string};
    this.#user = {authenticated: true, token, userId: sub, integrations: {}, meta: {}};
    try {
      await this.bootstrapSDKState();
    } catch (error) {
      this.warnings.push('paragon.authenticate() could not login user');
      this.logout();
      const {message} = error as Error;
      throw new Error(`Failed to authenticate user with Paragon: ${message}`, {cause: error});
    }
  }

  logout(): void {
    this.#user = {authenticated: false};
  }

  async bootstrapSDKState(): Promise<void> {
    if (this.#user.authenticated) await this.#updateLocalState();
  }

  setHeadless(isHeadless: boolean): void {
    this.isHeadless = isHeadless;
  }

  configureGlobal(): void {
    this.#user = {authenticated: false};
  }

  getUser(): SdkUser {
    this.getUserCalls += 1;
    if (!this.#user.authenticated) return {authenticated: false};
    const {userId, integrations, meta} = this.#user;
    return structuredClone({authenticated: true, userId, integrations, meta});
  }

  async setUserMetadata(meta: Record<string, unknown>): Promise<unknown> {
    await this.#request('patch-me', () => meta);
    await this.#updateLocalState();
    return undefined;
  }

  getIntegrationMetadata(): readonly SdkIntegrationMetadata[] {
    this.getMetadataCalls += 1;
    return structuredClone([...this.#metadata.values()]);
  }

  getIntegrationConfig(integration: string): SdkIntegrationConfig {
    const {type} = this.#slug(integration);
    return {
      shortDescription: `About ${type}`,
      longDescription: '',
      availableWorkflows: [],
      hiddenWorkflows: [],
    };
  }

  getIntegrationBySlug(integration: string): {readonly authenticationType?: string} {
    return {authenticationType: this.#slug(integration).scheme};
  }

  getAccountTypeOptions(integration: string): readonly SdkAccountType[] {
    return structuredClone(this.#slug(integration).accountTypes ?? []);
  }

  getPreOptions(integration: string): readonly object[] {
    return structuredClone(this.#slug(integration).preOptions ?? []);
  }

  getPostOptions(integration: string): readonly object[] {
    return structuredClone(this.#slug(integration).postOptions ?? []);
  }

  async updateIntegrationUserSettings(
    integration: string,
    values: InputValues,
    {selectedCredentialId}: SdkSelection,
  ): Promise<{readonly errors?: readonly string[]}> {
    const userId = this.#userId();
    const saved = await this.#request('settings', () => {
      const list = this.backend.credentials(userId, integration);
      const index = list.findIndex(({id}) => id === selectedCredentialId);
      const before = list[index];
      if (!before) throw new HttpFailure(404, {message: 'Credential not found'});
      const configurations = before.configurations?.map((entry) => ({
        ...entry,
        sharedSettings: values,
      }));
      list[index] = {...before, ...(configurations && {configurations})};
      return list[index];
    });
    // It does not look who its user is by now.
    this.#updateCredential(integration, saved);
    return {};
  }

  updateWorkflowUserSettings(): Promise<object> {
    return Promise.resolve({});
  }

  updateWorkflowState(): Promise<{readonly errors: readonly []}> {
    return Promise.resolve({errors: []});
  }

  getSourcesForInput(): SdkInputSources | null {
    return null;
  }

  getDataSourceOptions(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  getFieldOptions(): Promise<SdkOptionPage> {
    return Promise.resolve({data: [], nestedData: [], nextPageCursor: null});
  }

  setDataSources(): void {
    // Nothing in these tests asks for options.
  }

  createConfiguration(): Promise<SdkConfiguration> {
    return Promise.resolve({id: 'configuration', isDefault: false});
  }

  updateConfiguration(): Promise<SdkConfiguration> {
    return Promise.resolve({id: 'configuration', isDefault: false});
  }

  destroyConfiguration(): Promise<void> {
    return Promise.resolve();
  }

  async request(integration: string, path: string, init: object): Promise<unknown> {
    return this.#request('proxy', () => ({integration, path, ...init}));
  }

  workflow(workflowId: string, request: object): Promise<unknown> {
    return this.#request('workflow', () => ({workflowId, ...request}));
  }

  subscribe(event: string, listener: Listener): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  unsubscribe(event: string, listener: Listener): void {
    const left = (this.#listeners.get(event) ?? []).filter((entry) => entry !== listener);
    this.#listeners.set(event, left);
  }

  async uninstallIntegration(
    integration: string,
    {selectedCredentialId}: {selectedCredentialId: string},
  ): Promise<void> {
    if (!this.#user.authenticated)
      throw new NamedError('UserNotAuthenticatedError', 'User not authenticated');
    const state = this.#user.integrations[integration];
    if (!state?.allCredentials.some(({id}) => id === selectedCredentialId))
      throw new NamedError('IntegrationNotInstalledError', `"${integration}" is not installed.`);
    this.uninstalled.push(selectedCredentialId);
    const userId = this.#userId();
    await this.#request('uninstall', () =>
      this.backend.remove(userId, integration, selectedCredentialId),
    );
    const left = state.allCredentials.filter(({id}) => id !== selectedCredentialId);
    this.#setState(integration, {enabled: left.length > 0, allCredentials: left});
    this.#emit('onIntegrationUninstall', integration);
  }

  // What the scripted install flow uses of the SDK.

  openSignIn(
    integration: string,
    options: ScriptedInstallOptions,
    timeout: number | undefined,
    onSuccess: (event: SdkInstallEvent) => void,
    onError: (error: Error) => void,
  ): void {
    if (!this.#user.authenticated)
      throw new NamedError('UserNotAuthenticatedError', 'User not authenticated');
    const opened = this.page.open();
    if (!opened) throw new NamedError('OAuthBlockedError', 'Popup was blocked by the browser.');
    const signIn = {integration, userId: this.#user.userId, options, credentialId: undefined};
    this.#signIns.set(opened, signIn);
    // The service's page comes up, before the provider's can cut the window off.
    if (this.windowsLoad)
      queueMicrotask(() => this.page.deliver(opened, {type: 'oauth-nonce-loaded'}));
    const {clock} = this.page;
    const startedAt = clock.now;
    let isDone = false;
    const finish = (report: () => void): void => {
      if (isDone) return;
      isDone = true;
      stopTimer();
      report();
    };
    const stopTimer = clock.every(500, () => {
      if (isDone || !timeout || clock.now - startedAt <= timeout) return;
      opened.close();
      finish(() => onError(new NamedError('OAuthTimeoutError', 'OAuth timeout')));
    });
    clock.after(500, () => {
      void this.#poll(signIn, clock.now, () => isDone, {
        onSuccess: (event) => finish(() => onSuccess(event)),
        onError: (error) => finish(() => onError(error)),
      });
    });
  }

  async saveCredential(
    integration: string,
    payload: object,
    credentialId: string | null,
    options: ScriptedInstallOptions,
  ): Promise<SdkInstallEvent | undefined> {
    const key = JSON.stringify({integration, payload, credentialId});
    await Promise.resolve();
    const until = this.#duplicates.get(key) ?? 0;
    const {now} = this.page.clock;
    this.#duplicates.set(key, now + DUPLICATE_TTL);
    if (until > now) return undefined;
    this.#inspect(integration, credentialId);
    const userId = this.#userId();
    const saved = await this.#request(credentialId ? 'complete-setup' : 'create', () => {
      if (credentialId) return this.backend.complete(userId, integration, credentialId);
      const status = this.getPostOptions(integration).length > 0 ? 'PENDING' : 'VALID';
      return this.backend.install(userId, integration, status, options, this.#date());
    });
    this.#updateCredential(integration, saved);
    if (saved.status === 'VALID') this.#emit('onIntegrationInstall', integration);
    return this.#event(integration, saved);
  }

  // What a test does on the other side.

  /** The person signs in over there: the backend has the account from now on. */
  approve(opened: ScriptedWindow = this.page.lastWindow): string {
    const signIn = this.#signIns.get(opened);
    if (!signIn) throw new Error('This window asks for no account.');
    const {userId, integration, options} = signIn;
    const status = this.getPostOptions(integration).length > 0 ? 'PENDING' : 'VALID';
    const {id} = this.backend.install(userId, integration, status, options, this.#date());
    signIn.credentialId = id;
    return id;
  }

  /** The person refuses over there. */
  deny(opened: ScriptedWindow = this.page.lastWindow): void {
    opened.post({type: 'oauth_error_callback', error: 'The user denied access'});
  }

  /** Makes the backend refuse the token of today. */
  expireSession(): void {
    if (this.#user.authenticated) this.backend.revoked.add(this.#user.token);
  }

  /** Signs a user in as their host does. */
  signInAs(userId: string): Promise<void> {
    return this.authenticate('project', tokenOf(userId));
  }

  async #poll(
    signIn: SignIn,
    startedAt: number,
    isAborted: () => boolean,
    listener: {onSuccess: (event: SdkInstallEvent) => void; onError: (error: Error) => void},
  ): Promise<void> {
    const {clock} = this.page;
    const {integration} = signIn;
    for (;;) {
      const id = await this.#request('session-id', () => signIn.credentialId).catch(() => null);
      if (id !== null && id !== undefined) break;
      if (isAborted() || clock.now - startedAt >= MAX_POLL_DURATION) return;
      await new Promise<void>((resolve) => clock.after(1_000, resolve));
    }
    try {
      const {credentialId, userId} = signIn;
      if (credentialId === undefined) return;
      const local = this.#user.authenticated && this.#user.integrations[integration];
      const known = local && local.allCredentials.find(({id}) => id === credentialId);
      if (known && known.status === 'VALID') {
        this.#emit('onIntegrationInstall', integration);
        listener.onSuccess(this.#event(integration, known));
        return;
      }
      const fetched = await this.#request('credential', () => {
        if (userId !== this.#userId()) throw new HttpFailure(404, {message: 'Not found'});
        return this.backend.credentials(userId, integration).find(({id}) => id === credentialId);
      });
      if (!fetched) return;
      this.#updateCredential(integration, fetched);
      if (fetched.status === 'VALID') this.#emit('onIntegrationInstall', integration);
      listener.onSuccess(this.#event(integration, fetched));
    } catch (error) {
      listener.onError(error as Error);
    }
  }

  /** Reads are joined to an equal one that is under way, whoever asked for that. */
  #read<T>(name: RequestName, work: () => T): Promise<T> {
    const reading = (this.#reads.get(name) ?? this.#request(name, work)) as Promise<T>;
    this.#reads.set(name, reading);
    return reading.finally(() => this.#reads.delete(name));
  }

  async #request<T>(name: RequestName, work: () => T): Promise<T> {
    if (!this.#user.authenticated) {
      throw new Error(
        'Connect SDK attempted to make an API request, but no user was authenticated.',
      );
    }
    try {
      return await this.backend.answer(name, this.#user.token, work);
    } catch (error) {
      if (error instanceof HttpFailure && error.status === 401) this.logout();
      // The SDK throws a bare error with the body as its text; the status is lost.
      throw new Error((error as Error).message, {cause: error});
    }
  }

  async #updateLocalState(): Promise<void> {
    const userId = this.#userId();
    const [me, integrations] = await Promise.all([
      this.#read('me', () =>
        this.backend.integrations.map(
          ({type}) => [type, [...this.backend.credentials(userId, type)]] as const,
        ),
      ),
      this.#read('integrations', () => [...this.backend.integrations]),
    ]);
    if (this.#user.authenticated) {
      const states: Record<string, State> = Object.create(null) as Record<string, State>;
      for (const [type, allCredentials] of me) states[type] = stateOf(allCredentials);
      this.#user = {...this.#user, integrations: {...states}};
    }
    this.#loaded = integrations;
    for (const {type, name, icon, brandColor} of integrations) {
      this.#metadata.set(type, {
        type,
        name: name ?? type,
        icon: icon ?? `https://cdn.example.com/${type}.svg`,
        brandColor: brandColor ?? '#123456',
      });
    }
  }

  #updateCredential(integration: string, credential: SdkCredential): void {
    if (!this.#user.authenticated) return;
    const before = this.#user.integrations[integration]?.allCredentials ?? [];
    const index = before.findIndex(({id}) => id === credential.id);
    const all = index < 0 ? [...before, credential] : before.with(index, credential);
    this.#setState(integration, stateOf(all));
  }

  #setState(integration: string, state: State): void {
    if (!this.#user.authenticated) return;
    const integrations = {...this.#user.integrations, [integration]: state};
    this.#user = {...this.#user, integrations};
  }

  #emit(name: string, integrationType: string): void {
    const event = {integrationId: `id-${integrationType}`, integrationType};
    this.emitted.push(event, this.#user);
    for (const listener of this.#listeners.get(name) ?? []) listener(event, this.#user);
  }

  #event(integrationType: string, credential: SdkCredential): SdkInstallEvent {
    const integrationId = `id-${integrationType}`;
    return {integrationId, integrationType, credentialId: credential.id, credential};
  }

  /** Notes what a server may or may not notice: answers for an account of another integration, a key without a window. */
  #inspect(integration: string, credentialId: string | null): void {
    if (!this.#user.authenticated) return;
    const {allCredentials = []} = this.#user.integrations[integration] ?? {};
    const {scheme, accountTypes = []} = this.#slug(integration);
    const needsWindow = scheme === 'oauth' && accountTypes.every((type) => type.scheme === 'oauth');
    const isMisdirected = credentialId
      ? !allCredentials.some(({id}) => id === credentialId)
      : needsWindow;
    if (isMisdirected) this.misdirected.push(`${integration}: ${credentialId ?? 'no account'}`);
  }

  #slug(type: string): ScriptedIntegration {
    const found = this.#loaded.find((entry) => entry.type === type);
    if (!found)
      throw new NamedError('IntegrationNotFoundError', `Integration with name ${type} not found`);
    return found;
  }

  #userId(): string {
    if (!this.#user.authenticated) throw new HttpFailure(401, {message: 'Unauthorized'});
    return this.#user.userId;
  }

  #date(): string {
    return new Date(this.page.clock.now).toISOString();
  }
}

function stateOf(allCredentials: readonly SdkCredential[]): State & SdkIntegrationState {
  const [first] = allCredentials;
  return {
    enabled: first?.status === 'VALID',
    ...(first && {credentialId: first.id}),
    allCredentials,
  };
}
