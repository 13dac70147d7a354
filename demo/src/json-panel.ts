import {el} from './dom.js';

/** JSON under a title, to copy, that changes with what it shows. */
export interface JsonPanel {
  readonly element: HTMLElement;
  readonly show: (value: unknown) => void;
}

/** Looks and copies as the code of the site does. Not a live region: it would talk over what is being typed. */
export function jsonPanel(title: string): JsonPanel {
  const code = el('code');
  const copy = el(
    'button',
    {type: 'button', class: 'button small', 'data-copy': true, 'aria-label': `Copy ${title}`},
    'Copy',
  );
  const element = el(
    'figure',
    {class: 'code'},
    el('figcaption', {class: 'panel-header'}, el('span', {}, title), copy),
    el('pre', {dir: 'ltr', tabindex: '0', role: 'group', 'aria-label': title}, code),
  );
  return {
    element,
    show: (value) => {
      const text = value === undefined ? 'undefined' : JSON.stringify(value, null, 2);
      if (code.textContent !== text) code.textContent = text;
    },
  };
}
