import {canonicalLanguage} from './registered.js';

/**
 * Regions whose words are nearer to each other than to the language's usual ones, as CLDR's parent locales have it:
 * https://www.unicode.org/reports/tr35/#Parent_Locales
 */
const PARENTS: Readonly<Partial<Record<string, (region: string) => readonly string[]>>> = {
  en: (region) => (/^(US|PH|PR|GU|UM|VI|AS|MP|BI)$/.test(region) ? [] : ['001', 'GB']),
  es: (region) => (/^(ES|GQ|EA|IC|PH)$/.test(region) ? [] : ['419', 'MX']),
  pt: (region) => (region === 'BR' ? [] : ['PT']),
  zh: (region) => (region === 'MO' ? ['HK'] : []),
};

/** Languages whose readers read another one where there is nothing in their own. */
const READ: Readonly<Partial<Record<string, string>>> = {
  bs: 'hr',
  gsw: 'de',
  lb: 'de',
  nn: 'nb',
  no: 'nb',
  yue: 'zh',
};

interface Parts {
  /** As the tag has it, and which one stands for it here. */
  readonly own: string;
  readonly language: string;
  readonly script: string;
  readonly region: string;
}

/**
 * Those of some languages that serve a reader of `wanted`, the nearest first; empty if none does. Another script of the language is
 * better than none, but not mixed with the right one.
 */
export function matchLanguages(wanted: string, available: readonly string[]): readonly string[] {
  const reader = partsOf(wanted);
  const near = available
    .map((tag) => ({tag, parts: partsOf(tag)}))
    .filter(({parts}) => parts.language === reader.language);
  const readable = near.filter(({parts}) => parts.script === reader.script);
  return (readable.length > 0 ? readable : near)
    .map(({tag, parts}) => ({tag, distance: distanceOf(reader, parts, tag)}))
    .sort((a, b) => a.distance - b.distance)
    .map(({tag}) => tag);
}

function partsOf(tag: string): Parts {
  const {language, script = '', region = ''} = new Intl.Locale(canonicalLanguage(tag)).maximize();
  return {own: language, language: READ[language] ?? language, script, region};
}

function distanceOf(reader: Parts, parts: Parts, tag: string): number {
  return (parts.own === reader.own ? 0 : 10) + distanceWithin(reader, parts, tag);
}

function distanceWithin(reader: Parts, {region}: Parts, tag: string): number {
  const isGeneral = new Intl.Locale(canonicalLanguage(tag)).region === undefined;
  // A tag without a region stands for all of them, and is behind one that names the reader's.
  if (region === reader.region) return isGeneral ? 1 : 0;
  const parent = PARENTS[reader.language]?.(reader.region).indexOf(region) ?? -1;
  if (parent >= 0) return 2 + parent;
  return isGeneral ? 4 : 5;
}
