/**
 * Loads the words of a page's languages when they are needed.
 * @packageDocumentation
 */
import {matchLanguages} from './match-language.js';
import {registered} from './registered.js';

/** The languages of the kit by BCP 47 tag; each registers itself. */
const LANGUAGES: Readonly<Record<string, () => Promise<unknown>>> = {
  ar: () => import('./languages/ar.js'),
  bg: () => import('./languages/bg.js'),
  bn: () => import('./languages/bn.js'),
  ca: () => import('./languages/ca.js'),
  cs: () => import('./languages/cs.js'),
  da: () => import('./languages/da.js'),
  de: () => import('./languages/de.js'),
  el: () => import('./languages/el.js'),
  'en-GB': () => import('./languages/en-GB.js'),
  'en-XA': () => import('./languages/en-XA.js'),
  es: () => import('./languages/es.js'),
  'es-419': () => import('./languages/es-419.js'),
  et: () => import('./languages/et.js'),
  fa: () => import('./languages/fa.js'),
  fi: () => import('./languages/fi.js'),
  fr: () => import('./languages/fr.js'),
  he: () => import('./languages/he.js'),
  hi: () => import('./languages/hi.js'),
  hr: () => import('./languages/hr.js'),
  hu: () => import('./languages/hu.js'),
  id: () => import('./languages/id.js'),
  it: () => import('./languages/it.js'),
  ja: () => import('./languages/ja.js'),
  ko: () => import('./languages/ko.js'),
  lt: () => import('./languages/lt.js'),
  lv: () => import('./languages/lv.js'),
  ms: () => import('./languages/ms.js'),
  nb: () => import('./languages/nb.js'),
  nl: () => import('./languages/nl.js'),
  pl: () => import('./languages/pl.js'),
  'pt-BR': () => import('./languages/pt-BR.js'),
  'pt-PT': () => import('./languages/pt-PT.js'),
  ro: () => import('./languages/ro.js'),
  ru: () => import('./languages/ru.js'),
  sk: () => import('./languages/sk.js'),
  sl: () => import('./languages/sl.js'),
  sr: () => import('./languages/sr.js'),
  'sr-Latn': () => import('./languages/sr-Latn.js'),
  sv: () => import('./languages/sv.js'),
  th: () => import('./languages/th.js'),
  tr: () => import('./languages/tr.js'),
  uk: () => import('./languages/uk.js'),
  ur: () => import('./languages/ur.js'),
  vi: () => import('./languages/vi.js'),
  'zh-Hans': () => import('./languages/zh-Hans.js'),
  'zh-Hant': () => import('./languages/zh-Hant.js'),
};

/** By the language that was asked for: to find the nearest one takes a while, and every element asks. */
const asked = new Map<string, Promise<void>>();

/** Languages that did not load: asked for again when the page is online again, or says so. */
const failed = new Set<string>();

/** Loads the words that serve a reader of a language, once; nothing for English, and for languages that the kit does not have. */
function load(language: string): Promise<void> {
  const known = asked.get(language);
  if (known) return known;
  const [tag = ''] = matchLanguages(language, ['en', ...Object.keys(LANGUAGES)]);
  const loading = Promise.resolve(LANGUAGES[tag]?.()).then(
    () => undefined,
    (cause: unknown) => {
      failed.add(language);
      console.error(`The words of the language "${language}" did not load.`, cause);
    },
  );
  asked.set(language, loading);
  return loading;
}

function forgetFailures(): readonly string[] {
  const languages = [...failed];
  failed.clear();
  for (const language of languages) asked.delete(language);
  return languages;
}

/**
 * Loads the kit's words in other languages: those given, or those of the page, and from now on every other one that an element of the kit
 * comes to show, by the nearest `lang`. Elements show English until their words are there. To show none, wait for this before you define
 * the elements.
 * @param languages BCP 47 tags; the nearest of the kit's languages is taken. The page's own, from `<html lang>`, where there are none
 * @returns settles when the words are there, or could not be loaded: then the console says so, elements stay English, and the next call, or
 * the end of being offline, tries again
 */
export async function loadTranslations(...languages: readonly string[]): Promise<void> {
  forgetFailures();
  registered.wanted = load;
  for (const {language} of registered.readers) void load(language);
  const inPage = typeof document !== 'undefined';
  if (inPage) window.addEventListener('online', loadAgain);
  const page = inPage ? document.documentElement.lang : '';
  await Promise.all((languages.length > 0 ? languages : [page]).map(load));
}

function loadAgain(): void {
  for (const language of forgetFailures()) void load(language);
}
