// Teaches React to render the shadow DOM of Lit's elements.
import '@lit-labs/ssr-react/enable-lit-ssr.js';
import {createHash, randomBytes} from 'node:crypto';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {renderToPipeableStream} from 'react-dom/server';
import {Page} from './page.jsx';

/** The page's script, by whatever bundler you have. */
const {outputFiles} = await build({
  entryPoints: [fileURLToPath(new URL('client.jsx', import.meta.url))],
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  jsx: 'automatic',
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

/** React itself puts late content into its place with inline scripts, which need a nonce. */
const policyOf = (nonce) =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' ${styleHashes.join(' ')}`,
    "img-src 'self' data: https://*.useparagon.com",
    "connect-src 'self' https://*.useparagon.com",
    "frame-src 'self' https://*.useparagon.com",
    "base-uri 'none'",
  ].join('; ');

/** Who is logged in, as your database knows it after a moment. */
const nameOf = async (request) => request.headers['x-user'] ?? 'nobody';

/** Answers a request for the page or one of its scripts. */
export function answer(request, response) {
  const {pathname} = new URL(request.url, 'http://localhost');
  if (pathname === '/') {
    const nonce = randomBytes(16).toString('base64');
    const {pipe} = renderToPipeableStream(<Page name={nameOf(request)} />, {
      nonce,
      bootstrapModules: ['/assets/client.js'],
      onShellReady() {
        response.writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': policyOf(nonce),
        });
        pipe(response);
      },
      onShellError: () => response.writeHead(500).end(),
    });
  } else if (assets.has(pathname)) {
    response.writeHead(200, {'content-type': 'text/javascript'}).end(assets.get(pathname));
  } else {
    response.writeHead(404).end();
  }
}
