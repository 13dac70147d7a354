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
  toggle.addEventListener('click', () => {
    const isOpen = toggle.getAttribute('aria-expanded') === 'true';
    toggle.setAttribute('aria-expanded', String(!isOpen));
  });
  return el('div', {class: 'display'}, toggle, groups);
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
