import '../check-tags.js';
import {PgAccountList} from './account-list.js';

export type {PgEventDetails} from '../emit.js';

if (!customElements.get('pg-account-list')) customElements.define('pg-account-list', PgAccountList);

declare global {
  interface HTMLElementTagNameMap {
    'pg-account-list': PgAccountList;
  }
}
