import type {Inspection} from '../../sandbox/inspection.js';
import {addressedUser} from '../address.js';
import {button, el, whenChanged} from '../dom.js';
import {fold, type Section, type SheetContext} from './section.js';

type Account = Inspection['users'][number]['accounts'][number];

const STATUS_WORDS = {VALID: 'valid', INVALID: 'revoked', PENDING: 'unfinished'} as const;

/** The user's accounts as the sandbox has them, to be withdrawn behind the portal's back. */
export function accountsSection({send, refreshPortal}: SheetContext): Section {
  const list = el('ul', {class: 'chips', role: 'list', 'aria-label': 'Accounts in the sandbox'});
  const rowOf = ({
    integration,
    credential: {id, status, providerData, externalId},
  }: Account): HTMLLIElement => {
    const who = String(providerData.email ?? providerData.name ?? externalId ?? id);
    return el(
      'li',
      {class: 'chip'},
      el(
        'span',
        {},
        el('strong', {}, integration),
        ` ${who} `,
        el('span', {class: 'muted'}, `(${STATUS_WORDS[status]})`),
      ),
      status === 'VALID' &&
        button('Revoke', () => void send({revokeCredential: id}).then(refreshPortal), {
          class: 'button small',
          'aria-label': `Revoke ${integration}, ${who}`,
        }),
    );
  };
  const showAccounts = whenChanged((accounts: readonly Account[]) =>
    list.replaceChildren(
      ...(accounts.length > 0
        ? accounts.map(rowOf)
        : [el('li', {class: 'hint'}, 'This user has no accounts.')]),
    ),
  );
  return {
    element: fold(
      'Accounts',
      {id: 'accounts'},
      el('p', {class: 'hint'}, 'Revoke one, as if its owner had withdrawn it at the provider.'),
      list,
    ),
    update: ({users}) =>
      showAccounts(users.find(({userId}) => userId === addressedUser())?.accounts ?? []),
  };
}
