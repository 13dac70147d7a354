import type {
  InputValues,
  SdkAccountType,
  SdkInstallEvent,
  SdkInstallFlow,
  SdkInstallStage,
  SdkStartOptions,
} from '../../src/core/sdk.js';
import type {ScriptedInstallOptions} from './scripted-backend.js';
import type {ScriptedSdk} from './scripted-sdk.js';

/** Errors that the SDK gives a name. */
export class NamedError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

type Next = SdkInstallStage;

/**
 * The SDK's install flow with all its traps, step by step as the SDK does it: callbacks go to whoever started last, async
 * failures arrive a microtask later, `cancel()` uninstalls, an older window puts its account into the flow of today.
 */
export class ScriptedInstallFlow implements SdkInstallFlow {
  startOptions: SdkStartOptions | null = null;
  integrationName: string | null = null;
  accountType: string | null = null;
  preOptions: InputValues | null = null;
  postOptions: InputValues | null = null;
  hasFinishedInstruction = false;
  /** Whether what the SDK keeps private can be read all the same. */
  tellsAccount = true;
  /** Whether it looks for the integration before it lets go of the account that it holds. */
  checksFirst = false;
  #held: string | null = null;
  readonly #sdk: ScriptedSdk;

  constructor(sdk: ScriptedSdk) {
    this.#sdk = sdk;
  }

  get credentialId(): string | null | undefined {
    return this.tellsAccount ? this.#held : undefined;
  }

  start(integration: string, options: SdkStartOptions): void {
    this.#asyncStart(integration, options).catch((error: unknown) => this.#onError(error, null));
  }

