import '../../src/define.js';
import {PgPortal} from '../../src/elements/portal/portal.js';
import {byId, el} from './dom.js';
import {eventLog} from './log/event-log.js';
import {scenarioSheet} from './scenarios/sheet.js';
import {DemoSession, loadConfig} from './sign-in.js';

export interface PageOptions {
  /** Instead of the demo's own. */
  readonly getUserToken?: () => Promise<string>;
}

/** What every page with live elements does: its portal signed in, its event log if it has room for one, the scenarios. */
export async function startPage({getUserToken}: PageOptions = {}): Promise<DemoSession> {
  const events = document.getElementById('events');
  if (events) eventLog(events);
  const session = new DemoSession(byId('portal', PgPortal), await configuration(), getUserToken);
  document.documentElement.dataset.mode = session.config.mode;
  byId('tools', HTMLElement).append(scenarioSheet(session));
  return session;
}

async function configuration(): ReturnType<typeof loadConfig> {
  try {
    return await loadConfig();
  } catch (error) {
    const text =
      'The sandbox does not answer. Start the demo with npm start, and load this page again.';
    byId('main', HTMLElement).prepend(el('p', {class: 'problem', role: 'alert'}, text));
    throw error;
  }
}
