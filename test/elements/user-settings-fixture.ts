import {fixture, html} from '@open-wc/testing';
import {ConnectSession} from '../../src/core/compose.js';
import {waitUntil} from '../support/wait-until.js';
import type {PgEventName} from '../../src/elements/emit.js';
import type {PgInput} from '../../src/elements/input/input.js';
import type {PgUserSettings} from '../../src/elements/user-settings/user-settings.js';
import '../../src/elements/input/pg-input.js';
import '../../src/elements/install-flow/pg-install-flow.js';
import '../../src/elements/user-settings/pg-user-settings.js';
import {accountOf, SettingsSdk} from '../core/settings-double.js';

const EVENTS = [
  'pg-settings-save',
  'pg-settings-saved',
  'pg-settings-error',
  'pg-workflow-toggle',
  'pg-workflow-toggled',
] as const satisfies readonly PgEventName[];

/** A settings element on the page, and what a person does with it. */
export class SettingsPage {
  readonly element: PgUserSettings;
  readonly sdk: SettingsSdk;
  readonly session: ConnectSession;
  readonly events: (readonly [name: string, detail: unknown])[] = [];

  constructor(element: PgUserSettings, sdk: SettingsSdk, session: ConnectSession) {
    this.element = element;
    this.sdk = sdk;
    this.session = session;
    for (const name of EVENTS) {
      element.addEventListener(name, (event) => {
        this.events.push([name, (event as CustomEvent<unknown>).detail]);
      });
    }
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  get states(): readonly string[] {
    return ['loading', 'dirty', 'saving', 'error'].filter((name) =>
      this.element.matches(`:state(${name})`),
    );
  }

  /** Names of the events so far. */
  get told(): readonly string[] {
    return this.events.map(([name]) => name);
  }

  get text(): string {
    return this.root.querySelector('[part=base]')!.textContent.replaceAll(/\s+/g, ' ').trim();
  }

  get saveButton(): HTMLButtonElement {
    return this.root.querySelector('[part=save]')!;
  }

  /** What the bar says. */
  get status(): string {
    return this.part('status')!.textContent.replaceAll(/\s+/g, ' ').trim();
  }

  part(name: string): HTMLElement | null {
    return this.root.querySelector(`[part~=${name}]`);
  }

  field(id: string): PgInput {
    const fields = [...this.root.querySelectorAll('pg-input')];
    return fields.find(({input}) => input?.id === id)!;
  }

  control(id: string): HTMLInputElement {
    return this.field(id).shadowRoot!.querySelector('#control')!;
  }

  switchOf(name: string): HTMLButtonElement {
    const items = [...this.root.querySelectorAll('[part=workflow]')];
    const item = items.find((one) => one.textContent.includes(name));
    return item!.querySelector('[role=switch]')!;
  }

  /** Types as a person does, key after key, without leaving the field. */
  async type(id: string, text: string): Promise<void> {
    const control = this.control(id);
    control.dispatchEvent(new KeyboardEvent('keydown', {key: 'v', bubbles: true, composed: true}));
    control.value = text;
    control.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    await this.rendered();
  }

  /** Leaves a field after typing. */
  async commit(id: string): Promise<void> {
    this.control(id).dispatchEvent(new Event('change', {bubbles: true}));
    await this.rendered();
  }

  async rendered(): Promise<void> {
    await this.element.updateComplete;
    for (const field of this.root.querySelectorAll('pg-input')) await field.updateComplete;
  }

  until(condition: () => boolean): Promise<void> {
    return waitUntil(condition, 'it comes to this');
  }
}

/** Shows the settings of the first account. */
export async function show(
  properties: Partial<PgUserSettings> = {},
  sdk = new SettingsSdk([accountOf('one'), accountOf('two')]),
  element = document.createElement('pg-user-settings'),
): Promise<SettingsPage> {
  const session = new ConnectSession(sdk);
  Object.assign(element, {integration: 'acme', session}, properties);
  const page = new SettingsPage(element, sdk, session);
  const parent = await fixture(html`<div></div>`);
  parent.append(element);
  await page.rendered();
  return page;
}
