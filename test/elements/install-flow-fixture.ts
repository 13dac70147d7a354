import {expect, fixture, html} from '@open-wc/testing';
import type {OpenedWindow, Page} from '../../src/core/page.js';
import type {
  InputValues,
  SdkAccountType,
  SdkCallToAction,
  SdkInstallStage,
  SdkStartOptions,
} from '../../src/core/sdk.js';
import {ConnectSession} from '../../src/core/session.js';
import type {PgInput} from '../../src/elements/input/input.js';
import type {PgInstallFlow} from '../../src/elements/install-flow/install-flow.js';
import '../../src/elements/install-flow/pg-install-flow.js';
import {FakeSdk, type FakeIntegration} from '../support/fake-sdk.js';
import {announced, button, controls, hear, seen, turn, type Heard} from './session-fixture.js';

interface Task {
  readonly at: number;
  readonly run: () => void;
}

/** A window of the provider, as its opener sees it. */
class PlayedWindow implements OpenedWindow {
  closed = false;
  focused = 0;
  readonly #listeners: ((data: unknown) => void)[] = [];

  focus(): void {
    this.focused += 1;
  }

  close(): void {
    this.closed = true;
  }

  listen(listener: (data: unknown) => void): () => void {
    this.#listeners.push(listener);
    return () => this.#listeners.splice(this.#listeners.indexOf(listener), 1);
  }

