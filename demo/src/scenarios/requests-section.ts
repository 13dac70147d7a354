import type {LoggedRequest} from '../../sandbox/request-log.js';
import {button, el, whenChanged} from '../dom.js';
import {fold, type Section, type SheetContext} from './section.js';

const SHOWN = 30;

/** What the SDK asked the sandbox lately, newest first. */
export function requestsSection({send}: SheetContext): Section {
  const list = el('ol', {class: 'requests', role: 'list', 'aria-label': 'Requests'});
  const showRequests = whenChanged((log: readonly LoggedRequest[]) =>
    list.replaceChildren(
      ...(log.length > 0
        ? log.map(({method, endpoint, status}) =>
            el(
              'li',
              {},
              el('code', {}, `${method} ${endpoint}`),
              el(
                'span',
                {'data-tone': typeof status === 'number' && status < 400 ? 'good' : 'bad'},
                status === null ? 'on its way' : String(status),
              ),
            ),
          )
        : [el('li', {class: 'hint'}, 'None yet.')]),
    ),
  );
  return {
    element: fold(
      'Requests',
      {id: 'requests'},
      list,
      el(
        'div',
        {class: 'actions'},
        button('Forget them', () => void send({clearLog: true})),
      ),
    ),
    update: ({log}) => showRequests(log.slice(-SHOWN).reverse()),
  };
}
