import {PgCatalog} from '../../src/elements/catalog/catalog.js';
import '../../src/elements/catalog/pg-catalog.js';
import type {Sample} from './bench.js';
import {sessionWith, type CatalogData} from './catalog-data.js';
import {countElements, painted, timeToPaint} from './page.js';
import {VanillaCatalog} from './vanilla-catalog.js';

/** What is typed: three brands begin with the first letter, one with all. */
const QUERY = 'ember';

type Settle = (() => Promise<unknown>) | undefined;

let data: CatalogData | undefined;

function dataOf(count: number): CatalogData {
  if (!data) {
    const session = sessionWith(count);
    data = {session, integrations: session.snapshot.integrations};
  }
  return data;
}

/**
 * Types a word into the focused field. The slowest keystroke counts. Results are there when they are laid
 * out; when the screen shows them depends on its next frame.
 */
async function type(field: HTMLInputElement, settle: Settle): Promise<number> {
  field.focus();
  const times: number[] = [];
  for (let length = 1; length <= QUERY.length; length += 1) {
    await painted();
    const start = performance.now();
    field.value = QUERY.slice(0, length);
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await settle?.();
    field.parentElement?.parentElement?.nextElementSibling?.getBoundingClientRect();
    times.push(performance.now() - start);
  }
  return Math.max(...times);
}

/** Resolves once the icons have come, and the browser has dealt with them. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await painted();
}

async function sample(paint: number, field: HTMLInputElement, settle?: Settle): Promise<Sample> {
  const elements = countElements(document.body);
  await settled();
  const keystroke = await type(field, settle);
  return {'data to paint': paint, 'slowest keystroke to results': keystroke, elements};
}

globalThis.bench = {
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
    return sample(paint, field, () => catalog.updateComplete);
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
    return sample(paint, catalog.field);
  },
};
