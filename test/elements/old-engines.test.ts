import {expect} from '@open-wc/testing';
import '../../src/define.js';
import {FakeSdk} from '../support/fake-sdk.js';
import {mountPortal, TWO} from './portal-fixture.js';
import {until} from './session-fixture.js';

/** Replaces what an older engine has otherwise; the returned function puts it back. */
function replace(target: object, name: string, descriptor: PropertyDescriptor): () => void {
  const original = Object.getOwnPropertyDescriptor(target, name)!;
  Object.defineProperty(target, name, {configurable: true, ...descriptor});
  return () => Object.defineProperty(target, name, original);
}

const ENGINES: Readonly<Record<string, () => () => void>> = {
  'wants two dashes before the names of custom states': () =>
    replace(CustomStateSet.prototype, 'add', {
      value: (name: string) => {
        throw new DOMException(`"${name}" has no dashes.`, 'SyntaxError');
      },
    }),
  'has no custom states': () =>
    replace(ElementInternals.prototype, 'states', {get: () => undefined}),
};

for (const [engine, imitate] of Object.entries(ENGINES)) {
  describe(`an engine that ${engine}`, () => {
    let restore: () => void;
    before(() => {
      restore = imitate();
    });
    after(() => restore());

    it('shows the whole portal, and an integration in its dialog', async () => {
      const page = await mountPortal(new FakeSdk(TWO), {}, '');
      await until(() => page.seen.includes('Slack'));
      const view = page.element.shadowRoot!.querySelector('pg-portal-view')!;
      view
        .shadowRoot!.querySelector('pg-catalog')!
        .shadowRoot!.querySelector<HTMLElement>('[part~="card"]')!
        .click();
      await until(() => page.dialog.open && page.seen.includes('Connect'));
    });

    it('shows an input', async () => {
      const input = document.createElement('pg-input');
      input.input = {id: 'name', title: 'Your name', type: 'TEXT_NO_VARS'};
      document.body.append(input);
      await until(() => input.shadowRoot!.querySelector('input'));
      expect(input.matches(':defined')).to.equal(true);
      input.remove();
    });
  });
}

describe('an engine that relates no elements across shadow trees', () => {
  let restore: () => void;
  before(() => {
    const names = ['ariaLabelledByElements', 'ariaDescribedByElements'] as const;
    const found = names.map((name) => Object.getOwnPropertyDescriptor(Element.prototype, name)!);
    for (const name of names) Reflect.deleteProperty(Element.prototype, name);
    restore = () =>
      names.forEach((name, at) => Object.defineProperty(Element.prototype, name, found[at]!));
  });
  after(() => restore());

  it('says the name of a list of choices, and what is wrong with it', async () => {
    const field = document.createElement('pg-input');
    field.input = {id: 'size', title: 'Size', type: 'ENUM'};
    field.sdk = new FakeSdk(TWO);
    field.errorMessage = 'There is none left.';
    document.body.append(field);
    const find = (): Element | null | undefined =>
      field.shadowRoot!.querySelector('pg-combobox')?.shadowRoot?.querySelector('[role=combobox]');
    await until(find);
    const box = find()!;
    await until(() => box.ariaDescription);
    expect([box.ariaLabel, box.ariaDescription]).to.deep.equal(['Size', 'There is none left.']);
    field.errorMessage = '';
    await until(() => !box.ariaDescription);
    field.remove();
  });
});
