import {fixture, html} from '@open-wc/testing';
import {waitUntil} from '../support/wait-until.js';
import {sendKeys} from '@web/test-runner-commands';
import type {
  ConnectInput,
  SdkDataSource,
  SdkInputSources,
  SdkOptionRequest,
} from '../../src/core/sdk.js';
import {ConnectSession} from '../../src/core/compose.js';
import type {PgFieldMapper} from '../../src/elements/field-mapper/field-mapper.js';
import '../../src/elements/field-mapper/pg-field-mapper.js';
import type {PgCombobox} from '../../src/ui/combobox/combobox.js';
import {FakeSdk} from '../support/fake-sdk.js';

export interface Choice {
  readonly label: string;
  readonly value: unknown;
  readonly subtitle?: string;
}

export const page = (data: readonly unknown[], next: string | null = null) => ({
  data,
  nestedData: [],
  nextPageCursor: next,
});

const source = (cacheKey: string, more: Partial<SdkDataSource> = {}): SdkDataSource => ({
  type: 'DYNAMIC_DATA_SOURCE',
  title: cacheKey,
  cacheKey,
  refreshDependencies: [],
  ...more,
});

export const OBJECTS: readonly Choice[] = [
  {label: 'Contact', value: 'contact'},
  {label: 'Deal', value: 'deal'},
];
export const FIELDS: readonly Choice[] = [
  {label: 'Email', value: 'contact.email'},
  {label: 'Full name', value: 'contact.name'},
  {label: 'City', value: 'contact.billing_city'},
  {label: 'City', value: 'contact.shipping_city'},
];

export interface Setup {
  /** Choices of a source, by its key; a test may answer pages by itself. */
  readonly answers?: Readonly<Record<string, (request: SdkOptionRequest) => unknown>>;
  readonly sources?: Partial<SdkInputSources>;
  readonly input?: Partial<ConnectInput>;
  readonly properties?: Partial<Omit<PgFieldMapper, 'input'>>;
}

/** A mapper on the page, as people and assistive technology see it. */
export class Mapper {
  readonly sdk: FakeSdk;
  readonly element: PgFieldMapper;
  readonly form: HTMLFormElement;
  /** Events in order, with the value at that time. */
  readonly events: (readonly [type: string, value: unknown])[] = [];

  constructor(sdk: FakeSdk, element: PgFieldMapper, form: HTMLFormElement) {
    this.sdk = sdk;
    this.element = element;
    this.form = form;
    for (const type of ['input', 'change', 'pg-mapping-change'] as const) {
      form.addEventListener(type, () => this.events.push([type, element.value]));
    }
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  find(selector: string): HTMLElement {
    return this.root.querySelector<HTMLElement>(selector)!;
  }

  has(selector: string): boolean {
    return this.root.querySelector(selector) !== null;
  }

  get rows(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('.row[data-row]')];
  }

  /** Labels of the rows. */
  get labels(): string[] {
    return this.rows.map((row) => row.querySelector('bdi')!.textContent);
  }

  row(label: string): HTMLElement {
    return this.rows[this.labels.indexOf(label)]!;
  }

  box(label: string): PgCombobox {
    return this.row(label).querySelector('pg-combobox')!;
  }

  get object(): PgCombobox {
    return this.root.querySelector<PgCombobox>('#control')!;
  }

  text(box: PgCombobox): string {
    const field = box.shadowRoot!.querySelector<HTMLElement>('#field')!;
    return field instanceof HTMLInputElement ? field.value : field.textContent.trim();
  }

  options(box: PgCombobox): string[] {
    return [...box.shadowRoot!.querySelectorAll('[part=option]')].map((one) =>
      one.textContent.replace(/\s+/g, ' ').trim(),
    );
  }

  async shows(label: string, text: string): Promise<void> {
    await waitUntil(() => this.text(this.box(label)) === text, `${label} shows "${text}"`);
  }

  button(name: string): HTMLButtonElement {
    return [...this.root.querySelectorAll('button')].find(
      (button) => (button.ariaLabel ?? button.textContent.trim()) === name,
    )!;
  }

  /** Requests for choices, by the key of their source. */
  requests(cacheKey?: string): SdkOptionRequest[] {
    return this.sdk.calls
      .filter(([name]) => name === 'getFieldOptions')
      .map(([, request]) => request as SdkOptionRequest)
      .filter(({source: asked}) => cacheKey === undefined || asked.cacheKey === cacheKey);
  }

  async settled(): Promise<void> {
    await this.element.updateComplete;
    await this.element.updateComplete;
  }

  /** Chooses with the keyboard what a text finds. */
  async choose(box: PgCombobox, text: string): Promise<void> {
    box.focus();
    await sendKeys({press: 'ArrowDown'});
    await waitUntil(() => this.options(box).length > 0, 'options are there');
    await sendKeys({type: text});
    await waitUntil(() => this.options(box)[0]?.startsWith(text), `"${text}" is found`);
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'Enter'});
    await this.settled();
  }
}

/** Shows a mapper of the integration `acme`; its rows are Name, Email and Town unless told. */
export async function show({answers, sources, input, properties}: Setup = {}): Promise<Mapper> {
  const sdk = new FakeSdk([{type: 'acme', name: 'Acme', accounts: [{id: 'account'}]}]);
  sdk.answer('getSourcesForInput', () => ({
    kind: 'fieldMapper',
    recordSource: source('objects', {title: 'Object'}),
    fieldSource: source('fields', {refreshDependencies: ['objects']}),
    ...sources,
  }));
  const all: NonNullable<Setup['answers']> = {
    objects: () => page(OBJECTS),
    fields: () => page(FIELDS),
    ...answers,
  };
  sdk.answer('getFieldOptions', (request) => {
    const asked = request as SdkOptionRequest;
    return all[asked.source.cacheKey ?? '']?.(asked) ?? page([]);
  });
  const form = await fixture<HTMLFormElement>(html`<form></form>`);
  form.addEventListener('submit', (event) => event.preventDefault());
  const element = document.createElement('pg-field-mapper');
  const session = new ConnectSession(sdk);
  Object.assign(element, {session, integration: 'acme', credential: 'account', ...properties});
  element.input = {
    id: 'mapping',
    type: 'FIELD_MAPPER',
    title: 'Map contacts',
    required: false,
    sourceType: 'mapping',
    savedFieldMappings: ['Name', 'Email', 'Town'].map((label) => ({label})),
    ...input,
  };
  const mapper = new Mapper(sdk, element, form);
  form.append(element);
  await waitUntil(() => mapper.has('#control') && !element.matches(':state(loading)'), 'loaded');
  await mapper.settled();
  return mapper;
}

/** Rows of the host's own. */
export const dynamic = (more: object = {}): Partial<SdkInputSources> => ({
  mapObjectFieldOptions: {
    fields: [
      {label: 'Number', value: 'number'},
      {label: 'Date', value: 'issued'},
      {label: 'Date', value: 'due'},
    ],
    ...more,
  },
});

export {source};
