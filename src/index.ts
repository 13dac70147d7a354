/**
 * The classes of every element, without registering any. Import `pg-elements/define` to register all, or
 * `pg-elements/elements/<name>/pg-<name>` to register one.
 * @packageDocumentation
 */
export * from './core/index.js';
export {PgAccountList} from './elements/account-list/account-list.js';
export {PgCatalog} from './elements/catalog/catalog.js';
export type {CatalogGroup, CatalogStatus} from './elements/catalog/catalog-model.js';
export {sessionContext} from './elements/context.js';
export type {
  IntegrationSection,
  PgErrorDetail,
  PgEvent,
  PgEventDetails,
  PgEventName,
  PgFailure,
  PgSettingsFailure,
  PgToolsSubject,
  PgWorkflowDetail,
} from './elements/emit.js';
export type {ControlField, InputField, InputParameters} from './elements/input/field.js';
export type {InputReplacement, InputReplacements} from './elements/input/inputs-context.js';
export type {FieldMappingOptions, FieldMappingSetup} from './elements/input/inputs-context.js';
export {PgFieldMapper} from './elements/field-mapper/field-mapper.js';
export {PgInput} from './elements/input/input.js';
export {PgInstallFlow} from './elements/install-flow/install-flow.js';
export {PgIntegration} from './elements/integration/integration.js';
export {configure, type PortalSettings} from './elements/portal/page-defaults.js';
export {PgPortal, type OpenOptions} from './elements/portal/portal.js';
export {PgTools} from './elements/tools/tools.js';
export type {ToolSource} from './elements/tools/tool-loader.js';
export type {
  AgentTool,
  ToolChange,
  ToolEffect,
  ToolPolicies,
  ToolPolicy,
  ToolRequest,
} from './elements/tools/tool-model.js';
export {PgUserSettings} from './elements/user-settings/user-settings.js';
export {registerTranslation} from './i18n/translations.js';
export type {Area, Terms, Translation} from './i18n/translations.js';
