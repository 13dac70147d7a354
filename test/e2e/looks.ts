/** What people see of a page, and what they must not see. */
export interface Look {
  /** Visible texts of the kit, in their order. */
  readonly texts: readonly string[];
  /** Names of the visible buttons that can be pressed. */
  readonly buttons: readonly string[];
  /** What says that it is busy. */
  readonly busy: readonly string[];
  /** Texts that only a program can have written. */
  readonly raw: readonly string[];
}

/** Looks at the page that this runs in, through all shadow roots. */
export function look(): Look {
  const RAW =
    /is not a function|is not iterable|is not an object|Cannot (read|set|convert)|\bundefined\b|\bnull\b|\bNaN\b|\[object |(Type|Syntax|Range|Reference)Error|Unexpected (token|end)|JSON|[Pp]aragon|<\/?\w+>|\b\w\d?\.\w+\(/;
  const texts: string[] = [];
  const buttons: string[] = [];
  const busy: string[] = [];
  const visit = (node: Node): void => {
    if (node instanceof Text) {
      const text = node.data.trim();
      if (text) texts.push(text);
      return;
    }
    if (node instanceof Element) {
      if (node.matches('script, style, noscript')) return;
      const {display, visibility} = getComputedStyle(node);
      // `checkVisibility` takes `display: contents` for invisible.
      if (display === 'none' || visibility === 'hidden') return;
      if (node.getAttribute('aria-busy') === 'true' || node.matches('.spinner, [part=skeleton]'))
        busy.push(`${node.localName}.${node.className}`);
      if (node instanceof HTMLButtonElement && !node.disabled)
        buttons.push((node.getAttribute('aria-label') ?? node.textContent).trim());
    }
    if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0) return;
    const root = node instanceof Element ? node.shadowRoot : null;
    for (const child of [...(root?.childNodes ?? []), ...node.childNodes]) visit(child);
  };
  visit(document.body);
  return {texts, buttons, busy, raw: texts.filter((text) => RAW.test(text))};
}
