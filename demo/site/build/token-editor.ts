import {readdirSync, readFileSync} from 'node:fs';
import {markup, type Markup} from './markup.js';
import {readTokens, type Token} from './tokens.js';

/** Which tokens stand together, by their names; the first that fits. */
const GROUPS: readonly (readonly [label: string, pattern: RegExp])[] = [
  ['Colours', /^--pg-color-/],
  ['Type', /^--pg-(?:font|line)/],
  ['Corners, borders and focus', /^--pg-(?:radius|border|focus)/],
  ['Shadow and motion', /^--pg-(?:shadow|duration|easing)/],
  ['Space and sizes', /./],
];

const THEMES = new URL('../../../src/themes/', import.meta.url);

/** A control for every token, and the theme files for the page's script to begin with. */
export function tokenEditor(): Markup {
  const tokens = readTokens();
  const groupOf = ({name}: Token): string =>
    GROUPS.find(([, pattern]) => pattern.test(name))?.[0] ?? '';
  const groups = GROUPS.map(
    (
      [label],
      index,
    ) => markup`<details class="token-group" name="tokens"${index === 0 && markup` open`}>
<summary>${label}</summary>
<div class="theming-controls">${tokens.filter((token) => groupOf(token) === label).map(control)}</div>
</details>`,
  );
  const themes = readdirSync(THEMES).map(
    (file) =>
      markup`<template data-theme-file="${file}">${readFileSync(new URL(file, THEMES), 'utf8')}</template>`,
  );
  return markup`${groups}${themes}`;
}

function control({name, description, light, dark}: Token): Markup {
  const label = name.replace(/^--pg-(?:color-)?/, '');
  const isPlain = /^--pg-color-/.test(name) && /^#\w+$/.test(light);
  return isPlain
    ? markup`<label class="field" title="${description}"><span>${label}</span><input class="control" type="color" value="${light}" data-token="${name}" data-light="${light}" data-dark="${dark}"></label>`
    : markup`<label class="field" title="${description}"><span>${label}</span><input class="control" placeholder="${light}" spellcheck="false" autocomplete="off" data-token="${name}"></label>`;
}
