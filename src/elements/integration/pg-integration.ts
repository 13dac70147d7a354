import '../account-list/pg-account-list.js';
import '../install-flow/pg-install-flow.js';
import '../user-settings/pg-user-settings.js';
import {PgIntegration} from './integration.js';

export type {PgEventDetails} from '../emit.js';

if (!customElements.get('pg-integration')) customElements.define('pg-integration', PgIntegration);

declare global {
  interface HTMLElementTagNameMap {
    'pg-integration': PgIntegration;
  }
}
