import {el} from './dom.js';
import {preference, setPreference, type Preference, type PreferenceName} from './preferences.js';

/** Theme, direction and width, behind the button of the header. */
export function startDisplay(display: HTMLElement, toggle: HTMLButtonElement): void {
  display.append(
    el(
      'div',
      {class: 'display-groups', id: 'display-groups'},
      segments('theme', 'Theme', {system: 'Auto', light: 'Light', dark: 'Dark'}),
      segments('dir', 'Direction', {ltr: 'LTR', rtl: 'RTL'}),
      segments('width', 'Width of examples', {full: 'Full', narrow: '360 px'}),
    ),
  );
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
