import {english} from '../../../src/i18n/english.js';

/** One key of the dictionary. */
export interface Word {
  readonly key: string;
  /** The English words, with what is filled in between braces. */
  readonly english: string;
  /** Names of what a function of this key gets; undefined for plain words. */
  readonly parameters: readonly string[] | undefined;
}

/** The dictionary, area by area. */
export function readWords(): readonly {readonly area: string; readonly words: readonly Word[]}[] {
  return Object.entries<Readonly<Record<string, unknown>>>(english).map(([area, terms]) => ({
    area,
    words: Object.entries(terms).map(([key, term]) => wordOf(key, term)),
  }));
}

function wordOf(key: string, term: unknown): Word {
  if (typeof term !== 'function') return {key, english: String(term), parameters: undefined};
  const say = term as (...values: string[]) => string;
  const parameters = parametersOf(say);
  return {key, english: say(...parameters.map((name) => `{${name}}`)), parameters};
}

function parametersOf(term: (...values: string[]) => string): readonly string[] {
  const list = /^\(?([^)=]*)\)?\s*=>/.exec(term.toString())?.[1] ?? '';
  return list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}
