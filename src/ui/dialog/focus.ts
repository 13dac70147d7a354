const CANDIDATES =
  'a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [contenteditable], [tabindex]';

/** The focused element itself, however many shadow roots deep; `undefined` when nothing has focus. */
export function focusedElement(): HTMLElement | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && active !== document.body ? active : undefined;
}

/** What Tab reaches first (or last) below an element, in the order people see: slots and shadow roots resolved. */
export function tabStop(root: Element, end: 'first' | 'last'): HTMLElement | undefined {
  const children = flatChildren(root);
  if (end === 'last') children.reverse();
  for (const child of children) {
    if (child.hasAttribute('inert')) continue;
    // A host taken out of the tab order takes its whole shadow tree with it.
    const inside = child.shadowRoot && isOut(child) ? undefined : tabStop(child, end);
    const itself = isTabStop(child) ? child : undefined;
    const found = end === 'first' ? (itself ?? inside) : (inside ?? itself);
    if (found) return found;
  }
  return undefined;
}

const isOut = (element: Element): boolean =>
  element.hasAttribute('tabindex') && !(element instanceof HTMLElement && element.tabIndex >= 0);

function flatChildren(parent: Element): Element[] {
  if (parent.shadowRoot) return [...parent.shadowRoot.children];
  if (parent instanceof HTMLSlotElement) return parent.assignedElements({flatten: true});
  return [...parent.children];
}

function isTabStop(element: Element): element is HTMLElement {
  if (!(element instanceof HTMLElement) || !element.matches(CANDIDATES)) return false;
  if (element.tabIndex < 0 || element.matches(':disabled, [type="hidden"]')) return false;
  // Asked of the control alone: slots and hosts with `display: contents` have no box and count as unseen.
  if (!element.checkVisibility({visibilityProperty: true})) return false;
  // A host with a tabindex passes focus on to its inside when it delegates.
  return !element.shadowRoot?.delegatesFocus;
}
