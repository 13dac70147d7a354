import * as icons from '../../../src/ui/icons.js';
import {contrast, PAIRS, TEXT} from '../../src/contrast.js';
import {markup, type Markup} from './markup.js';
import {readTokens, type Token} from './tokens.js';

/** Steps of the space token that the kit uses most. */
const STEPS = [1, 2, 3, 4, 5, 6, 8];

const prefix = '--pg-color-';

/** Every colour, as it is in light and in dark. Painted by the page's script. */
export function palette(): Markup {
  const colours = readTokens().filter(({name}) => name.startsWith(prefix));
  return markup`<ul class="palette">${colours.map(
    ({name, light, dark}) => markup`<li>
<span class="pair"><span class="chip-light" data-swatch="${light}"></span><span class="chip-dark" data-swatch="${dark}"></span></span>
<code>${name}</code><span class="hint">${light}<br>${dark}</span></li>`,
  )}</ul>`;
}

/** How well the colours can be read on each other. */
export function contrastTable(): Markup {
  const tokens = new Map(readTokens().map((token) => [token.name, token]));
  const find = (name: string): Token => {
    const token = tokens.get(prefix + name);
    if (!token) throw new Error(`There is no ${prefix}${name}.`);
    return token;
  };
  const cell = (front: string, back: string, least: number): Markup => {
    const ratio = contrast(rgbOf(front), rgbOf(back));
    if (ratio < least) throw new Error(`${front} on ${back} has a contrast of ${ratio}.`);
    const sample =
      least === TEXT
        ? markup`<span class="sample" data-front="${front}" data-back="${back}">Aa</span>`
        : markup`<span class="sample outline" data-line="${front}" data-back="${back}"></span>`;
    return markup`<td>${sample} ${ratio.toFixed(1)} : 1</td>`;
  };
  return markup`<table class="api"><thead><tr><th scope="col">Colours</th><th scope="col">Light</th><th scope="col">Dark</th></tr></thead><tbody>${PAIRS.map(
    ([front, back, least]) => {
      const [above, below] = [find(front), find(back)];
      return markup`<tr><th scope="row"><code>${front}</code> on <code>${back}</code></th>${cell(above.light, below.light, least)}${cell(above.dark, below.dark, least)}</tr>`;
    },
  )}</tbody></table>`;
}

/** The tokens of one kind, each with what it looks like. */
export function scale(of: string): Markup {
  const found = readTokens().filter(
    ({name}) => name === `--pg-${of}` || name.startsWith(`--pg-${of}-`),
  );
  const [first] = found;
  if (!first) throw new Error(`There is no token of ${of}.`);
  const rows =
    of === 'space'
      ? STEPS.map((step) => {
          const size = `${Number.parseFloat(first.light) * step}px`;
          return {name: `${first.name} × ${step}`, light: size, dark: size};
        })
      : found;
  return markup`<ul class="scale" data-scale="${of}">${rows.map(
    ({name, light, dark}) =>
      markup`<li><span class="scale-sample" data-light="${light}" data-dark="${dark}">${of === 'font-size' && 'Connect your tools'}</span><code>${name}</code><span class="hint">${light}${light !== dark && ` / ${dark}`}</span></li>`,
  )}</ul>`;
}

/** A box for every icon, drawn by the page's script. */
export function iconGrid(): Markup {
  return markup`<ul class="icons">${Object.keys(icons).map(
    (name) =>
      markup`<li><span class="icon-box" data-icon="${name}"></span><code>${name.replace(/Icon$/, '')}</code></li>`,
  )}</ul>`;
}

/** A colour written as `#rrggbb`. */
const rgbOf = (colour: string): [number, number, number] => [
  Number.parseInt(colour.slice(1, 3), 16),
  Number.parseInt(colour.slice(3, 5), 16),
  Number.parseInt(colour.slice(5, 7), 16),
];
