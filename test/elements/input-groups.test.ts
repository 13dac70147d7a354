import {expect} from '@open-wc/testing';
import {waitUntil} from '../support/wait-until.js';
import type {SdkScope} from '../../src/core/sdk.js';
import {press, show, type Field} from './input-fixture.js';

const boxes = (field: Field): HTMLInputElement[] => [
  ...field.root.querySelectorAll<HTMLInputElement>('[part=permission] input'),
];
const names = (field: Field): string[] =>
  boxes(field).map(({labels}) => labels![0]!.querySelector('span')!.textContent);
const live = (field: Field): string =>
  [...field.root.querySelectorAll('[role=status]')].map((one) => one.textContent).join('');

const scopes = (...more: readonly SdkScope[]) => ({
  scopes: {
    values: [
      {name: 'profile', label: 'Profile', description: 'Your name', required: true},
      {name: 'read', description: 'See events'},
      {name: 'write'},
      ...more,
    ],
  },
});

describe('permissions of <pg-input>', () => {
  it('lists each with its description, in a group that the title names', async () => {
    const field = await show({type: 'PERMISSION', ...scopes()});
    expect(names(field)).to.deep.equal(['Profile', 'read', 'write']);
    const [, read] = boxes(field);
    expect(field.find(`#${read!.getAttribute('aria-describedby')!}`)).to.have.trimmed.text(
      'See events',
    );
    expect(field.find('[role=group]')).to.have.attribute('aria-labelledby', 'label');
  });

  it('has those that are required, locked', async () => {
    const field = await show({type: 'PERMISSION', requiredScopes: ['read'], ...scopes()});
    expect(field.element.value).to.equal('profile read');
    const [profile] = boxes(field);
    profile!.focus();
    await press(field, ' ');
    expect(profile!.checked).to.be.true;
    expect(profile!).to.have.attribute('aria-disabled', 'true');
    expect(field.element.value).to.equal('profile read');
    expect(field.events).to.be.empty;
  });

  it('writes the chosen ones in the order in which they are offered', async () => {
    const field = await show({type: 'PERMISSION', ...scopes()});
    const [, read, write] = boxes(field);
    write!.focus();
    await press(field, ' ');
    read!.focus();
    await press(field, ' ');
    expect(field.element.value).to.equal('profile read write');
    expect(field.events).to.deep.equal([
      ['input', 'profile write'],
      ['change', 'profile write'],
      ['input', 'profile read write'],
      ['change', 'profile read write'],
    ]);
  });

  it('keeps one that was granted and is no longer offered, and says so', async () => {
    const field = await show({type: 'PERMISSION', ...scopes()}, {value: 'gone write'});
    expect(field.element.value).to.equal('profile write gone');
    expect(boxes(field).at(-1)!.labels![0]).to.contain.text('No longer offered');
  });

  it('selects all and none of those that can be chosen', async () => {
    const field = await show({type: 'PERMISSION', ...scopes()}, {value: 'profile read'});
    const all = field.find('#all') as HTMLInputElement;
    expect(all.indeterminate).to.be.true;
    all.click();
    await field.rendered();
    expect(field.element.value).to.equal('profile read write');
    all.click();
    await field.rendered();
    expect(field.element.value).to.equal('profile');
  });

  it('has a search for more than eight, which keeps what is chosen out of sight', async () => {
    const extra = Array.from({length: 6}, (_, index) => ({name: `extra-${index}`}));
    const field = await show({type: 'PERMISSION', ...scopes(...extra)}, {value: 'write'});
    const search = field.find('[type=search]') as HTMLInputElement;
    search.value = 'EXTRA-3';
    search.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    await field.rendered();
    expect(names(field)).to.deep.equal(['extra-3']);
    boxes(field)[0]!.click();
    expect(field.element.value).to.equal('profile write extra-3');
    expect(field.events.map(([type]) => type)).to.deep.equal(['input', 'change']);
    expect((await show({type: 'PERMISSION', ...scopes()})).has('[type=search]')).to.be.false;
  });

  it('survives scopes of any shape', async () => {
    const hostile = {values: [null, 'x', {name: 7}, {name: ''}, {name: '__proto__'}, {name: 'ok'}]};
    const field = await show({type: 'PERMISSION', scopes: hostile as never});
    expect(names(field)).to.deep.equal(['__proto__', 'ok']);
  });
});

