import {createHash} from 'node:crypto';
import {fileURLToPath} from 'node:url';
import {html, render} from '@lit-labs/ssr';
import {RenderResultReadable} from '@lit-labs/ssr/lib/render-result-readable.js';
import {build} from 'esbuild';
import 'pg-elements/define';

/** The page's script, by whatever bundler you have. */
const {outputFiles} = await build({
  entryPoints: [fileURLToPath(new URL('client.js', import.meta.url))],
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  outdir: '/assets',
  write: false,
});
const assets = new Map(outputFiles.map(({path, contents}) => [path, contents]));

/** The server puts the styles of an element into a `<style>` of its shadow root, the same ones each time: the policy names them. */
const styleHashes = ['pg-portal', 'pg-catalog'].map((tag) => {
  const {elementStyles} = customElements.get(tag);
  const styles = elementStyles.map(({cssText}) => cssText).join('');
  return `'sha256-${createHash('sha256').update(styles).digest('base64')}'`;
});

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${styleHashes.join(' ')}`,
  "img-src 'self' data: https://*.useparagon.com",
  "connect-src 'self' https://*.useparagon.com",
  "frame-src 'self' https://*.useparagon.com",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** The same for everyone, so it may be cached: who the user is comes with the token, in the browser. */
const page = html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>Integrations</title>
      <link rel="icon" href="data:," />
      <script type="module" src="/assets/client.js"></script>
    </head>
    <body>
      <h1>Integrations</h1>
      <pg-portal project-id="your-project-id">
        <pg-catalog></pg-catalog>
        <p>Something missing? <a href="mailto:support@example.com">Ask us</a>.</p>
      </pg-portal>
    </body>
  </html>`;

/** Answers a request for the page or one of its scripts. */
export function answer(request, response) {
  const {pathname} = new URL(request.url, 'http://localhost');
  if (pathname === '/') {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
    });
    new RenderResultReadable(render(page)).pipe(response);
  } else if (assets.has(pathname)) {
    response.writeHead(200, {'content-type': 'text/javascript'}).end(assets.get(pathname));
  } else {
    response.writeHead(404).end();
  }
}
