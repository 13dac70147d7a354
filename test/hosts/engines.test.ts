import assert from 'node:assert/strict';
import {after, suite, test} from 'node:test';
import {launchChromium} from '../support/chromium.js';
import {watchConsole} from '../support/console.js';
import {mainJob} from './job.js';
import {serveHosts} from './server.js';

/** An engine that lacks something: what a script takes away before everything else, and what the styles may not use. */
interface Engine {
  readonly name: string;
  readonly script?: string;
  /** Names in style sheets that the engine does not know. */
  readonly css?: readonly string[];
}

/** Takes members of built-in objects away. */
const without = (...paths: readonly string[]): string =>
  paths
    .map((path) => {
      const at = path.lastIndexOf('.');
      return `delete ${path.slice(0, at)}[${JSON.stringify(path.slice(at + 1))}];`;
    })
    .join('\n');

/** As `CSS.supports` answers where a property or function is not there. */
const unsupported = (...names: readonly string[]): string =>
  `const supports = CSS.supports;
CSS.supports = (...all) => !${JSON.stringify(names)}.some((name) => all.join().includes(name)) && supports.apply(CSS, all);`;

const ANCHORS: Engine = {
  name: 'anchor positioning',
  css: ['anchor-name', 'position-anchor', 'position-area', 'position-try-fallbacks'],
  script: unsupported('anchor-name', 'position-anchor', 'position-area'),
};

const ENGINES: readonly Engine[] = [
  {
    name: 'custom states',
    script: `Object.defineProperty(ElementInternals.prototype, 'states', {get: () => undefined});`,
  },
  {
    name: 'custom states without dashes',
    script: `const add = CustomStateSet.prototype.add;
CustomStateSet.prototype.add = function (name) {
  if (!name.startsWith('--')) throw new DOMException('No dashes: ' + name, 'SyntaxError');
  return add.call(this, name);
};`,
  },
  ANCHORS,
  {name: 'field-sizing', css: ['field-sizing'], script: unsupported('field-sizing')},
  {
    name: 'names and descriptions by elements',
    script: without(
      ...[
        'ariaLabelledByElements',
        'ariaDescribedByElements',
        'ariaActiveDescendantElement',
        'ariaControlsElements',
      ].flatMap((name) => [`Element.prototype.${name}`, `ElementInternals.prototype.${name}`]),
    ),
  },
  {
    name: 'idle callbacks and a scheduler',
    script: without('window.requestIdleCallback', 'window.cancelIdleCallback', 'window.scheduler'),
  },
  {
    name: 'highlights',
    script: without('CSS.highlights', 'window.Highlight', 'window.HighlightRegistry'),
  },
  {
    name: 'what a clipboard can do besides',
    script: without('window.ClipboardItem'),
  },
  {
    name: 'a clipboard',
    script: `Object.defineProperty(navigator, 'clipboard', {value: undefined});`,
  },
  {
    name: 'what scripts have had since the floor',
    script: without(
      'Element.prototype.moveBefore',
      'Document.prototype.moveBefore',
      'DocumentFragment.prototype.moveBefore',
      'Object.groupBy',
      'Map.groupBy',
      'Promise.withResolvers',
      'Promise.try',
      'Array.fromAsync',
      'URL.parse',
      'RegExp.escape',
      'AbortSignal.any',
      ...[
        'map',
        'filter',
        'take',
        'drop',
        'flatMap',
        'reduce',
        'toArray',
        'forEach',
        'some',
        'every',
        'find',
      ].map((name) => `Iterator.prototype.${name}`),
      ...[
        'union',
        'intersection',
        'difference',
        'symmetricDifference',
        'isSubsetOf',
        'isSupersetOf',
        'isDisjointFrom',
      ].map((name) => `Set.prototype.${name}`),
      ...['toBase64', 'toHex'].map((name) => `Uint8Array.prototype.${name}`),
      'Uint8Array.fromBase64',
      'Intl.DurationFormat',
      'Document.prototype.startViewTransition',
      'window.CloseWatcher',
      'window.TrustedHTML',
      'window.trustedTypes',
      'navigator.locks',
      'window.BroadcastChannel',
    ),
  },
];

