import {createContext} from '@lit/context';
import type {ConnectSession} from '../core/session.js';

/** The session that `<pg-portal>` provides. A registered symbol, so that two copies of the kit on a page agree. */
export const sessionContext = createContext<ConnectSession | undefined>(
  Symbol.for('pg-elements/session/1'),
);
