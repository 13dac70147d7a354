import {PgCatalog} from './catalog.js';

export type {PgEventDetails} from '../emit.js';

if (!customElements.get('pg-catalog')) customElements.define('pg-catalog', PgCatalog);

declare global {
  interface HTMLElementTagNameMap {
    'pg-catalog': PgCatalog;
  }
}