  async cancel(): Promise<void> {
    this.startOptions = null;
    this.accountType = null;
    this.preOptions = null;
    this.postOptions = null;
    this.hasFinishedInstruction = false;
    try {
      if (this.#held !== null && this.integrationName !== null) {
        await this.#sdk.uninstallIntegration(this.integrationName, {
          selectedCredentialId: this.#held,
        });
      }
      if (this.#held === null && this.integrationName === null)
        this.#sdk.warnings.push('No active install flow');
    } catch {
      this.#sdk.warnings.push('Error cancelling the current install flow');
    } finally {
      this.integrationName = null;
      this.#held = null;
    }
  }

  async setAccountType(accountType: string): Promise<void> {
    try {
      this.accountType = accountType;
      await this.#proceed();
    } catch (error) {
      this.#onError(error, 'accountType');
    }
  }

  async setPreOptions(values: InputValues): Promise<void> {
    try {
      this.preOptions = values;
      const next = this.next();
      if (next.stage === 'oauth') {
        this.#onNext(next);
        await this.#handleOAuth();
        return;
      }
      const created = await this.#save(values, null);
      if (next.stage !== 'done') this.#onNext(next);
      else if (created) this.#onComplete(created);
      else this.#sdk.warnings.push('Could not find a credential ID');
    } catch (error) {
      this.#onError(error, 'preOptions');
    }
  }

  async setPostOptions(values: InputValues): Promise<void> {
    try {
      if (this.#held === null) throw new Error('Credential ID is not set');
      this.postOptions = values;
      const completed = await this.#save(values, this.#held);
      const next = this.next();
      if (next.stage !== 'done') this.#onNext(next);
      else if (completed) this.#onComplete(completed);
      else this.#sdk.warnings.push('Could not find a credential ID');
    } catch (error) {
      this.#onError(error, 'postOptions');
    }
  }

  next(): Next {
    const sdk = this.#sdk;
    const name = this.#name();
    const accountTypes = sdk.getAccountTypeOptions(name);
    if (accountTypes.length > 0 && this.accountType === null)
      return {stage: 'accountType', options: accountTypes};
    const isInstructed =
      this.accountType !== null &&
      sdk.backend.integration(name).instructed?.includes(this.accountType);
    if (!this.hasFinishedInstruction && isInstructed) return this.#instruction();
    const preOptions = sdk.getPreOptions(name);
    if (preOptions.length > 0 && this.preOptions === null)
      return {stage: 'preOptions', options: preOptions};
    if (this.#scheme() === 'oauth' && this.#held === null) return {stage: 'oauth'};
    const postOptions = sdk.getPostOptions(name);
    if (
      !this.#chosen()?.skipPostOAuthInputs &&
      postOptions.length > 0 &&
      this.postOptions === null
    ) {
      return {stage: 'postOptions', options: postOptions};
    }
    return {stage: 'done'};
  }

  // As in the SDK: asynchronous only for what it throws.
  // eslint-disable-next-line @typescript-eslint/require-await
  async #asyncStart(integration: string, options: SdkStartOptions): Promise<void> {
    if (this.checksFirst) this.#sdk.getIntegrationBySlug(integration);
    this.startOptions = options;
    this.integrationName = integration;
    this.accountType = null;
    this.preOptions = null;
    this.postOptions = null;
    this.#held = null;
    if (!this.#sdk.isHeadless)
      throw new NamedError('HeadlessModeNotEnabledError', 'Headless mode is not enabled.');
    const next = this.next();
    this.#onNext(next);
    if (next.stage === 'oauth') void this.#handleOAuth();
  }

  async #proceed(): Promise<void> {
    const next = this.next();
    this.#onNext(next);
    if (next.stage === 'oauth') await this.#handleOAuth();
  }

  async #handleOAuth(): Promise<void> {
    const options = this.#installOptions();
    try {
      const event = await new Promise<SdkInstallEvent>((resolve, reject) => {
        const timeout = this.startOptions?.oauthTimeout;
        this.#sdk.openSignIn(this.#name(), options, timeout, resolve, reject);
      });
      if (event.credentialId === undefined) throw new Error('Could not find a credential ID');
      this.#held = event.credentialId;
      const next = this.next();
      if (next.stage === 'done') this.#onComplete(event);
      else this.#onNext(next);
    } catch (error) {
      this.#onError(error, 'oauth');
    }
  }

  #save(values: InputValues, credentialId: string | null): Promise<SdkInstallEvent | undefined> {
    const payload = {...values, skipPostOAuthInputs: this.#chosen()?.skipPostOAuthInputs ?? false};
    return this.#sdk.saveCredential(this.#name(), payload, credentialId, this.#installOptions());
  }

  #instruction(): Next {
    return {
      stage: 'instruction',
      content: `## Install the package for ${this.accountType ?? ''}`,
      ctas: [{type: 'link', label: 'Install', href: 'https://example.com/package'}],
      finish: {
        label: 'I have installed it',
        onClick: () => {
          this.hasFinishedInstruction = true;
          this.#proceed().catch((error: unknown) => this.#onError(error, 'instruction'));
        },
      },
    };
  }

  #name(): string {
    if (this.integrationName === null)
      throw new NamedError('NoActiveInstallFlowError', 'No active install flow');
    return this.integrationName;
  }

  #chosen(): SdkAccountType | undefined {
    const types = this.#sdk.getAccountTypeOptions(this.#name());
    return types.find(({id}) => id === this.accountType);
  }

  #scheme(): string | undefined {
    if (this.accountType !== null) return this.#chosen()?.scheme;
    return this.#sdk.getIntegrationBySlug(this.#name()).authenticationType;
  }

  #installOptions(): ScriptedInstallOptions {
    const {allowMultipleCredentials, selectedCredentialId, externalId} = this.startOptions ?? {};
    return {allowMultipleCredentials, selectedCredentialId, externalId};
  }

  #onNext(stage: Next): void {
    this.startOptions?.onNext(stage);
  }

  #onComplete(event: SdkInstallEvent): void {
    this.startOptions?.onComplete(event);
  }

  #onError(error: unknown, stage: string | null): void {
    const isNamed = error instanceof NamedError;
    this.startOptions?.onError(
      {
        name: isNamed ? error.name : 'UnknownError',
        message: error instanceof Error ? error.message : 'An unknown error occurred',
        ...(!isNamed && {originalError: error}),
      },
      stage === null ? null : {stage},
    );
  }
}
