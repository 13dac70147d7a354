import type {ConnectSession} from '../../core/compose.js';
import type {SessionSnapshot} from '../../core/session/snapshot.js';
import {setStates} from '../../ui/dom.js';
import {emit, report} from '../emit.js';

/** Tells hosts, by events and custom states of a portal, what becomes of the session that it provides. */
export class SessionReports {
  readonly #portal: HTMLElement;
  readonly #internals: ElementInternals;
  #session: ConnectSession | undefined;
  #unsubscribe: (() => void) | undefined;
  /** What hosts have been told last. */
  #told: SessionSnapshot | undefined;
  /** The session whose SDK has been looked at. */
  #examined: ConnectSession | undefined;

  constructor(portal: HTMLElement, internals: ElementInternals) {
    this.#portal = portal;
    this.#internals = internals;
  }

  /** Tells of another session from now on. */
  set session(session: ConnectSession | undefined) {
    this.stop();
    this.#told = undefined;
    this.#session = session;
    // Not while the portal updates: a listener may change what is being updated.
    queueMicrotask(() => this.start());
  }

  start(): void {
    if (!this.#portal.isConnected || !this.#session || this.#unsubscribe) return;
    this.#unsubscribe = this.#session.subscribe((next) => this.#onChange(next));
    // Elements inside, and other portals, may have started the session before.
    this.#onChange(this.#session.snapshot);
  }

  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  #onChange(next: SessionSnapshot): void {
    const previous = this.#told;
    this.#told = next;
    const run = this.#session?.run;
    const credentialId = run?.takeUntold();
    if (run && credentialId)
      emit(this.#portal, 'pg-installed', {integration: run.integration, credentialId});
    for (const name of ['loading', 'ready', 'signed-out', 'error']) {
      setStates(this.#internals, {[name]: name === next.status});
    }
    if (next.error && next.error !== previous?.error) report(this.#portal, next.error);
    if (next.status === previous?.status && next.userId === previous.userId) return;
    if (next.status === 'ready') {
      emit(this.#portal, 'pg-ready', {userId: next.userId ?? ''});
      void this.#tellShortcoming();
    }
    if (next.status === 'signed-out') emit(this.#portal, 'pg-signed-out', {});
  }

  /** An SDK of another version is told of once. */
  async #tellShortcoming(): Promise<void> {
    const session = this.#session;
    if (!session || session === this.#examined) return;
    this.#examined = session;
    // Where the words for it cannot be loaded, nothing that works is in their way.
    const problem = await session.shortcoming().catch(() => undefined);
    if (problem) report(this.#portal, problem);
  }
}
