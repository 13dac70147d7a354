import '../check-tags.js';
import {PgIntegration} from './integration.js';

export type {PgEventDetails} from '../emit.js';

if (!customElements.get('pg-integration')) customElements.define('pg-integration', PgIntegration);

declare global {
  interface HTMLElementTagNameMap {
    'pg-integration': PgIntegration;
  }
}
