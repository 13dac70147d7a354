import type {MappingRow} from './mapping-rows.js';
import {applicationFieldOf, chosen, integrationFieldOf, membersOf} from './mapping-value.js';

/**
 * A value of a field mapping while it is being changed. The members are maps in between, since a plain object would take some names
 * (`__proto__`) for something else; the result has plain members again.
 */
export class MappingDraft {
  readonly #raw: unknown;
  readonly #members: Map<string, unknown>;
  readonly #fields: Map<string, unknown>;
  readonly #entries: Map<string, unknown>;
  #hasEntries: boolean;
  #isChanged = false;

  constructor(raw: unknown) {
    this.#raw = raw;
    this.#members = toMap(raw);
    this.#fields = toMap(this.#members.get('fieldMappings'));
    this.#entries = toMap(this.#members.get('dynamicMappings'));
    this.#hasEntries = membersOf(this.#members.get('dynamicMappings')) !== undefined;
  }

  /** The changed value; the one from before if nothing was changed. */
  get value(): unknown {
    return this.#isChanged ? Object.fromEntries(this.#members) : this.#raw;
  }

  /** The value, with the object under both its names. */
  finish(object: unknown): unknown {
    if (this.#isChanged) this.setObject(object);
    return this.value;
  }

  /** Sets a member; undefined removes it. */
  set(name: string, value: unknown): void {
    const isNothing = chosen(value) === undefined;
    if (isNothing ? !this.#members.has(name) : this.#members.get(name) === value) return;
    if (isNothing) this.#members.delete(name);
    else this.#members.set(name, value);
    this.#isChanged = true;
  }

  setObject(object: unknown): void {
    this.set('objectMapping', object);
    this.set('mainInput', object);
  }

  setCreated(names: readonly string[]): void {
    this.set('userCreatedFields', names);
  }

  /** Makes the rows that are shown explicit, so that the same ones are shown when the value is read again. */
  keepRows(rows: readonly MappingRow[]): void {
    if (this.#hasEntries) {
      const listed = this.#listed();
      for (const {key, field} of rows) if (!listed.has(key)) this.#addEntry(key, field);
    } else {
      for (const {key, field} of rows) this.#addEntry(key, field);
    }
    this.#writeEntries();
    this.set('mappingType', 'DYNAMIC');
  }

  /** Maps a row of the host's or a person's own field; undefined leaves it there without a choice. */
  mapEntry(applicationField: string, integrationField: unknown): void {
    let isFirst = true;
    for (const [mappingKey, entry] of [...this.#entries]) {
      if (applicationFieldOf(mappingKey, entry) !== applicationField) continue;
      if (isFirst)
        this.#entries.set(mappingKey, withField(entry, applicationField, integrationField));
      else this.#entries.delete(mappingKey);
      isFirst = false;
    }
    if (isFirst) this.#addEntry(applicationField, integrationField);
    this.#writeEntries();
  }

  removeEntries(applicationField: string): void {
    let isRemoved = false;
    for (const [mappingKey, entry] of [...this.#entries]) {
      if (applicationFieldOf(mappingKey, entry) !== applicationField) continue;
      isRemoved = this.#entries.delete(mappingKey) || isRemoved;
    }
    if (isRemoved) this.#writeEntries();
  }

  /** Writes `fieldMappings`; undefined removes the name. */
  mapField(name: string, integrationField: unknown): void {
    if (chosen(integrationField) !== undefined) this.#fields.set(name, integrationField);
    else if (!this.#fields.delete(name)) return;
    this.#write('fieldMappings', this.#fields);
  }

  /** Takes every choice away, but no row. */
  unmapAll(): void {
    if (this.#fields.size > 0) {
      this.#fields.clear();
      this.#write('fieldMappings', this.#fields);
    }
    for (const [mappingKey, entry] of [...this.#entries]) {
      if (integrationFieldOf(entry) === undefined) continue;
      const applicationField = applicationFieldOf(mappingKey, entry);
      this.#entries.set(mappingKey, withField(entry, applicationField, undefined));
      this.#writeEntries();
    }
  }

  #listed(): ReadonlySet<string> {
    return new Set(
      [...this.#entries].map(([mappingKey, entry]) => applicationFieldOf(mappingKey, entry)),
    );
  }

  #addEntry(applicationField: string, integrationField: unknown): void {
    let mappingKey = applicationField;
    for (let copy = 2; this.#entries.has(mappingKey); copy += 1) {
      mappingKey = `${applicationField} ${copy}`;
    }
    this.#entries.set(mappingKey, withField({}, applicationField, integrationField));
  }

  #writeEntries(): void {
    this.#hasEntries = true;
    this.#write('dynamicMappings', this.#entries);
  }

  #write(name: string, members: ReadonlyMap<string, unknown>): void {
    this.#members.set(name, Object.fromEntries(members));
    this.#isChanged = true;
  }
}

function toMap(raw: unknown): Map<string, unknown> {
  return new Map(Object.entries(membersOf(raw) ?? {}));
}

/** An entry with another field in it; what else it says stays. */
function withField(entry: unknown, applicationField: string, integrationField: unknown): unknown {
  const members = toMap(entry);
  members.set('applicationField', applicationField);
  if (chosen(integrationField) === undefined) members.delete('integrationField');
  else members.set('integrationField', integrationField);
  return Object.fromEntries(members);
}
