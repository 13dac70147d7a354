import {basename} from 'node:path';
import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import css from 'highlight.js/lib/languages/css';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import {Markup, markup} from './markup.js';

hljs.registerLanguage('bash', bash);
hljs.registerLanguage('css', css);
hljs.registerLanguage('javascript', javascript);
hljs.registerLanguage('json', json);
hljs.registerLanguage('typescript', typescript);
hljs.registerLanguage('xml', xml);

/** Language by what a file's name ends with. Single-file components are HTML with scripts and styles in it. */
const LANGUAGES: Readonly<Record<string, string>> = {
  css: 'css',
  html: 'xml',
  js: 'javascript',
  json: 'json',
  jsx: 'javascript',
  mjs: 'javascript',
  sh: 'bash',
  svelte: 'xml',
  ts: 'typescript',
  tsx: 'typescript',
  vue: 'xml',
};

export interface CodeBlock {
  readonly title: string;
  readonly code: string;
  /** What the name of a file with this code would end with; anything else is shown without colours. */
  readonly extension: string;
}

/** Code under a title, coloured while the site is built, to copy. */
export function codeBlock({title, code, extension}: CodeBlock): Markup {
  const text = code.trim();
  const language = LANGUAGES[extension];
  const coloured = language ? new Markup(hljs.highlight(text, {language}).value) : markup`${text}`;
  return markup`<figure class="code">
<figcaption class="panel-header"><span>${title}</span><button type="button" class="button small" data-copy aria-label="Copy ${title}">Copy</button></figcaption>
<pre dir="ltr" tabindex="0"${language === 'bash' && new Markup(' class="command"')} role="group" aria-label="${title}"><code>${coloured}</code></pre>
</figure>`;
}

export function extensionOf(file: string): string {
  return basename(file).split('.').at(-1) ?? '';
}

/** Takes away the indentation that all lines share, and empty lines around. */
export function dedent(text: string): string {
  const lines = text
    .replace(/^\s*\n/, '')
    .trimEnd()
    .split('\n');
  const indents = lines
    .filter((line) => line.trim())
    .map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join('\n');
}
