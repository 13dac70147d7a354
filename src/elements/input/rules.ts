import {hasMappedField, readMapping} from '../../core/mapping/mapping-value.js';
import type {Problem, Rules} from './control.js';
import {grant, scopesIn, scopesOf} from './scopes.js';

const MISSING: Problem = {flag: 'valueMissing', term: 'missing'};
/** The pattern of `<input type="email">` in the HTML standard. */
const EMAIL =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i;
/** Digits with a point, in every language: what the backends read. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** Schemes that have a host in them, or none at all, and yet run or read something here. */
const LOCAL_SCHEME = /^(?:javascript|vbscript|data|blob|file|about):/i;

/** Text of anything plain; objects have none. */
export function textOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value);
    default:
      return '';
  }
}

/** Strings as they are, anything else as JSON; nothing for nothing. */
export function formValue(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? null : JSON.stringify(value);
}

function text(wrong?: (value: string) => Problem | undefined, secret = false): Rules {
  return {
    read: textOf,
    validate(value, _input, required) {
      const given = textOf(value);
      if (given.trim() === '') return required ? MISSING : undefined;
      return wrong?.(given.trim());
    },
    toFormValue: formValue,
    secret,
    requirable: true,
  };
}

export const textRules = text();
export const secretRules = text(undefined, true);

export const emailRules = text((value) =>
  EMAIL.test(toAscii(value)) ? undefined : {flag: 'typeMismatch', term: 'notAnEmail'},
);

export const urlRules = text((value) =>
  isUrl(value) ? undefined : {flag: 'typeMismatch', term: 'notAUrl'},
);

export const numberRules = text((value) =>
  NUMBER.test(value) ? undefined : {flag: 'badInput', term: 'notANumber'},
);

export const switchRules: Rules = {
  read: (value) => value === true || value === 'true',
  validate: () => undefined,
  toFormValue: formValue,
  requirable: false,
};

const kept = (value: unknown): unknown => value;
const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** The value of an option, whose type is kept. */
export const choiceRules: Rules = {
  read: kept,
  validate: (value, _input, required) =>
    required && isEmpty(value) ? {flag: 'valueMissing', term: 'notChosen'} : undefined,
  toFormValue: formValue,
  requirable: true,
};

/** `{mainInput, dependentInput}`. The fields that a DYNAMIC_COMBO_INPUT has besides are known only once they are loaded. */
export const comboRules: Rules = {
  read: kept,
  validate(value, _input, required) {
    if (!required) return undefined;
    const {mainInput, dependentInput} = comboValue(value);
    return isEmpty(mainInput) || isEmpty(dependentInput)
      ? {flag: 'valueMissing', term: 'notChosen'}
      : undefined;
  },
  toFormValue: formValue,
  requirable: true,
};

/** Scopes in a string, with spaces between them; those that are required are always among them. */
export const permissionRules: Rules = {
  read: (value, input) => grant(scopesOf(input, value), scopesIn(value)),
  validate: (value, _input, required) =>
    required && isEmpty(value) ? {flag: 'valueMissing', term: 'notGranted'} : undefined,
  toFormValue: formValue,
  requirable: true,
};

/** The content of a file. */
export const fileRules: Rules = {
  read: (value) => (typeof value === 'string' && value !== '' ? value : undefined),
  validate: (value, _input, required) =>
    required && isEmpty(value) ? {flag: 'valueMissing', term: 'notChosenFile'} : undefined,
  toFormValue: formValue,
  requirable: true,
};

/**
 * What is known of a field mapping before its rows are: `required` asks for an object and one field of it. Which rows are needed is
 * up to their fields, since a person cannot map what the integration has no counterpart for.
 */
export const mapperRules: Rules = {
  read: (value) => value,
  validate(value, _input, required) {
    if (!required) return undefined;
    const mapping = readMapping(value);
    return mapping.object !== undefined && hasMappedField(mapping)
      ? undefined
      : {flag: 'valueMissing', term: 'notMapped'};
  },
  toFormValue: formValue,
  requirable: true,
};

/** Shown, and never answered. */
export const shownRules: Rules = {
  read: kept,
  validate: () => undefined,
  toFormValue: () => null,
  requirable: false,
};

/** Kept as it is: nothing is known of what would be right. */
export const untouchedRules: Rules = {
  read: kept,
  validate: () => undefined,
  toFormValue: formValue,
  requirable: false,
};

/** The value of a COMBO_INPUT, or with `variableInput` of a DYNAMIC_COMBO_INPUT, and whatever else is in it. */
export type ComboValue = Readonly<Record<string, unknown>> & {
  readonly mainInput?: unknown;
  readonly dependentInput?: unknown;
  readonly variableInput?: unknown;
};

/** Reads the value of a combo; anything else is one without members. */
export function comboValue(value: unknown): ComboValue {
  return typeof value === 'object' && value !== null ? {...value} : {};
}

function isUrl(value: string): boolean {
  if (LOCAL_SCHEME.test(value)) return false;
  try {
    return new URL(value).host !== '';
  } catch {
    return false;
  }
}

/** Some browsers turn the domain of an address into ASCII, others leave that to the page. */
function toAscii(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  if (/^[!-~]*$/.test(domain) || /[\s/?#:\\]/.test(domain)) return address;
  try {
    return `${address.slice(0, at)}@${new URL(`https://${domain}`).hostname}`;
  } catch {
    return address;
  }
}
