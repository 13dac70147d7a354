import type {
  InputValues,
  SdkAccountType,
  SdkCallToAction,
  SdkInstallStage,
  SdkStartOptions,
} from '../../src/core/sdk.js';
import {FakeSdk, type FakeIntegration} from './fake-sdk.js';
import {PlayedPage} from './played-page.js';

/** What connecting asks for, in the SDK's order; `oauth` unless told otherwise. */
export interface FlowPlan {
  readonly accountTypes?: readonly SdkAccountType[];
  readonly instruction?: {
    readonly content: string;
    readonly ctas?: readonly SdkCallToAction[];
    readonly label?: string;
  };
  readonly preOptions?: readonly object[];
  readonly oauth?: boolean;
  readonly postOptions?: readonly object[];
}

/** The SDK's install flow, of the plan that belongs to each integration. */
export class FlowSdk extends FakeSdk {
  readonly page = new PlayedPage();
  /** What the SDK was asked to start, without the integration that does not exist. */
  readonly starts: (readonly [type: string, options: SdkStartOptions])[] = [];
  /** What was sent. */
  readonly sent: (readonly [stage: string, values: InputValues])[] = [];
  readonly plans: Map<string, FlowPlan>;
  /** Decides about the answers of a form: throws what the backend says. */
  save: (values: InputValues) => Promise<void> = () => Promise.resolve();
  #at = -1;
  #account: string | undefined;

  constructor(plans: Readonly<Record<string, FlowPlan>>, integrations: readonly FakeIntegration[]) {
    super(integrations);
    this.plans = new Map(Object.entries(plans));
    const plan = (type: unknown): FlowPlan => this.plans.get(String(type)) ?? {};
    this.answer('getAccountTypeOptions', (type) => plan(type).accountTypes ?? [])
      .answer('getPreOptions', (type) => plan(type).preOptions ?? [])
      .answer('getPostOptions', (type) => plan(type).postOptions ?? [])
      .answer('installFlow.start', (type, options) => {
        if (!this.plans.has(String(type))) return;
        this.starts.push([String(type), options as SdkStartOptions]);
        this.#at = -1;
        this.#account = undefined;
        this.#next();
      })
      .answer('installFlow.setAccountType', () => this.#next())
      .answer('installFlow.setPreOptions', (values) =>
        this.#submit('preOptions', values as InputValues),
      )
      .answer('installFlow.setPostOptions', (values) =>
        this.#submit('postOptions', values as InputValues),
      );
  }

  getIntegrationBySlug(type: string): {readonly authenticationType: string} {
    return {authenticationType: this.plans.get(type)?.oauth === false ? 'api_key' : 'oauth'};
  }

  /** The provider says yes in the window. Returns the account's id. */
  approve(): string {
    const id = this.#connect(this.#stages.length > this.#at + 1 ? 'PENDING' : 'VALID');
    this.#next();
    return id;
  }

  /** Reports an error of the window, as the SDK does. */
  fail(name: string, message: string, stage = 'oauth'): void {
    this.#options.onError({name, message}, {stage});
  }

  get #current(): readonly [type: string, options: SdkStartOptions] {
    const last = this.starts.at(-1);
    if (!last) throw new Error('Nothing was started.');
    return last;
  }

  get #options(): SdkStartOptions {
    return this.#current[1];
  }

  get #stages(): readonly SdkInstallStage[] {
    const [type] = this.#current;
    const {
      accountTypes,
      instruction,
      preOptions,
      oauth = true,
      postOptions,
    } = this.plans.get(type) ?? {};
    const stages: SdkInstallStage[] = [];
    if (accountTypes) stages.push({stage: 'accountType', options: accountTypes});
    if (instruction) {
      const {content, ctas = [], label = 'Go on'} = instruction;
      const finish = {label, onClick: () => this.#next()};
      stages.push({stage: 'instruction', content, ctas, finish});
    }
    if (preOptions) stages.push({stage: 'preOptions', options: preOptions});
    if (oauth) stages.push({stage: 'oauth'});
    if (postOptions) stages.push({stage: 'postOptions', options: postOptions});
    return stages;
  }

  #next(): void {
    this.#at += 1;
    const stage = this.#stages[this.#at];
    if (!stage) {
      this.#complete();
      return;
    }
    this.#options.onNext(stage);
    if (stage.stage !== 'oauth') return;
    const opened = this.page.open();
    if (opened) queueMicrotask(() => opened.post({type: 'oauth-nonce-loaded'}));
    if (opened === null) {
      const {onError} = this.#options;
      const error = {name: 'OAuthBlockedError', message: 'Popup was blocked.'};
      queueMicrotask(() => onError(error, {stage: 'oauth'}));
    }
  }

  async #submit(stage: 'preOptions' | 'postOptions', values: InputValues): Promise<void> {
    this.sent.push([stage, values]);
    if (this.#stages[this.#at + 1]?.stage === 'oauth') {
      this.#next();
      return;
    }
    const {onError} = this.#options;
    try {
      await this.save(values);
    } catch (originalError) {
      onError({name: 'UnknownError', message: 'failed', originalError}, {stage});
      return;
    }
    if (this.#account === undefined) this.#connect('VALID');
    else this.changeAccount(this.#account, {status: 'VALID'});
    this.#next();
  }

  #connect(status: string): string {
    const [type, {selectedCredentialId, allowMultipleCredentials, externalId}] = this.#current;
    const dateRefreshed = new Date(this.page.now()).toISOString();
    if (selectedCredentialId !== undefined) {
      this.changeAccount(selectedCredentialId, {status, dateRefreshed});
      return (this.#account = selectedCredentialId);
    }
    const user = this.getUser();
    const before = user.authenticated ? (user.integrations[type]?.allCredentials ?? []) : [];
    if (!allowMultipleCredentials) for (const {id} of before) this.removeAccount(id);
    const providerData = {email: `person-${before.length + 1}@acme.example`};
    const configurations = [{id: 'default', isDefault: true}];
    const account = {
      status,
      dateRefreshed,
      providerData,
      configurations,
      ...(externalId && {externalId}),
    };
    return (this.#account = this.addAccount(type, account));
  }

  #complete(): void {
    const [integrationType, {onComplete}] = this.#current;
    if (this.#account === undefined) return;
    onComplete({
      integrationId: `id-${integrationType}`,
      integrationType,
      credentialId: this.#account,
    });
  }
}

/** A text field of a plan. */
export const text = (id: string, title: string, more: object = {}): object => ({
  id,
  type: 'TEXT_NO_VARS',
  title,
  ...more,
});
