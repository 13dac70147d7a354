import {addressedUser} from '../address.js';
import {DEMO_USER_ID} from '../../sandbox/endpoints.js';
import {button, el, input, show, whenChanged} from '../dom.js';
import {fold, type Section, type SheetContext} from './section.js';

const KNOWN_USERS = [DEMO_USER_ID, 'new-user'];

/** Who is signed in, and what can go wrong with that. */
export function userSection({session, send}: SheetContext): Section {
  const {field, control} = input('User id', {
    id: 'user-id',
    list: 'user-ids',
    value: addressedUser(),
    autocomplete: 'off',
    spellcheck: 'false',
    required: true,
  });
  const known = el('datalist', {id: 'user-ids'});
  const form = el(
    'form',
    {class: 'row'},
    field,
    known,
    el('button', {type: 'submit', class: 'button'}, 'Sign in'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void session.signInAs(control.value.trim());
  });
  const offer = whenChanged((users: readonly string[]) =>
    known.replaceChildren(...users.map((value) => el('option', {value}))),
  );
  const element = fold(
    'User and session',
    {id: 'user', open: true},
    form,
    el(
      'p',
      {class: 'hint'},
      `${DEMO_USER_ID} has accounts from the start. Anybody else begins with none.`,
    ),
    el(
      'div',
      {class: 'actions'},
      button('Sign out', () => session.signOut()),
      button('Expire the token', () => void send({expireTokens: true})),
    ),
    el(
      'p',
      {class: 'hint'},
      'An expired token is noticed by the next request; the portal then asks for a new one.',
    ),
  );
  return {
    element,
    update: ({users}) => {
      show(control, addressedUser());
      offer([...new Set([...KNOWN_USERS, ...users.map(({userId}) => userId)])]);
    },
  };
}
