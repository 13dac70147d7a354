import {waitUntil} from '../support/wait-until.js';
import {sendKeys} from '@web/test-runner-commands';
import type {SdkOptionRequest} from '../../src/core/sdk.js';
import type {PgCombobox} from '../../src/ui/combobox/combobox.js';
import type {FakeSdk} from '../support/fake-sdk.js';
import {acme, show, source, type Field} from './input-fixture.js';

type Page = Readonly<Record<string, unknown>>;

const choices = (...labels: readonly string[]): readonly Page[] =>
  labels.map((label) => ({label, value: label.toLowerCase()}));

/** Fields of every kind; the first one is required. */
export const FIELDS: readonly Page[] = [
  {id: 'note', title: 'Note', type: 'string', required: true},
  {id: 'amount', title: 'Amount', type: 'number'},
  {id: 'status', title: 'Status', type: 'dropdown', items: choices('New', 'Done')},
  {id: 'tags', title: 'Tags', type: 'multi', supportAddItem: true, items: choices('VIP', 'Trial')},
  {id: 'notify', title: 'Notify', type: 'multiCheckbox', items: choices('Owner', 'Team')},
];

/** A DYNAMIC_COMBO_INPUT on the page. */
export interface Combo extends Field {
  readonly sdk: FakeSdk;
  /** Titles of the fields, in order. */
  readonly titles: readonly string[];
  /** The control of the field with this title. */
  readonly variable: (title: string) => HTMLElement;
  readonly remove: (title: string) => HTMLButtonElement | null;
  readonly box: (id: string) => PgCombobox;
  /** Chooses an option with the keyboard. */
  readonly pick: (box: HTMLElement, label: string) => Promise<void>;
  readonly loaded: () => Promise<void>;
}

/** What a list answers to a question with these parents. */
export type Fields = (parents: readonly unknown[]) => unknown;

const nested = (fields: readonly Page[]): Page => ({
  data: [],
  nestedData: fields,
  nextPageCursor: null,
});

/**
 * Projects A and B, each with types 1 and 2, and the fields of a type.
 * @param needs keys of what the fields depend on
 */
export async function showCombo(
  value?: unknown,
  properties: Readonly<Record<string, unknown>> = {},
  fields: Fields = () => nested(FIELDS),
  needs: readonly string[] = ['projects', 'types'],
): Promise<Combo> {
  const {sdk, session} = acme();
  sdk.answer('getSourcesForInput', () => ({
    kind: 'defaultFieldValue',
    mainInputSource: source('projects', {title: 'Project'}),
    dependentInputSource: source('types', {title: 'Type', refreshDependencies: ['projects']}),
    variableInputSource: source('fields', {refreshDependencies: needs}),
  }));
  sdk.answer('getFieldOptions', (request) => {
    const {source: asked, parameters = []} = request as SdkOptionRequest;
    const parents = parameters.map(({source: {value: parent}}) => parent);
    if (asked.cacheKey === 'fields') return fields(parents);
    const names =
      asked.cacheKey === 'projects' ? ['a', 'b'] : [1, 2].map((n) => `${String(parents[0])}${n}`);
    const data = names.map((name) => ({label: `Option ${name}`, value: name}));
    return {data, nestedData: [], nextPageCursor: null};
  });
  const input = {type: 'DYNAMIC_COMBO_INPUT', title: 'Defaults', required: false};
  const more = {session, integration: 'acme', credential: 'account', value, ...properties};
  const field = await show(input, more);
  const rows = (): readonly HTMLElement[] => [
    ...field.root.querySelectorAll<HTMLElement>('[part=default]'),
  ];
  const labelOf = (row: HTMLElement): string =>
    row.querySelector('.variable-name > *')!.textContent.trim();
  const rowOf = (title: string): HTMLElement => rows().find((row) => labelOf(row) === title)!;
  const box = (id: string): PgCombobox => field.root.querySelector<PgCombobox>(`#${id}`)!;
  return Object.defineProperties(Object.create(field) as Combo, {
    sdk: {value: sdk},
    titles: {get: () => rows().map(labelOf)},
    variable: {
      value: (title: string) => rowOf(title).querySelector('.variable-control [id^=variable-]'),
    },
    remove: {value: (title: string) => rowOf(title).querySelector('[part=remove]')},
    box: {value: box},
    pick: {
      async value(target: PgCombobox, label: string) {
        const inside = target.shadowRoot!;
        target.focus();
        await sendKeys({press: 'ArrowDown'});
        const labels = () =>
          [...inside.querySelectorAll('[part=option-label]')].map((one) => one.textContent.trim());
        await waitUntil(() => labels().includes(label), `"${label}" is offered`);
        const active = () =>
          inside.querySelector('.active [part=option-label]')?.textContent.trim();
        for (let presses = 0; presses < 10 && active() !== label; presses += 1) {
          await sendKeys({press: presses < 5 ? 'ArrowDown' : 'ArrowUp'});
          await target.updateComplete;
        }
        await sendKeys({press: 'Enter'});
        await field.rendered();
      },
    },
    loaded: {
      value: () => waitUntil(() => rows().length > 0, 'fields are there'),
    },
  });
}

/** A value with default values for a type of a project. */
export const valueWith = (
  variableInput: Readonly<Record<string, unknown>>,
  type = 'a1',
): Readonly<Record<string, unknown>> => ({
  mainInput: type.charAt(0),
  dependentInput: type,
  variableInput,
});

export {nested};
