import type {ConnectInput} from '../../core/sdk.js';

/** One permission as it is offered. Texts are the backend's. */
export interface Scope {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly required: boolean;
  /** It was granted before and is not on offer any more. */
  readonly unknown: boolean;
}

/** The scopes of a PERMISSION input, in their order, then those that only `value` or `requiredScopes` name. */
export function scopesOf(input: ConnectInput, value: unknown): readonly Scope[] {
  const required = new Set(namesIn(input.requiredScopes));
  const scopes = new Map<string, Scope>();
  const {values} = (input.scopes ?? {}) as {readonly values?: unknown};
  for (const raw of Array.isArray(values) ? (values as readonly unknown[]) : []) {
    if (typeof raw !== 'object' || raw === null) continue;
    const {name, label, description, required: needed} = raw as Record<string, unknown>;
    if (typeof name !== 'string' || name === '' || scopes.has(name)) continue;
    scopes.set(name, {
      name,
      label: typeof label === 'string' && label.trim() !== '' ? label : name,
      description: typeof description === 'string' ? description : '',
      required: needed === true || required.has(name),
      unknown: false,
    });
  }
  for (const name of [...required, ...scopesIn(value)]) {
    if (scopes.has(name)) continue;
    const needed = required.has(name);
    scopes.set(name, {name, label: name, description: '', required: needed, unknown: !needed});
  }
  return [...scopes.values()];
}

/** The scopes that a value grants. */
export function scopesIn(value: unknown): ReadonlySet<string> {
  return new Set(typeof value === 'string' ? value.split(/\s+/).filter((name) => name !== '') : []);
}

/** A value that grants these scopes, in the order in which they are offered. */
export function grant(scopes: readonly Scope[], granted: ReadonlySet<string>): string {
  return scopes
    .filter(({name, required}) => required || granted.has(name))
    .map(({name}) => name)
    .join(' ');
}

function namesIn(raw: unknown): readonly string[] {
  if (!Array.isArray(raw)) return [];
  return (raw as readonly unknown[]).filter(
    (name) => typeof name === 'string' && name !== '',
  ) as string[];
}
