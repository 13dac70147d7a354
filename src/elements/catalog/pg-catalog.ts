import {PgCatalog} from './catalog.js';

export type {PgEventDetails} from '../emit.js';

if (!customElements.get('pg-catalog')) customElements.define('pg-catalog', PgCatalog);
else void import('../check-tags.js');

declare global {
  interface HTMLElementTagNameMap {
    'pg-catalog': PgCatalog;
  }
}
