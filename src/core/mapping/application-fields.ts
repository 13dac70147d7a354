import type {ConnectInput} from '../sdk.js';
import {membersOf, own, type Members} from './mapping-value.js';

/** A field of the host's application, to which one of the integration is mapped. */
export interface ApplicationField {
  /** What tells it from every other: its `value`, or its label where it has none. */
  readonly key: string;
  /** Hostile text. */
  readonly label: string;
  /** The host's addition to the SDK's type: without a mapping the whole value is wrong. */
  readonly required: boolean;
}

/** Which rows a mapper has, and what people may do with them. */
export interface ApplicationFields {
  /** `static` rows come from the input and are stored by label; `dynamic` ones come from the host and are stored by value. */
  readonly kind: 'static' | 'dynamic';
  readonly fields: readonly ApplicationField[];
  /** Keys of the rows that are there from the start. */
  readonly defaults: ReadonlySet<string>;
  readonly canRemove: boolean;
  readonly canCreate: boolean;
}

/**
 * The rows of a mapper.
 * @param options `mapObjectFieldOptions` of the sources: a list of fields, or that with options; absent for a static mapper
 */
export function readApplicationFields(
  input: ConnectInput | undefined,
  options?: unknown,
): ApplicationFields {
  if (Array.isArray(options)) return dynamic(readFields(options), {});
  const members = membersOf(options);
  if (members) return dynamic(readFields(own(members, 'fields')), members);
  const fields = readFields(input?.savedFieldMappings);
  return {
    kind: 'static',
    fields,
    defaults: keysOf(fields),
    canRemove: false,
    canCreate: false,
  };
}

function dynamic(fields: readonly ApplicationField[], options: Members): ApplicationFields {
  const canRemove = own(options, 'userCanRemoveMappings') === true;
  const canCreate = own(options, 'userCanCreateFields') === true;
  const named = own(options, 'defaultFields');
  const all = keysOf(fields);
  let defaults = all;
  if (Array.isArray(named)) {
    const wanted = new Set((named as readonly unknown[]).map((key) => nameOf(key)));
    const known = new Set([...all].filter((key) => wanted.has(key)));
    // Nothing to start with makes sense only where people can add something.
    if (known.size > 0 || canRemove || canCreate) defaults = known;
  }
  return {kind: 'dynamic', fields, defaults, canRemove, canCreate};
}

/** Fields without a name are left out, and of those with the same key the first counts: both could not be told apart later. */
function readFields(raw: unknown): readonly ApplicationField[] {
  if (!Array.isArray(raw)) return [];
  const fields = new Map<string, ApplicationField>();
  for (const item of raw as readonly unknown[]) {
    const members = membersOf(item);
    const label = nameOf(members ? own(members, 'label') : item);
    const key = (members && nameOf(own(members, 'value'))) ?? label;
    if (key === undefined || fields.has(key)) continue;
    const required = members !== undefined && own(members, 'required') === true;
    fields.set(key, {key, label: label?.trim() ? label : key, required});
  }
  return [...fields.values()];
}

function keysOf(fields: readonly ApplicationField[]): ReadonlySet<string> {
  return new Set(fields.map(({key}) => key));
}

function nameOf(raw: unknown): string | undefined {
  if (typeof raw === 'number') return String(raw);
  return typeof raw === 'string' ? raw : undefined;
}
