import {render} from 'lit';
import {PgInput} from '../../src/elements/input/input.js';
import '../../src/define.js';
import {baseStyles} from '../../src/ui/base-styles.js';
import {buttonStyles} from '../../src/ui/button-styles.js';
import type {PgCombobox} from '../../src/ui/combobox/combobox.js';
import '../../src/ui/combobox/pg-combobox.js';
import * as icons from '../../src/ui/icons.js';
import {byId, el} from '../src/dom.js';
import {holdState, type HeldState} from './design-states.js';
import {KINDS, type Kind} from './inputs-types.js';

const BUTTONS = {
  Button: 'button',
  'Primary button': 'button primary',
  'Plain button': 'button plain',
  'Button that deletes': 'button danger',
};

const INPUTS = ['TEXT_NO_VARS', 'TEXTAREA_NO_VARS', 'PASSWORD', 'SWITCH', 'BOOLEAN_INPUT', 'FILE'];

const HELD: Readonly<Record<string, HeldState>> = {
  Hover: 'hover',
  Focus: 'focus-visible',
  Pressed: 'active',
};

/** The kit's own style sheets, for buttons that stand in no element of the kit. */
const buttonSheets = [...baseStyles, buttonStyles].flatMap(({styleSheet}) => styleSheet ?? []);

paint();
await fill(byId('control-groups', HTMLElement));

/** Colours, sizes and icons: through the CSSOM, because the policy of the page allows no style attributes. */
function paint(): void {
  const set = (selector: string, name: string, property: string): void => {
    for (const element of document.querySelectorAll<HTMLElement>(selector))
      element.style.setProperty(property, element.dataset[name] ?? '');
  };
  set('[data-swatch]', 'swatch', '--swatch');
  set('[data-front]', 'front', 'color');
  set('[data-line]', 'line', 'border-color');
  set('[data-back]', 'back', 'background');
  set('.scale-sample', 'light', '--light');
  set('.scale-sample', 'dark', '--dark');
  for (const box of document.querySelectorAll<HTMLElement>('[data-icon]')) {
    const drawing = new Map(Object.entries(icons)).get(box.dataset['icon'] ?? '');
    if (drawing) render(drawing, box);
  }
}

async function fill(controls: HTMLElement): Promise<void> {
  for (const [title, className] of Object.entries(BUTTONS)) {
    const cells = ['Rest', ...Object.keys(HELD), 'Disabled', 'Loading'];
    controls.append(group(title, cells, (state) => buttonIn(state, className)));
  }
  for (const type of INPUTS) {
    const kind = KINDS.get(type);
    if (!kind) continue;
    const cells = ['Rest', ...Object.keys(HELD), 'Disabled'];
    if (!kind.isNeverRequired) cells.push('Invalid');
    controls.append(group(kind.title, cells, (state) => inputIn(state, type, kind)));
  }
  const cells = ['Rest', ...Object.keys(HELD), 'Disabled', 'Invalid', 'Loading'];
  controls.append(group('Choice', cells, choiceIn));
  const inputs = [...controls.querySelectorAll<PgInput | PgCombobox>('pg-input, pg-combobox')];
  await Promise.all(inputs.map(({updateComplete}) => updateComplete));
  for (const specimen of controls.querySelectorAll<HTMLElement>('[data-state]')) {
    const held = HELD[specimen.dataset['state'] ?? ''];
    if (held) await holdState(specimen, held);
  }
}

function group(
  title: string,
  states: readonly string[],
  make: (state: string) => HTMLElement,
): HTMLElement {
  const cells = states.map((state) => {
    const specimen = make(state);
    specimen.dataset['state'] = state;
    return el('div', {class: 'control-state'}, el('p', {class: 'hint'}, state), specimen);
  });
  return el(
    'section',
    {class: 'control-group', 'aria-label': title},
    el('h3', {}, title),
    el('div', {class: 'control-states'}, ...cells),
  );
}

function buttonIn(state: string, className: string): HTMLElement {
  const host = el('div');
  const root = host.attachShadow({mode: 'open'});
  root.adoptedStyleSheets = buttonSheets;
  const button = el('button', {
    type: 'button',
    class: className,
    disabled: state === 'Disabled',
    'aria-busy': state === 'Loading' ? 'true' : undefined,
  });
  button.textContent = className.includes('danger') ? 'Disconnect' : 'Reconnect';
  root.append(button);
  return host;
}

function inputIn(state: string, type: string, kind: Kind): HTMLElement {
  const input = new PgInput();
  const isInvalid = state === 'Invalid';
  input.input = {
    ...kind.input,
    ...(isInvalid && kind.missing),
    id: type,
    type,
    required: isInvalid,
  };
  if (!isInvalid) input.value = kind.saved;
  input.disabled = state === 'Disabled';
  if (isInvalid) input.dispatchEvent(new Event('invalid', {cancelable: true}));
  return input;
}

/** The list of an input, by itself: an input asks the service for its choices. */
function choiceIn(state: string): HTMLElement {
  const box = el('pg-combobox');
  box.label = 'Interval';
  box.options = [
    {value: 'day', label: 'Every day'},
    {value: 'week', label: 'Every week'},
  ];
  box.value = state === 'Invalid' || state === 'Loading' ? undefined : 'day';
  box.placeholder = 'Choose…';
  box.disabled = state === 'Disabled';
  box.invalid = state === 'Invalid';
  box.pending = state === 'Loading';
  return box;
}
