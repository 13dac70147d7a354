import type {ApplicationFields} from './application-fields.js';
import {MappingDraft} from './mapping-draft.js';
import {readMapping} from './mapping-value.js';
import {readRows} from './mapping-rows.js';

/**
 * Changes of a field mapping. Each takes the value as it is stored and gives a new one, or the same object if there is nothing to
 * change. What a change is not about stays as it is, unknown members and their order included. The object is written under both
 * its names (`objectMapping`, `mainInput`), so that either reader understands the value.
 */

/** Chooses another object. What was chosen for the one before goes; rows that are there stay, empty. */
export function chooseObject(raw: unknown, object: unknown): unknown {
  const draft = new MappingDraft(raw);
  draft.setObject(object);
  draft.set('dependentInput', undefined);
  draft.unmapAll();
  return draft.value;
}

/** Chooses in the list that depends on the object. Mappings stay: the fields of both choices are mostly the same. */
export function chooseDependent(raw: unknown, dependent: unknown): unknown {
  const draft = new MappingDraft(raw);
  draft.set('dependentInput', dependent);
  return draft.finish(readMapping(raw).object);
}

/** Maps fields of the application, by key; undefined clears. Keys that no row has are ignored. */
export function mapFields(
  raw: unknown,
  fields: ApplicationFields,
  choices: ReadonlyMap<string, unknown>,
): unknown {
  const mapping = readMapping(raw);
  const rows = readRows(fields, mapping).shown;
  const changed = rows.filter(({key, field}) => choices.has(key) && choices.get(key) !== field);
  if (changed.length === 0) return raw;
  const draft = new MappingDraft(raw);
  if (fields.kind === 'dynamic') draft.keepRows(rows);
  for (const row of changed) {
    const field = choices.get(row.key);
    if (fields.kind === 'dynamic') draft.mapEntry(row.key, field);
    else draft.removeEntries(row.key);
    draft.mapField(row.storedAs, field);
  }
  return draft.finish(mapping.object);
}

/** Brings back a field that is not shown. */
export function addRow(raw: unknown, fields: ApplicationFields, key: string): unknown {
  const mapping = readMapping(raw);
  const {shown, hidden} = readRows(fields, mapping);
  if (!hidden.some((field) => field.key === key)) return raw;
  const draft = new MappingDraft(raw);
  draft.keepRows(shown);
  draft.mapEntry(key, undefined);
  return draft.finish(mapping.object);
}

/** Takes a row away, with what it is mapped to; a field that a person created is gone with it. */
export function removeRow(raw: unknown, fields: ApplicationFields, key: string): unknown {
  const mapping = readMapping(raw);
  const rows = readRows(fields, mapping).shown;
  const row = rows.find((one) => one.key === key);
  if (!row?.removable) return raw;
  const draft = new MappingDraft(raw);
  draft.keepRows(rows);
  draft.removeEntries(key);
  draft.mapField(row.storedAs, undefined);
  if (row.created) draft.setCreated(mapping.userCreatedFields.filter((name) => name !== key));
  return draft.finish(mapping.object);
}

/** Why a name for a new field is refused. */
export type NameProblem = 'empty' | 'taken';

/** What is wrong with a name for a new field; undefined if nothing is. */
export function checkName(
  raw: unknown,
  fields: ApplicationFields,
  name: string,
): NameProblem | undefined {
  const wanted = name.trim().toLowerCase();
  if (wanted === '') return 'empty';
  const names = fields.fields.flatMap(({key, label}) => [key, label]);
  const all = [...names, ...readMapping(raw).userCreatedFields];
  return all.some((one) => one.trim().toLowerCase() === wanted) ? 'taken' : undefined;
}

/** Adds a field that the application does not offer. A name that {@link checkName} refuses changes nothing. */
export function createField(raw: unknown, fields: ApplicationFields, name: string): unknown {
  if (!fields.canCreate || checkName(raw, fields, name) !== undefined) return raw;
  const mapping = readMapping(raw);
  const key = name.trim();
  const draft = new MappingDraft(raw);
  draft.keepRows(readRows(fields, mapping).shown);
  draft.setCreated([...mapping.userCreatedFields, key]);
  draft.mapEntry(key, undefined);
  return draft.finish(mapping.object);
}
