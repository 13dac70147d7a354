import {html, nothing, type TemplateResult} from 'lit';
import type {input as words} from '../../../i18n/en/input.js';
import type {Localizer} from '../../../i18n/localize.js';
import type {PgCombobox} from '../../../ui/combobox/combobox.js';
import type {ComboboxEventMap} from '../../../ui/combobox/events.js';
import type {ComboboxOption, ComboboxOptions} from '../../../ui/combobox/list-model.js';
import '../../../ui/combobox/pg-combobox.js';
import {plainText} from '../../../ui/safe/text.js';
import {SEARCH_FROM, stop} from './variable-controls.js';
import type {VariableField} from './variable-values.js';

/** Longest name that is shown (UTF-16 units). */
export const MAX_NAME = 200;

/** What people read for a field. */
export function titleOf({title}: VariableField): string {
  return plainText(title, MAX_NAME);
}

/** Offers the fields that have no default value yet. */
export function renderAdd(
  localizer: Localizer<typeof words>,
  fields: readonly VariableField[],
  onAdd: (field: VariableField) => void,
): TemplateResult | typeof nothing {
  if (fields.length === 0) return nothing;
  return html`<pg-combobox
    class="add"
    part="add"
    .label=${localizer.term('addField')}
    .placeholder=${localizer.term('addField')}
    .search=${fields.length < SEARCH_FROM ? 'none' : 'local'}
    .options=${optionsOf(fields)}
    @input=${stop}
    @change=${stop}
    @pg-combobox-change=${(event: ComboboxEventMap['pg-combobox-change']) => {
      (event.currentTarget as PgCombobox).value = undefined;
      const added = fields.find(({id}) => id === event.detail.value);
      if (added) onAdd(added);
    }}
  ></pg-combobox>`;
}

/** Fields to choose from, in their sections. */
function optionsOf(fields: readonly VariableField[]): ComboboxOptions {
  const sections = new Map<string, ComboboxOption[]>();
  for (const field of fields) {
    const options = sections.get(field.section) ?? [];
    sections.set(field.section, options);
    options.push({
      value: field.id,
      label: titleOf(field),
      ...(field.isAmbiguous && {subtitle: plainText(field.id, MAX_NAME)}),
    });
  }
  return [...sections].flatMap(([title, options]): ComboboxOptions =>
    title === '' ? options : [{title: plainText(title, MAX_NAME), options}],
  );
}
