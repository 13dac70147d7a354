import 'pg-elements/define';
import type {PgAccountList, PgUserSettings} from 'pg-elements';

const accounts = document.querySelector<PgAccountList>('#accounts');
const settings = document.querySelector<PgUserSettings>('#chosen');
accounts?.addEventListener('pg-account-select', ({detail}) => {
  if (settings) settings.credential = detail.credentialId;
});
