import '../../src/define.js';
import {PgPortal} from '../../src/elements/portal/portal.js';
import {keepInLinks} from './address.js';
import {displayControls} from './display-controls.js';
import {byId, el} from './dom.js';
import {eventLog} from './log/event-log.js';
import {scenarioSheet} from './scenarios/sheet.js';
import {DemoSession, loadConfig} from './sign-in.js';

/** What every page of the demo does: its chrome, its event log, and its portal signed in. */
export async function startPage(): Promise<DemoSession> {
  keepInLinks();
  eventLog(byId('events', HTMLElement));
  const tools = byId('tools', HTMLElement);
  tools.append(displayControls());
  const session = new DemoSession(byId('portal', PgPortal), await configuration());
  document.documentElement.dataset.mode = session.config.mode;
  tools.append(scenarioSheet(session));
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
