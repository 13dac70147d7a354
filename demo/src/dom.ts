type Child = Node | string | false | null | undefined;
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Makes an element. `true` is an empty attribute; false and undefined leave it out. Strings become text, never markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child != null && child !== false));
  return element;
}

/** A button with a click listener. */
export function button(
  label: string,
  onClick: () => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  const element = el('button', {type: 'button', class: 'button', ...attributes}, label);
  element.addEventListener('click', onClick);
  return element;
}

/** A labelled choice from a list. */
export function select(
  label: string,
  options: readonly (readonly [value: string, label: string])[],
  attributes: Attributes = {},
): {readonly field: HTMLElement; readonly control: HTMLSelectElement} {
  const control = el(
    'select',
    {class: 'control', ...attributes},
    ...options.map(([value, text]) => el('option', {value}, text)),
  );
  return {field: el('label', {class: 'field'}, el('span', {}, label), control), control};
}

/** A labelled input. */
export function input(
  label: string,
  attributes: Attributes = {},
): {readonly field: HTMLElement; readonly control: HTMLInputElement} {
  const control = el('input', {class: 'control', ...attributes});
  return {field: el('label', {class: 'field'}, el('span', {}, label), control), control};
}

/** A labelled tick box. */
export function checkbox(
  label: string,
  attributes: Attributes = {},
): {readonly field: HTMLElement; readonly control: HTMLInputElement} {
  const control = el('input', {type: 'checkbox', ...attributes});
  return {field: el('label', {class: 'check'}, control, el('span', {}, label)), control};
}

/** The element with this id. */
export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`The page has no #${id}.`);
  return element;
}

/** Sets what a control shows, unless the person is in the middle of changing it. */
export function show(control: HTMLInputElement | HTMLSelectElement, value: string): void {
  if (document.activeElement !== control && control.value !== value) control.value = value;
}

/** Calls `render` with a value only when it is another than before. */
export function whenChanged<T>(render: (value: T) => void): (value: T) => void {
  let before: string | undefined;
  return (value) => {
    const now = JSON.stringify(value);
    if (now === before) return;
    before = now;
    render(value);
  };
}

/** Copies a text, and says in the button whether that worked. */
export async function copyFrom(source: HTMLButtonElement, text: string): Promise<void> {
  const label = source.textContent;
  try {
    await navigator.clipboard.writeText(text);
    source.textContent = 'Copied';
  } catch {
    source.textContent = 'Not allowed';
  }
  setTimeout(() => (source.textContent = label), 1500);
}
