import type {PgUserSettings} from '../../src/elements/user-settings/user-settings.js';
import '../../src/elements/user-settings/pg-user-settings.js';
import type {Sample} from './bench.js';
import {countElements, painted} from './page.js';
import {choicesOf, settingsData, type SettingsData} from './settings-data.js';
import {LONG, LONG_LIST} from './settings-questions.js';
import {renderVanillaSettings} from './vanilla-settings.js';

let data: SettingsData | undefined;
const dataOf = (count: number): SettingsData => (data ??= settingsData(count));

function mount({session}: SettingsData): PgUserSettings {
  const settings = document.createElement('pg-user-settings');
  Object.assign(settings, {session, integration: 'acme', credential: 'account'});
  document.body.append(settings);
  return settings;
}

/** What the choices say, in their order. */
function shownIn(settings: PgUserSettings): readonly string[] {
  const fields = [...(settings.shadowRoot?.querySelectorAll('pg-input') ?? [])];
  return fields.flatMap(({shadowRoot}) => {
    const box = shadowRoot?.querySelector('pg-combobox')?.shadowRoot?.querySelector('input');
    return box && box.value !== '' ? [box.value] : [];
  });
}

/** Painted and read: every choice tells the name of what is saved. */
async function usable(
  {inputs, values}: SettingsData,
  shown: () => readonly string[],
): Promise<void> {
  const names = new Map(
    [...new Set(inputs.map(({sourceType}) => sourceType))].flatMap((list) =>
      list && list !== LONG_LIST
        ? choicesOf(list).map(({label, value}): [unknown, string] => [value, label])
        : [],
    ),
  );
  const expected = inputs
    .filter(({sourceType}) => sourceType !== undefined && sourceType !== LONG_LIST)
    .map(({id}) => names.get(values[id]))
    .join();
  do await painted();
  while (shown().join() !== expected);
}

/** Types a letter, until the page is laid out that says so. */
async function key(
  field: HTMLInputElement | null | undefined,
  settle: () => Promise<unknown>,
): Promise<number> {
  if (!field) throw new Error('There is no text field.');
  field.focus();
  await painted();
  const start = performance.now();
  field.value += 'x';
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  await settle();
  document.body.getBoundingClientRect();
  return performance.now() - start;
}

/** Opens the long list, until its first choices are on the screen. */
async function open(settings: PgUserSettings): Promise<number> {
  const fields = [...(settings.shadowRoot?.querySelectorAll('pg-input') ?? [])];
  const box = fields.at(-1)?.shadowRoot?.querySelector('pg-combobox')?.shadowRoot;
  const toggle = box?.querySelector<HTMLElement>('[part="toggle"]');
  if (!box || !toggle) throw new Error('There is no list.');
  toggle.scrollIntoView({block: 'center'});
  await painted();
  const start = performance.now();
  toggle.click();
  do await painted();
  while (!box.querySelector('[role="option"]')?.textContent.includes(`${LONG_LIST} 0`));
  return performance.now() - start;
}

/** Fills the long list when it gets the focus; a script cannot open a native one. */
async function fill(host: HTMLElement): Promise<number> {
  const select = host.querySelector<HTMLSelectElement>(`#${LONG_LIST}`);
  if (!select) throw new Error('There is no list.');
  select.scrollIntoView({block: 'center'});
  await painted();
  const start = performance.now();
  select.focus();
  do await painted();
  while (select.length < LONG);
  return performance.now() - start;
}

globalThis.bench = {
  async prepare(count) {
    // The code of the choices is loaded late; what counts is the work, not the way over the network.
    const warm = settingsData(3);
    const settings = mount(warm);
    await usable(warm, () => shownIn(settings));
    settings.remove();
    dataOf(count);
    return {};
  },
  async kit(count): Promise<Sample> {
    const prepared = dataOf(count);
    await painted();
    const start = performance.now();
    const settings = mount(prepared);
    await usable(prepared, () => shownIn(settings));
    const paint = performance.now() - start;
    const text = [...(settings.shadowRoot?.querySelectorAll('pg-input') ?? [])][1];
    return {
      'data to usable': paint,
      'key to shown as changed': await key(
        text?.shadowRoot?.querySelector('input'),
        () => settings.updateComplete,
      ),
      requests: prepared.sdk.calls.filter(([name]) => name === 'getFieldOptions').length,
      elements: settings.shadowRoot ? countElements(settings.shadowRoot) : 0,
      'open a long list': await open(settings),
    };
  },
  async vanilla(count): Promise<Sample> {
    const prepared = dataOf(count);
    const host = document.createElement('div');
    document.body.append(host);
    await painted();
    const start = performance.now();
    renderVanillaSettings(host, prepared);
    const selects = (): readonly string[] =>
      [...host.querySelectorAll('select')].flatMap(
        ({selectedOptions}) => selectedOptions[0]?.textContent ?? [],
      );
    await usable(prepared, selects);
    const paint = performance.now() - start;
    return {
      'data to usable': paint,
      'key to shown as changed': await key(
        host.querySelector<HTMLInputElement>('input[type=text]'),
        () => Promise.resolve(),
      ),
      requests: prepared.sdk.calls.filter(([name]) => name === 'getFieldOptions').length,
      elements: countElements(host),
      'open a long list': await fill(host),
    };
  },
};
