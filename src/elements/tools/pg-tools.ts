import '../check-tags.js';
import {PgTools} from './tools.js';

export type {PgEventDetails} from '../emit.js';

if (!customElements.get('pg-tools')) {
  customElements.define('pg-tools', PgTools);
}

declare global {
  interface HTMLElementTagNameMap {
    'pg-tools': PgTools;
  }
}
