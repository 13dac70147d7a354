import type {ConnectSession} from '../../src/core/compose.js';
import {PgCatalog} from '../../src/elements/catalog/catalog.js';
import '../../src/elements/catalog/pg-catalog.js';
import type {Sample} from './bench.js';
import {PendingSession, sessionWith, type CatalogData} from './catalog-data.js';
import {countElements, countNodes, painted, timeToPaint} from './page.js';
import {ReactCatalog} from './react-catalog.js';
import {VanillaCatalog} from './vanilla-catalog.js';

/** What is typed: three brands begin with the first letter, one with all. */
const QUERY = 'ember';

let data: CatalogData | undefined;

function dataOf(count: number): CatalogData {
  if (!data) {
    const session = sessionWith(count);
    data = {session, integrations: session.snapshot.integrations};
  }
  return data;
}

/** Styles of the kit's catalog, for those that it is compared with. */
function styles(): readonly CSSStyleSheet[] {
  return PgCatalog.elementStyles.map((one) => {
    if (one instanceof CSSStyleSheet) return one;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(one.cssText);
    return sheet;
  });
}

/**
 * Types a word into the focused field. Results are there when they are laid out; when the screen shows them depends on its next frame.
 * @returns times of the first key and the slowest one
 */
async function type(
  field: HTMLInputElement,
  settle: () => unknown,
): Promise<{readonly first: number; readonly slowest: number}> {
  field.focus();
  const times: number[] = [];
  for (let length = 1; length <= QUERY.length; length += 1) {
    await painted();
    const start = performance.now();
    field.value = QUERY.slice(0, length);
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await settle();
    field.closest('.base')?.querySelector('.results')?.getBoundingClientRect();
    times.push(performance.now() - start);
  }
  return {first: times[0] ?? NaN, slowest: Math.max(...times)};
}

/** Lets what is on its way come (icons, late code), and the browser deal with it. */
async function settled(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  await painted();
}

/** A catalog that shows that it loads is on the screen, then gets its data, then is searched. */
async function sample(
  root: ShadowRoot | null,
  arrive: () => unknown,
  settle: () => unknown,
): Promise<Sample> {
  await settled(300);
  const paint = await timeToPaint(arrive);
  const elements = countElements(document.body);
  const nodes = countNodes(root?.querySelector('.card'));
  await settled(1_000);
  const field = root?.querySelector<HTMLInputElement>('input[type=search]');
  if (!field) throw new Error('The catalog has no search field.');
  const {first, slowest} = await type(field, settle);
  return {
    'data to paint': paint,
    'first keystroke to results': first,
    'slowest keystroke to results': slowest,
    'nodes a card': nodes,
    elements,
  };
}

function newHost(): HTMLElement {
  const host = document.createElement('div');
  document.body.append(host);
  return host;
}

globalThis.bench = {
  prepare(count) {
    dataOf(count);
    return Promise.resolve({});
  },
  async kit(count) {
    const session = new PendingSession(dataOf(count).session);
    const catalog = document.createElement('pg-catalog');
    // The part of a session that a catalog uses.
    catalog.session = session as unknown as ConnectSession;
    document.body.append(catalog);
    await catalog.updateComplete;
    return sample(
      catalog.shadowRoot,
      () => session.arrive(),
      () => catalog.updateComplete,
    );
  },
  vanilla(count) {
    const catalog = new VanillaCatalog(newHost(), styles());
    return sample(
      catalog.root,
      () => catalog.show(dataOf(count)),
      () => undefined,
    );
  },
  async react(count) {
    const catalog = new ReactCatalog(newHost(), styles());
    await catalog.show(undefined);
    return sample(
      catalog.root,
      () => catalog.show(dataOf(count)),
      // React renders a discrete event's changes in a microtask.
      () => Promise.resolve(),
    );
  },
};
