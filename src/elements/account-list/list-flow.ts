import type {LitElement} from 'lit';
import type {ConnectSession} from '../../core/compose.js';
import type {PgInstallFlow} from '../install-flow/install-flow.js';

/** Knows where the focus belongs when what had it is gone. */
export class FocusReturn {
  readonly #host: LitElement;
  #invoker: EventTarget | null = null;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** The button that began what has the focus from now on; none where its owner hands the focus back itself. */
  remember(invoker: EventTarget | null): void {
    this.#invoker = invoker;
  }

  /** Back where it came from, else to what is there. */
  next(): HTMLElement | null {
    const invoker = this.#invoker;
    this.#invoker = null;
    if (invoker instanceof HTMLElement && invoker.isConnected) return invoker;
    const {renderRoot} = this.#host;
    const button = invoker && renderRoot.querySelector<HTMLElement>('.add');
    const base = renderRoot.querySelector<HTMLElement>('.base');
    // An empty list has no button.
    if (base) base.tabIndex = -1;
    return button ?? renderRoot.querySelector<HTMLElement>('button') ?? base;
  }
}

/** What the install flow below the list is for. */
export interface FlowTask {
  readonly integration: string;
  /** Account to sign in again; none to add one. */
  readonly credential: string | undefined;
  /** Scopes that the account is to have as well. */
  readonly additionalScopes?: readonly string[];
}

/** Works the one install flow below a list: it reconnects the list's accounts and adds others. */
export class ListFlow {
  readonly #host: LitElement;
  readonly #focus: FocusReturn;
  #task: FlowTask | undefined;
  #isOpen = false;
  #isDone = false;
  /** The person wants it, and its code is on its way. */
  #isLoading = false;
  /** The account that the flow has connected. */
  #connected: string | undefined;

  constructor(host: LitElement, focus: FocusReturn) {
    this.#host = host;
    this.#focus = focus;
  }

  get task(): FlowTask | undefined {
    return this.#task;
  }

  /** Whether the flow is to be seen. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Whether the person is busy with it: a flow that has done its work just says so. */
  get isBusy(): boolean {
    return this.#isOpen && !this.#isDone && !this.#isLoading;
  }

  /** Starts the flow within this click if its code is there: browsers open the sign-in window only then. */
  start(task: FlowTask, invoker: EventTarget | null): void {
    this.#focus.remember(invoker);
    const flow = this.#element;
    if (flow) this.#begin(flow, task);
    else void this.#beginLate(task);
  }

  #begin(flow: PgInstallFlow, task: FlowTask): void {
    if (flow.stage === 'done') this.close();
    // It opens by what it says; whoever keeps it from starting has a place of their own for it.
    if (this.#isLoading) this.#isOpen = false;
    this.#isLoading = false;
    this.#task = task;
    this.#host.requestUpdate();
    flow.integration = task.integration;
    flow.credential = task.credential;
    flow.allowMultiple = task.credential === undefined;
    flow.additionalScopes = task.additionalScopes ?? [];
    flow.start();
    if (this.#isOpen) void this.#moveFocus(() => flow);
  }

  /** The click came before the flow's code: a sign-in window that the browser blocks then is offered by the flow. */
  async #beginLate(task: FlowTask): Promise<void> {
    this.#isLoading = true;
    this.#task = task;
    this.open();
    await customElements.whenDefined('pg-install-flow');
    await this.#host.updateComplete;
    const flow = this.#element;
    await flow?.updateComplete;
    if (flow && this.#task === task) this.#begin(flow, task);
  }

  /** Shows the flow, which has something to say. */
  open(): void {
    this.#isOpen = true;
    this.#host.requestUpdate();
  }

  close(): void {
    this.#isOpen = false;
    this.#isDone = false;
    this.#isLoading = false;
    this.#task = undefined;
    this.#connected = undefined;
    this.#host.requestUpdate();
  }

  /** A flow for an account that is gone again says nothing that is true. */
  closeIfGone(session: ConnectSession | undefined): void {
    const shown = this.#task?.credential ?? this.#connected;
    if (session && shown !== undefined && !session.connectedAccount(shown)) this.close();
  }

  readonly onStage = ({detail}: CustomEvent<{readonly stage: string}>): void => {
    this.#isOpen = detail.stage !== 'cancelled';
    this.#isDone = detail.stage === 'done';
    this.#host.requestUpdate();
    const flow = this.#element;
    const hadFocus = flow !== null && this.#host.shadowRoot?.activeElement === flow;
    if (!this.#isOpen && hadFocus) void this.#moveFocus(() => this.#focus.next());
  };

  readonly onInstalled = ({detail}: CustomEvent<{readonly credentialId: string}>): void => {
    this.#connected = detail.credentialId;
  };

  get #element(): PgInstallFlow | null {
    return this.#host.renderRoot.querySelector('pg-install-flow');
  }

  /** Focuses what there is once everything is rendered. */
  async #moveFocus(target: () => HTMLElement | null): Promise<void> {
    await this.#host.updateComplete;
    await this.#element?.updateComplete;
    target()?.focus();
  }
}
