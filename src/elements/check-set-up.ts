import {LitElement} from 'lit';
import {PgError} from '../core/errors.js';
import {report} from './emit.js';
import {INPUT_TYPES} from './input/input-types.js';

/**
 * What is wrong with how a host has set an element up, as far as the element itself would only stay silent or odd. Loaded where there
 * is a sign of it, or a property that is easy to get wrong.
 */
export function checkSetUp(element: HTMLElement): void {
  for (const {name, value} of element.attributes) checkAttribute(element, name, value);
  if (element.localName !== 'pg-portal' && Reflect.get(element, 'integration') === '') {
    const message = `<${element.localName}> has no integration.`;
    report(element, new PgError('integration-missing', message));
  }
  const checks = CHECKS[element.localName] ?? {};
  for (const [property, check] of Object.entries(checks)) {
    const value: unknown = Reflect.get(element, property);
    // What frameworks set to nothing; the empty text is what some make of it.
    if (value !== undefined && value !== null && value !== '')
      check(value, new Property(element, property));
  }
}

/** Complains about portals that sign different users in to one SDK: each would take it from the other. */
export function checkUsers(
  users: ReadonlyMap<HTMLElement & {readonly sdk: unknown}, string>,
): void {
  const first = new Map<unknown, string>();
  for (const [portal, userId] of users) {
    const sdk = portal.sdk ?? undefined;
    const other = first.get(sdk) ?? userId;
    first.set(sdk, other);
    if (other === userId) continue;
    const message = `Two portals sign in to one SDK, as "${other}" and as "${userId}".`;
    report(portal, new PgError('user-conflict', message));
  }
}

/** Complains about one property of one element. */
class Property {
  readonly #element: HTMLElement;
  readonly #name: string;

  constructor(element: HTMLElement, name: string) {
    this.#element = element;
    this.#name = name;
  }

  isWrong(why: string, facts: {readonly wrong?: string; readonly known?: readonly string[]} = {}) {
    const message = `${this.#name} of <${this.#element.localName}> ${why}.`;
    report(this.#element, new PgError('bad-input', message), {property: this.#name, ...facts});
  }

  /** Integrations of the project; none while they are not known. */
  get integrations(): readonly string[] {
    const {current, session} = this.#element as {current?: Known; session?: Known};
    return (session ?? current)?.snapshot.integrations.map(({type}) => type) ?? [];
  }

  knows(types: readonly string[]): void {
    const known = this.integrations;
    for (const wrong of known.length > 0 ? types.filter((type) => !known.includes(type)) : [])
      this.isWrong(`names "${wrong}", which the project does not have`, {wrong, known});
  }
}

interface Known {
  readonly snapshot: {readonly integrations: readonly {readonly type: string}[]};
}

type Check = (value: unknown, property: Property) => void;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isFunction: Check = (value, property) => {
  if (typeof value !== 'function') property.isWrong(`is no function but of type ${typeof value}`);
};

const oneOf =
  (...known: readonly string[]): Check =>
  (value, property) => {
    if (!known.includes(String(value)))
      property.isWrong(`is "${String(value)}", none of ${known.join(', ')}`, {
        wrong: String(value),
        known,
      });
  };

const keysOf =
  (...known: readonly string[]): Check =>
  (value, property) => {
    if (!isObject(value)) {
      property.isWrong(`is no object but of type ${typeof value}`);
      return;
    }
    for (const wrong of Object.keys(value).filter((key) => !known.includes(key)))
      property.isWrong(`has a key "${wrong}" that nothing reads`, {wrong, known});
  };

const types: Check = (value, property) => {
  const named = typeof value === 'string' ? value.split(/[\s,]+/).filter(Boolean) : value;
  if (Array.isArray(named)) property.knows(named.map(String));
  else property.isWrong('is neither a text nor an array of types');
};

const groups: Check = (value, property) => {
  if (!Array.isArray(value)) {
    property.isWrong('is no array of {label, integrations}');
    return;
  }
  for (const group of value as readonly unknown[]) {
    if (!isObject(group) || typeof group['label'] !== 'string')
      property.isWrong('has a group without a label');
    else if (!Array.isArray(group['integrations']))
      property.isWrong(`has no array of integrations in the group "${group['label']}"`);
    else property.knows(group['integrations'].map(String));
  }
};

const inputs: Check = (value, property) => {
  if (!isObject(value)) {
    property.isWrong(`is no object but of type ${typeof value}`);
    return;
  }
  const entries: readonly (readonly [unknown, unknown])[] =
    value instanceof Map ? [...value.entries()] : Object.entries(value);
  for (const [key, replacement] of entries) {
    const wrong = String(key);
    if (!INPUT_TYPES.some((type) => type === wrong))
      property.isWrong(`has "${wrong}", which is no type of input`, {wrong, known: INPUT_TYPES});
    else if (typeof replacement === 'string' && !customElements.get(replacement.toLowerCase()))
      property.isWrong(`names <${replacement}> for ${wrong}, which is not defined`);
    else if (typeof replacement !== 'string' && typeof replacement !== 'function')
      property.isWrong(`has neither a tag nor a function for ${wrong}`);
  }
};

const host: Check = (value, property) => {
  if (/[/:\s]/.test(String(value)))
    property.isWrong(`is "${String(value)}": give the domain alone, such as integrations.acme.com`);
};

const section = oneOf('overview', 'accounts', 'settings', 'workflows', 'connect');

const configurations = oneOf('auto', 'choose', 'manage');

const syncUrl: Check = (value, property) => {
  if (!/^[?#]./.test(String(value)))
    property.isWrong(`is "${String(value)}": give "?" or "#" and a name, such as "?integration"`);
};

const CHECKS: Readonly<Partial<Record<string, Readonly<Record<string, Check>>>>> = {
  'pg-catalog': {layout: oneOf('grid', 'list'), include: types, exclude: types, groups},
  'pg-integration': {section, configurations},
  'pg-portal': {
    section,
    syncUrl,
    inputs,
    dataSources: keysOf('dropdowns', 'mapObjectFields', 'integrationSpecificSources'),
    getUserToken: isFunction,
    accountName: isFunction,
    renameAccount: isFunction,
    host,
    tokenMethod: oneOf('GET', 'POST', 'get', 'post'),
  },
  'pg-user-settings': {configurations, section: oneOf('all', 'settings', 'workflows')},
};

function whatCame(
  type: unknown,
  attribute: boolean | string | undefined,
  name: string,
  value: string,
): string | undefined {
  if (value.startsWith('[object ') || attribute === false)
    return `is the text "${value.slice(0, 40)}"`;
  // As frameworks write a property of what they do not know, and people the attribute.
  if (typeof attribute === 'string' && attribute !== name)
    return `came as the attribute ${name}, which nothing reads: it is ${attribute}`;
  return type === Boolean && value === 'false' ? 'is true, whatever its text says' : undefined;
}

/** Tells what arrived as text because it was set before the element was defined. */
function checkAttribute(element: HTMLElement, name: string, value: string): void {
  const {elementProperties} = element.constructor as typeof LitElement;
  const found = [...elementProperties].find(
    ([key, {attribute}]) => attribute === name || String(key).toLowerCase() === name,
  );
  if (!found) return;
  const [key, {type, attribute}] = found;
  const what = whatCame(type, attribute, name, value);
  if (what === undefined) return;
  report(
    element,
    new PgError('property-stringified', `${String(key)} of <${element.localName}> ${what}.`),
    {property: String(key)},
  );
}
