/** Registers every element of the kit. */
import './elements/account-list/pg-account-list.js';
import './elements/catalog/pg-catalog.js';
import './elements/field-mapper/pg-field-mapper.js';
import './elements/input/pg-input.js';
import './elements/install-flow/pg-install-flow.js';
import './elements/integration/pg-integration.js';
import './elements/portal/pg-portal.js';
import './elements/portal/pg-portal-view.js';
import './elements/portal/pg-portal-detail.js';
import './elements/tools/pg-tools.js';
import './elements/user-settings/pg-user-settings.js';

export * from './index.js';
