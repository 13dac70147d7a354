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
