import {PgPortal} from '../../src/elements/portal/portal.js';
import {byId, el} from './dom.js';
import {eventLog} from './log/event-log.js';
import {scenarioSheet} from './scenarios/sheet.js';
import {DemoSession, loadConfig} from './sign-in.js';

export interface PageOptions {
  /** Instead of the demo's own. */
  readonly getUserToken?: () => Promise<string>;
}

const config = await configuration();
// Only now: a portal that waits long for its project says that there is none.
await import('../../src/define.js');

/** What every page with live elements does: its portal signed in, its event log if it has room for one, the scenarios. */
export function startPage({getUserToken}: PageOptions = {}): DemoSession {
  const events = document.getElementById('events');
  if (events) eventLog(events);
  const session = new DemoSession(byId('portal', PgPortal), config, getUserToken);
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
