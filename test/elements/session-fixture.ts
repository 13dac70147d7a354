import {expect} from '@open-wc/testing';
import type {PgEventName} from '../../src/elements/emit.js';
import {focusedElement} from '../../src/ui/dialog/focus.js';
import {stilled} from '../support/stilled.js';

/** Every event of the kit, so that a test can say which ones were fired and which were not. */
const EVENTS: readonly PgEventName[] = [
  'pg-ready',
  'pg-signed-out',
  'pg-error',
  'pg-select',
  'pg-open',
  'pg-close',
  'pg-install',
  'pg-install-stage',
  'pg-installed',
  'pg-install-error',
  'pg-install-cancelled',
  'pg-account-select',
  'pg-redirect',
  'pg-disconnect',
  'pg-disconnected',
];

/** An event as a host hears it. */
export interface Heard {
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly event: CustomEvent;
}

/** Lists the kit's events that arrive at `target`, in their order. */
export function hear(target: EventTarget): Heard[] {
  const heard: Heard[] = [];
  for (const type of EVENTS) {
    target.addEventListener(type, (event) => {
      const custom = event as CustomEvent<Readonly<Record<string, unknown>>>;
      heard.push({type, detail: custom.detail, event: custom});
    });
  }
  return heard;
}

export const typesOf = (heard: readonly Heard[]): readonly string[] => heard.map(({type}) => type);

/** Resolves once `condition` holds; looks once a frame. */
export async function until(condition: () => unknown): Promise<void> {
  while (!condition()) await new Promise(requestAnimationFrame);
}

/** Lets all microtasks, and what was put off to the next turn, run. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** All elements below a node, shadow trees and all. */
export function* deep(root: ParentNode): Generator<Element, void, undefined> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* deep(element.shadowRoot);
  }
}

/** What people read of an element: text that is rendered, shadow trees and slots resolved. */
export function seen(node: Node): string {
  const words: string[] = [];
  const walk = (one: Node): void => {
    if (one instanceof Text) words.push(one.data);
    if (!(one instanceof Element) || one.localName === 'style') return;
    if (one.localName === 'wbr') words.push(JOINT);
    const isShown = getComputedStyle(one).display !== 'none';
    if (!isShown) return;
    const children =
      one instanceof HTMLSlotElement && one.assignedNodes().length > 0
        ? one.assignedNodes()
        : (one.shadowRoot ?? one).childNodes;
    for (const child of children) walk(child);
  };
  walk(node);
  return words
    .join(' ')
    .replace(new RegExp(`\\s*${JOINT}\\s*`, 'g'), '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Stands for a place where a line may break within a word. */
const JOINT = '\u2060';

/** Accessible name of a button or link, as far as the kit gives them one: a label of its own, else what it says. */
export const nameOf = (element: Element): string =>
  element.getAttribute('aria-label') ?? element.textContent.replace(/\s+/g, ' ').trim();

/** Buttons and links that are shown, by name; those of nested elements too. */
export function controls(root: Element): ReadonlyMap<string, HTMLElement> {
  const found = new Map<string, HTMLElement>();
  for (const element of deep(root.shadowRoot ?? root)) {
    if (element instanceof HTMLElement && element.matches('button, a') && element.checkVisibility())
      found.set(nameOf(element), element);
  }
  return found;
}

/** The button of this name; fails, naming those there are, without one. */
export function button(root: Element, name: string): HTMLElement {
  const all = controls(root);
  const found = all.get(name);
  expect(found, `button "${name}" among ${[...all.keys()].join(', ')}`).to.exist;
  return found!;
}

/** Opens the menu of an account and chooses something in it. */
export async function choose(root: Element, account: string, item: string): Promise<void> {
  const menu = button(root, `Actions for ${account}`);
  menu.focus();
  menu.click();
  await until(() => menu.getAttribute('aria-expanded') === 'true');
  button(root, item).click();
}

/** Name of what has focus, however deep: comparing names keeps failures short. */
export function focused(): string {
  const element = focusedElement();
  if (!element) return 'nothing';
  const label =
    element.id && (element.getRootNode() as ParentNode).querySelector(`label[for="${element.id}"]`);
  return label ? label.textContent.trim() : nameOf(element);
}

/** Texts of the regions that screen readers follow, the empty ones left out. */
export function announced(root: Element, role: 'status' | 'alert'): readonly string[] {
  const regions = [...deep(root.shadowRoot ?? root)].filter((one) =>
    one.matches(`[role="${role}"]`),
  );
  return regions.map(({textContent}) => textContent.replace(/\s+/g, ' ').trim()).filter(Boolean);
}

/** Runs something with the developer's warnings taken off the console, and lists them. */
export async function withoutWarnings(run: () => Promise<unknown>): Promise<readonly unknown[]> {
  const {warn} = console;
  const warnings: unknown[] = [];
  console.warn = (text: unknown) => warnings.push(text);
  try {
    await run();
  } finally {
    console.warn = warn;
  }
  return warnings;
}

/** Axe has nothing to say, in light and in dark. */
export async function expectAccessible(element: Element): Promise<void> {
  const root = document.documentElement;
  try {
    for (const [scheme, background] of [
      ['light', '#ffffff'],
      ['dark', '#0f1115'],
    ] as const) {
      root.style.setProperty('color-scheme', scheme);
      document.body.style.setProperty('background', background);
      await stilled();
      await expect(element).to.be.accessible();
    }
  } finally {
    root.style.removeProperty('color-scheme');
    document.body.style.removeProperty('background');
  }
}
