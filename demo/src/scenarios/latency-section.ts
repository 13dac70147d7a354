import {el, input, select, whenChanged} from '../dom.js';
import {ENDPOINT_CHOICES, endpointWords} from './endpoint-words.js';
import {chip, fold, setBadge, type Section, type SheetContext} from './section.js';

/** How long answers take, by endpoint. */
export function latencySection({send}: SheetContext): Section {
  let active: Readonly<Record<string, number>> = {};
  const endpoint = select('Endpoint', [['all', 'All endpoints'], ...ENDPOINT_CHOICES], {
    id: 'latency-endpoint',
  });
  const delay = input('Milliseconds', {
    id: 'latency-ms',
    type: 'number',
    min: 0,
    max: 120_000,
    step: 100,
    value: 800,
    required: true,
  });
  const list = el('ul', {class: 'chips', role: 'list', 'aria-label': 'Slow endpoints'});
  const form = el(
    'form',
    {class: 'stack'},
    el('div', {class: 'row wide-first'}, endpoint.field, delay.field),
    el('div', {class: 'actions'}, el('button', {type: 'submit', class: 'button'}, 'Slow it down')),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const ms = delay.control.valueAsNumber;
    void send({latency: {...active, [endpoint.control.value]: ms}});
  });
  const showActive = whenChanged((latency: Readonly<Record<string, number>>) => {
    active = latency;
    list.replaceChildren(
      ...Object.entries(latency).map(([name, ms]) => {
        const words = name === 'all' ? 'All endpoints' : endpointWords(name);
        return chip(`${words}: ${ms} ms`, `Remove the latency of ${words}`, () => {
          const others = Object.entries(active).filter(([other]) => other !== name);
          void send({latency: Object.fromEntries(others)});
        });
      }),
    );
  });
  const element = fold('Latency', {id: 'latency'}, form, list);
  return {
    element,
    update: ({scenario}) => {
      showActive(scenario.latency);
      setBadge(element, Object.keys(scenario.latency).length);
    },
  };
}
