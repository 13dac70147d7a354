import type {MapperData} from './mapper-data.js';

/** The same mapping by hand: a table of labelled text fields that share one list of the fields to choose from. */
export function renderVanillaMapper(host: HTMLElement, {rows, fields, value}: MapperData): void {
  const list = document.createElement('datalist');
  list.id = 'fields';
  const labels = new Map<string, string>();
  for (const field of fields) {
    labels.set(field.value, field.label);
    const option = document.createElement('option');
    option.value = field.label;
    option.textContent = field.value;
    list.append(option);
  }
  const table = document.createElement('table');
  for (const {label} of rows) {
    const row = table.insertRow();
    const head = document.createElement('th');
    head.scope = 'row';
    head.textContent = label;
    const input = document.createElement('input');
    input.setAttribute('list', list.id);
    input.setAttribute('aria-label', `Field for ${label}`);
    input.value = labels.get(value.fieldMappings[label] ?? '') ?? '';
    const clear = document.createElement('button');
    clear.type = 'button';
    clear.textContent = 'Clear';
    clear.addEventListener('click', () => (input.value = ''));
    row.append(head);
    row.insertCell().append(input, clear);
  }
  host.append(list, table);
}
