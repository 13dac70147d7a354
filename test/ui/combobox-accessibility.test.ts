import {expect} from '@open-wc/testing';
import {editable, many, mount, type Box} from './support/combobox-box.js';
import {stilled} from '../support/stilled.js';

const sections = [
  {title: 'Public', options: [{value: 1, label: 'general', subtitle: '812 members'}]},
  {title: 'Private', options: [{value: 2, label: 'leadership', disabled: true}]},
];
const failure = {message: 'The service could not be reached.', retry: () => undefined};

const states: Record<string, () => Promise<Box>> = {
  'closed without a value': () => mount({placeholder: 'Choose a fruit'}),
  'closed with a value': () => editable({value: 'cherry', clearable: true}),
  'closed with a value that is gone': () => editable({value: 'x', complete: true}),
  disabled: () => editable({value: 'cherry', disabled: true}),
  readonly: () => mount({value: 'cherry', readonly: true}),
  invalid: () => mount({invalid: true, required: true, placeholder: 'Choose a fruit'}),
  'open without search': () => open(mount({value: 'cherry'})),
  'open with search': () => open(editable({value: 'cherry', clearable: true})),
  'open with sections and subtitles': () => open(mount({options: sections, value: 1})),
  'open with several values': () => open(editable({multiple: true, value: ['apple', 'cherry']})),
  'open with 10,000 options': () => open(editable({options: many(10_000), value: 5000})),
  'open and loading': () => open(editable({options: [], pending: true})),
  'open and loading more': () => open(editable({pending: true, hasMore: true})),
  'open and failing': () => open(editable({failure})),
  'open without a match': async () => {
    const box = await editable();
    await box.type('zzz');
    return box;
  },
};

async function open(mounting: Promise<Box>): Promise<Box> {
  const box = await mounting;
  await box.press('ArrowDown');
  return box;
}

for (const scheme of ['light', 'dark']) {
  describe(`combobox accessibility in ${scheme}`, () => {
    before(() => {
      document.documentElement.style.colorScheme = scheme;
      document.documentElement.style.background = 'Canvas';
    });
    after(() => {
      document.documentElement.removeAttribute('style');
    });

    for (const [name, mountState] of Object.entries(states)) {
      it(`has no violation ${name}`, async () => {
        const box = await mountState();
        await stilled();
        await expect(box.element).to.be.accessible();
      });
    }
  });
}
