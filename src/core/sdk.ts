/**
 * The part of the Connect SDK that the kit calls, as structural types: the real `paragon` object of
 * `@useparagon/connect` satisfies {@link ConnectSdk} (a type test proves it), and so does a test double.
 *
 * Strings in these types come from a backend: treat every one as hostile until it is rendered as text.
 */

/** A value of an input as the SDK stores it. Objects belong to combo inputs and field mappings. */
export type InputValue = unknown;

/** Values by input id, as the SDK takes and returns them. */
export type InputValues = Record<string, InputValue>;

/** One choice of a list. `value` keeps its type: numbers and objects are compared by identity of value. */
export interface SdkOption {
  readonly value: unknown;
  readonly label: string;
  readonly subtitle?: string;
}

/** A titled group of choices. */
export interface SdkOptionSection {
  readonly title: string;
  readonly items: readonly SdkOption[];
}

/** A field with its own choices, as variable inputs of a DYNAMIC_COMBO_INPUT deliver them. */
export interface SdkNestedField {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly required?: boolean;
  readonly items?: readonly SdkOption[];
  readonly supportAddItem?: boolean;
  readonly returnsArrayStrings?: boolean;
}

/** Where the choices of an input come from. */
export interface SdkDataSource {
  readonly type: string;
  /** Key of a dynamic source, which other sources name as a parameter. */
  readonly cacheKey?: string;
  readonly id?: string;
  readonly title?: string;
  readonly supportPagination?: boolean;
  readonly refreshDependencies?: readonly unknown[];
  readonly values?: readonly SdkOption[] | readonly SdkOptionSection[];
}

/** The answer of `getSourcesForInput`. */
export interface SdkInputSources {
  readonly kind: string;
  readonly source?: SdkDataSource;
  readonly recordSource?: SdkDataSource;
  readonly fieldSource?: SdkDataSource;
  readonly mainInputSource?: SdkDataSource;
  readonly dependentInputSource?: SdkDataSource;
  readonly dependentFieldInputSource?: SdkDataSource;
  readonly variableInputSource?: SdkDataSource;
  readonly mapObjectFieldOptions?: unknown;
}

/** One input of a connect form or of the user settings. Every member but `id` and `type` may be missing. */
export interface ConnectInput {
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  readonly subtitle?: unknown;
  readonly tooltip?: string;
  readonly toolTipText?: string;
  readonly titleText?: string;
  readonly placeholder?: string;
  /** Missing means required. */
  readonly required?: boolean;
  readonly defaultValue?: unknown;
  readonly documentationLink?: string;
  readonly documentationLinkLabel?: string;
  readonly hidden?: boolean;
  readonly hiddenInConnect?: boolean;
  readonly readOnly?: boolean;
  readonly inputType?: string;
  readonly prefixLabel?: string;
  readonly suffixLabel?: string;
  readonly sourceType?: string;
  readonly fallbackText?: string;
  /** Key of a CUSTOM_DROPDOWN. */
  readonly key?: string;
  readonly customDropdownOptions?: readonly SdkOption[];
  readonly savedFieldMappings?: readonly {readonly label: string}[];
  readonly useDynamicMapper?: boolean;
  readonly dynamicObjectName?: string;
  readonly requiredScopes?: readonly string[];
  readonly scopes?: {readonly values: readonly SdkScope[]};
}

/** One permission of a PERMISSION input. */
export interface SdkScope {
  readonly name: string;
  readonly description?: string;
  readonly label?: string;
  readonly required?: boolean;
}

/** A kind of account the person chooses before connecting ("Production", "Sandbox"). */
export interface SdkAccountType {
  readonly id: string;
  readonly scheme: string;
  readonly accountDescription?: string;
  readonly skipPostOAuthInputs?: boolean;
}

/** Display data of an integration. */
export interface SdkIntegrationMetadata {
  readonly type: string;
  readonly name: string;
  readonly icon: string;
  readonly brandColor: string;
}

/** A workflow as the project's author described it. */
export interface SdkWorkflow {
  readonly id: string;
  readonly description?: string;
  readonly infoText?: string;
  readonly defaultEnabled?: boolean;
  readonly hidden?: boolean;
  readonly inputs?: readonly unknown[];
}

/** Texts, settings and workflows of an integration. */
export interface SdkIntegrationConfig {
  readonly shortDescription?: string;
  readonly longDescription?: string;
  readonly availableUserSettings?: readonly unknown[];
  readonly availableWorkflows: readonly SdkWorkflow[];
  readonly hiddenWorkflows: readonly SdkWorkflow[];
}

