import {readFileSync} from 'node:fs';
import {relative, resolve} from 'node:path';
import type {Plugin} from 'vite';
import {ERROR_SOURCE} from './error-codes.js';
import {EVENT_SOURCE} from './event-details.js';
import {DEMO} from './files.js';
import {MANIFEST} from './manifest.js';
import {PAGES} from './navigation.js';
import {isContent, renderPage, type RenderedPage} from './render-page.js';
import {searchIndex} from './search-index.js';

const SEARCH_INDEX = 'virtual:search-index';
/** What tables are made of. */
const SOURCES = [MANIFEST, EVENT_SOURCE, ERROR_SOURCE];

/** Makes the documentation site of the pages below `demo/`: one shell around all, tables from the sources, an index to search. */
export function sitePlugin(): Plugin {
  /** What pages show that is no module of theirs: Vite does not know that they changed with it. */
  const shown = new Set(SOURCES);
  return {
    name: 'pg-site',

    configureServer({watcher, ws, moduleGraph}) {
      watcher.add(SOURCES);
      watcher.on('change', (file) => {
        const index = moduleGraph.getModuleById(`\0${SEARCH_INDEX}`);
        if (index) moduleGraph.invalidateModule(index);
        if (shown.has(file)) ws.send({type: 'full-reload'});
      });
    },

    transformIndexHtml: {
      order: 'pre',
      handler: (source, {filename}) => {
        if (!isContent(source)) return source;
        const {html, files} = renderPage(pathOf(filename), source);
        for (const file of files) shown.add(file);
        return html;
      },
    },

    resolveId: (id) => (id === SEARCH_INDEX ? `\0${id}` : undefined),
    load: (id) => (id === `\0${SEARCH_INDEX}` ? searchModule() : undefined),
  };
}

/** As a string: engines read JSON faster than an object literal. */
function searchModule(): string {
  return `export default ${JSON.stringify(searchIndex(readPages()))};`;
}

function readPages(): readonly RenderedPage[] {
  return PAGES.map(({path}) => renderPage(path, readFileSync(resolve(DEMO, path), 'utf8')));
}

function pathOf(filename: string): string {
  return relative(DEMO, filename).replaceAll('\\', '/');
}
