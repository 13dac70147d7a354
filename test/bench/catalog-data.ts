import {ConnectSession} from '../../src/core/compose.js';
import {emptySnapshot, type SessionSnapshot} from '../../src/core/session/snapshot.js';
import {FakeSdk} from '../support/fake-sdk.js';

const BRANDS = 'Acme Atlas Beacon Cedar Delta Ember Fjord Gale Harbor Iris Juniper Kite'.split(' ');
const KINDS = 'Sales CRM Mail Drive Books Calendar Support Store Billing Chat Forms Sign'.split(
  ' ',
);

type SessionListener = Parameters<ConnectSession['subscribe']>[0];

/** A session with integrations, signed in and read: what stands before a catalog is shown. One in nine is connected. */
export function sessionWith(count: number): ConnectSession {
  const sdk = new FakeSdk(
    Array.from({length: count}, (_, index) => ({
      type: `type${index}`,
      // Not in the order of names, as answers of a backend are not.
      name: `${BRANDS[(index * 7) % 12] ?? ''} ${KINDS[(index * 5) % 11] ?? ''} ${(index * 7919) % count}`,
      icon: `${location.origin}/icon/${index}`,
      brandColor: '#3d4fdb',
      config: {shortDescription: 'Keeps contacts, orders and tickets in step with your product.'},
      accounts: index % 9 === 0 ? [{}] : [],
    })),
  );
  const session = new ConnectSession(sdk);
  session.subscribe(() => undefined);
  return session;
}

/** The integrations of a session, and how to read their descriptions. */
export interface CatalogData {
  readonly session: ConnectSession;
  readonly integrations: SessionSnapshot['integrations'];
}

/** A session that is still loading, and turns into one with data when told: what a page shows in between is there before. */
export class PendingSession {
  readonly #ready: ConnectSession;
  readonly #listeners = new Set<SessionListener>();
  #hasData = false;

  constructor(ready: ConnectSession) {
    this.#ready = ready;
  }

  get snapshot(): SessionSnapshot {
    return this.#hasData ? this.#ready.snapshot : emptySnapshot('loading');
  }

  readonly integration = (type: string): ReturnType<ConnectSession['integration']> =>
    this.#ready.integration(type);

  readonly texts = (type: string): ReturnType<ConnectSession['texts']> => this.#ready.texts(type);

  readonly missingSettings: ConnectSession['missingSettings'] = (account) =>
    this.#ready.missingSettings(account);

  subscribe(listener: SessionListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  arrive(): void {
    const before = this.snapshot;
    this.#hasData = true;
    for (const listener of this.#listeners) listener(this.snapshot, before);
  }
}
