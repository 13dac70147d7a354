/** Runs in pages of engines that Playwright does not drive here: finds elements as its locators do, also in shadow trees and frames. */

/** A text that is contained, is all there is, or matches. */
export type Words =
  | {readonly text: string; readonly isExact: boolean}
  | {readonly source: string; readonly flags: string};

export type Query =
  | {readonly by: 'role'; readonly role: string; readonly name?: Words; readonly level?: number}
  | {readonly by: 'text'; readonly words: Words}
  | {readonly by: 'css'; readonly css: string}
  | {readonly by: 'within'; readonly outer: Query; readonly inner: Query}
  | {readonly by: 'frame'; readonly css: string; readonly inner: Query}
  | {readonly by: 'either'; readonly queries: readonly Query[]}
  | {readonly by: 'nth'; readonly of: Query; readonly index: number};

type Root = Document | Element | ShadowRoot;

/** Everything below, as it is rendered: shadow trees instead of what stands in their hosts, that at its slot. */
function* deep(root: Root): Generator<Element> {
  // Those of a frame are of other classes.
  const shadow = 'shadowRoot' in root ? root.shadowRoot : null;
  const children = shadow ? shadow.children : childrenOf(root);
  for (const child of children) {
    yield child;
    yield* deep(child);
  }
}

const isSlot = (node: unknown): node is HTMLSlotElement =>
  (node as Element).localName === 'slot' && 'assignedNodes' in (node as object);

function childrenOf(root: Root): Iterable<Element> {
  if (isSlot(root)) {
    const assigned = root.assignedElements();
    if (assigned.length > 0) return assigned;
  }
  return root.children;
}

function isShown(element: Element): boolean {
  if (!element.isConnected) return false;
  const {width, height} = element.getBoundingClientRect();
  return width > 0 && height > 0 && element.checkVisibility({visibilityProperty: true});
}

/** Hidden from assistive technology, and from queries by role. */
function isHidden(element: Element): boolean {
  for (let one: Element | null = element; one; one = parentOf(one))
    if (one.getAttribute('aria-hidden') === 'true') return true;
  return !element.checkVisibility({visibilityProperty: true});
}

const parentOf = (element: Element): Element | null =>
  element.assignedSlot ??
  element.parentElement ??
  (element.getRootNode() as Partial<ShadowRoot>).host ??
  null;

function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node as Text).data;
  if (!(node as Partial<Element>).localName) return '';
  const element = node as Element;
  if (['style', 'script', 'template'].includes(element.localName)) return '';
  const assigned = isSlot(element) ? element.assignedNodes() : [];
  const nodes = assigned.length > 0 ? assigned : (element.shadowRoot ?? element).childNodes;
  return [...nodes].map(textOf).join('');
}

/** What is read aloud of it. */
const spokenTextOf = (element: Element): string =>
  [...(isSlot(element) ? element.assignedNodes() : (element.shadowRoot ?? element).childNodes)]
    .map((node) => {
      if (node.nodeType === Node.TEXT_NODE) return (node as Text).data;
      if (!(node as Partial<Element>).localName || isHidden(node as Element)) return '';
      const inner = (node as Element).getAttribute('aria-label') ?? spokenTextOf(node as Element);
      const {display} = getComputedStyle(node as Element);
      return display.startsWith('inline') || display === 'contents' ? inner : ` ${inner} `;
    })
    .join('');

function nameOf(element: HTMLElement): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const byIds = ids.map((id) => root.getElementById(id)).filter((one) => one !== null);
  const labelling = byIds.length > 0 ? byIds : (element.ariaLabelledByElements ?? []);
  if (labelling.length > 0) return labelling.map(spokenTextOf).join(' ');
  const label = element.getAttribute('aria-label');
  if (label) return label;
  const labels = [...((element as HTMLInputElement).labels ?? [])];
  if (labels.length > 0) return labels.map(spokenTextOf).join(' ');
  return spokenTextOf(element) || element.title || element.getAttribute('placeholder') || '';
}

const HEADING = /^h[1-6]$/;
const INPUT_ROLES: Readonly<Record<string, string>> = {
  search: 'searchbox',
  checkbox: 'checkbox',
  radio: 'radio',
  button: 'button',
  submit: 'button',
  number: 'spinbutton',
};

function roleOf(element: Element): string | undefined {
  const given = element.getAttribute('role');
  if (given) return given;
  if (HEADING.test(element.localName)) return 'heading';
  switch (element.localName) {
    case 'button':
    case 'dialog':
      return element.localName;
    case 'a':
      return element.hasAttribute('href') ? 'link' : undefined;
    case 'textarea':
      return 'textbox';
    case 'select':
      return 'combobox';
    case 'input':
      return INPUT_ROLES[(element as HTMLInputElement).type] ?? 'textbox';
    default:
      return undefined;
  }
}

function levelOf(element: Element): number {
  return Number(element.getAttribute('aria-level') ?? element.localName.slice(1));
}

function says(text: string, words: Words): boolean {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  if ('source' in words) return new RegExp(words.source, words.flags).test(plain);
  return words.isExact
    ? plain === words.text
    : plain.toLowerCase().includes(words.text.toLowerCase());
}

