import {readFileSync} from 'node:fs';
import {relative, resolve} from 'node:path';
import type {Plugin, Rolldown} from 'vite';
import {ERROR_SOURCE} from './error-codes.js';
import {EVENT_SOURCE} from './event-details.js';
import {DEMO} from './files.js';
import {MANIFEST} from './manifest.js';
import {markup} from './markup.js';
import {linkFrom, PAGES} from './navigation.js';
import {isContent, renderPage, type RenderedPage} from './render-page.js';
import {searchIndex} from './search-index.js';

const SEARCH_INDEX = 'virtual:search-index';
/** What tables are made of. */
const SOURCES = [MANIFEST, EVENT_SOURCE, ERROR_SOURCE];

/** Makes the documentation site of the pages below `demo/`: one shell around all, tables from the sources, an index to search. */
export function sitePlugin(): Plugin {
  /** What pages show that is no module of theirs: Vite does not know that they changed with it. */
  const shown = new Set(SOURCES);
  /** Pages in the shell of the site: others bring fonts and styles of their own. */
  const inShell = new Set<string>();
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
        inShell.add(pathOf(filename));
        const {html, files} = renderPage(pathOf(filename), source);
        for (const file of files) shown.add(file);
        return html;
      },
    },

    generateBundle: {
      order: 'post',
      handler: (_, bundle) => preloadFonts(bundle, inShell),
    },

    resolveId: (id) => (id === SEARCH_INDEX ? `\0${id}` : undefined),
    load: (id) => (id === `\0${SEARCH_INDEX}` ? searchModule() : undefined),
  };
}

/** Their style sheets are read first otherwise, and a font that comes late is not used at all. */
function preloadFonts(bundle: Rolldown.OutputBundle, pages: ReadonlySet<string>): void {
  const fonts = Object.keys(bundle).filter((name) => name.endsWith('.woff2'));
  for (const [name, page] of Object.entries(bundle)) {
    if (page.type !== 'asset' || !pages.has(name)) continue;
    const links = fonts.map(
      (font) =>
        markup`<link rel="preload" href="${linkFrom(name, font)}" as="font" type="font/woff2" crossorigin>\n`
          .text,
    );
    page.source = String(page.source).replace(
      '<link rel="icon"',
      () => `${links.join('')}<link rel="icon"`,
    );
  }
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
