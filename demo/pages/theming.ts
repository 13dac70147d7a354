import {byId, input, select} from '../src/dom.js';

/** What can be tried: the token, and the control for it. */
const CONTROLS = [
  {
    token: '--pg-color-accent',
    ...input('Accent', {type: 'color', id: 'theming-accent', value: '#3d4fdb'}),
  },
  {
    token: '--pg-color-on-accent',
    ...input('Text on accent', {type: 'color', id: 'theming-on-accent', value: '#ffffff'}),
  },
  {
    token: '--pg-radius-m',
    ...select(
      'Corners',
      [
        ['', 'As they are'],
        ['0px', 'Square'],
        ['4px', 'Slightly round'],
        ['14px', 'Round'],
      ],
      {id: 'theming-radius'},
    ),
  },
  {
    token: '--pg-control-size',
    ...select(
      'Height of controls',
      [
        ['', 'As it is'],
        ['30px', 'Dense'],
        ['46px', 'Roomy'],
      ],
      {id: 'theming-size'},
    ),
  },
  {
    token: '--pg-font',
    ...select(
      'Font',
      [
        ['', 'Inherited'],
        ['Georgia, serif', 'Serif'],
        ['ui-monospace, monospace', 'Monospace'],
      ],
      {id: 'theming-font'},
    ),
  },
] as const;

const themed = byId('themed', HTMLElement);
const code = byId('theming-code', HTMLElement).querySelector('code');
const chosen = new Map<string, string>();

byId('theming-controls', HTMLElement).append(...CONTROLS.map(({field}) => field));
for (const {token, control} of CONTROLS) {
  control.addEventListener('input', () => {
    if (control.value) chosen.set(token, control.value);
    else chosen.delete(token);
    if (control.value) themed.style.setProperty(token, control.value);
    else themed.style.removeProperty(token);
    showCode();
  });
}

// Colours of the table: through the CSSOM, because the policy of the page allows no style attributes.
for (const swatch of document.querySelectorAll<HTMLElement>('.swatch')) {
  swatch.style.setProperty('--swatch', swatch.dataset.swatch ?? '');
}

function showCode(): void {
  if (!code) return;
  const lines = [...chosen].map(([token, value]) => `  ${token}: ${value};`);
  code.textContent = `:root {\n${lines.join('\n')}\n}`;
}
