import {valueKey} from '../util/value-key.js';
import type {ApplicationFields} from './application-fields.js';
import {MappingDraft} from './mapping-draft.js';
import {chooseObject} from './mapping-edit.js';
import {readRows} from './mapping-rows.js';
import {readMapping} from './mapping-value.js';

/** What became of the value when another object was chosen. */
export interface ObjectChange {
  readonly value: unknown;
  /** How many mappings of the object before were set aside. */
  readonly setAside: number;
  /** How many of the new one are back. */
  readonly restored: number;
}

/**
 * Keeps the mappings of each object while another is chosen, so that a wrong choice costs nothing. They come back with the object,
 * exactly as they were; only rows that were added meanwhile stay.
 */
export class MappingMemory {
  readonly #values = new Map<string, unknown>();

  change(raw: unknown, fields: ApplicationFields, object: unknown): ObjectChange {
    const mapping = readMapping(raw);
    const setAside = countMapped(fields, raw);
    if (mapping.object !== undefined) this.#values.set(valueKey(mapping.object), raw);
    const key = valueKey(object);
    const kept = this.#values.get(key);
    if (object === undefined || kept === undefined) {
      return {value: chooseObject(raw, object), setAside, restored: 0};
    }
    this.#values.delete(key);
    return {
      value: withRowsOf(kept, raw, fields),
      setAside,
      restored: countMapped(fields, kept),
    };
  }

  /** Forgets everything: the value is another one now. */
  clear(): void {
    this.#values.clear();
  }
}

function countMapped(fields: ApplicationFields, raw: unknown): number {
  return readRows(fields, readMapping(raw)).shown.filter(({field}) => field !== undefined).length;
}

/** A value with the rows of another one besides its own. */
function withRowsOf(value: unknown, other: unknown, fields: ApplicationFields): unknown {
  if (fields.kind === 'static') return value;
  const mapping = readMapping(value);
  const created = readMapping(other).userCreatedFields;
  const names = [...new Set([...mapping.userCreatedFields, ...created])];
  const own = new Set(readRows(fields, mapping).shown.map(({key}) => key));
  const added = readRows(fields, readMapping(other)).shown.filter(({key}) => !own.has(key));
  if (added.length === 0) return value;
  const draft = new MappingDraft(value);
  draft.keepRows(readRows(fields, mapping).shown);
  if (names.length > mapping.userCreatedFields.length) draft.setCreated(names);
  for (const {key} of added) draft.mapEntry(key, undefined);
  return draft.finish(mapping.object);
}
