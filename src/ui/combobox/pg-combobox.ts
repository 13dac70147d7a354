import {PgCombobox} from './combobox.js';

if (!customElements.get('pg-combobox')) customElements.define('pg-combobox', PgCombobox);

declare global {
  interface HTMLElementTagNameMap {
    'pg-combobox': PgCombobox;
  }
}