const KIT = '<pg-portal></pg-portal><script type="module" src="/built/kit.js"></script>';
const server = await serveHosts(new Map([['engine', {body: KIT}]]), ['test/hosts/kit.ts']);
const browser = await launchChromium();
after(async () => {
  await browser.close();
  server.close();
});

/** A page of an engine that lacks something. */
async function open({name, script, css = []}: Engine) {
  const context = await browser.newContext({viewport: {width: 1000, height: 800}});
  await context.route(
    ({hostname}) => hostname !== 'localhost',
    (route) => route.abort(),
  );
  if (script !== undefined) await context.addInitScript(script);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  // The styles are in the modules.
  if (css.length > 0)
    await page.route('**/built/*.js', async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      const body = css.reduce((rest, word) => rest.replaceAll(word, `x-${word}`), text);
      await route.fulfill({response, body});
    });
  const printed = watchConsole(page);
  const project = `engine-${process.pid}-${name.replaceAll(/\W/g, '-')}`;
  await page.goto(`${server.origin}/engine?project=${project}`);
  return {context, page, printed};
}

suite('finding, connecting, choosing, saving and disconnecting without', {concurrency: 2}, () => {
  for (const engine of ENGINES) {
    test(engine.name, async () => {
      const {context, page, printed} = await open(engine);
      try {
        await mainJob(context, page);
        assert.deepEqual(printed, []);
      } finally {
        await context.close();
      }
    });
  }
});

test('a help text stays at its button without anchor positioning', async () => {
  const {context, page, printed} = await open({...ANCHORS, name: 'help'});
  await page
    .getByRole('button', {name: /^Postwise/})
    .first()
    .click();
  await page.getByRole('button', {name: 'Connect Postwise'}).last().click();
  const help = page.getByRole('button', {name: 'About API key'}).first();
  const text = page.getByRole('tooltip').first();
  await help.hover();
  await text.waitFor();
  const button = await help.boundingBox();
  const box = await text.boundingBox();
  assert.ok(button && box);
  assert.ok(Math.abs(box.x - button.x) < 24, 'begins where the button does');
  assert.ok(Math.abs(box.y + box.height - button.y) < 24, 'stands on the button');
  assert.deepEqual(printed, []);
  await context.close();
});

suite('below the floor people read that their browser is too old, where it lacks', () => {
  const OLD: readonly Engine[] = [
    {
      name: 'popover',
      script: without(
        ...['popover', 'showPopover', 'hidePopover', 'togglePopover'].map(
          (name) => `HTMLElement.prototype.${name}`,
        ),
      ),
    },
    {name: 'light-dark()', css: ['light-dark'], script: unsupported('light-dark')},
  ];
  for (const engine of OLD) {
    test(engine.name, async () => {
      const {context, page, printed} = await open(engine);
      try {
        await page
          .getByRole('button', {name: /^Postwise/})
          .first()
          .click();
        await page.getByText('Some features may not work in this browser').waitFor();
        // What needs nothing new works.
        await page.getByRole('button', {name: 'Connect Postwise'}).last().click();
        await page.getByRole('textbox', {name: /API key/}).fill('pw_right');
        await page.getByRole('button', {name: 'Connect Postwise'}).last().click();
        await page.getByRole('button', {name: 'Done', exact: true}).click();
        assert.deepEqual(printed, []);
      } finally {
        await context.close();
      }
    });
  }
});

test('a browser that has everything reads nothing of its age', async () => {
  const {context, page} = await open({name: 'nothing'});
  await page
    .getByRole('button', {name: /^Postwise/})
    .first()
    .click();
  await page.getByRole('heading', {name: 'Postwise'}).first().waitFor();
  assert.equal(await page.getByText('Some features may not work in this browser').count(), 0);
  await context.close();
});
