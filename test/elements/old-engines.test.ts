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
