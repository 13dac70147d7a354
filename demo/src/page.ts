import '../../src/define.js';
import {PgPortal} from '../../src/elements/portal/portal.js';
import {byId} from './dom.js';
import {eventLog} from './log/event-log.js';
import {startScenarios} from './scenarios/sheet.js';
import {configure, DemoSession} from './sign-in.js';

export interface PageOptions {
  /** Instead of the demo's own. */
  readonly getUserToken?: () => Promise<string>;
}

const events = document.getElementById('events');
if (events) eventLog(events);
const config = await configure(byId('portal', PgPortal));

/** What every page with live elements does: its portal signed in, its event log if it has room for one, the scenarios. */
export function startPage({getUserToken}: PageOptions = {}): DemoSession {
  const session = new DemoSession(byId('portal', PgPortal), config, getUserToken);
  document.documentElement.dataset.mode = session.config.mode;
  startScenarios(session);
  return session;
}
