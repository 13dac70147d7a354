import '../catalog/pg-catalog.js';
import {PgPortalView} from './portal-view.js';

export {wholePortal} from './portal-view.js';

if (!customElements.get('pg-portal-view')) customElements.define('pg-portal-view', PgPortalView);

declare global {
  interface HTMLElementTagNameMap {
    'pg-portal-view': PgPortalView;
  }
}
