import type {IntegrationFixture} from './fixtures/fixture.js';
import type {Option} from './protocol.js';
import {badInput, listOf, nothingElse, objectOf, requiredTextOf, textOf} from './read.js';

/** A type of records at a provider, with its fields. */
export interface RemoteObject {
  readonly label: string;
  readonly value: string;
  readonly fields: readonly Option[];
}

/** What a provider's administrators changed since the start. Objects and fields are named by their values. */
export interface SchemaChange {
  /** Gone, with all their fields. */
  readonly removeObjects?: readonly string[];
  readonly removeFields?: readonly string[];
  /** With another label a field is still the same; with another value it is another field to whoever saved the old one. */
  readonly renameFields?: Readonly<Record<string, Partial<Pick<Option, 'label' | 'value'>>>>;
  /** They come first in their object, so that they are on the first page. */
  readonly addFields?: readonly (Pick<Option, 'label' | 'value'> & {readonly object: string})[];
}

/** The objects that there are after a change. */
export function changedObjects(
  objects: readonly RemoteObject[],
  {removeObjects = [], removeFields = [], renameFields = {}, addFields = []}: SchemaChange,
): readonly RemoteObject[] {
  const renamed = new Map(Object.entries(renameFields));
  return objects
    .filter(({value}) => !removeObjects.includes(value))
    .map(({label, value, fields}) => {
      const added = addFields.filter(({object}) => object === value);
      const left = fields.filter((field) => !removeFields.includes(String(field.value)));
      return {
        label,
        value,
        fields: [
          ...added.map((field) => ({label: field.label, value: field.value})),
          ...left.map((field) => ({...field, ...renamed.get(String(field.value))})),
        ],
      };
    });
}

/** @throws {HttpError} 400 for a change of something that the provider does not have */
export function readSchemaChange(fixture: IntegrationFixture, raw: unknown): SchemaChange {
  const {removeObjects, removeFields, renameFields, addFields, ...rest} = objectOf(raw, 'A change');
  nothingElse(rest, 'A change of a schema');
  const objects = fixture.objects ?? [];
  const objectValues = new Set(objects.map(({value}) => value));
  const fieldValues = new Set(objects.flatMap(({fields}) => fields.map(({value}) => `${value}`)));
  const known = (values: ReadonlySet<string>, value: unknown): string => {
    if (typeof value === 'string' && values.has(value)) return value;
    throw badInput(`${fixture.name} has no "${String(value)}".`);
  };
  const renames = Object.entries(objectOf(renameFields ?? {}, 'renameFields'));
  return {
    removeObjects: listOf(removeObjects ?? [], 'removeObjects').map((value) =>
      known(objectValues, value),
    ),
    removeFields: listOf(removeFields ?? [], 'removeFields').map((value) =>
      known(fieldValues, value),
    ),
    renameFields: Object.fromEntries(
      renames.map(([value, to]) => [known(fieldValues, value), readRename(to)]),
    ),
    addFields: listOf(addFields ?? [], 'addFields').map((field) => {
      const {object, label, value, ...others} = objectOf(field, 'A field');
      nothingElse(others, 'A field');
      return {
        object: known(objectValues, object),
        label: requiredTextOf(label, 'label'),
        value: requiredTextOf(value, 'value'),
      };
    }),
  };
}

function readRename(raw: unknown): {readonly label?: string; readonly value?: string} {
  const {label, value, ...rest} = objectOf(raw, 'A new name');
  nothingElse(rest, 'A new name');
  const [newLabel, newValue] = [textOf(label), textOf(value)];
  if (newLabel === undefined && newValue === undefined) {
    throw badInput('A new name has a label, a value or both.');
  }
  return {
    ...(newLabel !== undefined && {label: newLabel}),
    ...(newValue !== undefined && {value: newValue}),
  };
}
