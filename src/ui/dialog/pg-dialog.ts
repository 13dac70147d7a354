import {PgDialog} from './dialog.js';

if (!customElements.get('pg-dialog')) customElements.define('pg-dialog', PgDialog);

declare global {
  interface HTMLElementTagNameMap {
    'pg-dialog': PgDialog;
  }
}
