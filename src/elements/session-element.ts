import type {PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import type {ConnectSdk} from '../core/sdk.js';
import type {ConnectSession} from '../core/compose.js';
import type {SessionSnapshot} from '../core/session/snapshot.js';
import {consumeSession} from './context.js';
import {afterRemoval, composedPath, onServer} from '../ui/dom.js';
import {HydratableElement} from '../ui/hydratable-element.js';
import {PgError} from '../core/errors.js';
import {report} from './emit.js';
import {afterGrace, checkIfOdd} from './set-up.js';

/**
 * Base of every element that shows a session: finds it (own `session`, own `sdk`, else the nearest `<pg-portal>`), follows it
 * while connected, and renders only when the part that the element shows has changed.
 */
export abstract class SessionElement extends HydratableElement {
  /** The session to show, instead of the one of the nearest `<pg-portal>`. */
  @property({attribute: false})
  session: ConnectSession | undefined;

  /** An SDK instance that the host signs in itself, instead of a session. */
  @property({attribute: false})
  sdk: ConnectSdk | undefined;

  readonly #provided = consumeSession(this, () => this.#follow());
  #own: ConnectSession | undefined;
  #followed: ConnectSession | undefined;
  #unfollow: (() => void) | undefined;
  #shown: readonly unknown[] = [];
  #stopChecks: (() => void) | undefined;
  #alone = false;

  /** The session that this element shows, once there is one. */
  protected get current(): ConnectSession | undefined {
    return this.#followed;
  }

  /**
   * Whether there is no session and none is on its way: show an empty state then, and a loading one before.
   * @internal
   */
  get hasNoProvider(): boolean {
    return this.#alone && !this.#followed;
  }

  /**
   * Whether the user's integrations are there.
   * @internal
   */
  get hasData(): boolean {
    return this.#followed?.snapshot.status === 'ready';
  }

  /** Whether this element shows nothing without a session, so that a developer should hear of it. */
  protected get needsSession(): boolean {
    return true;
  }

  /** Whether a property has a value that the element does not know. */
  protected get looksOdd(): boolean {
    return false;
  }

  override connectedCallback(): void {
    if (onServer) return;
    super.connectedCallback();
    // The same function: added once, however often the element is put somewhere.
    for (const type of ['keydown', 'keypress', 'keyup']) this.addEventListener(type, keepTyping);
    if (!this.isHydrating) this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopChecks?.();
    afterRemoval(this, () => this.#leave());
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('sdk')) void this.#openOwn();
    if (changed.has('session')) this.#follow();
  }

  protected override hydrated(): void {
    this.#begin();
  }

  /** What this element shows of a snapshot: it renders again when one of these is another than before. */
  protected abstract watched(
    session: ConnectSession,
    snapshot: SessionSnapshot,
  ): readonly unknown[];

  /** Called after a change of the session, before the element renders. */
  protected sessionChanged?(snapshot: SessionSnapshot, previous: SessionSnapshot | undefined): void;

  #begin(): void {
    this.#follow();
    // An ancestor may be upgraded later than this element: only a turn of the page tells that there is none.
    const turn = setTimeout(() => {
      this.#noticeIfAlone();
      // What stands in another element of the kit is set up by that one.
      const root = this.getRootNode();
      if (root instanceof ShadowRoot && root.host instanceof HydratableElement) return;
      this.#stopChecks = afterGrace(() => this.#checkSetUp());
    });
    this.#stopChecks = () => clearTimeout(turn);
  }

  #follow(): void {
    if (!this.isConnected || this.isHydrating) return;
    const next = this.session ?? (this.sdk ? this.#own : this.#provided.value);
    if (next === this.#followed) return;
    this.#leave();
    this.#followed = next;
    this.#unfollow = next?.subscribe((snapshot, previous) => this.#onChange(snapshot, previous));
    if (next) this.#onChange(next.snapshot, undefined);
    this.requestUpdate();
  }

  /** Few pages give single elements an SDK; the others have the code of sessions from their portal, or not yet at all. */
  async #openOwn(): Promise<void> {
    const {sdk} = this;
    const {sessionOf} = await import('../core/compose.js');
    if (sdk !== this.sdk) return;
    this.#own = sdk && sessionOf(sdk);
    this.#follow();
  }

  #leave(): void {
    this.#unfollow?.();
    this.#unfollow = undefined;
    this.#followed = undefined;
    this.#shown = [];
  }

  #onChange(snapshot: SessionSnapshot, previous: SessionSnapshot | undefined): void {
    const session = this.#followed;
    if (!session) return;
    this.sessionChanged?.(snapshot, previous);
    const shown = [snapshot.status, snapshot.error, ...this.watched(session, snapshot)];
    const same =
      shown.length === this.#shown.length &&
      shown.every((part, index) => part === this.#shown[index]);
    this.#shown = shown;
    if (!same) this.requestUpdate();
  }

  #noticeIfAlone(): void {
    if (!this.#lacksSession) return;
    // A portal that is not upgraded or not set up yet will bring a session.
    for (const node of composedPath(this)) if (node.nodeName === 'PG-PORTAL') return;
    this.#complain('is outside a <pg-portal> and has no .sdk or .session');
  }

  #checkSetUp(): void {
    checkIfOdd(this, this.looksOdd);
    if (!this.#lacksSession || this.#alone || customElements.get('pg-portal')) return;
    this.#complain('is in a <pg-portal> that is not defined');
  }

  get #lacksSession(): boolean {
    return !this.#followed && !this.sdk && this.isConnected && this.needsSession;
  }

  #complain(why: string): void {
    this.#alone = true;
    this.requestUpdate();
    report(this, new PgError('provider-missing', `<${this.localName}> ${why}.`));
  }
}

/**
 * Keeps letters that are typed into a field of the kit from shortcuts of the page: outside a shadow tree an event comes from its host,
 * which no shortcut takes for a field. Keys with Control, Alt or Meta, Enter, Escape and Tab go on.
 */
function keepTyping(event: Event): void {
  if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
  const [field] = event.composedPath();
  const isText =
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && !/^(checkbox|radio|button|file)$/.test(field.type));
  const isTyped = event.key.length === 1 || /^(Backspace|Delete|Process|Dead)$/.test(event.key);
  if (isText && isTyped) event.stopPropagation();
}