describe('file of <pg-input>', () => {
  const choose = async (field: Field, file: File) => {
    const transfer = new DataTransfer();
    transfer.items.add(file);
    const input = field.control as HTMLInputElement;
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', {bubbles: true}));
    await waitUntil(() => field.has('[part=file]') || refusal(field) !== '', 'file was read');
    await field.rendered();
  };
  const refusal = (field: Field) => field.find('.refusal').textContent.trim();

  it('has the text of the chosen file as its value, with its name and size beside', async () => {
    const field = await show({type: 'FILE', title: 'Certificate'});
    await choose(field, new File(['-----BEGIN'], 'key.pem'));
    expect(field.element.value).to.equal('-----BEGIN');
    expect(field.find('.file-name')).to.have.trimmed.text('key.pem');
    expect(field.find('[part=file]')).to.contain.text('10 byte');
    expect(field.events.map(([type]) => type)).to.deep.equal(['input', 'change']);
  });

  it('can be removed, which goes back to choosing one', async () => {
    const field = await show({type: 'FILE'});
    await choose(field, new File(['x'], 'key.pem'));
    const remove = field.find('[part=remove]');
    expect(remove).to.have.attribute('aria-label', 'Remove key.pem');
    remove.click();
    await field.rendered();
    expect(field.element.value).to.be.undefined;
    expect(field.root.activeElement).to.equal(field.control);
    expect(field.element.validity.valueMissing).to.be.true;
  });

  it('refuses one of more than a megabyte, and keeps what there was', async () => {
    const field = await show({type: 'FILE'}, {value: 'saved'});
    const large = new File([new Uint8Array(1_048_577)], 'large.bin');
    await choose(field, large);
    await waitUntil(() => refusal(field) !== '', 'refusal is shown');
    expect(refusal(field)).to.match(/too large.*1 MB/);
    expect(field.element.value).to.equal('saved');
  });

  it('refuses one that is no text', async () => {
    const field = await show({type: 'FILE'});
    await choose(field, new File([new Uint8Array([0xff, 0xfe, 0x00])], 'photo.png'));
    expect(refusal(field)).to.contain('not a text file');
  });

  it('shows that there is saved content, and not the content', async () => {
    const field = await show({type: 'FILE'}, {value: 'secret-content'});
    expect(field.find('.file-name')).to.have.trimmed.text('Saved content');
    expect(field.root.textContent).not.to.contain('secret-content');
  });
});

describe('value to copy of <pg-input>', () => {
  const input = {
    type: 'COPYABLE_BUTTON_INPUT',
    title: 'Webhook',
    defaultValue: 'https://acme.example/hook',
  };
  const clipboard = (writeText: (text: string) => Promise<void>) => {
    Object.defineProperty(navigator, 'clipboard', {configurable: true, value: {writeText}});
  };

  afterEach(() => {
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('copies its value and says so', async () => {
    const copied: string[] = [];
    clipboard((text) => Promise.resolve(void copied.push(text)));
    const field = await show(input);
    expect(field.control).to.have.property('readOnly', true);
    const button = field.find('[part=copy]');
    expect(button).to.have.attribute('aria-label', 'Copy Webhook');
    button.click();
    await waitUntil(() => live(field) === 'Copied', 'result is announced');
    expect(copied).to.deep.equal(['https://acme.example/hook']);
    expect(button).to.contain.text('Copied');
  });

  it('selects the text and says so where the page may not copy', async () => {
    clipboard(() => Promise.reject(new Error('denied')));
    const field = await show(input);
    field.find('[part=copy]').click();
    await waitUntil(() => live(field).startsWith('Copying failed'), 'result is announced');
    expect(field.root.activeElement).to.equal(field.control);
  });

  it('is not part of what a form submits', async () => {
    const field = await show(input, {name: 'hook'});
    expect(new FormData(field.form).has('hook')).to.be.false;
    expect(field.form.checkValidity()).to.be.true;
  });
});

describe('kinds without a control in <pg-input>', () => {
  for (const kind of ['HOLOGRAM', '__proto__', 'toString']) {
    it(`names ${kind} and keeps its value as it is`, async () => {
      const value = {objectMapping: 'deal', rows: [1, 2]};
      const field = await show({type: kind, title: 'Mapping'}, {value, name: 'mapping'});
      expect(field.find('#label')).to.have.trimmed.text('Mapping');
      expect(field.find('[part=unsupported]')).to.contain.text('cannot be edited here');
      expect(field.element.value).to.equal(value);
      expect(field.form.checkValidity()).to.be.true;
      expect(new FormData(field.form).get('mapping')).to.equal(JSON.stringify(value));
    });
  }
});
