/** One entry of `dynamicMappings`. */
export interface DynamicEntry {
  /** Its key in the object. */
  readonly mappingKey: string;
  readonly applicationField: string;
  /** Undefined while the row is there but nothing is chosen in it. */
  readonly integrationField: unknown;
}

/**
 * A saved field mapping as the kit understands it. Maps and arrays, so that `__proto__`, empty and numeric names are names like
 * any other.
 */
export interface FieldMapping {
  /** The chosen object of the integration; undefined for none. */
  readonly object: unknown;
  /** What was chosen for it in a second list; undefined for none. */
  readonly dependent: unknown;
  /** `fieldMappings`: fields of the integration by name of the application's field. */
  readonly fields: ReadonlyMap<string, unknown>;
  /** `dynamicMappings` in order; undefined if there is none, which is not the same as an empty one. */
  readonly entries: readonly DynamicEntry[] | undefined;
  readonly userCreatedFields: readonly string[];
}

/** An object from a backend, with string keys. */
export type Members = Readonly<Record<string, unknown>>;

/**
 * Reads a value of a FIELD_MAPPER in either vocabulary: the one of the SDK's types (`objectMapping`, `fieldMappings`,
 * `dynamicMappings`, `userCreatedFields`) and the one of the published example (`mainInput`, `dependentInput`, `fieldMappings`).
 */
export function readMapping(raw: unknown): FieldMapping {
  const members = membersOf(raw) ?? {};
  return {
    object: chosen(own(members, 'objectMapping')) ?? chosen(own(members, 'mainInput')),
    dependent: chosen(own(members, 'dependentInput')),
    fields: readFields(own(members, 'fieldMappings')),
    entries: readEntries(own(members, 'dynamicMappings')),
    userCreatedFields: readCreated(own(members, 'userCreatedFields')),
  };
}

/** Whether at least one field is mapped. */
export function hasMappedField({fields, entries = []}: FieldMapping): boolean {
  return fields.size > 0 || entries.some(({integrationField}) => integrationField !== undefined);
}

/** A choice; undefined for every way of having chosen nothing. */
export function chosen(value: unknown): unknown {
  return value === null || value === '' ? undefined : value;
}

/** An object that is no list; undefined for anything else. */
export function membersOf(value: unknown): Members | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Members) : undefined;
}

/** A member of an object's own: `toString` and its like are no field. */
export function own(members: Members, key: string): unknown {
  return Object.hasOwn(members, key) ? members[key] : undefined;
}

/** The application's field of an entry; its key stands in where the entry does not say. */
export function applicationFieldOf(mappingKey: string, raw: unknown): string {
  const members = membersOf(raw);
  const named = members && own(members, 'applicationField');
  if (typeof named === 'number') return String(named);
  return typeof named === 'string' ? named : mappingKey;
}

/** The integration's field of an entry. */
export function integrationFieldOf(raw: unknown): unknown {
  const members = membersOf(raw);
  return chosen(members ? own(members, 'integrationField') : raw);
}

function readFields(raw: unknown): ReadonlyMap<string, unknown> {
  const mapped = Object.entries(membersOf(raw) ?? {});
  return new Map(mapped.filter(([, field]) => chosen(field) !== undefined));
}

function readEntries(raw: unknown): readonly DynamicEntry[] | undefined {
  const members = membersOf(raw);
  if (!members) return undefined;
  return Object.entries(members).map(([mappingKey, entry]) => ({
    mappingKey,
    applicationField: applicationFieldOf(mappingKey, entry),
    integrationField: integrationFieldOf(entry),
  }));
}

function readCreated(raw: unknown): readonly string[] {
  if (!Array.isArray(raw)) return [];
  return [...new Set((raw as readonly unknown[]).filter((name) => typeof name === 'string'))];
}
