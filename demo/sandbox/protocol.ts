/**
 * The JSON that travels between the SDK and its backend, as far as the SDK reads it. The SDK's own types describe the same
 * things with enums and functions, neither of which survives JSON, hence these.
 */

export type CredentialStatus = 'PENDING' | 'VALID' | 'INVALID';
export type AuthenticationType = 'oauth' | 'basic' | 'oauth_client_credential';

export interface Option {
  readonly label: string;
  readonly value: string | number;
  readonly subtitle?: string;
}

export interface OptionSection {
  readonly title: string;
  readonly items: readonly Option[];
}

/** A record with an `id` is how the SDK recognises fields of a DYNAMIC_COMBO_INPUT: it hands them out as `nestedData`. */
export interface NestedField {
  readonly id: string;
  readonly title: string;
  readonly type: 'multi' | 'string' | 'dropdown' | 'multiCheckbox' | 'number';
  readonly required: boolean;
  readonly items: readonly Option[];
  readonly supportDifferentTextFormat: boolean;
  readonly textFormat: string;
  readonly identifierKey: string;
  readonly supportAddItem?: boolean;
  readonly returnsArrayStrings?: boolean;
}

export interface DynamicSource {
  readonly type: 'DYNAMIC_DATA_SOURCE';
  readonly title: string;
  /** Sent back as `sourceKey`, and the key under which dependent sources get the chosen value. */
  readonly cacheKey: string;
  /** Cache keys of the sources whose chosen values this one needs. */
  readonly refreshDependencies: readonly string[];
  readonly supportPagination?: boolean;
}

export type DataSource =
  | DynamicSource
  | {
      readonly type: 'STATIC_ENUM_DATA_SOURCE';
      readonly id: string;
      readonly title: string;
      readonly values: readonly Option[] | readonly OptionSection[];
    }
  | {
      readonly type: 'FIELD_MAPPER_DATA_SOURCE';
      readonly id: string;
      readonly title: string;
      readonly recordSource: DynamicSource;
      readonly dependentInputSource?: DynamicSource;
      readonly fieldSource: DynamicSource;
    }
  | {
      readonly type: 'COMBO_INPUT_DATA_SOURCE';
      readonly id: string;
      readonly title: string;
      readonly mainInputSource: DynamicSource;
      readonly dependentInputSource: DynamicSource;
    }
  | {
      readonly type: 'DYNAMIC_COMBO_INPUT_DATA_SOURCE';
      readonly id: string;
      readonly title: string;
      readonly mainInputSource: DynamicSource;
      readonly dependentInputSource: DynamicSource;
      readonly variableInputSource: DynamicSource;
      readonly hoverDisplayText: string;
    };

interface InputBase {
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly tooltip?: string;
  readonly placeholder?: string;
  /** Missing means required. */
  readonly required?: boolean;
  readonly defaultValue?: unknown;
  readonly documentationLink?: string;
  readonly documentationLinkLabel?: string;
  readonly hidden?: boolean;
  readonly hiddenInConnect?: boolean;
  readonly readOnly?: boolean;
  readonly prefixLabel?: string;
  readonly suffixLabel?: string;
}

type PlainInputType =
  | 'TEXT_NO_VARS'
  | 'TEXTAREA_NO_VARS'
  | 'EMAIL'
  | 'URL'
  | 'PASSWORD'
  | 'NUMBER'
  | 'BOOLEAN_INPUT'
  | 'FILE'
  | 'COPYABLE_BUTTON_INPUT';

type SourcedInputType = 'ENUM' | 'DYNAMIC_ENUM' | 'COMBO_INPUT' | 'DYNAMIC_COMBO_INPUT';

/** One input of a settings form or install stage: the 17 types of the SDK's `SupportedConnectInputTypes`. */
export type ConnectInput = InputBase &
  (
    | {readonly type: PlainInputType}
    | {readonly type: 'SWITCH'; readonly titleText?: string; readonly toolTipText?: string}
    | {readonly type: SourcedInputType; readonly sourceType: string; readonly fallbackText?: string}
    | {
        readonly type: 'CUSTOM_DROPDOWN';
        readonly key: string;
        readonly keyIsDefault: boolean;
        readonly customDropdownOptions?: readonly {
          readonly label: string;
          readonly value: string;
        }[];
      }
    | {
        readonly type: 'FIELD_MAPPER';
        readonly sourceType: string;
        readonly savedFieldMappings: readonly {readonly label: string}[];
        readonly useDynamicMapper?: boolean;
        readonly dynamicObjectName?: string;
      }
    | {
        readonly type: 'PERMISSION';
        readonly requiredScopes: readonly string[];
        readonly scopes: {readonly values: readonly Scope[]};
      }
  );

/** One right that an account may grant. */
export interface Scope {
  readonly name: string;
  readonly description: string;
  readonly label?: string;
  readonly required?: boolean;
}

export interface KeyedValue {
  readonly key: string;
  readonly source: {readonly type: 'VALUE'; readonly value: unknown};
}

export interface AccountType {
  readonly id: string;
  readonly scheme: AuthenticationType;
  readonly accountDescription: string;
  readonly oauthParameters?: readonly KeyedValue[];
  readonly endUserSuppliedValues?: readonly ConnectInput[];
  readonly skipPostOAuthInputs?: boolean;
}

export interface WorkflowState {
  readonly enabled: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface Configuration {
  readonly id: string;
  readonly connectCredentialId: string;
  readonly dateCreated: string;
  dateUpdated: string;
  workflowSettings: Readonly<Record<string, WorkflowState>>;
  sharedSettings: Readonly<Record<string, unknown>>;
  configMeta: Readonly<Record<string, unknown>>;
  readonly externalId?: string;
  readonly isDefault: boolean;
}

export type ProviderData = Readonly<Record<string, string | number | boolean>>;

export interface Credential {
  readonly id: string;
  readonly projectId: string;
  readonly integrationId: string;
  readonly personaId: string;
  readonly isPreviewCredential: false;
  readonly externalId?: string;
  readonly dateCreated: string;
  readonly refreshFailureCount: number;
  dateUpdated: string;
  dateRefreshed: string;
  dateValidUntil?: string;
  status: CredentialStatus;
  providerId: string;
  providerData: ProviderData;
  configurations: Configuration[];
}
