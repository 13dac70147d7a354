import {PgPortal} from './portal.js';

export type {PgEventDetails} from '../emit.js';
export {configure, type PortalSettings} from './page-defaults.js';

if (!customElements.get('pg-portal')) customElements.define('pg-portal', PgPortal);
else void import('../check-tags.js');

declare global {
  interface HTMLElementTagNameMap {
    'pg-portal': PgPortal;
  }
}
