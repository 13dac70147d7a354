/** A state that lasts only as long as the pointer or the focus is there. */
export type HeldState = 'hover' | 'focus-visible' | 'active';

/** What people point at or focus in a control. */
const CONTROL = 'input, textarea, button, [role="combobox"]';

/** Shows a control as it looks in a state, by the rules of its own style sheets. */
export async function holdState(host: HTMLElement, state: HeldState): Promise<void> {
  const {shadowRoot: root} = host;
  if (!root) return;
  const inner = [...root.querySelectorAll<HTMLElement>('*')].find(
    ({localName, shadowRoot}) => localName.startsWith('pg-') && shadowRoot !== null,
  );
  const control = inner ?? root.querySelector<HTMLElement>(CONTROL);
  control?.toggleAttribute('data-held', true);
  root.adoptedStyleSheets = root.adoptedStyleSheets.map((sheet) => heldSheet(sheet, state));
  if (!inner) return;
  if ('updateComplete' in inner) await inner.updateComplete;
  await holdState(inner, state);
}

/** The same sheet, where the control that is held is in the state as well. */
function heldSheet(sheet: CSSStyleSheet, state: HeldState): CSSStyleSheet {
  const around = state === 'focus-visible' ? ['focus-visible', 'focus', 'focus-within'] : [state];
  const text = [...sheet.cssRules].map(({cssText}) => cssText).join('\n');
  const held = new CSSStyleSheet();
  held.replaceSync(
    around.reduce(
      (rules, name) =>
        rules.replaceAll(
          new RegExp(`:${name}(?![\\w-])`, 'g'),
          name === 'focus-visible' || name === 'focus'
            ? `:is(:${name}, [data-held])`
            : `:is(:${name}, [data-held], :has([data-held]))`,
        ),
      text,
    ),
  );
  return held;
}
