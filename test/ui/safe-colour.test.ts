import {expect} from '@open-wc/testing';
import {safeColour} from '../../src/ui/safe.js';

const label = (raw: unknown): string =>
  typeof raw === 'string' ? raw.slice(0, 60) : `a value of type ${typeof raw}`;

describe('safeColour', () => {
  for (const colour of [
    '#fff',
    '#FFFa',
    '#4a154b',
    '#4a154bcc',
    'rgb(1, 2, 3)',
    'rgba(1 2 3 / 50%)',
    'rgb(10%, 20%, 30%)',
    'hsl(210deg 50% 40%)',
    'hsla(210, 50%, 40%, 0.5)',
    'rebeccapurple',
    ' Tomato ',
  ]) {
    it(`keeps ${colour}`, () => {
      expect(safeColour(colour)).to.equal(colour.trim());
    });
  }

  for (const raw of [
    '',
    '#ff',
    '#ggg',
    '#12345',
    'red;background:url(//evil.example)',
    'red}*{color:red',
    'url(https://evil.example/x)',
    'var(--secret)',
    'rgb(var(--x))',
    'rgb(calc(1), 2, 3)',
    'rgb(from red r g b)',
    'color-mix(in srgb, red, blue)',
    'image-set("x")',
    'expression(alert(1))',
    'inherit',
    'revert',
    'currentColor',
    'transparent',
    'nosuchcolour',
    'red/**/',
    'red\n;',
    '\\72 ed',
    `#${'f'.repeat(1e6)}`,
    `rgb(${' '.repeat(1e5)}`,
    undefined,
    null,
    0xff0000,
    {},
    ['red'],
  ]) {
    it(`refuses ${label(raw)}`, () => {
      expect(safeColour(raw)).to.equal(undefined);
    });
  }
});
