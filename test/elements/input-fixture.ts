import {fixture, html} from '@open-wc/testing';
import {waitUntil} from '../support/wait-until.js';
import {sendKeys} from '@web/test-runner-commands';
import type {ConnectInput, SdkDataSource} from '../../src/core/sdk.js';
import {ConnectSession} from '../../src/core/compose.js';
import type {PgInput} from '../../src/elements/input/input.js';
import '../../src/elements/input/pg-input.js';
import {FakeSdk} from '../support/fake-sdk.js';

/** By tag name the element of that name, else any. */
type Found<T extends string> = T extends keyof HTMLElementTagNameMap
  ? HTMLElementTagNameMap[T]
  : HTMLElement;

/** A field on the page. */
export interface Field {
  readonly element: PgInput;
  readonly form: HTMLFormElement;
  readonly root: ShadowRoot;
  /** Events of the field as its form hears them, with the value at that time. */
  readonly events: (readonly [type: string, value: unknown])[];
  /** Something that is rendered; a test fails on what is not. */
  readonly find: <T extends string>(selector: T) => Found<T>;
  readonly has: (selector: string) => boolean;
  /** The text or button that people use. */
  readonly control: HTMLElement;
  /** What is said to be wrong, if anything. */
  readonly error: string;
  readonly rendered: () => Promise<unknown>;
}

type Properties = Partial<Omit<PgInput, 'input'>>;

/** Shows one input; its title is "Field" unless told. */
export async function show(
  input: Partial<ConnectInput> & {readonly type: string},
  properties: Properties = {},
): Promise<Field> {
  const form = await fixture<HTMLFormElement>(html`<form></form>`);
  form.addEventListener('submit', (event) => event.preventDefault());
  const element = document.createElement('pg-input');
  Object.assign(element, properties);
  element.input = {id: 'field', title: 'Field', ...input};
  const events: [string, unknown][] = [];
  for (const type of ['input', 'change']) {
    form.addEventListener(type, () => events.push([type, element.value]));
  }
  form.append(element);
  await element.updateComplete;
  await waitUntil(() => !element.matches(':state(loading)'), 'control is loaded');
  await element.updateComplete;
  const root = element.shadowRoot!;
  return {
    element,
    form,
    root,
    events,
    find: <T extends string>(selector: T) => root.querySelector(selector) as Found<T>,
    has: (selector) => root.querySelector(selector) !== null,
    get control() {
      return root.querySelector<HTMLElement>('#control')!;
    },
    get error() {
      return root.querySelector('#error')?.textContent.trim() ?? '';
    },
    rendered: () => element.updateComplete,
  };
}

/** Types into a field with the keyboard. */
export async function type(field: Field, text: string): Promise<void> {
  field.control.focus();
  await sendKeys({type: text});
  await field.rendered();
}

export async function press(field: Field, key: string): Promise<void> {
  await sendKeys({press: key});
  await field.rendered();
}

/** Goes on to what follows with the keyboard. */
export async function leave(field: Field): Promise<void> {
  // After the last field of a page Tab would go to the browser, as when somebody looks something up elsewhere.
  const next = document.createElement('button');
  next.type = 'button';
  field.form.append(next);
  await sendKeys({press: 'Tab'});
  await waitUntil(() => document.activeElement === next, 'focus has moved on');
  await field.rendered();
}

/** A source that is asked at run time. */
export function source(cacheKey: string, more: Partial<SdkDataSource> = {}): SdkDataSource {
  return {type: 'DYNAMIC_DATA_SOURCE', cacheKey, refreshDependencies: [], ...more};
}

/** A session on a scripted SDK with one integration, `acme`. */
export function acme(): {readonly sdk: FakeSdk; readonly session: ConnectSession} {
  const sdk = new FakeSdk([{type: 'acme', accounts: [{id: 'account'}]}]);
  return {sdk, session: new ConnectSession(sdk)};
}

/** How often a call of the SDK was made. */
export const callsOf = (sdk: FakeSdk, name: string): number =>
  sdk.calls.filter(([called]) => called === name).length;
