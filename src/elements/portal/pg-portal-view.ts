import '../../ui/dialog/pg-confirm.js';
import '../../ui/dialog/pg-dialog.js';
import '../catalog/pg-catalog.js';
import '../integration/pg-integration.js';
import {PgPortalView} from './portal-view.js';

if (!customElements.get('pg-portal-view')) customElements.define('pg-portal-view', PgPortalView);

declare global {
  interface HTMLElementTagNameMap {
    'pg-portal-view': PgPortalView;
  }
}
