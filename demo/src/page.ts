import '../../src/define.js';
import {PgPortal} from '../../src/elements/portal/portal.js';
import type {DemoConfig} from '../sandbox/routes/own.js';
import {byId, el} from './dom.js';
import {eventLog} from './log/event-log.js';
import {startScenarios} from './scenarios/sheet.js';
import {DemoSession, loadConfig} from './sign-in.js';

export interface PageOptions {
  /** Instead of the demo's own. */
  readonly getUserToken?: () => Promise<string>;
}

const events = document.getElementById('events');
if (events) eventLog(events);
const config = await configuration(byId('portal', PgPortal));

/** What every page with live elements does: its portal signed in, its event log if it has room for one, the scenarios. */
export function startPage({getUserToken}: PageOptions = {}): DemoSession {
  const session = new DemoSession(byId('portal', PgPortal), config, getUserToken);
  document.documentElement.dataset.mode = session.config.mode;
  startScenarios(session);
  return session;
}

/** Until it is here the elements show that they load, as those of any page whose server has not answered yet. */
async function configuration(portal: PgPortal): Promise<DemoConfig> {
  const asked = loadConfig();
  portal.projectId = 'not-known-yet';
  portal.getUserToken = async () => {
    await asked;
    return new Promise(() => undefined);
  };
  try {
    return await asked;
  } catch (error) {
    const text =
      'The sandbox does not answer. Start the demo with npm start, and load this page again.';
    byId('main', HTMLElement).prepend(el('p', {class: 'problem', role: 'alert'}, text));
    throw error;
  }
}
