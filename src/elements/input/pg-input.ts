import {PgInput} from './input.js';

if (!customElements.get('pg-input')) customElements.define('pg-input', PgInput);

declare global {
  interface HTMLElementTagNameMap {
    'pg-input': PgInput;
  }
}
