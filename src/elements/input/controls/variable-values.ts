import {apiName} from '../../../core/mapping/integration-fields.js';
import {membersOf, own, type Members} from '../../../core/mapping/mapping-value.js';
import {
  isSection,
  type NestedField,
  type OptionEntry,
  type OptionItem,
} from '../../../core/options/option-page.js';
import type {Problem} from '../control.js';
import {comboValue, numberRules, textOf, type ComboValue} from '../rules.js';

/** How a field of a DYNAMIC_COMBO_INPUT is filled in; `unknown` is a kind that came after this kit. */
export type VariableKind = 'string' | 'number' | 'dropdown' | 'multi' | 'multiCheckbox' | 'unknown';

const KINDS: ReadonlySet<string> = new Set<VariableKind>([
  'string',
  'number',
  'dropdown',
  'multi',
  'multiCheckbox',
]);

/** A field that a default value can be set for. */
export interface VariableField {
  readonly id: string;
  readonly title: string;
  readonly kind: VariableKind;
  readonly required: boolean;
  /** Its choices, those in sections one after the other. */
  readonly items: readonly OptionItem[];
  readonly entries: readonly OptionEntry[];
  /** Title of the section it is in; '' for none. */
  readonly section: string;
  /** People may enter choices of their own. */
  readonly canAdd: boolean;
  /** Another field has the same title. */
  readonly isAmbiguous: boolean;
}

/** A field in the list of those that have a default value, or need one. */
export interface VariableRow {
  readonly field: VariableField;
  /** It has a default value, but is none of the fields there are. */
  readonly isGone: boolean;
}

/** Default values by id of their field. */
export function variablesOf(value: unknown): Members {
  return membersOf(comboValue(value).variableInput) ?? {};
}

/** The default value of a field; undefined if there is none. */
export function variableOf(value: unknown, id: string): unknown {
  return own(variablesOf(value), id);
}

export function setVariable(value: unknown, id: string, variable: unknown): ComboValue {
  return {...comboValue(value), variableInput: {...variablesOf(value), [id]: variable}};
}

export function removeVariable(value: unknown, id: string): ComboValue {
  const others = Object.entries(variablesOf(value)).filter(([other]) => other !== id);
  return {...comboValue(value), variableInput: Object.fromEntries(others)};
}

/** How many default values hold something. */
export function countFilled(variables: unknown): number {
  return Object.values(membersOf(variables) ?? {}).filter((variable) => !isEmpty(variable)).length;
}

/** What a field that was just added holds. */
export function initialOf({kind}: VariableField): unknown {
  return kind === 'multi' || kind === 'multiCheckbox' ? [] : '';
}

/** The chosen values of a field that takes several, however they were saved. */
export function listOf(variable: unknown): readonly unknown[] {
  if (isEmpty(variable)) return [];
  return Array.isArray(variable) ? (variable as readonly unknown[]) : [variable];
}

/**
 * The fields to show, in the order of their source, so that a field has its place; those that only the value tells of come last.
 * @param isWhole all fields are there, so that others are gone
 */
export function rowsOf(
  fields: readonly VariableField[],
  value: unknown,
  isWhole: boolean,
): readonly VariableRow[] {
  const variables = variablesOf(value);
  const ids = new Set(fields.map(({id}) => id));
  const shown = fields.filter(({id, required}) => required || Object.hasOwn(variables, id));
  const others = Object.keys(variables).filter((id) => !ids.has(id));
  return [
    ...shown.map((field) => ({field, isGone: false})),
    ...others.map((id) => ({field: textField(id), isGone: isWhole})),
  ];
}

/** What is wrong with a default value. */
export function problemIn(
  {field, isGone}: VariableRow,
  value: unknown,
): Problem['term'] | undefined {
  return isGone ? undefined : problemOf(field, variableOf(value, field.id));
}

function problemOf(
  {kind, required}: VariableField,
  variable: unknown,
): Problem['term'] | undefined {
  if (kind === 'unknown') return undefined;
  if (isEmpty(variable) || (typeof variable === 'string' && variable.trim() === '')) {
    if (!required) return undefined;
    return kind === 'string' || kind === 'number' ? 'missing' : 'notChosen';
  }
  if (kind !== 'number') return undefined;
  return numberRules.validate(textOf(variable), {id: '', type: 'NUMBER'}, false)?.term;
}

export function isEmpty(variable: unknown): boolean {
  return (
    variable === undefined ||
    variable === null ||
    variable === '' ||
    (Array.isArray(variable) && variable.length === 0)
  );
}

/** The fields of a source. One that answers with plain choices instead gives fields of text. */
export function fieldsOf(
  nested: readonly NestedField[],
  entries: readonly OptionEntry[],
): readonly VariableField[] {
  const plain = entries.flatMap((entry) =>
    isSection(entry)
      ? entry.options.map((item) => ({item, section: entry.title}))
      : [{item: entry, section: ''}],
  );
  const fields = [
    ...nested.map(fromNested),
    ...plain
      .filter(({item}) => apiName(item.value) !== '')
      .map(({item, section}) => textField(apiName(item.value), item.label, section)),
  ];
  const uses = new Map<string, number>();
  for (const {title} of fields) uses.set(title, (uses.get(title) ?? 0) + 1);
  return fields.map((field) => ({...field, isAmbiguous: (uses.get(field.title) ?? 0) > 1}));
}

function textField(id: string, title = id, section = ''): VariableField {
  return {
    id,
    title,
    kind: 'string',
    required: false,
    items: [],
    entries: [],
    section,
    canAdd: false,
    isAmbiguous: false,
  };
}

function fromNested(field: NestedField): VariableField {
  const {id, title, type, required, items, entries = items, section = ''} = field;
  return {
    id,
    title,
    kind: KINDS.has(type) ? (type as VariableKind) : 'unknown',
    required,
    items,
    entries,
    section,
    canAdd: field.supportAddItem,
    isAmbiguous: false,
  };
}
