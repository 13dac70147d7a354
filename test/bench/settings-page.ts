import type {PgUserSettings} from '../../src/elements/user-settings/user-settings.js';
import '../../src/elements/user-settings/pg-user-settings.js';
import type {Sample} from './bench.js';
import {countElements, painted} from './page.js';
import {choicesOf, settingsData, type SettingsData} from './settings-data.js';
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
    return box ? [box.value] : [];
  });
}

/** Painted and read: every choice tells the name of what is saved. */
async function usable(
  {inputs, values}: SettingsData,
  shown: () => readonly string[],
): Promise<void> {
  const names = new Map(
    [...new Set(inputs.map(({sourceType}) => sourceType))].flatMap((list) =>
      list ? choicesOf(list).map(({label, value}): [unknown, string] => [value, label]) : [],
    ),
  );
  const expected = inputs
    .filter(({type}) => type === 'DYNAMIC_ENUM')
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
      [...host.querySelectorAll('select')].map(
        ({selectedOptions}) => selectedOptions[0]?.textContent ?? '',
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
    };
  },
};
