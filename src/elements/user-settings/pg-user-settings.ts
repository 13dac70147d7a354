import '../check-tags.js';
import {PgUserSettings} from './user-settings.js';

export type {PgEventDetails} from '../emit.js';

if (!customElements.get('pg-user-settings')) {
  customElements.define('pg-user-settings', PgUserSettings);
}

declare global {
  interface HTMLElementTagNameMap {
    'pg-user-settings': PgUserSettings;
  }
}
