import '../../src/define.js';
import {PgPortal} from '../../src/elements/portal/portal.js';
import {keepInLinks} from './address.js';
import {displayControls} from './display-controls.js';
import {byId} from './dom.js';
import {eventLog} from './log/event-log.js';
import {scenarioSheet} from './scenarios/sheet.js';
import {DemoSession, loadConfig} from './sign-in.js';

/** What every page of the demo does: its chrome, its event log, and its portal signed in. */
export async function startPage(): Promise<DemoSession> {
  keepInLinks();
  eventLog(byId('events', HTMLElement));
  const tools = byId('tools', HTMLElement);
  tools.append(displayControls());
  const session = new DemoSession(byId('portal', PgPortal), await loadConfig());
  tools.append(scenarioSheet(session));
  return session;
}
