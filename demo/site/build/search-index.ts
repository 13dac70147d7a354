import MiniSearch from 'minisearch';
import type {RenderedPage} from './render-page.js';
import {SEARCH_OPTIONS, type SearchEntry} from '../search-options.js';

/** Longer texts make the index heavy and find no more. */
const EXCERPT = 320;

/** The index of the site as JSON: pages, their sections, and everything that stands in a table. */
export function searchIndex(pages: readonly RenderedPage[]): string {
  const index = new MiniSearch<SearchEntry>(SEARCH_OPTIONS);
  index.addAll(pages.flatMap(entriesOf));
  return JSON.stringify(index);
}

function entriesOf({path, title, description, sections, rows}: RenderedPage): SearchEntry[] {
  return [
    {id: path, title, kind: 'Page', text: description},
    ...sections.flatMap(({heading, text}) =>
      heading
        ? [{id: `${path}#${heading.id}`, title: heading.text, kind: title, text: shorten(text)}]
        : [],
    ),
    ...rows.map(({id, name, kind, text}) => ({
      id: `${path}#${id}`,
      title: name,
      kind,
      text: shorten(text),
    })),
  ];
}

function shorten(text: string): string {
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;
}
