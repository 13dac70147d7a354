import type {Options} from 'minisearch';

/** Something that search finds. */
export interface SearchEntry {
  /** Address, from the root of the site. */
  readonly id: string;
  readonly title: string;
  /** What it is, or the page that it stands on. */
  readonly kind: string;
  readonly text: string;
}

/** How the site is searched: the same when the index is built and when it is read. */
export const SEARCH_OPTIONS: Options<SearchEntry> = {
  fields: ['title', 'kind', 'text'],
  storeFields: ['title', 'kind', 'text'],
  tokenize: splitWords,
  searchOptions: {
    boost: {title: 6, kind: 2},
    prefix: true,
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    combineWith: 'AND',
  },
};

/** Names of the API are found whole and by each of their words: `pg-install-stage`, `oauthTimeout`, `--pg-color-accent`. */
function splitWords(text: string): string[] {
  return text.split(/[^\p{L}\p{N}_-]+/u).flatMap((word) => {
    const whole = word.replaceAll(/^-+|-+$/g, '');
    if (!whole) return [];
    const parts = whole.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2').split(/[ _-]+/);
    return parts.length > 1 ? [whole, ...parts] : [whole];
  });
}
