import type {ApplicationField, ApplicationFields} from './application-fields.js';
import type {FieldMapping} from './mapping-value.js';

/** One line of a mapper: a field of the application, and the field of the integration that it is mapped to. */
export interface MappingRow extends ApplicationField {
  /** Named by a person. */
  readonly created: boolean;
  readonly removable: boolean;
  /** Value of the integration's field, of the type it was saved with; undefined while nothing is chosen. */
  readonly field: unknown;
  /** Its key in `fieldMappings`: as it was found there, so that whoever wrote it still understands it. */
  readonly storedAs: string;
}

/** The rows that are there, and the fields that could be added. */
export interface MappingRows {
  readonly shown: readonly MappingRow[];
  readonly hidden: readonly ApplicationField[];
}

/**
 * Brings the application's fields and a saved mapping together. Rows are in the application's order, those that people created
 * last, so that a mapper which is opened again looks as it was left. Mappings of fields that are not on offer stay in the value,
 * unseen.
 */
export function readRows(fields: ApplicationFields, mapping: FieldMapping): MappingRows {
  const find = finder(fields, mapping);
  const isShown = shownTest(fields, mapping, find);
  const shown: MappingRow[] = [];
  const hidden: ApplicationField[] = [];
  const keys = new Set<string>();
  for (const field of fields.fields) {
    keys.add(field.key);
    if (!isShown(field)) hidden.push(field);
    else {
      // What is required cannot be got rid of by taking it away.
      const removable = !field.required && (fields.canRemove || !fields.defaults.has(field.key));
      shown.push({...field, ...find(field), created: false, removable});
    }
  }
  if (fields.kind === 'dynamic') {
    for (const key of mapping.userCreatedFields) {
      if (keys.has(key)) continue;
      const field = {key, label: key, required: false};
      shown.push({...field, ...find(field), created: true, removable: true});
    }
  }
  return {shown, hidden};
}

type Found = Pick<MappingRow, 'field' | 'storedAs'>;
type Find = (field: ApplicationField) => Found;

function finder({kind, fields}: ApplicationFields, mapping: FieldMapping): Find {
  const entries = new Map<string, unknown>();
  for (const {applicationField, integrationField} of mapping.entries ?? []) {
    entries.set(applicationField, entries.get(applicationField) ?? integrationField);
  }
  const isOwnLabel = labelTest(fields);
  return (field) => {
    const {key, label} = field;
    // The published example stores by label.
    const isByLabel = !mapping.fields.has(key) && mapping.fields.has(label) && isOwnLabel(field);
    const storedAs = isByLabel ? label : key;
    const inFields = mapping.fields.get(storedAs);
    if (kind === 'static') return {field: inFields ?? entries.get(key), storedAs};
    // A row without a choice among the entries was cleared there: an older copy of the choice does not count.
    return {field: entries.has(key) ? entries.get(key) : inFields, storedAs};
  };
}

/** Whether a label belongs to one field only, and is no other field's key. */
function labelTest(fields: readonly ApplicationField[]): (field: ApplicationField) => boolean {
  const uses = new Map<string, number>();
  const keys = new Set<string>();
  for (const {key, label} of fields) {
    keys.add(key);
    uses.set(label, (uses.get(label) ?? 0) + 1);
  }
  return ({label}) => uses.get(label) === 1 && !keys.has(label);
}

function shownTest(
  {kind, defaults, canRemove}: ApplicationFields,
  {entries}: FieldMapping,
  find: Find,
): (field: ApplicationField) => boolean {
  if (kind === 'static') return () => true;
  const listed = new Set(entries?.map(({applicationField}) => applicationField));
  // Once somebody has chosen rows, that choice counts, not the host's proposal.
  const proposed = entries && canRemove ? new Set<string>() : defaults;
  return (field) =>
    field.required ||
    listed.has(field.key) ||
    proposed.has(field.key) ||
    find(field).field !== undefined;
}
