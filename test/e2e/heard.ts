/** Runs in the browser: keeps what live regions give screen readers to say, in every tree of the page from its first moment. */

/** Something that was announced without a move of the focus. */
export interface Heard {
  readonly text: string;
  readonly urgency: 'polite' | 'assertive';
  /** Milliseconds since the page began. */
  readonly at: number;
}

const REGIONS = '[role=status], [role=alert], [role=log], [aria-live], output';

const heard: Heard[] = [];
/** Texts of polite regions that came into the page together with them: most screen readers pass over these. */
const missed: string[] = [];
const roots = new Set<Document | ShadowRoot>();
const texts = new WeakMap<Element, string>();
let waiting: (() => void)[] = [];

const observer = new MutationObserver((records) => {
  const added = new Set(records.flatMap(({addedNodes}) => [...addedNodes]));
  const changed = new Set(records.map(({target}) => regionAround(target)));
  const come = [...added].flatMap((node) =>
    node instanceof Element
      ? [...(node.matches(REGIONS) ? [node] : []), ...node.querySelectorAll(REGIONS)]
      : [],
  );
  for (const region of new Set([...changed, ...come]))
    if (region) hear(region, come.includes(region));
});

function hear(region: Element, hasCome: boolean): void {
  const text = isReached(region) ? textOf(region).replace(/\s+/g, ' ').trim() : '';
  const before = texts.get(region) ?? '';
  texts.set(region, text);
  if (text === '' || text === before) return;
  const urgency =
    region.getAttribute('role') === 'alert' || region.getAttribute('aria-live') === 'assertive'
      ? 'assertive'
      : 'polite';
  if (hasCome && urgency === 'polite') missed.push(text);
  else heard.push({text, urgency, at: Math.round(performance.now())});
  for (const go of waiting) go();
  waiting = [];
}

/** What is around a node, through shadow roots and slots. */
function* around(node: Node | null): Generator<Element, void, undefined> {
  for (let at = node; at;) {
    if (at instanceof Element) yield at;
    const slot: Node | null = at instanceof Element || at instanceof Text ? at.assignedSlot : null;
    at = slot ?? at.parentNode ?? (at instanceof ShadowRoot ? at.host : null);
  }
}

function regionAround(node: Node): Element | undefined {
  for (const element of around(node)) if (element.matches(REGIONS)) return element;
  return undefined;
}

/** Whether screen readers can reach it: nothing hides it, and no modal dialog is in front of it. */
function isReached(region: Element): boolean {
  const path = [...around(region)];
  if (!path.includes(document.documentElement)) return false;
  const modals = [...roots].flatMap((root) => [...root.querySelectorAll('dialog:modal')]);
  return path.every(isExposed) && (modals.length === 0 || modals.some((one) => path.includes(one)));
}

function isExposed(element: Element): boolean {
  const {display, visibility} = getComputedStyle(element);
  return (
    display !== 'none' &&
    visibility !== 'hidden' &&
    !element.matches('[inert], [aria-hidden=true], [aria-live=off]')
  );
}

function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element)) return '';
  if (!isExposed(node)) return '';
  const label = node.getAttribute('aria-label') ?? node.getAttribute('alt');
  if (label !== null && !node.matches(REGIONS)) return ` ${label} `;
  const children =
    node instanceof HTMLSlotElement && node.assignedNodes().length > 0
      ? node.assignedNodes()
      : (node.shadowRoot ?? node).childNodes;
  const text = [...children].map(textOf).join('');
  return getComputedStyle(node).display.startsWith('inline') ? text : ` ${text} `;
}

function watch(root: Document | ShadowRoot): void {
  roots.add(root);
  observer.observe(root, {childList: true, characterData: true, subtree: true});
}

const attach = Object.getOwnPropertyDescriptor(Element.prototype, 'attachShadow')?.value as (
  this: Element,
  init: ShadowRootInit,
) => ShadowRoot;
Element.prototype.attachShadow = function (init) {
  const root = attach.call(this, init);
  watch(root);
  return root;
};
watch(document);

export const announcements = {
  heard,
  missed,

  /** Resolves when nothing was announced and the focus stayed for this long, in milliseconds. */
  async silence(duration: number): Promise<void> {
    for (;;) {
      const focus = deepFocus();
      const isQuiet = await new Promise<boolean>((resolve) => {
        waiting.push(() => resolve(false));
        setTimeout(() => resolve(true), duration);
      });
      if (isQuiet && focus === deepFocus()) return;
    }
  },
};

function deepFocus(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
