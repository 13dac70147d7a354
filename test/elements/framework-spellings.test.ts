import {expect} from '@open-wc/testing';
import {PgFieldMapper} from '../../src/elements/field-mapper/field-mapper.js';
import {PgInput} from '../../src/elements/input/input.js';
import {PgTools} from '../../src/elements/tools/tools.js';
import '../../src/define.js';

const CLASSES = {
  'pg-input': PgInput,
  'pg-field-mapper': PgFieldMapper,
  'pg-tools': PgTools,
} as const;

let count = 0;

/** An element whose definition comes after what is done to it. */
function late(tag: keyof typeof CLASSES, change: (element: HTMLElement) => void): HTMLElement {
  const name = `${tag}-late-${(count += 1)}`;
  const element = document.createElement(name);
  change(element);
  document.body.append(element);
  const Base: CustomElementConstructor = CLASSES[tag];
  customElements.define(name, class extends Base {});
  return element;
}

// Angular sets `readOnly` for [readonly], React sets what is written, Vue and Svelte what the element has.
for (const tag of Object.keys(CLASSES) as (keyof typeof CLASSES)[]) {
  describe(`${tag}, as frameworks spell its attributes`, () => {
    let element: HTMLElement;
    afterEach(() => element.remove());

    for (const name of ['readonly', 'readOnly']) {
      it(`is read-only by .${name}, and no more after it`, () => {
        element = document.createElement(tag);
        document.body.append(element);
        Reflect.set(element, name, true);
        expect([element.hasAttribute('readonly'), Reflect.get(element, name)]).to.deep.equal([
          true,
          true,
        ]);
        Reflect.set(element, name, undefined);
        expect(element.hasAttribute('readonly')).to.be.false;
      });

      it(`is read-only by .${name} that was set before it was defined`, async () => {
        element = late(tag, (one) => Reflect.set(one, name, true));
        await Reflect.get(element, 'updateComplete');
        expect(element.hasAttribute('readonly')).to.be.true;
        Reflect.set(element, name, false);
        expect(element.hasAttribute('readonly')).to.be.false;
      });
    }

    it('is out of the tab order by tabIndex', () => {
      element = document.createElement(tag);
      element.tabIndex = -1;
      expect(element.getAttribute('tabindex')).to.equal('-1');
    });
  });
}
