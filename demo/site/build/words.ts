import {accounts} from '../../../src/i18n/en/accounts.js';
import {catalog} from '../../../src/i18n/en/catalog.js';
import {catalogExtras} from '../../../src/i18n/en/catalog-extras.js';
import {combobox} from '../../../src/i18n/en/combobox.js';
import {common} from '../../../src/i18n/en/common.js';
import {configurations} from '../../../src/i18n/en/configurations.js';
import {errors} from '../../../src/i18n/en/errors.js';
import {dialog} from '../../../src/i18n/en/dialog.js';
import {input} from '../../../src/i18n/en/input.js';
import {install} from '../../../src/i18n/en/install.js';
import {integration} from '../../../src/i18n/en/integration.js';
import {mapper} from '../../../src/i18n/en/mapper.js';
import {portal} from '../../../src/i18n/en/portal.js';
import {settings} from '../../../src/i18n/en/settings.js';

type Terms = Readonly<Record<string, unknown>>;

/** The English dictionary, by area. */
const AREAS: Readonly<Record<string, Terms>> = {
  common,
  errors,
  portal,
  catalog: {...catalog, ...catalogExtras},
  integration,
  install,
  accounts,
  settings: {...settings, ...configurations},
  mapper,
  input,
  combobox,
  dialog,
};

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
  return Object.entries(AREAS).map(([area, terms]) => ({
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
