import {PgConfirm} from './confirm.js';

if (!customElements.get('pg-confirm')) customElements.define('pg-confirm', PgConfirm);

declare global {
  interface HTMLElementTagNameMap {
    'pg-confirm': PgConfirm;
  }
}
