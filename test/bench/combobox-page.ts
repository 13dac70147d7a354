import type {PgCombobox} from '../../src/ui/combobox/combobox.js';
import '../../src/ui/combobox/pg-combobox.js';
import type {Sample} from './bench.js';
import {countElements, painted, timeToPaint} from './page.js';
import {VanillaCombobox} from './vanilla-combobox.js';

/** What is typed: one in ten has the first letters, few have all. */
const QUERY = 'crème 99';
const KINDS = 'Crème Café Owner Status Région Amount Straße Country Phone Note'.split(' ');

/** A box on the page, as the measuring sees it. */
interface Box {
  readonly root: ShadowRoot;
  readonly field: HTMLInputElement;
  readonly toggle: HTMLElement;
  /** Resolves once what was done is in the document. */
  readonly settle: () => Promise<unknown>;
}

const optionsOf = (count: number): {readonly value: string; readonly label: string}[] =>
  Array.from({length: count}, (_, at) => ({
    value: `field_${at}`,
    label: `${KINDS[at % KINDS.length] ?? ''} ${at}`,
  }));

function find(root: ShadowRoot, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

const press = (field: HTMLElement, key: string): boolean =>
  field.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, composed: true}));

/** Until it is laid out; when the screen shows it depends on its next frame. */
async function timeToLayout({root, settle}: Box, act: () => void): Promise<number> {
  await painted();
  const start = performance.now();
  act();
  await settle();
  find(root, '[role=listbox]').getBoundingClientRect();
  return performance.now() - start;
}

async function measure(box: Box): Promise<Sample> {
  const {root, field, toggle} = box;
  field.focus();
  const open = await timeToPaint(() => toggle.click());
  if (!root.querySelector('[role=option]')) throw new Error('Nothing is listed.');
  const last = await timeToLayout(box, () => press(field, 'ArrowUp'));
  const elements = countElements(root);
  press(field, 'Escape');
  const again = await timeToPaint(() => toggle.click());
  const keys: number[] = [];
  for (let length = 1; length <= QUERY.length; length += 1) {
    keys.push(
      await timeToLayout(box, () => {
        field.value = QUERY.slice(0, length);
        field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
      }),
    );
  }
  return {
    open,
    'open again': again,
    'slowest key to filtered': Math.max(...keys),
    'to the last option': last,
    elements,
  };
}

globalThis.bench = {
  async kit(count): Promise<Sample> {
    const box: PgCombobox = document.createElement('pg-combobox');
    Object.assign(box, {search: 'local', label: 'Field', options: optionsOf(count)});
    document.body.append(box);
    await box.updateComplete;
    const root = box.shadowRoot;
    if (!root) throw new Error('Not rendered.');
    const settle = (): Promise<unknown> => box.updateComplete;
    const field = root.querySelector('input');
    if (!field) throw new Error('There is no text field.');
    return measure({root, field, toggle: find(root, '[part=toggle]'), settle});
  },
  async vanilla(count): Promise<Sample> {
    const host = document.createElement('div');
    document.body.append(host);
    const {root, field, toggle} = new VanillaCombobox(host, optionsOf(count));
    return measure({root, field, toggle, settle: () => Promise.resolve()});
  },
};
