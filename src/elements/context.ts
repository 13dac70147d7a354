import {ContextConsumer, ContextRoot, createContext} from '@lit/context';
import type {ReactiveElement} from 'lit';
import type {ConnectSession} from '../core/compose.js';

/** The session that `<pg-portal>` provides. A registered symbol, so that two copies of the kit on a page agree. */
export const sessionContext = createContext<ConnectSession | undefined>(
  Symbol.for('pg-elements/session/1'),
);

/** Follows the session of the nearest portal around an element. */
export function consumeSession<E extends ReactiveElement>(
  host: E,
  callback: () => void,
): ContextConsumer<typeof sessionContext, E> {
  return new ContextConsumer(host, {context: sessionContext, subscribe: true, callback});
}

let root: ContextRoot | undefined;

/**
 * Lets a provider that is upgraded after the elements inside it still reach them: their requests are kept, weakly, until it
 * comes. One listener a page, for as long as the page lives.
 */
export function keepContextRequests(): void {
  if (root) return;
  root = new ContextRoot();
  root.attach(document.documentElement);
}
