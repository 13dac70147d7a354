import type {SettingsData} from './settings-data.js';
import {LONG_LIST} from './settings-questions.js';

interface Answer {
  readonly data: readonly {readonly label: string; readonly value: string}[];
}

/**
 * The same form by hand: native fields, each choice a `<select>` that is filled once its list is there. Lists are asked for once and
 * shared. No search, paging, dependencies, errors, validation, or drafts that survive.
 */
export function renderVanillaSettings(
  host: HTMLElement,
  {sdk, inputs, values}: SettingsData,
): void {
  const lists = new Map<string, Promise<Answer>>();
  const listOf = (cacheKey: string): Promise<Answer> => {
    let list = lists.get(cacheKey);
    if (!list) {
      const source = {type: 'DYNAMIC_DATA_SOURCE', cacheKey};
      list = sdk.getFieldOptions({
        integration: 'acme',
        source,
      }) as Promise<unknown> as Promise<Answer>;
      lists.set(cacheKey, list);
    }
    return list;
  };
  const form = document.createElement('form');
  const save = document.createElement('button');
  save.textContent = 'Save';
  save.disabled = true;
  form.addEventListener('input', () => (save.disabled = false));
  for (const {id, type, title = '', sourceType = ''} of inputs) {
    const field = document.createElement('div');
    const label = document.createElement('label');
    label.htmlFor = id;
    label.textContent = title;
    const control = document.createElement(type === 'DYNAMIC_ENUM' ? 'select' : 'input');
    control.id = id;
    if (control instanceof HTMLSelectElement) {
      const load = (): void =>
        void listOf(sourceType).then(({data}) => {
          for (const {label: text, value} of data) control.add(new Option(text, value));
          control.value = String(values[id]);
        });
      if (sourceType === LONG_LIST) control.addEventListener('focus', load, {once: true});
      else load();
    } else if (type === 'SWITCH') {
      control.type = 'checkbox';
      control.checked = values[id] === true;
    } else {
      control.type = 'text';
      control.setAttribute('type', 'text');
      control.value = String(values[id]);
    }
    field.append(label, control);
    form.append(field);
  }
  form.append(save);
  host.append(form);
}
