import {own, type Members} from './mapping-value.js';

/** What a sample record has for a field. */
export type PreviewValue =
  | {readonly status: 'present'; readonly text: string}
  /** The record has the field, with nothing in it. */
  | {readonly status: 'empty'}
  /** The record does not have the field. */
  | {readonly status: 'missing'};

/** More of a value than that is not shown (UTF-16 units). */
const LONG = 200;
const MISSING: PreviewValue = {status: 'missing'};
const EMPTY: PreviewValue = {status: 'empty'};

/**
 * Looks a field up in a record: under its name as it is, else along its dots and brackets (`address.city`, `lines[0].sku`). Where
 * several names could be meant (`label` besides `value`) the first that is there counts.
 */
export function previewOf(sample: unknown, ...names: readonly string[]): PreviewValue {
  for (const name of names) {
    const found = lookUp(sample, name);
    if (found) return describe(found.value);
  }
  return MISSING;
}

interface Found {
  readonly value: unknown;
}

function lookUp(record: unknown, name: string): Found | undefined {
  const members = readable(record);
  if (!members) return undefined;
  if (Object.hasOwn(members, name)) return {value: members[name]};
  const path = name.replace(/\[(\d+)\]/g, '.$1');
  // Longest first: `a.b` may be one name in the record, and the rest a path in what it holds.
  for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
    const head = path.slice(0, dot);
    if (!Object.hasOwn(members, head)) continue;
    const found = lookUp(own(members, head), path.slice(dot + 1));
    if (found) return found;
  }
  return path !== name && Object.hasOwn(members, path) ? {value: members[path]} : undefined;
}

function readable(record: unknown): Members | undefined {
  return typeof record === 'object' && record !== null ? (record as Members) : undefined;
}

function describe(value: unknown): PreviewValue {
  const text = textOf(value);
  if (text.trim() === '') return EMPTY;
  return {status: 'present', text: text.length > LONG ? `${text.slice(0, LONG - 1)}…` : text};
}

function textOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value);
    case 'object':
      return value === null ? '' : objectText(value);
    default:
      return '';
  }
}

function objectText(value: object): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) {
    return value.map((item) => textOf(item)).join(', ');
  }
  try {
    return JSON.stringify(value);
  } catch {
    // It contains itself.
    return '';
  }
}
