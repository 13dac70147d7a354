import assert from 'node:assert/strict';
import {after, suite, test} from 'node:test';
import {launchChromium, openLocalPage} from '../support/chromium.js';
import {watchConsole} from '../support/console.js';
import {eventually} from '../support/eventually.js';
import {serveHosts} from './server.js';

/*
 * The shapes of https://custom-elements-everywhere.com, with our elements, where a framework can be had without a build of its own;
 * `test/frameworks` has the others, each with its own way to set properties. Four of the sixteen are events in lower case, camel case,
 * Pascal case and capitals: no element of the kit has one.
 */
const FRAMEWORKS = ['react', 'preact', 'vue'] as const;

/** What `libraries/shapes-*.ts` give to the elements, and how it must arrive. */
const SHAPES: readonly {
  readonly tag: string;
  readonly name: string;
  readonly value: unknown;
  /**
   * These frameworks ask an element whether it has a property of the name. One that is not defined yet has none: they write what it is
   * given as an attribute of that name, as text, or leave it out. Nobody can take it from there: the console names it.
   */
  readonly isLostLate?: true;
}[] = [
  {tag: 'pg-catalog', name: 'layout', value: 'list'},
  {tag: 'pg-install-flow', name: 'integration', value: 'calendo'},
  {tag: 'pg-input', name: 'readonly', value: true},
  {tag: 'pg-input', name: 'readOnly', value: true},
  {tag: 'pg-input', name: 'tabIndex', value: -1},
  {tag: 'pg-input', name: 'autofocus', value: true},
  {tag: 'pg-catalog', name: 'withoutSearch', value: true, isLostLate: true},
  {tag: 'pg-install-flow', name: 'oauthTimeout', value: 5000, isLostLate: true},
  {
    tag: 'pg-catalog',
    name: 'groups',
    value: [{label: 'Some', integrations: ['quietbox', 'postwise']}],
    isLostLate: true,
  },
  {tag: 'pg-portal', name: 'dataSources', value: {dropdowns: {}}, isLostLate: true},
  {tag: 'pg-portal', name: 'getUserToken', value: 'a function', isLostLate: true},
];

const pages = FRAMEWORKS.map(
  (name) =>
    [
      name,
      {
        head: '<script>window.heard = [];</script>',
        body: `<div id="root"></div><script type="module" src="/built/shapes-${name}.js"></script>`,
      },
    ] as const,
);
const server = await serveHosts(
  new Map(pages),
  FRAMEWORKS.map((name) => `test/hosts/libraries/shapes-${name}.ts`),
);
const browser = await launchChromium();
after(async () => {
  await browser.close();
  server.close();
});

async function open(name: string, when: 'first' | 'late') {
  const page = await openLocalPage(browser);
  const printed = watchConsole(page);
  await page.goto(`${server.origin}/${name}?project=shapes-${process.pid}-${name}-${when}&${when}`);
  await page.waitForFunction(
    () => customElements.get('pg-input') && document.querySelector('pg-input'),
  );
  return {
    page,
    printed,
    value: (tag: string, property: string) =>
      page.locator(tag).evaluate((element, key) => {
        const value: unknown = Reflect.get(element, key);
        return typeof value === 'function' ? 'a function' : value;
      }, property),
    /** Listeners that the framework was given, and those of a reference. */
    hear: async (): Promise<readonly string[]> => {
      await page.evaluate(() =>
        document.querySelector('pg-catalog')?.dispatchEvent(new CustomEvent('pg-select')),
      );
      return page.evaluate(() => (window as unknown as {readonly heard: string[]}).heard.sort());
    },
  };
}

/** Of a function that was left out nothing is seen but that it is missing. */
const names = (text: string, property: string): boolean =>
  text.includes(`property-stringified: ${property} of`) ||
  (text.includes('token-missing') && text.includes(property));

suite('the elements, defined before the framework renders, get everything in', () => {
  for (const framework of FRAMEWORKS)
    test(framework, async () => {
      const {page, printed, value, hear} = await open(framework, 'first');
      for (const shape of SHAPES)
        assert.deepEqual(await value(shape.tag, shape.name), shape.value, shape.name);
      const heading = page.getByRole('heading', {name: 'Ours'});
      await heading.waitFor();
      assert.equal(await heading.evaluate(({assignedSlot}) => assignedSlot?.name), 'heading');
      await page
        .getByRole('button', {name: /^Quietbox/})
        .first()
        .waitFor();
      assert.deepEqual(await hear(), ['declared', 'imperative']);
      assert.deepEqual(printed, []);
      await page.close();
    });
});

suite('the elements, defined after the framework rendered, get or name everything in', () => {
  for (const framework of FRAMEWORKS)
    test(framework, async () => {
      const {page, printed, value, hear} = await open(framework, 'late');
      for (const shape of SHAPES) {
        if (!shape.isLostLate)
          assert.deepEqual(await value(shape.tag, shape.name), shape.value, shape.name);
        else
          await eventually(
            () => Promise.resolve(printed.some((text) => names(text, shape.name))),
            true,
          );
      }
      assert.deepEqual(await hear(), ['declared', 'imperative']);
      await page.close();
    });
});
