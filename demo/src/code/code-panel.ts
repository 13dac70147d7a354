import {button, copyFrom, el} from '../dom.js';
import {highlight, type Language} from './highlight.js';

/** Code under a title, to copy. */
export function codePanel(title: string, code: string, language: Language): HTMLElement {
  const copy = button('Copy', () => void copyFrom(copy, code), {
    class: 'button small',
    'aria-label': `Copy ${title}`,
  });
  return el(
    'figure',
    {class: 'code'},
    el('figcaption', {class: 'panel-header'}, el('span', {}, title), copy),
    el(
      'pre',
      {dir: 'ltr', tabindex: '0', role: 'group', 'aria-label': title},
      el('code', {}, highlight(code, language)),
    ),
  );
}

/** The markup of an element as it stands in the page's source. Read it before anything changes the element. */
export function sourceOf(element: Element): string {
  const lines = element.outerHTML.replaceAll('=""', '').split('\n');
  const last = lines.at(-1) ?? '';
  const indent = last.length - last.trimStart().length;
  return lines
    .map((line, index) => (index === 0 ? line : line.slice(Math.min(indent, leading(line)))))
    .join('\n');
}

function leading(line: string): number {
  return line.length - line.trimStart().length;
}
