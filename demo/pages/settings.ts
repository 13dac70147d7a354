import {PgPortal} from '../../src/elements/portal/portal.js';
import {byId} from '../src/dom.js';
import {startPage} from '../src/page.js';
import {AccountChoice} from './settings-account.js';
import {happenings} from './settings-happenings.js';
import {showSettings} from './settings-wiring.js';

const portal = byId('portal', PgPortal);

const choice = new AccountChoice((account) => showSettings(portal, account));
byId('account', HTMLElement).append(choice.element);

const {isLive} = startPage();
if (!isLive) {
  happenings(byId('happenings', HTMLElement), {
    account: () => choice.chosen,
    // What goes wrong with that, the views say themselves.
    refresh: () => portal.refresh().catch(() => undefined),
  });
}
await portal.updateComplete;
const {session} = portal;
session?.subscribe(() => choice.update(session));
if (session) choice.update(session);
