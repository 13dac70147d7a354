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
  /** Whether the tag names no region: it stands for all of them. */
  readonly isGeneral: boolean;
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
    .map(({tag, parts}) => ({tag, distance: distanceOf(reader, parts)}))
    .sort((a, b) => a.distance - b.distance)
    .map(({tag}) => tag);
}

function partsOf(tag: string): Parts {
  const locale = new Intl.Locale(canonicalLanguage(tag));
  const {language, script = '', region = ''} = locale.maximize();
  const isGeneral = locale.region === undefined;
  return {own: language, language: READ[language] ?? language, script, region, isGeneral};
}

function distanceOf(reader: Parts, parts: Parts): number {
  return (parts.own === reader.own ? 0 : 10) + distanceWithin(reader, parts);
}

function distanceWithin(reader: Parts, {region, isGeneral}: Parts): number {
  // One that stands for all regions is behind one that names the reader's.
  if (region === reader.region) return isGeneral ? 1 : 0;
  const parent = PARENTS[reader.language]?.(reader.region).indexOf(region) ?? -1;
  if (parent >= 0) return 2 + parent;
  return isGeneral ? 4 : 5;
}
