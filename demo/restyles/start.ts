/** Pages in the design of another product: a portal that is signed in, and nothing of the site. */
import '../../src/define.js';
import {PgPortal} from '../../src/elements/portal/portal.js';
import {byId} from '../src/dom.js';
import {configure, DemoSession} from '../src/sign-in.js';

const portal = byId('portal', PgPortal);
new DemoSession(portal, await configure(portal));
