import '../check-tags.js';
import {PgFieldMapper} from './field-mapper.js';

export type {PgEventDetails} from '../emit.js';

if (!customElements.get('pg-field-mapper')) {
  customElements.define('pg-field-mapper', PgFieldMapper);
}

declare global {
  interface HTMLElementTagNameMap {
    'pg-field-mapper': PgFieldMapper;
  }
}
