import '../check-tags.js';
import '../../ui/dialog/pg-confirm.js';
import '../../ui/dialog/pg-dialog.js';
import '../integration/pg-integration.js';
import {PgPortalDetail} from './portal-detail.js';

if (!customElements.get('pg-portal-detail'))
  customElements.define('pg-portal-detail', PgPortalDetail);

declare global {
  interface HTMLElementTagNameMap {
    'pg-portal-detail': PgPortalDetail;
  }
}
