import {expect, fixture, html} from '@open-wc/testing';
import '../../src/define.js';
import {firstStyles} from '../../src/ui/first-styles.js';

const INHERITED = {
  'white-space': 'nowrap',
  'text-transform': 'uppercase',
  'letter-spacing': '4px',
  'word-spacing': '9px',
  'text-indent': '40px',
  'text-align': 'center',
  'line-height': '0.8',
} as const;

/** What the page around has set on itself must neither clip nor shrink what people read here. */
describe('a field in a page with styles of its own', () => {
  afterEach(() => document.documentElement.style.removeProperty('font-size'));

  it('inherits none of those that change how text is set', async () => {
    const plain = await fixture(html`<div><pg-input></pg-input></div>`);
    const page = await fixture<HTMLElement>(html`<div><pg-input></pg-input></div>`);
    for (const [name, value] of Object.entries(INHERITED)) page.style.setProperty(name, value);
    const [before, after] = [plain, page].map((around) => {
      const style = getComputedStyle(around.firstElementChild!);
      return Object.keys(INHERITED).map((name) => `${name}: ${style.getPropertyValue(name)}`);
    });
    expect(after).to.deep.equal(before);
  });

  it('has text of the same size where the root counts 10 px to the rem, and larger text where people want that', async () => {
    const field = await fixture(html`<pg-input></pg-input>`);
    const size = (): number => parseFloat(getComputedStyle(field).fontSize);
    expect(size()).to.equal(14);
    document.documentElement.style.setProperty('font-size', '62.5%');
    expect(size()).to.equal(14);
    document.documentElement.style.setProperty('font-size', '200%');
    expect(size()).to.equal(28);
  });

  it('has first styles in every element', () => {
    for (const tag of ['pg-catalog', 'pg-input', 'pg-install-flow', 'pg-user-settings'] as const) {
      const {elementStyles} = customElements.get(tag) as unknown as {
        readonly elementStyles: readonly unknown[];
      };
      expect(elementStyles, tag).to.include.members(firstStyles);
    }
  });
});
