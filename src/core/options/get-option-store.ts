import type {ConnectSession} from '../session/session.js';
import {OptionStore} from './option-store.js';

const stores = new WeakMap<ConnectSession, OptionStore>();

/**
 * The choices of a session, shared by all its inputs. Kept beside the session, not in it, so that a page without inputs
 * carries no code for options. Forgets everything when the session forgets its user, and asks again when the session is told to.
 */
export function getOptionStore(session: ConnectSession): OptionStore {
  let store = stores.get(session);
  if (!store) {
    const {sdk, environment} = session;
    const created = new OptionStore({
      sdk,
      now: () => environment.now(),
      after: environment.after,
      onFailure: (error) => session.onRefused(error),
    });
    session.onForget(() => created.clear());
    session.onSourcesChange(() => created.clear());
    session.onRefresh(() => created.invalidate());
    stores.set(session, created);
    store = created;
  }
  return store;
}
