import type {ControlRequest} from '../sandbox/control.js';
import {button, el} from '../src/dom.js';
import {ControlClient} from '../src/scenarios/control-client.js';

type Change = NonNullable<ControlRequest['schema']>[string];

/** What may happen to the fields of an integration between two visits. */
const CHANGES: readonly {readonly title: string; readonly words: string; readonly to: Change}[] = [
  {
    title: 'Remove “Phone”',
    words: 'A mapped field is gone: its mapping is kept and marked.',
    to: {removeFields: ['Contact.phone']},
  },
  {
    title: 'Rename “Name”',
    words: 'A new label for the same field: nothing to do.',
    to: {renameFields: {'Contact.name': {label: 'Name on the door'}}},
  },
  {
    title: 'Add “Email address”',
    words: 'A new field that fits: it is suggested.',
    to: {
      removeFields: ['Contact.email'],
      addFields: [{object: 'Contact', label: 'Email address', value: 'Contact.email_address'}],
    },
  },
  {
    title: 'Remove contacts',
    words: 'The object itself is gone. What was mapped is not thrown away.',
    to: {removeObjects: ['Contact']},
  },
  {title: 'As it was', words: 'All objects and fields are back.', to: null},
];

/** Buttons that change the schema in the sandbox and open the mapping again, as on a later day. */
export function schemaChanges(section: HTMLElement, reopen: () => Promise<void>): void {
  const client = new ControlClient();
  const status = el('p', {class: 'hint', role: 'status'});
  const change = async (title: string, to: Change): Promise<void> => {
    try {
      await client.send({schema: {orbitcrm: to}});
      await reopen();
    } catch {
      status.textContent = 'The sandbox does not answer. Is `npm start` running?';
      return;
    }
    status.textContent = `Done: ${title}. The stored mapping is open again.`;
  };
  section.append(
    el('h2', {id: 'schema-title'}, 'Meanwhile, at Orbit CRM'),
    el(
      'ul',
      {class: 'changes', role: 'list'},
      ...CHANGES.map(({title, words, to}, index) =>
        el(
          'li',
          {},
          button(title, () => void change(title, to), {
            class: 'button small',
            'aria-describedby': `change-${index}`,
          }),
          el('p', {class: 'hint', id: `change-${index}`}, words),
        ),
      ),
    ),
    status,
  );
}
