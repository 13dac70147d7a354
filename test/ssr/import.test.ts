import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {readdirSync} from 'node:fs';
import {suite, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));

const TAGS = [
  'account-list',
  'catalog',
  'field-mapper',
  'input',
  'install-flow',
  'integration',
  'portal',
  'tools',
  'user-settings',
];
const REGISTERING = ['define', 'react', ...TAGS.map((tag) => `pg-${tag}`)];
/** Every module of the package but the bundle for script tags, which is for browsers alone, and what looks for tags in a document. */
const MODULES = readdirSync(`${root}dist`, {recursive: true, encoding: 'utf8'})
  .filter((file) => file.endsWith('.js') && !file.startsWith('cdn') && file !== 'autoload.js')
  .map((file) => `./dist/${file}`);

/** What a module can find in a browser and not in Node. Each is a trap that tells who has touched it. */
const TRAPS = [
  ...['window', 'document', 'location', 'navigator', 'localStorage', 'sessionStorage'],
  ...['Node', 'Element', 'HTMLElement', 'ShadowRoot', 'Document', 'CSSStyleSheet', 'CSS'],
  ...['customElements', 'MutationObserver', 'ResizeObserver', 'IntersectionObserver'],
  ...['matchMedia', 'requestAnimationFrame', 'getComputedStyle', 'litElementHydrateSupport'],
];

interface Touch {
  readonly name: string;
  /** Where from: the topmost line of the stack. */
  readonly from: string;
}

/** Imports modules in a Node of their own, which ends by itself: nothing keeps it alive. */
async function touchesOf(modules: readonly string[]): Promise<readonly Touch[]> {
  const script = `
    const touches = [];
    for (const name of ${JSON.stringify(TRAPS)}) {
      let value;
      const note = () => touches.push({name, from: new Error().stack.split('\\n')[3]});
      const get = () => (note(), value);
      const set = (next) => { note(); value = next; };
      Object.defineProperty(globalThis, name, {configurable: true, get, set});
    }
    for (const module of ${JSON.stringify(modules)}) await import(module);
    console.log(JSON.stringify(touches));
  `;
  const parameters = ['--input-type=module', '--eval', script];
  const {stdout, stderr} = await run(process.execPath, parameters, {cwd: root, timeout: 30_000});
  assert.equal(stderr, '');
  return JSON.parse(stdout) as Touch[];
}

/** Touches by modules of the kit: Lit’s own build for Node looks for a DOM, and brings a stand-in for a few classes. */
const byKit = (touches: readonly Touch[]): readonly Touch[] =>
  touches.filter(({from}) => from.includes('/dist/') && !from.includes('/node_modules/'));

suite('imported in plain Node', () => {
  test('core touches nothing of a browser', async () => {
    assert.deepEqual(await touchesOf(['pg-elements/core']), []);
  });

  test('the classes touch nothing of a browser', async () => {
    assert.deepEqual(byKit(await touchesOf(['pg-elements'])), []);
  });

  for (const entry of REGISTERING) {
    test(`pg-elements/${entry} touches nothing but the registry of elements`, async () => {
      const touched = byKit(await touchesOf([`pg-elements/${entry}`])).map(({name}) => name);
      assert.deepEqual(new Set(touched), new Set(['customElements']));
    });
  }

  test('pg-elements/autoload touches nothing but the document, to see that there is none', async () => {
    const touched = byKit(await touchesOf(['pg-elements/autoload'])).map(({name}) => name);
    assert.deepEqual(new Set(touched), new Set(['document']));
  });

  test('none of all modules touches more than the registry of elements', async () => {
    assert.ok(MODULES.length > 100);
    const touched = byKit(await touchesOf(MODULES)).map(({name}) => name);
    assert.deepEqual(new Set(touched), new Set(['customElements']));
  });

  test('a DOM stand-in of the server’s changes nothing', async () => {
    const shim = '@lit-labs/ssr/lib/install-global-dom-shim.js';
    const touched = byKit(await touchesOf([shim, 'pg-elements/define'])).map(({name}) => name);
    assert.deepEqual(new Set(touched), new Set(['customElements']));
  });
});
