import serialized from 'virtual:search-index';
import MiniSearch from 'minisearch';
import {SEARCH_OPTIONS, type SearchEntry} from '../../search-options.js';

/** More than this nobody reads: another word finds it sooner. */
const LIMIT = 20;

const index = MiniSearch.loadJSON<SearchEntry>(serialized, SEARCH_OPTIONS);

/** What fits a query, best first. A name that is typed in full comes before everything that contains it. */
export function search(query: string): readonly SearchEntry[] {
  const exact = query.trim().toLowerCase();
  const found = index.search(query, {
    boostDocument: (_, __, stored) =>
      String(stored?.['title']).toLowerCase().replace('()', '') === exact ? 10 : 1,
  });
  return found.slice(0, LIMIT) as unknown as readonly SearchEntry[];
}
