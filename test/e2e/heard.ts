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
const focuses: {readonly text: string; readonly at: number}[] = [];
/** What is said within this time of something else is said of the same change (ms). */
const AT_ONCE = 1500;
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

  /** What was announced twice, by itself or by what the focus came to with it, and what nobody was told, once all is quiet. */
  async problems(quiet: number): Promise<readonly string[]> {
    await announcements.silence(quiet);
    const twice = heard.filter(({text, at}, index) =>
      heard.slice(0, index).some((one) => at - one.at < AT_ONCE && says(one.text, text)),
    );
    const focused = heard.filter(({text, at}) =>
      focuses.some((one) => Math.abs(at - one.at) < AT_ONCE && one.text.includes(text)),
    );
    return [
      ...twice.map(({text}) => `twice: ${text}`),
      ...focused.map(({text}) => `with the focus: ${text}`),
      ...missed.map((text) => `not at all: ${text}`),
    ];
  },

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

/** Whether one of two texts has all of the other. */
const says = (a: string, b: string): boolean =>
  b.length > 3 && (a.includes(b) || (a.length > 3 && b.includes(a)));

/** The name of what has the focus, and what it is described by. */
function focusText(element: Element): string {
  const root = element.getRootNode();
  // What had the focus may be gone by now.
  if (!(root instanceof Document || root instanceof ShadowRoot)) return '';
  const ids = ['aria-labelledby', 'aria-describedby']
    .flatMap((name) => (element.getAttribute(name) ?? '').split(' '))
    .filter(Boolean);
  const texts = ids.map((id) => root.getElementById(id)?.textContent ?? '');
  const own = element.matches('button, a, [role], h1, h2, h3, h4, p') ? element.textContent : '';
  return [element.getAttribute('aria-label') ?? own, ...texts]
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

document.addEventListener('focusin', () => {
  const active = deepFocus();
  // Described by what comes with the next render.
  if (active)
    setTimeout(
      () => focuses.push({text: focusText(active), at: Math.round(performance.now())}),
      50,
    );
});

function deepFocus(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
