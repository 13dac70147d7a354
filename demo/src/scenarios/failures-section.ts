import type {EndpointName, Failure} from '../../sandbox/scenario.js';
import {checkbox, el, select, whenChanged} from '../dom.js';
import {ENDPOINT_CHOICES, endpointWords} from './endpoint-words.js';
import {chip, fold, setBadge, type Section, type SheetContext} from './section.js';

const KINDS = [
  ['500', 'Server error (500)'],
  ['503', 'Overloaded (503)'],
  ['429', 'Too many requests (429)'],
  ['400', 'Refused (400)'],
  ['403', 'Not allowed (403)'],
  ['404', 'Not found (404)'],
  ['401', 'Signed out (401)'],
  ['network', 'The connection breaks'],
  ['hang', 'No answer, ever'],
] as const;

const TIMES = [
  ['1', 'Once'],
  ['3', 'Three times'],
  ['', 'Until removed'],
] as const;

/** What fails, how, and how often. */
export function failuresSection({send}: SheetContext): Section {
  const endpoint = select('Endpoint', ENDPOINT_CHOICES, {id: 'failure-endpoint'});
  const kind = select('What happens', KINDS, {id: 'failure-kind'});
  const times = select('How often', TIMES, {id: 'failure-times'});
  const applied = checkbox('It takes effect; only the answer is lost', {id: 'failure-applied'});
  const list = el('ul', {class: 'chips', role: 'list', 'aria-label': 'Failing endpoints'});
  const form = el(
    'form',
    {class: 'stack'},
    endpoint.field,
    el('div', {class: 'row'}, kind.field, times.field),
    applied.field,
    el('div', {class: 'actions'}, el('button', {type: 'submit', class: 'button'}, 'Let it fail')),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const status = kind.control.value;
    const failure: Failure = {
      status: status === 'network' || status === 'hang' ? status : Number(status),
      ...(times.control.value && {times: Number(times.control.value)}),
      applied: applied.control.checked,
    };
    void send({failures: {[endpoint.control.value]: failure}});
  });
  const showActive = whenChanged((failures: Readonly<Record<string, Failure>>) =>
    list.replaceChildren(
      ...Object.entries(failures).map(([name, failure]) => {
        const words = endpointWords(name);
        return chip(describe(words, failure), `Remove the failure of ${words}`, () => {
          void send({failures: {[name as EndpointName]: null}});
        });
      }),
    ),
  );
  const element = fold('Failures', {id: 'failures'}, form, list);
  return {
    element,
    update: ({scenario}) => {
      showActive(scenario.failures);
      setBadge(element, Object.keys(scenario.failures).length);
    },
  };
}

function describe(words: string, {status, times, applied}: Failure): string {
  const kind = KINDS.find(([value]) => value === String(status))?.[1] ?? `Status ${status}`;
  const often = times === undefined ? '' : times === 1 ? ', once' : `, ${times} times`;
  return `${words}: ${kind}${often}${applied ? ', after taking effect' : ''}`;
}
