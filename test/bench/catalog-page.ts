import {PgCatalog} from '../../src/elements/catalog/catalog.js';
import '../../src/elements/catalog/pg-catalog.js';
import type {Sample} from './bench.js';
import {sessionWith, type CatalogData} from './catalog-data.js';
import {countElements, painted, timeToPaint} from './page.js';
import {VanillaCatalog} from './vanilla-catalog.js';

let data: CatalogData | undefined;

function dataOf(count: number): CatalogData {
  if (!data) {
    const session = sessionWith(count);
    data = {session, integrations: session.snapshot.integrations};
  }
  return data;
}

/** Types a word; the slowest keystroke counts, which is the first where an index is made only then. */
async function type(field: HTMLInputElement, word: string): Promise<number> {
  const times: number[] = [];
  for (let length = 1; length <= word.length; length += 1) {
    times.push(
      await timeToPaint(() => {
        field.value = word.slice(0, length);
        field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
      }),
    );
  }
  return Math.max(...times);
}

/** Resolves once the icons have come, and the browser has dealt with them. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await painted();
}

async function sample(paint: number, root: ParentNode, field: HTMLInputElement): Promise<Sample> {
  const elements = countElements(root);
  await settled();
  const keystroke = await type(field, 'embe ');
  return {'data to paint': paint, 'keystroke to paint, slowest of 5': keystroke, elements};
}

globalThis.bench = {
  data: (n) => dataOf(n) as never,
  prepare(count) {
    dataOf(count);
    return Promise.resolve({});
  },
  async kit(count) {
    const {session} = dataOf(count);
    const catalog = document.createElement('pg-catalog');
    const paint = await timeToPaint(() => {
      catalog.session = session;
      document.body.append(catalog);
    });
    const field = catalog.shadowRoot?.querySelector('input');
    if (!field) throw new Error('The catalog has no search field.');
    return sample(paint, document.body, field);
  },
  async vanilla(count) {
    const prepared = dataOf(count);
    const styles = PgCatalog.elementStyles.map((one) => {
      if (one instanceof CSSStyleSheet) return one;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(one.cssText);
      return sheet;
    });
    const host = document.createElement('div');
    let catalog: VanillaCatalog | undefined;
    const paint = await timeToPaint(() => {
      document.body.append(host);
      catalog = new VanillaCatalog(host, prepared, styles);
    });
    if (!catalog) throw new Error('Not mounted.');
    return sample(paint, document.body, catalog.field);
  },
};
