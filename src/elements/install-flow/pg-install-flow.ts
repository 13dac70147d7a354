import '../check-tags.js';
import {PgInstallFlow} from './install-flow.js';

export type {PgEventDetails} from '../emit.js';

if (!customElements.get('pg-install-flow')) customElements.define('pg-install-flow', PgInstallFlow);

declare global {
  interface HTMLElementTagNameMap {
    'pg-install-flow': PgInstallFlow;
  }
}