export function find(query: Query, root: Root = document): Element[] {
  switch (query.by) {
    case 'role':
      return [...deep(root)].filter(
        (element) =>
          roleOf(element) === query.role &&
          (query.level === undefined || levelOf(element) === query.level) &&
          !isHidden(element) &&
          (!query.name || says(nameOf(element as HTMLElement), query.name)),
      );
    case 'text': {
      const saying = [...deep(root)].filter((element) => says(textOf(element), query.words));
      return saying.filter((element) => ![...deep(element)].some((one) => saying.includes(one)));
    }
    case 'css':
      return [...deep(root)].filter((element) => element.matches(query.css));
    case 'within':
      return [...new Set(find(query.outer, root).flatMap((outer) => find(query.inner, outer)))];
    case 'frame':
      return find({by: 'css', css: query.css}, root).flatMap((frame) => {
        const {contentDocument} = frame as HTMLIFrameElement;
        return contentDocument ? find(query.inner, contentDocument) : [];
      });
    case 'either': {
      const found = new Set(query.queries.flatMap((one) => find(one, root)));
      const documents = new Set([...found].map(({ownerDocument}) => ownerDocument));
      return [...documents].flatMap((one) =>
        [...deep(one)].filter((element) => found.has(element)),
      );
    }
    case 'nth': {
      const one = find(query.of, root).at(query.index);
      return one ? [one] : [];
    }
  }
}

/** The one that a query finds; one that finds several means none. */
function theOne(query: Query): Element | undefined {
  const [element, another] = find(query);
  if (another) throw new Error(`This finds several: ${JSON.stringify(query)}`);
  return element;
}

export function isVisible(query: Query): boolean {
  const element = theOne(query);
  return element !== undefined && isShown(element);
}

export const count = (query: Query): number => find(query).length;

/** Where to press it, in coordinates of the window, or why it cannot be pressed. */
export function pointOf(query: Query): readonly [number, number] | string {
  const element = theOne(query);
  if (!element) return 'it is not there';
  if (!isShown(element)) return 'it is not shown';
  if (element.matches(':disabled')) return 'it is disabled';
  if (!isInside(element)) {
    element.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
  }
  const box = boxOf(element);
  const [x, y] = [(box.x + box.right) / 2, (box.y + box.bottom) / 2];
  const over = whatCovers(element, x, y);
  if (over !== undefined) return over;
  const [left, top] = cornerOf(element);
  return [left + x, top + y];
}

/** Where the frame of an element begins in the outermost window. */
function cornerOf(element: Element): readonly [number, number] {
  const frame = element.ownerDocument.defaultView?.frameElement;
  if (!frame) return [0, 0];
  const [x, y] = cornerOf(frame);
  const box = boxOf(frame);
  return [x + box.x + frame.clientLeft, y + box.y + frame.clientTop];
}

/** Whether all of it is in sight: in its frame, and in the window. */
function isInside(element: Element): boolean {
  const box = boxOf(element);
  const [left, top] = cornerOf(element);
  const view = element.ownerDocument.defaultView ?? window;
  const isIn = (x: number, y: number, {innerWidth, innerHeight}: Window): boolean =>
    x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight;
  return [
    [box.x, box.y],
    [box.right, box.bottom],
  ].every(([x = 0, y = 0]) => isIn(x, y, view) && isIn(left + x, top + y, window));
}

/** Where it is in the window. Engines that do not know `currentCSSZoom` tell it as if nothing were zoomed. */
function boxOf(element: Element): DOMRect {
  const {x, y, width, height} = element.getBoundingClientRect();
  if ('currentCSSZoom' in element) return new DOMRect(x, y, width, height);
  let zoom = 1;
  for (let one: Element | null = element; one; one = parentOf(one))
    zoom *= Number(getComputedStyle(one).zoom) || 1;
  return new DOMRect(x * zoom, y * zoom, width * zoom, height * zoom);
}

/** What is on top there, unless it is this, something in it, or its label. */
function whatCovers(element: Element, x: number, y: number): string | undefined {
  let top = element.ownerDocument.elementFromPoint(x, y);
  while (top?.shadowRoot) {
    const inner = top.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === top) break;
    top = inner;
  }
  for (let one = top; one; one = parentOf(one)) if (one === element) return undefined;
  const found = top ? `<${top.localName} class="${top.className}">` : 'nothing';
  return `at ${Math.round(x)}, ${Math.round(y)} is ${found}`;
}

/** What is kept in the page from `aim` to `wasHit`. */
interface Aimed {
  aimed?: {isMissed: boolean; readonly listeners: AbortController} | undefined;
}
const aims = window as unknown as Aimed;

/**
 * The next press reaches this element, or nothing at all: between being measured and being pressed it may move, and something else be there,
 * for example while a page loads.
 */
export function aim(query: Query): boolean {
  const element = theOne(query);
  if (!element) return false;
  const aimed = {isMissed: false, listeners: new AbortController()};
  const check = (event: Event): void => {
    if (event.composedPath().includes(element)) return;
    aimed.isMissed = true;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const options = {capture: true, signal: aimed.listeners.signal};
  const views = new Set([window, element.ownerDocument.defaultView ?? window]);
  for (const view of views)
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
      view.addEventListener(type, check, options);
  aims.aimed?.listeners.abort();
  aims.aimed = aimed;
  return true;
}

/** Whether the press since `aim` reached its element. */
export function wasHit(): boolean {
  const {aimed} = aims;
  aimed?.listeners.abort();
  aims.aimed = undefined;
  return aimed?.isMissed !== true;
}

/** Gives it the focus, with its text selected. */
export function focus(query: Query): boolean {
  const element = theOne(query);
  if (!element || !isShown(element)) return false;
  (element as HTMLElement).focus();
  return true;
}

export function select(query: Query): void {
  (theOne(query) as HTMLInputElement | undefined)?.select();
}

export const element = theOne;
