import '../check-tags.js';
import {PgInput} from './input.js';

export type {PgEventDetails} from '../emit.js';

if (!customElements.get('pg-input')) customElements.define('pg-input', PgInput);

declare global {
  interface HTMLElementTagNameMap {
    'pg-input': PgInput;
  }
}
