import 'pg-elements/define';
import type {PgPortal} from 'pg-elements';

const names = new Map<string, string>();
const portal = document.querySelector<PgPortal>('#portal');
if (portal) {
  portal.accountName = (account) =>
    names.get(account.id) ??
    (account.username && {name: 'Warehouse', detail: `Shared as ${account.username}`});
  portal.renameAccount = (account, _integration, name) => {
    names.set(account.id, name);
  };
}
