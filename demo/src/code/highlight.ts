import {el} from '../dom.js';

export type Language = 'html' | 'ts' | 'sh';

const TOKENS: Readonly<Record<Language, RegExp>> = {
  html: /(?<comment><!--[^]*?-->)|(?<keyword><\/?[a-z][\w-]*|\/?>)|(?<string>"[^"]*")|(?<name>[\w-]+(?==))/g,
  ts: /(?<comment>\/\/.*|\/\*[^]*?\*\/)|(?<string>'[^'\n]*'|`[^`]*`)|(?<keyword>\b(?:async|await|const|export|for|from|function|if|import|new|of|return|type)\b)/g,
  sh: /(?<comment>#.*)/g,
};

/** Code as coloured text. Everything is a text node, so that code of any origin does nothing. */
export function highlight(code: string, language: Language): DocumentFragment {
  const fragment = document.createDocumentFragment();
  let end = 0;
  for (const match of code.matchAll(TOKENS[language])) {
    const kind = Object.entries(match.groups ?? {}).find(([, text]) => text)?.[0];
    fragment.append(code.slice(end, match.index), el('span', {class: `code-${kind}`}, match[0]));
    end = match.index + match[0].length;
  }
  fragment.append(code.slice(end));
  return fragment;
}