/** State of one workflow in a configuration. */
export interface SdkWorkflowState {
  readonly enabled: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** One set of settings of an account; the one with `isDefault` counts unless another is chosen. */
export interface SdkConfiguration {
  readonly id: string;
  readonly isDefault: boolean;
  readonly externalId?: string;
  /** What the host keeps with it. */
  readonly configMeta?: Readonly<Record<string, unknown>>;
  readonly sharedSettings?: Readonly<Record<string, unknown>>;
  readonly workflowSettings?: Readonly<Record<string, SdkWorkflowState | undefined>>;
}

/** A connected account as the SDK reports it. Dates arrive as ISO strings whatever the SDK's types say. */
export interface SdkCredential {
  readonly id: string;
  readonly status: string;
  readonly providerId?: string;
  readonly providerData?: Readonly<Record<string, unknown>>;
  readonly externalId?: string;
  readonly dateCreated?: unknown;
  readonly dateRefreshed?: unknown;
  /** When the provider's access ends, or has ended. */
  readonly dateValidUntil?: unknown;
  readonly configurations?: readonly SdkConfiguration[];
}

/** The user's state of one integration. */
export interface SdkIntegrationState {
  readonly enabled: boolean;
  readonly credentialId?: string;
  readonly allCredentials?: readonly SdkCredential[];
}

/** The answer of `getUser`. */
export type SdkUser =
  | {readonly authenticated: false}
  | {
      readonly authenticated: true;
      /** The subject of the token, as it is there. */
      readonly userId: string | number;
      readonly integrations: Readonly<Record<string, SdkIntegrationState | undefined>>;
      readonly meta: Readonly<Record<string, unknown>>;
    };

/** What `onComplete` of an install flow is told. */
export interface SdkInstallEvent {
  readonly integrationId: string;
  readonly integrationType: string;
  readonly credentialId?: string;
  readonly credential?: SdkCredential | undefined;
}

/** A link or a copy button of an instruction stage. */
export type SdkCallToAction =
  | {readonly type: 'link'; readonly label: string; readonly href: string}
  | {readonly type: 'copyButton'; readonly label: string; readonly copyText: string};

/** What `onNext` of an install flow is told. */
export type SdkInstallStage =
  | {readonly stage: 'accountType'; readonly options: readonly SdkAccountType[]}
  | {
      readonly stage: 'instruction';
      readonly content: string;
      readonly ctas: readonly SdkCallToAction[];
      readonly finish: {readonly label: string; readonly onClick: () => void};
    }
  | {readonly stage: 'preOptions'; readonly options: readonly unknown[]}
  | {readonly stage: 'oauth'}
  | {readonly stage: 'postOptions'; readonly options: readonly unknown[]}
  | {readonly stage: 'done'};

/** An error as the SDK reports it: a name, and a message that is often JSON text. */
export interface SdkError {
  readonly name?: string;
  readonly message?: string;
  readonly originalError?: unknown;
}

/** Options of `installFlow.start`. */
export interface SdkStartOptions {
  readonly onNext: (stage: SdkInstallStage) => void;
  readonly onComplete: (event: SdkInstallEvent) => void;
  readonly onError: (error: SdkError, context: {readonly stage: string} | null) => void;
  /** Milliseconds. */
  readonly oauthTimeout: number;
  readonly allowMultipleCredentials?: boolean;
  readonly overrideRedirectUrl?: string;
  readonly selectedCredentialId?: string;
  readonly externalId?: string;
}

/** The SDK's install flow: one for the whole page. */
export interface SdkInstallFlow {
  start(integration: string, options: SdkStartOptions): void;
  setAccountType(accountType: string): Promise<void>;
  setPreOptions(values: InputValues): Promise<void>;
  setPostOptions(values: InputValues): Promise<void>;
  /** Uninstalls the account when the flow holds one. */
  cancel(): Promise<void>;
}

/** Selects the account, and its configuration, that a call is for. */
export interface SdkSelection {
  readonly selectedCredentialId?: string;
  readonly selectedConfigurationId?: string;
}

/** One parameter of a dependent data source. */
export interface SdkParameter {
  readonly key: string;
  readonly source: {readonly type: 'VALUE'; readonly value: unknown};
}

/** A request for one page of choices. The port takes `object`, since the SDK types its own sources too narrowly. */
export interface SdkOptionRequest {
  readonly integration: string;
  readonly source: SdkDataSource;
  readonly action: string;
  readonly search?: string;
  readonly cursor?: string | number | false;
  readonly parameters?: readonly SdkParameter[];
  readonly selectedCredentialId?: string;
}

/** One page of choices. `data` is not an array when the backend answered without records. */
export interface SdkOptionPage {
  readonly data: unknown;
  readonly nestedData: unknown;
  readonly nextPageCursor: string | null;
}

/** Names of the SDK events the kit listens to. */
export type SdkEventName = 'onIntegrationInstall' | 'onIntegrationUninstall';

/** Replacement base URLs of the SDK's services, by the SDK's own names. */
export type SdkEndpoints = Readonly<Record<string, string>>;

/** Choices of a CUSTOM_DROPDOWN: a list, or a function that loads pages of it. */
export type CustomDropdown =
  | readonly {readonly label: string; readonly value: string}[]
  | {
      readonly loadOptions: (
        cursor: string | undefined,
        search: string | undefined,
      ) => Promise<{
        readonly options: readonly {readonly label: string; readonly value: string}[];
        readonly nextPageCursor: string | null;
      }>;
    };

/** Sources by the key that inputs name: lists for dropdowns, application fields for field mappings. */
export interface SourcesByKey {
  readonly dropdowns?: Readonly<Record<string, CustomDropdown>>;
  /** Fields, fields with options, or loaders, in the shapes of the SDK's `setDataSources`. */
  readonly mapObjectFields?: Readonly<Record<string, unknown>>;
}

/** The host's own data sources; those of an integration count more than the global ones. */
export interface DataSources extends SourcesByKey {
  readonly integrationSpecificSources?: Readonly<Record<string, SourcesByKey>>;
}

/** The Connect SDK, as far as the kit uses it. */
export interface ConnectSdk {
  readonly installFlow: SdkInstallFlow;
  authenticate(projectId: string, token: string): Promise<void>;
  /** On the SDK's class, not in its published interface. */
  logout?(): void;
  /**
   * Reads user and integrations again, all at once and without signing out on a failure. Not in the SDK's published
   * interface, so it may be missing: see `refreshSdk`.
   */
  bootstrapSDKState?(): Promise<void>;
  /** On the SDK's class, not in its published interface: tells whether an integration signs in through a window. */
  getIntegrationBySlug?(integration: string): {readonly authenticationType?: string};
  /** Address of a picture of the service; since 2.2. */
  getAssetUrl?(name: string): string;
  /** Since 2.4. */
  getVersion?(): string;
  setHeadless(headless: boolean): void;
  configureGlobal(options: {host: string}, endpoints?: Record<string, string>): void;
  getUser(): SdkUser;
  setUserMetadata(meta: Record<string, unknown>): Promise<unknown>;
  getIntegrationMetadata(): readonly SdkIntegrationMetadata[];
  getIntegrationConfig(integration: string): SdkIntegrationConfig;
  getAccountTypeOptions(integration: string): readonly SdkAccountType[];
  getPreOptions(integration: string, accountType?: string): readonly unknown[];
  getPostOptions(integration: string): readonly unknown[];
  /**
   * Changes settings of one account. Resolves with `errors` when the backend refused some of them.
   */
  updateIntegrationUserSettings(
    integration: string,
    values: InputValues,
    selection: SdkSelection,
  ): Promise<{readonly errors?: readonly string[]}>;
  updateWorkflowUserSettings(
    integration: string,
    workflowId: string,
    values: InputValues,
    selection: SdkSelection,
  ): Promise<{readonly errors?: readonly string[]}>;
  /** Never rejects: look in `errors`. */
  updateWorkflowState(
    enabled: Record<string, boolean>,
    selection: SdkSelection,
  ): Promise<{readonly errors: readonly {readonly workflowId: string; readonly message: string}[]}>;
  /** Since 2.4. */
  getSourcesForInput?(integration: string, input: object): SdkInputSources | null;
  getDataSourceOptions(integration: string, source: string): Promise<SdkDataSource | undefined>;
  getFieldOptions(request: object): Promise<SdkOptionPage>;
  /** Since 2.4. */
  setDataSources?(config: object): void;
  createConfiguration(options: {
    credentialId: string;
    externalId?: string;
  }): Promise<SdkConfiguration>;
  updateConfiguration(change: {
    id: string;
    credentialId: string;
    meta: Record<string, unknown>;
  }): Promise<SdkConfiguration>;
  /** Refuses the default one. */
  destroyConfiguration(options: {id: string; credentialId: string}): Promise<void>;
  request(integration: string, path: string, init: object): Promise<unknown>;
  /** Throws where others reject. */
  workflow(workflowId: string, request: object): Promise<unknown>;
  subscribe(event: string, listener: () => void): unknown;
  unsubscribe(event: string, listener: () => void): unknown;
  uninstallIntegration(integration: string, options: {selectedCredentialId: string}): Promise<void>;
}
