/** The shop is in Arabic, and so is the portal in it. */
import {loadTranslations} from 'pg-elements/i18n/load';

await loadTranslations();
await import('./start.js');
