import {suggestFields} from '../../src/core/mapping/suggestions.js';
import type {PgFieldMapper} from '../../src/elements/field-mapper/field-mapper.js';
import '../../src/elements/field-mapper/pg-field-mapper.js';
import type {Sample} from './bench.js';
import {fieldsOf, mapperData, type MapperData} from './mapper-data.js';
import {countElements, painted, timeToPaint} from './page.js';
import {renderVanillaMapper} from './vanilla-mapper.js';

let data: MapperData | undefined;
const dataOf = (rows: number): MapperData => (data ??= mapperData(rows));

function mount({session, rows, value}: MapperData): PgFieldMapper {
  const mapper = document.createElement('pg-field-mapper');
  mapper.session = session;
  mapper.integration = 'acme';
  mapper.credential = 'account';
  mapper.value = value;
  mapper.input = {
    id: 'mapping',
    type: 'FIELD_MAPPER',
    title: 'Contacts',
    sourceType: 'mapping',
    savedFieldMappings: rows,
  };
  document.body.append(mapper);
  return mapper;
}

const boxOf = (mapper: PgFieldMapper): HTMLElement | null | undefined =>
  mapper.shadowRoot?.querySelector<HTMLElement>('.target > pg-combobox');
const textOf = (mapper: PgFieldMapper): string | undefined =>
  boxOf(mapper)?.shadowRoot?.querySelector('input')?.value;

/** Painted and read: the first row tells the label of what is saved. */
async function usable(mapper: PgFieldMapper, label: string): Promise<void> {
  do await painted();
  while (textOf(mapper) !== label);
}

/** Suggestions for rows none of which is mapped, with fields that nobody has seen before. */
function suggestionTimes(rows: MapperData['rows']): Sample {
  const open = rows.map(({label}) => ({
    key: label,
    label,
    required: false,
    created: false,
    removable: false,
    field: undefined,
    storedAs: label,
  }));
  const times = Array.from({length: 5}, () => {
    const fields = fieldsOf(5_000);
    const start = performance.now();
    suggestFields(open, fields);
    return performance.now() - start;
  });
  // The first time the code is new to the browser; later what else runs on the machine only adds.
  return {'suggestions, first': times[0] ?? NaN, suggestions: Math.min(...times)};
}

globalThis.bench = {
  async prepare(count) {
    // The code of the mapper is loaded late; what counts is the work, not the way over the network.
    const warm = mount({...mapperData(1), rows: [{label: 'x'}]});
    while (!boxOf(warm)) await painted();
    warm.remove();
    dataOf(count);
    return {};
  },
  async kit(count): Promise<Sample> {
    const prepared = dataOf(count);
    await painted();
    const start = performance.now();
    const mapper = mount(prepared);
    await usable(mapper, prepared.rows[0]?.label ?? '');
    const paint = performance.now() - start;
    const asked = prepared.sdk.calls.filter(([name]) => name === 'getFieldOptions').length;
    const open = await timeToPaint(() => {
      boxOf(mapper)?.focus();
      boxOf(mapper)?.shadowRoot?.querySelector<HTMLElement>('[part=toggle]')?.click();
    });
    return {
      'data to usable': paint,
      'opening a row': open,
      ...suggestionTimes(prepared.rows),
      requests: asked,
      elements: mapper.shadowRoot ? countElements(mapper.shadowRoot) : 0,
    };
  },
  async vanilla(count): Promise<Sample> {
    const prepared = dataOf(count);
    const host = document.createElement('div');
    document.body.append(host);
    const paint = await timeToPaint(() => {
      renderVanillaMapper(host, prepared);
    });
    return {
      'data to usable': paint,
      'opening a row': NaN,
      'suggestions, first': NaN,
      suggestions: NaN,
      requests: NaN,
      elements: countElements(host),
    };
  },
};
