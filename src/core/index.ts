/**
 * The headless portal: everything of the kit but the pixels. Plain TypeScript without Lit; importing it touches neither the
 * DOM nor the SDK.
 * @packageDocumentation
 */
export {AccountHandle} from './accounts/account-handle.js';
export type {ChoiceRequest, ProviderRequest, WorkflowRequest} from './accounts/account-commands.js';
export type {AccountNameAnswer, AccountNaming} from './accounts/account-names.js';
export {ConnectedAccount} from './accounts/connected-account.js';
export type {
  AccountActions,
  AccountData,
  AccountStatus,
  AccountVerification,
  ReauthorizeOptions,
} from './accounts/connected-account.js';
export {credentialAccount} from './accounts/credential-account.js';
export {missingSettings} from './accounts/missing-settings.js';
export type {MissingSetting} from './accounts/missing-settings.js';
export {externalAccount} from './accounts/external-account.js';
export type {ExternalAccount, ExternalVerification} from './accounts/external-account.js';
export {ConnectSession, sessionOf} from './compose.js';
export {PG_ERROR_CODES, PgError} from './errors.js';
export type {PgErrorCode, PgErrorOptions} from './errors.js';
export {InstallRun} from './install/install-run.js';
export type {
  FormStage,
  InstallOptions,
  InstallProgress,
  InstallStage,
  InstallState,
  OAuthPhase,
} from './install/install-state.js';
export {startInstall} from './install/start-install.js';
export type {IntegrationTexts, Workflow} from './integration-texts.js';
export {loadSdk} from './load-sdk.js';
export {readApplicationFields} from './mapping/application-fields.js';
export type {ApplicationField, ApplicationFields} from './mapping/application-fields.js';
export type {MatchReason} from './mapping/field-index.js';
export {checkRows} from './mapping/mapping-checks.js';
export type {Problems, RowProblem} from './mapping/mapping-checks.js';
export {
  addRow,
  checkName,
  chooseDependent,
  chooseObject,
  createField,
  mapFields,
  removeRow,
} from './mapping/mapping-edit.js';
export type {NameProblem} from './mapping/mapping-edit.js';
export {readRows} from './mapping/mapping-rows.js';
export type {MappingRow, MappingRows} from './mapping/mapping-rows.js';
export {readMapping} from './mapping/mapping-value.js';
export type {DynamicEntry, FieldMapping} from './mapping/mapping-value.js';
export {MappingMemory} from './mapping/mapping-memory.js';
export type {ObjectChange} from './mapping/mapping-memory.js';
export {previewOf} from './mapping/preview.js';
export type {PreviewValue} from './mapping/preview.js';
export {suggestFields} from './mapping/suggestions.js';
export type {Suggestion} from './mapping/suggestions.js';
export type {OptionParameter} from './options/option-request.js';
export type {InputSources, OptionSource} from './options/option-source.js';
export type {OptionCursor, OptionEntry, OptionItem, OptionPage} from './options/option-page.js';
export type {Environment} from './environment.js';
export type {OpenedWindow, Popups, WindowObstacle} from './popups.js';
export type * from './sdk.js';
export type {
  AccountName,
  AccountNamer,
  NamedIntegration,
  RunSlot,
  SessionCalls,
  SessionEvents,
  SessionRun,
  SessionState,
} from './session/ports.js';
export type {SessionOptions} from './session/session.js';
export {signIn} from './session/sign-in.js';
export type {Credentials} from './session/sign-in.js';
export type {
  Integration,
  IntegrationStatus,
  SessionListener,
  SessionSnapshot,
  SessionStatus,
} from './session/snapshot.js';
export {SettingsDraft} from './settings/settings-draft.js';
export {getSettingsDrafts} from './settings/settings-drafts.js';
export type {SettingsDrafts} from './settings/settings-drafts.js';
export type * from './settings/settings-state.js';
