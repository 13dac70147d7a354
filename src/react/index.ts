/**
 * A React component for each element, for React 18 and 19. Importing one registers its element, and only that. Needs the optional
 * peers `react` and `@lit/react`.
 * @packageDocumentation
 */
export {PgAccountList} from './account-list.js';
export {PgCatalog} from './catalog.js';
export type {PgEventHandlers} from './events.js';
export {PgFieldMapper} from './field-mapper.js';
export {PgInput} from './input.js';
export {PgInstallFlow} from './install-flow.js';
export {PgIntegration} from './integration.js';
export {PgPortal} from './portal.js';
export {PgTools} from './tools.js';
export {PgUserSettings} from './user-settings.js';
export type {PgComponent, PgProperties, PgProps} from './wrap.js';
