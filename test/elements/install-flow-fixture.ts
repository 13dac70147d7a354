import {expect, fixture, html} from '@open-wc/testing';
import {ConnectSession} from '../../src/core/compose.js';
import type {PgInput} from '../../src/elements/input/input.js';
import type {PgInstallFlow} from '../../src/elements/install-flow/install-flow.js';
import '../../src/elements/input/pg-input.js';
import {stages} from '../../src/elements/install-flow/install-flow.js';
import '../../src/elements/install-flow/pg-install-flow.js';
import type {FakeIntegration} from '../support/fake-sdk.js';
import {FlowSdk, type FlowPlan} from '../support/flow-sdk.js';
import type {PlayedPage} from '../support/played-page.js';
import {announced, button, controls, hear, seen, turn, type Heard} from './session-fixture.js';

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

  /** The button that goes on. */
  get main(): HTMLElement {
    const found = this.element.shadowRoot!.querySelector<HTMLElement>('.main');
    expect(found, 'a button that goes on').to.exist;
    return found!;
  }

  /** Names of the account types that can be chosen. */
  get accountTypes(): readonly string[] {
    const names = this.element.shadowRoot!.querySelectorAll('.choice-name');
    return [...names].map(({textContent}) => textContent.trim());
  }

  /** Presses the button that goes on, as `click` does. */
  async goOn(): Promise<void> {
    this.main.focus();
    this.main.click();
    await this.settled();
  }

  /** Marks an account type. */
  async mark(name: string): Promise<void> {
    const labels = [...this.element.shadowRoot!.querySelectorAll('label.choice')];
    const found = labels.find((one) => one.textContent.includes(name));
    expect(found, `account type "${name}"`).to.exist;
    found!.querySelector('input')!.click();
    await this.settled();
  }

  /** Marks an account type and goes on with it. */
  async chooseType(name: string): Promise<void> {
    await this.mark(name);
    await this.goOn();
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
    control.dispatchEvent(new KeyboardEvent('keydown', {key: 'v', bubbles: true, composed: true}));
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
  await stages.load();
  const sdk = new FlowSdk({slack: plan, jira: {}}, integrations);
  const session = new ConnectSession(sdk, {environment: sdk.page});
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
