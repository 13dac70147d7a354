import {suggestFields, suggestionSteps} from '../../src/core/mapping/suggestions.js';
import {inSlices} from '../../src/core/util/time-slicing.js';
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
async function suggestionTimes(rows: MapperData['rows']): Promise<Sample> {
  const open = rows.map(({label}) => ({
    key: label,
    label,
    required: false,
    created: false,
    removable: false,
    field: undefined,
    storedAs: label,
  }));
  // The first time the code is new to the browser. As in the element: in slices, so that other things can happen.
  const fresh = fieldsOf(5_000);
  const start = performance.now();
  const longest = await longestWait(
    () => new Promise<void>((resolve) => inSlices(suggestionSteps(open, fresh), () => resolve())),
  );
  const first = performance.now() - start;
  const times = Array.from({length: 5}, () => {
    const fields = fieldsOf(5_000);
    const begin = performance.now();
    suggestFields(open, fields);
    return performance.now() - begin;
  });
  return {
    'suggestions, first': first,
    'suggestions, first: longest wait': longest,
    // Later, what else runs on the machine only adds.
    suggestions: Math.min(...times),
  };
}

/** The longest time for which something keeps the page from doing anything else. */
async function longestWait(act: () => Promise<void>): Promise<number> {
  const {port1, port2} = new MessageChannel();
  let longest = 0;
  let before = performance.now();
  const tick = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
  };
  port1.onmessage = () => {
    tick();
    port2.postMessage(null);
  };
  port2.postMessage(null);
  await act();
  tick();
  port1.close();
  return longest;
}

/** From a key in the open list of a row to the screen. */
async function keystroke(mapper: PgFieldMapper): Promise<number> {
  const input = boxOf(mapper)?.shadowRoot?.querySelector('input');
  if (!input) return NaN;
  input.focus();
  return timeToPaint(() => {
    input.value = 'b';
    input.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  });
}

/** The middle and the longest frame while somebody scrolls quickly: a third of a screen each frame. */
async function scrolling(): Promise<Sample> {
  const frames: number[] = [];
  scrollTo(0, 0);
  let before = await frame();
  for (let turn = 0; turn < 40; turn += 1) {
    scrollBy(0, innerHeight / 3);
    const now = await frame();
    frames.push(now - before);
    before = now;
  }
  frames.sort((a, b) => a - b);
  return {
    'scrolling, middle frame': frames[Math.floor(frames.length / 2)] ?? NaN,
    'scrolling, longest frame': frames.at(-1) ?? NaN,
  };
}

function frame(): Promise<number> {
  return new Promise(requestAnimationFrame);
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
    const key = await keystroke(mapper);
    boxOf(mapper)?.blur();
    return {
      'data to usable': paint,
      'opening a row': open,
      'key in a row': key,
      ...(await scrolling()),
      ...(await suggestionTimes(prepared.rows)),
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
      'key in a row': NaN,
      ...(await scrolling()),
      'suggestions, first': NaN,
      'suggestions, first: longest wait': NaN,
      suggestions: NaN,
      requests: NaN,
      elements: countElements(host),
    };
  },
};
