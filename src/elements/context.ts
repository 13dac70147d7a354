import {ContextConsumer, createContext} from '@lit/context';
import type {ReactiveElement} from 'lit';
import type {ConnectSession} from '../core/compose.js';

/** The session that `<pg-portal>` provides. A registered symbol, so that two copies of the kit on a page agree. */
export const sessionContext = createContext<ConnectSession | undefined>(
  Symbol.for('pg-elements/session/1'),
);

/** Follows the session of the nearest portal around an element, also of one that is upgraded after it. */
export function consumeSession<E extends ReactiveElement>(
  host: E,
  callback: () => void,
): ContextConsumer<typeof sessionContext, E> {
  const consumer = new ContextConsumer(host, {
    context: sessionContext,
    subscribe: true,
    callback,
  });
  const askAgain = (): void => consumer.hostConnected();
  host.addController({
    hostConnected: () => document.addEventListener('context-provider', askAgain),
    hostDisconnected: () => document.removeEventListener('context-provider', askAgain),
  });
  return consumer;
}
