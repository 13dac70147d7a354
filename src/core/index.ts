/**
 * The headless portal: everything of the kit but the pixels. Plain TypeScript without Lit; importing it touches neither the
 * DOM nor the SDK.
 * @packageDocumentation
 */
export {ConnectedAccount} from './account.js';
export type {
  AccountActions,
  AccountStatus,
  AccountVerification,
  ReauthorizeOptions,
} from './account.js';
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
export type {OpenedWindow, Page} from './page.js';
export type * from './sdk.js';
export {ConnectSession, sessionOf} from './session.js';
export type {SessionListener, SessionOptions, SessionRun} from './session.js';
export {signIn} from './sign-in.js';
export type {Credentials} from './sign-in.js';
export type {Integration, IntegrationStatus, SessionSnapshot, SessionStatus} from './snapshot.js';
