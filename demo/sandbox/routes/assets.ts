import {readFileSync} from 'node:fs';
import {bulkFixtureOf} from '../fixtures/bulk.js';
import {FIXTURES} from '../fixtures/index.js';
import {HttpError, page, type Answer} from '../http.js';
import {iconOf, placeholderIcon} from '../icons.js';
import {framePage} from '../pages.js';
import {openRoute, param, type Route} from '../router.js';

/** What the pages of the popup load, by name: nothing else can be read. */
const ASSET_TYPES = new Map([
  ['oauth.css', 'text/css; charset=utf-8'],
  ['oauth-nonce.js', 'text/javascript; charset=utf-8'],
  ['oauth-continue.js', 'text/javascript; charset=utf-8'],
  ['oauth-done.js', 'text/javascript; charset=utf-8'],
]);

/** Files and images that pages load without a token. */
export const assetRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/assets/:name',
    access: 'anyone',
    handle: (request) => {
      const name = param(request, 'name');
      const type = ASSET_TYPES.get(name);
      if (!type) throw new HttpError(404, 'not-found', 'There is no such file.');
      const body = readFileSync(new URL(`../assets/${name}`, import.meta.url), 'utf8');
      return {status: 200, headers: {'content-type': type, 'cache-control': 'no-cache'}, body};
    },
  },
  {method: 'GET', path: '/connect/ui', access: 'anyone', handle: () => page(framePage())},

  openRoute('icon', 'GET', '/cdn/integrations/:type.svg', (request) => {
    const type = param(request, 'type');
    // Icons are the same for all projects, and their addresses name none.
    const fixture = FIXTURES.find((one) => one.type === type) ?? bulkFixtureOf(type);
    if (!fixture) throw new HttpError(404, 'not-found', 'There is no such icon.');
    return svg(iconOf(fixture));
  }),
  openRoute('icon', 'GET', '/cdn/images/icons/byo-placeholder.svg', () => svg(placeholderIcon())),
  // Illustrations of the instruction stage. Their addresses end in .png, which browsers do not mind.
  openRoute('icon', 'GET', '/dashboard/images/:name.png', () => svg(placeholderIcon())),
];

function svg(body: string): Answer {
  return {
    status: 200,
    headers: {'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=3600'},
    body,
  };
}
