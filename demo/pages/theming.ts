import {PgInput} from '../../src/elements/input/input.js';
import {contrast, painted, PAIRS} from '../src/contrast.js';
import {button, byId, el, select} from '../src/dom.js';

const themed = byId('themed', HTMLElement);
const code = byId('theming-code', HTMLElement).querySelector('code');
const report = byId('theming-contrast', HTMLElement);
const controls = [
  ...byId('theming-tokens', HTMLElement).querySelectorAll<HTMLInputElement>('[data-token]'),
];

/** What was changed, by token: one value, or one for light and one for dark. */
const changed = new Map<string, string | Record<Scheme, string>>();
type Scheme = 'light' | 'dark';

const files = new Map(
  [...document.querySelectorAll<HTMLTemplateElement>('[data-theme-file]')].map(
    ({dataset, content}) => [dataset['themeFile'] ?? '', content.textContent],
  ),
);
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

/** Knows what a value comes to where the elements stand. */
const probe = el('span', {hidden: true});
themed.append(probe);

const theme = select('Theme', [
  ['', 'Default'],
  ['shadcn.css', 'Like shadcn/ui'],
  ['material.css', 'Like Material'],
  ['dense.css', 'Dense'],
  ['high-contrast.css', 'High contrast'],
]);
const scheme = select('Colours of', [
  ['', 'The page'],
  ['light', 'Light'],
  ['dark', 'Dark'],
]);
byId('theming-bar', HTMLElement).append(
  theme.field,
  scheme.field,
  button('Reset', () => {
    changed.clear();
    theme.control.value = '';
    for (const control of controls) if (control.type !== 'color') control.value = '';
    update();
  }),
);
theme.control.addEventListener('change', update);
scheme.control.addEventListener('change', update);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', update);
for (const control of controls) control.addEventListener('input', () => change(control));

byId('themed-text', PgInput).input = {
  id: 'themed-text',
  type: 'TEXT_NO_VARS',
  title: 'Name of the folder',
  placeholder: 'Reports',
};
byId('themed-switch', PgInput).input = {
  id: 'themed-switch',
  type: 'SWITCH',
  title: 'Copy new files at once',
};

// Colours of the table: through the CSSOM, because the policy of the page allows no style attributes.
for (const swatch of document.querySelectorAll<HTMLElement>('.swatch')) {
  swatch.style.setProperty('--swatch', swatch.dataset['swatch'] ?? '');
}
update();

function change(control: HTMLInputElement): void {
  const {token = ''} = control.dataset;
  if (control.type === 'color') {
    const before = changed.get(token);
    const both =
      typeof before === 'object'
        ? before
        : {light: valueIn(control, 'light'), dark: valueIn(control, 'dark')};
    changed.set(token, {...both, [shownScheme()]: control.value});
  } else if (control.value.trim() === '') changed.delete(token);
  else changed.set(token, control.value.trim());
  update();
}

function shownScheme(): Scheme {
  const [red] = painted(computed('background-color', 'light-dark(#fff, #000)'));
  return red === 0 ? 'dark' : 'light';
}

/** What a colour is in one of the schemes, as `#rrggbb`. */
function valueIn(control: HTMLInputElement, side: Scheme): string {
  probe.style.setProperty('color-scheme', side);
  const value = hexOf(control);
  probe.style.removeProperty('color-scheme');
  return value;
}

/** A colour of the token, or of the kit where nothing sets it. */
function colourOf(token: string): string {
  const control = controls.find(({dataset}) => dataset['token'] === token);
  const {light = '#000', dark = '#fff'} = control?.dataset ?? {};
  return computed('background-color', `var(${token}, light-dark(${light}, ${dark}))`);
}

function hexOf({dataset}: HTMLInputElement): string {
  const parts = painted(colourOf(dataset['token'] ?? ''));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function computed(property: string, value: string): string {
  probe.style.setProperty(property, value);
  return getComputedStyle(probe).getPropertyValue(property);
}

function update(): void {
  const file = files.get(theme.control.value);
  const lines = [...changed].map(
    ([token, value]) =>
      `  ${token}: ${typeof value === 'string' ? value : `light-dark(${value.light}, ${value.dark})`};`,
  );
  const own = lines.length > 0 ? `:root {\n${lines.join('\n')}\n}` : '';
  sheet.replaceSync(`${file ?? ''}\n${own}`.replaceAll(':root', '#themed'));
  themed.style.setProperty('color-scheme', scheme.control.value || 'inherit');
  themed.style.setProperty('background', 'var(--pg-color-surface, Canvas)');
  for (const control of controls) {
    if (control.type === 'color' && document.activeElement !== control)
      control.value = hexOf(control);
  }
  showContrast();
  if (!code) return;
  const imported = file === undefined ? '' : `@import 'pg-elements/themes/${theme.control.value}';`;
  code.textContent =
    [imported, own].filter(Boolean).join('\n\n') || '/* Nothing is changed yet. */';
}

function showContrast(): void {
  const low = PAIRS.flatMap(([front, back, least]) => {
    const [above, below] = [front, back].map((name) => painted(colourOf(`--pg-color-${name}`)));
    const ratio = above && below ? contrast(above, below) : 0;
    return ratio >= least
      ? []
      : [`${front} on ${back}: ${ratio.toFixed(1)}, at least ${String(least)} is needed`];
  });
  const summary = `${PAIRS.length - low.length} of ${PAIRS.length} pairs of colours have enough contrast.`;
  report.replaceChildren(
    summary,
    low.length > 0 ? el('ul', {}, ...low.map((text) => el('li', {}, text))) : '',
  );
}
