import {el} from './dom.js';
import {preference, setPreference, type Preference, type PreferenceName} from './preferences.js';

/** Theme, direction and width: in a row where there is room, behind one button where there is not. */
export function displayControls(): HTMLElement {
  const groups = el(
    'div',
    {class: 'display-groups', id: 'display'},
    segments('theme', 'Theme', {system: 'Auto', light: 'Light', dark: 'Dark'}),
    segments('dir', 'Direction', {ltr: 'LTR', rtl: 'RTL'}),
    segments('width', 'Width', {full: 'Full', narrow: '360 px'}),
  );
  const toggle = el(
    'button',
    {
      type: 'button',
      class: 'button display-toggle',
      'aria-expanded': 'false',
      'aria-controls': 'display',
    },
    'Display',
  );
  const display = el('div', {class: 'display'}, toggle, groups);
  const isOpen = (): boolean => toggle.getAttribute('aria-expanded') === 'true';
  const setOpen = (open: boolean): void => toggle.setAttribute('aria-expanded', String(open));
  toggle.addEventListener('click', () => setOpen(!isOpen()));
  display.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !isOpen()) return;
    setOpen(false);
    toggle.focus();
  });
  document.addEventListener('click', (event) => {
    if (!event.composedPath().includes(display)) setOpen(false);
  });
  return display;
}

function segments<N extends PreferenceName>(
  name: N,
  legend: string,
  labels: Readonly<Record<Preference<N>, string>>,
): HTMLFieldSetElement {
  const current = preference(name);
  const options = Object.entries(labels) as [Preference<N>, string][];
  return el(
    'fieldset',
    {class: 'segments'},
    el('legend', {}, legend),
    ...options.map(([value, label]) => {
      const radio = el('input', {type: 'radio', name, value, checked: value === current});
      radio.addEventListener('change', () => setPreference(name, value));
      return el('label', {}, radio, el('span', {dir: 'ltr'}, label));
    }),
  );
}