  post(data: unknown): void {
    for (const listener of [...this.#listeners]) listener(data);
  }
}

/** A page whose clock moves, and whose windows open, only as a test says. */
export class PlayedPage implements Page {
  readonly windows: PlayedWindow[] = [];
  blocksWindows = false;
  readonly #tasks = new Set<Task>();
  readonly #returns = new Set<() => void>();
  #now = Date.UTC(2025, 0, 1);
  #observed: PlayedWindow | null | undefined;

  /** Timers and listeners that run on this page. */
  get leftovers(): number {
    return this.#tasks.size + this.#returns.size;
  }

  get window(): PlayedWindow {
    const last = this.windows.at(-1);
    if (!last) throw new Error('No window was opened.');
    return last;
  }

  now(): number {
    return this.#now;
  }

  readonly after = (ms: number, run: () => void): (() => void) => {
    const task = {at: this.#now + ms, run};
    this.#tasks.add(task);
    return () => this.#tasks.delete(task);
  };

  hasFocus(): boolean {
    return true;
  }

  onReturn(listener: () => void): () => void {
    const entry = (): void => listener();
    this.#returns.add(entry);
    return () => this.#returns.delete(entry);
  }

  observeOpen(call: () => void): OpenedWindow | null | undefined {
    this.#observed = undefined;
    call();
    return this.#observed;
  }

  onMessage(from: OpenedWindow, listener: (data: unknown) => void): () => void {
    const opened = this.windows.find((one) => one === from);
    return opened ? opened.listen(listener) : () => undefined;
  }

  open(): PlayedWindow | null {
    const opened = this.blocksWindows ? null : new PlayedWindow();
    if (opened) this.windows.push(opened);
    this.#observed = opened;
    return opened;
  }

  /** The person looks at this page again, and time enough passes to ask them. */
  comeBack(): void {
    for (const listener of [...this.#returns]) listener();
    this.elapse(1000);
  }

  elapse(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const [next] = [...this.#tasks].filter(({at}) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#tasks.delete(next);
      this.#now = next.at;
      next.run();
    }
    this.#now = end;
  }
}

/** What connecting asks for, in the SDK's order; `oauth` unless told otherwise. */
export interface FlowPlan {
  readonly accountTypes?: readonly SdkAccountType[];
  readonly instruction?: {
    readonly content: string;
    readonly ctas?: readonly SdkCallToAction[];
    readonly label?: string;
  };
  readonly preOptions?: readonly object[];
  readonly oauth?: boolean;
  readonly postOptions?: readonly object[];
}

/** The SDK's install flow, of the plan that belongs to each integration. */
export class FlowSdk extends FakeSdk {
  readonly page = new PlayedPage();
  /** What the SDK was asked to start, without the integration that does not exist. */
  readonly starts: (readonly [type: string, options: SdkStartOptions])[] = [];
  /** What was sent. */
  readonly sent: (readonly [stage: string, values: InputValues])[] = [];
  readonly plans: Map<string, FlowPlan>;
  /** Decides about the answers of a form: throws what the backend says. */
  save: (values: InputValues) => Promise<void> = () => Promise.resolve();
  #at = -1;
  #account: string | undefined;

  constructor(plans: Readonly<Record<string, FlowPlan>>, integrations: readonly FakeIntegration[]) {
    super(integrations);
    this.plans = new Map(Object.entries(plans));
    const plan = (type: unknown): FlowPlan => this.plans.get(String(type)) ?? {};
    this.answer('getAccountTypeOptions', (type) => plan(type).accountTypes ?? [])
      .answer('getPreOptions', (type) => plan(type).preOptions ?? [])
      .answer('getPostOptions', (type) => plan(type).postOptions ?? [])
      .answer('installFlow.start', (type, options) => {
        if (!this.plans.has(String(type))) return;
        this.starts.push([String(type), options as SdkStartOptions]);
        this.#at = -1;
        this.#account = undefined;
        this.#next();
      })
      .answer('installFlow.setAccountType', () => this.#next())
      .answer('installFlow.setPreOptions', (values) =>
        this.#submit('preOptions', values as InputValues),
      )
      .answer('installFlow.setPostOptions', (values) =>
        this.#submit('postOptions', values as InputValues),
      );
  }

  getIntegrationBySlug(type: string): {readonly authenticationType: string} {
    return {authenticationType: this.plans.get(type)?.oauth === false ? 'api_key' : 'oauth'};
  }

  /** The provider says yes in the window. Returns the account's id. */
  approve(): string {
    const id = this.#connect(this.#stages.length > this.#at + 1 ? 'PENDING' : 'VALID');
    this.#next();
    return id;
  }

  /** Reports an error of the window, as the SDK does. */
  fail(name: string, message: string, stage = 'oauth'): void {
    this.#options.onError({name, message}, {stage});
  }

  get #current(): readonly [type: string, options: SdkStartOptions] {
    const last = this.starts.at(-1);
    if (!last) throw new Error('Nothing was started.');
    return last;
  }

  get #options(): SdkStartOptions {
    return this.#current[1];
  }

  get #stages(): readonly SdkInstallStage[] {
    const [type] = this.#current;
    const {accountTypes, instruction, preOptions, oauth = true, postOptions} =
      this.plans.get(type) ?? {};
    const stages: SdkInstallStage[] = [];
    if (accountTypes) stages.push({stage: 'accountType', options: accountTypes});
    if (instruction) {
      const {content, ctas = [], label = 'Go on'} = instruction;
      const finish = {label, onClick: () => this.#next()};
      stages.push({stage: 'instruction', content, ctas, finish});
    }
    if (preOptions) stages.push({stage: 'preOptions', options: preOptions});
    if (oauth) stages.push({stage: 'oauth'});
    if (postOptions) stages.push({stage: 'postOptions', options: postOptions});
    return stages;
  }

  #next(): void {
    this.#at += 1;
    const stage = this.#stages[this.#at];
    if (!stage) {
      this.#complete();
      return;
    }
    this.#options.onNext(stage);
    if (stage.stage === 'oauth' && this.page.open() === null) {
      const {onError} = this.#options;
      const error = {name: 'OAuthBlockedError', message: 'Popup was blocked.'};
      queueMicrotask(() => onError(error, {stage: 'oauth'}));
    }
  }

  async #submit(stage: 'preOptions' | 'postOptions', values: InputValues): Promise<void> {
    this.sent.push([stage, values]);
    if (this.#stages[this.#at + 1]?.stage === 'oauth') {
      this.#next();
      return;
    }
    const {onError} = this.#options;
    try {
      await this.save(values);
    } catch (originalError) {
      onError({name: 'UnknownError', message: 'failed', originalError}, {stage});
      return;
    }
    if (this.#account === undefined) this.#connect('VALID');
    else this.changeAccount(this.#account, {status: 'VALID'});
    this.#next();
  }

  #connect(status: string): string {
    const [type, {selectedCredentialId, allowMultipleCredentials, externalId}] = this.#current;
    const dateRefreshed = new Date(this.page.now()).toISOString();
    if (selectedCredentialId !== undefined) {
      this.changeAccount(selectedCredentialId, {status, dateRefreshed});
      return (this.#account = selectedCredentialId);
    }
    const user = this.getUser();
    const before = user.authenticated ? (user.integrations[type]?.allCredentials ?? []) : [];
    if (!allowMultipleCredentials) for (const {id} of before) this.removeAccount(id);
    const providerData = {email: `person-${before.length + 1}@acme.example`};
    const account = {status, dateRefreshed, providerData, ...(externalId && {externalId})};
    return (this.#account = this.addAccount(type, account));
  }

  #complete(): void {
    const [integrationType, {onComplete}] = this.#current;
    if (this.#account === undefined) return;
    onComplete({integrationId: `id-${integrationType}`, integrationType, credentialId: this.#account});
  }
}

/** A text field of a plan. */
export const text = (id: string, title: string, more: object = {}): object => ({
  id,
  type: 'TEXT_NO_VARS',
  title,
  ...more,
});

export const SLACK: FakeIntegration = {type: 'slack', name: 'Slack'};

/** A flow on a page, as people and hosts meet it. */
export class FlowPage {
  readonly box: HTMLElement;
  readonly sdk: FlowSdk;
  readonly session: ConnectSession;
  readonly heard: Heard[];
  element: PgInstallFlow;

  constructor(box: HTMLElement, sdk: FlowSdk, session: ConnectSession) {
    this.box = box;
    this.sdk = sdk;
    this.session = session;
    this.heard = hear(box);
    this.element = box.querySelector('pg-install-flow')!;
  }

  get page(): PlayedPage {
    return this.sdk.page;
  }

  get heading(): string | undefined {
    return this.element.shadowRoot!.querySelector('.heading')?.textContent.trim();
  }

  get progress(): string | undefined {
    return this.element.shadowRoot!.querySelector('[part="progress"] p')?.textContent.trim();
  }

  get seen(): string {
    return seen(this.element);
  }

  get buttons(): readonly string[] {
    return [...controls(this.element).keys()];
  }

  get alerts(): readonly string[] {
    return announced(this.element, 'alert');
  }

  get statuses(): readonly string[] {
    return announced(this.element, 'status');
  }

  get states(): readonly string[] {
    const known = ['active', 'connected', 'error'];
    return known.filter((state) => this.element.matches(`:state(${state})`));
  }

  get stages(): readonly unknown[] {
    return this.heard
      .filter(({type}) => type === 'pg-install-stage')
      .map(({detail}) => detail['stage']);
  }

  button(name: string): HTMLElement {
    return button(this.element, name);
  }

  async click(name: string): Promise<void> {
    const found = this.button(name);
    // As a browser does before it clicks.
    found.focus();
    found.click();
    await this.settled();
  }

  /** The field with this title. */
  field(title: string): PgInput {
    const fields = this.element.shadowRoot!.querySelectorAll('pg-input');
    const found = [...fields].find(({input}) => input?.title === title);
    expect(found, `field "${title}"`).to.exist;
    return found!;
  }

  control(title: string): HTMLInputElement {
    return this.field(title).shadowRoot!.querySelector<HTMLInputElement>('#control')!;
  }

  /** What is wrong with a field, in words. */
  problem(title: string): string | undefined {
    return this.field(title).shadowRoot!.querySelector('#error')?.textContent.trim();
  }

  async type(title: string, value: string): Promise<void> {
    const control = this.control(title);
    control.value = value;
    control.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await this.settled();
  }

  async settled(): Promise<void> {
    await turn();
    await this.element.updateComplete;
    for (const field of this.element.shadowRoot!.querySelectorAll('pg-input'))
      await field.updateComplete;
    await turn();
  }
}

/** A flow of `slack`, not started, unless `attributes` say otherwise. */
export async function mountFlow(
  plan: FlowPlan = {},
  properties: Partial<PgInstallFlow> = {},
  integrations: readonly FakeIntegration[] = [SLACK],
): Promise<FlowPage> {
  const sdk = new FlowSdk({slack: plan, jira: {}}, integrations);
  const session = new ConnectSession(sdk, {page: sdk.page});
  const box = await fixture<HTMLElement>(
    html`<div><pg-install-flow integration="slack" .session=${session}></pg-install-flow></div>`,
  );
  const page = new FlowPage(box, sdk, session);
  Object.assign(page.element, properties);
  await page.settled();
  return page;
}

/** A flow at its first stage. */
export async function startedFlow(
  plan: FlowPlan,
  properties: Partial<PgInstallFlow> = {},
  integrations?: readonly FakeIntegration[],
): Promise<FlowPage> {
  const page = await mountFlow(plan, properties, integrations);
  const label = page.buttons.find((name) => /^(Connect|Reconnect|Add)/.test(name));
  await page.click(label ?? 'Connect Slack');
  return page;
}
